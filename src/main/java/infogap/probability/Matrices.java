package infogap.probability;

import java.util.List;
import java.util.Locale;

/// The print of a labelled matrix, shared by joint distributions and channels.
final class Matrices {

    private Matrices() {}

    static String table(List<?> rows, List<?> columns, double[][] entries) {
        int first = rows.stream().mapToInt(row -> row.toString().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(" ".repeat(first));
        int[] widths = new int[columns.size()];
        for (int j = 0; j < widths.length; j++) {
            widths[j] = Math.max(8, columns.get(j).toString().length());
            text.append("  ").append(String.format(Locale.ROOT, "%" + widths[j] + "s", columns.get(j)));
        }
        for (int i = 0; i < entries.length; i++) {
            text.append('\n').append(String.format(Locale.ROOT, "%-" + Math.max(1, first) + "s", rows.get(i)));
            for (int j = 0; j < widths.length; j++) {
                text.append("  ").append(String.format(Locale.ROOT, "%" + widths[j] + ".6f", entries[i][j]));
            }
        }
        return text.toString();
    }
}
