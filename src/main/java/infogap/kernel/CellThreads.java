package infogap.kernel;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// The threads of one cell: the one that runs its snippets and those that it starts. They are interrupted together, and what they
/// print belongs to this cell, even after the cell has ended.
final class CellThreads extends ThreadGroup {

    /// Code that hears neither the stop check nor [Thread#interrupt()] (a loop inside a library) gets this long; then the kernel
    /// goes on without it.
    static final Duration GRACE = Duration.ofSeconds(3);

    private final Exchange exchange;
    private volatile boolean interrupted;
    private volatile boolean abandoned;

    /// @param kernelThreads the group that the kernel's own threads are in, so that no cell is inside another one
    CellThreads(ThreadGroup kernelThreads, Exchange exchange) {
        super(kernelThreads, "cell");
        this.exchange = exchange;
    }

    /// The cell that the running thread belongs to, or null for threads that no cell started.
    static CellThreads current() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && !(group instanceof CellThreads)) {
            group = group.getParent();
        }
        return (CellThreads) group;
    }

    /// The conversation in which this cell's output is published.
    Exchange exchange() {
        return exchange;
    }

    boolean interrupted() {
        return interrupted;
    }

    /// Whether a thread of this cell did not end within [#GRACE] and was left behind.
    boolean abandoned() {
        return abandoned;
    }

    /// Tells every thread of this cell to stop.
    synchronized void interruptAll() {
        interrupted = true;
        StopCheck.cellInterrupted(this);
        interrupt();
        notifyAll();
    }

    /// Ends the caller's work when this cell was interrupted: the check for the kernel's own steps between two snippets.
    void stopIfInterrupted() {
        if (interrupted) {
            throw new StopCheck.InterruptedCell();
        }
    }

    /// Runs code of the cell on a thread of its own and waits for its end.
    ///
    /// @throws StopCheck.InterruptedCell if the cell was interrupted, however the code ended
    /// @throws ExecutionException with what the code threw, or what a method that it called by reflection threw
    <T> T run(Callable<T> code) throws ExecutionException {
        stopIfInterrupted();
        var task = new Task<>(code);
        new Thread(this, task, "cell").start();
        try {
            awaitEnd(task);
        } catch (InterruptedException waitingInsideTheCell) {
            Thread.currentThread().interrupt();
            throw new StopCheck.InterruptedCell();
        }
        stopIfInterrupted();
        return task.outcome();
    }

    private synchronized void awaitEnd(Task<?> task) throws InterruptedException {
        while (!task.ended && !interrupted) {
            wait();
        }
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (!task.ended) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                abandoned = true;
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!(thrown instanceof StopCheck.InterruptedCell)) {
            super.uncaughtException(thread, thrown);
        }
    }

    private final class Task<T> implements Runnable {

        private final Callable<T> code;
        private T value;
        private Throwable thrown;
        private boolean ended;

        private Task(Callable<T> code) {
            this.code = code;
        }

        @Override
        public void run() {
            T result = null;
            Throwable failure = null;
            try {
                result = code.call();
            } catch (Throwable anything) {
                failure = unwrapped(anything);
            }
            synchronized (CellThreads.this) {
                value = result;
                thrown = failure;
                ended = true;
                CellThreads.this.notifyAll();
            }
        }

        /// Reflection reports everything that a snippet throws in a wrapper.
        private static Throwable unwrapped(Throwable thrown) {
            Throwable cause = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
            if (cause instanceof OutOfMemoryError) {
                MemoryReserve.release();
            }
            return cause;
        }

        private T outcome() throws ExecutionException {
            synchronized (CellThreads.this) {
                if (thrown != null) {
                    // with a message: without one the constructor asks the cell's own exception for its text
                    throw new ExecutionException("thrown by the cell", thrown);
                }
                return value;
            }
        }
    }
}
