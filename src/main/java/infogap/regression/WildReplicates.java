package infogap.regression;

import infogap.numeric.Vectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The bootstrap samples of one coefficient, for every null value at once.
///
/// With rows z_i = R⁻ᵀx_i in coordinates in which the design is orthonormal and row j of R⁻¹ = λw with |w| = 1, λ² = ((XᵀX)⁻¹)_jj,
/// the estimate is b_j = λ·Σ (w·z_i) y_i. The residuals of the fit restricted to β_j = r are e_i + δ·(w·z_i) with δ = (b_j − r)/λ, so that the
/// sums of e_i z_i and of (w·z_i) z_i over each cluster, B_g and H_g, are all that is needed of the rows: in a sample with weights v the
/// distance of the estimate from r is λ·Σ v_g w·(B_g + δH_g), and the score of cluster g is
///
///     s_g = v_g w·(B_g + δH_g) − H_g·Σ_h v_h (B_h + δH_h)
///
/// Both are linear in δ: five numbers per sample give its t for every r, at a cost of G·p per sample however many rows there are.
///
/// Source: D. Roodman, M. Ø. Nielsen, J. G. MacKinnon and M. D. Webb (2019), *Fast and wild: bootstrap inference in Stata using boottest*,
/// Stata Journal 19, 4–60.
final class WildReplicates {

    /// Where a statistic would equal the observed one, rounding may put it this much below.
    private static final double TIE = 1e-10;

    /// A score this small relative to the absolute sum of its terms is the rounding of a zero.
    private static final double ROUNDING = 1e-12;

    /// The same for a sum of squares, whose parts may cancel where it is evaluated as a polynomial in δ.
    private static final double SQUARE_ROUNDING = 1e-13;

    private static final int REPLICATES_PER_TASK = 256;

    private final double correction;
    private final double observedSquare;
    private final double residualSize;
    private final double designSize;
    private final double[][] residualSums;
    private final double[][] designSums;
    private final double[] residualScores;
    private final double[] designScores;
    private final boolean restricted;

    // of each replicate: distance and score in the residuals' part and per δ
    private final double[] distance;
    private final double[] distanceSlope;
    private final double[] square;
    private final double[] squareSlope;
    private final double[] squareCurve;

    /// `direction` is w. Enumerated, the `replicates` are the weight vectors whose first weight is positive; otherwise they are drawn.
    WildReplicates(Clusters clusters, double correction, double[] residuals, double[][] whitened, double[] direction, WildWeights weights,
            WildResiduals kind, boolean enumerated, int replicates, long seed) {
        this.correction = correction;
        this.restricted = kind == WildResiduals.RESTRICTED;
        double[] loadings = Arrays.stream(whitened).mapToDouble(z -> Vectors.dot(direction, z)).toArray();
        double[][] unorderedResiduals = clusters.sums(residuals, whitened);
        double[][] unorderedDesign = clusters.sums(loadings, whitened);
        // a cluster's place decides which draws it gets: its content decides the place, so that neither labels nor the order of rows show
        int[] order = IntStream.range(0, clusters.count()).boxed()
                .sorted(Comparator.<Integer, double[]>comparing(g -> unorderedResiduals[g], Arrays::compare)
                        .thenComparing(g -> unorderedDesign[g], Arrays::compare))
                .mapToInt(Integer::intValue)
                .toArray();
        residualSums = Arrays.stream(order).mapToObj(g -> unorderedResiduals[g]).toArray(double[][]::new);
        designSums = Arrays.stream(order).mapToObj(g -> unorderedDesign[g]).toArray(double[][]::new);
        residualScores = Arrays.stream(residualSums).mapToDouble(sum -> Vectors.dot(direction, sum)).toArray();
        designScores = Arrays.stream(designSums).mapToDouble(sum -> Vectors.dot(direction, sum)).toArray();
        observedSquare = Vectors.dot(residualScores, residualScores);
        residualSize = size(clusters, loadings, residuals);
        designSize = size(clusters, loadings, loadings);
        distance = new double[replicates];
        distanceSlope = new double[replicates];
        square = new double[replicates];
        squareSlope = new double[replicates];
        squareCurve = new double[replicates];
        if (!hasVariance()) {
            return;
        }
        long[] seeds = enumerated ? new long[0] : new SplittableRandom(seed).longs(replicates).toArray();
        int tasks = (replicates + REPLICATES_PER_TASK - 1) / REPLICATES_PER_TASK;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            Sample sample = new Sample();
            for (int k = task * REPLICATES_PER_TASK; k < Math.min(replicates, (task + 1) * REPLICATES_PER_TASK); k++) {
                if (enumerated) {
                    weights.fill(sample.v, k);
                } else {
                    weights.fill(sample.v, new SplittableRandom(seeds[k]));
                }
                sample.store(k);
            }
        });
    }

    /// Whether the CR1 variance is more than the rounding of zero.
    boolean hasVariance() {
        return observedSquare > ROUNDING * ROUNDING * residualSize;
    }

    int count() {
        return distance.length;
    }

    /// The CR1 standard error divided by λ.
    double standardError() {
        return Math.sqrt(correction * observedSquare);
    }

    /// t* of a sample under the null value at δ; infinite where its variance is zero to rounding, so that it counts as extreme.
    double statistic(int replicate, double delta) {
        double at = restricted ? delta : 0;
        double curve = at * at * squareCurve[replicate];
        double variance = square[replicate] + 2 * at * squareSlope[replicate] + curve;
        if (!(variance > SQUARE_ROUNDING * (square[replicate] + curve))) {
            return Double.POSITIVE_INFINITY;
        }
        return (distance[replicate] + at * distanceSlope[replicate]) / Math.sqrt(correction * variance);
    }

    /// How many samples have at least the observed |t|, which at δ is |δ|/[#standardError].
    int atLeastObserved(double delta) {
        double threshold = Math.abs(delta) / standardError() * (1 - TIE);
        return (int) IntStream.range(0, count()).parallel().filter(k -> Math.abs(statistic(k, delta)) >= threshold).count();
    }

    private static double size(Clusters clusters, double[] loadings, double[] factors) {
        double[] sums = new double[clusters.count()];
        for (int i = 0; i < loadings.length; i++) {
            sums[clusters.ofRow()[i]] += Math.abs(loadings[i] * factors[i]);
        }
        return Vectors.dot(sums, sums);
    }

    /// One weight vector at a time; the scratch space belongs to one task.
    private final class Sample {

        private final double[] v = new double[residualSums.length];
        private final double[] residualTotal = new double[residualSums[0].length];
        private final double[] designTotal = new double[residualSums[0].length];

        void store(int replicate) {
            total(residualSums, residualTotal);
            distance[replicate] = Vectors.dot(v, residualScores);
            distanceSlope[replicate] = Vectors.dot(v, designScores);
            total(designSums, designTotal);
            for (int g = 0; g < v.length; g++) {
                double score = v[g] * residualScores[g] - Vectors.dot(designSums[g], residualTotal);
                double slope = v[g] * designScores[g] - Vectors.dot(designSums[g], designTotal);
                square[replicate] += score * score;
                squareSlope[replicate] += score * slope;
                squareCurve[replicate] += slope * slope;
            }
            if (square[replicate] <= ROUNDING * ROUNDING * residualSize) {
                square[replicate] = 0;
                squareSlope[replicate] = 0;
            }
            // with equal weights, for example, the part that grows with δ is zero: its rounding must not win far from the estimate
            if (squareCurve[replicate] <= ROUNDING * ROUNDING * designSize) {
                squareSlope[replicate] = 0;
                squareCurve[replicate] = 0;
            }
        }

        private void total(double[][] sums, double[] total) {
            Arrays.fill(total, 0);
            for (int g = 0; g < v.length; g++) {
                for (int k = 0; k < total.length; k++) {
                    total[k] = Math.fma(v[g], sums[g][k], total[k]);
                }
            }
        }
    }
}
