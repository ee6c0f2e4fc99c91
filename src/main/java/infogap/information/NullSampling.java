package infogap.information;

/// How a random assignment of the Y values to the X values is drawn. Both draw from the same null distribution of tables.
public enum NullSampling {

    /// Draws the contingency table given its margins, one hypergeometric number per cell: the cost does not grow with the
    /// number of observations.
    TABLES("contingency tables given the margins"),

    /// Shuffles the Y values and counts: the cost does not grow with the number of cells.
    SHUFFLES("shuffles of the observations");

    private final String plural;

    NullSampling(String plural) {
        this.plural = plural;
    }

    /// [#TABLES] unless there are more cells than observations.
    static NullSampling fastest(ContingencyTable<?, ?> table) {
        long cells = (long) table.rows().size() * table.columns().size();
        return cells <= table.total() ? TABLES : SHUFFLES;
    }

    @Override
    public String toString() {
        return plural;
    }
}
