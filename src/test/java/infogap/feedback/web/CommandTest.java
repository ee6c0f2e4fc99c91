package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.command.FeedbackCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        for (String option : List.of("--data", "--database", "--demo", "--host", "--port", "--token", "--policy")) {
            assertTrue(help.contains(option), option);
        }
    }
}
