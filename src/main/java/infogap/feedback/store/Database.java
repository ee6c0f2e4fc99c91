package infogap.feedback.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import infogap.numeric.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A database that the feedback log can live in: how to reach it, and how it differs from the others.
///
/// @param product      what a person calls it; without user, password or host
/// @param source       hands out connections
/// @param schema       the file with the statements that create the tables where they are missing
/// @param singleWriter does the database let one transaction write at a time?
public record Database(String product, DataSource source, String schema, boolean singleWriter) {

    private static final String FILE = "feedback.db";
    private static final int VERSION = 1;
    private static final int CONNECTIONS = 8;
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);

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
        return sqlite("jdbc:sqlite:" + folder.resolve(FILE).toAbsolutePath());
    }

    /// The database at a JDBC address: `jdbc:postgresql://host/name?user=…` or `jdbc:sqlite:FILE`.
    ///
    /// A PostgreSQL password need not stand in the address: the driver reads `~/.pgpass`.
    ///
    /// @throws IllegalArgumentException for any other address, or one that the driver cannot read
    public static Database at(String address) {
        Checks.text("database", address);
        if (address.startsWith("jdbc:sqlite:")) {
            return sqlite(address);
        }
        if (address.startsWith("jdbc:postgresql:")) {
            return postgresql(address);
        }
        // the address is not repeated: it may hold a password
        throw new IllegalArgumentException("database must be an address that starts with jdbc:postgresql: or jdbc:sqlite:");
    }

    private static Database sqlite(String address) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // in a write-ahead log only FULL waits for the disk at every commit
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // a transaction that begins as a reader and then writes would be refused instead of waiting
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout((int) PATIENCE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(address);
        return new Database("SQLite", source, "sqlite.sql", true);
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
        return new Database("PostgreSQL", source, "postgresql.sql", false);
    }

    /// A pool of checked connections, with the tables created.
    ///
    /// @throws StoreException           if the database cannot be reached or is not a database
    /// @throws IllegalArgumentException if its tables are of a version that this code does not know
    HikariDataSource open() {
        // the first connection is made without the pool, which would report its own time-out instead of the cause
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate(resource(schema));
            }
            connection.commit();
            refuseNewer(connection);
        } catch (SQLException e) {
            throw new StoreException("the " + product + " database cannot be opened", e);
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE);
        return new HikariDataSource(config);
    }

    private static void refuseNewer(Connection connection) throws SQLException {
        int version = Rows.all(connection.prepareStatement("SELECT MAX(version) FROM feedback_schema"), row -> row.getInt(1))
                .getFirst();
        if (version > VERSION) {
            throw new IllegalArgumentException("database must have the tables of version " + VERSION + " at most, but has version "
                    + version + ": a newer Infogap wrote it");
        }
    }

    /// The product only: the source knows the password.
    @Override
    public String toString() {
        return product;
    }

    static String resource(String name) {
        try (InputStream in = Database.class.getResourceAsStream("/infogap/feedback/store/" + name)) {
            return new String(Checks.present(name, in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
