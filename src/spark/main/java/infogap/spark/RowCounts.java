package infogap.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many rows a pass has read, how many were complete, and why the others were not.
///
/// @param read how many rows there were
/// @param used how many were complete
/// @param columns what was missing in each column
public record RowCounts(long read, long used, List<Column> columns) {

    static final int KINDS = 3;
    private static final int FIRST = 2;

    /// What was missing in a column; a row may miss several.
    ///
    /// @param name the column's name
    /// @param nulls nulls
    /// @param notNumbers NaN
    /// @param infinite infinities, and numbers beyond 2⁴⁰⁰
    public record Column(String name, long nulls, long notNumbers, long infinite) {

        private boolean isComplete() {
            return nulls + notNumbers + infinite == 0;
        }

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>();
            add(parts, nulls, "null");
            add(parts, notNumbers, "NaN");
            add(parts, infinite, "infinite");
            return name + ": " + (parts.isEmpty() ? "complete" : String.join(", ", parts));
        }

        private static void add(List<String> parts, long count, String what) {
            if (count > 0) {
                parts.add(count + " " + what);
            }
        }
    }

    /// Copies the list.
    public RowCounts {
        columns = List.copyOf(columns);
    }

    /// How many rows were left out.
    public long skipped() {
        return read - used;
    }

    /// The counters of a pass over so many columns: read, used, then nulls, NaN and infinities of each column.
    static long[] counters(int columns) {
        return new long[FIRST + KINDS * columns];
    }

    static int counter(int column, int kind) {
        return FIRST + KINDS * column + kind;
    }

    static RowCounts of(List<String> names, long[] counters) {
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            columns.add(new Column(names.get(k), counters[counter(k, 0)], counters[counter(k, 1)], counters[counter(k, 2)]));
        }
        return new RowCounts(counters[0], counters[1], columns);
    }

    static void add(long[] to, long[] counters) {
        Arrays.setAll(to, k -> to[k] + counters[k]);
    }

    /// @throws IllegalArgumentException if rows are incomplete and the rule refuses them, or no row is left
    RowCounts under(IncompleteRows rule) {
        if (skipped() > 0 && rule == IncompleteRows.REFUSE) {
            throw new IllegalArgumentException("every row must be complete under IncompleteRows.REFUSE, but " + this
                    + "; fill them, or leave such rows out with IncompleteRows.SKIP");
        }
        return this;
    }

    /// `998 of 1000 rows complete (age: 1 null; income: 1 NaN)`
    @Override
    public String toString() {
        List<String> missing = columns.stream().filter(column -> !column.isComplete()).map(Column::toString).toList();
        return used + " of " + read + " rows are complete" + (missing.isEmpty() ? "" : " (" + String.join("; ", missing) + ")");
    }
}
