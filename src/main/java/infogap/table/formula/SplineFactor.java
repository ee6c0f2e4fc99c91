package infogap.table.formula;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.regression.Variable;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/// `bs(x, df = d)`: the B-splines of a degree (3 where none is given) over the range of the training table, without the first one, which the constant replaces.
///
/// df − degree knots stand at equally spaced quantiles of x. A value outside the training range is refused, where R extends the outer pieces and warns.
record SplineFactor(String name, Node node, BSplines splines) implements Factor {

    static SplineFactor fit(String name, Node node, int df, int degree, Table table, int[] rows) {
        Checks.atLeast("degree of " + name, degree, 1);
        Checks.atLeast("df of " + name, df, degree);
        return new SplineFactor(name, node, BSplines.over(name, node, df - degree, degree, table, rows));
    }

    @Override
    public List<Variable> columns(Table table, int[] rows, boolean full, ColumnNames names) {
        double[][] columns = new double[splines.count()][rows.length];
        DoubleDouble[] x = Arithmetic.values(node, table, rows);
        for (int i = 0; i < rows.length; i++) {
            double at = x[i].toDouble();
            if (!splines.covers(at)) {
                throw new IllegalArgumentException(Cells.place(table, rows[i], node.toString()) + " must be in [" + splines.first() + ", " + splines.last()
                        + "], the range in which " + name + " was fitted, but is " + at);
            }
            double[] basis = splines.values(at);
            for (int k = 0; k < basis.length; k++) {
                columns[k][i] = basis[k];
            }
        }
        List<Variable> variables = new ArrayList<>();
        for (int k = 1; k < columns.length; k++) {
            variables.add(Variable.of(Factor.column(name, k, columns.length - 1), columns[k]));
        }
        return variables;
    }
}
