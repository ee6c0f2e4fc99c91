package infogap.information.count;

import java.util.Arrays;

/// A byte for each cell of a large table, and a list of the cells whose byte was full: bytes stay in the second-level cache where larger
/// counts would not, and no more than one pair in 256 makes the list longer.
final class ByteCounts extends CellCounts {

    /// From here on ints would leave the second-level cache.
    static final int FROM_CELLS = 1 << 18;

    private final byte[] low;
    /// In `long`, which the compiler knows not to overlap with the codes: only then it vectorises.
    private final long[] positions = new long[BLOCK];
    /// A cell stands here once for each 256 of its pairs.
    private int[] carried = new int[2 * BLOCK];
    private int carries;

    ByteCounts(int rows, int columns) {
        super(rows, columns);
        this.low = new byte[Integer.highestOneBit(rows * columns - 1) << 1];
    }

    @Override
    void count(int[] x, int[] y, int start, int end) {
        if (carries + BLOCK > carried.length) {
            carried = Arrays.copyOf(carried, 2 * carried.length);
        }
        locate(positions, x, y, start, end - start, columns);
        carries = increment(low, positions, end - start, carried, carries);
    }

    private static void locate(long[] positions, int[] x, int[] y, int start, int pairs, int columns) {
        for (int k = 0; k < pairs; k++) {
            positions[k] = x[start + k] * columns + y[start + k];
        }
    }

    private static int increment(byte[] low, long[] positions, int pairs, int[] carried, int carries) {
        int next = carries;
        for (int k = 0; k < pairs; k++) {
            // the mask changes no position; it shows the compiler that none is outside
            int cell = (int) positions[k] & (low.length - 1);
            if (++low[cell] == 0) {
                carried[next++] = cell;
            }
        }
        return next;
    }

    @Override
    void addTo(long[] cells, int start, int first, int number) {
        for (int j = 0; j < number; j++) {
            cells[start + j] += low[first + j] & 0xff;
        }
    }

    @Override
    void addRestTo(long[] cells, int width) {
        for (int k = 0; k < carries; k++) {
            cells[carried[k] / columns * width + carried[k] % columns] += 256;
        }
    }
}
