package infogap.feedback.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to the log when something else goes wrong: another process, the disk, another client, another version.
class SqliteFaultsTest {

    @TempDir
    private Path folder;

    private Path file;
    private Database database;
    private FeedbackStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("feedback.db");
        database = Database.inFolder(folder).withPatience(Duration.ofMillis(300));
        store = FeedbackStore.open(database, Instant::now);
        store.addDemonstration();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static NewFeedback feedback(String key) {
        return new NewFeedback(1, FeedbackKind.POSITIVE, "text", key);
    }

    /// Another client, with SQLite's own defaults.
    private Connection otherClient() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private List<String> keys() {
        return store.events(1).stream().map(event -> event.feedback().idempotencyKey()).toList();
    }

    /// The answer after the lock is gone is about the log, and not about the write that failed before.
    @Test
    void afterAFailedWriteTheNextOneIsWhatItSays() throws Exception {
        try (Connection other = otherClient(); Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (int i = 0; i < 10; i++) {
                String key = "during-" + i;
                StoreException failure = assertThrows(StoreException.class, () -> store.append(feedback(key)));
                assertTrue(failure.isOutcomeKnown());
                assertTrue(failure.getMessage().startsWith("the feedback cannot be stored: [SQLITE_BUSY]"), failure.getMessage());
            }
            assertThrows(StoreException.class, () -> store.add("Carol", BigDecimal.ONE));
            assertThrows(StoreException.class, store::check);
            statement.execute("ROLLBACK");
        }
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(AppendResult.Stored.class, store.append(feedback("during-" + i)));
            assertInstanceOf(AppendResult.Repeated.class, store.append(feedback("during-" + i)));
        }
        store.check();
        assertEquals(IntStream.range(0, 10).mapToObj(i -> "during-" + i).toList(), keys());
    }

    /// A disk that is full and is not any more, in SQLite's own words: the file may not grow, and then it may.
    @Test
    void afterAFullDiskTheNextWriteIsWhatItSays() {
        String bulk = "x".repeat(2000);
        store.write("limit", connection -> Rows.all(connection.prepareStatement("PRAGMA max_page_count = 1"), row -> row.getInt(1)));
        int stored = 0;
        StoreException failure = null;
        while (failure == null) {
            try {
                store.append(new NewFeedback(1, FeedbackKind.POSITIVE, bulk, "k" + stored));
                stored++;
            } catch (StoreException e) {
                failure = e;
            }
        }
        assertTrue(failure.isOutcomeKnown());
        assertTrue(failure.getMessage().contains("SQLITE_FULL"), failure.getMessage());
        for (int i = 0; i < 5; i++) {
            String key = "k" + (stored + i);
            assertThrows(StoreException.class, () -> store.append(new NewFeedback(1, FeedbackKind.POSITIVE, bulk, key)));
        }
        assertEquals(stored, keys().size());
        store.write("no limit", connection -> Rows.all(connection.prepareStatement("PRAGMA max_page_count = 1000000"), row -> row.getInt(1)));
        assertInstanceOf(AppendResult.Stored.class, store.append(new NewFeedback(1, FeedbackKind.POSITIVE, bulk, "k" + stored)));
        assertEquals(stored + 1, keys().size());
        assertEquals(List.of(), store.verify());
    }

    /// The failure that comes first is the one to report, and the one of cleaning up after it is kept beside it.
    @Test
    void oneFailureDoesNotHideAnother() throws SQLException {
        try (Connection connection = otherClient()) {
            SQLException first = new SQLException("the cause");
            // there is no transaction to roll back
            assertEquals(false, Writer.rollBack(connection, first));
            assertEquals(1, first.getSuppressed().length);
        }
    }

    /// In one group of writes, one that the database refuses takes no other with it.
    @Test
    void aWriteThatFailsTakesNoOtherWithIt() throws Exception {
        SqlFunction<Connection, Integer> bad = connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("INSERT INTO customer_day VALUES (1, 1, -1, 0)");
            }
        };
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> work = IntStream.range(0, 160).<Callable<Boolean>>mapToObj(i -> () -> {
                if (i % 5 > 0) {
                    return store.append(feedback("k" + i)) instanceof AppendResult.Stored;
                }
                return assertThrows(StoreException.class, () -> store.write("bad", bad)).isOutcomeKnown();
            }).toList();
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertTrue(done.get());
            }
        }
        assertEquals(128, keys().size());
        assertEquals(List.of(), store.verify());
    }

    /// REPLACE deletes a row without a DELETE trigger, and another client does not enforce foreign keys.
    @Test
    void noStatementRewritesTheLog() throws SQLException {
        store.append(feedback("k1"));
        store.append(feedback("k2"));
        store.retract(2, "reason", "k3");
        List<FeedbackEvent> before = store.events(1);
        String columns = "(id, customer_id, kind, text, idempotency_key, received_at, retracts, positive, negative)";
        for (String attempt : List.of(
                "INSERT OR REPLACE INTO feedback_event " + columns + " VALUES (1, 1, 'negative', 'other', 'k1', 0, NULL, 1, 0)",
                "INSERT OR REPLACE INTO feedback_event " + columns + " VALUES (9, 1, 'negative', 'other', 'k1', 0, NULL, 1, 0)",
                "INSERT OR REPLACE INTO feedback_event " + columns + " VALUES (9, 1, 'negative', 'other', 'k9', 0, 2, 1, 0)",
                "REPLACE INTO feedback_event " + columns + " SELECT id, 2, kind, text, idempotency_key, received_at, retracts, 0, 0 FROM feedback_event",
                "UPDATE OR REPLACE feedback_event SET id = 1 WHERE id = 2",
                "UPDATE feedback_event SET text = 'other'",
                "UPDATE feedback_event SET text = NULL",
                "UPDATE feedback_event SET text = NULL, idempotency_key = 'erased ' || id, kind = 'negative'",
                "DELETE FROM feedback_event",
                "DELETE FROM customer WHERE id = 1",
                "DELETE FROM customer WHERE id = 2",
                "INSERT OR REPLACE INTO customer (id, name, search_key, initial_trust) VALUES (1, 'Mallory', 'mallory', '1')",
                "INSERT OR REPLACE INTO customer (name, search_key, initial_trust) VALUES ('Alice', 'alice', '1')",
                "UPDATE OR REPLACE customer SET name = 'Alice' WHERE name = 'Bob'",
                "UPDATE OR REPLACE customer SET id = 1 WHERE id = 2",
                "UPDATE customer SET initial_trust = '1'",
                "INSERT INTO feedback_event " + columns + " VALUES (9, 77, 'negative', 'about nobody', 'k9', 0, NULL, 0, 1)",
                "INSERT INTO feedback_event " + columns + " VALUES (9, 1, 'negative', 'not counted', 'k9', 0, NULL, 7, 7)")) {
            try (Connection connection = otherClient(); Statement statement = connection.createStatement()) {
                SQLException refusal = assertThrows(SQLException.class, () -> statement.executeUpdate(attempt), attempt);
                assertTrue(refusal.getMessage().matches(".*(append-only|must be about a customer|keeps its number).*"), refusal.getMessage());
            }
        }
        assertEquals(before, store.events(1));
        assertEquals(2, store.customers(CustomerQuery.first(10), 1).items().size());
        assertEquals(List.of(), store.verify());
    }

    /// What a statement can do to the tallies, the check finds.
    @Test
    void theCheckFindsWhatDoesNotFollowFromTheLog() throws SQLException {
        store.append(feedback("k1"));
        try (Connection connection = otherClient(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE customer SET positive = 5 WHERE id = 1");
            statement.executeUpdate("UPDATE customer_day SET negative = 3");
            statement.executeUpdate("INSERT INTO customer_day VALUES (2, 7, 1, 1)");
            statement.executeUpdate("DROP TRIGGER feedback_event_is_not_changed");
            statement.executeUpdate("UPDATE feedback_event SET negative = 9");
        }
        List<String> findings = store.verify();
        assertEquals(4, findings.size(), findings.toString());
        assertEquals("event 1 carries the tally 1, 9, and the log says 1, 0", findings.get(0));
        assertEquals("customer 1 has the tally 5, 0, and the log says 1, 0", findings.get(1));
        assertTrue(findings.get(2).matches("customer 1 has the tally 1, 3 of day \\d+, and the log says 1, 0"), findings.get(2));
        assertEquals("customer 2 has the tally 1, 1 of day 7, and the log says 0, 0", findings.get(3));
    }

    @Test
    void aNewerDatabaseIsLeftAsItIs() throws Exception {
        Path other = Files.createDirectories(folder.resolve("newer"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other.resolve("feedback.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE feedback_schema (version INTEGER NOT NULL PRIMARY KEY); INSERT INTO feedback_schema VALUES (7)");
        }
        byte[] before = Files.readAllBytes(other.resolve("feedback.db"));
        assertEquals("database must have the tables of version 2 at most, but has version 7: a newer Infogap wrote it",
                assertThrows(IllegalArgumentException.class, () -> FeedbackStore.open(Database.inFolder(other), Instant::now)).getMessage());
        assertArrayEquals(before, Files.readAllBytes(other.resolve("feedback.db")), "not a byte of it has changed");
        try (Stream<Path> files = Files.list(other)) {
            assertEquals(1, files.count(), "no log and no shared memory was made beside it");
        }
    }

    /// An error, such as memory that is used up, ends neither the writer nor its connection.
    @Test
    void anErrorInOneWriteLeavesTheNextOneWhole() {
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> store.inOneTransaction(writer -> {
            writer.append(feedback("lost"), Instant.EPOCH);
            throw new AssertionError("an error and no exception");
        }));
        assertEquals("an error and no exception", failure.getCause().getMessage());
        store.append(feedback("k1"));
        assertEquals(List.of("k1"), keys());
    }

    /// An open file that was deleted still takes what is written, for nobody.
    @Test
    void aDeletedOrReplacedFileTakesNothing() throws IOException {
        store.append(feedback("k1"));
        Files.move(file, folder.resolve("moved.db"));
        for (String key : List.of("k2", "k3")) {
            StoreException failure = assertThrows(StoreException.class, () -> store.append(feedback(key)));
            assertEquals("the database file " + file.toAbsolutePath() + " was deleted or replaced", failure.getMessage());
            assertThrows(StoreException.class, store::check);
            Files.writeString(file, "something else");
        }
        Files.delete(file);
        Files.move(folder.resolve("moved.db"), file);
        store.append(feedback("k4"));
        assertEquals(List.of("k1", "k4"), keys());
    }

    @Test
    void aDamagedFileIsNotWell() throws IOException {
        store.append(feedback("k1"));
        byte[] header = Files.readAllBytes(file);
        byte[] damage = "This was a database until somebody wrote over it.".repeat(100).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(damage, 0, header, 0, Math.min(damage.length, header.length));
        Files.write(file, header);
        assertThrows(StoreException.class, store::check);
    }

    /// Pages in the middle of the file are read by nobody for long.
    @Test
    void damageInTheMiddleIsFound() throws IOException {
        IntStream.range(0, 400).forEach(i -> store.append(feedback("key-" + i)));
        store.close();
        byte[] content = Files.readAllBytes(file);
        int middle = content.length / 2 / 4096 * 4096;
        Arrays.fill(content, middle, middle + 8192, (byte) 7);
        Files.write(file, content);
        store = FeedbackStore.open(database, Instant::now);
        assertTrue(assertThrows(StoreException.class, store::check).getMessage().matches("(?s)the database (is damaged|cannot be).*"));
    }

    /// A reader outside holds the write-ahead log; when it is gone, the next writes bring the log down again.
    @Test
    void theWriteAheadLogShrinksAgain() throws SQLException, IOException {
        Path log = folder.resolve("feedback.db-wal");
        try (Connection reader = otherClient(); Statement statement = reader.createStatement()) {
            statement.execute("BEGIN");
            statement.executeQuery("SELECT COUNT(*) FROM feedback_event").close();
            byte[] pattern = new byte[1];
            for (int i = 0; i < 40; i++) {
                store.write("bulk", connection -> {
                    try (var insert = connection.prepareStatement("CREATE TABLE IF NOT EXISTS bulk (content BLOB)")) {
                        insert.executeUpdate();
                    }
                    try (var insert = connection.prepareStatement("INSERT INTO bulk VALUES (zeroblob(400000))")) {
                        return insert.executeUpdate() + pattern[0];
                    }
                });
            }
            assertTrue(Files.size(log) > 12 << 20, Files.size(log) + " bytes while the reader is there");
            statement.execute("COMMIT");
        }
        for (int i = 0; i < 3; i++) {
            store.append(feedback("after-" + i));
        }
        assertTrue(Files.size(log) <= 4 << 20, Files.size(log) + " bytes after it has gone");
    }
}
