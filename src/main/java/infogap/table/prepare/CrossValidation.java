package infogap.table.prepare;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// k-fold cross-validation (交叉验证): every row is predicted once, by a pipeline fitted without it.
///
/// In every fold the whole [Learner], standardisation included, is fitted again on the other folds' rows. Fitting the
/// standardisation once on all rows would let each test row take part in its own prediction.
///
/// @param folds the test rows of each fold: a partition of 0 … n − 1 whose sizes differ by at most one
public record CrossValidation(List<Split> folds) {

    /// Shuffles the rows and deals them out to the folds.
    ///
    /// @param rows the number of rows
    /// @param folds at least 2 and at most the number of rows
    /// @param seed the same seed gives the same folds
    /// @throws IllegalArgumentException if the number of folds is out of its range
    public static CrossValidation of(int rows, int folds, long seed) {
        Checks.atLeast("folds", folds, 2);
        if (folds > rows) {
            throw new IllegalArgumentException("folds must be at most the number of rows, " + rows + ", but is " + folds);
        }
        int[] order = Split.shuffled(rows, seed);
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int from = (int) ((long) rows * fold / folds);
            int to = (int) ((long) rows * (fold + 1) / folds);
            splits.add(new Split(
                    IntStream.range(0, rows).filter(i -> i < from || i >= to).map(i -> order[i]).toArray(),
                    Arrays.copyOfRange(order, from, to)));
        }
        return new CrossValidation(splits);
    }

    /// Shuffles the rows of each class and deals them out in turn, so that every fold has its share of each class, to within one row.
    ///
    /// @param classes the class of each row
    /// @param folds at least 2 and at most the number of rows of each class, so that no fold lacks one
    /// @param seed the same seed gives the same folds
    /// @throws IllegalArgumentException if the number of folds is out of its range
    public static CrossValidation stratified(List<?> classes, int folds, long seed) {
        Checks.atLeast("folds", folds, 2);
        Map<Object, List<Integer>> rows = new LinkedHashMap<>();
        for (int i : Split.shuffled(Checks.notEmpty("classes", classes).size(), seed)) {
            rows.computeIfAbsent(classes.get(i), _ -> new ArrayList<>()).add(i);
        }
        rows.forEach((name, members) -> {
            if (members.size() < folds) {
                throw new IllegalArgumentException("folds must be at most the number of rows of each class, but is " + folds
                        + " and class " + name + " has " + members.size());
            }
        });
        int[] fold = new int[classes.size()];
        int[] order = rows.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < order.length; i++) {
            fold[order[i]] = i % folds;
        }
        return new CrossValidation(IntStream.range(0, folds)
                .mapToObj(f -> new Split(
                        Arrays.stream(order).filter(i -> fold[i] != f).toArray(), Arrays.stream(order).filter(i -> fold[i] == f).toArray()))
                .toList());
    }

    /// Keeps an immutable copy.
    public CrossValidation {
        folds = Checks.notEmpty("folds", folds);
    }

    /// Fits and predicts fold by fold.
    ///
    /// @throws IllegalArgumentException if rows or targets do not fit the folds
    public Result run(Learner learner, double[][] rows, double[] targets) {
        double[][] x = Checks.finiteMatrix("rows", rows);
        double[] y = Checks.finite("targets", targets);
        Checks.sameLength("rows", x.length, "targets", y.length);
        Checks.sameLength("rows", x.length, "rows in the folds", folds.stream().mapToInt(fold -> fold.test().length).sum());
        double[] predictions = new double[y.length];
        double[] errors = new double[folds.size()];
        for (int f = 0; f < errors.length; f++) {
            Split fold = folds.get(f);
            int[] test = fold.test();
            double[] predicted = learner.fit(fold.train(x), fold.train(y)).predict(fold.test(x));
            Checks.sameLength("predictions", predicted.length, "test rows", test.length);
            CompensatedSum squares = new CompensatedSum();
            for (int i = 0; i < test.length; i++) {
                predictions[test[i]] = predicted[i];
                squares.add((y[test[i]] - predicted[i]) * (y[test[i]] - predicted[i]));
            }
            errors[f] = squares.value() / test.length;
        }
        return new Result(predictions, errors, y);
    }

    /// What the held-out rows say.
    ///
    /// @param predictions for each row the prediction of the pipeline that did not see it
    /// @param meanSquaredErrors the mean squared error of each fold
    /// @param targets what was to be predicted
    public record Result(double[] predictions, double[] meanSquaredErrors, double[] targets) {

        /// Keeps copies.
        ///
        /// @throws IllegalArgumentException if there is not one prediction per target, or a number is not finite
        public Result {
            predictions = Checks.finite("predictions", predictions);
            meanSquaredErrors = Checks.finite("meanSquaredErrors", meanSquaredErrors);
            targets = Checks.finite("targets", targets);
            Checks.sameLength("predictions", predictions.length, "targets", targets.length);
        }

        /// A copy.
        @Override
        public double[] predictions() {
            return predictions.clone();
        }

        /// A copy.
        @Override
        public double[] meanSquaredErrors() {
            return meanSquaredErrors.clone();
        }

        /// A copy.
        @Override
        public double[] targets() {
            return targets.clone();
        }

        /// Root mean squared error over all held-out rows.
        public double rootMeanSquaredError() {
            return Math.sqrt(squaredError() / targets.length);
        }

        /// `1 − Σ(y − ŷ)²/Σ(y − ȳ)²` over the held-out rows: 0 for predicting the mean, negative for worse than that.
        ///
        /// @throws IllegalArgumentException if the target is constant up to rounding, so that there is nothing to explain
        public double rSquared() {
            double mean = CompensatedSum.of(targets) / targets.length;
            double total = CompensatedSum.of(Arrays.stream(targets).map(y -> (y - mean) * (y - mean)).toArray());
            if (!Vectors.vary(targets)) {
                throw new IllegalArgumentException("targets must vary by more than rounding for a share of variance, but all are " + targets[0]);
            }
            return 1 - squaredError() / total;
        }

        private double squaredError() {
            return CompensatedSum.of(IntStream.range(0, targets.length)
                    .mapToDouble(i -> (targets[i] - predictions[i]) * (targets[i] - predictions[i]))
                    .toArray());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Result that
                    && Arrays.equals(predictions, that.predictions)
                    && Arrays.equals(meanSquaredErrors, that.meanSquaredErrors)
                    && Arrays.equals(targets, that.targets);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Arrays.hashCode(predictions) + Arrays.hashCode(meanSquaredErrors)) + Arrays.hashCode(targets);
        }

        /// The error of each fold and of all held-out rows.
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("fold   root mean squared error");
            for (int f = 0; f < meanSquaredErrors.length; f++) {
                text.append(String.format(Locale.ROOT, "%n%4d   %23.6g", f + 1, Math.sqrt(meanSquaredErrors[f])));
            }
            return text.append(String.format(Locale.ROOT, "%n all   %23.6g", rootMeanSquaredError())).toString();
        }
    }
}
