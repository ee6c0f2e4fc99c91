package infogap.table.data;

/// What becomes of a row in which a cell that the formula reads is missing.
public enum MissingCells {

    /// The row is left out and counted, as R's `na.omit`.
    DROP_ROWS,

    /// The table is refused with row and column, as R's `na.fail`.
    REFUSE
}
