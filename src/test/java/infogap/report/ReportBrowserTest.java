package infogap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.browser.Chromium;
import infogap.claims.Card;
import infogap.claims.Evidence;
import infogap.claims.Ledger;
import infogap.notebook.Cell;
import infogap.notebook.ClaimEvidence;
import infogap.notebook.Notebook;
import infogap.notebook.Output;
import infogap.numeric.Fractions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The report as a reader meets it: opened from the file system in a real browser.
class ReportBrowserTest {

    private static final String CLAIMS = """
            id,document,section,line,kind,claim,inputs,printed,correct,verdict,origin,reason,also_at,waiver
            4-07,004_x.txt,4.4,279,arithmetic,0.18 + 0.08,,0.28,13/50,wrong arithmetic,root,a factor is missing,,
            4-23,004_x.txt,4.6,320,arithmetic,0.54 + 0.04,,0.58,29/50,reproduced,,,,
            0-08,000_y.txt,4.3,158,code,A slope,,,6/5,"well-defined, not printed",,,,
            """;

    @TempDir
    private static Path folder;

    private static Optional<Chromium> started = Optional.empty();
    private static Chromium browser;

    @BeforeAll
    static void openBrowser() throws Exception {
        started = Chromium.start(Files.createDirectory(folder.resolve("profile")));
        Assumptions.assumeTrue(started.isPresent(), "Chromium is not installed (Debian: apt-get install chromium)");
        browser = started.get();
        Files.createDirectories(folder.resolve("papers/mine"));
        Files.writeString(folder.resolve("papers/mine/claims.csv"), CLAIMS);
        Ledger ledger = Ledger.of(folder.resolve("papers"));
        Cell question = Cell.markdown("question", "# A question\n\nWhat is $\\sqrt{14} - 2$?\n\n$$P(H\\mid +) = \\frac{9}{13}$$");
        List<ClaimEvidence> evidence = List.of(
                evidence(ledger.check("4-07", Fractions.of("0.26"))),
                evidence(ledger.check("4-23", Fractions.of("0.58"))),
                evidence(ledger.check("0-08", Fractions.of("6/5"))));
        JsonObject data = new JsonObject();
        data.addProperty("text/latex", "$$\\beta = 6/5$$");
        Cell code = Cell.code("cell", "1 + 1")
                .withExecution(OptionalInt.of(1), List.of(Output.displayData(data, new JsonObject())));
        Cell imports = Cell.code("imports", "import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;\n".repeat(4));
        Cell wide = Cell.code("wide", "var sum = IntStream.rangeClosed(1, 100).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add)");
        Report.write(folder.resolve("report"), SettledLedger.of(ledger, evidence), Map.of("05-a.ipynb", Notebook.of(List.of(question, code, imports, wide))));
    }

    @AfterAll
    static void closeBrowser() {
        started.ifPresent(Chromium::close);
    }

    @Test
    void theLedgerIsFilteredAndSorted() throws Exception {
        browser.size(1280, 900, false);
        browser.open(folder.resolve("report/index.html").toUri());
        assertEquals("3 of 3 claims", shown());
        browser.evaluate("(window.form = document.getElementById('filters'), form.elements.document.value = '004',"
                + " form.dispatchEvent(new Event('input')), '')");
        assertEquals("2 of 3 claims", shown());
        browser.evaluate("(form.elements.text.value = 'factor missing', form.dispatchEvent(new Event('input')), '')");
        assertEquals("1 of 3 claims", shown());
        browser.evaluate("(form.reset(), form.dispatchEvent(new Event('input')), '')");
        assertEquals("4-07 4-23 0-08", order());
        browser.click("#ledger th button");
        assertEquals("0-08 4-07 4-23", order());
        browser.click("#ledger th button");
        assertEquals("4-23 4-07 0-08", order());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void formulasAreTypesetWithoutANetwork() throws Exception {
        browser.size(1280, 900, false);
        browser.open(folder.resolve("report/notebooks/05-a.html").toUri());
        assertEquals("3", browser.evaluate("String(document.querySelectorAll('.math .katex').length)"));
        assertEquals("0", browser.evaluate("String(document.querySelectorAll('.katex-error').length)"));
        assertTrue(
                Double.parseDouble(browser.evaluate("String(document.querySelector('.katex svg').getBoundingClientRect().height)")) > 5,
                "the root sign of a square root is an image that must keep its height");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void nothingScrollsSidewaysOnAPhone() throws Exception {
        browser.size(390, 844, true);
        for (String page : List.of("index.html", "notebooks/05-a.html")) {
            browser.open(folder.resolve("report").resolve(page).toUri());
            assertEquals("true", browser.evaluate("String(document.documentElement.scrollWidth <= window.innerWidth)"), page);
        }
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void codeThatIsWiderThanThePageSaysSo() throws Exception {
        browser.size(390, 844, true);
        browser.open(folder.resolve("report/notebooks/05-a.html").toUri());
        assertEquals("", saysThatItIsWide("#cell-cell pre.source"), "1 + 1 fits");
        assertTrue(saysThatItIsWide("#cell-wide pre.source").contains("scroll sideways"), saysThatItIsWide("#cell-wide pre.source"));
        browser.evaluate("(document.querySelector('#cell-imports details').addEventListener('toggle', () => window.unfolded = true),"
                + " document.querySelector('#cell-imports details').open = true, '')");
        browser.awaitThat("window.unfolded === true");
        assertTrue(saysThatItIsWide("#cell-imports pre").contains("scroll sideways"), saysThatItIsWide("#cell-imports pre"));
        browser.size(1280, 900, false);
        browser.open(folder.resolve("report/notebooks/05-a.html").toUri());
        assertEquals("", saysThatItIsWide("#cell-wide pre.source"));
        assertEquals(List.of(), browser.complaints());
    }

    private static String saysThatItIsWide(String selector) {
        String content = browser.evaluate("getComputedStyle(document.querySelector('" + selector + "'), '::before').content");
        return content.equals("none") || content.equals("normal") ? "" : content;
    }

    private static ClaimEvidence evidence(Card card) {
        String json = (String) card.mimeBundle().get(Evidence.MIME_TYPE);
        return new ClaimEvidence("05-a.ipynb", 1, "cell", JsonParser.parseString(json).getAsJsonObject());
    }

    private static String shown() {
        return browser.evaluate("document.querySelector('#filters output').textContent");
    }

    private static String order() {
        return browser.evaluate("Array.from(document.querySelectorAll('#ledger tbody tr'), row => row.cells[0].textContent).join(' ')");
    }
}
