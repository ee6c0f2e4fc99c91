package infogap.customers.detect;

import infogap.customers.SmilePool;
import infogap.table.prepare.CrossValidation;
import infogap.table.prepare.Features;
import infogap.table.prepare.Split;
import infogap.table.prepare.Standardizer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import smile.classification.LinearSVM;
import smile.classification.PlattScaling;
import smile.classification.SVM;
import smile.math.MathEx;
import smile.math.kernel.GaussianKernel;

/// Fits Smile's support vector machine behind a standardisation, and turns its decision values into estimates of P(positive).
final class SupportVectors {

    private static final int INNER_FOLDS = 3;

    /// Smile's own: how far a gradient may be from the optimum, and how often all rows are looked at.
    private static final double TOLERANCE = 1e-3;

    private static final int EPOCHS = 5;

    private SupportVectors() {}

    /// @throws IllegalArgumentException if a class has fewer rows than there are inner folds, or a column is constant
    static Detector.Model fit(Features features, Label label, Method.SupportVectorMachine method) {
        long[] seeds = new SplittableRandom(method.seed()).longs(INNER_FOLDS + 2).toArray();
        boolean[] positive = label.positive();
        List<Boolean> classes = IntStream.range(0, positive.length).mapToObj(i -> positive[i]).toList();
        List<Split> folds = CrossValidation.stratified(classes, INNER_FOLDS, seeds[INNER_FOLDS]).folds();
        double[] unseen = new double[positive.length];
        for (int f = 0; f < INNER_FOLDS; f++) {
            int[] test = folds.get(f).test();
            ToDoubleFunction<double[]> machine = machine(features.at(folds.get(f).train()), label.at(folds.get(f).train()), method, seeds[f]);
            double[][] rows = features.at(test).rows();
            for (int i = 0; i < test.length; i++) {
                unseen[test[i]] = machine.applyAsDouble(rows[i]);
            }
        }
        PlattScaling scaling = PlattScaling.fit(unseen, signs(label));
        ToDoubleFunction<double[]> machine = machine(features, label, method, seeds[INNER_FOLDS + 1]);
        return rows -> Arrays.stream(rows.rows()).mapToDouble(row -> scaling.scale(machine.applyAsDouble(row))).toArray();
    }

    /// The decision value of a row in the features' own units: above 0 on the positive side.
    private static ToDoubleFunction<double[]> machine(Features features, Label label, Method.SupportVectorMachine method, long seed) {
        Standardizer standardizer = Standardizer.fit(features);
        double[][] rows = standardizer.apply(features.rows());
        SVM.Options options = new SVM.Options(method.cost(), TOLERANCE, EPOCHS);
        ToDoubleFunction<double[]> scaled = SmilePool.call("fitting a support vector machine", () -> {
            MathEx.setSeed(seed);
            return switch (method.kernel()) {
                case Method.Kernel.Linear _ -> {
                    LinearSVM machine = SVM.fit(rows, signs(label), options);
                    yield machine::score;
                }
                case Method.Kernel.Gaussian gaussian -> {
                    SVM<double[]> machine = SVM.fit(rows, signs(label), new GaussianKernel(gaussian.width()), options);
                    yield machine::score;
                }
            };
        });
        return row -> scaled.applyAsDouble(standardizer.apply(new double[][] {row})[0]);
    }

    private static int[] signs(Label label) {
        boolean[] positive = label.positive();
        return IntStream.range(0, positive.length).map(i -> positive[i] ? 1 : -1).toArray();
    }
}
