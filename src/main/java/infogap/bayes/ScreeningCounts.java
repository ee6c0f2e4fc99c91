package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Ratio;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// A test against the truth, counted: the rates as estimates with intervals.
///
/// Predictive values are proportions only where the counts are one sample of everybody; where present and absent were sampled separately (a
/// case-control study), take [#positivePredictiveValueAt] with the prior from elsewhere.
///
/// @param truePositives positive and present
/// @param falseNegatives negative and present
/// @param falsePositives positive and absent
/// @param trueNegatives negative and absent
public record ScreeningCounts(long truePositives, long falseNegatives, long falsePositives, long trueNegatives) {

    /// @throws IllegalArgumentException if a count is negative, all are zero, or their sum is beyond the range of `long`
    public ScreeningCounts {
        Checks.atLeast("truePositives", truePositives, 0);
        Checks.atLeast("falseNegatives", falseNegatives, 0);
        Checks.atLeast("falsePositives", falsePositives, 0);
        Checks.atLeast("trueNegatives", trueNegatives, 0);
        Checks.atLeast("number of counts", sum(truePositives, falseNegatives, falsePositives, trueNegatives), 1);
    }

    public long total() {
        return truePositives + falseNegatives + falsePositives + trueNegatives;
    }

    /// How many have the condition.
    public long present() {
        return truePositives + falseNegatives;
    }

    /// How many have it not.
    public long absent() {
        return falsePositives + trueNegatives;
    }

    /// `Se = TP / (TP + FN)`.
    public Proportion sensitivity() {
        return new Proportion(truePositives, present());
    }

    /// `Sp = TN / (TN + FP)`.
    public Proportion specificity() {
        return new Proportion(trueNegatives, absent());
    }

    /// `FPR = FP / (TN + FP)`.
    public Proportion falsePositiveRate() {
        return new Proportion(falsePositives, absent());
    }

    /// `(TP + FN) / n`.
    public Proportion prevalence() {
        return new Proportion(present(), total());
    }

    /// `(TP + FP) / n`: how many results are positive, the apparent prevalence.
    public Proportion positiveRate() {
        return new Proportion(truePositives + falsePositives, total());
    }

    /// `PPV = TP / (TP + FP)` of the sample.
    public Proportion positivePredictiveValue() {
        return new Proportion(truePositives, truePositives + falsePositives);
    }

    /// `NPV = TN / (TN + FN)` of the sample.
    public Proportion negativePredictiveValue() {
        return new Proportion(trueNegatives, trueNegatives + falseNegatives);
    }

    /// `(TP + TN) / n`.
    public Proportion accuracy() {
        return new Proportion(truePositives + trueNegatives, total());
    }

    /// The estimates as a test with the sample's own prevalence as the prior.
    ///
    /// @throws ArithmeticException if nobody has the condition, or everybody
    public Screening screening() {
        return Screening.of(
                prevalence().estimate().fraction(), sensitivity().estimate().fraction(), falsePositiveRate().estimate().fraction());
    }

    /// `LR+ = Se / FPR`.
    public Ratio positiveLikelihoodRatio() {
        return quotient(truePositives, absent(), falsePositives, present(), "there are no false positives or nobody with the condition");
    }

    /// `LR− = (1 − Se) / Sp`.
    public Ratio negativeLikelihoodRatio() {
        return quotient(falseNegatives, absent(), trueNegatives, present(), "there are no true negatives or nobody with the condition");
    }

    /// `DOR = TP · TN / (FN · FP)`.
    public Ratio diagnosticOddsRatio() {
        return quotient(truePositives, trueNegatives, falseNegatives, falsePositives, "there are no false negatives or no false positives");
    }

    /// `LR+ · exp(± z √(1/TP − 1/(TP+FN) + 1/FP − 1/(FP+TN)))`.
    ///
    /// Source: D. L. Simel, G. P. Samsa and D. B. Matchar (1991), *Likelihood ratios with confidence*, Journal of Clinical Epidemiology 44, 763–770.
    ///
    /// @throws IllegalArgumentException if the confidence is not in (0, 1)
    public IntervalEstimate positiveLikelihoodRatioInterval(double confidence) {
        return likelihoodRatioInterval(truePositives, falsePositives, confidence);
    }

    /// `LR− · exp(± z √(1/FN − 1/(TP+FN) + 1/TN − 1/(FP+TN)))`.
    ///
    /// @throws IllegalArgumentException if the confidence is not in (0, 1)
    public IntervalEstimate negativeLikelihoodRatioInterval(double confidence) {
        return likelihoodRatioInterval(falseNegatives, trueNegatives, confidence);
    }

    /// `DOR · exp(± z √(1/TP + 1/FN + 1/FP + 1/TN))`.
    ///
    /// Source: B. Woolf (1955), *On estimating the relation between blood group and disease*, Annals of Human Genetics 19, 251–253.
    ///
    /// @throws IllegalArgumentException if the confidence is not in (0, 1)
    public IntervalEstimate diagnosticOddsRatioInterval(double confidence) {
        Checks.strictlyBetween("confidence", confidence, 0, 1);
        if (Math.min(Math.min(truePositives, falseNegatives), Math.min(falsePositives, trueNegatives)) == 0) {
            return new IntervalEstimate.NotAvailable("one of the four counts is 0");
        }
        double variance = 1.0 / truePositives + 1.0 / falseNegatives + 1.0 / falsePositives + 1.0 / trueNegatives;
        return new IntervalEstimate.Of(ConfidenceInterval.logNormal(diagnosticOddsRatio().toDouble(), Math.sqrt(variance), confidence));
    }

    /// Youden's `J = Se − FPR` with the square-and-add interval from the Wilson intervals of the two rates.
    ///
    /// Source: R. G. Newcombe (1998), *Interval estimation for the difference between independent proportions*, Statistics in Medicine 17, 873–890.
    ///
    /// @throws IllegalArgumentException if the confidence is not in (0, 1)
    /// @throws ArithmeticException if nobody has the condition, or everybody
    public ConfidenceInterval youdenInterval(double confidence) {
        double p1 = sensitivity().value();
        double p2 = falsePositiveRate().value();
        ConfidenceInterval first = sensitivity().interval(IntervalMethod.WILSON, confidence);
        ConfidenceInterval second = falsePositiveRate().interval(IntervalMethod.WILSON, confidence);
        return new ConfidenceInterval(
                p1 - p2 - Math.hypot(p1 - first.low(), second.high() - p2),
                p1 - p2 + Math.hypot(first.high() - p1, p2 - second.low()),
                confidence);
    }

    /// An interval for the PPV where the condition has this prior: the prior odds times the interval of LR+, as a probability.
    ///
    /// Source: N. D. Mercaldo, K. F. Lau and X. H. Zhou (2007), *Confidence intervals for predictive values with an emphasis to case-control studies*,
    /// Statistics in Medicine 26, 2170–2183 (the logit interval).
    ///
    /// @throws IllegalArgumentException if the prior is not in (0, 1) or the confidence not in (0, 1)
    public IntervalEstimate positivePredictiveValueAt(double prior, double confidence) {
        return asProbability(positiveLikelihoodRatioInterval(confidence), prior, false);
    }

    /// The same for the NPV.
    ///
    /// @throws IllegalArgumentException if the prior is not in (0, 1) or the confidence not in (0, 1)
    public IntervalEstimate negativePredictiveValueAt(double prior, double confidence) {
        return asProbability(negativeLikelihoodRatioInterval(confidence), prior, true);
    }

    @Override
    public String toString() {
        double confidence = 0.95;
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "            present    absent%n  positive %8d  %8d%n  negative %8d  %8d%n", truePositives, falsePositives,
                falseNegatives, trueNegatives));
        row(text, "sensitivity", sensitivity().estimate(), sensitivity().interval(IntervalMethod.WILSON, confidence));
        row(text, "specificity", specificity().estimate(), specificity().interval(IntervalMethod.WILSON, confidence));
        row(text, "PPV", positivePredictiveValue().estimate(), positivePredictiveValue().interval(IntervalMethod.WILSON, confidence));
        row(text, "NPV", negativePredictiveValue().estimate(), negativePredictiveValue().interval(IntervalMethod.WILSON, confidence));
        row(text, "LR+", positiveLikelihoodRatio(), positiveLikelihoodRatioInterval(confidence));
        row(text, "LR-", negativeLikelihoodRatio(), negativeLikelihoodRatioInterval(confidence));
        row(text, "DOR", diagnosticOddsRatio(), diagnosticOddsRatioInterval(confidence));
        return text.append("  (95 % intervals: Wilson for proportions, logarithmic for ratios)").toString();
    }

    private static void row(StringBuilder text, String name, Ratio estimate, Object interval) {
        String value = estimate instanceof Ratio.Finite finite ? String.format(Locale.ROOT, "%.4f", finite.toDouble()) : estimate.toString();
        text.append(String.format(Locale.ROOT, "  %-12s %10s  %s%n", name, value, interval));
    }

    private IntervalEstimate likelihoodRatioInterval(long amongPresent, long amongAbsent, double confidence) {
        Checks.strictlyBetween("confidence", confidence, 0, 1);
        if (amongPresent == 0 || amongAbsent == 0) {
            return new IntervalEstimate.NotAvailable("a count in the ratio is 0");
        }
        if (amongPresent == present() && amongAbsent == absent()) {
            return new IntervalEstimate.NotAvailable("both rates in the ratio are 1, and the variance is estimated as 0");
        }
        double ratio = (double) amongPresent / present() / ((double) amongAbsent / absent());
        double variance = 1.0 / amongPresent - 1.0 / present() + 1.0 / amongAbsent - 1.0 / absent();
        return new IntervalEstimate.Of(ConfidenceInterval.logNormal(ratio, Math.sqrt(variance), confidence));
    }

    private static IntervalEstimate asProbability(IntervalEstimate likelihoodRatio, double prior, boolean ofAbsence) {
        Checks.strictlyBetween("prior", prior, 0, 1);
        if (likelihoodRatio instanceof IntervalEstimate.Of(ConfidenceInterval interval)) {
            double low = posterior(prior, interval.low());
            double high = posterior(prior, interval.high());
            return new IntervalEstimate.Of(
                    ofAbsence
                            ? new ConfidenceInterval(1 - high, 1 - low, interval.confidence())
                            : new ConfidenceInterval(low, high, interval.confidence()));
        }
        return likelihoodRatio;
    }

    private static double posterior(double prior, double likelihoodRatio) {
        return prior * likelihoodRatio / (prior * likelihoodRatio + 1 - prior);
    }

    private static long sum(long... counts) {
        try {
            return Arrays.stream(counts).reduce(0, Math::addExact);
        } catch (ArithmeticException beyond) {
            throw new IllegalArgumentException(
                    "the counts must sum to at most " + Long.MAX_VALUE + ", but are " + Arrays.toString(counts), beyond);
        }
    }

    private static Ratio quotient(long a, long b, long c, long d, String whenZero) {
        return Ratio.of(new BigFraction(a).multiply(new BigFraction(b)), new BigFraction(c).multiply(new BigFraction(d)), whenZero);
    }
}
