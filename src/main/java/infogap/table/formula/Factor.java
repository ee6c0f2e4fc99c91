package infogap.table.formula;

import infogap.regression.Variable;
import java.util.List;
import tech.tablesaw.api.Table;

/// One factor of a term with what it has learned from the training table, ready for any rows.
sealed interface Factor permits NumericFactor, CategoricalFactor, PolynomialFactor, SplineFactor, NaturalSplineFactor {

    /// How it is printed in the formula.
    String name();

    /// Its columns for these rows. `full` asks a categorical factor for one indicator a level, where the model has nothing that would make one of them superfluous.
    List<Variable> columns(Table table, int[] rows, boolean full, ColumnNames names);

    /// The name of column k of a factor that has so many: numbered from 1, but a single one has the factor's name, as in R.
    static String column(String name, int k, int columns) {
        return columns == 1 ? name : name + k;
    }
}
