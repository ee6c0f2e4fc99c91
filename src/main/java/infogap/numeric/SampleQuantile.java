package infogap.numeric;

import java.util.Arrays;

/// Sample quantiles with linear interpolation between the order statistics: `x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎)` with `h = (n − 1)p`, counted
/// from 0. Type 7 of Hyndman and Fan, the default of R and NumPy.
///
/// Source: R. J. Hyndman and Y. Fan (1996), *Sample Quantiles in Statistical Packages*, The American Statistician 50, 361–365.
public final class SampleQuantile {

    private SampleQuantile() {}

    /// The quantile of values in any order.
    ///
    /// @throws IllegalArgumentException if there is no value, one is not finite, or the level is no probability
    public static double of(double[] values, double level) {
        double[] sorted = Checks.finite("values", values);
        Arrays.sort(sorted);
        return ofSorted(sorted, level);
    }

    /// The quantile of ascending values, which may begin and end with infinities.
    ///
    /// @throws IllegalArgumentException if there is no value, or the level is no probability
    public static double ofSorted(double[] sorted, double level) {
        Checks.atLeast("number of values", Checks.present("sorted", sorted).length, 1);
        double position = Checks.probability("level", level) * (sorted.length - 1);
        int below = (int) position;
        double rest = position - below;
        // no arithmetic where there is nothing between, so that an infinite neighbour does no harm
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }
}
