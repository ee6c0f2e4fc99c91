package infogap.information.count;

/// Counts two pairs with one step: the cell of the first and the cell of the second are the row and the column of one larger table.
///
/// Counting waits for memory to be read, changed and written; with half as many steps it waits half as long, and equal neighbours hardly ever
/// meet in one cell. The larger table has the square of the cells, so this pays for small alphabets and many pairs.
final class TwoPairCounts extends CellCounts {

    /// Up to here the larger table, a quarter of a megabyte, stays in the second-level cache.
    private static final int MOST_CELLS = 1 << 8;
    /// Clearing and adding up a cell of the larger table costs about as much as counting a few pairs.
    private static final int LEAST_PAIRS_PER_CELL = 4;

    private final int cells;
    private final int[] twoPairs;
    /// The last pair of each block with an odd number of them.
    private final int[] single;
    /// In `long`, which the compiler knows not to overlap with the codes: only then it vectorises.
    private final long[] positions = new long[BLOCK / 2];

    TwoPairCounts(int rows, int columns) {
        super(rows, columns);
        this.cells = rows * columns;
        this.twoPairs = new int[powerOfTwo(cells)];
        this.single = new int[cells];
    }

    /// Whether counting that many pairs this way is faster than one by one.
    static boolean pays(int rows, int columns, int pairs) {
        long cells = (long) rows * columns;
        return cells <= MOST_CELLS && pairs / LEAST_PAIRS_PER_CELL >= powerOfTwo((int) cells);
    }

    /// Counts a pair together with the one half a block further.
    @Override
    void count(int[] x, int[] y, int start, int end) {
        int half = (end - start) / 2;
        locate(positions, x, y, start, half, columns, cells);
        increment(twoPairs, positions, half);
        if (start + 2 * half < end) {
            single[x[end - 1] * columns + y[end - 1]]++;
        }
    }

    private static void locate(long[] positions, int[] x, int[] y, int start, int half, int columns, int cells) {
        for (int k = 0; k < half; k++) {
            positions[k] = (x[start + k] * columns + y[start + k]) * cells + x[start + half + k] * columns + y[start + half + k];
        }
    }

    private static void increment(int[] twoPairs, long[] positions, int half) {
        for (int k = 0; k < half; k++) {
            // the mask changes no position; it shows the compiler that none is outside
            twoPairs[(int) positions[k] & (twoPairs.length - 1)]++;
        }
    }

    @Override
    void addTo(long[] sums, int start, int first, int number) {
        for (int j = 0; j < number; j++) {
            int cell = first + j;
            long sum = single[cell];
            for (int other = 0; other < cells; other++) {
                sum += (long) twoPairs[cell * cells + other] + twoPairs[other * cells + cell];
            }
            sums[start + j] += sum;
        }
    }

    private static int powerOfTwo(int cells) {
        return cells == 1 ? 1 : Integer.highestOneBit(cells * cells - 1) << 1;
    }
}
