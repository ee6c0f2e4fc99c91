package infogap.feedback.store;

import infogap.feedback.TrustPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;

/// Keeps the customers in the orders of a list, so that a part of it is found without looking at all of them.
///
/// An index holds the value of an expression, and is used where a query has the same expression; so there is one for each order and policy, with the name
/// that is searched beside it. Both databases keep them up by themselves.
final class Orders {

    private static final List<CustomerQuery.Order> COMPUTED =
            List.of(CustomerQuery.Order.FEEDBACK, CustomerQuery.Order.LOWEST, CustomerQuery.Order.HIGHEST);

    private Orders() {}

    static void keep(Connection connection, TrustPolicy policy) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (CustomerQuery.Order order : COMPUTED) {
                String key = new CustomerQuery("", order, policy, OptionalLong.empty(), OptionalLong.empty(), 1).key();
                statement.executeUpdate("CREATE INDEX IF NOT EXISTS customer_by_" + order.label() + "_" + Integer.toHexString(key.hashCode())
                        + " ON customer ((" + key + "), id, search_key)");
            }
        }
    }
}
