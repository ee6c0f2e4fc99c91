package infogap.table.stream;

import infogap.regression.LeastSquares;
import infogap.regression.LeastSquaresAccumulator;
import java.util.ArrayList;
import java.util.List;

/// What a pass over a file has found.
///
/// @param accumulator the sums, those of a checkpoint that was carried on included: a checkpoint to save
/// @param rows how many rows of this file were used
/// @param missing the rows that were left out because a cell is missing
/// @param bad the rows that were left out because they cannot be read
public record StreamedFit(LeastSquaresAccumulator accumulator, long rows, MissingRows missing, BadRows bad) {

    /// The fit to all rows.
    ///
    /// @throws IllegalArgumentException if there are fewer rows than columns
    public LeastSquares fit() {
        return accumulator.fit();
    }

    /// What a reader of the model should know of the rows, in the words of a fit in memory.
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        long all = rows + missing.count() + bad.count();
        if (missing.count() > 0) {
            notes.add(missing.count() + " of " + all + " rows left out: " + missing);
        }
        if (bad.count() > 0) {
            notes.add(bad.count() + " of " + all + " rows left out: bad");
        }
        return notes;
    }

    /// `1198 rows used, 2 left out (age missing in 2)`, and the bad rows.
    @Override
    public String toString() {
        return rows + " rows used" + (missing.count() > 0 ? ", " + missing.count() + " left out (" + missing + ")" : "") + (bad.count() > 0 ? ", " + bad : "");
    }
}
