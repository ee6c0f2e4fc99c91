package infogap.information;

import infogap.information.count.LabelledPairs;
import infogap.information.count.PairCounter;
import infogap.numeric.Checks;
import infogap.probability.Channel;
import infogap.probability.JointDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A contingency table (列联表): how often each pair of values was observed.
///
/// Rows are the values of X, columns the values of Y, `n(i, j)` the counts, `r(i)` and `c(j)` their totals, `N` the number of
/// observations. A row or column may be listed without having been observed: it then belongs to the alphabet, which some
/// estimators use, but not to the observed support.
///
/// @param <X> the type of the row labels
/// @param <Y> the type of the column labels
public final class ContingencyTable<X, Y> {

    /// The largest number of cells of a table: 2²⁶, half a gigabyte of counts.
    public static final int MAXIMAL_CELLS = PairCounter.MAXIMAL_CELLS;

    private final List<X> rows;
    private final List<Y> columns;
    private final long[] cells;
    private final long[] rowTotals;
    private final long[] columnTotals;
    private final long total;

    private ContingencyTable(List<X> rows, List<Y> columns, long[] cells, long total) {
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
        this.total = total;
        this.rowTotals = new long[rows.size()];
        this.columnTotals = new long[columns.size()];
        for (int i = 0; i < rowTotals.length; i++) {
            int start = i * columnTotals.length;
            long rowTotal = 0;
            for (int j = 0; j < columnTotals.length; j++) {
                rowTotal += cells[start + j];
                columnTotals[j] += cells[start + j];
            }
            rowTotals[i] = rowTotal;
        }
    }

    /// The table with the counts `counts[i][j]`.
    ///
    /// @throws IllegalArgumentException if the shape does not fit the labels, a label stands twice, a count is negative, all are
    ///     zero, or there are more than [#MAXIMAL_CELLS] cells
    public static <X, Y> ContingencyTable<X, Y> ofCounts(List<X> rows, List<Y> columns, long[][] counts) {
        List<X> checkedRows = Checks.distinct("rows", rows);
        List<Y> checkedColumns = Checks.distinct("columns", columns);
        Checks.present("counts", counts);
        Checks.sameLength("rows", checkedRows.size(), "counts", counts.length);
        long[] cells = new long[PairCounter.cells(checkedRows.size(), checkedColumns.size())];
        for (int i = 0; i < counts.length; i++) {
            Checks.present("counts[" + i + "]", counts[i]);
            Checks.sameLength("columns", checkedColumns.size(), "counts[" + i + "]", counts[i].length);
            Checks.atLeast("counts[" + i + "]", counts[i], 0);
            System.arraycopy(counts[i], 0, cells, i * counts[i].length, counts[i].length);
        }
        return new ContingencyTable<>(checkedRows, checkedColumns, cells, Counts.total("counts", cells));
    }

    /// Counts the pairs `(x[k], y[k])`; labels in the order of their first appearance.
    ///
    /// @throws IllegalArgumentException if the lists are empty, differ in length or hold null
    public static <X, Y> ContingencyTable<X, Y> of(List<? extends X> x, List<? extends Y> y) {
        List<X> left = Checks.notEmpty("x", x);
        List<Y> right = Checks.notEmpty("y", y);
        Checks.sameLength("x", left.size(), "y", right.size());
        List<X> rows = new ArrayList<>();
        List<Y> columns = new ArrayList<>();
        int[] rowCodes = encode(left, rows);
        int[] columnCodes = encode(right, columns);
        return new ContingencyTable<>(List.copyOf(rows), List.copyOf(columns),
                PairCounter.count(rowCodes, columnCodes, rows.size(), columns.size()), rowCodes.length);
    }

    /// Counts pairs of codes `0, 1, …`, in one pass and in parallel; the alphabets reach from 0 to the largest code seen.
    ///
    /// The result is the same whatever the number of threads: counts are integers.
    ///
    /// @throws IllegalArgumentException if the arrays are empty or differ in length, a code is negative, or the largest codes
    ///     would need more than [#MAXIMAL_CELLS] cells
    public static ContingencyTable<Integer, Integer> ofCodes(int[] x, int[] y) {
        PairCounter.Result counted = PairCounter.count(x, y);
        return ofCells(counted.rows(), counted.columns(), counted.cells(), x.length);
    }

    /// As [#ofCodes(int\[\], int\[\])] with alphabets of known sizes: codes are in `[0, rowCount)` and `[0, columnCount)`.
    ///
    /// @throws IllegalArgumentException also if a code is outside its alphabet
    public static ContingencyTable<Integer, Integer> ofCodes(int[] x, int[] y, int rowCount, int columnCount) {
        return ofCells(rowCount, columnCount, PairCounter.count(x, y, rowCount, columnCount), x.length);
    }

    /// The pairs that were met, labels in the order of their numbers' permutation.
    static <X, Y> ContingencyTable<X, Y> of(LabelledPairs<X, Y> pairs) {
        int[] rows = pairs.rows().order();
        int[] columns = pairs.columns().order();
        int[] rowAt = inverse(rows);
        int[] columnAt = inverse(columns);
        long[] cells = new long[PairCounter.cells(rows.length, columns.length)];
        pairs.counts().forEach((row, column, count) -> cells[rowAt[row] * columns.length + columnAt[column]] = count);
        return new ContingencyTable<>(Arrays.stream(rows).mapToObj(pairs.rows()::value).toList(),
                Arrays.stream(columns).mapToObj(pairs.columns()::value).toList(), cells, pairs.counts().total());
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int k = 0; k < order.length; k++) {
            inverse[order[k]] = k;
        }
        return inverse;
    }

    private static ContingencyTable<Integer, Integer> ofCells(int rowCount, int columnCount, long[] cells, long total) {
        return new ContingencyTable<>(codes(rowCount), codes(columnCount), cells, total);
    }

    private static List<Integer> codes(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static <T> int[] encode(List<T> values, List<T> labels) {
        Map<T, Integer> codes = new HashMap<>();
        int[] encoded = new int[values.size()];
        for (int k = 0; k < encoded.length; k++) {
            T value = values.get(k);
            encoded[k] = codes.computeIfAbsent(value, label -> {
                labels.add(label);
                return labels.size() - 1;
            });
        }
        return encoded;
    }

    /// The row labels.
    public List<X> rows() {
        return rows;
    }

    /// The column labels.
    public List<Y> columns() {
        return columns;
    }

    /// `n(row, column)`, by position.
    public long count(int row, int column) {
        return cells[row * columnTotals.length + column];
    }

    /// A copy of all cells, row after row.
    public long[] cells() {
        return cells.clone();
    }

    /// A copy of the row totals `r(i)`.
    public long[] rowTotals() {
        return rowTotals.clone();
    }

    /// A copy of the column totals `c(j)`.
    public long[] columnTotals() {
        return columnTotals.clone();
    }

    /// `N`, the number of observations.
    public long total() {
        return total;
    }

    /// How many cells hold exactly one observation, the `f₁` of coverage estimates.
    public int singletons() {
        return Counts.equalTo(1, cells);
    }

    /// Relative frequencies of the pairs: divided by the grand total, so that all cells together sum to 1.
    public JointDistribution<X, Y> joint() {
        long[][] counts = new long[rowTotals.length][];
        Arrays.setAll(counts, i -> Arrays.copyOfRange(cells, i * columnTotals.length, (i + 1) * columnTotals.length));
        return JointDistribution.ofCounts(rows, columns, counts);
    }

    /// Relative frequencies within each row, `p(y | x)`: divided by the row total, so that each row sums to 1 and the whole
    /// table to the number of rows. This is not a joint distribution.
    ///
    /// @throws IllegalArgumentException if a row was never observed, so that its conditional is not defined
    public Channel<X, Y> columnsGivenRows() {
        double[][] conditional = new double[rowTotals.length][];
        for (int i = 0; i < conditional.length; i++) {
            if (rowTotals[i] == 0) {
                throw new IllegalArgumentException("row " + rows.get(i) + " must have been observed to condition on it, but has 0 counts");
            }
            conditional[i] = new double[columnTotals.length];
            for (int j = 0; j < columnTotals.length; j++) {
                conditional[i][j] = (double) count(i, j) / rowTotals[i];
            }
        }
        return Channel.of(rows, columns, conditional);
    }

    /// `p(x | y)`, as [#columnsGivenRows] with the variables exchanged.
    public Channel<Y, X> rowsGivenColumns() {
        return transposed().columnsGivenRows();
    }

    /// The same table with rows and columns exchanged.
    public ContingencyTable<Y, X> transposed() {
        long[] turned = new long[cells.length];
        for (int i = 0; i < rowTotals.length; i++) {
            for (int j = 0; j < columnTotals.length; j++) {
                turned[j * rowTotals.length + i] = count(i, j);
            }
        }
        return new ContingencyTable<>(columns, rows, turned, total);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContingencyTable<?, ?> that
                && rows.equals(that.rows)
                && columns.equals(that.columns)
                && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows.hashCode() + columns.hashCode()) + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return TextTable.of(this);
    }
}
