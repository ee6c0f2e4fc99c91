package infogap.table.formula;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.numeric.SampleQuantile;
import infogap.regression.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/// `bs(x, df = d)`: the B-splines of a degree (3 where none is given) over the range of the training table, without the first one, which the constant replaces.
///
/// df − degree knots stand at equally spaced quantiles of x. A value outside the training range is refused, where R extends the outer pieces and warns.
///
/// Source: C. de Boor (1978), *A Practical Guide to Splines*, Springer, ch. IX and X.
record SplineFactor(String name, Node node, int degree, List<Double> knots) implements Factor {

    static SplineFactor fit(String name, Node node, int df, int degree, Table table, int[] rows) {
        Checks.atLeast("degree of " + name, degree, 1);
        Checks.atLeast("df of " + name, df, degree);
        double[] x = Arrays.stream(Arithmetic.values(node, table, rows)).mapToDouble(DoubleDouble::toDouble).sorted().toArray();
        int inner = df - degree;
        List<Double> knots = new ArrayList<>();
        for (int k = 0; k <= degree; k++) {
            knots.add(x[0]);
        }
        for (int k = 1; k <= inner; k++) {
            knots.add(SampleQuantile.ofSorted(x, k / (inner + 1.0)));
        }
        for (int k = 0; k <= degree; k++) {
            knots.add(x[x.length - 1]);
        }
        for (int k = degree; k < knots.size() - degree - 1; k++) {
            if (!(knots.get(k + 1) > knots.get(k))) {
                throw new IllegalArgumentException(table.name() + ", column '" + node + "' must have different quantiles at the knots of " + name
                        + ", but has " + knots.subList(degree, knots.size() - degree));
            }
        }
        return new SplineFactor(name, node, degree, List.copyOf(knots));
    }

    @Override
    public List<Variable> columns(Table table, int[] rows, boolean full, ColumnNames names) {
        int count = knots.size() - degree - 1;
        double[][] columns = new double[count][rows.length];
        DoubleDouble[] x = Arithmetic.values(node, table, rows);
        for (int i = 0; i < rows.length; i++) {
            double at = x[i].toDouble();
            if (at < knots.getFirst() || at > knots.getLast()) {
                throw new IllegalArgumentException(Cells.place(table, rows[i], node.toString()) + " must be in [" + knots.getFirst() + ", " + knots.getLast()
                        + "], the range in which " + name + " was fitted, but is " + at);
            }
            double[] basis = basis(at);
            for (int k = 0; k < count; k++) {
                columns[k][i] = basis[k];
            }
        }
        List<Variable> variables = new ArrayList<>();
        for (int k = 1; k < count; k++) {
            variables.add(Variable.of(name + k, columns[k]));
        }
        return variables;
    }

    // Cox and de Boor's recursion; the last interval is closed
    private double[] basis(double x) {
        int n = knots.size() - 1;
        double[] basis = new double[n];
        int interval = degree;
        while (interval < n - degree - 1 && x >= knots.get(interval + 1)) {
            interval++;
        }
        basis[interval] = 1;
        for (int d = 1; d <= degree; d++) {
            double[] next = new double[n];
            for (int k = Math.max(0, interval - d); k <= interval && k + d < n; k++) {
                double left = knots.get(k + d) - knots.get(k);
                double right = k + d + 1 <= n ? knots.get(k + d + 1) - knots.get(k + 1) : 0;
                next[k] = (left > 0 ? (x - knots.get(k)) / left * basis[k] : 0)
                        + (right > 0 && k + 1 < n ? (knots.get(k + d + 1) - x) / right * basis[k + 1] : 0);
            }
            basis = next;
        }
        return basis;
    }
}
