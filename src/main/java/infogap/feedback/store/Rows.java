package infogap.feedback.store;

import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.Tally;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Rows of the database as values.
final class Rows {

    private Rows() {}

    /// Runs the statement, reads every row, and closes the statement.
    static <T> List<T> all(PreparedStatement statement, SqlFunction<ResultSet, T> row) throws SQLException {
        try (statement;
                ResultSet rows = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(row.apply(rows));
            }
            return values;
        }
    }

    static FeedbackEvent event(ResultSet row) throws SQLException {
        String text = row.getString("text");
        // the key of an event that was erased holds a space, which no client's key does
        String key = row.getString("idempotency_key").replace(' ', '-');
        NewFeedback feedback = new NewFeedback(row.getLong("customer_id"), FeedbackKind.of(row.getString("kind")),
                text == null ? FeedbackEvent.ERASED : text, key, Optional.ofNullable(row.getString("author")),
                Optional.ofNullable(row.getString("purchase")));
        long retracted = row.getLong("retracts");
        OptionalLong retracts = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(retracted);
        return new FeedbackEvent(row.getLong("event_id"), feedback, Instant.EPOCH.plus(row.getLong("received_at"), ChronoUnit.MICROS),
                retracts, text == null);
    }

    static CustomerHistory.Entry entry(ResultSet row) throws SQLException {
        return new CustomerHistory.Entry(event(row), new Tally(row.getLong("event_positive"), row.getLong("event_negative")));
    }

    static Customer customer(ResultSet row) throws SQLException {
        return new Customer(row.getLong("id"), row.getString("name"), new BigDecimal(row.getString("initial_trust")));
    }

    /// Rows of customers, each with an event or none, as histories: successive rows of one customer become one history.
    static List<CustomerHistory> histories(PreparedStatement statement) throws SQLException {
        List<CustomerHistory> histories = new ArrayList<>();
        List<CustomerHistory.Entry> entries = new ArrayList<>();
        all(statement, row -> {
            Customer customer = customer(row);
            if (histories.isEmpty() || histories.getLast().customer().id() != customer.id()) {
                entries.clear();
            } else {
                histories.removeLast();
            }
            // a customer without events has one row without an event
            row.getLong("event_id");
            if (!row.wasNull()) {
                entries.add(entry(row));
            }
            boolean older = !entries.isEmpty() && row.getLong("first_id") < entries.getFirst().event().id();
            boolean newer = entries.isEmpty() ? row.getLong("last_id") > 0 : row.getLong("last_id") > entries.getLast().event().id();
            return histories.add(new CustomerHistory(
                    customer, entries, new Tally(row.getLong("positive"), row.getLong("negative")), older, newer));
        });
        return histories;
    }
}
