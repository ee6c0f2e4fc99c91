package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import infogap.numeric.Fractions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

    private static final String HEADER =
            "id,document,section,line,kind,claim,inputs,printed,correct,verdict,origin,reason,also_at,waiver\n";
    private static final String WRONG = "1,d.txt,4.4,279,arithmetic,0.18 + 0.08,,0.28,13/50,wrong arithmetic,root,a factor is missing,,\n";
    private static final String FOLLOWS = "2,d.txt,4.4,284,arithmetic,0.18 / P,,0.643,9/13,wrong arithmetic,inherited from 1,,,\n";
    private static final String RIGHT = "3,d.txt,4.6,320,arithmetic,0.54 + 0.04,,0.58,29/50,reproduced,,,,\n";

    @TempDir
    private Path papers;

    @BeforeEach
    void writeClaims() throws IOException {
        write(HEADER + WRONG + FOLLOWS + RIGHT);
    }

    @Test
    void theVerdictIsDecidedByComparison() {
        Card card = Ledger.of(papers).check("1", Fractions.of("0.26"));
        assertEquals(Verdict.WRONG_ARITHMETIC, card.verdict());
        assertEquals(new Origin.Root(), card.origin());
        assertEquals("13/50", card.recomputed());
        assertTrue(card.isAsPinned());
        assertEquals(card, card.confirm());
    }

    @Test
    void aCardSaysWhoseInputsTheCheckUses() throws IOException {
        write(HEADER + "1,d.txt,4,1,arithmetic,sum,\"0.2, 0.9\",0.26,13/50,reproduced,,,,\n"
                + "2,d.txt,4,2,arithmetic,sum,0.2; ours: 0.9,0.26,13/50,reproduced,,,,\n"
                + "3,d.txt,4,3,arithmetic,sum,ours: two numbers,0.26,13/50,reproduced,,,,\n"
                + "4,d.txt,4,4,arithmetic,sum,,0.26,13/50,reproduced,,,,\n");
        Ledger ledger = Ledger.of(papers);
        assertEquals(
                List.of("the article's: 0.2, 0.9", "the article's: 0.2; ours: 0.9", "ours: two numbers", ""),
                ledger.claims().stream().map(Claim::whoseInputs).toList());
        assertTrue(ledger.check("2", Fractions.of("0.26")).toString().contains("inputs      the article's: 0.2; ours: 0.9"));
        assertFalse(ledger.check("4", Fractions.of("0.26")).toString().contains("inputs"));
    }

    @Test
    void anErrorIsInheritedWhenThePrintedIntermediateExplainsIt() {
        Ledger ledger = Ledger.of(papers);
        Card card = ledger.check("2", Fractions.of(9, 13), "1", Fractions.of("18/28"));
        assertEquals(new Origin.Inherited(List.of("1")), card.origin());
        assertTrue(card.isAsPinned());

        Card unexplained = ledger.check("2", Fractions.of(9, 13), "1", Fractions.of("18/29"));
        assertEquals(new Origin.Root(), unexplained.origin());
        assertFalse(unexplained.isAsPinned());
    }

    @Test
    void aRightClaimHandsNoErrorOn() {
        Card card = Ledger.of(papers).check("2", Fractions.of(9, 13), "3", Fractions.of("18/28"));
        assertEquals(new Origin.Root(), card.origin());
        assertEquals(List.of("the origin is 'root', pinned is 'inherited from 1'"), card.changes());
    }

    @Test
    void aTamperedInputIsSeenAlthoughTheVerdictStays() {
        Card card = Ledger.of(papers).check("1", Fractions.of("0.25"));
        assertEquals(Verdict.WRONG_ARITHMETIC, card.verdict());
        assertFalse(card.isAsPinned());
        VerdictChangedException error = assertThrows(VerdictChangedException.class, card::confirm);
        assertTrue(error.getMessage().contains("the value is 1/4, pinned is 13/50"), error.getMessage());
    }

    @Test
    void aMisprintThatIsMendedIsSeen() throws IOException {
        write(HEADER + WRONG.replace("0.28", "0.26"));
        Card card = Ledger.of(papers).check("1", Fractions.of("0.26"));
        assertEquals(Verdict.REPRODUCED, card.verdict());
        VerdictChangedException error = assertThrows(VerdictChangedException.class, card::confirm);
        assertTrue(error.getMessage().contains("the verdict is 'reproduced', pinned is 'wrong arithmetic'"), error.getMessage());
    }

    @Test
    void aFloatingPointResultMeetsAnExactPinWithinTheTolerance() {
        Ledger ledger = Ledger.of(papers);
        assertTrue(ledger.check("3", 0.58).isAsPinned());
        assertTrue(ledger.check("3", Math.nextUp(0.58)).isAsPinned());
        assertFalse(ledger.check("3", 0.58 + 2 * Card.VALUE_TOLERANCE).isAsPinned());
    }

    @Test
    void aNumberWithoutAPinnedValueIsNotAsPinned() throws IOException {
        write(HEADER + RIGHT.replace("29/50", ""));
        assertFalse(Ledger.of(papers).check("3", Fractions.of("0.58")).isAsPinned());
    }

    @Test
    void printedWithEqualsButOnlyRoundedIsRemarked() throws IOException {
        write(HEADER + "1,d.txt,1,1,arithmetic,2/3,,= 0.667,2/3,reproduced,,,,\n");
        Card card = Ledger.of(papers).check("1", Fractions.of(2, 3));
        assertEquals(Verdict.REPRODUCED, card.verdict());
        assertEquals("printed with =, true only when rounded", card.remark());
        write(HEADER + "1,d.txt,1,1,arithmetic,2/3,,≈ 0.667,2/3,reproduced,,,,\n");
        assertEquals("", Ledger.of(papers).check("1", Fractions.of(2, 3)).remark());
    }

    @Test
    void aWaivedClaimIsNotChecked() throws IOException {
        write(HEADER + "1,d.txt,1,1,effect,Sales rise,,,,unsupported,,no data,,qualitative\n");
        Ledger ledger = Ledger.of(papers);
        assertTrue(ledger.claim("1").isWaived());
        assertThrows(IllegalArgumentException.class, () -> ledger.check("1", 1));
    }

    @Test
    void anUnknownIdIsNamedWithTheKnownOnes() {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> Ledger.of(papers).check("9-99", 1));
        assertTrue(error.getMessage().contains("'9-99'") && error.getMessage().contains("1, 2, 3"), error.getMessage());
    }

    @Test
    void aCardTravelsAsEvidenceAndShowsItself() {
        Card card = Ledger.of(papers).check("1", Fractions.of("0.25"));
        Evidence evidence = Evidence.of(JsonParser.parseString((String) card.mimeBundle().get(Evidence.MIME_TYPE))
                .getAsJsonObject());
        assertEquals(card.verdict(), evidence.verdict());
        assertEquals(card.changes(), evidence.changes());
        assertEquals("1/4", evidence.recomputed());
        assertTrue(card.toString().contains("printed") && card.toString().contains("0.28"));
        assertTrue(((String) card.mimeBundle().get("text/html")).contains("1/4 = 0.25"));
        assertThrows(IllegalArgumentException.class, () -> Evidence.of(JsonParser.parseString("{}").getAsJsonObject()));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1,d.txt,4.4,279,arithmetic,c,,0.28,13/50,wrong,root,,, | line 2: claim '1': column verdict must be one of",
        "1,d.txt,4.4,279,arithmetic,c,,0.28,13/50,wrong arithmetic,guess,,, | line 2: claim '1': column origin must be empty",
        "1,d.txt,4.4,279,arithmetic,c,,0.28,13/50,wrong arithmetic,,,, | line 2: claim '1': column origin must be 'root'",
        "1,d.txt,4.4,279,arithmetic,c,,0.28,13/50,reproduced,root,,, | line 2: claim '1': column origin must be empty",
        "1,d.txt,4.4,279,arithmetic,,,0.28,13/50,reproduced,,,, | line 2: claim '1': column claim must be a text",
        "1,d.txt,4.4,279,arithmetic,c,,0.28,reproduced,,,, | line 2: the row has 13 fields",
        "1,d.txt,4.4,279,arithmetic,c,0.2, 0.8,0.28,13/50,reproduced,,,, | line 2: the row has 15 fields",
        "1,d.txt,4.4,279,arithmetic,c,,0.28,9/13,wrong arithmetic,inherited from 7,,, | inherits from '7'",
    })
    void aMalformedRowIsNamedByFileLineAndColumn(String row, String message) throws IOException {
        write(HEADER + row + "\n");
        assertRefused(message);
    }

    @Test
    void aMalformedFileIsNamed() throws IOException {
        write("id,document\n1,d.txt\n");
        assertRefused("column 'claim' is missing");
        assertRefused("column 'printed' is missing");
        write(HEADER.replace("verdict", "verdct") + RIGHT);
        assertRefused("line 1: column 'verdct' is not known; did you mean 'verdict'?");
        write(HEADER);
        assertRefused("there is no claim below the header");
        write(HEADER + WRONG + WRONG);
        assertRefused("claim '1' stands twice");
        Files.write(papers.resolve("mine/claims.csv"), "id,é".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("not UTF-8");
        Files.delete(papers.resolve("mine/claims.csv"));
        assertRefused("no folder in it has a claims.csv");
    }

    @Test
    void theProjectsOwnLedgerIsFoundAndReadable() {
        assertDoesNotThrow(() -> Ledger.find().claim("4-07"));
    }

    @Test
    void anUnclosedQuoteIsRefusedAndSwallowsNoClaims() throws IOException {
        String header = "id,document,section,line,kind,claim,inputs,printed,correct,verdict,origin,reason,also_at,waiver\n";
        String good = "9-0%d,d,1,1,arithmetic,c,i,1,1,reproduced,,,,\n";
        write(header + good.formatted(1) + good.formatted(2).replace(",c,", ",\"c,") + good.formatted(3));
        assertRefused("Unclosed quoted field at end of input (record starting at line 3)");
    }

    private void assertRefused(String message) {
        ClaimsFileException error = assertThrows(ClaimsFileException.class, () -> Ledger.of(papers));
        assertTrue(error.getMessage().contains(message), error.getMessage());
        assertTrue(error.getMessage().startsWith(papers.toString()), error.getMessage());
    }

    private void write(String text) throws IOException {
        Files.createDirectories(papers.resolve("mine"));
        Files.writeString(papers.resolve("mine/claims.csv"), text);
    }
}
