package infogap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Claim;
import infogap.claims.Evidence;
import infogap.claims.Ledger;
import infogap.claims.Verdict;
import infogap.notebook.ClaimEvidence;
import infogap.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Coverage both ways: every claim is checked by a notebook and by a unit test or says why not, and nothing checks a claim that does not exist.
class CoverageTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final Pattern ID = Pattern.compile("\"(\\d-\\d\\d)\"");

    private static final Set<String> CHECKED_CLAIMS = LEDGER.claims().stream()
            .filter(claim -> !claim.isWaived())
            .map(Claim::id)
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyRowOfTheInventoryIsInTheLedger() {
        // rows of the inventory by document: 000 to 004; 002 and 004 have two and three more, which contracts and disclosure settle
        List<Long> rows = Stream.of("000", "001", "002", "003", "004")
                .map(document -> LEDGER.claims().stream().filter(claim -> claim.document().startsWith(document)).count())
                .toList();
        assertEquals(List.of(27L, 24L, 38L, 41L, 61L), rows);
    }

    @Test
    void whereTheStatementsAreCountedTheLedgerIs() throws IOException {
        long statements = LEDGER.claims().stream().filter(claim -> claim.document().endsWith(".txt")).count();
        for (String counted : List.of("recomputes (\\d+) statements", "The ledger has (\\d+) claims of the five articles")) {
            String file = counted.startsWith("rec") ? "README.md" : "CHANGELOG.md";
            Matcher said = Pattern.compile(counted).matcher(Files.readString(Path.of(file)));
            assertTrue(said.find(), file + " does not say how many");
            assertEquals(statements, Long.parseLong(said.group(1)), file);
        }
        // the articles only: the worked examples of the literature are no statements of theirs
        assertTrue(
                Files.readString(Path.of("notebooks/00-start-here.ipynb")).contains(statements + " claims in 5 documents"),
                "notebook 00 has not been executed since");
    }

    /// The verdicts that a number decides which the reader should be able to tell from the article's.
    private static final Set<Verdict> BY_AN_EXAMPLE = Set.of(Verdict.FALSE_CONCLUSION, Verdict.WRONG_FORMULA, Verdict.ILL_POSED);

    @Test
    void everyCounterExampleSaysWhoseInputsItUses() {
        List<String> silent = LEDGER.claims().stream()
                .filter(claim -> BY_AN_EXAMPLE.contains(claim.pinned()) && !claim.kind().equals("reference") && claim.whoseInputs().isBlank())
                .map(Claim::id)
                .toList();
        assertEquals(List.of(), silent);
    }

    /// A file that an article leaves out is one thing, whatever would have read it.
    @Test
    void aMissingFileIsOneVerdict() {
        List<Claim> missing = LEDGER.claims().stream()
                .filter(claim -> claim.correct().text().matches("missing: .*\\.(csv|html).*"))
                .toList();
        assertEquals(List.of("1-13", "1-14", "1-15", "2-18"), missing.stream().map(Claim::id).toList());
        assertEquals(Set.of(Verdict.NOT_REPRODUCIBLE), missing.stream().map(Claim::pinned).collect(Collectors.toSet()));
        assertEquals(Verdict.NOT_REPRODUCIBLE, LEDGER.claim("2-24").pinned());
        assertEquals(Verdict.NOT_REPRODUCIBLE, LEDGER.claim("3-30").pinned());
    }

    @Test
    void whereIdsAreSkippedTheReadmeSaysSo() throws IOException {
        for (Path claims : files(Path.of("papers"), "")) {
            String readme = Files.readString(claims.resolve("README.md"));
            List<String> ids = LEDGER.claims().stream()
                    .filter(claim -> claims.getFileName().toString().startsWith(claim.document().substring(0, 3)))
                    .map(Claim::id)
                    .toList();
            int last = Integer.parseInt(ids.getLast().substring(2));
            for (int number = 1; number <= last; number++) {
                String id = "%s-%02d".formatted(ids.getFirst().substring(0, 1), number);
                assertTrue(ids.contains(id) || readme.contains(id), id + " is no claim, and " + claims + "/README.md does not say so");
            }
        }
    }

    @Test
    void theCommittedNotebooksCheckExactlyTheClaimsOfTheLedger() throws IOException {
        Set<String> found = new TreeSet<>();
        List<String> changed = new ArrayList<>();
        for (Path file : files(Path.of("notebooks"), ".ipynb")) {
            for (ClaimEvidence item : ClaimEvidence.in(file.getFileName().toString(), Notebook.read(file))) {
                Evidence evidence = Evidence.of(item.claim());
                found.add(evidence.id());
                if (!evidence.changes().isEmpty()) {
                    changed.add(evidence.id() + " in " + file);
                }
            }
        }
        assertEquals(CHECKED_CLAIMS, found);
        assertEquals(List.of(), changed, "committed cards that are not as pinned");
    }

    @Test
    void theUnitTestsCheckExactlyTheClaimsOfTheLedger() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(Path.of("src/test/java/infogap/papers"), "Test.java")) {
            ID.matcher(Files.readString(file)).results().map(MatchResult::group).map(id -> id.replace("\"", "")).forEach(found::add);
        }
        assertEquals(CHECKED_CLAIMS, found);
    }

    @Test
    void everyWaiverSaysWhy() {
        List<String> unexplained = LEDGER.claims().stream()
                .filter(Claim::isWaived)
                .filter(claim -> claim.waiver().length() < 20)
                .map(Claim::id)
                .toList();
        assertEquals(List.of(), unexplained);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
            assertTrue(!found.isEmpty(), "nothing to judge in " + folder);
            return found;
        }
    }
}
