package infogap.report;

import infogap.claims.Ledger;
import infogap.claims.Paper;
import infogap.claims.Verdict;
import infogap.notebook.ClaimEvidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The ledger after the notebooks ran: every claim with what was found, and what is not as pinned.
///
/// @param papers the articles
/// @param settlements one for each claim, in the ledger's order
/// @param strays evidence of claims that the ledger does not have, and values that fit none
public record SettledLedger(List<Paper> papers, List<Settlement> settlements, List<String> strays) {

    public SettledLedger {
        papers = List.copyOf(papers);
        settlements = List.copyOf(settlements);
        strays = List.copyOf(strays);
    }

    /// Brings together what the ledger asks and what the notebooks found.
    ///
    /// @throws IllegalArgumentException if evidence is not what a card writes
    public static SettledLedger of(Ledger ledger, List<ClaimEvidence> found) {
        Settling settling = Settling.of(ledger);
        found.forEach(settling::with);
        return settling.settled();
    }

    /// Everything that is not as pinned, one sentence each; empty when the ledger holds.
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        settlements.forEach(settlement -> problems.addAll(settlement.problems()));
        problems.addAll(strays);
        return problems;
    }

    /// How many checked claims there are with each kind of answer.
    public Map<Verdict.Group, Long> counts() {
        return counts("");
    }

    /// As [#counts()], of one document; of all when the name is empty.
    public Map<Verdict.Group, Long> counts(String document) {
        Map<Verdict.Group, Long> counts = new EnumMap<>(Verdict.Group.class);
        for (Verdict.Group group : Verdict.Group.values()) {
            counts.put(group, 0L);
        }
        for (Settlement settlement : settlements) {
            if (settlement instanceof Settlement.Checked checked
                    && (document.isEmpty() || checked.claim().document().equals(document))) {
                counts.merge(checked.evidence().verdict().group(), 1L, Long::sum);
            }
        }
        return counts;
    }

    /// How many claims are not checked, with a reason.
    public long waived() {
        return settlements.stream().filter(Settlement.Waived.class::isInstance).count();
    }

    /// The title of the article that a document belongs to.
    public String title(String document) {
        return papers.stream().filter(paper -> paper.documents().contains(document)).map(Paper::title).findFirst().orElse(document);
    }

    /// The documents, in the ledger's order.
    public List<String> documents() {
        return settlements.stream().map(settlement -> settlement.claim().document()).distinct().toList();
    }
}
