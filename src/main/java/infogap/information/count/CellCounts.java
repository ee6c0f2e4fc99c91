package infogap.information.count;

/// The counts of pairs of codes, in a form that suits the number of cells and of pairs. Mutable, and confined to one thread while it counts.
abstract sealed class CellCounts permits TwoPairCounts, PlainCounts, ByteCounts {

    /// The largest number of pairs that are counted with one call.
    static final int BLOCK = 1 << 12;

    final int rows;
    final int columns;

    CellCounts(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// The form that counts that many pairs fastest.
    static CellCounts of(int rows, int columns, int pairs) {
        if (TwoPairCounts.pays(rows, columns, pairs)) {
            return new TwoPairCounts(rows, columns);
        }
        return rows * columns < ByteCounts.FROM_CELLS ? new PlainCounts(rows, columns) : new ByteCounts(rows, columns);
    }

    /// Counts the pairs from `start` up to `end`, whose codes must have been checked.
    abstract void count(int[] x, int[] y, int start, int end);

    /// Adds to `cells[row * width + j]` for each column `j < width` what is kept row by row; nothing for a row beyond these counts. Safe for
    /// several rows at once.
    final void addRowTo(long[] cells, int row, int width) {
        if (row < rows) {
            addTo(cells, row * width, row * columns, Math.min(columns, width));
        }
    }

    /// Adds what is kept for `number` cells from `first` to `cells[start]` and those that follow.
    abstract void addTo(long[] cells, int start, int first, int number);

    /// Adds what is not kept cell by cell to `cells[i * width + j]`.
    void addRestTo(long[] cells, int width) {}
}
