package infogap.customers.detect;

import infogap.customers.SmilePool;
import infogap.table.prepare.Features;
import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.math.MathEx;

/// What a forest says about its own training rows, each judged only by the trees whose bootstrap sample left it out: about e⁻¹ = 37 % of them. An estimate
/// of what it says about new rows that needs no rows held out, to be read beside [Detector#evaluate] on rows that were.
///
/// A row's score is the mean of those trees' estimates, as in [Detector#scores]. It leans to the careful side, for fewer trees judge each row.
///
/// Smile keeps the votes of such trees, but counts them on several threads without a lock, and keeps no scores. So the samples are drawn again from
/// the forest's seed, and each tree's accuracy on the rows left out is held against the one that Smile noted while fitting.
///
/// Source: L. Breiman (2001), *Random Forests*, Machine Learning 45, 5–32, section 3.1.
///
/// @param evaluation of the rows that some tree left out
/// @param rows how many those are
/// @param unjudged how many rows no tree left out; none in a forest of some size
public record OutOfBag(Evaluation evaluation, int rows, int unjudged) {

    /// The evaluation of a forest on the rows it was fitted to.
    ///
    /// @param detector a fitted forest
    /// @param features the rows it was fitted to
    /// @param label their label
    /// @param threshold rows with at least this score are called positive
    /// @throws IllegalArgumentException if the detector is no forest, the rows are not those it was fitted to, or the rows that trees left out are of one
    ///     class only
    public static OutOfBag of(Detector detector, Features features, Label label, double threshold) {
        Checks.present("label", label);
        Checks.finite("threshold", threshold);
        if (!(Checks.present("detector", detector).method() instanceof Method.Forest method) || !(detector.model() instanceof Detector.ForestModel(RandomForest forest))) {
            throw new IllegalArgumentException("detector must be a forest, but is " + detector.method());
        }
        DataFrame data = detector.frame(Checks.present("features", features));
        if (features.size() != detector.trainingRows() || label.size() != detector.trainingRows()) {
            throw notTheTrainingRows();
        }
        double[] scores = SmilePool.call("judging rows out of the bag", () -> scores(forest, method, data, label.positive()));
        if (scores.length == 0) {
            throw notTheTrainingRows();
        }
        int[] judged = IntStream.range(0, scores.length).filter(row -> !Double.isNaN(scores[row])).toArray();
        return new OutOfBag(
                Evaluation.of(label.at(judged), Arrays.stream(judged).mapToDouble(row -> scores[row]).toArray(), threshold),
                judged.length, scores.length - judged.length);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d rows out of the bag, %d in every bag%n%s", rows, unjudged, evaluation);
    }

    /// One score per row, NaN where no tree left it out; nothing if a tree remembers other rows.
    private static double[] scores(RandomForest forest, Method.Forest method, DataFrame data, boolean[] positive) {
        long[] seeds = new SplittableRandom(method.seed()).longs(method.trees()).toArray();
        double[] sums = new double[data.size()];
        int[] judges = new int[data.size()];
        for (int t = 0; t < seeds.length; t++) {
            RandomForest.Model tree = forest.models()[t];
            boolean[] inBag = inBag(seeds[t], positive);
            int out = 0;
            int right = 0;
            double[] shares = new double[2];
            for (int row = 0; row < inBag.length; row++) {
                if (!inBag[row]) {
                    int called = tree.tree().predict(data.get(row), shares);
                    out++;
                    right += called == (positive[row] ? 1 : 0) ? 1 : 0;
                    sums[row] += shares[1];
                    judges[row]++;
                }
            }
            if (out != tree.metrics().size() || out > 0 && (double) right / out != tree.metrics().accuracy()) {
                return new double[0];
            }
        }
        return IntStream.range(0, sums.length).mapToDouble(row -> judges[row] == 0 ? Double.NaN : sums[row] / judges[row]).toArray();
    }

    /// A tree's bootstrap sample as Smile draws it: each class separately, as many rows as it has, with replacement.
    private static boolean[] inBag(long seed, boolean[] positive) {
        MathEx.setSeed(seed);
        boolean[] inBag = new boolean[positive.length];
        for (boolean of : new boolean[] {false, true}) {
            int[] rows = IntStream.range(0, positive.length).filter(row -> positive[row] == of).toArray();
            for (int i = 0; i < rows.length; i++) {
                inBag[rows[MathEx.randomInt(rows.length)]] = true;
            }
        }
        return inBag;
    }

    private static IllegalArgumentException notTheTrainingRows() {
        return new IllegalArgumentException("features and label must be the rows that the forest was fitted to, but its trees remember other ones");
    }
}
