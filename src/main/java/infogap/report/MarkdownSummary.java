package infogap.report;

import infogap.claims.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The ledger for a pull request: what is not as pinned, the counts for each article, and the claims that do not hold.
final class MarkdownSummary {

    private static final int SHOWN = 50;

    private MarkdownSummary() {}

    static String text(SettledLedger ledger) {
        StringBuilder text = new StringBuilder("# Claims ledger\n\n");
        List<String> problems = ledger.problems();
        text.append(problems.isEmpty() ? "Every claim is as pinned.\n" : "**" + problems.size() + " not as pinned**\n\n" + list(problems));
        text.append("\n| article |");
        for (Verdict.Group group : Verdict.Group.values()) {
            text.append(' ').append(group.label()).append(" |");
        }
        text.append("\n| --- |").append(" ---: |".repeat(Verdict.Group.values().length)).append('\n');
        for (String document : ledger.documents()) {
            Map<Verdict.Group, Long> counts = ledger.counts(document);
            text.append("| ").append(cell(ledger.title(document))).append(" |");
            counts.values().forEach(count -> text.append(' ').append(count).append(" |"));
            text.append('\n');
        }
        List<Settlement.Checked> wrong = ledger.settlements().stream()
                .filter(Settlement.Checked.class::isInstance)
                .map(Settlement.Checked.class::cast)
                .filter(checked -> checked.evidence().verdict().isError())
                .toList();
        if (!wrong.isEmpty()) {
            text.append("\n| claim | printed | recomputed | verdict | origin |\n| --- | --- | --- | --- | --- |\n");
            wrong.stream().limit(SHOWN).forEach(checked -> text.append("| ").append(cell(checked.claim().id() + " " + checked.claim().claim())).append(" | ")
                    .append(cell(checked.claim().printed().text())).append(" | ").append(cell(checked.evidence().readable())).append(" | ")
                    .append(cell(checked.evidence().verdict().label())).append(" | ").append(cell(checked.evidence().origin().toString())).append(" |\n"));
            text.append(wrong.size() > SHOWN ? "\n… and " + (wrong.size() - SHOWN) + " more that do not hold.\n" : "");
        }
        return text.toString();
    }

    private static String list(List<String> problems) {
        String shown = problems.stream().limit(SHOWN).map(problem -> "- " + cell(problem) + "\n").collect(Collectors.joining());
        return problems.size() > SHOWN ? shown + "- … and " + (problems.size() - SHOWN) + " more\n" : shown;
    }

    /// What would end a cell or begin markup is written so that it does not.
    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").replace("\\", "\\\\").replaceAll("([|*_`<>\\[\\]~$#])", "\\\\$1");
    }
}
