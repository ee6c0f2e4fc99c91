package infogap.kernel;

import java.util.HashSet;
import java.util.Set;

/// The question that compiled cell code asks at every method start and every backward jump: was I interrupted?
///
/// Public because the classes of a cell, which live in JShell's own class loader, call it.
public final class StopCheck {

    /// One plain read per loop turn is all an undisturbed cell pays.
    private static volatile boolean armed;

    private static volatile boolean poolsStopped;

    /// Interrupted cells that may still have threads on the way out.
    private static final Set<CellThreads> INTERRUPTED = new HashSet<>();

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

    static synchronized void cellInterrupted(CellThreads cell) {
        INTERRUPTED.add(cell);
        poolsStopped = true;
        armed = true;
    }

    /// Interrupted cells stay stopped, but the shared pools are free again; once nothing is left to stop, nobody asks any more.
    static synchronized void cellStarts() {
        poolsStopped = false;
        INTERRUPTED.removeIf(cell -> cell.activeCount() == 0);
        armed = !INTERRUPTED.isEmpty();
    }

    /// Thrown into code that was interrupted; an error, so that `catch (Exception e)` in a cell does not swallow it.
    static final class InterruptedCell extends Error {

        private static final long serialVersionUID = 1L;

        InterruptedCell() {
            super("the cell was interrupted");
        }
    }
}
