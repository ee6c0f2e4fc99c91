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
import java.util.HashMap;
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
        NewFeedback feedback = new NewFeedback(row.getLong("customer_id"), FeedbackKind.of(row.getString("kind")), row.getString("text"),
                row.getString("idempotency_key"));
        return new FeedbackEvent(
                row.getLong("event_id"), feedback, Instant.EPOCH.plus(row.getLong("received_at"), ChronoUnit.MICROS));
    }

    /// The rows of `histories.sql` as histories.
    static List<CustomerHistory> histories(PreparedStatement statement) throws SQLException {
        Map<Customer, List<FeedbackEvent>> events = new LinkedHashMap<>();
        Map<Customer, Tally> totals = new HashMap<>();
        all(statement, row -> {
            Customer customer = new Customer(row.getLong("id"), row.getString("name"), new BigDecimal(row.getString("initial_trust")));
            totals.put(customer, new Tally(row.getLong("positive"), row.getLong("negative")));
            List<FeedbackEvent> own = events.computeIfAbsent(customer, c -> new ArrayList<>());
            // a customer without events has one row without an event
            row.getLong("event_id");
            return row.wasNull() || own.add(event(row));
        });
        return events.entrySet().stream()
                .map(entry -> CustomerHistory.latest(entry.getKey(), entry.getValue(), totals.get(entry.getKey())))
                .toList();
    }
}
