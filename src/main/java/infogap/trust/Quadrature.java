package infogap.trust;

import infogap.numeric.CompensatedSum;
import java.util.function.DoubleUnaryOperator;

/// Adaptive Gauss–Lobatto quadrature: a stretch is halved until the rule on it and on its halves agree.
///
/// Nothing is known of the function between the nodes. The interval is cut into [#FIRST_STRETCHES] before anything is accepted, and each of
/// them is compared with its halves, so that there is a node in every part of a fiftieth of the interval: a jump, or a pulse that is wider
/// than that, is seen, and closed in on until the stretch around it no longer matters. What is narrower may be missed altogether; the
/// caller who knows where it is integrates from there. Smooth functions need a few stretches.
///
/// With N + 1 nodes, the inner ones the roots of the Legendre polynomial's derivative P_N′, and weights 2/(N(N + 1)P_N(x)²), the
/// rule is exact for polynomials of degree 2N − 1. Source: M. Abramowitz and I. A. Stegun (1964), *Handbook of Mathematical
/// Functions*, 25.4.32.
final class Quadrature {

    /// Relative disagreement below which a stretch is accepted.
    static final double TOLERANCE = 1e-14;

    /// How many stretches the interval is cut into at first.
    static final int FIRST_STRETCHES = 3;

    private static final int DEGREE = 14;
    private static final double NODE_ULPS = 4;
    private static final int MAXIMAL_DEPTH = 52;
    private static final int MAXIMAL_STRETCHES = 200_000;
    private static final double[] NODES = new double[DEGREE + 1];
    private static final double[] WEIGHTS = new double[DEGREE + 1];

    static {
        for (int i = 0; i <= DEGREE; i++) {
            double node = -Math.cos(Math.PI * i / DEGREE);
            double[] legendre = legendre(node);
            for (int newton = 0; newton < 20; newton++) {
                node -= (node * legendre[1] - legendre[0]) / ((DEGREE + 1) * legendre[1]);
                legendre = legendre(node);
            }
            NODES[i] = node;
            WEIGHTS[i] = 2 / (DEGREE * (DEGREE + 1) * legendre[1] * legendre[1]);
        }
    }

    /// P_{N−1} and P_N at x.
    private static double[] legendre(double x) {
        double previous = 1;
        double current = x;
        for (int n = 2; n <= DEGREE; n++) {
            double next = ((2 * n - 1) * x * current - (n - 1) * previous) / n;
            previous = current;
            current = next;
        }
        return new double[] {previous, current};
    }

    private final DoubleUnaryOperator function;
    private final double negligible;
    private final CompensatedSum sum = new CompensatedSum();
    private int stretches;
    // of the function at the nodes since they were reset
    private double least;
    private double greatest;

    private Quadrature(DoubleUnaryOperator function, double span) {
        this.function = function;
        this.negligible = Math.ulp(1.0) * span;
    }

    /// The integral of the function from `low` to `high ≥ low`.
    ///
    /// @throws ArithmeticException if the function changes too often for 200,000 stretches
    static double integrate(DoubleUnaryOperator function, double low, double high) {
        Quadrature quadrature = new Quadrature(function, high - low);
        for (int i = 0; i < FIRST_STRETCHES; i++) {
            double from = i == 0 ? low : low + (high - low) * i / FIRST_STRETCHES;
            double to = i + 1 == FIRST_STRETCHES ? high : low + (high - low) * (i + 1) / FIRST_STRETCHES;
            quadrature.refine(from, to, quadrature.rule(from, to), 0);
        }
        return quadrature.sum.value();
    }

    private void refine(double low, double high, double whole, int depth) {
        if (++stretches > MAXIMAL_STRETCHES) {
            throw new ArithmeticException("the function changes too often to be integrated: " + MAXIMAL_STRETCHES
                    + " stretches do not settle it; integrate over a shorter time");
        }
        double middle = low + (high - low) / 2;
        least = Double.POSITIVE_INFINITY;
        greatest = Double.NEGATIVE_INFINITY;
        double left = rule(low, middle);
        double right = rule(middle, high);
        double disagreement = Math.abs(left + right - whole);
        // a node is known to half a unit in its last place, and the function with it to as much of its variation
        double unknown = NODE_ULPS * Math.ulp(high) * (greatest - least);
        if (disagreement <= Math.max(Math.max(TOLERANCE * Math.abs(left + right), negligible), unknown) || depth == MAXIMAL_DEPTH) {
            sum.add(left).add(right);
        } else {
            refine(low, middle, left, depth + 1);
            refine(middle, high, right, depth + 1);
        }
    }

    private double rule(double low, double high) {
        double half = (high - low) / 2;
        double middle = low + half;
        double sum = 0;
        for (int i = 0; i <= DEGREE; i++) {
            double value = function.applyAsDouble(middle + half * NODES[i]);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            sum += WEIGHTS[i] * value;
        }
        return half * sum;
    }
}
