package infogap.information;

/// A count for each cell.
final class PlainCounts implements CellCounts {

    /// Up to here there are two counts for each cell, taken in turns, so that equal neighbours do not wait for each other's store.
    private static final int TWICE_UP_TO_CELLS = 1 << 11;

    private final int rows;
    private final int columns;
    private final int[] even;
    private final int[] odd;

    PlainCounts(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.even = new int[rows * columns];
        this.odd = even.length <= TWICE_UP_TO_CELLS ? new int[even.length] : even;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void count(int[] x, int[] y, int start, int end) {
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
    public void addRowTo(long[] cells, int row, int width) {
        for (int j = 0; j < Math.min(columns, width); j++) {
            int cell = row * columns + j;
            cells[row * width + j] += even == odd ? even[cell] : (long) even[cell] + odd[cell];
        }
    }
}
