package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Claims files as people and spreadsheets write them, and what is said of those that cannot be read.
class ClaimsFileTest {

    private static final String SHORT = "id,claim,printed\n9-01,A third of all customers,0.33\n9-02,\"Half, in words\",a half\n";
    private static final String ORIGINS = "id,claim,printed,correct,verdict,origin\n";

    @TempDir
    private Path folder;

    @Test
    void threeColumnsAreEnough() throws IOException {
        Claim claim = ledger(SHORT).claim("9-01");
        assertEquals(folder.getFileName().toString(), claim.document());
        assertEquals(Claim.Pins.NOTHING, claim.pins());
        assertEquals(2, claim.row().line());
        Card card = ledger(SHORT).check("9-01", Fractions.of(1, 3));
        assertTrue(card.isAsPinned());
        assertEquals(List.of("the verdict is 'wrong arithmetic', and none is pinned"), ledger(SHORT).check("9-01", Fractions.of(1, 4)).changes());
        assertTrue(ledger("id,claim,printed\n1,A value,\n").check("1", 5).isAsPinned(), "what is not printed can be supplied");
    }

    @Test
    void columnsOfOnesOwnAreKept() throws IOException {
        Claim claim = ledger("id,claim,printed,page,coder\n1,A third,0.33,12,JD\n").claim("1");
        assertEquals(Map.of("page", "12", "coder", "JD"), claim.own());
    }

    @Test
    void aPinnedVerdictNeedsNoPinnedValueWhereThereIsNoColumnForIt() throws IOException {
        assertTrue(ledger("id,claim,printed,verdict\n1,A third,0.33,reproduced\n").check("1", Fractions.of(1, 3)).isAsPinned());
        assertFalse(ledger("id,claim,printed,verdict,correct\n1,A third,0.33,reproduced,\n").check("1", Fractions.of(1, 3)).isAsPinned());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,true", "UTF-8,false", "UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false", "UTF-16BE,false"})
    void whatSpreadsheetsWriteIsRead(String charset, boolean mark) throws IOException {
        for (String text : List.of(SHORT, SHORT.replace("\n", "\r\n"), SHORT.replace(',', ';'), "sep=;\r\n" + SHORT.replace(',', ';'), SHORT.replace(',', '\t'))) {
            Files.write(folder.resolve("claims.csv"), ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset)));
            Ledger ledger = Ledger.ofFile(folder.resolve("claims.csv"));
            assertEquals("0.33", ledger.claim("9-01").printed().text(), text);
            assertEquals(text.startsWith("sep") ? 3 : 2, ledger.claim("9-01").row().line());
        }
    }

    @Test
    void everyErrorOfAFileIsToldWithItsLine() throws IOException {
        ClaimsFileException error = assertThrows(ClaimsFileException.class, () -> ledger("""
                id,claim,printed,verdict,origin,rounding,decimal
                1,A,0.3,reproducd,,,
                ,B,0.3,,,,
                2,C,0.3.4,,,,
                3,,0.3,,,,
                4,D,0.3,,,half down,
                5,E,0.3,,,,semicolon
                7,G,0.3,,,,
                7,H,0.3,,,,
                8,I,0.3
                """));
        List<String> messages = error.problems().stream().map(problem -> problem.line() + ": " + problem.message()).toList();
        assertEquals(8, messages.size(), error.getMessage());
        assertTrue(messages.get(0).startsWith("2: claim '1': column verdict must be") && messages.get(0).endsWith("did you mean 'reproduced'?"), messages.get(0));
        assertTrue(messages.get(1).startsWith("3: column id is empty"), messages.get(1));
        assertTrue(messages.get(2).startsWith("4: claim '2': column printed must be a number or words, but '0.3.4' cannot be read") && messages.get(2).contains("Grammar"), messages.get(2));
        assertTrue(messages.get(3).startsWith("5: claim '3': column claim must be a text"), messages.get(3));
        assertTrue(messages.get(4).startsWith("6: claim '4': column rounding must be 'either'"), messages.get(4));
        assertTrue(messages.get(5).startsWith("7: claim '5': column decimal must be 'point' or 'comma'"), messages.get(5));
        assertTrue(messages.get(6).startsWith("10: the row has 3 fields"), messages.get(6));
        assertTrue(messages.get(7).startsWith("9: claim '7' stands twice, first in line 8"), messages.get(7));
    }

    @Test
    void manyErrorsAreCounted() {
        String rows = "x,y,1.2.3\n".repeat(500).replace("x", "id");
        StringBuilder text = new StringBuilder("id,claim,printed\n");
        for (int i = 0; i < 500; i++) {
            text.append(i).append(",c,1.2.3\n");
        }
        ClaimsFileException error = assertThrows(ClaimsFileException.class, () -> ledger(text.toString()));
        assertEquals(500, error.problems().size());
        assertTrue(error.getMessage().endsWith("… and 480 more") && error.getMessage().lines().count() == 21, rows);
    }

    @Test
    void wordsThatBeginWithANumberAreMarked() throws IOException {
        assertThrows(ClaimsFileException.class, () -> ledger("id,claim,printed\n1,A,5×5 matrix\n"));
        Ledger ledger = ledger("id,claim,printed,form\n1,A,5×5 matrix,text\n");
        assertTrue(ledger.check("1", new Finding.Text("5×5 matrix")).isAsPinned());
        assertThrows(ClaimsFileException.class, () -> ledger("id,claim,printed,form\n1,A,about three,number\n"));
        assertThrows(ClaimsFileException.class, () -> ledger("id,claim,printed,form\n1,A,3,numeric\n"));
        assertThrows(ClaimsFileException.class, () -> ledger(ORIGINS + "1,A,0.3,three tenths,reproduced,\n"));
    }

    @Test
    void theNotationOfAPaperIsItsOwn() throws IOException {
        Ledger ledger = ledger("id;claim;printed;decimal;rounding\n1;A;1.234,5;comma;\n2;B;5000;;2 significant digits\n");
        assertTrue(ledger.check("1", new BigDecimal("1234.52")).isAsPinned());
        assertTrue(ledger.check("2", 4960).isAsPinned());
        assertFalse(ledger.check("2", 4940).isAsPinned());
        assertTrue(ledger.check("2", 4960).toString().contains("rounding    either, 2 significant digits"), ledger.check("2", 4960).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1,A,0.3,0.4,wrong arithmetic,inherited from 1 | line 2: claim '1': column origin: the claim inherits from itself",
        "1,A,0.3,0.4,wrong arithmetic,inherited from 2\n2,B,0.3,0.4,wrong arithmetic,inherited from 1 | line 3: claim '2': column origin: the claims that it inherits from inherit from it, in a circle",
        "1,A,0.3,0.3,reproduced,\n2,B,0.3,0.4,wrong arithmetic,inherited from 1 | line 3: claim '2': column origin: the claim inherits from '1', which is right",
        "1,A,0.3,0.4,wrong arithmetic,root\n2,B,0.3,0.4,wrong arithmetic,rounded from 1 | line 3: claim '2': column origin: the claim is rounded from '1', which is wrong",
        "10-01,A,0.3,0.3,reproduced,\n2,B,0.3,0.4,wrong arithmetic,inherited from 10-10 | did you mean '10-01'?",
    })
    void anOriginThatCannotBeIsRefused(String example) {
        String[] parts = example.split(" \\| ");
        ClaimsFileException error = assertThrows(ClaimsFileException.class, () -> ledger(ORIGINS + parts[0] + "\n"));
        assertTrue(error.getMessage().contains(parts[1]), error.getMessage());
    }

    @Test
    void aRoundedIntermediateAndSeveralWrongOnesExplainAnError() throws IOException {
        Ledger ledger = ledger(ORIGINS + """
                1,2/3,0.67,2/3,reproduced,
                2,3 × 2/3,2.01,2,wrong arithmetic,rounded from 1
                3,0.1 + 0.1,0.3,0.2,wrong arithmetic,root
                4,0.2 + 0.2,0.5,0.4,wrong arithmetic,root
                5,the sum of 3 and 4,0.8,0.6,wrong arithmetic,"inherited from 3, 4"
                6,1/4,0.25,1/4,reproduced,
                7,4 × 1/4,1.1,1,wrong arithmetic,root
                """);
        Card rounded = ledger.check("2", Fractions.of("2"), "1", ledger.claim("1").printed().value().multiply(3));
        assertEquals("rounded from 1", rounded.origin().toString());
        assertTrue(rounded.isAsPinned(), rounded.toString());
        Card two = ledger.check("5", new Finding.ExactValue(Fractions.of("0.6")), List.of("3", "4"), new Finding.ExactValue(Fractions.of("0.8")));
        assertEquals(new Origin.Inherited(List.of("3", "4")), two.origin());
        assertTrue(two.isAsPinned(), two.toString());
        // 1/4 is printed in full: there is no rounding to carry on
        assertEquals(new Origin.Root(), ledger.check("7", Fractions.of("1"), "6", Fractions.of("1.1")).origin());
        assertThrows(IllegalArgumentException.class, () -> ledger.check("2", Fractions.of("2"), "2", Fractions.of("2.01")));
        assertEquals(new Origin.Inherited(List.of("3", "4")), Origin.of("inherited from 3 and 4"));
    }

    @Test
    void integersAndDecimalsKeepTheirDigits() throws IOException {
        Ledger ledger = ledger("id,claim,printed,correct,verdict\n1,2^53 + 1,9007199254740993,9007199254740993,reproduced\n2,many digits,0.1000000000000000000001,0.1000000000000000000001,reproduced\n");
        assertTrue(ledger.check("1", 9007199254740993L).isAsPinned());
        assertEquals("9007199254740993", ledger.check("1", 9007199254740993L).recomputed());
        assertFalse(ledger.check("1", 9007199254740992L).isAsPinned());
        assertTrue(ledger.check("1", new BigInteger("9007199254740993")).isAsPinned());
        assertTrue(ledger.check("2", new BigDecimal("0.1000000000000000000001")).isAsPinned());
        assertFalse(ledger.check("2", new BigDecimal("0.1000000000000000000002")).isAsPinned());
    }

    @Test
    void aRoundedOneInNIsNoMisprint() throws IOException {
        // 8543 squared is 72982849
        Ledger ledger = ledger("id,claim,printed\n1,two deaths,1/73000000\n2,exactly,= 1/73000000\n");
        assertTrue(ledger.check("1", Fractions.of("1/72982849")).isAsPinned());
        assertFalse(ledger.check("2", Fractions.of("1/72982849")).isAsPinned());
    }

    @Test
    void anUnknownIdAmongManyNamesTheNearest() throws IOException {
        StringBuilder text = new StringBuilder("id,claim,printed\n");
        for (int i = 0; i < 10000; i++) {
            text.append("paper-").append(i).append(",c,1\n");
        }
        Ledger ledger = ledger(text.toString());
        String near = assertThrows(IllegalArgumentException.class, () -> ledger.check("papr-4711", 1)).getMessage();
        assertTrue(near.contains("did you mean 'paper-4711'") && near.length() < 200, near);
        String far = assertThrows(IllegalArgumentException.class, () -> ledger.check("x", 1)).getMessage();
        assertTrue(far.endsWith("the ledger has 10000 claims, from 'paper-0' on"), far);
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Files.write(folder.resolve("claims.csv"), "id,claim,printed\n1,é,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThrows(ClaimsFileException.class, () -> Ledger.ofFile(folder.resolve("claims.csv")));
        assertThrows(ClaimsFileException.class, () -> Ledger.ofFile(folder.resolve("none.csv")));
        assertTrue(assertThrows(ClaimsFileException.class, () -> ledger("id,claim,printed,id\n1,A,2,3\n")).getMessage().contains("'id' stands twice"));
    }

    private Ledger ledger(String text) throws IOException {
        Files.writeString(folder.resolve("claims.csv"), text);
        return Ledger.ofFile(folder.resolve("claims.csv"));
    }
}
