package infogap.feedback.store;

import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.DayTally;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// The statements that read. Each result is one statement, and so one state of the database.
///
/// @param connection where to read
/// @param embedded   is it SQLite's?
record Reader(Connection connection, boolean embedded) {

    CustomerQuery.Part<CustomerHistory> customers(CustomerQuery query, int events) throws SQLException {
        boolean backward = query.before().isPresent();
        boolean cursor = backward || query.after().isPresent();
        List<CustomerHistory> found = Rows.histories(CustomerList.select(connection, embedded, "", query, events));
        boolean more = found.size() > query.limit();
        List<CustomerHistory> items = more ? found.subList(0, query.limit()) : found;
        return new CustomerQuery.Part<>(
                backward ? items.reversed() : items, backward ? more : cursor && !items.isEmpty(), backward ? !items.isEmpty() : more);
    }

    Optional<CustomerHistory> history(long customerId, HistoryPart part) throws SQLException {
        boolean forward = part.after().isPresent();
        boolean cursor = forward || part.before().isPresent();
        String direction = forward ? "" : " DESC";
        List<Long> parameters = new ArrayList<>(List.of(customerId));
        part.after().ifPresent(parameters::add);
        part.before().ifPresent(parameters::add);
        String among;
        if (embedded) {
            among = "customer_id = ?" + (!cursor ? "" : forward ? " AND id > ?" : " AND id < ?");
        } else {
            // see CustomerList for why not so on PostgreSQL
            among = !cursor ? "customer_id >= ? AND customer_id <= ?" : forward ? "(customer_id, id) > (?, ?) AND customer_id <= ?" : "(customer_id, id) < (?, ?) AND customer_id >= ?";
            parameters.add(customerId);
        }
        parameters.add(customerId);
        PreparedStatement select = connection.prepareStatement("SELECT c.id, c.name, c.initial_trust, c.positive, c.negative, " + CustomerList.ENDS
                + Log.EVENT_COLUMNS + " FROM customer c LEFT JOIN (SELECT * FROM feedback_event WHERE " + among
                + " ORDER BY customer_id" + direction + ", id" + direction + " LIMIT " + part.limit() + ") e ON e.customer_id = c.id WHERE c.id = ? ORDER BY e.id");
        for (int i = 0; i < parameters.size(); i++) {
            select.setLong(i + 1, parameters.get(i));
        }
        return Rows.histories(select).stream().findAny().map(history -> cursor && history.entries().isEmpty() ? beyond(history, forward) : history);
    }

    /// A part beyond the last event, or before the first.
    private static CustomerHistory beyond(CustomerHistory history, boolean forward) {
        boolean any = history.newer();
        return new CustomerHistory(history.customer(), List.of(), history.tally(), forward && any, !forward && any);
    }

    Map<Long, List<DayTally>> days(Collection<Long> customers) throws SQLException {
        Map<Long, List<DayTally>> days = new HashMap<>();
        customers.forEach(id -> days.put(id, new ArrayList<>()));
        if (customers.isEmpty()) {
            return days;
        }
        // numbers, which need no quoting
        String ids = customers.stream().map(id -> Long.toString(id)).collect(Collectors.joining(", "));
        PreparedStatement select = connection.prepareStatement(
                "SELECT customer_id, day, positive, negative FROM customer_day WHERE customer_id IN (" + ids + ") ORDER BY customer_id, day");
        Rows.all(select, row -> days.get(row.getLong(1))
                .add(new DayTally(LocalDate.ofEpochDay(row.getLong(2)), new Tally(row.getLong(3), row.getLong(4)))));
        return days;
    }

    void forEachEvent(BiConsumer<FeedbackEvent, Customer> reader) throws SQLException {
        each("SELECT c.id, c.name, c.initial_trust, " + Log.EVENT_COLUMNS + " FROM feedback_event e JOIN customer c ON c.id = e.customer_id ORDER BY e.id",
                row -> reader.accept(Rows.event(row), Rows.customer(row)));
    }

    void forEachCustomer(BiConsumer<Customer, Tally> reader) throws SQLException {
        each("SELECT id, name, initial_trust, positive, negative FROM customer ORDER BY id",
                row -> reader.accept(Rows.customer(row), new Tally(row.getLong("positive"), row.getLong("negative"))));
    }

    private interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    /// Row by row, however many there are. PostgreSQL's driver does so only in a transaction; SQLite's does always, and its transactions here are
    /// those of a writer.
    private void each(String query, RowReader reader) throws SQLException {
        connection.setAutoCommit(embedded);
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setFetchSize(1000);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } finally {
            if (!embedded) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    List<String> findings() throws SQLException {
        List<String> findings = new ArrayList<>();
        if (embedded) {
            findings.addAll(Rows.all(connection.prepareStatement("PRAGMA integrity_check(100)"), row -> row.getString(1)));
            findings.remove("ok");
        }
        findings.addAll(Rows.all(connection.prepareStatement(Schema.resource("verify.sql")), row -> row.getString(1)));
        return List.copyOf(findings);
    }
}
