package infogap.customers.detect;

import infogap.customers.SmilePool;
import infogap.table.prepare.Features;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.List;
import java.util.SplittableRandom;
import smile.classification.DataFrameClassifier;
import smile.classification.DecisionTree;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;

/// A fitted detector: features in, an estimate of P(positive) out.
///
/// The share of a leaf is smoothed by Smile as `(count + 1)/(rows + 2)`, so that no estimate is exactly 0 or 1.
public final class Detector {

    /// No feature can have this name, so that it cannot be mistaken for one.
    private static final String LABEL = "label to be detected";

    private final List<String> names;
    private final Method method;
    private final int trainingRows;
    private final DataFrameClassifier model;

    private Detector(List<String> names, Method method, int trainingRows, DataFrameClassifier model) {
        this.names = names;
        this.method = method;
        this.trainingRows = trainingRows;
        this.model = model;
    }

    /// Learns from labelled rows.
    ///
    /// @throws IllegalArgumentException if there is no label, not one per row, or only one class; or a forest is to choose among more
    ///     features than there are
    public static Detector fit(Features features, Label label, Method method) {
        Checks.present("features", features);
        Checks.present("label", label);
        Checks.present("method", method);
        Checks.sameLength("rows", features.size(), "labels", label.size());
        label.requireTwoClasses();
        int[] y = new int[label.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = label.positive()[i] ? 1 : 0;
        }
        DataFrame data = table(features).add(new IntVector(LABEL, y));
        Formula formula = Formula.lhs(LABEL);
        DataFrameClassifier model = switch (method) {
            case Method.Tree tree -> SmilePool.call("fitting a tree", () -> DecisionTree.fit(
                    formula, data, new DecisionTree.Options(tree.impurity().smile(), tree.depth(), 0, tree.leaf())));
            case Method.Forest forest -> {
                if (forest.features() > features.names().size()) {
                    throw new IllegalArgumentException("features per split must be at most " + features.names().size()
                            + ", but is " + forest.features());
                }
                long[] seeds = new SplittableRandom(forest.seed()).longs(forest.trees()).toArray();
                yield SmilePool.call("fitting a forest", () -> RandomForest.fit(formula, data, new RandomForest.Options(
                        forest.trees(), forest.features(), Method.Impurity.GINI.smile(), forest.depth(), 0, forest.leaf(), 1.0, null, seeds, null)));
            }
        };
        return new Detector(features.names(), method, features.size(), model);
    }

    /// The estimate of P(positive) for each row.
    ///
    /// @throws IllegalArgumentException if the columns are not those of the training rows
    public double[] scores(Features features) {
        DataFrame data = frame(features);
        double[] scores = new double[features.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = score(data.get(row));
        }
        return scores;
    }

    /// A forest's trees are averaged here: Smile weights each by its accuracy out of the bag, and has no answer where all of them are 0.
    private double score(Tuple row) {
        double[] shares = new double[2];
        if (model instanceof RandomForest forest) {
            CompensatedSum sum = new CompensatedSum();
            for (RandomForest.Model tree : forest.models()) {
                tree.tree().predict(row, shares);
                sum.add(shares[1]);
            }
            return sum.value() / forest.models().length;
        }
        model.predict(row, shares);
        return shares[1];
    }

    /// What it says on labelled rows, calling positive what scores at least the threshold.
    ///
    /// @throws IllegalArgumentException if the columns are not those of the training rows, there is not one label per row, or only
    ///     one class
    public Evaluation evaluate(Features features, Label label, double threshold) {
        return Evaluation.of(label, scores(features), threshold);
    }

    /// The features that it was fitted on, in order.
    public List<String> names() {
        return names;
    }

    /// The method, the training rows, and a tree's splits.
    @Override
    public String toString() {
        return method + " fitted on " + trainingRows + " rows of " + names + (model instanceof DecisionTree tree ? "\n" + tree : "");
    }

    Method method() {
        return method;
    }

    int trainingRows() {
        return trainingRows;
    }

    DataFrameClassifier model() {
        return model;
    }

    /// The rows as the model takes them.
    ///
    /// @throws IllegalArgumentException if the columns are not those of the training rows
    DataFrame frame(Features features) {
        if (!features.names().equals(names)) {
            throw new IllegalArgumentException("columns must be " + names + " as in training, but are " + features.names());
        }
        return table(features);
    }

    private static DataFrame table(Features features) {
        return DataFrame.of(features.rows(), features.names().toArray(String[]::new));
    }
}
