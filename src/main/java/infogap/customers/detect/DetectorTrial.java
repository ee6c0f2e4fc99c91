package infogap.customers.detect;

import infogap.bayes.CostCurve;
import infogap.gap.InformationGap;
import infogap.gap.Payoffs;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.table.prepare.CrossValidation;
import infogap.table.prepare.Features;
import infogap.table.prepare.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One method under cross-validation (交叉验证): every row is scored once, by a detector fitted without it. Whatever a method learns from rows, the
/// standardisation and the calibration of a support vector machine included, it learns from the other folds alone; every fold has its share of positives.
///
///     DetectorTrial trial = DetectorTrial.of(features, label, new Method.Tree(Method.Impurity.GINI, 4, 20), 5, 7);
///     trial.evaluation(0.5);             // confusion matrix, ROC, precision and recall
///     trial.value(payoffs).closed();     // what the detector is worth a case, in money
///
/// @param method how each detector was fitted
/// @param label the truth
/// @param scores P(positive) of each row, by a detector that had not seen it
/// @param folds who tested whom
public record DetectorTrial(Method method, Label label, double[] scores, CrossValidation folds) {

    /// Keeps a copy.
    ///
    /// @throws IllegalArgumentException if there is not one probability per label, or a part is missing
    public DetectorTrial {
        Checks.present("method", method);
        Checks.present("folds", folds);
        scores = Checks.present("scores", scores).clone();
        Checks.probabilities("scores", scores);
        Checks.sameLength("scores", scores.length, "labels", Checks.present("label", label).size());
    }

    /// Fits and scores fold by fold.
    ///
    /// @param folds at least 2 and at most the number of rows of the smaller class
    /// @param seed deals the rows to the folds: the same for all methods that are to be compared
    /// @throws IllegalArgumentException if the number of folds is out of its range, or as [Detector#fit]
    public static DetectorTrial of(Features features, Label label, Method method, int folds, long seed) {
        Checks.sameLength("rows", Checks.present("features", features).size(), "labels", Checks.present("label", label).size());
        boolean[] positive = label.positive();
        CrossValidation dealt = CrossValidation.stratified(
                IntStream.range(0, positive.length).mapToObj(i -> positive[i] ? "positive" : "negative").toList(), folds, seed);
        double[] scores = new double[positive.length];
        for (Split fold : dealt.folds()) {
            int[] test = fold.test();
            double[] told = Detector.fit(features.at(fold.train()), label.at(fold.train()), method).scores(features.at(test));
            for (int i = 0; i < test.length; i++) {
                scores[test[i]] = told[i];
            }
        }
        return new DetectorTrial(method, label, scores, dealt);
    }

    /// All rows together.
    ///
    /// @throws IllegalArgumentException if the threshold is not finite
    public Evaluation evaluation(double threshold) {
        return Evaluation.of(label, scores, threshold);
    }

    /// Each fold alone; how far they differ says how far a single one can be trusted.
    ///
    /// @throws IllegalArgumentException if the threshold is not finite
    public List<Evaluation> evaluations(double threshold) {
        List<Evaluation> evaluations = new ArrayList<>();
        for (Split fold : folds.folds()) {
            evaluations.add(Evaluation.of(label.at(fold.test()), fold.test(scores), threshold));
        }
        return List.copyOf(evaluations);
    }

    /// Whether the scores are probabilities.
    ///
    /// @throws IllegalArgumentException if there is no bin
    public Calibration calibration(int bins) {
        return Calibration.of(label, scores, bins);
    }

    /// What the scores cost at any prior and any prices of the two errors.
    public CostCurve costCurve() {
        return CostCurve.of(evaluation(0.5).roc());
    }

    /// What the detector is worth a case: somebody who must act hears which action is best at the row's score. The information gap between who hears that
    /// and who knows the truth; `closed` is in the payoffs' own unit. It is at least 0, because a message may be ignored; [#earned] follows it blindly.
    ///
    /// @param payoffs what hangs on the truth, about [ConfusionMatrix#STATES]
    /// @throws IllegalArgumentException if the payoffs are about other states, or all rows are of one class
    public <A> InformationGap<A, String, String> value(Payoffs<A, String> payoffs) {
        int[] actions = actions(payoffs);
        boolean[] positive = label.positive();
        double[][] counts = new double[2][payoffs.actions().size()];
        for (int i = 0; i < actions.length; i++) {
            counts[positive[i] ? 0 : 1][actions[i]]++;
        }
        int positives = label.positives();
        label.requireTwoClasses();
        double[][] rates = {divided(counts[0], positives), divided(counts[1], positive.length - positives)};
        return InformationGap.of(
                Distribution.binary(ConfusionMatrix.STATES.get(0), ConfusionMatrix.STATES.get(1), (double) positives / positive.length),
                Channel.of(ConfusionMatrix.STATES, payoffs.actions().stream().map(Object::toString).toList(), rates),
                payoffs);
    }

    /// The mean payoff a case when the best action at the score is taken, less that of the best single action for all: below 0 when the scores mislead.
    ///
    /// @param payoffs what hangs on the truth, about [ConfusionMatrix#STATES]
    /// @throws IllegalArgumentException if the payoffs are about other states
    public double earned(Payoffs<?, String> payoffs) {
        int[] actions = actions(payoffs);
        boolean[] positive = label.positive();
        double taken = CompensatedSum.of(IntStream.range(0, actions.length)
                .mapToDouble(i -> payoffs.payoff(actions[i], positive[i] ? 0 : 1)).toArray()) / actions.length;
        double share = (double) label.positives() / positive.length;
        double single = IntStream.range(0, payoffs.actions().size())
                .mapToDouble(a -> share * payoffs.payoff(a, 0) + (1 - share) * payoffs.payoff(a, 1))
                .max().orElseThrow();
        return taken - single;
    }

    /// The position of the best action at each row's score.
    private int[] actions(Payoffs<?, String> payoffs) {
        if (!Checks.present("payoffs", payoffs).states().equals(ConfusionMatrix.STATES)) {
            throw new IllegalArgumentException("payoffs must be about " + ConfusionMatrix.STATES + ", but are about " + payoffs.states());
        }
        return Arrays.stream(scores)
                .mapToInt(score -> payoffs.actions().indexOf(
                        payoffs.bestActions(Distribution.binary(ConfusionMatrix.STATES.get(0), ConfusionMatrix.STATES.get(1), score)).getFirst()))
                .toArray();
    }

    private static double[] divided(double[] counts, int whole) {
        return Arrays.stream(counts).map(count -> count / whole).toArray();
    }

    /// Trials of several methods as a table, one line each: what is right, what is told apart, what is calibrated, and what it is worth a case.
    ///
    /// @param payoffs what hangs on the truth, about [ConfusionMatrix#STATES]
    /// @throws IllegalArgumentException if there is no trial, or the payoffs are about other states
    public static String table(List<DetectorTrial> trials, Payoffs<?, String> payoffs) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-66s %8s %8s %9s %8s %8s %8s",
                "method", "accuracy", "ROC area", "precision", "Brier", "worth", "earned"));
        for (DetectorTrial trial : Checks.notEmpty("trials", trials)) {
            Evaluation evaluation = trial.evaluation(0.5);
            text.append(String.format(Locale.ROOT, "%n%-66s %8.4f %8.4f %9.4f %8.4f %8.4f %8.4f", trial.method(), evaluation.confusion().accuracy(),
                    evaluation.roc().area(), evaluation.roc().averagePrecision(), trial.calibration(1).brierScore(),
                    trial.value(payoffs).closed(), trial.earned(payoffs)));
        }
        return text.toString();
    }

    /// A copy.
    @Override
    public double[] scores() {
        return scores.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DetectorTrial that && method.equals(that.method) && label.equals(that.label)
                && Arrays.equals(scores, that.scores) && folds.equals(that.folds);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * method.hashCode() + label.hashCode()) + Arrays.hashCode(scores);
    }

    /// The method, and all rows together at the threshold 0.5.
    @Override
    public String toString() {
        return method + ", " + folds.folds().size() + " folds\n" + evaluation(0.5);
    }
}
