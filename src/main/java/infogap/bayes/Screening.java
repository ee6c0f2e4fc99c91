package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// A yes-or-no test of a yes-or-no condition: what a result says, from the prior, the sensitivity and the false-positive rate.
///
/// Every quantity is computed in exact fractions; [#exact] gives them, the accessors here give the nearest double. Inputs are read
/// as the decimals that they print: `Screening.of(0.2, 0.9, 0.1)` has the prior 1/5, and its positive predictive value is 9/13.
///
/// Where a quotient is infinite (`LR+` of a test without false positives) the accessor returns positive infinity; where it is
/// undefined (the posterior after a result that never occurs) the accessor throws [ArithmeticException] with the reason, and
/// [#exact] returns the case as a [Ratio.Undefined]. No accessor returns NaN.
public final class Screening {

    private final ExactScreening exact;

    private Screening(ExactScreening exact) {
        this.exact = exact;
    }

    /// A test with these rates, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if one is outside [0, 1] or NaN
    public static Screening of(double prior, double sensitivity, double falsePositiveRate) {
        return of(
                Fractions.ofDecimal(Checks.probability("prior", prior)),
                Fractions.ofDecimal(Checks.probability("sensitivity", sensitivity)),
                Fractions.ofDecimal(Checks.probability("falsePositiveRate", falsePositiveRate)));
    }

    /// A test with these rates.
    ///
    /// @throws IllegalArgumentException if one is missing or outside [0, 1]
    public static Screening of(BigFraction prior, BigFraction sensitivity, BigFraction falsePositiveRate) {
        return new Screening(new ExactScreening(prior, sensitivity, falsePositiveRate));
    }

    /// A test whose rates are estimated from counts, with intervals.
    ///
    /// @throws IllegalArgumentException if a count is negative, all are zero, or their sum is beyond the range of `long`
    public static ScreeningCounts fromCounts(long truePositives, long falseNegatives, long falsePositives, long trueNegatives) {
        return new ScreeningCounts(truePositives, falseNegatives, falsePositives, trueNegatives);
    }

    /// The same quantities as exact fractions.
    public ExactScreening exact() {
        return exact;
    }

    public double prior() {
        return Fractions.toDouble(exact.prior());
    }

    /// `Se = P(+ | H)`.
    public double sensitivity() {
        return Fractions.toDouble(exact.sensitivity());
    }

    /// `FPR = P(+ | ¬H)`.
    public double falsePositiveRate() {
        return Fractions.toDouble(exact.falsePositiveRate());
    }

    /// `Sp = 1 − FPR`.
    public double specificity() {
        return Fractions.toDouble(exact.specificity());
    }

    /// `P(+)`, the marginal likelihood of a positive result.
    public double positiveRate() {
        return Fractions.toDouble(exact.positiveRate());
    }

    /// `P(−) = 1 − P(+)`.
    public double negativeRate() {
        return Fractions.toDouble(exact.negativeRate());
    }

    /// `PPV = P(H | +)`.
    ///
    /// @throws ArithmeticException if a positive result has probability 0
    public double positivePredictiveValue() {
        return exact.positivePredictiveValue().toDouble();
    }

    /// `NPV = P(¬H | −)`.
    ///
    /// @throws ArithmeticException if a negative result has probability 0
    public double negativePredictiveValue() {
        return exact.negativePredictiveValue().toDouble();
    }

    /// `LR+ = Se / FPR`; infinite when only the FPR is 0.
    ///
    /// @throws ArithmeticException if sensitivity and FPR are both 0
    public double positiveLikelihoodRatio() {
        return exact.positiveLikelihoodRatio().toDouble();
    }

    /// `LR− = (1 − Se) / (1 − FPR)`; infinite when only the specificity is 0.
    ///
    /// @throws ArithmeticException if sensitivity and FPR are both 1
    public double negativeLikelihoodRatio() {
        return exact.negativeLikelihoodRatio().toDouble();
    }

    /// `π / (1 − π)`; infinite when the prior is 1.
    public double priorOdds() {
        return exact.priorOdds().toDouble();
    }

    /// Odds of the condition after this result.
    ///
    /// @throws ArithmeticException if the result has probability 0
    public double posteriorOdds(Result result) {
        return exact.posteriorOdds(result).toDouble();
    }

    /// `P(H | result)`.
    ///
    /// @throws ArithmeticException if the result has probability 0
    public double posterior(Result result) {
        return exact.posterior(result).toDouble();
    }

    /// `P(H | results)` after results that are independent given the condition: the nearest double for any number of results, or that they cannot
    /// occur. The only quantity here that [#exact] does not have for all arguments, as its fraction may be too long.
    ///
    /// @throws IllegalArgumentException if a number of results is negative
    public Posterior posteriorAfter(int positives, int negatives) {
        return new PosteriorOdds(exact, positives, negatives).nearest();
    }

    /// Youden's index `Se + Sp − 1`.
    public double youden() {
        return Fractions.toDouble(exact.youden());
    }

    /// `DOR = LR+ / LR−`; infinite when no result is false in one of the two ways.
    ///
    /// @throws ArithmeticException if it is 0/0
    public double diagnosticOddsRatio() {
        return exact.diagnosticOddsRatio().toDouble();
    }

    /// The share of all results that are right.
    public double accuracy() {
        return Fractions.toDouble(exact.accuracy());
    }

    /// This test as a point of the ROC plane: false-positive rate to the right, sensitivity upwards.
    public RocPoint rocPoint() {
        return new RocPoint(falsePositiveRate(), sensitivity());
    }

    /// The same test where the condition has another prior.
    public Screening withPrior(double prior) {
        return of(Fractions.ofDecimal(Checks.probability("prior", prior)), exact.sensitivity(), exact.falsePositiveRate());
    }

    /// The prior as a distribution.
    public Distribution<Condition> condition() {
        return Distribution.of(
                List.of(Condition.values()), prior(), Fractions.toDouble(ExactScreening.complement(exact.prior())));
    }

    /// The test as a channel from the condition to the result.
    public Channel<Condition, Result> channel() {
        return Channel.of(List.of(Condition.values()), List.of(Result.values()), new double[][] {
            {sensitivity(), Fractions.toDouble(exact.falseNegativeRate())}, {falsePositiveRate(), specificity()}
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Screening that && exact.equals(that.exact);
    }

    @Override
    public int hashCode() {
        return exact.hashCode();
    }

    @Override
    public String toString() {
        return exact.toString();
    }
}
