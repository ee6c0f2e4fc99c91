package infogap.spark;

import infogap.numeric.Checks;
import infogap.regression.ClusterAccumulator;
import infogap.regression.Coefficient;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.LeastSquaresAccumulator;
import infogap.regression.RobustAccumulator;
import infogap.regression.RobustCovariance;
import infogap.regression.SandwichSum;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;

/// Ordinary least squares over a dataset of any size, in one pass: the same [LeastSquares] as in memory, with its trusted digits and with
/// collinear columns by name.
///
///     LeastSquares fit = SparkLeastSquares.fit(customers, "purchase", List.of("age", "income"));
///
/// [#of] keeps what else the pass has found: which rows were incomplete, the sums as a checkpoint, and the way to a second pass for
/// standard errors that are robust or clustered:
///
///     SparkLeastSquares pass = SparkLeastSquares.of(customers, "purchase", List.of("age", "income"), IncompleteRows.SKIP);
///     pass.rows();
///     pass.coefficients(RobustCovariance.HC3);
///     pass.clusterCoefficients("region");
///
/// Each pass reads the dataset again, so that it must hold the same rows each time: a dataset that is drawn at random must be cached.
/// Columns of booleans count as 0 and 1; decimals and integers are read as the nearest double.
public final class SparkLeastSquares {

    private final Dataset<?> dataset;
    private final List<String> columns;
    private final IncompleteRows rule;
    private final LeastSquaresAccumulator accumulator;
    private final RowCounts rows;
    private final LeastSquares fit;

    private SparkLeastSquares(Dataset<?> dataset, List<String> columns, IncompleteRows rule, LeastSquaresAccumulator accumulator, RowCounts rows) {
        this.dataset = dataset;
        this.columns = columns;
        this.rule = rule;
        this.accumulator = accumulator;
        this.rows = rows;
        this.fit = accumulator.fit();
    }

    /// The response on the regressors and a constant; incomplete rows are refused.
    ///
    /// @throws IllegalArgumentException as [#of]
    public static LeastSquares fit(Dataset<?> dataset, String response, List<String> regressors) {
        return of(dataset, response, regressors, IncompleteRows.REFUSE).fit();
    }

    /// One pass: the response on the regressors and a constant.
    ///
    /// @throws IllegalArgumentException if a column is not there or no number, rows are incomplete and refused, or there are fewer complete rows
    ///     than coefficients
    public static SparkLeastSquares of(Dataset<?> dataset, String response, List<String> regressors, IncompleteRows rule) {
        return pass(dataset, LeastSquaresAccumulator.of(regressors, response), rule);
    }

    /// One pass: the response on the regressors without a constant.
    ///
    /// @throws IllegalArgumentException as [#of]
    public static SparkLeastSquares withoutIntercept(Dataset<?> dataset, String response, List<String> regressors, IncompleteRows rule) {
        return pass(dataset, LeastSquaresAccumulator.of(regressors, response, false), rule);
    }

    private static SparkLeastSquares pass(Dataset<?> dataset, LeastSquaresAccumulator empty, IncompleteRows rule) {
        Checks.present("rule", rule);
        List<String> columns = new ArrayList<>(empty.regressors());
        columns.add(empty.response());
        byte[] start = empty.toBytes();
        Partial whole = Partials.of(NumberColumns.select(dataset, columns), rows -> List.of(pass(rows, start)).iterator(),
                SparkLeastSquares::merged, start.length);
        RowCounts rows = RowCounts.of(columns, whole.counters()).under(rule);
        return new SparkLeastSquares(dataset, List.copyOf(columns), rule, LeastSquaresAccumulator.ofBytes(whole.bytes()), rows);
    }

    private static Partial pass(Iterator<InternalRow> rows, byte[] start) {
        LeastSquaresAccumulator sums = LeastSquaresAccumulator.ofBytes(start);
        double[] regressors = new double[sums.regressors().size()];
        NumberColumns numbers = new NumberColumns(regressors.length + 1);
        while (rows.hasNext()) {
            if (numbers.read(rows.next())) {
                numbers.copyTo(regressors);
                sums.add(regressors, numbers.value(regressors.length));
            }
        }
        return new Partial(sums.toBytes(), numbers.counters());
    }

    private static Partial merged(Partial first, Partial second) {
        RowCounts.add(first.counters(), second.counters());
        return new Partial(LeastSquaresAccumulator.ofBytes(first.bytes()).merge(LeastSquaresAccumulator.ofBytes(second.bytes())).toBytes(), first.counters());
    }

    /// The fit.
    public LeastSquares fit() {
        return fit;
    }

    /// How many rows were read and used, and what was missing.
    public RowCounts rows() {
        return rows;
    }

    /// The sums: a checkpoint to save, to carry on or to merge with others.
    public LeastSquaresAccumulator accumulator() {
        return accumulator;
    }

    /// The covariance of the coefficients without the assumption of equal variances, by a second pass.
    ///
    /// @throws IllegalStateException if the fit has no inference
    /// @throws IllegalArgumentException if the dataset has other rows than in the first pass
    public double[][] covariance(RobustCovariance kind) {
        return robust(kind).covariance(fit.orThrow());
    }

    /// The coefficient table at 95 % with standard errors that do not assume equal variances, by a second pass.
    ///
    /// @throws IllegalStateException as [#covariance]
    /// @throws IllegalArgumentException as [#covariance]
    public List<Coefficient> coefficients(RobustCovariance kind) {
        return robust(kind).coefficients(fit.orThrow());
    }

    private SandwichSum robust(RobustCovariance kind) {
        Checks.present("kind", kind);
        fit.orThrow();
        byte[] sums = accumulator.toBytes();
        return second(NumberColumns.select(dataset, columns), rows -> List.of(robust(rows, sums, kind)).iterator());
    }

    private static Partial robust(Iterator<InternalRow> rows, byte[] sums, RobustCovariance kind) {
        FittedModel model = LeastSquaresAccumulator.ofBytes(sums).fit().orThrow();
        RobustAccumulator second = RobustAccumulator.of(model, kind);
        double[] regressors = new double[model.names().size() - (model.hasIntercept() ? 1 : 0)];
        NumberColumns numbers = new NumberColumns(regressors.length + 1);
        while (rows.hasNext()) {
            if (numbers.read(rows.next())) {
                numbers.copyTo(regressors);
                second.add(regressors, numbers.value(regressors.length));
            }
        }
        return new Partial(second.sum().toBytes(), numbers.counters());
    }

    /// The covariance that lets the errors of a cluster depend on each other (CR1), by a second pass; rows with one value in this column are a
    /// cluster. Spark brings each cluster into one partition; memory there grows with its number of clusters.
    ///
    /// @throws IllegalStateException as [#covariance]
    /// @throws IllegalArgumentException also if there is no such column, it is null in a row of the fit, or it has only one value
    public double[][] clusterCovariance(String column) {
        return clustered(column).covariance(fit.orThrow());
    }

    /// The coefficient table at 95 % with clustered standard errors.
    ///
    /// @throws IllegalStateException as [#covariance]
    /// @throws IllegalArgumentException as [#clusterCovariance]
    public List<Coefficient> clusterCoefficients(String column) {
        return clustered(column).coefficients(fit.orThrow());
    }

    private SandwichSum clustered(String name) {
        fit.orThrow();
        DataType type = NumberColumns.type(dataset, name);
        boolean integral = type instanceof IntegralType;
        // numbers and texts are compared, everything else by its text
        Column cluster = NumberColumns.column(dataset, name).cast(integral ? DataTypes.LongType : DataTypes.StringType).as("cluster of the row");
        Dataset<?> selected = NumberColumns.select(dataset, columns, cluster);
        byte[] sums = accumulator.toBytes();
        return second(selected.repartition(selected.col("`cluster of the row`")), rows -> List.of(clustered(rows, sums, integral, name)).iterator());
    }

    private static Partial clustered(Iterator<InternalRow> rows, byte[] sums, boolean integral, String name) {
        FittedModel model = LeastSquaresAccumulator.ofBytes(sums).fit().orThrow();
        ClusterAccumulator second = ClusterAccumulator.of(model);
        double[] regressors = new double[model.names().size() - (model.hasIntercept() ? 1 : 0)];
        int response = regressors.length;
        int cluster = response + 1;
        NumberColumns numbers = new NumberColumns(cluster);
        long[] counters = new long[1 + numbers.counters().length];
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            if (numbers.read(row)) {
                if (row.isNullAt(cluster)) {
                    counters[counters.length - 1]++;
                } else {
                    numbers.copyTo(regressors);
                    Object label = integral ? row.getLong(cluster) : row.getUTF8String(cluster).toString();
                    second.add(label, regressors, numbers.value(response));
                }
            }
        }
        System.arraycopy(numbers.counters(), 0, counters, 0, counters.length - 1);
        return new Partial(second.sum().toBytes(), counters);
    }

    private SandwichSum second(Dataset<?> selected, org.apache.spark.api.java.function.FlatMapFunction<Iterator<InternalRow>, Partial> pass) {
        long entries = (columns.size() + 1L) * columns.size() / 2;
        Partial whole = Partials.of(selected, pass, SparkLeastSquares::mergedSandwich, entries * 16);
        long[] counters = whole.counters();
        boolean clusters = counters.length > RowCounts.counters(columns.size()).length;
        if (clusters && counters[counters.length - 1] > 0) {
            throw new IllegalArgumentException("the cluster's column must have a value in each row of the fit, but is null in "
                    + counters[counters.length - 1] + " of " + rows.used());
        }
        return SandwichSum.ofBytes(whole.bytes());
    }

    private static Partial mergedSandwich(Partial first, Partial second) {
        RowCounts.add(first.counters(), second.counters());
        return new Partial(SandwichSum.ofBytes(first.bytes()).merge(SandwichSum.ofBytes(second.bytes())).toBytes(), first.counters());
    }

    /// The fit's summary, and what became of the rows.
    @Override
    public String toString() {
        return fit + "Rows: " + rows + (rows.skipped() > 0 ? ", the others were left out (IncompleteRows." + rule + ")" : "") + "\n";
    }
}
