package infogap.regression;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// What the residuals of a cluster are multiplied by in a bootstrap sample: equally likely values with mean 0 and variance 1, symmetric about 0.
public enum WildWeights {

    /// −1 and 1. Only 2^(G − 1) different |t*| exist for G clusters.
    RADEMACHER(1),

    /// ±√(3/2), ±1 and ±√(1/2): six points, for a dozen clusters or fewer.
    ///
    /// Source: M. D. Webb (2013), *Reworking wild bootstrap based inference for clustered errors*, Queen's Economics Department
    /// Working Paper 1315.
    WEBB(Math.sqrt(1.5), 1, Math.sqrt(0.5));

    private final double[] points;

    WildWeights(double... positive) {
        points = new double[2 * positive.length];
        for (int k = 0; k < positive.length; k++) {
            points[k] = positive[k];
            points[positive.length + k] = -positive[k];
        }
    }

    /// The values.
    public double[] points() {
        return points.clone();
    }

    /// How many different weight vectors `clusters` clusters can get, and `limit` + 1 where that is more than `limit`.
    long vectors(int clusters, long limit) {
        long vectors = 1;
        for (int g = 0; g < clusters && vectors <= limit; g++) {
            vectors *= points.length;
        }
        return Math.min(vectors, limit + 1);
    }

    /// The vector with this number among those whose first weight is positive.
    void fill(double[] vector, long number) {
        int positive = points.length / 2;
        vector[0] = points[(int) (number % positive)];
        long rest = number / positive;
        for (int g = 1; g < vector.length; g++) {
            vector[g] = points[(int) (rest % points.length)];
            rest /= points.length;
        }
    }

    void fill(double[] vector, RandomGenerator random) {
        Arrays.setAll(vector, g -> points[random.nextInt(points.length)]);
    }
}
