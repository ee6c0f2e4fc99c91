package infogap.customers.detect;

import infogap.bayes.RocCurve;
import infogap.numeric.Checks;
import java.util.Locale;
import java.util.OptionalDouble;

/// What a detector's scores say about labelled rows, best rows that it did not see.
///
/// @param threshold rows with at least this score are called positive
/// @param confusion truth against call
/// @param roc all thresholds, with the area and its interval
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
                threshold, ConfusionMatrix.of(label.positive(), called), RocCurve.of(scores, label.positive()));
    }

    /// The lowest probability of being positive at which acting is as good as not, `loss/(benefit + loss)`: with calibrated scores the
    /// best threshold for acting or not. With others [RocCurve#bestThreshold] finds it on labelled rows.
    ///
    /// @throws IllegalArgumentException if one of them is not above 0
    public static double indifference(double benefit, double loss) {
        return Checks.positive("loss", loss) / (Checks.positive("benefit", benefit) + loss);
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
