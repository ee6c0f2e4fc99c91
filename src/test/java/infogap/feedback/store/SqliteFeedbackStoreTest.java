package infogap.feedback.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedbackStoreTest extends FeedbackStoreContract {

    @TempDir
    private Path folder;

    private int databases;

    @Override
    Database emptyDatabase() {
        return Database.inFolder(folder.resolve("database-" + databases++));
    }

    @Override
    List<String> damage(Database database) throws SQLException {
        return SqliteDamage.of(database);
    }

    private static String pragma(Database database, String name) throws SQLException {
        try (var connection = database.source().getConnection()) {
            return Rows.all(connection.prepareStatement("PRAGMA " + name), row -> row.getString(1)).getFirst();
        }
    }

    /// 2 is FULL: the write-ahead log is on the disk before a commit returns.
    @Test
    void everyConnectionWaitsForTheDisk() throws SQLException {
        Database database = emptyDatabase();
        FeedbackStore.open(database, Instant::now).close();
        assertEquals("wal", pragma(database, "journal_mode"));
        assertEquals("2", pragma(database, "synchronous"));
        assertEquals("1", pragma(database, "foreign_keys"));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        Path file = Files.createDirectories(folder.resolve("other")).resolve("feedback.db");
        byte[] content = "This is a letter and not a database.".repeat(100).getBytes(StandardCharsets.UTF_8);
        Files.write(file, content);
        StoreException refusal = assertThrows(
                StoreException.class, () -> FeedbackStore.open(Database.inFolder(file.getParent()), Instant::now));
        assertTrue(refusal.getMessage().startsWith("the SQLite database cannot be opened: "), refusal.getMessage());
        assertArrayEquals(content, Files.readAllBytes(file));
    }

    @Test
    void onlyKnownAddressesAreTakenAndAPasswordIsNotRepeated() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Database.at("jdbc:mysql://host/db?password=secret")).getMessage();
        assertEquals("database must be an address that starts with jdbc:postgresql: or jdbc:sqlite:", message);
        assertThrows(IllegalArgumentException.class, () -> Database.at(" "));
        String malformed = assertThrows(
                        IllegalArgumentException.class, () -> Database.at("jdbc:postgresql://host/%zz?password=secret")).getMessage();
        assertFalse(malformed.contains("secret"), malformed);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedAndNotItsPassword() {
        Database nobody = Database.at("jdbc:postgresql://127.0.0.1:1/db?user=u&password=secret");
        StoreException refusal = assertThrows(StoreException.class, () -> FeedbackStore.open(nobody, Instant::now));
        assertTrue(refusal.getMessage().startsWith("the PostgreSQL database cannot be opened: "), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("secret"));
        assertFalse(nobody.toString().contains("secret"));
    }
}
