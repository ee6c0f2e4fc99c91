package infogap.kernel;

/// The question that compiled cell code asks at every method start and every backward jump: was I interrupted?
///
/// Public because the classes of a cell, which live in JShell's own class loader, call it.
public final class StopCheck {

    /// One plain read per loop turn is all an undisturbed cell pays.
    private static volatile boolean armed;

    private static volatile boolean poolsStopped;

    private StopCheck() {
    }

    /// Ends the calling thread's work when its cell was interrupted.
    public static void check() {
        if (armed) {
            CellThreads cell = CellThreads.current();
            // A thread of a shared pool belongs to no cell; it works for the interrupted one until the next cell starts.
            if (cell == null ? poolsStopped : cell.interrupted()) {
                throw new InterruptedCell();
            }
        }
    }

    static void cellInterrupted() {
        poolsStopped = true;
        armed = true;
    }

    /// The interrupted cells stay stopped (their threads may still be on the way out); the shared pools are free again.
    static void cellStarts() {
        poolsStopped = false;
    }

    /// Thrown into code that was interrupted; an error, so that `catch (Exception e)` in a cell does not swallow it.
    static final class InterruptedCell extends Error {

        private static final long serialVersionUID = 1L;

        InterruptedCell() {
            super("the cell was interrupted");
        }
    }
}
