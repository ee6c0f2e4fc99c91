package infogap.numeric;

/// What is left of a logarithm and of an exponential beyond the first order, to their last digits also where that is next to nothing.
public final class Remainders {

    private static final double LOGARITHM_SERIES_BELOW = 0.25;
    private static final double EXPONENTIAL_SERIES_BELOW = 0.5;

    private Remainders() {}

    /// `v − ln(1 + v) ≥ 0` for `v > −1`.
    public static double ofLogarithm(double v) {
        if (Math.abs(v) > LOGARITHM_SERIES_BELOW) {
            return v - Math.log1p(v);
        }
        // with r = v/(2 + v): ln(1 + v) = 2(r + r³/3 + r⁵/5 + …) and v − 2r = rv
        double r = v / (2 + v);
        double square = r * r;
        double sum = 0;
        for (int k = 21; k >= 3; k -= 2) {
            sum = sum * square + 1.0 / k;
        }
        return r * (v - 2 * square * sum);
    }

    /// `e^t − 1 − t ≥ 0`.
    public static double ofExponential(double t) {
        if (Math.abs(t) >= EXPONENTIAL_SERIES_BELOW) {
            return Math.expm1(t) - t;
        }
        // t²/2 · (1 + t/3 · (1 + t/4 · …)), from the smallest term up
        double sum = 0;
        for (int k = 18; k >= 3; k--) {
            sum = (1 + sum) * t / k;
        }
        return t * t / 2 * (1 + sum);
    }
}
