package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.feedback.FeedbackEvent;
import infogap.feedback.store.Database;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.PostgresServer;
import infogap.feedback.store.SqliteDamage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a server, a real process, while eight clients post to it, and looks at what is left.
class KillTest {

    private static final int CLIENTS = 8;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;
    private static final int ROUNDS = 2;

    @TempDir
    private Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

    @Test
    void noAcknowledgedFeedbackIsLostInSqlite() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            burstAndKill(round, "--data", folder.toString());
            assertEquals(List.of(), SqliteDamage.of(Database.inFolder(folder)));
            checkLog(Database.inFolder(folder));
        }
        retryAll("--data", folder.toString());
        checkComplete(Database.inFolder(folder));
    }

    @Test
    void noAcknowledgedFeedbackIsLostInPostgresql() throws Exception {
        Optional<PostgresServer> postgres = PostgresServer.start();
        Assumptions.assumeTrue(postgres.isPresent(), "PostgreSQL is not installed (Debian: apt-get install postgresql)");
        try (PostgresServer running = postgres.get()) {
            String address = running.newDatabase();
            burstAndKill(0, "--database", address);
            checkLog(Database.at(address));
            retryAll("--database", address);
            checkComplete(Database.at(address));
        }
    }

    /// A process that closes the file as the last one to hold locks on it deletes the write-ahead log; a server that lost its locks without knowing would
    /// go on writing to a file without a name.
    @Test
    void aToolThatOpensAndClosesTheFileTakesNothingWithIt() throws Exception {
        List<String> tool = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-classpath", System.getProperty("java.class.path"), "infogap.Infogap", "feedback", "verify", "--data", folder.toString());
        try (ServerProcess server = ServerProcess.start("--data", folder.toString()); Client client = new Client(server.address())) {
            for (int i = 0; i < 10; i++) {
                if (i == 5) {
                    Process verify = new ProcessBuilder(tool).redirectErrorStream(true).start();
                    String output = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertEquals(0, verify.waitFor(), output);
                    assertEquals(200, client.get("/api/health").statusCode());
                }
                assertEquals(201, client.give(1, "positive", "text of before-and-after-" + i, "before-and-after-" + i).statusCode());
            }
            server.process().destroyForcibly();
            assertTrue(server.process().waitFor(20, TimeUnit.SECONDS));
        }
        assertEquals(10, log(Database.inFolder(folder)).size());
    }

    private void burstAndKill(int round, String... where) throws Exception {
        int before = acknowledged.size();
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        AtomicBoolean killed = new AtomicBoolean();
        try (ServerProcess server = ServerProcess.start(where)) {
            List<Thread> clients = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                String prefix = "r" + round + "-c" + c + "-";
                clients.add(Thread.ofPlatform().start(() -> post(server.address(), prefix, enough, killed)));
            }
            assertTrue(enough.await(60, TimeUnit.SECONDS), "the clients got their first answers");
            // SIGKILL: no shutdown hook runs, nothing is flushed
            server.process().destroyForcibly();
            killed.set(true);
            for (Thread client : clients) {
                client.join(TimeUnit.SECONDS.toMillis(60));
                assertFalse(client.isAlive());
            }
            assertTrue(server.process().waitFor(20, TimeUnit.SECONDS));
            assertEquals(128 + 9, server.process().exitValue(), "ended by SIGKILL");
        }
        assertEquals(List.of(), List.copyOf(surprises));
        assertTrue(acknowledged.size() - before >= ACKNOWLEDGED_BEFORE_THE_KILL);
    }

    /// Posts until the server is gone; a key counts as acknowledged only when the answer came.
    private void post(URI address, String prefix, CountDownLatch enough, AtomicBoolean killed) {
        try (Client client = new Client(address)) {
            for (int i = 0; ; i++) {
                String key = prefix + i;
                sent.add(key);
                HttpResponse<String> response = client.give(1 + i % 2, "positive", "text of " + key, key);
                if (response.statusCode() != 201) {
                    surprises.add(key + " got " + response.statusCode() + ": " + response.body());
                    return;
                }
                acknowledged.add(key);
                enough.countDown();
            }
        } catch (UncheckedIOException serverIsGone) {
            if (!killed.get() && enough.getCount() > 0) {
                surprises.add("the server went before it was killed: " + serverIsGone);
            }
        }
    }

    private List<FeedbackEvent> log(Database database) {
        try (FeedbackStore store = FeedbackStore.open(database, Instant::now)) {
            return Stream.concat(store.events(1).stream(), store.events(2).stream()).toList();
        }
    }

    private Set<String> checkLog(Database database) {
        List<FeedbackEvent> log = log(database);
        Set<String> keys = new HashSet<>();
        for (FeedbackEvent event : log) {
            assertEquals("text of " + event.feedback().idempotencyKey(), event.feedback().text());
            assertTrue(keys.add(event.feedback().idempotencyKey()), "no key is there twice");
        }
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(keys);
        assertEquals(Set.of(), lost, "acknowledged and not in the log");
        assertTrue(sent.containsAll(keys), "nothing is in the log that nobody sent");
        return keys;
    }

    /// A client that got no answer sends again with the same key: then everything is there once.
    private void retryAll(String... where) throws IOException {
        try (ServerProcess server = ServerProcess.start(where);
                Client client = new Client(server.address())) {
            for (String key : sent) {
                int index = Integer.parseInt(key.substring(key.lastIndexOf('-') + 1));
                int status = client.give(1 + index % 2, "positive", "text of " + key, key).statusCode();
                assertTrue(acknowledged.contains(key) ? status == 200 : status == 200 || status == 201, key + " " + status);
            }
        }
    }

    private void checkComplete(Database database) {
        assertEquals(new HashSet<>(sent), checkLog(database));
    }
}
