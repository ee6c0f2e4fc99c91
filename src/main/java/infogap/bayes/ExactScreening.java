package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// The quantities of a [Screening] as exact fractions; each formula is written here and nowhere else.
///
/// A quotient whose denominator may vanish is a [Ratio]: it says by name when it is infinite or undefined.
///
/// @param prior `π = P(H)`
/// @param sensitivity `Se = P(+ | H)`
/// @param falsePositiveRate `FPR = P(+ | ¬H)`
public record ExactScreening(BigFraction prior, BigFraction sensitivity, BigFraction falsePositiveRate) {

    /// How many bits the numerator and the denominator of a posterior after many results may have, about 60,000 digits.
    public static final int LONGEST_FRACTION = 200_000;

    /// @throws IllegalArgumentException if a probability is missing or outside [0, 1]
    public ExactScreening {
        requireProbability("prior", prior);
        requireProbability("sensitivity", sensitivity);
        requireProbability("falsePositiveRate", falsePositiveRate);
    }

    /// `Sp = 1 − FPR = P(− | ¬H)`.
    public BigFraction specificity() {
        return complement(falsePositiveRate);
    }

    /// `1 − Se = P(− | H)`.
    public BigFraction falseNegativeRate() {
        return complement(sensitivity);
    }

    /// `P(H, +) = π Se`.
    public BigFraction truePositives() {
        return prior.multiply(sensitivity);
    }

    /// `P(¬H, +) = (1 − π) FPR`.
    public BigFraction falsePositives() {
        return complement(prior).multiply(falsePositiveRate);
    }

    /// `P(H, −) = π (1 − Se)`.
    public BigFraction falseNegatives() {
        return prior.multiply(falseNegativeRate());
    }

    /// `P(¬H, −) = (1 − π) Sp`.
    public BigFraction trueNegatives() {
        return complement(prior).multiply(specificity());
    }

    /// `P(+) = π Se + (1 − π) FPR`, the law of total probability (全概率公式).
    public BigFraction positiveRate() {
        return truePositives().add(falsePositives());
    }

    /// `P(−) = π (1 − Se) + (1 − π) Sp`.
    public BigFraction negativeRate() {
        return falseNegatives().add(trueNegatives());
    }

    /// `PPV = P(H | +) = π Se / P(+)`; undefined when no result is ever positive.
    public Ratio positivePredictiveValue() {
        return Ratio.of(truePositives(), positiveRate(), "a positive result has probability 0");
    }

    /// `NPV = P(¬H | −) = (1 − π) Sp / P(−)`; undefined when no result is ever negative.
    public Ratio negativePredictiveValue() {
        return Ratio.of(trueNegatives(), negativeRate(), "a negative result has probability 0");
    }

    /// `LR+ = Se / FPR`.
    public Ratio positiveLikelihoodRatio() {
        return Ratio.of(sensitivity, falsePositiveRate, "no positive result is false (the false-positive rate is 0)");
    }

    /// `LR− = (1 − Se) / (1 − FPR)`.
    public Ratio negativeLikelihoodRatio() {
        return Ratio.of(falseNegativeRate(), specificity(), "no negative result is true (the false-positive rate is 1)");
    }

    /// `π / (1 − π)`.
    public Ratio priorOdds() {
        return Ratio.of(prior, complement(prior), "the condition is certain (the prior is 1)");
    }

    /// Odds of the condition after this result: `P(H, result) / P(¬H, result)`, which is the prior odds times the likelihood ratio.
    public Ratio posteriorOdds(Result result) {
        return switch (Checks.present("result", result)) {
            case POSITIVE -> Ratio.of(truePositives(), falsePositives(), "a positive result never meets an absent condition");
            case NEGATIVE -> Ratio.of(falseNegatives(), trueNegatives(), "a negative result never meets an absent condition");
        };
    }

    /// `P(H | result)`: the PPV after a positive, `1 − NPV` after a negative result.
    public Ratio posterior(Result result) {
        return switch (Checks.present("result", result)) {
            case POSITIVE -> posteriorAfter(1, 0);
            case NEGATIVE -> posteriorAfter(0, 1);
        };
    }

    /// `P(H | results)` after results that are independent given the condition: prior odds × LR+ to the number of positives × LR− to
    /// the number of negatives, as a probability.
    ///
    /// @throws IllegalArgumentException if a number of results is negative, or there are so many that a part of the fraction would be longer than
    ///     [#LONGEST_FRACTION] bits; [Screening#posteriorAfter] has the nearest double for any number
    public Ratio posteriorAfter(int positives, int negatives) {
        return new PosteriorOdds(this, positives, negatives).exact();
    }

    /// Youden's index `J = Se + Sp − 1 = Se − FPR`, in [−1, 1]; 0 for a test that says nothing.
    ///
    /// Source: W. J. Youden (1950), *Index for rating diagnostic tests*, Cancer 3, 32–35.
    public BigFraction youden() {
        return sensitivity.subtract(falsePositiveRate);
    }

    /// `DOR = (Se / (1 − Se)) / (FPR / (1 − FPR)) = LR+ / LR−`.
    public Ratio diagnosticOddsRatio() {
        return Ratio.of(
                sensitivity.multiply(specificity()),
                falseNegativeRate().multiply(falsePositiveRate),
                "there are no false negatives or no false positives");
    }

    /// `P(true positive) + P(true negative)`: the share of all results that are right. What "accuracy" (准确率) means in the field; it is not
    /// the sensitivity, and it is not the complement of the false-positive rate.
    public BigFraction accuracy() {
        return truePositives().add(trueNegatives());
    }

    /// Net benefit of acting on positive results at the threshold probability `t`: `π Se − (1−π) FPR · t/(1−t)`, the payoff of acting with a benefit
    /// of 1 and a loss of `t/(1−t)`, for which somebody with the belief `t` is indifferent.
    ///
    /// Source: A. J. Vickers and E. B. Elkin (2006), *Decision curve analysis*, Medical Decision Making 26, 565–574.
    ///
    /// @throws IllegalArgumentException if the threshold is missing or not in [0, 1)
    public BigFraction netBenefit(BigFraction threshold) {
        requireProbability("threshold", threshold);
        if (threshold.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("threshold must be below 1, but is 1");
        }
        return truePositives().subtract(falsePositives().multiply(threshold.divide(complement(threshold))));
    }

    /// The table of all quantities.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        row(text, "prior P(H)", finite(prior));
        row(text, "sensitivity P(+|H)", finite(sensitivity));
        row(text, "false-positive rate P(+|not H)", finite(falsePositiveRate));
        row(text, "specificity P(-|not H)", finite(specificity()));
        row(text, "positive rate P(+)", finite(positiveRate()));
        row(text, "PPV P(H|+)", positivePredictiveValue());
        row(text, "NPV P(not H|-)", negativePredictiveValue());
        row(text, "LR+", positiveLikelihoodRatio());
        row(text, "LR-", negativeLikelihoodRatio());
        row(text, "prior odds", priorOdds());
        row(text, "posterior odds after +", posteriorOdds(Result.POSITIVE));
        row(text, "posterior odds after -", posteriorOdds(Result.NEGATIVE));
        row(text, "Youden's J", finite(youden()));
        row(text, "diagnostic odds ratio", diagnosticOddsRatio());
        return text.toString().stripTrailing();
    }

    static BigFraction complement(BigFraction probability) {
        return BigFraction.ONE.subtract(probability);
    }

    static BigFraction requireProbability(String argument, BigFraction value) {
        Checks.present(argument, value);
        if (value.getNumerator().signum() < 0 || value.compareTo(BigFraction.ONE) > 0) {
            throw new IllegalArgumentException(argument + " must be a fraction in [0, 1], but is " + Fractions.format(value));
        }
        return value;
    }

    private static Ratio finite(BigFraction value) {
        return new Ratio.Finite(value);
    }

    private static void row(StringBuilder text, String name, Ratio value) {
        text.append(String.format(Locale.ROOT, "%-31s %10s", name, value));
        if (value instanceof Ratio.Finite finite) {
            text.append(String.format(Locale.ROOT, "  %.6f", finite.toDouble()));
        }
        text.append('\n');
    }
}
