package infogap.feedback.store;

import com.zaxxer.hikari.HikariDataSource;
import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.DayTally;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.Tally;
import infogap.feedback.TrustPolicy;
import infogap.numeric.Checks;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The feedback log in a database. Safe for use by many threads, and by several servers on one database.
///
/// A method that returns normally has done its work durably; every method throws [StoreException] when the database fails.
public final class FeedbackStore implements AutoCloseable {

    private static final long LOOK_THROUGH = TimeUnit.MINUTES.toNanos(1);
    private static final long MODERATE = 64 << 20;

    private final Database database;
    private final HikariDataSource readers;
    private final Writer writer;
    private final InstantSource clock;
    private volatile long lookedThrough = System.nanoTime() - LOOK_THROUGH;

    private FeedbackStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        database.prepare();
        this.readers = database.pool(false);
        this.writer = new Writer(database);
    }

    /// Opens the database, and creates the tables that are missing.
    ///
    /// @param clock tells when an event is received
    /// @throws StoreException           if the database cannot be reached or is not a database
    /// @throws IllegalArgumentException if a newer Infogap wrote it or it cannot hold the log; it is left as it was
    public static FeedbackStore open(Database database, InstantSource clock) {
        return new FeedbackStore(Checks.present("database", database), Checks.present("clock", clock));
    }

    /// Lets the database keep the customers in the orders of a list under this policy. Without it a list is right as well, and slow for very many customers.
    ///
    /// @throws StoreException also if the database's user may not make an index
    public void keepOrders(TrustPolicy policy) {
        Checks.present("policy", policy);
        write("the orders of the list cannot be kept", connection -> {
            Orders.keep(connection, policy);
            return true;
        });
    }

    /// The database behind this store.
    public Database database() {
        return database;
    }

    /// Adds a customer; empty, and nothing stored, when the name is taken.
    ///
    /// @throws IllegalArgumentException if the name or the trust is not as [Customer] demands
    public Optional<Customer> add(String name, BigDecimal initialTrust) {
        String checkedName = Customer.checkedName(name);
        BigDecimal checkedTrust = Customer.checkedTrust(initialTrust);
        return write("the customer cannot be stored", connection -> People.insert(connection, checkedName, checkedTrust));
    }

    /// Gives a customer another name; the feedback about them stays as it is.
    ///
    /// @throws IllegalArgumentException if the name is not as [Customer] demands
    public RenameResult rename(long customerId, String name) {
        String checkedName = Customer.checkedName(name);
        return write("the name cannot be stored", connection -> People.rename(connection, customerId, checkedName));
    }

    /// Adds the article's two customers, Alice 0.3 and Bob 0.7, to a database without customers; does nothing to any other.
    public void addDemonstration() {
        write("the demonstration cannot be stored", connection -> {
            if (Rows.all(connection.prepareStatement("SELECT 1 FROM customer LIMIT 1"), row -> row.getInt(1)).isEmpty()) {
                People.insert(connection, "Alice", new BigDecimal("0.3"));
                People.insert(connection, "Bob", new BigDecimal("0.7"));
            }
            return true;
        });
    }

    /// Appends a feedback to the log, once for every idempotency key.
    public AppendResult append(NewFeedback feedback) {
        return append(feedback, Set.of());
    }

    /// Appends a feedback to the log, once for every idempotency key, and at most once for each of these sources.
    public AppendResult append(NewFeedback feedback, Set<FeedbackSource> once) {
        Checks.present("feedback", feedback);
        Checks.present("once", once);
        return write("the feedback cannot be stored", connection -> log(connection).append(feedback, once, now()));
    }

    /// Takes a feedback back by a further event, so that it counts no longer; the feedback stays in the log.
    ///
    /// @param eventId the feedback's number
    /// @param reason  why, as the text of a feedback
    /// @param key     an idempotency key as that of a feedback
    /// @throws IllegalArgumentException if the reason or the key is not as [NewFeedback] demands
    public AppendResult retract(long eventId, String reason, String key) {
        // checked here: in the writer a refusal would end the work of others
        NewFeedback checked = new NewFeedback(1, FeedbackKind.POSITIVE, reason, key);
        return write("the retraction cannot be stored",
                connection -> log(connection).retract(eventId, checked.text(), checked.idempotencyKey(), now()));
    }

    private Log log(Connection connection) {
        return new Log(connection, database.isEmbedded());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// A part of the list of customers, each with the latest events about them.
    ///
    /// @param events how many events to list for each, at most; the tallies count all
    public CustomerQuery.Part<CustomerHistory> customers(CustomerQuery query, int events) {
        Checks.atLeast("events", events, 1);
        return read("the customers cannot be read", connection -> new Reader(connection, database.isEmbedded()).customers(query, events));
    }

    /// A customer with a part of the log about them; empty when there is no such customer.
    public Optional<CustomerHistory> history(long customerId, HistoryPart part) {
        return read("the events cannot be read", connection -> new Reader(connection, database.isEmbedded()).history(customerId, part));
    }

    /// One customer with the latest events about them; empty when there is no such customer.
    public Optional<CustomerHistory> history(long customerId, int events) {
        return history(customerId, HistoryPart.latest(events));
    }

    /// The days of these customers' feedback, in the order of time; a customer without feedback has none.
    public Map<Long, List<DayTally>> days(Collection<Long> customers) {
        return read("the days cannot be read", connection -> new Reader(connection, database.isEmbedded()).days(customers));
    }

    /// The customer with this name, as [Customer#checkedName] writes it; empty when there is none.
    public Optional<Customer> named(String name) {
        return read("the customers cannot be read", connection -> {
            PreparedStatement select = connection.prepareStatement("SELECT id, name, initial_trust FROM customer WHERE name = ?");
            select.setString(1, name);
            return Rows.all(select, Rows::customer).stream().findAny();
        });
    }

    /// One entry of the log; empty when there is no such entry.
    public Optional<FeedbackEvent> event(long eventId) {
        return read("the event cannot be read", connection -> log(connection).withId(eventId));
    }

    /// All events about a customer, in the order of the log; none when there is no such customer.
    public List<FeedbackEvent> events(long customerId) {
        return read("the events cannot be read", connection -> {
            PreparedStatement select = connection.prepareStatement(
                    "SELECT " + Log.EVENT_COLUMNS + " FROM feedback_event e WHERE e.customer_id = ? ORDER BY e.id");
            select.setLong(1, customerId);
            return Rows.all(select, Rows::event);
        });
    }

    /// Does many things in one transaction: all of them, or none when the work throws.
    public <T> T inOneTransaction(Function<BulkWriter, T> work) {
        Checks.present("work", work);
        return write("the import cannot be stored", connection -> {
            Database.unhurried(connection);
            return work.apply(new BulkWriter(log(connection), connection, now()));
        });
    }

    /// Lets PostgreSQL count again what is in the tables, as it does by itself within minutes: until then it reads a table that was just filled as if it were
    /// still small.
    public void analyse() {
        if (!database.isEmbedded()) {
            write("the tables cannot be counted", connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("ANALYZE customer, feedback_event, customer_day");
                }
            });
        }
    }

    /// Tells every event with its customer, in the order of the log, as it is at one moment.
    public void forEachEvent(BiConsumer<FeedbackEvent, Customer> reader) {
        Checks.present("reader", reader);
        read("the events cannot be read", connection -> {
            Database.unhurried(connection);
            new Reader(connection, database.isEmbedded()).forEachEvent(reader);
            return true;
        });
    }

    /// Tells every customer with the tally, in the order of their numbers, as they are at one moment.
    public void forEachCustomer(BiConsumer<Customer, Tally> reader) {
        Checks.present("reader", reader);
        read("the customers cannot be read", connection -> {
            Database.unhurried(connection);
            new Reader(connection, database.isEmbedded()).forEachCustomer(reader);
            return true;
        });
    }

    /// What an author wrote, in the order of the log.
    public List<FeedbackEvent> eventsBy(String author) {
        return read("the events cannot be read", connection -> {
            PreparedStatement select = connection.prepareStatement(
                    "SELECT " + Log.EVENT_COLUMNS + " FROM feedback_event e WHERE e.author = ? ORDER BY e.id");
            select.setString(1, author);
            return Rows.all(select, Rows::event);
        });
    }

    /// Erases a customer: the name, and the text, author and purchase number of every event about them. The tallies and the bare events stay, so
    /// that every score can still be computed from the log; no feedback about them is taken any more.
    ///
    /// @return how many events were erased; empty when there is no such customer, or it was erased before
    public OptionalInt eraseCustomer(long customerId) {
        OptionalInt erased = write("the customer cannot be erased", connection -> {
            Database.unhurried(connection);
            return new Erasure(connection).customer(customerId, now());
        });
        clearErased();
        return erased;
    }

    /// Erases an author: the text, author and purchase number of every event that they wrote.
    ///
    /// @return how many events were erased
    public int eraseAuthor(String author) {
        int erased = write("the author cannot be erased", connection -> {
            Database.unhurried(connection);
            return new Erasure(connection).author(author);
        });
        clearErased();
        return erased;
    }

    private void clearErased() {
        read("what was erased is erased, but its rest cannot be cleared", connection -> {
            Database.unhurried(connection);
            return Erasure.clear(connection, database.isEmbedded());
        });
    }

    /// Copies the database as it is at one moment, while others read and write it, to a new file that is whole or not there.
    ///
    /// @throws IllegalArgumentException if the database is not in a file
    /// @throws UncheckedIOException     if the file is there or cannot be written
    public void backUp(Path file) {
        Backup.of(this, Checks.present("file", file));
    }

    /// What in the database does not follow from its log: tallies that are not the sums of their events, events about nobody, and what the
    /// database itself finds damaged. Empty when all is well; at most a hundred lines of each kind.
    public List<String> verify() {
        return read("the database cannot be checked", connection -> {
            Database.unhurried(connection);
            return new Reader(connection, database.isEmbedded()).findings();
        });
    }

    /// Writes to the database and reads from it, so that an answer says that it works. Once a minute a database in a file of moderate size is
    /// looked through for damage.
    public void check() {
        try {
            database.checkHeader();
        } catch (SQLException e) {
            throw StoreException.nothingStored("the database is damaged", e);
        }
        if (database.isEmbedded() && isModerate() && System.nanoTime() - lookedThrough > LOOK_THROUGH) {
            List<String> damage = read("the database cannot be read",
                    connection -> Rows.all(connection.prepareStatement("PRAGMA quick_check(1)"), row -> row.getString(1)));
            if (!damage.equals(List.of("ok"))) {
                throw StoreException.nothingStored("the database is damaged: " + damage);
            }
            lookedThrough = System.nanoTime();
        }
        write("the database cannot be written", connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE feedback_health SET checked_at = ?")) {
                update.setLong(1, Log.micros(now()));
                if (update.executeUpdate() != 1) {
                    throw new SQLException("the table feedback_health has lost its row");
                }
            }
            return Rows.all(connection.prepareStatement("SELECT id FROM feedback_event ORDER BY id DESC LIMIT 1"), row -> row.getLong(1));
        });
    }

    private boolean isModerate() {
        return database.file().map(file -> file.toFile().length() <= MODERATE).orElse(false);
    }

    /// The product and version of the database.
    public String version() {
        return read("the database does not answer",
                connection -> database.product() + " " + connection.getMetaData().getDatabaseProductVersion());
    }

    /// Reads in one connection.
    <T> T read(String failure, SqlFunction<Connection, T> work) {
        try (Connection connection = readers.getConnection()) {
            return work.apply(connection);
        } catch (SQLException e) {
            throw StoreException.nothingStored(failure, e);
        }
    }

    /// Writes in one transaction.
    <T> T write(String failure, SqlFunction<Connection, T> work) {
        return writer.write(failure, work);
    }

    /// Writes what is waiting, and closes the connections.
    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
