package infogap.bayes;

/// What is left of a logarithm and of an exponential beyond the first order, to their last digits also where that is next to nothing.
final class Remainders {

    private static final double SERIES_BELOW = 0.25;

    private Remainders() {}

    /// `v − ln(1 + v) ≥ 0` for `v > −1`.
    static double ofLogarithm(double v) {
        if (Math.abs(v) > SERIES_BELOW) {
            return v - Math.log1p(v);
        }
        // Σ_{k≥2} (−v)^k / k, from the smallest term up
        double sum = 0;
        for (int k = 26; k >= 2; k--) {
            sum = 1.0 / k - v * sum;
        }
        return v * v * sum;
    }

    /// `e^d − 1 − d ≥ 0` for `|d| ≤ 1`, as `Σ_{k≥2} d^k / k!`.
    static double ofExponential(double d) {
        double sum = 0;
        for (int k = 20; k >= 3; k--) {
            sum = (sum + 1) * d / k;
        }
        return d * d / 2 * (1 + sum);
    }
}
