package infogap.information.count;

/// A count for each cell.
final class PlainCounts extends CellCounts {

    /// Up to here there are two counts for each cell, taken in turns, so that equal neighbours do not wait for each other's store.
    private static final int TWICE_UP_TO_CELLS = 1 << 11;

    private final int[] even;
    private final int[] odd;

    PlainCounts(int rows, int columns) {
        super(rows, columns);
        this.even = new int[rows * columns];
        this.odd = even.length <= TWICE_UP_TO_CELLS ? new int[even.length] : even;
    }

    @Override
    void count(int[] x, int[] y, int start, int end) {
        count(even, odd, columns, x, y, start, end);
    }

    private static void count(int[] even, int[] odd, int columns, int[] x, int[] y, int start, int end) {
        int k = start;
        for (; k + 1 < end; k += 2) {
            even[x[k] * columns + y[k]]++;
            odd[x[k + 1] * columns + y[k + 1]]++;
        }
        if (k < end) {
            even[x[k] * columns + y[k]]++;
        }
    }

    @Override
    void addTo(long[] cells, int start, int first, int number) {
        for (int j = 0; j < number; j++) {
            cells[start + j] += even == odd ? even[first + j] : (long) even[first + j] + odd[first + j];
        }
    }
}
