package infogap.customers.detect;

import infogap.table.prepare.Features;
import infogap.gap.DecisionProblem;
import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What the answer to "is this feature above a threshold?" is worth about the label, as an information gap: in bits it is the gain of a
/// decision tree's split, in money the value of asking.
///
/// @param feature the feature's name
/// @param threshold halfway between two neighbouring values
/// @param bits the gap in bits; `closed` is the tree's information gain
/// @param payoff the gap in the decision problem's own unit
public record SplitGain(
        String feature, double threshold, InformationGap<?, String, String> bits, InformationGap<?, String, String> payoff) {

    /// What the best threshold of a feature is best at.
    public enum By {
        /// The most bits.
        BITS,
        /// The highest expected payoff.
        PAYOFF;

        double of(SplitGain gain) {
            return this == BITS ? gain.bits.closed() : gain.payoff.closed();
        }
    }

    /// The best threshold of each feature, exact over all of them, the best feature first; a constant feature has none and is left out.
    ///
    /// @param decision what hangs on the label, about [ConfusionMatrix#STATES]
    /// @throws IllegalArgumentException if there is not one label per row, or only one class
    public static List<SplitGain> rank(Features features, Label label, DecisionProblem<?, String> decision, By by) {
        Checks.sameLength("rows", Checks.present("features", features).size(), "labels", Checks.present("label", label).size());
        label.requireTwoClasses();
        List<SplitGain> best = new ArrayList<>();
        for (String feature : features.names()) {
            all(feature, features.column(feature), label.positive(), decision).stream()
                    .max(Comparator.comparingDouble(by::of))
                    .ifPresent(best::add);
        }
        best.sort(Comparator.comparingDouble(by::of).reversed());
        return List.copyOf(best);
    }

    /// `review_score > 3.95: 0.2345 of 0.9710 bits, 12.3 of 20 payoff`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s > %s: %.4f of %.4f bits, %.4g of %.4g %s",
                feature, threshold, bits.closed(), bits.total(), payoff.closed(), payoff.total(), payoff.decision().unit());
    }

    private static List<SplitGain> all(String feature, double[] values, boolean[] positive, DecisionProblem<?, String> decision) {
        List<Integer> order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> -values[i])).toList();
        long positives = IntStream.range(0, positive.length).filter(i -> positive[i]).count();
        long truePositives = 0;
        long falsePositives = 0;
        List<SplitGain> gains = new ArrayList<>();
        for (int rank = 0; rank + 1 < order.size(); rank++) {
            int i = order.get(rank);
            truePositives += positive[i] ? 1 : 0;
            falsePositives += positive[i] ? 0 : 1;
            double above = values[i];
            double below = values[order.get(rank + 1)];
            if (below < above) {
                ConfusionMatrix split = new ConfusionMatrix(
                        truePositives, falsePositives, positives - truePositives, positive.length - positives - falsePositives);
                gains.add(new SplitGain(feature, below + (above - below) / 2, split.gap(LogScore.bits()), split.gap(decision)));
            }
        }
        return gains;
    }
}
