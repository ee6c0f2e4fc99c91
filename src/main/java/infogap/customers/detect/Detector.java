package infogap.customers.detect;

import infogap.customers.SmilePool;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.regression.Design;
import infogap.regression.glm.DependentColumns;
import infogap.regression.glm.GeneralizedLinear;
import infogap.regression.glm.GeneralizedModel;
import infogap.regression.glm.Observations;
import infogap.regression.glm.Separated;
import infogap.table.prepare.Features;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import smile.classification.DecisionTree;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;

/// A fitted detector (检测器): features in, an estimate of P(positive) out, whatever the [Method].
///
///     Detector detector = Detector.fit(features, label, new Method.SupportVectorMachine(new Method.Kernel.Linear(), 1, 7));
///     double[] estimates = detector.scores(others);
///     Evaluation heldOut = detector.evaluate(others, truth, 0.5);
///
/// The share of a tree's leaf is smoothed by Smile as `(count + 1)/(rows + 2)`, so that no estimate is exactly 0 or 1; a forest is the mean of its trees.
public final class Detector {

    /// No feature can have this name, so that it cannot be mistaken for one.
    private static final String LABEL = "label to be detected";

    private final List<String> names;
    private final Method method;
    private final int trainingRows;
    private final Model model;

    /// What was learned: P(positive) for each row.
    interface Model {

        double[] scores(Features features);

        /// What a person may want to read of it, from a new line on; empty where there is nothing.
        default String detail() {
            return "";
        }
    }

    private record TreeModel(DecisionTree tree) implements Model {

        @Override
        public double[] scores(Features features) {
            return byRow(table(features), tree::predict);
        }

        @Override
        public String detail() {
            return "\n" + tree;
        }
    }

    /// The trees are averaged here: Smile weights each by its accuracy out of the bag, and has no answer where all of them are 0.
    record ForestModel(RandomForest forest) implements Model {

        @Override
        public double[] scores(Features features) {
            DataFrame data = table(features);
            CompensatedSum[] sums = new CompensatedSum[features.size()];
            Arrays.setAll(sums, _ -> new CompensatedSum());
            for (RandomForest.Model tree : forest.models()) {
                double[] scores = byRow(data, tree.tree()::predict);
                for (int row = 0; row < scores.length; row++) {
                    sums[row].add(scores[row]);
                }
            }
            return Arrays.stream(sums).mapToDouble(sum -> sum.value() / forest.models().length).toArray();
        }
    }

    private record LogisticModel(GeneralizedModel fit) implements Model {

        @Override
        public double[] scores(Features features) {
            return fit.predict(Design.ofRows(features.names(), features.rows()));
        }

        @Override
        public String detail() {
            return "\n" + fit;
        }
    }

    private Detector(List<String> names, Method method, int trainingRows, Model model) {
        this.names = names;
        this.method = method;
        this.trainingRows = trainingRows;
        this.model = model;
    }

    /// Learns from labelled rows.
    ///
    /// @throws IllegalArgumentException if there is no label, not one per row, or only one class; a forest is to choose among more
    ///     features than there are; a support vector machine has fewer than three rows of a class, or a constant column; or a logistic regression
    ///     has columns that depend on each other or that tell the classes apart
    public static Detector fit(Features features, Label label, Method method) {
        Checks.present("features", features);
        Checks.present("label", label);
        Checks.present("method", method);
        Checks.sameLength("rows", features.size(), "labels", label.size());
        label.requireTwoClasses();
        Model model = switch (method) {
            case Method.Tree tree -> tree(features, label, tree);
            case Method.Forest forest -> forest(features, label, forest);
            case Method.LogisticRegression logistic -> logistic(features, label, logistic);
            case Method.SupportVectorMachine machine -> SupportVectors.fit(features, label, machine);
        };
        return new Detector(features.names(), method, features.size(), model);
    }

    private static Model tree(Features features, Label label, Method.Tree tree) {
        DataFrame data = labelled(features, label);
        return new TreeModel(SmilePool.call("fitting a tree", () -> DecisionTree.fit(
                Formula.lhs(LABEL), data, new DecisionTree.Options(tree.impurity().smile(), tree.depth(), 0, tree.leaf()))));
    }

    private static Model forest(Features features, Label label, Method.Forest forest) {
        if (forest.features() > features.names().size()) {
            throw new IllegalArgumentException("features per split must be at most " + features.names().size() + ", but is " + forest.features());
        }
        DataFrame data = labelled(features, label);
        long[] seeds = new SplittableRandom(forest.seed()).longs(forest.trees()).toArray();
        return new ForestModel(SmilePool.call("fitting a forest", () -> RandomForest.fit(Formula.lhs(LABEL), data, new RandomForest.Options(
                forest.trees(), forest.features(), Method.Impurity.GINI.smile(), forest.depth(), 0, forest.leaf(), 1.0, null, seeds, null))));
    }

    private static Model logistic(Features features, Label label, Method.LogisticRegression method) {
        Design design = Design.ofRows(features.names(), features.rows());
        Observations observations = Observations.binary(LABEL, label.indicators());
        return switch (method.firth() ? GeneralizedLinear.fitFirth(design, observations) : GeneralizedLinear.fit(design, observations)) {
            case GeneralizedModel fit -> new LogisticModel(fit);
            case Separated separated -> throw new IllegalArgumentException("features must not tell the classes apart for a logistic regression:\n" + separated);
            case DependentColumns dependent -> throw new IllegalArgumentException("features must be independent for a logistic regression:\n" + dependent);
        };
    }

    private static DataFrame labelled(Features features, Label label) {
        boolean[] positive = label.positive();
        return table(features).add(new IntVector(LABEL, IntStream.range(0, positive.length).map(i -> positive[i] ? 1 : 0).toArray()));
    }

    /// The estimate of P(positive) for each row.
    ///
    /// @throws IllegalArgumentException if the columns are not those of the training rows
    public double[] scores(Features features) {
        requireNames(features);
        return model.scores(features);
    }

    /// Smile's estimate of the second class, row by row.
    private static double[] byRow(DataFrame data, ToIntBiFunction<Tuple, double[]> predict) {
        double[] scores = new double[data.size()];
        double[] shares = new double[2];
        for (int row = 0; row < scores.length; row++) {
            predict.applyAsInt(data.get(row), shares);
            scores[row] = shares[1];
        }
        return scores;
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
        return method + " fitted on " + trainingRows + " rows of " + names + model.detail();
    }

    Method method() {
        return method;
    }

    int trainingRows() {
        return trainingRows;
    }

    Model model() {
        return model;
    }

    /// The rows as Smile takes them.
    ///
    /// @throws IllegalArgumentException if the columns are not those of the training rows
    DataFrame frame(Features features) {
        requireNames(features);
        return table(features);
    }

    private void requireNames(Features features) {
        if (!Checks.present("features", features).names().equals(names)) {
            throw new IllegalArgumentException("columns must be " + names + " as in training, but are " + features.names());
        }
    }

    private static DataFrame table(Features features) {
        return DataFrame.of(features.rows(), features.names().toArray(String[]::new));
    }
}
