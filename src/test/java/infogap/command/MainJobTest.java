package infogap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.notebook.Cell;
import infogap.notebook.Notebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job on a small project of its own, with a real kernel: what turns it red, and what it leaves untouched.
class MainJobTest {

    private static final String CLAIMS = """
            id,document,section,line,kind,claim,inputs,printed,correct,verdict,origin,reason,also_at,waiver
            4-07,004.txt,4.4,279,arithmetic,P(Id) = 0.9·0.2 + 0.1·0.8,"0.2, 0.9, 0.1",0.28,13/50,wrong arithmetic,root,a factor is missing,,
            4-08,004.txt,4.4,284,arithmetic,P(High|Id),"0.2, 0.9, 0.1",0.643,9/13,wrong arithmetic,inherited from 4-07,,,
            """;

    private static final String INPUTS = """
            import infogap.bayes.*;
            import infogap.claims.*;
            var test = Screening.of(0.2, 0.9, 0.1).exact();
            var ledger = Ledger.find();""";

    private static final String POSITIVE_RATE = "ledger.check(\"4-07\", test.positiveRate())";

    private static final String POSTERIOR = "ledger.check(\"4-08\", test.posterior(Result.POSITIVE).fraction(), \"4-07\","
            + " test.truePositives().divide(ledger.claim(\"4-07\").printed().value()))";

    @TempDir
    private Path project;


    @BeforeEach
    void layProject() throws IOException {
        writeClaims(CLAIMS);
        writeNotebook("01-bayes.ipynb", INPUTS, POSITIVE_RATE, POSTERIOR);
    }

    @Test
    void settlesTheLedgerAndWritesTheReport() throws IOException {
        Outcome outcome = run();
        assertEquals(InfogapCommand.FINE, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().contains("wrong arithmetic  inherited from 4-07"), outcome.out());
        assertTrue(outcome.out().contains("2 claims: 0 hold, 2 differ"), outcome.out());
        JsonArray ledger = JsonParser.parseString(Files.readString(report("ledger.json"))).getAsJsonObject().getAsJsonArray("claims");
        JsonObject first = ledger.get(0).getAsJsonObject();
        assertTrue(first.keySet().containsAll(
                Set.of("id", "document", "section", "claim", "printed", "recomputed", "verdict", "origin", "notebook")));
        assertEquals("0.28", first.get("printed").getAsString());
        assertEquals("13/50", first.get("recomputed").getAsString());
        assertEquals("root", first.get("origin").getAsString());
        assertEquals("01-bayes.ipynb", first.get("notebook").getAsString());
        assertTrue(Files.exists(report("index.html")) && Files.exists(report("notebooks/01-bayes.html")));
        Notebook executed = Notebook.read(report("notebooks/01-bayes.ipynb"));
        assertEquals(1, executed.cells().get(2).outputs().size());
        assertEquals(InfogapCommand.FINE, run().exitCode());
        assertEquals(executed.text(), Files.readString(report("notebooks/01-bayes.ipynb")), "two runs give the same file");
    }

    @Test
    void aTamperedInputInANotebookTurnsItRed() throws IOException {
        writeNotebook("01-bayes.ipynb", INPUTS.replace("0.9, 0.1", "0.9, 0.2"), POSITIVE_RATE, POSTERIOR);
        Outcome outcome = run();
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertTrue(outcome.err().contains("claim 4-07 in 01-bayes.ipynb, cell cell-1: the value is 17/50, pinned is 13/50"), outcome.err());
        assertTrue(outcome.err().contains("claim 4-08") && outcome.err().contains("2 not as pinned"), outcome.err());
        assertTrue(Files.readString(report("index.html")).contains("Not as pinned"));
    }

    @Test
    void aTamperedClaimsFileTurnsItRed() throws IOException {
        writeClaims(CLAIMS.replace(",0.28,13/50", ",0.26,13/50"));
        Outcome mended = run();
        assertEquals(InfogapCommand.PROBLEM, mended.exitCode());
        assertTrue(mended.err().contains("claim 4-07") && mended.err().contains("the verdict is 'reproduced'"), mended.err());

        writeClaims(CLAIMS.replace("13/50,wrong arithmetic,root", "13/50,reproduced,").replace("inherited from 4-07", "root"));
        Outcome pinnedWrongly = run();
        assertEquals(InfogapCommand.PROBLEM, pinnedWrongly.exitCode());
        assertTrue(pinnedWrongly.err().contains("the verdict is 'wrong arithmetic', pinned is 'reproduced'"), pinnedWrongly.err());
    }

    @Test
    void aClaimThatNoNotebookChecksTurnsItRed() throws IOException {
        writeNotebook("01-bayes.ipynb", INPUTS, POSITIVE_RATE);
        Outcome outcome = run();
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertTrue(outcome.err().contains("claim 4-08: no notebook checks it"), outcome.err());
    }

    @Test
    void aClaimThatFailsToBeCheckedDoesNotStopTheOthers() throws IOException {
        writeNotebook("01-bayes.ipynb", INPUTS, "ledger.check(\"4-07\", new int[0][0].length / 0)", "ledger.check(\"9-99\", 1)", POSTERIOR);
        Outcome outcome = run();
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertTrue(outcome.err().contains("claim 4-07 in 01-bayes.ipynb, cell cell-1: the cell failed, so that it is not checked: java.lang.ArithmeticException"), outcome.err());
        assertTrue(outcome.err().contains("01-bayes.ipynb, cell 3 (id cell-2) failed too"), outcome.err());
        assertFalse(outcome.err().contains("claim 4-08"), outcome.err());
        JsonArray ledger = JsonParser.parseString(Files.readString(report("ledger.json"))).getAsJsonObject().getAsJsonArray("claims");
        assertEquals("failed", ledger.get(0).getAsJsonObject().get("status").getAsString());
        assertEquals("cell-1", ledger.get(0).getAsJsonObject().get("cell").getAsString());
        assertEquals("as pinned", ledger.get(1).getAsJsonObject().get("status").getAsString());
    }

    @Test
    void eachCallOfACellCounts() throws IOException {
        writeNotebook("01-bayes.ipynb", INPUTS, "var kept = " + POSITIVE_RATE + ";\n" + POSTERIOR + ";");
        assertEquals(InfogapCommand.FINE, run().exitCode());
        writeNotebook("01-bayes.ipynb", INPUTS, "for (var id : List.of(\"4-07\", \"4-08\")) {\n    ledger.check(id, test.positiveRate());\n}");
        Outcome loop = run();
        assertTrue(loop.err().contains("claim 4-08 in 01-bayes.ipynb, cell cell-1: ") && loop.err().contains("the value is 13/50, pinned is 9/13"), loop.err());
        assertFalse(loop.err().contains("claim 4-07"), loop.err());
        writeNotebook("01-bayes.ipynb", INPUTS, POSITIVE_RATE + ";\n" + POSTERIOR);
        assertEquals(InfogapCommand.FINE, run().exitCode());
        long cards = Notebook.read(report("notebooks/01-bayes.ipynb")).cells().get(1).outputs().size();
        assertEquals(2, cards, "the card that ends the cell is shown once");
    }

    @Test
    void anUnknownClaimIsNamedWithItsCell() throws IOException {
        writeNotebook("01-bayes.ipynb", INPUTS, POSITIVE_RATE, "ledger.check(\"9-99\", 1)");
        Outcome outcome = run();
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertTrue(outcome.err().contains("01-bayes.ipynb") && outcome.err().contains("cell-2"), outcome.err());
        assertTrue(outcome.err().contains("there is no claim '9-99'; the ledger has 2 claims: 4-07, 4-08"), outcome.err());
    }

    @Test
    void aKernelThatDiesIsNamedAndLeavesTheReport() throws IOException {
        assertEquals(InfogapCommand.FINE, run().exitCode());
        String before = snapshot();
        writeNotebook("01-bayes.ipynb", INPUTS, "Runtime.getRuntime().halt(3);");
        Outcome outcome = run();
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertTrue(outcome.err().contains("01-bayes.ipynb") && outcome.err().contains("kernel"), outcome.err());
        assertEquals(before, snapshot(), "the last good report stays");
    }

    @Test
    void aKernelThatDiesStopsNoOtherNotebook() throws IOException {
        writeNotebook("02-deadly.ipynb", INPUTS, "/* \"4-08\" */ Runtime.getRuntime().halt(3);");
        writeNotebook("01-bayes.ipynb", INPUTS, POSITIVE_RATE);
        Outcome outcome = run();
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        String json = Files.readString(project.resolve("target/report/ledger.json"));
        assertTrue(json.contains("13/50"), json);
        assertTrue(outcome.err().contains("claim 4-08") && outcome.err().contains("02-deadly.ipynb, cell"), outcome.err());
    }

    @Test
    void brokenInputsAreNamedBeforeAnythingRuns() throws IOException {
        Files.writeString(project.resolve("notebooks/02-broken.ipynb"), "{\"cells\": [");
        assertRefused("02-broken.ipynb");
        Files.delete(project.resolve("notebooks/02-broken.ipynb"));

        writeClaims(CLAIMS.replace("wrong arithmetic,root", "wrong,root"));
        assertRefused("claims.csv, line 2: claim '4-07': column verdict must be one of");
        writeClaims(CLAIMS);

        Files.delete(project.resolve("notebooks/01-bayes.ipynb"));
        assertRefused("notebooks: the folder has no notebook (*.ipynb)");
        Files.delete(project.resolve("notebooks"));
        assertRefused("notebooks: the folder of notebooks cannot be listed");
    }

    @Test
    void theReadmesOwnPaperIsSettledAsTheReadmeSays() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("## Bring your own paper"));
        Path papers = Files.createDirectories(project.resolve("papers/mine"));
        Files.writeString(papers.resolve("claims.csv"), block(section, "csv"));
        Files.delete(project.resolve("papers/004/claims.csv"));
        writeNotebook("01-bayes.ipynb", block(section, "java"));
        Outcome outcome = run();
        assertEquals(InfogapCommand.FINE, outcome.exitCode(), outcome.err());
        // 0.00099 / (0.00099 + 0.00999) = 11/122
        assertTrue(outcome.out().contains("11/122") && outcome.out().contains("1 claim: 0 hold, 1 differs"), outcome.out());
    }

    private static String block(String markdown, String language) {
        String fence = "```" + language + "\n";
        int start = markdown.indexOf(fence) + fence.length();
        return markdown.substring(start, markdown.indexOf("```", start));
    }

    @Test
    void staleOutputsAreReportedByNotebookAndCellAndCanBeUpdated() throws IOException {
        Path file = project.resolve("notebooks/01-bayes.ipynb");
        String[] check = {"outputs", "--quiet", "--project", project.toString()};
        Outcome never = Outcome.of(check);
        assertEquals(InfogapCommand.PROBLEM, never.exitCode());
        assertTrue(never.err().contains("01-bayes.ipynb") && never.err().contains("cell-1"), never.err());

        assertEquals(InfogapCommand.FINE, Outcome.of("outputs", "--update", "--quiet", "--project", project.toString()).exitCode());
        String updated = Files.readString(file);
        assertEquals(InfogapCommand.FINE, Outcome.of(check).exitCode());
        assertEquals(InfogapCommand.FINE, Outcome.of("outputs", "--update", "--quiet", "--project", project.toString()).exitCode());
        assertEquals(updated, Files.readString(file), "an update without a change leaves the file");

        String renumbered = updated.replaceFirst("\"execution_count\": \\d+", "\"execution_count\": 77");
        Files.writeString(file, renumbered);
        assertEquals(InfogapCommand.FINE, Outcome.of("outputs", "--update", "--quiet", "--project", project.toString()).exitCode());
        assertEquals(renumbered, Files.readString(file), "what is not compared is no reason to write");
        assertEquals(InfogapCommand.FINE, Outcome.of("outputs", "--update-pictures", "--quiet", "--project", project.toString()).exitCode());
        assertEquals(updated, Files.readString(file), "unless everything that is not compared is to be written");

        Files.writeString(file, updated.replace("13/50", "14/50"));
        Outcome tampered = Outcome.of(check);
        assertEquals(InfogapCommand.PROBLEM, tampered.exitCode());
        assertTrue(tampered.err().contains("14/50") && tampered.err().contains("13/50"), tampered.err());
    }

    private void assertRefused(String message) {
        Outcome outcome = run();
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertTrue(outcome.err().contains(message), outcome.err());
        assertEquals(1, outcome.err().strip().lines().count(), "one message: " + outcome.err());
        assertFalse(Files.exists(report("index.html")));
    }

    private Outcome run() {
        return Outcome.of("run", "--quiet", "--project", project.toString());
    }

    private Path report(String file) {
        return project.resolve("target/report").resolve(file);
    }

    private String snapshot() throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve("target/report"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> {
                        try {
                            return file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining("\n"));
        }
    }

    private void writeClaims(String text) throws IOException {
        Path folder = Files.createDirectories(project.resolve("papers/004"));
        Files.writeString(folder.resolve("claims.csv"), text, StandardCharsets.UTF_8);
    }

    private void writeNotebook(String name, String... cells) {
        List<Cell> code = Stream.iterate(0, i -> i < cells.length, i -> i + 1)
                .map(i -> Cell.code("cell-" + i, cells[i]))
                .toList();
        Notebook.of(code).write(project.resolve("notebooks").resolve(name));
    }
}
