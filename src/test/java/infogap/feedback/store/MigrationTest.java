package infogap.feedback.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that version 1 wrote, made with the statements of version 1, is carried over with every number, key and text.
class MigrationTest {

    private static final List<String> NAMES = List.of("Alice", "Bob", "Ali\u200Bce", "\u200B", "Zoe\u0308", "Zo\u00EB", "a\u202Eb", "Ann\u00A0 Lee", "x".repeat(79) + "\u200B");

    /// What is left of the names: what cannot be seen is gone, and where that makes two alike, the later has its number.
    private static final List<String> REPAIRED =
            List.of("Alice", "Bob", "Alice (3)", "Customer 4", "Zo\u00EB", "Zo\u00EB (6)", "ab", "Ann Lee", "x".repeat(79));

    @TempDir
    private Path folder;

    @Test
    void sqlite() throws Exception {
        check(Database.inFolder(folder), "version-1-sqlite.sql");
        assertEquals(List.of(), SqliteDamage.of(Database.inFolder(folder)));
    }

    @Test
    void postgresql() throws Exception {
        Optional<PostgresServer> postgres = PostgresServer.start();
        assumeTrue(postgres.isPresent(), "PostgreSQL is not installed (Debian: apt-get install postgresql)");
        try (PostgresServer running = postgres.get()) {
            check(Database.at(running.newDatabase()), "version-1-postgresql.sql");
        }
    }

    private void check(Database database, String version1) throws SQLException, IOException {
        List<FeedbackEvent> log = writeVersion1(database, version1);
        for (int opening = 0; opening < 2; opening++) {
            try (FeedbackStore store = FeedbackStore.open(database, Instant::now)) {
                List<CustomerHistory> customers = store.customers(CustomerQuery.first(100), 1).items();
                assertEquals(REPAIRED, customers.stream().map(history -> history.customer().name()).toList());
                for (CustomerHistory history : customers) {
                    long id = history.customer().id();
                    List<FeedbackEvent> own = log.stream().filter(event -> event.feedback().customerId() == id).toList();
                    assertEquals(own, store.events(id));
                    assertEquals(Tally.of(own), history.tally());
                    assertEquals(new BigDecimal("0." + id), history.customer().initialTrust());
                    assertEquals(CustomerHistory.of(history.customer(), own), store.history(id, 1000).orElseThrow());
                }
                assertEquals(List.of(), store.verify());
            }
        }
        try (FeedbackStore store = FeedbackStore.open(database, Instant::now)) {
            FeedbackEvent next = assertInstanceOf(AppendResult.Stored.class, store.append(new NewFeedback(1, FeedbackKind.NEGATIVE, "t", "new"))).event();
            assertTrue(next.id() > log.getLast().id(), "numbers go on");
            assertInstanceOf(AppendResult.Repeated.class, store.append(log.getFirst().feedback()), "a key of version 1 still counts once");
            Customer added = store.add("New", new BigDecimal("0.5")).orElseThrow();
            assertEquals(NAMES.size() + 1, added.id());
            assertEquals(List.of(), store.verify());
        }
    }

    private static List<FeedbackEvent> writeVersion1(Database database, String version1) throws SQLException, IOException {
        try (Connection connection = database.source().getConnection();
                InputStream statements = MigrationTest.class.getResourceAsStream("/infogap/feedback/store/" + version1)) {
            connection.createStatement().executeUpdate(new String(statements.readAllBytes(), StandardCharsets.UTF_8));
            for (int i = 0; i < NAMES.size(); i++) {
                PreparedStatement insert = connection.prepareStatement("INSERT INTO customer (name, initial_trust) VALUES (?, ?)");
                insert.setString(1, NAMES.get(i));
                insert.setBigDecimal(2, new BigDecimal("0." + (i + 1)));
                insert.executeUpdate();
            }
            SplittableRandom random = new SplittableRandom(3);
            List<FeedbackEvent> log = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                FeedbackKind kind = random.nextBoolean() ? FeedbackKind.POSITIVE : FeedbackKind.NEGATIVE;
                NewFeedback feedback = new NewFeedback(random.nextInt(1, NAMES.size() + 1), kind, "text \u202E " + i, "key-" + i);
                long micros = 1_700_000_000_000_000L + i * 10_000_000_000L;
                PreparedStatement insert = connection.prepareStatement("INSERT INTO feedback_event (customer_id, kind, text, idempotency_key, received_at)"
                        + " VALUES (?, ?, ?, ?, ?) RETURNING id");
                insert.setLong(1, feedback.customerId());
                insert.setString(2, kind.label());
                insert.setString(3, feedback.text());
                insert.setString(4, feedback.idempotencyKey());
                insert.setLong(5, micros);
                log.add(new FeedbackEvent(Rows.all(insert, row -> row.getLong(1)).getFirst(), feedback, Instant.EPOCH.plusNanos(micros * 1000)));
            }
            return log;
        }
    }
}
