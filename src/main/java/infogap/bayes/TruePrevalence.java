package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// The prevalence behind the share of positive results of an imperfect test: `π = (P(+) + Sp − 1) / (Se + Sp − 1)`.
///
/// Source: W. J. Rogan and B. Gladen (1978), *Estimating prevalence from the results of a screening test*, American Journal of Epidemiology 107, 71–76.
public sealed interface TruePrevalence {

    /// @param exact the prevalence, in [0, 1]
    record Of(BigFraction exact) implements TruePrevalence {

        public double value() {
            return Fractions.toDouble(exact);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s = %.6f", Fractions.readable(exact), value());
        }
    }

    /// No prevalence gives this share of positives: it is below the false-positive rate, or above the sensitivity.
    ///
    /// @param exact the formula's value, outside [0, 1]
    /// @param reason which side it is on
    record Impossible(BigFraction exact, String reason) implements TruePrevalence {
        @Override
        public String toString() {
            return "impossible: " + reason;
        }
    }

    /// The test says nothing (`Se = FPR`), so that every prevalence gives the same share of positives.
    ///
    /// @param reason the two equal rates
    record Unidentified(String reason) implements TruePrevalence {
        @Override
        public String toString() {
            return "unidentified: " + reason;
        }
    }

    /// The prevalence that this share of positive results points to.
    ///
    /// @throws IllegalArgumentException if a rate is outside [0, 1] or NaN
    static TruePrevalence of(double positiveRate, double sensitivity, double falsePositiveRate) {
        BigFraction positive = Fractions.ofDecimal(Checks.probability("positiveRate", positiveRate));
        BigFraction se = Fractions.ofDecimal(Checks.probability("sensitivity", sensitivity));
        BigFraction fpr = Fractions.ofDecimal(Checks.probability("falsePositiveRate", falsePositiveRate));
        if (se.equals(fpr)) {
            return new Unidentified("sensitivity and false-positive rate are both " + Fractions.readable(se));
        }
        BigFraction prevalence = positive.subtract(fpr).divide(se.subtract(fpr));
        if (prevalence.getNumerator().signum() < 0 || prevalence.compareTo(BigFraction.ONE) > 0) {
            return new Impossible(
                    prevalence,
                    "a share of positives of " + Fractions.readable(positive) + " is not between the false-positive rate "
                            + Fractions.readable(fpr) + " and the sensitivity " + Fractions.readable(se));
        }
        return new Of(prevalence);
    }
}
