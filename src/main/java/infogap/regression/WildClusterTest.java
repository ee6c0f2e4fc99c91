package infogap.regression;

import java.util.Locale;

/// The outcome of a wild cluster bootstrap test of β_j = r: p is the share of bootstrap samples with |t*| ≥ |t|.
///
/// It is the symmetric two-sided p. The weights are symmetric about 0 and t* changes its sign with them, so that over all weight vectors the
/// equal-tailed p is the same.
public sealed interface WildClusterTest {

    /// What was tested, and the statistic in the data.
    Observed observed();

    /// The p-value.
    double p();

    /// No data with as many clusters and samples can give a smaller p.
    double smallestAttainableP();

    /// t* of the samples; infinite where a sample's variance is zero to rounding, which counts as at least |t|.
    double[] statistics();

    /// What was tested, and the statistic in the data.
    ///
    /// @param name          the column's name
    /// @param value         r, the tested value of its coefficient
    /// @param estimate      b_j
    /// @param standardError CR1's, as [FittedModel#clusterCovariance] has it
    /// @param clusters      the number of clusters G
    /// @param weights       the weights of the clusters' residuals
    /// @param residuals     the fit that the residuals are taken from
    record Observed(String name, double value, double estimate, double standardError, int clusters, WildWeights weights, WildResiduals residuals) {

        /// (b_j − r) / standard error
        public double t() {
            return (estimate - value) / standardError;
        }
    }

    /// All weight vectors: p is exact given the residuals, and no seed matters.
    ///
    /// With restricted residuals the vectors of equal weights reproduce |t|: with k-point weights p is never below k/k^G, 2^(1 − G) for
    /// Rademacher's. With unrestricted ones it can be 0.
    ///
    /// @param observed        what was tested
    /// @param vectors         the number of weight vectors, k^G
    /// @param atLeastObserved how many of them give at least |t|
    /// @param statistics      t* of the vectors whose first weight is positive; the other half are their negatives
    record Enumerated(Observed observed, long vectors, long atLeastObserved, double[] statistics) implements WildClusterTest {

        @Override
        public double p() {
            return (double) atLeastObserved / vectors;
        }

        @Override
        public double smallestAttainableP() {
            return switch (observed.residuals()) {
                case RESTRICTED -> (double) observed.weights().points().length / vectors;
                case UNRESTRICTED -> 0;
            };
        }

        @Override
        public String toString() {
            return text(this, String.format(Locale.ROOT, "all %d weight vectors, at most %d different |t*|", vectors, statistics.length),
                    String.format(Locale.ROOT, "%d / %d", atLeastObserved, vectors));
        }
    }

    /// Random weight vectors: p = (1 + #{|t*| ≥ |t|}) / (1 + m), never 0.
    ///
    /// @param observed        what was tested
    /// @param replicates      m, how many vectors were drawn
    /// @param atLeastObserved how many of them give at least |t|
    /// @param seed            the seed
    /// @param statistics      t* of the vectors in the order drawn
    record Sampled(Observed observed, int replicates, int atLeastObserved, long seed, double[] statistics) implements WildClusterTest {

        @Override
        public double p() {
            return (1.0 + atLeastObserved) / (1.0 + replicates);
        }

        @Override
        public double smallestAttainableP() {
            return 1 / (1.0 + replicates);
        }

        @Override
        public String toString() {
            return text(this, replicates + " random weight vectors, seed " + seed,
                    String.format(Locale.ROOT, "(1 + %d) / (1 + %d)", atLeastObserved, replicates));
        }
    }

    private static String text(WildClusterTest test, String samples, String fraction) {
        Observed observed = test.observed();
        return String.format(Locale.ROOT, """
                wild cluster bootstrap of %s = %s, %d clusters
                estimate    %.6g, CR1 standard error %.6g
                t           %.6f
                samples     %s (%s, %s)
                p           %.6g = %s, two-sided by |t*| >= |t|
                smallest p  %.6g
                """, observed.name(), observed.value(), observed.clusters(), observed.estimate(), observed.standardError(), observed.t(),
                samples, observed.weights(), observed.residuals(), test.p(), fraction, test.smallestAttainableP());
    }
}
