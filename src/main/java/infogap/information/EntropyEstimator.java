package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.Arrays;
import java.util.Optional;

/// Estimators of an entropy from counts `n_k` with `N = Σ n_k`, over an alphabet of K states of which m were observed.
///
/// Two families. *Corrections* estimate each entropy from its own counts; their mutual information is
/// `H(X) + H(Y) − H(X, Y)`. *Frequency estimators* ([#SHRINKAGE] and the four Dirichlet priors) estimate the probabilities of
/// all cells of the table and then take entropies of that joint distribution, so their mutual information is never negative.
///
/// Formulas as in J. Hausser and K. Strimmer (2009), *Entropy inference and the James–Stein estimator*, Journal of Machine
/// Learning Research 10, 1469–1484, except where an estimator names another source.
public enum EntropyEstimator {

    /// `Ĥ = −Σ (n_k/N) log (n_k/N)`: maximum likelihood, biased downwards; its mutual information is biased upwards.
    PLUG_IN("plug-in") {
        @Override
        Estimate nats(long[] counts, long total) {
            return new Estimate.Value(Entropy.ofCounts(counts, Unit.NATS));
        }
    },

    /// `Ĥ + (m − 1) / (2N)` with the observed support m, also for the cells of a table (Miller 1955).
    MILLER_MADOW("Miller–Madow") {
        @Override
        Estimate nats(long[] counts, long total) {
            return corrected(counts, total, Counts.support(counts));
        }
    },

    /// As [#MILLER_MADOW], but every observed row may meet every observed column: the joint support is their product, so that
    /// `I = Î − (m_x − 1)(m_y − 1) / (2N)`. The first-order bias term of S. Panzeri and A. Treves (1996), *Analytical estimates
    /// of limited sampling biases in different information measures*, Network 7, 87–107, without their count of relevant responses.
    PANZERI_TREVES("Panzeri–Treves") {
        @Override
        Estimate nats(long[] counts, long total) {
            return MILLER_MADOW.nats(counts, total);
        }

        @Override
        Estimate jointNats(ContingencyTable<?, ?> table) {
            double support = (double) Counts.support(table.rowTotals()) * Counts.support(table.columnTotals());
            return corrected(table.cells(), table.total(), support);
        }
    },

    /// James–Stein: `p_k = λ/K + (1 − λ) n_k/N` with `λ = (1 − Σ (n_k/N)²) / ((N − 1) Σ (1/K − n_k/N)²)`, at most 1.
    SHRINKAGE("shrinkage") {
        @Override
        Optional<double[]> frequencies(long[] counts, long total) {
            double target = 1.0 / counts.length;
            CompensatedSum spread = new CompensatedSum();
            CompensatedSum variance = new CompensatedSum();
            for (long count : counts) {
                double p = (double) count / total;
                spread.add((target - p) * (target - p));
                variance.add(p * (1 - p));
            }
            // one observation, or frequencies that are uniform already: nothing holds the estimate back from the target
            double denominator = (total - 1) * spread.value();
            double lambda = denominator > 0 ? Math.min(1, variance.value() / denominator) : 1;
            return Optional.of(
                    Arrays.stream(counts).mapToDouble(n -> lambda * target + (1 - lambda) * n / total).toArray());
        }
    },

    /// Coverage `C = 1 − f₁/N` (f₁ singletons), `p_k = C n_k/N`, `H = −Σ p_k log p_k / (1 − (1 − p_k)^N)`: A. Chao and T.-J. Shen
    /// (2003), Environmental and Ecological Statistics 10, 429–443. Undefined when every observation is a singleton: C is 0.
    CHAO_SHEN("Chao–Shen") {
        @Override
        Estimate nats(long[] counts, long total) {
            double coverage = coverageOf(counts, total);
            if (coverage == 0) {
                return new Estimate.Undefined("coverage 1 - f1/N is 0, every observation is a singleton");
            }
            CompensatedSum sum = new CompensatedSum();
            for (long count : counts) {
                if (count > 0) {
                    double p = coverage * count / total;
                    sum.add(-p * Math.log(p) / -Math.expm1(total * Math.log1p(-p)));
                }
            }
            return new Estimate.Value(sum.value());
        }
    },

    /// Dirichlet prior with `a = 1/2` in every cell: `p_k = (n_k + a) / (N + K a)`.
    JEFFREYS("Dirichlet, Jeffreys") {
        @Override
        Optional<double[]> frequencies(long[] counts, long total) {
            return dirichlet(counts, total, 0.5);
        }
    },

    /// Dirichlet prior with `a = 1`, the uniform prior.
    LAPLACE("Dirichlet, Laplace") {
        @Override
        Optional<double[]> frequencies(long[] counts, long total) {
            return dirichlet(counts, total, 1);
        }
    },

    /// Dirichlet prior with `a = 1/K`: one observation's worth in all.
    PERKS("Dirichlet, Perks") {
        @Override
        Optional<double[]> frequencies(long[] counts, long total) {
            return dirichlet(counts, total, 1.0 / counts.length);
        }
    },

    /// Dirichlet prior with `a = √N / K`.
    MINIMAX("Dirichlet, minimax") {
        @Override
        Optional<double[]> frequencies(long[] counts, long total) {
            return dirichlet(counts, total, Math.sqrt(total) / counts.length);
        }
    },

    /// `ln N − (1/N) Σ n_k G(n_k)` with `G(n) = ln 2 + ψ(⌊n/2⌋ + ½)`, the estimator of P. Grassberger (2003), *Entropy estimates from
    /// insufficient samplings*, arXiv:physics/0307138; nearly unbiased for states that are seen a few times.
    GRASSBERGER("Grassberger") {
        @Override
        Estimate nats(long[] counts, long total) {
            CompensatedSum sum = new CompensatedSum();
            for (long n : counts) {
                if (n > 0) {
                    sum.add((double) n / total * Digamma.atHalfInteger(n / 2));
                }
            }
            return new Estimate.Value(Math.log(total / 2.0) - sum.value());
        }
    };

    private final String label;

    EntropyEstimator(String label) {
        this.label = label;
    }

    /// The entropy estimated from counts; a zero is a state of the alphabet that was not observed.
    ///
    /// @throws IllegalArgumentException if there is no count, one is negative, or all are zero
    public Estimate entropy(long[] counts, Unit unit) {
        long total = Counts.total("counts", counts);
        Checks.present("unit", unit);
        return inUnit(nats(counts, total), unit);
    }

    /// The entropies and the mutual information of a table, estimated.
    public EstimatorPanel.Row of(ContingencyTable<?, ?> table, Unit unit) {
        Checks.present("table", table);
        Checks.present("unit", unit);
        Optional<double[]> frequencies = frequencies(table.cells(), table.total());
        if (frequencies.isPresent()) {
            return EstimatorPanel.Row.ofFrequencies(this, frequencies.get(), table.columns().size(), unit);
        }
        Estimate rows = inUnit(nats(table.rowTotals(), table.total()), unit);
        Estimate columns = inUnit(nats(table.columnTotals(), table.total()), unit);
        Estimate joint = inUnit(jointNats(table), unit);
        Estimate information = this == PLUG_IN
                ? new Estimate.Value(MutualInformation.of(table, unit))
                : Estimate.sumMinus(rows, columns, joint);
        return new EstimatorPanel.Row(this, rows, columns, joint, information);
    }

    /// The Good–Turing coverage `1 − f₁/N`: the estimated probability of the states that were observed at all.
    ///
    /// @throws IllegalArgumentException if there is no count, one is negative, or all are zero
    public static double coverage(long[] counts) {
        return coverageOf(counts, Counts.total("counts", counts));
    }

    /// The name in the literature.
    @Override
    public String toString() {
        return label;
    }

    Estimate nats(long[] counts, long total) {
        return new Estimate.Value(Entropy.ofWeights(frequencies(counts, total).orElseThrow(), Unit.NATS));
    }

    /// The entropy of the cells; the table allows more than its counts show.
    Estimate jointNats(ContingencyTable<?, ?> table) {
        return nats(table.cells(), table.total());
    }

    /// Estimated probabilities; empty for a correction, which overrides [#nats] instead.
    Optional<double[]> frequencies(long[] counts, long total) {
        return Optional.empty();
    }

    private static Estimate inUnit(Estimate nats, Unit unit) {
        return nats instanceof Estimate.Value(double value) ? new Estimate.Value(unit.fromNats(value)) : nats;
    }

    private static Estimate corrected(long[] counts, long total, double support) {
        return new Estimate.Value(Entropy.ofCounts(counts, Unit.NATS) + (support - 1) / (2.0 * total));
    }

    private static double coverageOf(long[] counts, long total) {
        return (double) (total - Counts.equalTo(1, counts)) / total;
    }

    private static Optional<double[]> dirichlet(long[] counts, long total, double prior) {
        return Optional.of(
                Arrays.stream(counts).mapToDouble(n -> (n + prior) / (total + counts.length * prior)).toArray());
    }
}
