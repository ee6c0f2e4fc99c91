package infogap.customers.clean;

import java.util.Arrays;

/// Sample quantiles with linear interpolation between the order statistics: `x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋+1₎ − x₍⌊h⌋₎)`, `h = (n − 1)p`
/// counted from 0. This is type 7 of Hyndman and Fan, the default of R and NumPy.
///
/// Source: R. J. Hyndman and Y. Fan (1996), *Sample Quantiles in Statistical Packages*, The American Statistician 50, 361–365.
final class Quantile {

    private Quantile() {}

    static double of(double[] values, double level) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double h = (sorted.length - 1) * level;
        int below = (int) h;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (h - below) * (sorted[below + 1] - sorted[below]);
    }
}
