package infogap.table.formula;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.regression.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/// `ns(x, df = d)`: the natural cubic splines over the range of the training table, whose second derivative is 0 at both of its ends.
///
/// d − 1 knots stand at equally spaced quantiles of x. Beyond the training range the splines go on as straight lines.
///
/// They are the cubic B-splines without the first one, turned by the reflections that map the two conditions c₀, c₁ at the ends to the first two
/// axes, whose columns are then left out: with Q of the QR decomposition of [c₀ c₁], the columns from the third on of B Q. R's `ns` does the same,
/// so that coefficients can be compared one by one.
///
/// Source: T. Hastie (1992), *Generalized additive models*, in J. M. Chambers and T. J. Hastie (eds.), *Statistical Models in S*, Wadsworth, ch. 7.
record NaturalSplineFactor(String name, Node node, BSplines splines, List<List<Double>> reflections) implements Factor {

    private static final int CUBIC = 3;
    private static final int CONDITIONS = 2;

    static NaturalSplineFactor fit(String name, Node node, int df, Table table, int[] rows) {
        Checks.atLeast("df of " + name, df, 1);
        BSplines splines = BSplines.over(name, node, df - 1, CUBIC, table, rows);
        double[][] conditions = {withoutFirst(splines.derivative(splines.first(), 2)), withoutFirst(splines.derivative(splines.last(), 2))};
        List<List<Double>> reflections = new ArrayList<>();
        for (int l = 0; l < CONDITIONS; l++) {
            double[] direction = direction(conditions[l], l);
            for (double[] condition : conditions) {
                reflect(direction, condition);
            }
            reflections.add(Arrays.stream(direction).boxed().toList());
        }
        return new NaturalSplineFactor(name, node, splines, List.copyOf(reflections));
    }

    // Householder's: the vector from the column's lower part to its mirror image on axis l, the farther one of two
    private static double[] direction(double[] column, int l) {
        double[] direction = column.clone();
        Arrays.fill(direction, 0, l, 0);
        double length = Math.sqrt(Arrays.stream(direction).map(value -> value * value).sum());
        direction[l] += direction[l] < 0 ? -length : length;
        return direction;
    }

    private static void reflect(double[] direction, double[] vector) {
        double along = 0;
        double squares = 0;
        for (int k = 0; k < vector.length; k++) {
            along += direction[k] * vector[k];
            squares += direction[k] * direction[k];
        }
        for (int k = 0; k < vector.length; k++) {
            vector[k] -= 2 * along / squares * direction[k];
        }
    }

    private static double[] withoutFirst(double[] basis) {
        return Arrays.copyOfRange(basis, 1, basis.length);
    }

    @Override
    public List<Variable> columns(Table table, int[] rows, boolean full, ColumnNames names) {
        double[][] directions = reflections.stream().map(vector -> vector.stream().mapToDouble(Double::doubleValue).toArray()).toArray(double[][]::new);
        double[][] columns = new double[splines.count() - 1 - CONDITIONS][rows.length];
        DoubleDouble[] x = Arithmetic.values(node, table, rows);
        for (int i = 0; i < rows.length; i++) {
            double[] turned = basis(x[i].toDouble());
            for (double[] direction : directions) {
                reflect(direction, turned);
            }
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = turned[k + CONDITIONS];
            }
        }
        List<Variable> variables = new ArrayList<>();
        for (int k = 0; k < columns.length; k++) {
            variables.add(Variable.of(Factor.column(name, k + 1, columns.length), columns[k]));
        }
        return variables;
    }

    private double[] basis(double x) {
        double end = Math.clamp(x, splines.first(), splines.last());
        double[] basis = splines.values(end);
        if (x != end) {
            double[] slope = splines.derivative(end, 1);
            for (int k = 0; k < basis.length; k++) {
                basis[k] += (x - end) * slope[k];
            }
        }
        return withoutFirst(basis);
    }
}
