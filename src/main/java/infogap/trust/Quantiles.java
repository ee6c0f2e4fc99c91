package infogap.trust;

/// Sample quantiles.
final class Quantiles {

    private Quantiles() {}

    /// The quantile of sorted values with linear interpolation between neighbours: R's type 7.
    static double of(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        double rest = position - below;
        // no arithmetic where there is nothing between, so that an infinite neighbour does no harm
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }
}
