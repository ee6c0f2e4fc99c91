package infogap.information;

/// Counts two pairs with one step: the cell of the first and the cell of the second are the row and the column of one larger table.
///
/// Counting waits for memory to be read, changed and written; with half as many steps it waits half as long, and equal neighbours hardly ever
/// meet in one cell. The larger table has the square of the cells, so this pays for small alphabets and many pairs.
final class TwoPairTable {

    /// Up to here the larger table, a quarter of a megabyte, stays in the second-level cache.
    private static final int MOST_CELLS = 1 << 8;
    /// Clearing and adding up a cell of the larger table costs about as much as counting a few pairs.
    private static final int LEAST_PAIRS_PER_CELL = 4;

    private final int columns;
    private final int cells;
    private final int[] counts;
    /// In `long`, which the compiler knows not to overlap with the codes: only then it vectorises.
    private final long[] positions;

    /// @param block the largest number of pairs to be counted with one call
    TwoPairTable(int rows, int columns, int block) {
        this.columns = columns;
        this.cells = rows * columns;
        this.counts = new int[powerOfTwo(cells)];
        this.positions = new long[block / 2];
    }

    /// Whether counting that many pairs this way is faster than one by one.
    static boolean pays(int rows, int columns, int pairs) {
        long cells = (long) rows * columns;
        return cells <= MOST_CELLS && pairs / LEAST_PAIRS_PER_CELL >= powerOfTwo((int) cells);
    }

    /// Counts an even number of pairs, whose codes must have been checked. A pair is counted together with the one half a block further.
    void count(int[] x, int[] y, int start, int end) {
        int half = (end - start) / 2;
        locate(positions, x, y, start, half, columns, cells);
        increment(counts, positions, half);
    }

    /// Adds the counts of single pairs to `sums` and starts again from zero.
    void moveTo(int[] sums) {
        for (int first = 0; first < cells; first++) {
            for (int second = 0; second < cells; second++) {
                int count = counts[first * cells + second];
                sums[first] += count;
                sums[second] += count;
                counts[first * cells + second] = 0;
            }
        }
    }

    private static void locate(long[] positions, int[] x, int[] y, int start, int half, int columns, int cells) {
        for (int k = 0; k < half; k++) {
            positions[k] = (x[start + k] * columns + y[start + k]) * cells + x[start + half + k] * columns + y[start + half + k];
        }
    }

    private static void increment(int[] counts, long[] positions, int half) {
        for (int k = 0; k < half; k++) {
            // the mask changes no position; it shows the compiler that none is outside
            counts[(int) positions[k] & (counts.length - 1)]++;
        }
    }

    private static int powerOfTwo(int cells) {
        return cells == 1 ? 1 : Integer.highestOneBit(cells * cells - 1) << 1;
    }
}
