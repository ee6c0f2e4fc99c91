package infogap.feedback.store;

import infogap.feedback.Customer;
import infogap.numeric.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The tables and their versions. A database is looked at before anything in it is changed, and changed in one transaction.
///
/// Version 2 holds running tallies, sources, retractions and erasures; version 1 is carried over with every number and key. Names that version
/// 1 accepted and version 2 does not are repaired.
final class Schema {

    private static final int VERSION = 2;
    private static final String LOCK = "SELECT pg_advisory_xact_lock(7233170612940218)";

    private Schema() {}

    static void prepare(Database database) throws SQLException {
        refuseUnfit(database);
        try (Connection connection = database.isEmbedded() ? withoutForeignKeys(database) : database.source().getConnection()) {
            if (version(connection, database.isEmbedded()) == VERSION) {
                return;
            }
            Database.unhurried(connection);
            connection.setAutoCommit(false);
            try {
                migrate(connection, database);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                Writer.rollBack(connection, e);
                throw e;
            }
        }
    }

    /// Looks without writing, not even the header of a file.
    private static void refuseUnfit(Database database) throws SQLException {
        if (database.isEmbedded()) {
            if (database.file().isEmpty() || !Files.exists(database.file().get())) {
                return;
            }
            SQLiteConfig reading = new SQLiteConfig();
            reading.setReadOnly(true);
            reading.setBusyTimeout((int) database.patience().toMillis());
            try (Connection connection = DriverManager.getConnection(url(database), reading.toProperties())) {
                refuseNewer(version(connection, true));
            }
            return;
        }
        try (Connection connection = database.source().getConnection()) {
            String encoding = one(connection, "SHOW server_encoding");
            if (!encoding.equals("UTF8")) {
                throw new IllegalArgumentException("database must be in UTF-8 so that every text can be stored, but is in " + encoding
                        + "; CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0 makes one");
            }
            int version = version(connection, false);
            refuseNewer(version);
            boolean mayCreate = one(connection, "SELECT COALESCE(has_schema_privilege(current_schema(), 'CREATE'), false)::text").equals("true");
            if (version < VERSION && !mayCreate) {
                throw new IllegalArgumentException("database must have the tables of version " + VERSION + " or let the user '"
                        + one(connection, "SELECT current_user") + "' create them, but has " + (version == 0 ? "none" : "version " + version)
                        + "; its owner can start the server once, or GRANT CREATE ON SCHEMA public to this user");
            }
        }
    }

    private static String url(Database database) {
        return ((SQLiteDataSource) database.source()).getUrl();
    }

    /// Tables are replaced under the foreign keys that lead to them.
    private static Connection withoutForeignKeys(Database database) throws SQLException {
        // a copy: the properties are those of the source itself
        Properties properties = new Properties();
        properties.putAll(((SQLiteDataSource) database.source()).getConfig().toProperties());
        properties.setProperty("foreign_keys", "false");
        return DriverManager.getConnection(url(database), properties);
    }

    private static void migrate(Connection connection, Database database) throws SQLException {
        String dialect = database.product().toLowerCase(Locale.ROOT) + "/";
        try (Statement statement = connection.createStatement()) {
            if (!database.isEmbedded()) {
                statement.execute(LOCK);
            }
            int version = version(connection, database.isEmbedded());
            refuseNewer(version);
            if (version == VERSION) {
                return;
            }
            if (version == 1) {
                statement.executeUpdate(resource(dialect + "from-1.sql"));
            }
            statement.executeUpdate(resource(dialect + "tables.sql"));
            if (version == 1) {
                copyCustomers(connection);
                statement.executeUpdate(resource("copy-from-1.sql"));
            }
            statement.executeUpdate(resource(dialect + "rules.sql"));
        }
    }

    private static void copyCustomers(Connection connection) throws SQLException {
        record Old(long id, String name, String trust) {}
        List<Old> customers = Rows.all(connection.prepareStatement("SELECT id, name, initial_trust FROM customer_1 ORDER BY id"),
                row -> new Old(row.getLong(1), row.getString(2), row.getString(3)));
        Set<String> taken = new HashSet<>();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO customer (id, name, search_key, initial_trust) VALUES (?, ?, ?, ?)")) {
            for (Old old : customers) {
                String name = free(Customer.repairedName(old.name()), old.id(), taken);
                insert.setLong(1, old.id());
                insert.setString(2, name);
                insert.setString(3, Customer.searchKey(name));
                insert.setBigDecimal(4, new BigDecimal(old.trust()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The name, or one with the customer's number where nothing is left of it or another customer has it.
    private static String free(String name, long id, Set<String> taken) {
        String wanted = name.isEmpty() ? "Customer " + id : name;
        String number = " (" + id + ")";
        for (int length = wanted.length(); !taken.add(wanted); length--) {
            wanted = name.substring(0, Math.min(length, Customer.LONGEST_NAME - number.length())).strip() + number;
        }
        return wanted;
    }

    /// The version of the tables in this database, 0 where there are none.
    private static int version(Connection connection, boolean embedded) throws SQLException {
        String exists = embedded
                ? "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'feedback_schema'"
                : "SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('feedback_schema')";
        if (one(connection, exists).equals("0")) {
            return 0;
        }
        return Integer.parseInt(one(connection, "SELECT COALESCE(MAX(version), 0) FROM feedback_schema"));
    }

    private static void refuseNewer(int version) {
        if (version > VERSION) {
            throw new IllegalArgumentException("database must have the tables of version " + VERSION + " at most, but has version "
                    + version + ": a newer Infogap wrote it");
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        return Rows.all(connection.prepareStatement(query), row -> row.getString(1)).getFirst();
    }

    static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream("/infogap/feedback/store/" + name)) {
            return new String(Checks.present(name, in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
