package infogap.report;

import infogap.claims.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ledger as a table for a terminal: claim, printed, recomputed, verdict, origin, and a line of counts.
public final class LedgerTable {

    private static final List<String> HEADER = List.of("", "claim", "statement", "printed", "recomputed", "verdict", "origin");
    private static final List<Integer> WIDEST = List.of(1, 6, 40, 14, 28, 26, 19);

    private LedgerTable() {}

    /// The table; a row that is not as pinned is marked with `!`.
    public static String text(SettledLedger ledger) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        ledger.settlements().forEach(settlement -> rows.add(row(settlement)));
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int j = 0; j < widths.length; j++) {
                widths[j] = Math.max(widths[j], Math.min(WIDEST.get(j), width(row.get(j))));
            }
        }
        String body = rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
        String counts = ledger.counts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + plural(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        String others = Stream.of("waived", "failed", "unchecked")
                .map(status -> Map.entry(status, ledger.settlements().stream().filter(settlement -> settlement.status().equals(status)).count()))
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> ", " + entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining());
        return body + "\n\n" + ledger.settlements().size() + (ledger.settlements().size() == 1 ? " claim: " : " claims: ") + counts + others + ".";
    }

    private static String plural(Verdict.Group group, long count) {
        return switch (group) {
            case HOLDS -> count == 1 ? "holds" : "hold";
            case DIFFERS -> count == 1 ? "differs" : "differ";
            case FALSE -> count == 1 ? "is false" : "are false";
            case OPEN -> "cannot be checked";
        };
    }

    private static List<String> row(Settlement settlement) {
        String mark = settlement.problems().isEmpty() ? "" : "!";
        String id = settlement.claim().id();
        String statement = settlement.claim().claim();
        String printed = settlement.claim().printed().text();
        String verdict = settlement.verdict();
        return settlement instanceof Settlement.Checked checked
                ? List.of(mark, id, statement, printed, checked.evidence().readable(), verdict, checked.evidence().origin().toString())
                : List.of(mark, id, statement, printed, "", verdict, "");
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < widths.length; j++) {
            String cell = fitted(row.get(j), widths[j]);
            line.append(cell).append(" ".repeat(widths[j] - width(cell))).append(j < widths.length - 1 ? "  " : "");
        }
        return line.toString().stripTrailing();
    }

    /// Shortened to `columns` terminal columns, the last an ellipsis where something was cut.
    private static String fitted(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > columns - 1) {
                break;
            }
            cut.appendCodePoint(codePoint);
        }
        return cut + "…";
    }

    private static int width(String text) {
        return text.codePoints().map(LedgerTable::width).sum();
    }

    /// Terminals give an ideograph two columns.
    private static int width(int codePoint) {
        return Character.isIdeographic(codePoint) || codePoint >= 0xFF01 && codePoint <= 0xFF60 || codePoint >= 0x3000 && codePoint <= 0x303F
                ? 2
                : 1;
    }
}
