package infogap.trust;

import infogap.numeric.CompensatedSum;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.util.Pair;

/// Adaptive Gauss–Legendre quadrature: a stretch is halved until the rule on it and on its halves agree.
///
/// Smooth functions need a few stretches; a jump is closed in on until the stretch around it no longer matters.
final class Quadrature {

    /// Relative disagreement below which a stretch is accepted.
    static final double TOLERANCE = 1e-14;

    private static final int POINTS = 15;
    private static final int MAXIMAL_DEPTH = 52;
    private static final int MAXIMAL_STRETCHES = 200_000;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS);
        for (int i = 0; i < POINTS; i++) {
            NODES[i] = rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i);
        }
    }

    private final DoubleUnaryOperator function;
    private final double negligible;
    private final CompensatedSum sum = new CompensatedSum();
    private int stretches;

    private Quadrature(DoubleUnaryOperator function, double span) {
        this.function = function;
        this.negligible = Math.ulp(1.0) * span;
    }

    /// The integral of the function from `low` to `high ≥ low`.
    ///
    /// @throws ArithmeticException if the function changes too often for 200,000 stretches
    static double integrate(DoubleUnaryOperator function, double low, double high) {
        Quadrature quadrature = new Quadrature(function, high - low);
        quadrature.refine(low, high, rule(function, low, high), 0);
        return quadrature.sum.value();
    }

    private void refine(double low, double high, double whole, int depth) {
        if (++stretches > MAXIMAL_STRETCHES) {
            throw new ArithmeticException("the function changes too often to be integrated: " + MAXIMAL_STRETCHES
                    + " stretches do not settle it; integrate over a shorter time");
        }
        double middle = low + (high - low) / 2;
        double left = rule(function, low, middle);
        double right = rule(function, middle, high);
        double disagreement = Math.abs(left + right - whole);
        if (disagreement <= Math.max(TOLERANCE * Math.abs(left + right), negligible) || depth == MAXIMAL_DEPTH) {
            sum.add(left).add(right);
        } else {
            refine(low, middle, left, depth + 1);
            refine(middle, high, right, depth + 1);
        }
    }

    private static double rule(DoubleUnaryOperator function, double low, double high) {
        double half = (high - low) / 2;
        double middle = low + half;
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += WEIGHTS[i] * function.applyAsDouble(middle + half * NODES[i]);
        }
        return half * sum;
    }
}
