package infogap.feedback.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The statement that reads a part of the list of customers, each with the latest events, and costs the same wherever the part begins and however much is
/// said about whom.
///
/// A database chooses how to read by what is usual; one customer with most of the feedback is not. So it is left no choice: an index's first column stands
/// between two equal bounds, which no other index can give in order, and limits are numbers and not parameters.
final class CustomerList {

    /// The customer's first event and last.
    static final String ENDS = "(SELECT f.id FROM feedback_event f WHERE f.customer_id >= c.id AND f.customer_id <= c.id ORDER BY f.customer_id, f.id LIMIT 1) AS first_id, "
            + "(SELECT l.id FROM feedback_event l WHERE l.customer_id >= c.id AND l.customer_id <= c.id ORDER BY l.customer_id DESC, l.id DESC LIMIT 1) AS last_id, ";

    private CustomerList() {}

    /// @param explain what stands in front of the statement: nothing, or what lets the database say how it would go about it
    static PreparedStatement select(Connection connection, boolean embedded, String explain, CustomerQuery query, int events) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        String direction = query.before().isPresent() ? " DESC" : "";
        // of the customers that are not returned nothing is read but the key
        PreparedStatement select = connection.prepareStatement(explain + "WITH chosen AS MATERIALIZED (" + chosen(query, embedded, direction, parameters) + ")"
                + " SELECT c.id, c.name, c.initial_trust, c.positive, c.negative, " + ENDS + Log.EVENT_COLUMNS
                + " FROM chosen JOIN customer c ON c.id = chosen.id LEFT JOIN " + latest(embedded, events)
                + " ORDER BY chosen.sort_key" + direction + ", c.id" + direction + ", e.id");
        for (int i = 0; i < parameters.size(); i++) {
            select.setObject(i + 1, parameters.get(i));
        }
        return select;
    }

    private static String chosen(CustomerQuery query, boolean embedded, String direction, List<Object> parameters) {
        boolean backward = query.before().isPresent();
        String search = query.search().isEmpty() ? "" : " AND search_key LIKE ? ESCAPE '!'";
        List<String> pattern = search.isEmpty() ? List.of() : List.of(query.pattern());
        String all = "SELECT id, " + query.key() + " AS sort_key FROM customer WHERE ";
        String limit = " LIMIT " + (query.limit() + 1);
        String end = " ORDER BY sort_key" + direction + ", id" + direction + limit;
        if (!backward && query.after().isEmpty()) {
            parameters.addAll(pattern);
            return all + "TRUE" + search + end;
        }
        String beyond = backward ? " < " : " > ";
        String key = "(SELECT " + query.key() + " FROM customer WHERE id = ?)";
        long place = query.after().orElseGet(() -> query.before().getAsLong());
        parameters.addAll(List.of(place, place));
        parameters.addAll(pattern);
        if (!embedded) {
            return all + "(" + query.key() + ", id)" + beyond + "(" + key + ", ?)" + search + end;
        }
        // SQLite looks no pair up in an index of expressions: those that are alike and further on, then those that are not alike
        parameters.add(place);
        parameters.addAll(pattern);
        return "SELECT * FROM (" + all + query.key() + " = " + key + " AND id" + beyond + "?" + search + " ORDER BY id" + direction + limit + ") alike UNION ALL SELECT * FROM ("
                + all + query.key() + beyond + key + search + end + ") others" + end;
    }

    private static String latest(boolean embedded, int events) {
        return embedded
                // the event that this many others follow is the first
                ? "feedback_event e ON e.customer_id = c.id AND e.id >= COALESCE("
                        + "(SELECT s.id FROM feedback_event s WHERE s.customer_id = c.id ORDER BY s.id DESC LIMIT 1 OFFSET " + (events - 1) + "), 0)"
                : "LATERAL (SELECT * FROM feedback_event s WHERE s.customer_id >= c.id AND s.customer_id <= c.id ORDER BY s.customer_id DESC, s.id DESC LIMIT "
                        + events + ") e ON TRUE";
    }
}
