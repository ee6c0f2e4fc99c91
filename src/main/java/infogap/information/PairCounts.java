package infogap.information;

/// The counts of one thread. Mutable, and confined to that thread.
///
/// Pairs are read in blocks that stay in the first-level cache: first the largest codes of the block (a loop that the compiler
/// vectorises), then the counts. So codes are checked, and unknown alphabets grow, without reading memory twice.
final class PairCounts {

    private static final int BLOCK = 1 << 12;
    /// Up to here there are two copies of the counts, so that equal neighbours do not wait for each other's store.
    private static final int SMALL = 1 << 11;
    /// From here counts are bytes that carry into ints: they stay in the second-level cache where ints would not.
    private static final int LARGE = 1 << 18;

    private final boolean growing;
    private int rows;
    private int columns;
    private int largestRow = -1;
    private int largestColumn = -1;
    private int refused = -1;
    private boolean tooLarge;
    private int[] counts;
    private int[] copy;
    private byte[] low;

    /// @param growing whether the alphabets grow to the codes that are met; otherwise codes outside them are refused
    PairCounts(int rows, int columns, boolean growing) {
        this.growing = growing;
        allocate(rows, columns);
    }

    int largestRow() {
        return largestRow;
    }

    int largestColumn() {
        return largestColumn;
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

    /// Adds these counts to cells with that many columns in a row.
    void addTo(long[] cells, int width) {
        for (int i = 0; i <= largestRow; i++) {
            for (int j = 0; j <= largestColumn; j++) {
                cells[i * width + j] += at(i * columns + j);
            }
        }
    }

    private void requireCode(String argument, int index, int code, int size) {
        if (code < 0 || !growing && code >= size) {
            throw new IllegalArgumentException(argument + "[" + index + "] must be a code "
                    + (growing ? "of at least 0" : "in [0, " + size + ")") + ", but is " + code);
        }
    }

    private boolean accepts(int[] x, int[] y, int start, int end) {
        int sign = 0;
        int maxRow = 0;
        int maxColumn = 0;
        for (int k = start; k < end; k++) {
            sign |= x[k] | y[k];
            maxRow = Math.max(maxRow, x[k]);
            maxColumn = Math.max(maxColumn, y[k]);
        }
        if (sign < 0 || !growing && (maxRow >= rows || maxColumn >= columns)) {
            return false;
        }
        int previousRow = largestRow;
        int previousColumn = largestColumn;
        largestRow = Math.max(largestRow, maxRow);
        largestColumn = Math.max(largestColumn, maxColumn);
        if (largestRow >= rows || largestColumn >= columns) {
            grow(previousRow, previousColumn);
        }
        return true;
    }

    private void grow(int previousRow, int previousColumn) {
        // doubled, so that sorted codes do not copy the table at every block
        long newRows = largestRow < rows ? rows : Math.max(largestRow + 1L, 2L * rows);
        long newColumns = largestColumn < columns ? columns : Math.max(largestColumn + 1L, 2L * columns);
        if (newRows * newColumns > ContingencyTable.MAXIMAL_CELLS) {
            newRows = largestRow + 1L;
            newColumns = largestColumn + 1L;
        }
        // the codes are still read, so that the refusal names how many cells all of them would need
        tooLarge |= newRows * newColumns > ContingencyTable.MAXIMAL_CELLS;
        if (!tooLarge) {
            int[] old = new int[(previousRow + 1) * columns];
            for (int k = 0; k < old.length; k++) {
                old[k] = at(k);
            }
            int oldColumns = columns;
            allocate((int) newRows, (int) newColumns);
            for (int i = 0; i <= previousRow; i++) {
                System.arraycopy(old, i * oldColumns, counts, i * columns, previousColumn + 1);
            }
        }
    }

    private void allocate(int newRows, int newColumns) {
        rows = newRows;
        columns = newColumns;
        int cells = rows * columns;
        counts = new int[cells];
        copy = cells <= SMALL ? new int[cells] : null;
        low = cells >= LARGE ? new byte[cells] : null;
    }

    private int at(int cell) {
        return counts[cell] + (copy == null ? 0 : copy[cell]) + (low == null ? 0 : low[cell] & 0xff);
    }

    private void countBlock(int[] x, int[] y, int start, int end) {
        if (copy != null) {
            countSmall(counts, copy, columns, x, y, start, end);
        } else if (low != null) {
            countLarge(counts, low, columns, x, y, start, end);
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

    private static void countLarge(int[] carry, byte[] low, int columns, int[] x, int[] y, int start, int end) {
        for (int k = start; k < end; k++) {
            int cell = x[k] * columns + y[k];
            if (++low[cell] == 0) {
                carry[cell] += 256;
            }
        }
    }
}
