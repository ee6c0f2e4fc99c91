package infogap.regression.glm;

import infogap.numeric.Checks;
import infogap.regression.RankDeficient;
import java.util.List;

/// Columns that are combinations of others: infinitely many coefficient vectors have the same likelihood, and none is reported.
///
/// @param columns which columns depend on which
public record DependentColumns(RankDeficient columns) implements GeneralizedLinear {

    /// @throws IllegalArgumentException if there are none
    public DependentColumns {
        Checks.present("columns", columns);
    }

    @Override
    public List<String> names() {
        return columns.names();
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
