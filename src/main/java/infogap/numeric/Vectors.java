package infogap.numeric;

/// Vectors as arrays of the same length.
public final class Vectors {

    /// The spread, as a share of the largest magnitude, that rounding alone can give to equal numbers computed in different ways: 128 times 2⁻⁵³.
    public static final double ROUNDING_SPREAD = 0x1p-46;

    private Vectors() {}

    /// Whether the numbers differ by more than rounding: the range is above [#ROUNDING_SPREAD] times the largest magnitude. The numbers `0.1 + 0.2` and
    /// `0.3` do not.
    ///
    /// @throws IllegalArgumentException if there is no number, or one is not finite
    public static boolean vary(double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : Checks.finite("values", values)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        // halved, because the range of finite numbers may be beyond them
        return high / 2 - low / 2 > ROUNDING_SPREAD / 2 * Math.max(Math.abs(low), Math.abs(high));
    }

    /// The inner product `Σ x(k) y(k)`, summed from the first to the last term.
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public static double dot(double[] x, double[] y) {
        Checks.sameLength("x", x.length, "y", y.length);
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }
}
