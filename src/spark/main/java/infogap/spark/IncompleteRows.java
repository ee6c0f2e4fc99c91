package infogap.spark;

/// What becomes of a row in which a needed column is null, NaN, infinite, or a number beyond 2⁴⁰⁰.
public enum IncompleteRows {

    /// The whole pass is refused, with the number of such rows and values by column.
    REFUSE,

    /// The row is left out and counted, as R's `na.omit` and SQL's aggregates leave it out.
    SKIP
}
