package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.Arrays;

/// The wild cluster bootstrap (野聚类自助法): tests and intervals for a coefficient when errors depend on each other within a few clusters, where
/// CR1's t is too large for Student's table.
///
/// A bootstrap sample keeps every row's regressors and multiplies the residuals of each cluster by one random weight: y*_i = x_iᵀβ + v_g e_i.
/// The statistic is the t of [FittedModel#clusterCovariance], computed in each sample; p is the share of samples with |t*| ≥ |t|. Unless
/// chosen otherwise the weights are [WildWeights#RADEMACHER], the residuals [WildResiduals#RESTRICTED], and the samples 99 999.
///
/// Where all weight vectors are no more than the samples asked for, they are enumerated instead, and p is exact. Otherwise each sample has its own
/// generator, seeded in order: results do not depend on the number of threads, on the clusters' labels or on the order of rows.
///
/// Sources: A. C. Cameron, J. B. Gelbach and D. L. Miller (2008), *Bootstrap-based improvements for inference with clustered errors*,
/// Review of Economics and Statistics 90, 414–427; D. Roodman, M. Ø. Nielsen, J. G. MacKinnon and M. D. Webb (2019), *Fast and wild:
/// bootstrap inference in Stata using boottest*, Stata Journal 19, 4–60.
public final class WildClusterBootstrap {

    /// The most samples.
    public static final int MAXIMAL_REPLICATES = 1_000_000;

    private static final int USUAL_REPLICATES = 99_999;

    // p-values are quotients of integers: a level's own rounding is far below their distance
    private static final double LEVEL_ROUNDING = 1e-12;

    // in standard errors
    private static final double FAR = 0x1p40;
    private static final double NEAR = 0x1p-10;
    private static final double STEP = Math.sqrt(2);

    private final Solution solution;
    private final Clusters clusters;
    private final double[] residuals;
    private final double[][] whitened;
    private final WildWeights weights;
    private final WildResiduals kind;
    private final int replicates;
    private final long seed;

    private WildClusterBootstrap(Solution solution, Clusters clusters, double[] residuals, double[][] whitened, WildWeights weights,
            WildResiduals kind, int replicates, long seed) {
        this.solution = solution;
        this.clusters = clusters;
        this.residuals = residuals;
        this.whitened = whitened;
        this.weights = weights;
        this.kind = kind;
        this.replicates = replicates;
        this.seed = seed;
    }

    static WildClusterBootstrap of(Solution solution, Rows rows, int[] clusters, long seed) {
        return new WildClusterBootstrap(solution, Clusters.of(clusters, rows.size()), Influence.residuals(solution, rows),
                Sandwich.whitened(solution, rows), WildWeights.RADEMACHER, WildResiduals.RESTRICTED, USUAL_REPLICATES, seed);
    }

    /// With other weights.
    public WildClusterBootstrap withWeights(WildWeights other) {
        Checks.present("weights", other);
        return new WildClusterBootstrap(solution, clusters, residuals, whitened, other, kind, replicates, seed);
    }

    /// With residuals of the other fit.
    public WildClusterBootstrap withResiduals(WildResiduals other) {
        Checks.present("residuals", other);
        return new WildClusterBootstrap(solution, clusters, residuals, whitened, weights, other, replicates, seed);
    }

    /// With as many samples; all weight vectors are enumerated where there are no more than this.
    ///
    /// @throws IllegalArgumentException if the number is not between 1 and [#MAXIMAL_REPLICATES]
    public WildClusterBootstrap withReplicates(int other) {
        Checks.inRange("replicates", other, 1, MAXIMAL_REPLICATES);
        return new WildClusterBootstrap(solution, clusters, residuals, whitened, weights, kind, other, seed);
    }

    /// The test that a coefficient has this value.
    ///
    /// @throws IllegalArgumentException if there is no such column, or the value is not finite
    /// @throws IllegalStateException    if the column's scores sum to zero in every cluster, so that CR1's standard error is 0: the column
    ///                                  differs only between clusters that the fit passes through
    public WildClusterTest test(String name, double value) {
        int column = column(name);
        Checks.finite("value", value);
        WildReplicates samples = samples(column);
        double length = length(column);
        double delta = solution.coefficients[column].minus(DoubleDouble.of(value)).toDouble() / length;
        int atLeast = samples.atLeastObserved(delta);
        double[] statistics = new double[samples.count()];
        Arrays.setAll(statistics, k -> samples.statistic(k, delta));
        WildClusterTest.Observed observed = new WildClusterTest.Observed(name, value, solution.coefficients[column].toDouble(),
                length * samples.standardError(), clusters.count(), weights, kind);
        return isEnumerated()
                ? new WildClusterTest.Enumerated(observed, vectors(), 2L * atLeast, statistics)
                : new WildClusterTest.Sampled(observed, replicates, atLeast, seed, statistics);
    }

    /// The values that [#test] does not reject at α = 1 − level.
    ///
    /// On either side of the estimate the search goes from 2⁴⁰ standard errors inwards by factors of √2 to the first value with p > α,
    /// and then bisects to the last digit: where p does not fall evenly, gaps inside are filled.
    ///
    /// @throws IllegalArgumentException if there is no such column, or the level is not strictly between 0 and 1
    /// @throws IllegalStateException    as [#test]
    public WildInterval interval(String name, double level) {
        int column = column(name);
        double alpha = 1 - Checks.strictlyBetween("level", level, 0, 1) + LEVEL_ROUNDING;
        WildReplicates samples = samples(column);
        double farBelow = p(samples, FAR);
        double farAbove = p(samples, -FAR);
        if (farBelow > alpha || farAbove > alpha) {
            return new WildInterval.Unbounded(name, level, farBelow, farAbove);
        }
        double estimate = solution.coefficients[column].toDouble();
        double error = length(column) * samples.standardError();
        return new WildInterval.Bounded(name, level, estimate - distance(samples, alpha, 1) * error, estimate + distance(samples, alpha, -1) * error);
    }

    /// How many standard errors the last value with p > α is away from the estimate, below it for `side` 1, above it for −1.
    private double distance(WildReplicates samples, double alpha, int side) {
        double rejected = FAR;
        double accepted = FAR / STEP;
        while (accepted > NEAR && p(samples, side * accepted) <= alpha) {
            rejected = accepted;
            accepted /= STEP;
        }
        accepted = accepted > NEAR ? accepted : 0;
        for (double middle = (accepted + rejected) / 2; middle > accepted && middle < rejected; middle = (accepted + rejected) / 2) {
            if (p(samples, side * middle) > alpha) {
                accepted = middle;
            } else {
                rejected = middle;
            }
        }
        return accepted;
    }

    /// p for the value that many standard errors below the estimate.
    private double p(WildReplicates samples, double standardErrors) {
        int atLeast = samples.atLeastObserved(standardErrors * samples.standardError());
        return isEnumerated() ? 2.0 * atLeast / vectors() : (1.0 + atLeast) / (1.0 + replicates);
    }

    private WildReplicates samples(int column) {
        double[] direction = Arrays.stream(solution.inverse[column]).mapToDouble(entry -> entry.toDouble() / length(column)).toArray();
        WildReplicates samples = new WildReplicates(clusters, clusters.correction(solution.rows, solution.degreesOfFreedom()), residuals, whitened, direction,
                weights, kind, isEnumerated(), isEnumerated() ? (int) (vectors() / 2) : replicates, seed);
        if (!samples.hasVariance()) {
            throw new IllegalStateException("the residuals' scores on '" + solution.names.get(column)
                    + "' sum to zero in every cluster: its CR1 standard error is 0, and there is no t to bootstrap");
        }
        return samples;
    }

    /// √((XᵀX)⁻¹)_jj
    private double length(int column) {
        return solution.unscaledCovariance[column][column].squareRoot().toDouble();
    }

    private boolean isEnumerated() {
        return vectors() <= replicates;
    }

    /// The number of weight vectors where they are enumerated; otherwise any larger number than that of the samples.
    private long vectors() {
        return weights.vectors(clusters.count(), replicates);
    }

    private int column(String name) {
        int column = solution.names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("name must be one of " + solution.names + ", but is '" + name + "'");
        }
        return column;
    }

    @Override
    public String toString() {
        return "wild cluster bootstrap of " + clusters.ofRow().length + " rows in " + clusters.count() + " clusters: "
                + (isEnumerated() ? "all " + vectors() + " weight vectors" : replicates + " random weight vectors, seed " + seed) + " (" + weights + ", " + kind + ")";
    }
}
