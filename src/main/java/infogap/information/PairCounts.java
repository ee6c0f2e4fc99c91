package infogap.information;

import java.util.Arrays;

/// The counts of one thread. Mutable, and confined to that thread.
///
/// Pairs are read in blocks that stay in the first-level cache: first the largest codes of the block (a loop that the compiler
/// vectorises), then the counts. So codes are checked, and unknown alphabets grow, without reading memory twice.
final class PairCounts {

    private static final int BLOCK = 1 << 12;
    /// Up to here, if two pairs at a time do not pay, there are two copies of the counts, so that equal neighbours do not wait for each
    /// other's store.
    private static final int SMALL = 1 << 11;
    /// From here counts are bytes that carry into ints, which are made at the first carry: they stay in the second-level cache where ints
    /// would not.
    private static final int LARGE = 1 << 18;

    private final boolean growing;
    private final int pairs;
    private int rows;
    private int columns;
    private int refused = -1;
    private boolean tooLarge;
    private int[] counts;
    private int[] copy;
    private byte[] low;
    private int[] carried;
    private TwoPairTable twoPairs;

    /// @param growing whether the alphabets grow to the codes that are met; otherwise codes outside them are refused
    /// @param pairs how many pairs will be counted
    PairCounts(int rows, int columns, boolean growing, int pairs) {
        this.growing = growing;
        this.pairs = pairs;
        allocate(rows, columns);
    }

    /// The largest row with a count.
    int largestRow() {
        int row = rows - 1;
        while (row > 0 && !tooLarge && isEmpty(row * columns, (row + 1) * columns, 1)) {
            row--;
        }
        return row;
    }

    /// The largest column with a count.
    int largestColumn() {
        int column = columns - 1;
        while (column > 0 && !tooLarge && isEmpty(column, rows * columns, columns)) {
            column--;
        }
        return column;
    }

    /// Counts the pairs from `from` up to `to`; stops at a block with a code that is refused.
    void countAll(int[] x, int[] y, int from, int to) {
        for (int start = from; start < to && refused < 0; start += BLOCK) {
            int end = Math.min(start + BLOCK, to);
            if (!accepts(x, y, start, end)) {
                refused = start;
            } else if (!tooLarge) {
                countBlock(x, y, start, end);
            }
        }
        settle();
    }

    /// Brings the counts of two pairs home to the counts of single ones.
    private void settle() {
        if (twoPairs != null) {
            twoPairs.moveTo(counts);
        }
    }

    /// @throws IllegalArgumentException if counting stopped, naming the first pair that is to blame
    void throwIfRefused(int[] x, int[] y) {
        if (refused >= 0) {
            for (int k = refused; k < x.length; k++) {
                requireCode("x", k, x[k], rows);
                requireCode("y", k, y[k], columns);
            }
        }
    }

    /// Adds a row of these counts to that row of cells with that many columns.
    void addRowTo(long[] cells, int row, int width) {
        if (row < rows) {
            for (int j = 0; j < Math.min(columns, width); j++) {
                cells[row * width + j] += at(row * columns + j);
            }
        }
    }

    private boolean isEmpty(int from, int to, int step) {
        for (int cell = from; cell < to; cell += step) {
            if (at(cell) > 0) {
                return false;
            }
        }
        return true;
    }

    private void requireCode(String argument, int index, int code, int size) {
        if (code < 0 || !growing && code >= size) {
            throw new IllegalArgumentException(argument + "[" + index + "] must be a code "
                    + (growing ? "of at least 0" : "in [0, " + size + ")") + ", but is " + code);
        }
    }

    private boolean accepts(int[] x, int[] y, int start, int end) {
        if (fits(x, y, start, end, rows - 1, columns - 1)) {
            return true;
        }
        if (!growing) {
            return false;
        }
        int maxRow = 0;
        int maxColumn = 0;
        for (int k = start; k < end; k++) {
            if ((x[k] | y[k]) < 0) {
                return false;
            }
            maxRow = Math.max(maxRow, x[k]);
            maxColumn = Math.max(maxColumn, y[k]);
        }
        grow(maxRow, maxColumn);
        return true;
    }

    /// Whether all codes are in [0, lastRow] and [0, lastColumn]. Only signs are collected, which the compiler vectorises better
    /// than a maximum, and ten times better in a loop from 0 that reads each code once.
    private static boolean fits(int[] x, int[] y, int start, int end, int lastRow, int lastColumn) {
        int sign = 0;
        for (int k = 0; k < end - start; k++) {
            int row = x[start + k];
            int column = y[start + k];
            sign |= row | column | (lastRow - row) | (lastColumn - column);
        }
        return sign >= 0;
    }

    private void grow(int maxRow, int maxColumn) {
        // doubled, so that sorted codes do not copy the table at every block
        long newRows = maxRow < rows ? rows : Math.max(maxRow + 1L, 2L * rows);
        long newColumns = maxColumn < columns ? columns : Math.max(maxColumn + 1L, 2L * columns);
        if (newRows * newColumns > ContingencyTable.MAXIMAL_CELLS) {
            newRows = Math.max(largestRow(), maxRow) + 1L;
            newColumns = Math.max(largestColumn(), maxColumn) + 1L;
        }
        if (tooLarge || newRows * newColumns > ContingencyTable.MAXIMAL_CELLS) {
            // the codes are still read, so that the refusal names the alphabets that all of them would need
            tooLarge = true;
            rows = (int) Math.min(newRows, Integer.MAX_VALUE);
            columns = (int) Math.min(newColumns, Integer.MAX_VALUE);
            return;
        }
        settle();
        int oldColumns = columns;
        int[] old = new int[rows * columns];
        Arrays.setAll(old, this::at);
        allocate((int) newRows, (int) newColumns);
        for (int cell = 0; cell < old.length; cell++) {
            if (old[cell] > 0) {
                add(cell / oldColumns * columns + cell % oldColumns, old[cell]);
            }
        }
    }

    private void allocate(int newRows, int newColumns) {
        rows = newRows;
        columns = newColumns;
        int cells = rows * columns;
        low = cells >= LARGE ? new byte[cells] : null;
        carried = low == null ? null : new int[BLOCK];
        counts = low == null ? new int[cells] : null;
        twoPairs = TwoPairTable.pays(rows, columns, pairs) ? new TwoPairTable(rows, columns, BLOCK) : null;
        copy = twoPairs == null && cells <= SMALL ? new int[cells] : null;
    }

    private void add(int cell, int pairsMore) {
        if (counts == null) {
            counts = new int[low.length];
        }
        counts[cell] += pairsMore;
    }

    private int at(int cell) {
        return (counts == null ? 0 : counts[cell]) + (copy == null ? 0 : copy[cell]) + (low == null ? 0 : low[cell] & 0xff);
    }

    private void countBlock(int[] x, int[] y, int start, int end) {
        if (twoPairs != null) {
            int even = end - (end - start) % 2;
            twoPairs.count(x, y, start, even);
            if (even < end) {
                counts[x[even] * columns + y[even]]++;
            }
        } else if (copy != null) {
            countSmall(counts, copy, columns, x, y, start, end);
        } else if (low != null) {
            int carries = countLarge(low, carried, columns, x, y, start, end);
            for (int k = 0; k < carries; k++) {
                add(carried[k], 256);
            }
        } else {
            for (int k = start; k < end; k++) {
                counts[x[k] * columns + y[k]]++;
            }
        }
    }

    private static void countSmall(int[] even, int[] odd, int columns, int[] x, int[] y, int start, int end) {
        int k = start;
        for (; k + 1 < end; k += 2) {
            even[x[k] * columns + y[k]]++;
            odd[x[k + 1] * columns + y[k + 1]]++;
        }
        if (k < end) {
            even[x[k] * columns + y[k]]++;
        }
    }

    /// Notes the cells whose byte is full; a call in their place would make the loop twice as slow.
    private static int countLarge(byte[] low, int[] carried, int columns, int[] x, int[] y, int start, int end) {
        int carries = 0;
        for (int k = start; k < end; k++) {
            int cell = x[k] * columns + y[k];
            if (++low[cell] == 0) {
                carried[carries++] = cell;
            }
        }
        return carries;
    }
}
