package infogap.feedback.store;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The database could not do what it was asked: it is not reachable, the disk is full, the file is not a database.
///
/// Nothing was stored, where [#isOutcomeKnown]. Otherwise the connection broke while the database was committing, and nobody knows whether the
/// work is stored: it may be sent again, a feedback with the same idempotency key.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean outcomeKnown;

    private StoreException(String message, Throwable cause, boolean outcomeKnown) {
        super(message, cause);
        this.outcomeKnown = outcomeKnown;
    }

    static StoreException nothingStored(String what, SQLException cause) {
        return new StoreException(what + ": " + reason(cause), cause, true);
    }

    static StoreException nothingStored(String what) {
        return new StoreException(what, null, true);
    }

    static StoreException unknown(String what, Throwable cause) {
        return new StoreException(what + ", or it is stored and the database could not say so: "
                + (cause instanceof SQLException sql ? reason(sql) : cause.getMessage()), cause, false);
    }

    /// Is it certain that nothing was stored?
    public boolean isOutcomeKnown() {
        return outcomeKnown;
    }

    /// PostgreSQL adds the values of the row to its message: what somebody wrote does not belong into a log.
    private static String reason(SQLException cause) {
        ServerErrorMessage server = cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return server == null ? cause.getMessage() : server.getMessage();
    }
}
