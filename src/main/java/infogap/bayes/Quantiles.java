package infogap.bayes;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;

/// Quantiles of the normal and the beta distribution.
final class Quantiles {

    private Quantiles() {}

    /// Below this tail `1 − tail` has lost digits of it.
    private static final double SMALL_TAIL = 1e-4;

    /// Below this `1 − x` has lost digits of `x`.
    private static final double SMALL_RATE = 1e-3;

    /// Tails that the distribution of the logit reaches.
    private static final double LEAST_TAIL = 1e-12;

    private static final double ROOT = 1e-14;

    /// `z` with `Φ(z) = 1 − (1 − confidence) / 2`, finite for every confidence below 1.
    static double normal(double confidence) {
        double tail = (1 - confidence) / 2;
        if (tail < SMALL_TAIL) {
            return new BrentSolver(ROOT, ROOT).solve(200, z -> Math.log(Erf.erfc(z / Math.sqrt(2)) / 2 / tail), 0, 40);
        }
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.5 + confidence / 2);
    }

    /// `I_x(a, b) = P(X ≤ x)` for `X ~ Beta(a, b)`.
    static double betaCumulative(double a, double b, double x) {
        return x <= 0 ? 0 : x >= 1 ? 1 : Beta.regularizedBeta(x, a, b);
    }

    /// `x` with `I_x(a, b) = p`, by bisection to neighbouring doubles.
    static double beta(double a, double b, double p) {
        double low = 0;
        double high = 1;
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return low + (high - low) / 2;
            }
            if (betaCumulative(a, b, middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /// `x` with `P(X > x) = tail` for `X ~ Beta(a, b)`, also where `x` is so small that `1 − x` has none of its digits.
    static double betaFromAbove(double a, double b, double tail) {
        double x = 1 - beta(b, a, tail);
        if (x > SMALL_RATE || tail < LEAST_TAIL) {
            return x;
        }
        // P(X > x) as the lower tail of the mirrored logit
        LogitBeta mirrored = new LogitBeta(b, a, DoubleUnaryOperator.identity());
        double centre = mirrored.centre();
        double reach = 1;
        while (mirrored.cumulative(centre - reach) > tail) {
            reach *= 2;
        }
        double logit = -new BrentSolver(ROOT, ROOT, 0).solve(200, y -> mirrored.cumulative(y) - tail, centre - reach, centre + reach);
        return Math.exp(logit) / (1 + Math.exp(logit));
    }
}
