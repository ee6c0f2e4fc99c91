package infogap.customers.detect;

import infogap.bayes.ScreeningCounts;
import infogap.gap.DecisionProblem;
import infogap.gap.InformationGap;
import infogap.numeric.Checks;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Truth against message, counted (混淆矩阵).
///
/// @param truePositives positive and called positive
/// @param falsePositives negative and called positive
/// @param falseNegatives positive and called negative
/// @param trueNegatives negative and called negative
public record ConfusionMatrix(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /// The two states of the truth, for a decision problem about it.
    public static final List<String> STATES = List.of("positive", "negative");

    /// The two messages.
    public static final List<String> MESSAGES = List.of("called positive", "called negative");

    /// @throws IllegalArgumentException if a count is negative or there is no case
    public ConfusionMatrix {
        Checks.atLeast("truePositives", truePositives, 0);
        Checks.atLeast("falsePositives", falsePositives, 0);
        Checks.atLeast("falseNegatives", falseNegatives, 0);
        Checks.atLeast("trueNegatives", trueNegatives, 0);
        Checks.atLeast("cases", truePositives + falsePositives + falseNegatives + trueNegatives, 1);
    }

    /// Counts cases.
    ///
    /// @param truth which cases are positive
    /// @param called which cases are called positive
    /// @throws IllegalArgumentException if the lengths differ or there is no case
    public static ConfusionMatrix of(boolean[] truth, boolean[] called) {
        Checks.sameLength("truth", truth.length, "called", called.length);
        long[] counts = new long[4];
        for (int i = 0; i < truth.length; i++) {
            counts[(truth[i] ? 0 : 1) + (called[i] ? 0 : 2)]++;
        }
        return new ConfusionMatrix(counts[0], counts[1], counts[2], counts[3]);
    }

    /// All cases.
    public long cases() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    /// The share of right calls.
    public double accuracy() {
        return (double) (truePositives + trueNegatives) / cases();
    }

    /// The accuracy of always saying the larger class: what a detector must beat.
    public double accuracyOfLargerClass() {
        long positives = truePositives + falseNegatives;
        return (double) Math.max(positives, cases() - positives) / cases();
    }

    /// `TP/(TP + FP)`; empty when nothing is called positive.
    public OptionalDouble precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /// `TP/(TP + FN)`, the sensitivity; empty when nothing is positive.
    public OptionalDouble recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    /// `TN/(TN + FP)`; empty when nothing is negative.
    public OptionalDouble specificity() {
        return ratio(trueNegatives, trueNegatives + falsePositives);
    }

    /// `2TP/(2TP + FP + FN)`, the harmonic mean of precision and recall; empty when nothing is positive or called so.
    public OptionalDouble f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /// The calls as a screening test: rates with intervals, likelihood ratios, predictive values at another prior.
    public ScreeningCounts screening() {
        return new ScreeningCounts(truePositives, falseNegatives, falsePositives, trueNegatives);
    }

    /// The information gap between a side that knows the truth and one that hears the call, with the counted shares taken as
    /// probabilities. Counting lifts the bits a little: by about 1/(2 n ln 2) for n cases.
    ///
    /// @param decision what hangs on the truth, about [#STATES]
    /// @throws IllegalArgumentException if one class has no case, so that its channel is unknown
    public <A> InformationGap<A, String, String> gap(DecisionProblem<A, String> decision) {
        long positives = truePositives + falseNegatives;
        long negatives = falsePositives + trueNegatives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException(
                    "cases must be of both classes to measure a gap, but " + positives + " are positive and " + negatives + " negative");
        }
        return InformationGap.of(
                Distribution.binary(STATES.get(0), STATES.get(1), (double) positives / cases()),
                Channel.binary(STATES, MESSAGES, (double) truePositives / positives, (double) falsePositives / negatives),
                decision);
    }

    /// The counts as the usual table.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-10s %16s %16s%n%-10s %16d %16d%n%-10s %16d %16d",
                "truth", MESSAGES.get(0), MESSAGES.get(1),
                STATES.get(0), truePositives, falseNegatives,
                STATES.get(1), falsePositives, trueNegatives);
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
