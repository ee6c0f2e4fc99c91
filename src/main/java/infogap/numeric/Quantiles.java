package infogap.numeric;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/// Quantiles of the normal and the beta distribution.
///
/// A beta quantile has the relative accuracy that its tail probability leaves it, however near to 0 it is: a few units in the last place of the
/// probability become `1 / (d ln P / d ln x)` times as many of the quantile. Near 1 the complement of the mirrored quantile,
/// `betaFromAbove(b, a, p)`, has the digits that a double next to 1 has not.
public final class Quantiles {

    // below this tail 1 − tail has lost digits of it
    private static final double SMALL_TAIL = 1e-4;
    private static final double ROOT = 1e-14;
    private static final int MOST_STEPS = 300;
    // of the tail, which are so many of the quantile where the tail hardly depends on it
    private static final double ROUNDINGS = 4;

    private Quantiles() {}

    /// `z` with `Φ(z) = 1 − (1 − confidence) / 2`, finite for every confidence below 1.
    ///
    /// @throws IllegalArgumentException if the confidence is not in [0, 1)
    public static double normal(double confidence) {
        if (!(confidence >= 0 && confidence < 1)) {
            throw Checks.refused("confidence", confidence, "a number in [0, 1)");
        }
        double tail = (1 - confidence) / 2;
        if (tail < SMALL_TAIL) {
            return new BrentSolver(ROOT, ROOT).solve(200, z -> Math.log(Erf.erfc(z / Math.sqrt(2)) / 2 / tail), 0, 40);
        }
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.5 + confidence / 2);
    }

    /// `I_x(a, b) = P(X ≤ x)` for `X ~ Beta(a, b)`; 0 below 0 and 1 above 1.
    ///
    /// @throws IllegalArgumentException if a or b is not above 0, or x is NaN
    public static double betaCumulative(double a, double b, double x) {
        IncompleteBeta beta = beta(a, b);
        if (Double.isNaN(x)) {
            throw Checks.refused("x", x, "a number");
        }
        return x <= 0 ? 0 : x >= 1 ? 1 : beta.lower(x, 1 - x);
    }

    /// `x` with `P(X ≤ x) = p` for `X ~ Beta(a, b)`: 0 if it is below the smallest double.
    ///
    /// @throws IllegalArgumentException if a or b is not above 0, or p is not strictly between 0 and 1
    public static double beta(double a, double b, double p) {
        IncompleteBeta beta = beta(a, b);
        Checks.strictlyBetween("p", p, 0, 1);
        // beyond the middle the other tail has the digits, as the decimal that p prints leaves it
        return p <= 0.5 ? lowerTail(beta, p) : upperTail(beta, Fractions.complement(p));
    }

    /// `x` with `P(X > x) = q` for `X ~ Beta(a, b)`: the quantile from the upper tail, for which `1 − q` has no digits if q is small.
    ///
    /// @throws IllegalArgumentException if a or b is not above 0, or q is not strictly between 0 and 1
    public static double betaFromAbove(double a, double b, double q) {
        IncompleteBeta beta = beta(a, b);
        Checks.strictlyBetween("q", q, 0, 1);
        return q <= 0.5 ? upperTail(beta, q) : lowerTail(beta, Fractions.complement(q));
    }

    private static IncompleteBeta beta(double a, double b) {
        return IncompleteBeta.of(Checks.positive("a", a), Checks.positive("b", b));
    }

    private static double lowerTail(IncompleteBeta beta, double p) {
        return beta.lower(0.5, 0.5) >= p ? inLowerHalf(beta, true, p) : 1 - inLowerHalf(beta.mirrored(), false, p);
    }

    private static double upperTail(IncompleteBeta beta, double q) {
        return beta.upper(0.5, 0.5) <= q ? inLowerHalf(beta, false, q) : 1 - inLowerHalf(beta.mirrored(), true, q);
    }

    /// The root in (0, ½] by Newton's method on the logarithms of x and of the tail, kept within an interval that holds the root.
    private static double inLowerHalf(IncompleteBeta beta, boolean lower, double tail) {
        double low = 0;
        double high = 0.5;
        double x = beta.start(lower, tail);
        for (int i = 0; i < MOST_STEPS; i++) {
            double value = lower ? beta.lower(x, 1 - x) : beta.upper(x, 1 - x);
            if (value == tail) {
                return x;
            }
            if (lower == value < tail) {
                low = x;
            } else {
                high = x;
            }
            double slope = beta.perLogarithm(x, 1 - x) / value;
            double next = x * Math.exp((lower ? Math.log(tail / value) : Math.log(value / tail)) / slope);
            if (Math.abs(next - x) <= Math.ulp(x) * Math.max(1, ROUNDINGS / slope)) {
                return next;
            }
            if (!(next > low && next < high)) {
                // the geometric mean halves the exponent, so that a root of any size is a few steps away
                next = Math.sqrt(Math.max(low, Double.MIN_VALUE)) * Math.sqrt(high);
                if (!(next > low && next < high)) {
                    return low;
                }
            }
            x = next;
        }
        return x;
    }
}
