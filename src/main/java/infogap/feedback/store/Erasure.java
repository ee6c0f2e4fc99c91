package infogap.feedback.store;

import infogap.feedback.Customer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.OptionalInt;

/// The statements that erase a person. Of an event stay its number, customer, kind, time and tallies, and that it retracts another.
///
/// @param connection a connection in a transaction
record Erasure(Connection connection) {

    private static final String ERASE =
            "UPDATE feedback_event SET text = NULL, author = NULL, purchase = NULL, idempotency_key = 'erased ' || id WHERE text IS NOT NULL AND ";

    OptionalInt customer(long customerId, Instant at) throws SQLException {
        String name = "Erased customer " + customerId;
        // somebody may have taken the name
        while (taken(name)) {
            name += "*";
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE customer SET name = ?, search_key = ?, erased_at = ? WHERE id = ? AND erased_at IS NULL")) {
            update.setString(1, name);
            update.setString(2, Customer.searchKey(name));
            update.setLong(3, Log.micros(at));
            update.setLong(4, customerId);
            if (update.executeUpdate() == 0) {
                return OptionalInt.empty();
            }
        }
        try (PreparedStatement erase = connection.prepareStatement(ERASE + "customer_id = ?")) {
            erase.setLong(1, customerId);
            return OptionalInt.of(erase.executeUpdate());
        }
    }

    int author(String author) throws SQLException {
        try (PreparedStatement erase = connection.prepareStatement(ERASE + "author = ?")) {
            erase.setString(1, author);
            return erase.executeUpdate();
        }
    }

    private boolean taken(String name) throws SQLException {
        PreparedStatement select = connection.prepareStatement("SELECT 1 FROM customer WHERE name = ?");
        select.setString(1, name);
        return !Rows.all(select, row -> row.getInt(1)).isEmpty();
    }

    /// Overwrites what databases keep of old rows for a while: SQLite's write-ahead log, PostgreSQL's old versions.
    static boolean clear(Connection connection, boolean embedded) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(embedded ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM feedback_event, customer");
        }
    }
}
