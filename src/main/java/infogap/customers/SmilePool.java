package infogap.customers;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/// Runs a seeded piece of Smile on threads of its own. Smile keeps one sequence of random numbers per thread: seeding it on the
/// caller's threads would change what the caller draws next, and not seeding it would make the result depend on what was drawn before.
/// The threads, and their sequences, end with the work.
public final class SmilePool {

    private SmilePool() {}

    /// The result of the work, which seeds Smile itself. Parallel streams in it run on as many threads as there are processors.
    ///
    /// @param what names the work in the message of a failure
    /// @throws IllegalStateException if the work fails or is interrupted
    public static <T> T call(String what, Callable<T> work) {
        return call(what, Runtime.getRuntime().availableProcessors(), work);
    }

    static <T> T call(String what, int threads, Callable<T> work) {
        try (ForkJoinPool own = new ForkJoinPool(threads)) {
            return own.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + what, e);
        } catch (ExecutionException e) {
            // the pool may wrap what was thrown on another thread, without its message
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new IllegalStateException(what + " failed: " + root, e);
        }
    }
}
