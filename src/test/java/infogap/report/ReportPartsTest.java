package infogap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.claims.Evidence;
import infogap.claims.Ledger;
import infogap.claims.Verdict;
import infogap.notebook.Cell;
import infogap.notebook.ClaimEvidence;
import infogap.notebook.Notebook;
import infogap.numeric.Fractions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPartsTest {

    private static final String CLAIMS = """
            id,document,section,line,kind,claim,inputs,printed,correct,verdict,origin,reason,also_at,waiver
            1,d.txt,4.4,279,arithmetic,<b>0.18 + 0.08</b>,,0.28,13/50,wrong arithmetic,root,a factor is missing,,
            2,d.txt,4.6,320,arithmetic,0.54 + 0.04,,0.58,29/50,reproduced,,,,
            3,d.txt,5,400,effect,收入 rises,,,,unsupported,,,,no data anywhere in the article
            """;

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeEach
    void writeClaims() throws IOException {
        Files.createDirectories(folder.resolve("papers/mine"));
        Files.writeString(folder.resolve("papers/mine/claims.csv"), CLAIMS);
        ledger = Ledger.of(folder.resolve("papers"));
    }

    @Test
    void aSettledLedgerKnowsWhatIsCheckedWaivedAndForgotten() throws IOException {
        SettledLedger settled = SettledLedger.of(ledger, List.of(evidence("a.ipynb", "1", "0.26")));
        assertEquals(List.of("claim 2: no notebook checks it, and the claims file has no waiver (papers/mine/claims.csv, line 3)"),
                settled.problems());
        assertEquals(3, settled.settlements().size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LedgerJson.write(settled, bytes);
        JsonArray json = JsonParser.parseString(bytes.toString(StandardCharsets.UTF_8)).getAsJsonObject().getAsJsonArray("claims");
        assertEquals(
                List.of("as pinned", "unchecked", "waived"),
                json.asList().stream().map(claim -> claim.getAsJsonObject().get("status").getAsString()).toList());
    }

    @Test
    void twoNotebooksMustFindTheSame() {
        SettledLedger settled = SettledLedger.of(
                ledger, List.of(evidence("a.ipynb", "1", "0.26"), evidence("b.ipynb", "1", "0.25"), evidence("a.ipynb", "2", "0.58")));
        assertEquals(1, settled.problems().size());
        assertTrue(settled.problems().getFirst().startsWith("claim 1 in b.ipynb"), settled.problems().toString());
    }

    @Test
    void evidenceOfAnUnknownClaimIsAStray() {
        JsonObject unknown = evidence("a.ipynb", "1", "0.26").claim();
        unknown.addProperty("id", "9");
        SettledLedger settled = SettledLedger.of(ledger, List.of(new ClaimEvidence("a.ipynb", 0, "cell", unknown)));
        assertTrue(settled.problems().contains("claim 9 in a.ipynb, cell cell: the ledger has no such claim"), settled.problems().toString());
    }

    @Test
    void theTableMarksWhatIsNotAsPinnedAndKeepsIdeographsInTheirColumns() {
        String table = LedgerTable.text(SettledLedger.of(
                ledger, List.of(evidence("a.ipynb", "1", "0.26"), evidence("a.ipynb", "2", "0.57"))));
        List<String> lines = table.lines().toList();
        assertTrue(lines.get(1).startsWith("   1 ") || lines.get(1).startsWith("   1"), table);
        assertTrue(lines.get(2).startsWith("!"), table);
        assertEquals("3 claims: 0 hold, 2 differ, 0 are false, 0 cannot be checked, 1 waived.", lines.getLast());
        int verdict = lines.getFirst().indexOf("verdict");
        assertEquals("waived", lines.get(3).substring(verdict - 2).strip(), "two ideographs take four columns");
    }

    @Test
    void aCellThatNamesAClaimOfWhichNothingCameOutIsNamed() {
        Notebook notebook = Notebook.of(List.of(Cell.code("lost", "var card = ledger.check(\"2\", 0.58);")));
        SettledLedger settled = Settling.of(ledger).with("a.ipynb", notebook).settled();
        assertEquals(List.of(false, true), settled.problems().stream().map(problem -> problem.contains("a.ipynb, cell lost names it, but neither a card nor a value")).toList());
        assertTrue(LedgerTable.text(settled).endsWith("3 claims: 0 hold, 0 differ, 0 are false, 0 cannot be checked, 1 waived, 2 unchecked."), LedgerTable.text(settled));
    }

    @Test
    void textOfAClaimIsNeverMarkup() {
        Notebook notebook = Notebook.of(List.of(Cell.markdown("top", "# A <i>title</i>"), Cell.code("code", "int a = 1; // <b>")));
        SettledLedger settled = SettledLedger.of(ledger, List.of(evidence("a.ipynb", "1", "0.26"), evidence("a.ipynb", "2", "0.58")));
        Report.write(folder.resolve("report"), settled, Map.of("a.ipynb", notebook));
        String index = read("report/index.html");
        assertTrue(index.contains("mine; d.txt, section 4.4, line 279"), "a file name is not what a person says");
        assertFalse(index.contains("<b>0.18"), "a claim's text is escaped");
        assertTrue(index.contains("&lt;b&gt;0.18 + 0.08"));
        assertTrue(index.contains("href=\"notebooks/a.html#cell-cell\""));
        assertTrue(index.contains("<b>1</b> waived, with a reason"));
        for (Verdict verdict : Verdict.values()) {
            assertTrue(index.contains("<b>" + verdict.label() + "</b>: " + verdict.meaning()), verdict.label());
        }
        assertTrue(read("report/notebooks/a.html").contains("<span class=\"c\">// &lt;b&gt;</span>"));
        assertTrue(Files.exists(folder.resolve("report/assets/fonts/KaTeX_Main-Regular.woff2")));
    }

    @Test
    void whatAnEarlierRunLeftIsRemoved() throws IOException {
        SettledLedger settled = SettledLedger.of(ledger, List.of());
        Path stale = folder.resolve("report/notebooks/old.html");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "old");
        Report.write(folder.resolve("report"), settled, Map.of());
        assertFalse(Files.exists(stale));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "an $a_1 + b_2$ here | <p>an <span class=\"math\">a_1 + b_2</span> here</p>",
        "$$x < y$$ | <p><span class=\"math\" data-display>x &lt; y</span></p>",
        "`$a_1$` | <p><code>$a_1$</code></p>",
        "it costs $5 and $6 | <p>it costs $5 and $6</p>",
        "\\$5 | <p>$5</p>",
    })
    void formulasAreKeptFromTheMarkdownReader(String markdown, String html) {
        assertEquals(html, MathMarkdown.html(markdown).strip());
    }

    @Test
    void aFencedBlockKeepsItsDollars() {
        assertTrue(MathMarkdown.html("```\n$a_1$ $$b$$\n```").contains("$a_1$ $$b$$"));
    }

    @Test
    void latexOutputLosesItsDelimiters() {
        assertEquals("<div class=\"latex\"><span class=\"math\" data-display>\\frac{1}{2}</span></div>", MathMarkdown.latexOutput("$$\\frac{1}{2}$$"));
        assertEquals("<div class=\"latex\"><span class=\"math\" data-display>a</span></div>", MathMarkdown.latexOutput("\\[a\\]"));
    }

    private ClaimEvidence evidence(String notebook, String id, String value) {
        String json = (String) ledger.check(id, Fractions.of(value)).mimeBundle().get(Evidence.MIME_TYPE);
        return new ClaimEvidence(notebook, 0, "cell", JsonParser.parseString(json).getAsJsonObject());
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
