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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return event(row, row.getLong("customer_id"));
    }

    private static FeedbackEvent event(ResultSet row, long customerId) throws SQLException {
        NewFeedback feedback = new NewFeedback(
                customerId, FeedbackKind.of(row.getString("kind")), row.getString("text"), row.getString("idempotency_key"));
        return new FeedbackEvent(
                row.getLong("event_id"), feedback, Instant.EPOCH.plus(row.getLong("received_at"), ChronoUnit.MICROS));
    }

    static List<CustomerHistory> histories(PreparedStatement statement) throws SQLException {
        Map<Customer, List<CustomerHistory.Entry>> entries = new LinkedHashMap<>();
        all(statement, row -> {
            Customer customer = new Customer(row.getLong("id"), row.getString("name"), new BigDecimal(row.getString("initial_trust")));
            List<CustomerHistory.Entry> own = entries.computeIfAbsent(customer, c -> new ArrayList<>());
            // a customer without events has one row without an event
            row.getLong("event_id");
            return row.wasNull()
                    || own.add(new CustomerHistory.Entry(
                            event(row, customer.id()), new Tally(row.getLong("positive"), row.getLong("negative"))));
        });
        return entries.entrySet().stream()
                .map(entry -> new CustomerHistory(entry.getKey(), entry.getValue()))
                .toList();
    }
}
