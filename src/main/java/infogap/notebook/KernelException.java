package infogap.notebook;

import java.util.List;

/// A kernel that could not do what was asked of it, for a reason that lies outside the code of a cell.
public final class KernelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What went wrong.
    public enum Reason {
        /// The process could not be started, or ended or stayed silent before it was ready.
        NOT_STARTED("KernelNotStarted"),
        /// The process ended while a cell was running.
        DIED("KernelDied"),
        /// A cell did not end within its time.
        TIME_LIMIT("CellTimeLimit"),
        /// The kernel answered against the protocol.
        PROTOCOL("KernelProtocolError"),
        /// The caller asked to stop.
        CANCELLED("Cancelled");

        private final String errorName;

        Reason(String errorName) {
            this.errorName = errorName;
        }

        /// What stands where a cell's error has the exception's class.
        public String errorName() {
            return errorName;
        }
    }

    private final Reason reason;
    private final transient List<String> lastOutput;

    KernelException(Reason reason, String message, List<String> lastOutput) {
        super(message);
        this.reason = reason;
        this.lastOutput = List.copyOf(lastOutput);
    }

    /// What went wrong.
    public Reason reason() {
        return reason;
    }

    /// The failure in the form of a cell's error; the last lines that the process wrote stand where the traceback does.
    public CellError asCellError() {
        return new CellError(reason.errorName(), getMessage(), lastOutput);
    }
}
