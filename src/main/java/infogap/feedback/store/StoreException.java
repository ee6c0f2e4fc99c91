package infogap.feedback.store;

import java.sql.SQLException;

/// The database could not do what it was asked: it is not reachable, the disk is full, the file is not a database.
/// Nothing was stored.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
