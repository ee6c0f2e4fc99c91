package infogap.bayes;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/// Quantiles of the normal and the beta distribution.
final class Quantiles {

    private Quantiles() {}

    /// `z` with `Φ(z) = 1 − (1 − confidence) / 2`.
    static double normal(double confidence) {
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
}
