package infogap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Claim;
import infogap.claims.Evidence;
import infogap.claims.Ledger;
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
        // rows of the inventory by document: 000 to 004
        List<Long> rows = Stream.of("000", "001", "002", "003", "004")
                .map(document -> LEDGER.claims().stream().filter(claim -> claim.document().startsWith(document)).count())
                .toList();
        assertEquals(List.of(22L, 22L, 32L, 33L, 48L), rows);
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
