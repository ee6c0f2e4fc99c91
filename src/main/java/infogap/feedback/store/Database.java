package infogap.feedback.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import infogap.numeric.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A database that the feedback log can live in: how to reach it, and how it differs from the others.
///
/// @param product  what a person calls it; without user, password or host
/// @param source   hands out connections
/// @param file     the file that holds it; empty for a database behind a server
/// @param patience how long a request waits for the database before it fails
public record Database(String product, DataSource source, Optional<Path> file, Duration patience) {

    private static final String FILE = "feedback.db";
    private static final int READERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Bytes that a write-ahead log keeps when everything in it is in the database file.
    private static final int JOURNAL = 4 << 20;

    /// The embedded database: SQLite in the file `feedback.db` of a folder, which is created where it is missing.
    ///
    /// @throws UncheckedIOException if the folder cannot be created
    public static Database inFolder(Path folder) {
        Checks.present("folder", folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " for the database cannot be created", e);
        }
        return sqlite("jdbc:sqlite:" + folder.resolve(FILE).toAbsolutePath(), PATIENCE);
    }

    /// The database at a JDBC address: `jdbc:postgresql://host/name?user=…` or `jdbc:sqlite:FILE`.
    ///
    /// A PostgreSQL password need not stand in the address: the driver reads `~/.pgpass`.
    ///
    /// @throws IllegalArgumentException for any other address, or one that the driver cannot read
    public static Database at(String address) {
        Checks.text("database", address);
        if (address.startsWith("jdbc:sqlite:")) {
            return sqlite(address, PATIENCE);
        }
        if (address.startsWith("jdbc:postgresql:")) {
            return postgresql(address);
        }
        // the address is not repeated: it may hold a password
        throw new IllegalArgumentException("database must be an address that starts with jdbc:postgresql: or jdbc:sqlite:");
    }

    /// The same database with requests that wait longer or less long.
    ///
    /// @throws IllegalArgumentException if it is below a quarter of a second
    public Database withPatience(Duration other) {
        if (Checks.present("patience", other).compareTo(Duration.ofMillis(250)) < 0) {
            throw new IllegalArgumentException("patience must be at least 250 ms, but is " + other);
        }
        if (isEmbedded()) {
            return sqlite(((SQLiteDataSource) source).getUrl(), other);
        }
        PGSimpleDataSource copy = new PGSimpleDataSource();
        try {
            copy.initializeFrom((PGSimpleDataSource) source);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return patient(copy, other);
    }

    /// Does it live in a file of this machine, with one writer at a time?
    public boolean isEmbedded() {
        return source instanceof SQLiteDataSource;
    }

    private static Database sqlite(String address, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // in a write-ahead log only FULL waits for the disk at every commit
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // a transaction that begins as a reader and then writes would be refused instead of waiting
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) patience.toMillis());
        config.setJournalSizeLimit(JOURNAL);
        // what is erased is overwritten, not only unlinked
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(address);
        String path = address.substring("jdbc:sqlite:".length()).replaceFirst("^file:", "").replaceFirst("\\?.*", "");
        boolean onDisk = !path.isEmpty() && !path.startsWith(":");
        return new Database("SQLite", source, onDisk ? Optional.of(Path.of(path).toAbsolutePath()) : Optional.empty(), patience);
    }

    private static Database postgresql(String address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(address);
        } catch (IllegalArgumentException holdsTheAddress) {
            throw new IllegalArgumentException("database must be an address such as jdbc:postgresql://HOST:PORT/NAME?user=USER, "
                    + "and the driver cannot read this one");
        }
        source.setApplicationName("infogap-feedback");
        source.setTcpKeepAlive(true);
        return patient(source, PATIENCE);
    }

    /// A server that takes what is sent and says nothing, as one behind a network that broke, is given up in the end.
    private static Database patient(PGSimpleDataSource source, Duration patience) {
        int seconds = Math.toIntExact(Math.max(1, patience.toSeconds()));
        source.setConnectTimeout(seconds);
        source.setLoginTimeout(seconds);
        source.setSocketTimeout(seconds);
        return new Database("PostgreSQL", source, Optional.empty(), patience);
    }

    /// Lets what is asked on this connection take its time: a look through the whole log, or a change of all tables.
    static void unhurried(Connection connection) throws SQLException {
        if (!(connection.getMetaData().getURL().startsWith("jdbc:sqlite:"))) {
            connection.setNetworkTimeout(Runnable::run, 0);
        }
    }

    /// Brings the tables to the version of this code.
    ///
    /// @throws StoreException           if the database cannot be reached or is not a database
    /// @throws IllegalArgumentException if its tables are of a version that this code does not know, or it cannot hold the log; nothing in
    ///                                  it was changed
    void prepare() {
        try {
            Schema.prepare(this);
        } catch (SQLException e) {
            throw StoreException.nothingStored("the " + product + " database cannot be opened", e);
        }
    }

    /// Looks whether the file still begins as a database does. Only SQLite itself may open it: it keeps its locks when it closes one of several
    /// connections, which other code in this process would take from it. Immutable, because otherwise the write-ahead log is read instead of the file.
    ///
    /// @throws SQLException if it does not
    void checkHeader() throws SQLException {
        if (file.isEmpty()) {
            return;
        }
        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.get().toUri() + "?immutable=1", reading.toProperties())) {
            Rows.all(connection.prepareStatement("PRAGMA schema_version"), row -> row.getInt(1));
        }
    }

    /// A pool of connections that are checked when they are taken: one to write, or several to read.
    HikariDataSource pool(boolean writing) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName(writing ? "feedback-writer" : "feedback-readers");
        config.setMaximumPoolSize(writing ? 1 : READERS);
        config.setMinimumIdle(writing ? 0 : 1);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(Math.min(5000, patience.toMillis()));
        return new HikariDataSource(config);
    }

    /// The product only: the source knows the password.
    @Override
    public String toString() {
        return product;
    }
}
