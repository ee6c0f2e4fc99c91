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
record Reader(Connection connection) {

    private static final String ENDS = "(SELECT MIN(f.id) FROM feedback_event f WHERE f.customer_id = c.id) AS first_id, "
            + "(SELECT MAX(l.id) FROM feedback_event l WHERE l.customer_id = c.id) AS last_id, ";

    CustomerQuery.Part<CustomerHistory> customers(CustomerQuery query, int events) throws SQLException {
        boolean backward = query.before().isPresent();
        boolean cursor = backward || query.after().isPresent();
        List<CustomerHistory> found = Rows.histories(list("", query, events));
        boolean more = found.size() > query.limit();
        List<CustomerHistory> items = more ? found.subList(0, query.limit()) : found;
        return new CustomerQuery.Part<>(
                backward ? items.reversed() : items, backward ? more : cursor && !items.isEmpty(), backward ? !items.isEmpty() : more);
    }

    /// @param explain what stands in front of the statement: nothing, or what lets the database say how it would go about it
    PreparedStatement list(String explain, CustomerQuery query, int events) throws SQLException {
        boolean backward = query.before().isPresent();
        boolean cursor = backward || query.after().isPresent();
        String direction = backward ? " DESC" : "";
        String beyond = backward ? " < ?" : " > ?";
        String key = "(SELECT " + query.key() + " FROM customer WHERE id = ?)";
        String search = query.search().isEmpty() ? "" : " AND search_key LIKE ? ESCAPE '!'";
        String all = "SELECT id, " + query.key() + " AS sort_key FROM customer WHERE ";
        String end = " ORDER BY sort_key" + direction + ", id" + direction + " LIMIT ?";
        // those that are alike and further on, then those that are not alike: SQLite looks no pair up in an index of expressions, and sorts what is equal to one
        String chosen = cursor
                ? "SELECT * FROM (" + all + query.key() + " = " + key + " AND id" + beyond + search + " ORDER BY id" + direction + " LIMIT ?) alike UNION ALL SELECT * FROM ("
                        + all + query.key() + beyond.replace("?", key) + search + end + ") others" + end
                : all + "TRUE" + search + end;
        // only the events that are returned are read, and of the other customers nothing but the key
        String statement = explain + "WITH chosen AS MATERIALIZED (" + chosen + ")"
                + " SELECT c.id, c.name, c.initial_trust, c.positive, c.negative, " + ENDS + Log.EVENT_COLUMNS
                + " FROM chosen JOIN customer c ON c.id = chosen.id LEFT JOIN feedback_event e ON e.customer_id = c.id AND e.id >= COALESCE("
                + "(SELECT s.id FROM feedback_event s WHERE s.customer_id = c.id ORDER BY s.id DESC LIMIT 1 OFFSET ?), 0)"
                + " ORDER BY chosen.sort_key" + direction + ", c.id" + direction + ", e.id";
        int limit = query.limit() + 1;
        List<Object> parameters = new ArrayList<>();
        List<String> pattern = search.isEmpty() ? List.of() : List.of(query.pattern());
        if (cursor) {
            long place = query.after().orElseGet(() -> query.before().getAsLong());
            parameters.addAll(List.of(place, place));
            parameters.addAll(pattern);
            parameters.addAll(List.of(limit, place));
        }
        parameters.addAll(pattern);
        parameters.add(limit);
        if (cursor) {
            parameters.add(limit);
        }
        // the event that this many others follow is the first to be listed
        parameters.add(events - 1);
        PreparedStatement select = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.size(); i++) {
            select.setObject(i + 1, parameters.get(i));
        }
        return select;
    }

    Optional<CustomerHistory> history(long customerId, HistoryPart part) throws SQLException {
        boolean forward = part.after().isPresent();
        boolean cursor = forward || part.before().isPresent();
        PreparedStatement select = connection.prepareStatement("SELECT c.id, c.name, c.initial_trust, c.positive, c.negative, " + ENDS
                + Log.EVENT_COLUMNS + " FROM customer c LEFT JOIN (SELECT * FROM feedback_event WHERE customer_id = ?"
                + (cursor ? " AND id " + (forward ? ">" : "<") + " ?" : "") + " ORDER BY id" + (forward ? "" : " DESC") + " LIMIT ?) e"
                + " ON e.customer_id = c.id WHERE c.id = ? ORDER BY e.id");
        int parameter = 1;
        select.setLong(parameter++, customerId);
        if (cursor) {
            select.setLong(parameter++, part.after().orElseGet(() -> part.before().getAsLong()));
        }
        select.setInt(parameter++, part.limit());
        select.setLong(parameter, customerId);
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

    void forEachEvent(BiConsumer<FeedbackEvent, Customer> reader, boolean embedded) throws SQLException {
        each("SELECT c.id, c.name, c.initial_trust, " + Log.EVENT_COLUMNS + " FROM feedback_event e JOIN customer c ON c.id = e.customer_id ORDER BY e.id",
                row -> reader.accept(Rows.event(row), Rows.customer(row)), embedded);
    }

    void forEachCustomer(BiConsumer<Customer, Tally> reader, boolean embedded) throws SQLException {
        each("SELECT id, name, initial_trust, positive, negative FROM customer ORDER BY id",
                row -> reader.accept(Rows.customer(row), new Tally(row.getLong("positive"), row.getLong("negative"))), embedded);
    }

    private interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    /// Row by row, however many there are. PostgreSQL's driver does so only in a transaction; SQLite's does always, and its transactions here are
    /// those of a writer.
    private void each(String query, RowReader reader, boolean embedded) throws SQLException {
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

    List<String> findings(boolean embedded) throws SQLException {
        List<String> findings = new ArrayList<>();
        if (embedded) {
            findings.addAll(Rows.all(connection.prepareStatement("PRAGMA integrity_check(100)"), row -> row.getString(1)));
            findings.remove("ok");
        }
        findings.addAll(Rows.all(connection.prepareStatement(Schema.resource("verify.sql")), row -> row.getString(1)));
        return List.copyOf(findings);
    }
}
