package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Source.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

    private static final Printed NOTHING = Printed.of("");
    private static final String HEADER = "claim,line,work,attribute,cited,exists,looked_up\n";

    @TempDir
    private Path papers;

    @Test
    void aWorkIsHeldAgainstWhatExists() {
        Source wrong = new Source(List.of(new Work("a book", Map.of("year", "2016"), Map.of("year", "2014"), "a catalogue")));
        assertEquals(Verdict.FALSE_CONCLUSION, wrong.verdict(NOTHING));
        assertEquals("2014", wrong.recomputed());
        assertEquals("year cited as 2016; looked up: a catalogue", wrong.remark());
        Source right = new Source(List.of(new Work("a book", Map.of("year", "2014"), Map.of("year", "2014", "publisher", "X"), "a catalogue")));
        assertEquals(Verdict.REPRODUCED, right.verdict(NOTHING));
        assertEquals("as cited", right.recomputed());
    }

    @Test
    void whatNobodyFoundIsUnsupported() {
        Work lost = new Work("Ware 1996", Map.of("year", "1996"), Map.of(), "");
        assertEquals(Verdict.UNSUPPORTED, new Source(List.of(lost)).verdict(NOTHING));
        assertEquals("missing: a catalogue entry for Ware 1996", new Source(List.of(lost)).recomputed());
        Work other = new Work("Lee 2017", Map.of("year", "2017"), Map.of(), "");
        assertEquals("missing: a catalogue entry for each of the two", new Source(List.of(lost, other)).recomputed());
        assertEquals("", new Source(List.of(lost)).remark());
    }

    @Test
    void aFactNeedsAPlaceAndAPlaceAFact() {
        assertThrows(IllegalArgumentException.class, () -> new Work("a", Map.of("year", "1"), Map.of("year", "1"), ""));
        assertThrows(IllegalArgumentException.class, () -> new Work("a", Map.of("year", "1"), Map.of(), "a catalogue"));
        assertThrows(IllegalArgumentException.class, () -> new Work("a", Map.of("year", "1"), Map.of("title", "A"), "a catalogue"));
        assertThrows(IllegalArgumentException.class, () -> new Work("a", Map.of(), Map.of(), ""));
    }

    @Test
    void theFileIsReadByClaim() throws IOException {
        write(HEADER + """
                1,10,a paper,authors,A and B,"A, B and C",its title page
                1,10,a paper,year,2012,2012,its title page
                2,12,another,year,1990,,
                """);
        Sources sources = Sources.of(papers);
        assertEquals("A, B and C", sources.of("1").recomputed());
        assertEquals("authors cited as A and B; looked up: its title page", sources.of("1").remark());
        assertEquals(Verdict.UNSUPPORTED, sources.of("2").verdict(NOTHING));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> sources.of("3")).getMessage().contains("[1, 2]"));
    }

    @Test
    void aMalformedFileIsNamedWithItsLine() throws IOException {
        write("claim,work\n1,a\n");
        assertTrue(assertThrows(ClaimsFileException.class, () -> Sources.of(papers)).getMessage().contains("the columns are [claim, work]"));
        write(HEADER + "1,10,a paper,year,2012,2014,\n");
        String message = assertThrows(ClaimsFileException.class, () -> Sources.of(papers)).getMessage();
        assertTrue(message.contains("looked_up") && message.contains("line 2"), message);
        write(HEADER + "1,10,,year,2012,2014,a catalogue\n");
        assertTrue(assertThrows(ClaimsFileException.class, () -> Sources.of(papers)).getMessage().contains("'work' must not be empty"));
        write(HEADER + "1,10,a paper,year,2012,2014,a catalogue, and more\n");
        assertTrue(assertThrows(ClaimsFileException.class, () -> Sources.of(papers)).getMessage().contains("8 fields"));
        // read on, the quote would swallow the second row
        write(HEADER + "1,10,a paper,year,2012,2014,\"a catalogue\n2,12,another,year,1990,,\n");
        assertTrue(assertThrows(ClaimsFileException.class, () -> Sources.of(papers)).getMessage().contains("nclosed"));
    }

    /// Every row of the project's own files is of a claim of that article, at a line that the claim names.
    @Test
    void theProjectsSourcesStandAtTheirClaimsLines() throws IOException {
        Ledger ledger = Ledger.find();
        List<Path> files;
        try (var folders = Files.list(Ledger.folder())) {
            files = folders.map(folder -> folder.resolve("sources.csv")).filter(Files::exists).toList();
        }
        assertEquals(3, files.size(), "articles that cite something that was looked up");
        for (Path file : files) {
            for (String row : Files.readAllLines(file).stream().skip(1).toList()) {
                String[] fields = row.split(",", 3);
                Claim claim = ledger.claim(fields[0]);
                assertEquals("reference", claim.kind(), row);
                assertEquals(file.getParent(), claim.row().file().getParent(), row);
                assertTrue(claim.line().contains(fields[1]), row + " against line " + claim.line());
            }
        }
    }

    private void write(String text) throws IOException {
        Files.createDirectories(papers.resolve("mine"));
        Files.writeString(papers.resolve("mine/sources.csv"), text);
    }
}
