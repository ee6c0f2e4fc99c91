package infogap.feedback.store;

import infogap.feedback.Customer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/// The statements that add and name customers.
final class People {

    private People() {}

    static Optional<Customer> insert(Connection connection, String name, BigDecimal trust) throws SQLException {
        if (isTaken(connection, name, 0)) {
            return Optional.empty();
        }
        PreparedStatement insert =
                connection.prepareStatement("INSERT INTO customer (name, search_key, initial_trust) VALUES (?, ?, ?) RETURNING id");
        insert.setString(1, name);
        insert.setString(2, Customer.searchKey(name));
        insert.setBigDecimal(3, trust);
        return Rows.all(insert, row -> new Customer(row.getLong(1), name, trust)).stream().findAny();
    }

    static RenameResult rename(Connection connection, long customerId, String name) throws SQLException {
        if (isTaken(connection, name, customerId)) {
            return new RenameResult.NameTaken();
        }
        PreparedStatement update = connection.prepareStatement("UPDATE customer SET name = ?, search_key = ? WHERE id = ? AND erased_at IS NULL"
                + " RETURNING id, name, initial_trust");
        update.setString(1, name);
        update.setString(2, Customer.searchKey(name));
        update.setLong(3, customerId);
        return Rows.all(update, Rows::customer).stream().findAny()
                .<RenameResult>map(RenameResult.Renamed::new).orElse(new RenameResult.UnknownCustomer());
    }

    private static boolean isTaken(Connection connection, String name, long except) throws SQLException {
        PreparedStatement taken = connection.prepareStatement("SELECT 1 FROM customer WHERE name = ? AND id <> ?");
        taken.setString(1, name);
        taken.setLong(2, except);
        return !Rows.all(taken, row -> row.getInt(1)).isEmpty();
    }
}
