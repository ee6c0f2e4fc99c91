package infogap.information;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Aligned text: a header, rows, the first column to the left and the others to the right.
final class TextTable {

    private TextTable() {}

    static String of(List<List<String>> lines) {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int k = 0; k < widths.length; k++) {
                widths[k] = Math.max(widths[k], line.get(k).length());
            }
        }
        return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining("\n"));
    }

    static String of(ContingencyTable<?, ?> table) {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(""));
        table.columns().forEach(column -> header.add(column.toString()));
        header.add("total");
        lines.add(header);
        long[] rowTotals = table.rowTotals();
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> line = new ArrayList<>(List.of(table.rows().get(i).toString()));
            for (int j = 0; j < table.columns().size(); j++) {
                line.add(Long.toString(table.count(i, j)));
            }
            line.add(Long.toString(rowTotals[i]));
            lines.add(line);
        }
        List<String> last = new ArrayList<>(List.of("total"));
        for (long columnTotal : table.columnTotals()) {
            last.add(Long.toString(columnTotal));
        }
        last.add(Long.toString(table.total()));
        lines.add(last);
        return of(lines);
    }

    private static String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder(line.getFirst()).append(" ".repeat(widths[0] - line.getFirst().length()));
        for (int k = 1; k < widths.length; k++) {
            text.append("  ").append(" ".repeat(widths[k] - line.get(k).length())).append(line.get(k));
        }
        return text.toString().stripTrailing();
    }
}
