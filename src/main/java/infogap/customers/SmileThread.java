package infogap.customers;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs a seeded piece of Smile on a thread of its own. Smile keeps one sequence of random numbers per thread: seeding it on the
/// caller's thread would change what the caller draws next, and not seeding it would make the result depend on what was drawn before.
public final class SmileThread {

    private SmileThread() {}

    /// The result of the work, which seeds Smile itself.
    ///
    /// @param what names the work in the message of a failure
    /// @throws IllegalStateException if the work fails or is interrupted
    public static <T> T call(String what, Callable<T> work) {
        try (ExecutorService own = Executors.newSingleThreadExecutor()) {
            return own.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + what, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what + " failed: " + e.getCause(), e.getCause());
        }
    }
}
