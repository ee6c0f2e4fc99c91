package infogap.customers.detect;

import infogap.bayes.RocCurve;
import infogap.table.prepare.Features;
import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// How much area under the ROC curve is lost when one feature is shuffled among the rows: about 0 for a feature that the detector does
/// not need. Features that carry the same information share it, and each alone looks dispensable.
///
/// Source: L. Breiman (2001), *Random Forests*, Machine Learning 45, 5–32, section 10.
///
/// @param area the area with all features in place
/// @param features one entry per feature, the most important first
public record PermutationImportance(double area, List<Loss> features) {

    /// What shuffling one feature costs.
    ///
    /// @param feature its name
    /// @param meanLoss the mean loss of area over the repeats; slightly negative by chance for a useless feature
    /// @param deviation the standard deviation of the loss over the repeats
    public record Loss(String feature, double meanLoss, double deviation) {}

    /// Keeps an immutable copy.
    public PermutationImportance {
        features = Checks.notEmpty("features", features);
    }

    /// Shuffles each feature some times.
    ///
    /// @param repeats at least 2, so that there is a deviation
    /// @param seed the same seed gives the same importances
    /// @throws IllegalArgumentException if the rows do not fit the detector or the label, or repeats is out of its range
    public static PermutationImportance of(Detector detector, Features features, Label label, int repeats, long seed) {
        Checks.atLeast("repeats", repeats, 2);
        double area = RocCurve.of(detector.scores(features), label.positive()).area();
        SplittableRandom random = new SplittableRandom(seed);
        List<Loss> losses = new ArrayList<>();
        for (int c = 0; c < features.names().size(); c++) {
            double[] loss = new double[repeats];
            for (int repeat = 0; repeat < repeats; repeat++) {
                Features shuffled = new Features(features.names(), shuffled(features.rows(), c, random));
                loss[repeat] = area - RocCurve.of(detector.scores(shuffled), label.positive()).area();
            }
            double mean = Arrays.stream(loss).average().orElseThrow();
            double variance = Arrays.stream(loss).map(x -> (x - mean) * (x - mean)).sum() / (repeats - 1);
            losses.add(new Loss(features.names().get(c), mean, Math.sqrt(variance)));
        }
        losses.sort(Comparator.comparingDouble(Loss::meanLoss).reversed());
        return new PermutationImportance(area, losses);
    }

    /// One line per feature.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "area %.4f%n%-20s %10s %10s", area, "feature shuffled", "loss", "sd"));
        features.forEach(loss ->
                text.append(String.format(Locale.ROOT, "%n%-20s %10.4f %10.4f", loss.feature(), loss.meanLoss(), loss.deviation())));
        return text.toString();
    }

    private static double[][] shuffled(double[][] rows, int column, SplittableRandom random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swap = rows[i][column];
            rows[i][column] = rows[j][column];
            rows[j][column] = swap;
        }
        return rows;
    }
}
