package infogap.customers.segment;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.table.prepare.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// The best k runs of sorted values: optimal segments of one column are runs of its sorted values, and the best k runs of the first j
/// values extend the best k − 1 runs of fewer.
///
/// The error of a run is summed from the distances between neighbours, `Q ← Q + (d − m)²(j − 1)/j` for the distance d of the j-th value from
/// the last one and the mean m of those before. Nothing in it cancels: `d − m ≥ d/j`, so that the sum for j values is right to a share of
/// about `6j²` units of rounding, wherever the values lie. Partitions that this cannot tell apart are compared in fractions.
///
/// Source: H. Wang and M. Song (2011), *Ckmeans.1d.dp: Optimal k-means Clustering in One Dimension by Dynamic Programming*, The R Journal
/// 3(2), 29–33; B. P. Welford (1962), *Note on a Method for Calculating Corrected Sums of Squares and Products*, Technometrics 4, 419–420.
final class SortedCuts {

    /// More partitions than this that agree within rounding are not compared, and nothing is called proven.
    static final int MOST_CLOSE = 1000;

    /// Squares of gaps below this share of the span could underflow beside it.
    private static final double LEAST_GAP = 0x1p-400;

    private final Features features;
    private final List<Integer> order;
    private final double[] gaps;
    private final int k;
    private final double margin;
    private final double[][] best;
    private final int[][] cut;
    private final List<int[]> close = new ArrayList<>();
    private long compared;

    private SortedCuts(Features features, int k) {
        this.features = features;
        this.k = k;
        double[][] rows = features.rows();
        int n = rows.length;
        order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> rows[i][0])).toList();
        gaps = new double[n];
        for (int i = 1; i < n; i++) {
            double above = rows[order.get(i)][0];
            double below = rows[order.get(i - 1)][0];
            gaps[i] = above == below ? 0 : Fractions.ofDecimal(above).subtract(Fractions.ofDecimal(below)).doubleValue();
        }
        // twice 6n² units of rounding for the runs, and as much again for adding them up
        margin = 16.0 * n * n * Math.ulp(0.5);
        best = new double[k + 1][n + 1];
        cut = new int[k + 1][n + 1];
    }

    static Segmentation optimum(Features features, int k) {
        if (Checks.present("features", features).names().size() != 1) {
            throw new IllegalArgumentException("features must have one column, but has " + features.names());
        }
        KMeansSearch.clustersFit(features, k);
        return new SortedCuts(features, k).settle();
    }

    private Segmentation settle() {
        int n = gaps.length;
        fill();
        double span = Arrays.stream(gaps).sum();
        boolean squaresHold = Arrays.stream(gaps).allMatch(gap -> gap == 0 || gap > LEAST_GAP * span);
        collect(k, n, 0, best[k][n] * (1 + 2 * margin), new int[k + 1]);
        Segmentation first = partition(cuts(), true);
        if (!squaresHold || close.size() > MOST_CLOSE) {
            return partition(cuts(), false);
        }
        if (close.size() <= 1) {
            return first;
        }
        Segmentation least = null;
        BigFraction error = null;
        for (int[] candidate : close) {
            Segmentation segmentation = partition(candidate, true);
            BigFraction exact = segmentation.exactWithin();
            if (least == null || exact.compareTo(error) < 0) {
                least = segmentation;
                error = exact;
            }
        }
        return least;
    }

    /// best[c][to]: the least error of the first `to` values in c runs.
    private void fill() {
        int n = gaps.length;
        for (double[] row : best) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int to = 1; to <= n; to++) {
            double[] errors = errors(to);
            for (int c = 1; c <= Math.min(k, to); c++) {
                for (int from = c - 1; from < to; from++) {
                    compared++;
                    double error = best[c - 1][from] + errors[from];
                    if (error < best[c][to]) {
                        best[c][to] = error;
                        cut[c][to] = from;
                    }
                }
            }
        }
    }

    /// The error of each run that ends before `to`, by where it starts.
    private double[] errors(int to) {
        double[] errors = new double[to];
        double distance = 0;
        double mean = 0;
        double error = 0;
        for (int from = to - 1; from >= 0; from--) {
            int size = to - from;
            double delta = distance - mean;
            mean += delta / size;
            error += delta * delta * (size - 1) / size;
            errors[from] = error;
            distance += gaps[from];
        }
        return errors;
    }

    /// All partitions whose error is at most the limit, until there are too many; `after` is the error of the runs behind `to`.
    private void collect(int c, int to, double after, double limit, int[] cuts) {
        cuts[c] = to;
        if (c == 0) {
            close.add(cuts.clone());
            return;
        }
        double[] errors = errors(to);
        for (int from = c - 1; from < to && close.size() <= MOST_CLOSE; from++) {
            if (best[c - 1][from] + errors[from] + after <= limit) {
                collect(c - 1, from, errors[from] + after, limit, cuts);
            }
        }
    }

    private int[] cuts() {
        int[] cuts = new int[k + 1];
        cuts[k] = gaps.length;
        for (int c = k; c > 0; c--) {
            cuts[c - 1] = cut[c][cuts[c]];
        }
        return cuts;
    }

    private Segmentation partition(int[] cuts, boolean proven) {
        int[] labels = new int[gaps.length];
        for (int c = 0; c < k; c++) {
            for (int i = cuts[c]; i < cuts[c + 1]; i++) {
                labels[order.get(i)] = c;
            }
        }
        return Segmentation.of(features, labels,
                new Search(proven ? Search.Method.DYNAMIC_PROGRAMMING : Search.Method.ROUNDED_DYNAMIC_PROGRAMMING, compared, 1));
    }
}
