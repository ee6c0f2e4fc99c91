package infogap.feedback.store;

import com.zaxxer.hikari.HikariDataSource;
import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.NewFeedback;
import infogap.numeric.Checks;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// The feedback log in a database. Safe for use by many threads, and by several servers on one database.
///
/// A method that returns normally has done its work durably; every method throws [StoreException] when the database fails.
public final class FeedbackStore implements AutoCloseable {

    private static final String EVENT_COLUMNS = "id AS event_id, customer_id, kind, text, idempotency_key, received_at";
    private static final String HISTORIES = Database.resource("histories.sql");

    private final String product;
    private final HikariDataSource pool;
    private final InstantSource clock;
    private final Optional<Lock> writing;

    private FeedbackStore(Database database, InstantSource clock) {
        this.product = database.product();
        this.pool = database.open();
        this.clock = clock;
        // SQLite would let waiting writers poll; a fair lock lets each write in the order of asking
        this.writing = database.singleWriter() ? Optional.of(new ReentrantLock(true)) : Optional.empty();
    }

    /// Opens the database, and creates the tables that are missing.
    ///
    /// @param clock tells when an event is received
    /// @throws StoreException if the database cannot be reached or is not a database
    public static FeedbackStore open(Database database, InstantSource clock) {
        return new FeedbackStore(Checks.present("database", database), Checks.present("clock", clock));
    }

    /// Adds a customer; empty, and nothing stored, when the name is taken.
    ///
    /// @throws IllegalArgumentException if the name or the trust is not as [Customer] demands
    public Optional<Customer> add(String name, BigDecimal initialTrust) {
        String checkedName = Customer.checkedName(name);
        BigDecimal checkedTrust = Customer.checkedTrust(initialTrust);
        return write("the customer cannot be stored", connection -> insert(connection, checkedName, checkedTrust));
    }

    /// Adds the article's two customers, Alice 0.3 and Bob 0.7, to a database without customers; does nothing to any other.
    public void addDemonstration() {
        write("the demonstration cannot be stored", connection -> {
            if (all(connection.prepareStatement("SELECT 1 FROM customer LIMIT 1"), row -> row.getInt(1)).isEmpty()) {
                insert(connection, "Alice", new BigDecimal("0.3"));
                insert(connection, "Bob", new BigDecimal("0.7"));
            }
            return true;
        });
    }

    /// Appends a feedback to the log, once for every idempotency key.
    public AppendResult append(NewFeedback feedback) {
        Checks.present("feedback", feedback);
        return write("the feedback cannot be stored", connection -> {
            PreparedStatement known = connection.prepareStatement("SELECT 1 FROM customer WHERE id = ?");
            known.setLong(1, feedback.customerId());
            if (all(known, row -> row.getInt(1)).isEmpty()) {
                return new AppendResult.UnknownCustomer(feedback.customerId());
            }
            Optional<FeedbackEvent> stored = insert(connection, feedback);
            if (stored.isPresent()) {
                return new AppendResult.Stored(stored.get());
            }
            PreparedStatement select =
                    connection.prepareStatement("SELECT " + EVENT_COLUMNS + " FROM feedback_event WHERE idempotency_key = ?");
            select.setString(1, feedback.idempotencyKey());
            FeedbackEvent earlier = all(select, Rows::event).getFirst();
            return earlier.feedback().equals(feedback) ? new AppendResult.Repeated(earlier) : new AppendResult.KeyTaken(earlier);
        });
    }

    /// The customers from a number on, by number, each with the latest events about them.
    ///
    /// @param firstId   the smallest number to list
    /// @param customers how many customers to list, at most
    /// @param events    how many events to list for each, at most; the tallies count all
    public List<CustomerHistory> histories(long firstId, int customers, int events) {
        Checks.atLeast("customers", customers, 1);
        Checks.atLeast("events", events, 1);
        return read("the customers cannot be read", connection -> {
            PreparedStatement select = connection.prepareStatement(HISTORIES);
            // the event that this many others follow is the first to be listed
            select.setInt(1, events - 1);
            select.setLong(2, firstId);
            select.setInt(3, customers);
            return Rows.histories(select);
        });
    }

    /// One customer with the latest events about them; empty when there is no such customer.
    public Optional<CustomerHistory> history(long customerId, int events) {
        return histories(customerId, 1, events).stream()
                .filter(history -> history.customer().id() == customerId)
                .findAny();
    }

    /// All events about a customer, in the order of the log; none when there is no such customer.
    public List<FeedbackEvent> events(long customerId) {
        return read("the events cannot be read", connection -> {
            PreparedStatement select = connection.prepareStatement(
                    "SELECT " + EVENT_COLUMNS + " FROM feedback_event WHERE customer_id = ? ORDER BY id");
            select.setLong(1, customerId);
            return all(select, Rows::event);
        });
    }

    /// The product and version of the database, asked of the database itself: an answer says that it works.
    public String version() {
        return read("the database does not answer", connection -> {
            all(connection.prepareStatement("SELECT version FROM feedback_schema"), row -> row.getInt(1));
            return product + " " + connection.getMetaData().getDatabaseProductVersion();
        });
    }

    /// Closes the connections.
    @Override
    public void close() {
        pool.close();
    }

    private static Optional<Customer> insert(Connection connection, String name, BigDecimal trust) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO customer (name, initial_trust) VALUES (?, ?) ON CONFLICT (name) DO NOTHING RETURNING id");
        insert.setString(1, name);
        insert.setBigDecimal(2, trust);
        return all(insert, row -> new Customer(row.getLong(1), name, trust)).stream().findAny();
    }

    private Optional<FeedbackEvent> insert(Connection connection, NewFeedback feedback) throws SQLException {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO feedback_event (customer_id, kind, text, idempotency_key, received_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (idempotency_key) DO NOTHING RETURNING id");
        insert.setLong(1, feedback.customerId());
        insert.setString(2, feedback.kind().label());
        insert.setString(3, feedback.text());
        insert.setString(4, feedback.idempotencyKey());
        insert.setLong(5, ChronoUnit.MICROS.between(Instant.EPOCH, at));
        return all(insert, row -> new FeedbackEvent(row.getLong(1), feedback, at)).stream().findAny();
    }

    private static <T> List<T> all(PreparedStatement statement, SqlFunction<ResultSet, T> row) throws SQLException {
        return Rows.all(statement, row);
    }

    private <T> T read(String failure, SqlFunction<Connection, T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.apply(connection);
        } catch (SQLException e) {
            throw new StoreException(failure, e);
        }
    }

    private <T> T write(String failure, SqlFunction<Connection, T> work) {
        writing.ifPresent(Lock::lock);
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(failure, e);
        } finally {
            writing.ifPresent(Lock::unlock);
        }
    }
}
