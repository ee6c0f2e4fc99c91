package infogap.feedback.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What happens to the log in PostgreSQL when something else goes wrong: the server dies, the database or the role does not fit, another client writes.
class PostgresFaultsTest {

    private static Optional<PostgresServer> server = Optional.empty();

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start();
        assumeTrue(server.isPresent(), "PostgreSQL is not installed (Debian: apt-get install postgresql)");
    }

    @AfterAll
    static void stopServer() {
        server.ifPresent(PostgresServer::close);
    }

    private static void execute(String address, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address); Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private static NewFeedback feedback(String key) {
        return new NewFeedback(1, FeedbackKind.POSITIVE, "text", key);
    }

    private static Set<String> keys(FeedbackStore store) {
        Set<String> keys = new HashSet<>();
        store.events(1).forEach(event -> assertTrue(keys.add(event.feedback().idempotencyKey())));
        return keys;
    }

    /// What a writer was told holds, whatever the moment of the crash: stored is there, nothing stored is not, and what is not known is said to be so.
    @Test
    void noAnswerAboutACrashIsFalse() throws Exception {
        Database database = Database.at(server.orElseThrow().newDatabase()).withPatience(Duration.ofSeconds(5));
        Set<String> stored = ConcurrentHashMap.newKeySet();
        Set<String> notStored = ConcurrentHashMap.newKeySet();
        Set<String> unknown = ConcurrentHashMap.newKeySet();
        try (FeedbackStore store = FeedbackStore.open(database, Instant::now)) {
            store.addDemonstration();
            for (int round = 0; round < 2; round++) {
                List<Thread> writers = new ArrayList<>();
                long end = System.nanoTime() + 1_500_000_000L;
                for (int w = 0; w < 8; w++) {
                    String prefix = round + "-" + w + "-";
                    writers.add(Thread.ofVirtual().start(() -> {
                        for (int i = 0; System.nanoTime() < end; i++) {
                            try {
                                store.append(feedback(prefix + i));
                                stored.add(prefix + i);
                            } catch (StoreException e) {
                                (e.isOutcomeKnown() ? notStored : unknown).add(prefix + i);
                            }
                        }
                    }));
                }
                Thread.sleep(300);
                server.orElseThrow().crashAndRestart();
                for (Thread writer : writers) {
                    writer.join();
                }
            }
            Set<String> keys = keys(store);
            assertTrue(keys.containsAll(stored));
            notStored.retainAll(keys);
            assertEquals(Set.of(), notStored, "said not to be stored, and is in the log");
            for (String key : unknown) {
                AppendResult again = store.append(feedback(key));
                assertEquals(keys.contains(key), again instanceof AppendResult.Repeated, "the same key may be sent again");
            }
            assertEquals(stored.size() + unknown.size(), keys(store).size());
            assertEquals(List.of(), store.verify());
        }
    }

    /// The commit itself breaks off: nobody knows the outcome, and that is what is said.
    @Test
    void aCommitThatBreaksOffIsNotKnown() throws Exception {
        String address = server.orElseThrow().newDatabase();
        try (FeedbackStore store = FeedbackStore.open(Database.at(address).withPatience(Duration.ofSeconds(5)), Instant::now)) {
            store.addDemonstration();
            // a deferred trigger runs inside the commit, and ends the connection there
            execute(address, "CREATE FUNCTION end_me() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); "
                    + "RETURN NULL; END $$", "CREATE CONSTRAINT TRIGGER ended AFTER INSERT ON feedback_event DEFERRABLE INITIALLY DEFERRED "
                    + "FOR EACH ROW EXECUTE FUNCTION end_me()");
            StoreException failure = assertThrows(StoreException.class, () -> store.append(feedback("k")));
            assertEquals(false, failure.isOutcomeKnown());
            assertTrue(failure.getMessage().startsWith("the feedback cannot be stored, or it is stored and the database could not say so: "), failure.getMessage());
            execute(address, "DROP TRIGGER ended ON feedback_event");
            assertInstanceOf(AppendResult.Stored.class, store.append(feedback("k")));
        }
    }

    @Test
    void aDatabaseThatIsNotInUtf8IsRefusedAtTheStart() throws SQLException {
        String address = server.orElseThrow().newDatabase("ENCODING 'LATIN1' TEMPLATE template0");
        String message = assertThrows(IllegalArgumentException.class, () -> FeedbackStore.open(Database.at(address), Instant::now)).getMessage();
        assertTrue(message.startsWith("database must be in UTF-8 so that every text can be stored, but is in LATIN1"), message);
    }

    /// A role without the right to create tables works on those that are there, and is told what to do where there are none.
    @Test
    void aRoleWithoutTheRightToCreateTables() throws SQLException {
        String address = server.orElseThrow().newDatabase();
        String limited = address.replace("user=tester", "user=clerk");
        execute(address, "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'clerk') THEN CREATE ROLE clerk LOGIN; END IF; END $$");
        String message = assertThrows(IllegalArgumentException.class, () -> FeedbackStore.open(Database.at(limited), Instant::now)).getMessage();
        assertTrue(message.startsWith("database must have the tables of version 2 or let the user 'clerk' create them, but has none"), message);
        FeedbackStore.open(Database.at(address), Instant::now).close();
        execute(address, "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO clerk", "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO clerk");
        try (FeedbackStore store = FeedbackStore.open(Database.at(limited), Instant::now)) {
            store.addDemonstration();
            assertInstanceOf(AppendResult.Stored.class, store.append(feedback("k")));
            store.check();
            assertEquals(List.of(), store.verify());
        }
    }

    @Test
    void noStatementRewritesTheLog() throws SQLException {
        String address = server.orElseThrow().newDatabase();
        try (FeedbackStore store = FeedbackStore.open(Database.at(address), Instant::now)) {
            store.addDemonstration();
            store.append(feedback("k"));
            String values = "INSERT INTO feedback_event (id, customer_id, kind, text, idempotency_key, received_at, positive, negative) VALUES ";
            for (String attempt : List.of(
                    values + "(1, 1, 'negative', 'other', 'k', 0, 1, 0) ON CONFLICT (id) DO UPDATE SET text = 'other'",
                    values + "(9, 1, 'negative', 'not counted', 'k9', 0, 7, 7)",
                    "UPDATE feedback_event SET text = NULL", "DELETE FROM feedback_event", "TRUNCATE feedback_event", "TRUNCATE customer CASCADE",
                    "DELETE FROM customer WHERE id = 2", "UPDATE customer SET initial_trust = 1", "UPDATE customer SET id = 9 WHERE id = 2")) {
                String refusal = assertThrows(SQLException.class, () -> execute(address, attempt), attempt).getMessage();
                assertTrue(refusal.matches("(?s).*(append-only|must be about a customer|keeps its number).*"), refusal);
            }
            assertEquals(Set.of("k"), keys(store));
            assertEquals(List.of(), store.verify());
        }
    }

    /// PostgreSQL tells the values of a row that it refuses; what somebody wrote does not belong into a log.
    @Test
    void aFailureDoesNotRepeatWhatWasWritten() throws SQLException {
        String address = server.orElseThrow().newDatabase();
        try (FeedbackStore store = FeedbackStore.open(Database.at(address), Instant::now)) {
            store.addDemonstration();
            execute(address, "ALTER TABLE feedback_event ADD CONSTRAINT short CHECK (length(text) < 10)");
            StoreException failure = assertThrows(StoreException.class,
                    () -> store.append(new NewFeedback(1, FeedbackKind.POSITIVE, "a personal text", "k")));
            assertTrue(failure.getMessage().contains("violates check constraint"), failure.getMessage());
            assertEquals(false, failure.getMessage().contains("personal"), failure.getMessage());
        }
    }

    /// A relay before the server that takes everything and passes nothing on while it is silent: what a network that breaks looks like.
    private static final class Relay implements AutoCloseable {

        private final ServerSocket listening;
        private final int target;
        private volatile boolean silent;

        Relay(int target) throws IOException {
            this.target = target;
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        Socket client = listening.accept();
                        Socket server = new Socket(InetAddress.getLoopbackAddress(), target());
                        pass(client, server);
                        pass(server, client);
                    }
                } catch (IOException closed) {
                    // the test is over
                }
            });
        }

        private int target() {
            return target;
        }

        private void pass(Socket from, Socket to) {
            Thread.ofVirtual().start(() -> {
                byte[] space = new byte[8192];
                try (from; to) {
                    for (int n = from.getInputStream().read(space); n >= 0; n = from.getInputStream().read(space)) {
                        if (!silent) {
                            to.getOutputStream().write(space, 0, n);
                        }
                    }
                } catch (IOException closed) {
                    // either side went
                }
            });
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    @Test
    @Timeout(60)
    void aServerThatFallsSilentIsGivenUpAndFoundAgain() throws Exception {
        URI address = URI.create(server.orElseThrow().newDatabase().substring("jdbc:".length()));
        try (Relay relay = new Relay(address.getPort());
                FeedbackStore store = FeedbackStore.open(Database.at("jdbc:postgresql://127.0.0.1:" + relay.listening.getLocalPort() + address.getPath() + "?"
                        + address.getQuery()).withPatience(Duration.ofSeconds(1)), Instant::now)) {
            store.addDemonstration();
            store.append(feedback("before"));
            relay.silent = true;
            assertThrows(StoreException.class, () -> store.append(feedback("during")));
            assertThrows(StoreException.class, () -> store.history(1, 1));
            assertThrows(StoreException.class, store::check);
            relay.silent = false;
            store.append(feedback("after"));
            assertEquals(Set.of("before", "after"), keys(store));
        }
    }
}
