package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.browser.Chromium;
import infogap.command.FeedbackCommand;
import infogap.feedback.store.Database;
import infogap.feedback.store.FeedbackStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The command line: what it prints, how it stops, and what it refuses.
class CommandTest {

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new FeedbackCommand())
                .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /// One line, no log; a terminating signal closes the database, so that its write-ahead log is gone.
    @Test
    void itPrintsItsAddressAndStopsCleanly() throws Exception {
        try (ServerProcess server = ServerProcess.start("--data", folder.toString(), "--policy", "beta");
                Client client = new Client(server.address())) {
            assertTrue(server.banner().matches("Feedback: http://127\\.0\\.0\\.1:\\d+/  \\(SQLite 3\\.\\S+; Ctrl-C stops\\)"), server.banner());
            assertEquals("beta:2", client.json("/api/health").get("policy").getAsString());
            assertEquals(2, client.json("/api/customers").getAsJsonArray("customers").size());
            assertEquals(201, client.give(1, "positive", "text", "k").statusCode());
            // the handle, because the process would close its output
            server.process().toHandle().destroy();
            assertTrue(server.process().waitFor(30, TimeUnit.SECONDS));
            assertEquals(128 + 15, server.process().exitValue(), "ended by SIGTERM");
            assertEquals(List.of(), server.process().inputReader().lines().toList(), "nothing else was printed");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("feedback.db"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /// Whoever is not served any more is told so: nobody is told of an internal error, and what was acknowledged is in the log.
    @Test
    void itStopsUnderLoadWithoutAFalseWord() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> answers = ConcurrentHashMap.newKeySet();
        try (ServerProcess server = ServerProcess.start("--data", folder.toString())) {
            CountDownLatch busy = new CountDownLatch(200);
            List<Thread> clients = IntStream.range(0, 8).mapToObj(c -> Thread.ofPlatform().start(() -> {
                try (Client client = new Client(server.address())) {
                    for (int i = 0; ; i++) {
                        HttpResponse<String> given = client.give(1, "positive", "text", c + "-" + i);
                        if (given.statusCode() == 201) {
                            acknowledged.add(c + "-" + i);
                            busy.countDown();
                        } else {
                            answers.add(given.statusCode() + " " + given.body());
                            return;
                        }
                    }
                } catch (UncheckedIOException closed) {
                    // the server has gone
                }
            })).toList();
            assertTrue(busy.await(60, TimeUnit.SECONDS));
            server.process().toHandle().destroy();
            for (Thread client : clients) {
                client.join(TimeUnit.SECONDS.toMillis(60));
            }
            assertTrue(server.process().waitFor(30, TimeUnit.SECONDS));
        }
        for (String answer : answers) {
            assertTrue(answer.startsWith("503 ") && answer.contains("Nothing was stored; try again later."), answer);
        }
        try (FeedbackStore store = FeedbackStore.open(Database.inFolder(folder), Instant::now)) {
            Set<String> keys = store.events(1).stream().map(event -> event.feedback().idempotencyKey()).collect(Collectors.toSet());
            assertEquals(acknowledged, keys, "stored is what was acknowledged");
            assertEquals(List.of(), store.verify());
        }
    }

    /// As under a build tool that is told to end: the server does not outlive the process that started it.
    @Test
    void itStopsWithItsParent() throws Exception {
        Path output = folder.resolve("output");
        String command = ServerProcess.command("--data", folder.resolve("data").toString(), "--with-parent").stream()
                .map(part -> "'" + part + "'").collect(Collectors.joining(" "));
        Process parent = new ProcessBuilder("sh", "-c", command + " > '" + output + "' 2>&1; true").start();
        Chromium.await("the server", () -> contents(output).contains("Ctrl-C stops"));
        Matcher address = Pattern.compile("http://\\S+/").matcher(contents(output));
        assertTrue(address.find());
        ProcessHandle server = parent.children().findFirst().orElseThrow();
        try (Client client = new Client(URI.create(address.group()))) {
            assertEquals(200, client.get("/api/health").statusCode());
        }
        parent.destroyForcibly();
        Chromium.await("the server's end", () -> !server.isAlive());
        assertFalse(Files.exists(folder.resolve("data/feedback.db-wal")), "it closed its database");
    }

    private static String contents(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void errorsAndOnRequestAccessesAreALineEach() throws Exception {
        try (ServerProcess server = ServerProcess.start("--data", folder.toString(), "--access-log");
                Client client = new Client(server.address())) {
            client.give(1, "negative", "a personal text", "a-personal-key");
            client.get("/customers/1?search=Alice");
            Files.move(folder.resolve("feedback.db"), folder.resolve("moved.db"));
            assertEquals(503, client.give(1, "negative", "a personal text", "another-key").statusCode());
            server.process().toHandle().destroy();
            List<String> lines = server.process().inputReader().lines().toList();
            String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S*Z ";
            List<String> expected = List.of("access POST /api/customers/\\{id}/feedback 201 \\d+ms", "access GET /customers/\\{id} 200 \\d+ms",
                    "error POST /api/customers/\\{id}/feedback 503: the database file \\S+feedback.db was deleted or replaced",
                    "access POST /api/customers/\\{id}/feedback 503 \\d+ms");
            assertEquals(expected.size(), lines.size(), lines.toString());
            for (int i = 0; i < lines.size(); i++) {
                assertTrue(lines.get(i).matches(time + expected.get(i)), lines.get(i));
                assertFalse(lines.get(i).matches("(?i).*(personal|alice).*"), lines.get(i));
            }
        }
    }

    @Test
    void aPortThatIsTakenNamesTheOption() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String refusal = run("--data", folder.toString(), "--port", Integer.toString(taken.getLocalPort())).err();
            assertTrue(refusal.matches("feedback: the server cannot listen on 127.0.0.1 port \\d+ \\(.*\\); --port gives another, --port 0 any free one\\s*"), refusal);
        }
    }

    @Test
    void aPlaceForTheLogIsNeededAndOnlyOne() {
        assertEquals(2, run().code());
        assertTrue(run().err().contains("--data"), run().err());
        assertEquals(2, run("--data", folder.toString(), "--database", "jdbc:sqlite:x").code());
    }

    @Test
    void anotherHostWithoutATokenIsRefused() {
        Outcome refused = run("--data", folder.toString(), "--host", "0.0.0.0");
        assertEquals(1, refused.code());
        assertEquals("", refused.out());
        assertTrue(refused.err().startsWith("feedback: token must be given when the host is not a loopback address"), refused.err());
    }

    @Test
    void whatCannotWorkIsOneLineAndNoTrace() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String[] arguments : List.of(
                    new String[] {"--database", "jdbc:mysql://host/db"},
                    new String[] {"--database", "jdbc:postgresql://127.0.0.1:1/db?user=u"},
                    new String[] {"--data", file.resolve("folder").toString()},
                    new String[] {"--data", folder.toString(), "--policy", "none"},
                    new String[] {"--data", folder.toString(), "--port", "70000"},
                    new String[] {"--data", folder.toString(), "--token", "short"},
                    new String[] {"--data", folder.toString(), "--zone", "Nowhere/City"},
                    new String[] {"--data", folder.toString(), "--once-per", "planet"},
                    new String[] {"--data", folder.toString(), "--posts-per-minute", "0"},
                    new String[] {"--data", folder.toString(), "--public-url", "https://shop.example/"},
                    new String[] {"--data", folder.toString(), "--public-url", "ftp://shop.example/", "--token", "a-token-of-some-length"},
                    new String[] {"--data", folder.toString(), "--host", "no.such.host.invalid"},
                    new String[] {"--data", folder.toString(), "--port", Integer.toString(taken.getLocalPort())})) {
                Outcome refused = run(arguments);
                assertEquals(1, refused.code(), refused.toString());
                assertTrue(refused.err().startsWith("feedback: "), refused.err());
                assertEquals(1, refused.err().strip().lines().count(), refused.err());
                assertFalse(refused.err().contains("Exception"), refused.err());
            }
        }
    }

    @Test
    void itsHelpNamesEveryOption() {
        String help = run("--help").out();
        for (String option : List.of("--data", "--database", "--demo", "--host", "--port", "--public-url", "--token", "--policy", "--once-per",
                "--posts-per-minute", "--zone", "--access-log", "--with-parent")) {
            assertTrue(help.contains(option), option);
        }
    }
}
