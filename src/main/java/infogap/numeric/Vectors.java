package infogap.numeric;

/// Vectors as arrays of the same length.
public final class Vectors {

    private Vectors() {}

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
