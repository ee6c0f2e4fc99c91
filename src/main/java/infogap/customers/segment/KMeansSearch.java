package infogap.customers.segment;

import infogap.customers.SmilePool;
import infogap.table.prepare.Features;
import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import smile.clustering.Clustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/// k-means (K均值聚类): Smile's Lloyd iteration from several seeded k-means++ starts, the best kept.
///
/// Smile stops when a round gains less than a tolerance; each start is carried on here to a true fixed point, where every row is
/// in the segment of its nearest centre. Features with larger numbers weigh more: standardise first unless that is meant.
///
/// Sources: S. P. Lloyd (1982), *Least squares quantization in PCM*, IEEE Transactions on Information Theory 28, 129–137; D. Arthur and
/// S. Vassilvitskii (2007), *k-means++: the advantages of careful seeding*, SODA, 1027–1035.
public final class KMeansSearch {

    private static final int MOST_ROUNDS = 100;

    /// Starts whose SSE agrees with the best to this share of it count as having attained it.
    private static final double SAME_OPTIMUM = 1e-12;

    private KMeansSearch() {}

    /// The best of some starts.
    ///
    /// @param features the rows
    /// @param k the number of segments, from 1 to the number of different rows
    /// @param starts at least 1
    /// @param seed the same seed gives the same partition and labels
    /// @throws IllegalArgumentException if k or starts is out of its range, all rows are equal, or squares leave the range of a double
    public static Segmentation fit(Features features, int k, int starts, long seed) {
        double[][] rows = Checks.present("features", features).rows();
        clustersFit(features, k);
        Checks.atLeast("starts", starts, 1);
        if (k == 1) {
            return Segmentation.of(features, new int[rows.length], new Search(Search.Method.LLOYD, 1, 1));
        }
        int[] best = null;
        double least = Double.POSITIVE_INFINITY;
        double[] errors = new double[starts];
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int start = 0; start < starts; start++) {
            long startSeed = seeds.nextLong();
            int[] labels = toFixedPoint(rows, SmilePool.call("k-means", () -> lloyd(rows, k, startSeed)), k);
            errors[start] = Sums.within(rows, Sums.centres(rows, labels, k), labels);
            if (errors[start] < least) {
                least = errors[start];
                best = labels;
            }
        }
        double limit = least * (1 + SAME_OPTIMUM);
        long attained = Arrays.stream(errors).filter(error -> error <= limit).count();
        return Segmentation.of(features, best, new Search(Search.Method.LLOYD, starts, attained));
    }

    /// @throws IllegalArgumentException if k is below 1 or above the number of different rows, or squares leave the range of a double
    static void clustersFit(Features features, int k) {
        Checks.atLeast("k", k, 1);
        Sums.requireSquares(features);
        double[][] rows = features.rows();
        Set<List<Double>> different = new HashSet<>();
        // k different rows are enough to know, and most tables show them at once
        for (int i = 0; i < rows.length && different.size() < k; i++) {
            different.add(Arrays.stream(rows[i]).boxed().toList());
        }
        if (k > different.size()) {
            throw new IllegalArgumentException("k must be at most the number of different rows, " + different.size() + " of "
                    + rows.length + ", but is " + k);
        }
    }

    private static int[] lloyd(double[][] rows, int k, long seed) {
        MathEx.setSeed(seed);
        return KMeans.lloyd(rows, new Clustering.Options(k, MOST_ROUNDS)).group();
    }

    private static int[] toFixedPoint(double[][] rows, int[] start, int k) {
        int[] labels = start.clone();
        double error = Double.POSITIVE_INFINITY;
        while (true) {
            double[][] centres = Sums.centres(rows, labels, k);
            if (fillEmpty(rows, labels, centres)) {
                continue;
            }
            double next = Sums.within(rows, centres, labels);
            int[] moved = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                moved[i] = Sums.nearest(rows[i], centres, labels[i]);
            }
            // a round that gains nothing could only go in circles within the rounding error
            if (Arrays.equals(moved, labels) || next >= error) {
                return labels;
            }
            labels = moved;
            error = next;
        }
    }

    /// Gives an empty segment the row that lies farthest from its centre, which lowers the SSE.
    private static boolean fillEmpty(double[][] rows, int[] labels, double[][] centres) {
        for (int c = 0; c < centres.length; c++) {
            if (Double.isNaN(centres[c][0])) {
                int farthest = 0;
                for (int i = 1; i < rows.length; i++) {
                    if (Sums.squaredDistance(rows[i], centres[labels[i]])
                            > Sums.squaredDistance(rows[farthest], centres[labels[farthest]])) {
                        farthest = i;
                    }
                }
                labels[farthest] = c;
                return true;
            }
        }
        return false;
    }
}
