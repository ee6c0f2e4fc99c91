package infogap.regression;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Rows of clusters of unequal sizes with a common error each.
record ClusteredSample(double[][] x, double[] y, int[] clusters) {

    static ClusteredSample of(long seed, int groups, int columns, double slope) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = IntStream.range(0, groups).map(g -> 3 + g % 3).sum();
        ClusteredSample sample = new ClusteredSample(new double[n][columns], new double[n], new int[n]);
        int i = 0;
        for (int g = 0; g < groups; g++) {
            double common = random.nextGaussian();
            double level = random.nextGaussian();
            for (int end = i + 3 + g % 3; i < end; i++) {
                sample.clusters[i] = 10 * g - 7;
                Arrays.setAll(sample.x[i], k -> level + random.nextGaussian());
                sample.y[i] = 5 + slope * sample.x[i][0] + common + random.nextGaussian();
            }
        }
        return sample;
    }

    FittedModel fit() {
        return LeastSquares.fit(Design.ofRows(x), y).orThrow();
    }

    WildClusterBootstrap bootstrap() {
        return fit().wildClusterBootstrap(clusters, 1);
    }

    /// The row at `order[i]` as row i.
    ClusteredSample ordered(int[] order) {
        return new ClusteredSample(Arrays.stream(order).mapToObj(i -> x[i]).toArray(double[][]::new), Arrays.stream(order).mapToDouble(i -> y[i]).toArray(),
                Arrays.stream(order).map(i -> clusters[i]).toArray());
    }
}
