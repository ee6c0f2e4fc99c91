package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The second pass of a streamed fit, for errors that depend on each other within a cluster (CR1, as [FittedModel#clusterCovariance]): it sees
/// every row again, with the cluster that it belongs to.
///
///     ClusterAccumulator second = ClusterAccumulator.of(model);
///     second.add("华北", new double[] {age, income}, purchase);    // every row
///     second.sum().coefficients(model);
///
/// Memory grows with the number of clusters. Parts of the rows may be passed apart: where they share clusters the accumulators
/// merge, where they do not their [SandwichSum]s do. Filled by one thread at a time.
public final class ClusterAccumulator {

    private final Solution solution;
    private final RobustAccumulator.StreamedRow row;
    private final Map<Object, DoubleDouble[]> scores = new LinkedHashMap<>();
    private long rows;

    private ClusterAccumulator(FittedModel model) {
        this.solution = model.solution();
        this.row = new RobustAccumulator.StreamedRow(solution);
    }

    /// Before the first row.
    public static ClusterAccumulator of(FittedModel model) {
        return new ClusterAccumulator(Checks.present("model", model));
    }

    /// One row of the fit, and its cluster: any value with equals.
    ///
    /// @throws IllegalArgumentException if the cluster is null, there is not one number for each regressor, or one is not finite
    public void add(Object cluster, double[] regressors, double response) {
        Checks.present("cluster", cluster);
        row.read(regressors, response);
        DoubleDouble[] score = score(cluster);
        for (int k = 0; k < score.length; k++) {
            score[k] = score[k].plus(DoubleDouble.product(row.residual, row.whitened[k]));
        }
        rows++;
    }

    private DoubleDouble[] score(Object cluster) {
        return scores.computeIfAbsent(cluster, _ -> {
            DoubleDouble[] zero = new DoubleDouble[solution.columns()];
            Arrays.fill(zero, DoubleDouble.ZERO);
            return zero;
        });
    }

    /// Adds the rows that another accumulator of the same model has seen.
    public void addAll(ClusterAccumulator other) {
        Checks.sameLength("columns", solution.columns(), "the other's columns", Checks.present("other", other).solution.columns());
        other.scores.forEach((cluster, added) -> {
            DoubleDouble[] score = score(cluster);
            for (int k = 0; k < score.length; k++) {
                score[k] = score[k].plus(added[k]);
            }
        });
        rows += other.rows;
    }

    /// What the clusters so far add up to; no row of theirs may follow.
    public SandwichSum sum() {
        Sandwich sandwich = new Sandwich(solution);
        for (DoubleDouble[] score : scores.values()) {
            sandwich.add(Arrays.stream(score).mapToDouble(DoubleDouble::toDouble).toArray(), 1);
        }
        return new SandwichSum(rows, scores.size(), sandwich.middle());
    }
}
