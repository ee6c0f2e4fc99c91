package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import infogap.bayes.Condition;
import infogap.bayes.Screening;
import infogap.claims.Card;
import infogap.claims.Ledger;
import infogap.claims.Printed;
import infogap.gap.InformationGap;
import infogap.gap.Payoffs;
import infogap.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// No number stands in the sentences of the README, the notebooks and the papers' summaries that a run, the claims or a computation does not produce.
///
/// A notebook is its own evidence: its code, its committed outputs (which `ProjectTest` holds against a fresh run) and the claims that it checks. What these do not
/// show is declared in `numbers.csv`: the words with the number, and a Java expression that gives it or, for what nothing here computes, the reason. A declared text
/// that no longer stands in its file fails as well.
class ProseNumbersTest {

    private static final Path DECLARED = Path.of("src/test/resources/infogap/papers/numbers.csv");
    private static final Pattern CLAIM_ID = Pattern.compile("\"([0-9A-Za-z]+-[0-9A-Za-z]+)\"");

    private record Declared(String file, String text, String value, String reason) {}

    private static final Map<Path, String> PROSE = new LinkedHashMap<>();
    private static final Map<Path, String> EVIDENCE = new LinkedHashMap<>();
    private static final Map<Path, ProseNumbers> KNOWN = new LinkedHashMap<>();
    private static List<Declared> declared;

    @BeforeAll
    static void read() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(DECLARED)) {
            declared = rows.stream().map(row -> new Declared(row.getField("file"), row.getField("text"), row.getField("value"), row.getField("reason"))).toList();
        }
        Map<String, String> claims = new LinkedHashMap<>();
        StringBuilder names = new StringBuilder();
        for (Path paper : list(Path.of("papers"), "")) {
            names.append(' ').append(paper.getFileName().toString().replaceAll("-.*", ""));
            String all = Files.readString(paper.resolve("claims.csv"));
            Path sources = paper.resolve("sources.csv");
            PROSE.put(paper.resolve("README.md"), Files.readString(paper.resolve("README.md")));
            EVIDENCE.put(paper.resolve("README.md"), all + (Files.exists(sources) ? Files.readString(sources) : ""));
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(paper.resolve("claims.csv"))) {
                rows.forEach(row -> claims.put(row.getField("id"), String.join("\n", row.getFields())));
            }
        }
        List<Path> notebooks = list(Path.of("notebooks"), ".ipynb");
        notebooks.forEach(file -> names.append(' ').append(file.getFileName().toString().replaceAll("-.*", "")));
        EVIDENCE.replaceAll((file, known) -> known + names);
        for (Path file : notebooks) {
            Notebook notebook = Notebook.read(file);
            StringBuilder evidence = new StringBuilder(ProseNumbers.evidenceOf(notebook)).append(names);
            CLAIM_ID.matcher(evidence.toString()).results().map(id -> claims.getOrDefault(id.group(1), "")).forEach(claim -> evidence.append('\n').append(claim));
            PROSE.put(file, ProseNumbers.proseOf(notebook));
            EVIDENCE.put(file, evidence.toString());
        }
        PROSE.put(Path.of("README.md"), Files.readString(Path.of("README.md")).replaceAll("(?s)```\\w*\n.*?```", ""));
        EVIDENCE.put(Path.of("README.md"), names + "\n" + claims.get("4-07"));
        PROSE.replaceAll((file, prose) -> prose.replaceAll("\\s+", " "));
    }

    private static List<Path> list(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    /// The prose without what is declared.
    private static String rest(Path file, String prose) {
        String rest = prose;
        for (Declared entry : declared) {
            if (entry.file.equals(name(file))) {
                rest = rest.replace(entry.text, "");
            }
        }
        return rest;
    }

    private static List<String> unsupported(Path file, String prose) {
        return KNOWN.computeIfAbsent(file, name -> ProseNumbers.bornOutBy(EVIDENCE.get(name))).unsupported(rest(file, prose));
    }

    @Test
    void everyNumberIsBorneOut() {
        List<String> bare = new ArrayList<>();
        PROSE.forEach((file, prose) -> unsupported(file, prose).forEach(place -> bare.add(name(file) + ": …" + place + "…")));
        assertEquals(List.of(), bare, () -> String.join("\n", bare));
    }

    @Test
    void everyDeclaredTextStandsInItsFileAndHasAReason() {
        for (Declared entry : declared) {
            assertTrue(PROSE.getOrDefault(Path.of(entry.file), "").contains(entry.text), () -> entry.file + " no longer says '" + entry.text + "'");
            assertTrue(!ProseNumbers.numbers(entry.text).isEmpty(), () -> "'" + entry.text + "' has no number");
            assertTrue(entry.value.isBlank() != entry.reason.isBlank(), () -> "'" + entry.text + "' wants a value or a reason");
        }
    }

    /// The values, separated by semicolons, are those of the text's numbers in their order; a percentage is a hundredth.
    @Test
    void everyDeclaredValueComesOut() {
        try (JShell shell = JShell.builder().executionEngine(new LocalExecutionControlProvider(), Map.of()).build()) {
            shell.eval("import infogap.claims.*;");
            for (Declared entry : declared) {
                if (entry.value.isBlank()) {
                    continue;
                }
                List<MatchResult> numbers = ProseNumbers.numbers(entry.text);
                String[] values = entry.value.split(";");
                assertEquals(numbers.size(), values.length, entry.text);
                for (int i = 0; i < values.length; i++) {
                    List<SnippetEvent> events = shell.eval("(double) (" + values[i].strip() + ")");
                    String printed = numbers.get(i).group().replace("\\", "");
                    SnippetEvent event = events.getFirst();
                    assertEquals(Snippet.Status.VALID, event.status(), () -> entry.toString());
                    double value = Double.parseDouble(event.value());
                    assertNotEquals(Printed.Agreement.DIFFERS, Printed.of(printed).agreement(new BigFraction(value)),
                            () -> entry.file + " says '" + entry.text + "', but " + entry.value + " gives " + value);
                }
            }
        }
    }

    /// A check that cannot fail would be none: in a copy, the last digit of each number in turn is another one. Of the numbers with three digits and a mark, or more,
    /// nearly all are seen; where the notebook happens to have the other number as well, as it may with two digits, nothing is.
    @Test
    void aChangedDigitIsSeen() {
        int changed = 0;
        int seen = 0;
        for (Map.Entry<Path, String> file : PROSE.entrySet()) {
            String prose = file.getValue();
            for (MatchResult number : ProseNumbers.numbers(prose)) {
                int digit = number.end(number.group(2) == null ? 1 : 2) - 1;
                String other = prose.substring(0, digit) + (char) ('0' + (prose.charAt(digit) - '0' + 3) % 10) + prose.substring(digit + 1);
                boolean stale = declared.stream().anyMatch(entry -> entry.file.equals(name(file.getKey())) && !other.contains(entry.text));
                boolean red = stale || !unsupported(file.getKey(), other).isEmpty();
                if (number.group(1).length() + (number.group(2) == null ? 0 : number.group(2).length()) >= 4) {
                    changed++;
                    seen += red ? 1 : 0;
                }
            }
        }
        assertTrue(seen >= 0.9 * changed, seen + " of " + changed + " changed digits are seen");
    }

    /// The README's card is the one that the check gives.
    @Test
    void theCardOfTheReadmeIsTheLedgers() throws IOException {
        Card card = Ledger.of(Path.of("papers")).check("4-07", Screening.of(0.2, 0.9, 0.1).exact().positiveRate());
        assertTrue(Files.readString(Path.of("README.md")).contains("```\n" + card + "\n```"), card::toString);
    }

    /// The comment of the README's example of a gap.
    @Test
    void theReadmesGapIsWorthWhatItSays() throws IOException {
        Screening screening = Screening.of(0.2, 0.9, 0.1);
        InformationGap<?, ?, ?> gap = InformationGap.of(screening.condition(), screening.channel(), Payoffs.actOrNot(List.of(Condition.values()), 100, 50));
        assertTrue(Files.readString(Path.of("README.md")).contains("// worth 14 of 20:"));
        assertEquals(14, gap.valueOfMessage(), 1e-12);
        assertEquals(20, gap.valueOfPerfectInformation(), 1e-12);
    }
}
