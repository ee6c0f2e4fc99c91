package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// A test whose prior, sensitivity and false-positive rate are known only to lie in intervals: the exact ranges of what follows.
///
/// The PPV rises with the prior and the sensitivity and falls with the false-positive rate, the NPV falls with the prior and the
/// false-positive rate and rises with the sensitivity, so that both ranges are attained at corners.
///
/// @param low prior, sensitivity and false-positive rate at their lower ends
/// @param high the same at their upper ends
public record ScreeningRange(ExactScreening low, ExactScreening high) {

    /// @throws IllegalArgumentException if a lower end is above its upper end
    public ScreeningRange {
        Checks.present("low", low);
        Checks.present("high", high);
        requireOrder("prior", low.prior(), high.prior());
        requireOrder("sensitivity", low.sensitivity(), high.sensitivity());
        requireOrder("falsePositiveRate", low.falsePositiveRate(), high.falsePositiveRate());
    }

    /// Intervals as decimals.
    ///
    /// @throws IllegalArgumentException if an end is outside [0, 1] or NaN, or a lower end above its upper end
    public static ScreeningRange of(
            double priorLow, double priorHigh, double sensitivityLow, double sensitivityHigh, double falsePositiveRateLow, double falsePositiveRateHigh) {
        return new ScreeningRange(
                Screening.of(priorLow, sensitivityLow, falsePositiveRateLow).exact(),
                Screening.of(priorHigh, sensitivityHigh, falsePositiveRateHigh).exact());
    }

    /// An exact range: of the values wherever there is one.
    ///
    /// @param low its lower end; undefined when the result cannot occur for any rates within the intervals
    /// @param high its upper end; undefined when the lower one is
    /// @param gap why there is no value for some rates within the intervals; empty where there always is one
    public record Range(Ratio low, Ratio high, Optional<String> gap) {
        @Override
        public String toString() {
            String text = "[" + low + ", " + high + "]";
            return low.isFinite() ? gap.map(reason -> text + " (undefined where " + reason + ")").orElse(text) : text;
        }
    }

    public Range positivePredictiveValue() {
        return range(low, high, "a positive result has probability 0");
    }

    /// As the PPV of the absent condition and the negative result, whose rates are the complements.
    public Range negativePredictiveValue() {
        return range(mirrored(high), mirrored(low), "a negative result has probability 0");
    }

    private static Range range(ExactScreening low, ExactScreening high, String never) {
        Ratio least = new ExactScreening(low.prior(), low.sensitivity(), high.falsePositiveRate()).positivePredictiveValue();
        Ratio most = new ExactScreening(high.prior(), high.sensitivity(), low.falsePositiveRate()).positivePredictiveValue();
        boolean noneFalse = low.falsePositiveRate().equals(BigFraction.ZERO);
        boolean noneDetected = low.sensitivity().equals(BigFraction.ZERO);
        boolean allPresent = high.prior().equals(BigFraction.ONE);
        boolean gap = noneDetected && (noneFalse || allPresent) || low.prior().equals(BigFraction.ZERO) && noneFalse;
        if (!least.isFinite() && !most.isFinite()) {
            return new Range(new Ratio.Undefined(never), new Ratio.Undefined(never), Optional.of(never));
        }
        // one corner is undefined only where the rates of one side are all 0, and every value that there is is the other corner's
        return new Range(least.isFinite() ? least : most, most.isFinite() ? most : least, gap ? Optional.of(never) : Optional.empty());
    }

    private static ExactScreening mirrored(ExactScreening screening) {
        return new ExactScreening(ExactScreening.complement(screening.prior()), screening.specificity(), screening.falseNegativeRate());
    }

    @Override
    public String toString() {
        return "PPV in " + positivePredictiveValue() + "\nNPV in " + negativePredictiveValue();
    }

    private static void requireOrder(
            String argument, BigFraction low, BigFraction high) {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException(argument + " must have its lower end at most its upper end, but they are "
                    + Fractions.format(low) + " and " + Fractions.format(high));
        }
    }
}
