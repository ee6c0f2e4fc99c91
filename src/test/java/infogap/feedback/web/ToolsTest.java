package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.command.InfogapCommand;
import infogap.feedback.store.Database;
import infogap.feedback.store.FeedbackStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The commands beside a running server: a process of its own writes while they work on its log.
class ToolsTest {

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("feedback"));
        all.addAll(List.of(arguments));
        CommandLine commandLine = InfogapCommand.commandLine();
        int code = commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all.toArray(String[]::new));
        return new Outcome(code, out.toString().strip(), err.toString().strip());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void aRunningServersLogIsCopiedCheckedExportedAndErased() throws Exception {
        try (ServerProcess server = ServerProcess.start("--data", data()); Client client = new Client(server.address())) {
            for (int i = 0; i < 50; i++) {
                assertEquals(201, client.give(1, "positive", "text " + i, "k" + i).statusCode());
            }
            AtomicBoolean enough = new AtomicBoolean();
            List<Integer> given = new ArrayList<>();
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = 0; !enough.get(); i++) {
                    given.add(client.give(2, "negative", "meanwhile", "m" + i).statusCode());
                }
            });
            String copy = folder.resolve("copy.db").toString();
            assertEquals(new Outcome(0, "Copied to " + copy, ""), run("backup", "--data", data(), copy));
            assertEquals(new Outcome(0, "Every tally follows from the log.", ""), run("verify", "--data", data()));
            assertEquals(0, run("export", "--data", data(), folder.resolve("csv").toString()).code());
            Outcome person = run("person", "--data", data(), "--customer", "1", folder.resolve("alice.json").toString());
            assertEquals(0, person.code(), person.err());
            assertTrue(Files.readString(folder.resolve("alice.json")).contains("text 49"));
            assertEquals(new Outcome(0, "Erased 50 events", ""), run("erase", "--data", data(), "--customer", "1", "--yes"));
            enough.set(true);
            writer.join();
            assertEquals(List.of(201), given.stream().distinct().toList(), "the server was not disturbed");
            assertEquals(404, client.give(1, "positive", "about somebody who was erased", "late").statusCode());
            assertTrue(client.get("/").body().contains("Erased customer 1"));
            assertEquals("53/10", client.json("/api/customers/1").getAsJsonObject("customer").get("exactScore").getAsString(), "3/10 and 50 feedbacks");
            assertFalse(client.get("/customers/1").body().contains("text 49"));
        }
        assertEquals(0, run("verify", "--data", data()).code());
        try (FeedbackStore copied = FeedbackStore.open(Database.at("jdbc:sqlite:" + folder.resolve("copy.db")), Instant::now)) {
            assertEquals(IntStream.range(0, 50).mapToObj(i -> "text " + i).toList(),
                    copied.events(1).stream().map(event -> event.feedback().text()).toList());
        }
        String other = folder.resolve("other").toString();
        assertTrue(run("import", "--data", other, folder.resolve("csv").toString()).out().startsWith("Added 2 customers and "));
        assertEquals(0, run("verify", "--data", other).code());
    }

    @Test
    void whatDoesNotFollowFromTheLogIsTold() throws Exception {
        FeedbackStore.open(Database.inFolder(folder.resolve("data")), Instant::now).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/feedback.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO customer (name, search_key, initial_trust, positive) VALUES ('X', 'x', '0.5', 3)");
        }
        assertEquals(new Outcome(1, "customer 1 has the tally 3, 0, and the log says 0, 0" + System.lineSeparator() + "1 findings.", ""),
                run("verify", "--data", data()));
    }

    @Test
    void whatIsNotThereIsNotMade() throws IOException {
        for (String[] arguments : List.of(new String[] {"verify", "--data", data()}, new String[] {"backup", "--data", data(), folder.resolve("x").toString()},
                new String[] {"verify", "--database", "jdbc:sqlite:" + folder.resolve("none.db")})) {
            Outcome refused = run(arguments);
            assertEquals(1, refused.code());
            assertTrue(refused.err().startsWith("feedback " + arguments[0] + ": ") && refused.err().lines().count() == 1, refused.err());
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
        assertEquals(2, run("erase", "--data", data(), "--customer", "1").code(), "without --yes");
        assertEquals(2, run("verify").code());
    }
}
