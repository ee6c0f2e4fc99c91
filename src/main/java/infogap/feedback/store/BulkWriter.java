package infogap.feedback.store;

import infogap.feedback.Customer;
import infogap.feedback.NewFeedback;
import infogap.numeric.Checks;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// Writes many things in the one transaction that [FeedbackStore#inOneTransaction] gives it to.
public final class BulkWriter {

    private final Log log;
    private final Connection connection;
    private final Instant now;

    BulkWriter(Log log, Connection connection, Instant now) {
        this.log = log;
        this.connection = connection;
        this.now = now;
    }

    /// When this transaction began.
    public Instant now() {
        return now;
    }

    /// The customer with this name; empty when there is none.
    public Optional<Customer> named(String name) {
        return asked(() -> {
            PreparedStatement select = connection.prepareStatement("SELECT id, name, initial_trust FROM customer WHERE name = ?");
            select.setString(1, Customer.checkedName(name));
            return Rows.all(select, Rows::customer).stream().findAny();
        });
    }

    /// Adds a customer; empty when the name is taken.
    ///
    /// @throws IllegalArgumentException if the name or the trust is not as [Customer] demands
    public Optional<Customer> add(String name, BigDecimal initialTrust) {
        return asked(() -> People.insert(connection, Customer.checkedName(name), Customer.checkedTrust(initialTrust)));
    }

    /// Appends a feedback that was received at this time.
    public AppendResult append(NewFeedback feedback, Instant at) {
        return asked(() -> log.append(Checks.present("feedback", feedback), Set.of(), at.truncatedTo(ChronoUnit.MICROS)));
    }

    /// Appends a retraction that was received at this time.
    public AppendResult retract(long eventId, String reason, String key, Instant at) {
        return asked(() -> log.retract(eventId, reason, key, at.truncatedTo(ChronoUnit.MICROS)));
    }

    private interface Question<T> {

        T ask() throws SQLException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw StoreException.nothingStored("the import cannot be stored", e);
        }
    }
}
