package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;

/// Shannon entropy (熵): the expected surprise, `H(X) = −Σ p(x) log p(x)`.
///
/// Source: C. E. Shannon (1948), *A mathematical theory of communication*, section 6; Cover and Thomas (2006), chapter 2.
public final class Entropy {

    private Entropy() {}

    /// `H(X) = −Σ p(x) log p(x)`, between 0 and the log of the number of states.
    public static double of(Distribution<?> distribution, Unit unit) {
        Checks.present("distribution", distribution);
        return ofWeights(distribution.probabilities(), Checks.present("unit", unit));
    }

    /// `H(X, Y) = −Σ_xy p(x, y) log p(x, y)`.
    public static double joint(JointDistribution<?, ?> distribution, Unit unit) {
        Checks.present("distribution", distribution);
        Checks.present("unit", unit);
        CompensatedSum sum = new CompensatedSum();
        for (double[] row : distribution.probabilities()) {
            addTerms(sum, row, unit);
        }
        return sum.value();
    }

    /// `H(Y | X) = −Σ_ij p(x_i, y_j) log p(y_j | x_i)`, the double sum over rows and columns; rows of probability 0 add nothing.
    public static double ofColumnsGivenRows(JointDistribution<?, ?> distribution, Unit unit) {
        Checks.present("distribution", distribution);
        Checks.present("unit", unit);
        CompensatedSum sum = new CompensatedSum();
        for (double[] row : distribution.probabilities()) {
            double total = CompensatedSum.of(row);
            for (double p : row) {
                if (p > 0) {
                    sum.add(-p * unit.log(p / total));
                }
            }
        }
        return sum.value();
    }

    /// `H(X | Y)`, as [#ofColumnsGivenRows] with the variables exchanged.
    public static double ofRowsGivenColumns(JointDistribution<?, ?> distribution, Unit unit) {
        return ofColumnsGivenRows(Checks.present("distribution", distribution).transposed(), unit);
    }

    /// The entropy of the relative frequencies `n_i / N`: the plug-in (maximum likelihood) estimate of the entropy.
    ///
    /// @throws IllegalArgumentException if there is no count, one is negative, or all are zero
    public static double ofCounts(long[] counts, Unit unit) {
        long total = Counts.total("counts", counts);
        Checks.present("unit", unit);
        CompensatedSum sum = new CompensatedSum();
        for (long count : counts) {
            if (count > 0) {
                // log1p keeps the digits of a state that holds nearly everything, which n/N in double would round away
                double surprisal = count > total / 2
                        ? unit.fromNats(Math.log1p((double) (total - count) / count))
                        : unit.log((double) total / count);
                sum.add((double) count / total * surprisal);
            }
        }
        return sum.value();
    }

    /// `−log p(x)`: how surprising this state is; +∞ for a state of probability 0, which cannot be seen.
    public static <S> double surprisal(Distribution<S> distribution, S state, Unit unit) {
        Checks.present("distribution", distribution);
        return 0.0 - Checks.present("unit", unit).log(distribution.probability(Checks.present("state", state)));
    }

    static double ofWeights(double[] probabilities, Unit unit) {
        CompensatedSum sum = new CompensatedSum();
        addTerms(sum, probabilities, unit);
        return sum.value();
    }

    private static void addTerms(CompensatedSum sum, double[] probabilities, Unit unit) {
        for (double p : probabilities) {
            if (p > 0) {
                sum.add(-p * unit.log(p));
            }
        }
    }
}
