package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
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

    /// An exact range.
    ///
    /// @param low its lower end; undefined when the result cannot occur there
    /// @param high its upper end; undefined when the result cannot occur there
    public record Range(Ratio low, Ratio high) {
        @Override
        public String toString() {
            return "[" + low + ", " + high + "]";
        }
    }

    public Range positivePredictiveValue() {
        return new Range(
                new ExactScreening(low.prior(), low.sensitivity(), high.falsePositiveRate()).positivePredictiveValue(),
                new ExactScreening(high.prior(), high.sensitivity(), low.falsePositiveRate()).positivePredictiveValue());
    }

    public Range negativePredictiveValue() {
        return new Range(
                new ExactScreening(high.prior(), low.sensitivity(), high.falsePositiveRate()).negativePredictiveValue(),
                new ExactScreening(low.prior(), high.sensitivity(), low.falsePositiveRate()).negativePredictiveValue());
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
