package infogap.table.stream;

import infogap.regression.LeastSquares;
import infogap.regression.LeastSquaresAccumulator;

/// What a pass over a file has found.
///
/// @param accumulator the sums, those of a checkpoint that was carried on included: a checkpoint to save
/// @param rows how many rows of this file were used
/// @param bad the rows that were left out
public record StreamedFit(LeastSquaresAccumulator accumulator, long rows, BadRows bad) {

    /// The fit to all rows.
    ///
    /// @throws IllegalArgumentException if there are fewer rows than columns
    public LeastSquares fit() {
        return accumulator.fit();
    }

    @Override
    public String toString() {
        return rows + " rows used" + (bad.count() > 0 ? ", " + bad : "");
    }
}
