package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Ratio;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// What several results of one test say when nothing is known about how they depend on each other given the condition: the sharp range of
/// the posterior.
///
/// The probability of `k` joint events with probabilities `p_1 … p_k` lies anywhere in `[max(0, Σ p_i − (k − 1)), min p_i]`, and for present and
/// absent condition independently of each other; the posterior is smallest when the results are as rare as can be where the condition is
/// present and as frequent as can be where it is absent.
///
/// Source: M. Fréchet (1935), *Généralisation du théorème des probabilités totales*, Fundamenta Mathematicae 25, 379–387.
///
/// @param lower the least posterior; undefined when the results cannot occur
/// @param upper the largest posterior; undefined when the results cannot occur
public record PosteriorBounds(Ratio lower, Ratio upper) {

    private static final String NEVER = "these results have probability 0 under any dependence";

    /// The bounds after this many positive and negative results.
    ///
    /// @throws IllegalArgumentException if a number of results is negative
    public static PosteriorBounds of(ExactScreening screening, int positives, int negatives) {
        Checks.present("screening", screening);
        Checks.atLeast("positives", positives, 0);
        Checks.atLeast("negatives", negatives, 0);
        BigFraction absent = ExactScreening.complement(screening.prior());
        List<BigFraction> whenPresent = range(screening.sensitivity(), positives, negatives);
        List<BigFraction> whenAbsent = range(screening.falsePositiveRate(), positives, negatives);
        BigFraction leastPresent = screening.prior().multiply(whenPresent.getFirst());
        BigFraction mostPresent = screening.prior().multiply(whenPresent.getLast());
        BigFraction leastAbsent = absent.multiply(whenAbsent.getFirst());
        BigFraction mostAbsent = absent.multiply(whenAbsent.getLast());
        // where one side cannot occur at all, the other side alone decides, however rare
        Ratio lower = isZero(mostAbsent)
                ? Ratio.of(mostPresent, mostPresent, NEVER)
                : Ratio.of(leastPresent, leastPresent.add(mostAbsent), NEVER);
        Ratio upper = isZero(mostPresent)
                ? Ratio.of(BigFraction.ZERO, mostAbsent, NEVER)
                : Ratio.of(mostPresent, mostPresent.add(leastAbsent), NEVER);
        return new PosteriorBounds(lower, upper);
    }

    @Override
    public String toString() {
        return "posterior in [" + lower + ", " + upper + "]";
    }

    /// The least and the largest probability of all results together, when a single result is positive with this rate.
    private static List<BigFraction> range(BigFraction rate, int positives, int negatives) {
        long k = (long) positives + negatives;
        if (k == 0) {
            return List.of(BigFraction.ONE, BigFraction.ONE);
        }
        BigFraction miss = ExactScreening.complement(rate);
        BigFraction sum = rate.multiply(positives).add(miss.multiply(negatives)).subtract(new BigFraction(k - 1));
        BigFraction most = positives == 0 || negatives > 0 && miss.compareTo(rate) < 0 ? miss : rate;
        return List.of(sum.getNumerator().signum() > 0 ? sum : BigFraction.ZERO, most);
    }

    private static boolean isZero(BigFraction value) {
        return value.getNumerator().signum() == 0;
    }
}
