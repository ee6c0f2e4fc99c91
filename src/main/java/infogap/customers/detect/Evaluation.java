package infogap.customers.detect;

import infogap.gap.Payoffs;
import infogap.numeric.Checks;
import infogap.probability.RocCurve;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;

/// What a detector's scores say about labelled rows, best rows that it did not see.
///
/// @param threshold rows with at least this score are called positive
/// @param confusion truth against call
/// @param roc all thresholds
public record Evaluation(double threshold, ConfusionMatrix confusion, RocCurve roc) {

    /// Compares scores with the truth.
    ///
    /// @throws IllegalArgumentException if there is not one finite score per label, or only one class
    public static Evaluation of(Label label, double[] scores, double threshold) {
        Checks.present("label", label).requireTwoClasses();
        Checks.finite("threshold", threshold);
        boolean[] called = new boolean[Checks.finite("scores", scores).length];
        for (int i = 0; i < called.length; i++) {
            called[i] = scores[i] >= threshold;
        }
        return new Evaluation(
                threshold, ConfusionMatrix.of(label.positive(), called), RocCurve.of(label.positive(), scores));
    }

    /// The lowest probability of being positive at which acting is as good as not, `loss/(benefit + loss)`: with calibrated scores the
    /// best threshold for [Payoffs#actOrNot].
    ///
    /// @throws IllegalArgumentException if one of them is not above 0
    public static double indifference(double benefit, double loss) {
        return Checks.positive("loss", loss) / (Checks.positive("benefit", benefit) + loss);
    }

    /// The point of the ROC curve whose call is worth most, exact over all thresholds; of several the one that calls fewest positive.
    /// Chosen on the rows at hand, it looks better than it will be on others.
    ///
    /// @param payoffs what hangs on the truth, about [ConfusionMatrix#STATES]
    public RocCurve.Point bestPoint(Payoffs<?, String> payoffs) {
        return roc.points().stream()
                .max(Comparator.<RocCurve.Point>comparingDouble(point -> at(point).gap(payoffs).closed())
                        .thenComparing(Comparator.comparingLong((RocCurve.Point point) -> point.truePositives() + point.falsePositives())
                                .reversed()))
                .orElseThrow();
    }

    /// The confusion matrix at another point of the curve.
    public ConfusionMatrix at(RocCurve.Point point) {
        return new ConfusionMatrix(
                point.truePositives(),
                point.falsePositives(),
                roc.positives() - point.truePositives(),
                roc.negatives() - point.falsePositives());
    }

    /// The counts and the usual figures; an undefined one says so.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s%n%n"
                        + "threshold              %9.4f%n"
                        + "accuracy               %9.4f  (larger class alone: %.4f)%n"
                        + "precision              %9s%n"
                        + "recall                 %9s%n"
                        + "F1                     %9s%n"
                        + "area under the ROC     %9.4f",
                confusion, threshold, confusion.accuracy(), confusion.accuracyOfLargerClass(), text(confusion.precision()),
                text(confusion.recall()), text(confusion.f1()), roc.area());
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "undefined";
    }
}
