package infogap.table.formula;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.numeric.SampleQuantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/// The B-splines of a degree over a range, its ends among the knots degree + 1 times each, with their derivatives.
///
/// Source: C. de Boor (1978), *A Practical Guide to Splines*, Springer, ch. IX and X.
record BSplines(int degree, List<Double> knots) {

    /// Over the range of the column, with inner knots at its equally spaced quantiles.
    static BSplines over(String name, Node node, int inner, int degree, Table table, int[] rows) {
        double[] x = Arrays.stream(Arithmetic.values(node, table, rows)).mapToDouble(DoubleDouble::toDouble).sorted().toArray();
        Checks.atLeast("rows of " + table.name() + " with a value for " + name, x.length, 2);
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
        return new BSplines(degree, List.copyOf(knots));
    }

    /// How many there are.
    int count() {
        return knots.size() - degree - 1;
    }

    double first() {
        return knots.getFirst();
    }

    double last() {
        return knots.getLast();
    }

    boolean covers(double x) {
        return x >= first() && x <= last();
    }

    /// All of them at a place within the range.
    double[] values(double x) {
        return derivative(x, 0);
    }

    /// Their derivatives of an order at a place within the range.
    double[] derivative(double x, int order) {
        return Arrays.copyOf(derivative(x, degree, order), count());
    }

    private double[] derivative(double x, int d, int order) {
        if (order > d) {
            return new double[knots.size() - 1];
        }
        if (d == 0) {
            double[] indicator = new double[knots.size() - 1];
            indicator[interval(x)] = 1;
            return indicator;
        }
        double[] lower = derivative(x, d - 1, Math.max(0, order - 1));
        double[] result = new double[lower.length];
        for (int k = 0; k + d < lower.length; k++) {
            double left = lower[k] == 0 ? 0 : lower[k] / (knots.get(k + d) - knots.get(k));
            double right = lower[k + 1] == 0 ? 0 : lower[k + 1] / (knots.get(k + d + 1) - knots.get(k + 1));
            result[k] = order > 0 ? d * (left - right) : (x - knots.get(k)) * left + (knots.get(k + d + 1) - x) * right;
        }
        return result;
    }

    // the last interval is closed
    private int interval(double x) {
        int interval = degree;
        while (interval < knots.size() - degree - 2 && x >= knots.get(interval + 1)) {
            interval++;
        }
        return interval;
    }
}
