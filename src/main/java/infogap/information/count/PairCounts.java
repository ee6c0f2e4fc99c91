package infogap.information.count;

import java.util.ArrayList;
import java.util.List;

/// The counts of one thread. Mutable, and confined to that thread while it counts.
///
/// Pairs are read in blocks that stay in the first-level cache: first their codes are checked (a loop that the compiler vectorises), then
/// they are counted. So codes are checked, and unknown alphabets grow, without reading memory twice.
final class PairCounts {

    private final boolean growing;
    private final int pairs;
    private final List<CellCounts> outgrown = new ArrayList<>();
    private CellCounts counts;
    private int lastRow;
    private int lastColumn;
    private int refused = Integer.MAX_VALUE;

    private PairCounts(int rows, int columns, boolean growing, int pairs) {
        this.growing = growing;
        this.pairs = pairs;
        this.counts = CellCounts.of(rows, columns, pairs);
        this.lastRow = rows - 1;
        this.lastColumn = columns - 1;
    }

    /// Over alphabets of these sizes: codes outside them are refused.
    ///
    /// @param pairs about how many will be counted
    static PairCounts over(int rows, int columns, int pairs) {
        return new PairCounts(rows, columns, false, pairs);
    }

    /// Over alphabets that grow to the largest codes.
    ///
    /// @param pairs about how many will be counted
    static PairCounts growing(int pairs) {
        return new PairCounts(1, 1, true, pairs);
    }

    /// The last code of the first alphabet.
    int lastRow() {
        return lastRow;
    }

    /// The last code of the second alphabet.
    int lastColumn() {
        return lastColumn;
    }

    /// Where a block with a code that was refused starts; the largest int if there is none.
    int refused() {
        return refused;
    }

    /// Whether all pairs were counted. Otherwise the alphabets outgrew what is worth keeping, and are known now.
    boolean isComplete() {
        return counts != null;
    }

    /// Counts the pairs from `from` up to `to`, or up to a block with a code that is refused.
    void count(int[] x, int[] y, int from, int to) {
        for (int start = from; start < to && start < refused; start += CellCounts.BLOCK) {
            int end = Math.min(start + CellCounts.BLOCK, to);
            if (!accepts(x, y, start, end)) {
                refused = start;
            } else if (counts != null) {
                counts.count(x, y, start, end);
            }
        }
    }

    /// Adds a row of these counts to that row of cells with that many columns; safe for several rows at once.
    void addRowTo(long[] cells, int row, int width) {
        for (CellCounts part : outgrown) {
            part.addRowTo(cells, row, width);
        }
        counts.addRowTo(cells, row, width);
    }

    /// Adds what is not kept cell by cell.
    void addRestTo(long[] cells, int width) {
        outgrown.forEach(part -> part.addRestTo(cells, width));
        counts.addRestTo(cells, width);
    }

    private boolean accepts(int[] x, int[] y, int start, int end) {
        if (fits(x, y, start, end, lastRow, lastColumn)) {
            return true;
        }
        if (!growing) {
            return false;
        }
        int sign = 0;
        int largestRow = lastRow;
        int largestColumn = lastColumn;
        for (int k = start; k < end; k++) {
            sign |= x[k] | y[k];
            largestRow = Math.max(largestRow, x[k]);
            largestColumn = Math.max(largestColumn, y[k]);
        }
        if (sign < 0) {
            return false;
        }
        grow(largestRow, largestColumn);
        return true;
    }

    /// Whether all codes are in [0, lastRow] and [0, lastColumn]. Only signs are collected, in a loop from 0 that reads each code once:
    /// so the compiler vectorises it best.
    private static boolean fits(int[] x, int[] y, int start, int end, int lastRow, int lastColumn) {
        int sign = 0;
        for (int k = 0; k < end - start; k++) {
            int row = x[start + k];
            int column = y[start + k];
            sign |= row | column | (lastRow - row) | (lastColumn - column);
        }
        return sign >= 0;
    }

    private void grow(int largestRow, int largestColumn) {
        lastRow = largestRow;
        lastColumn = largestColumn;
        if (counts == null || lastRow < counts.rows && lastColumn < counts.columns) {
            return;
        }
        // at least doubled, so that sorted codes do not need new counts at every block
        long rows = lastRow < counts.rows ? counts.rows : Math.max(lastRow + 1L, 2L * counts.rows);
        long columns = lastColumn < counts.columns ? counts.columns : Math.max(lastColumn + 1L, 2L * counts.columns);
        if (rows * columns > PairCounter.MAXIMAL_CELLS) {
            counts = null;
            outgrown.clear();
        } else {
            outgrown.add(counts);
            counts = CellCounts.of((int) rows, (int) columns, pairs);
        }
    }
}
