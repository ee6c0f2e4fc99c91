package infogap.information;

/// The counts of pairs of codes, in a form that suits the number of cells and of pairs. Mutable, and confined to one thread while it counts.
sealed interface CellCounts permits TwoPairCounts, PlainCounts, ByteCounts {

    /// The largest number of pairs that are counted with one call.
    int BLOCK = 1 << 12;

    /// The form that counts that many pairs fastest.
    static CellCounts of(int rows, int columns, int pairs) {
        if (TwoPairCounts.pays(rows, columns, pairs)) {
            return new TwoPairCounts(rows, columns);
        }
        return rows * columns < ByteCounts.FROM_CELLS ? new PlainCounts(rows, columns) : new ByteCounts(rows, columns);
    }

    int rows();

    int columns();

    /// Counts the pairs from `start` up to `end`, whose codes must have been checked.
    void count(int[] x, int[] y, int start, int end);

    /// Adds to `cells[row * width + j]` for each column `j < width` what is kept row by row; safe for several rows at once.
    void addRowTo(long[] cells, int row, int width);

    /// Adds what is not kept row by row to `cells[i * width + j]`.
    default void addRestTo(long[] cells, int width) {}
}
