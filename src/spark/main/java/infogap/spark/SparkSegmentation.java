package infogap.spark;

import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/// Segments of a dataset that is not in memory: centres, sizes, and the sums of squares, `total = within + between`. Labels 0 … k − 1 stand in the
/// order of the centres' first coordinate, then the next; [#orderedBy] gives them another order.
///
/// @param columns the features
/// @param centres the segments' means, by label
/// @param sizes the number of rows in each segment
/// @param within the sum of squared errors, SSE
/// @param total the sum of squares around the grand mean
/// @param rounds how many of Lloyd's iterations it took
/// @param fixedPoint whether each centre is the mean of the rows nearest to it; otherwise the search ended early
/// @param rows how many rows were read and used, and what was missing
public record SparkSegmentation(List<String> columns, double[][] centres, long[] sizes, double within, double total, int rounds, boolean fixedPoint, RowCounts rows) {

    static SparkSegmentation of(List<String> columns, double[][] centres, long[] sizes, double within, double total, int rounds, boolean fixedPoint,
            RowCounts rows) {
        return new SparkSegmentation(columns, centres, sizes, within, total, rounds, fixedPoint, rows).ordered(Arrays::compare);
    }

    /// Copies list and arrays.
    public SparkSegmentation {
        columns = List.copyOf(columns);
        centres = copy(centres);
        sizes = sizes.clone();
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    private SparkSegmentation ordered(Comparator<double[]> order) {
        int[] sorted = IntStream.range(0, sizes.length).boxed().sorted(Comparator.comparing(c -> centres[c], order)).mapToInt(Integer::intValue).toArray();
        double[][] ordered = Arrays.stream(sorted).mapToObj(c -> centres[c]).toArray(double[][]::new);
        return new SparkSegmentation(columns, ordered, Arrays.stream(sorted).mapToLong(c -> sizes[c]).toArray(), within, total, rounds, fixedPoint, rows);
    }

    /// The number of segments.
    public int k() {
        return sizes.length;
    }

    /// `total − within`.
    public double between() {
        return total - within;
    }

    /// `between/total` in [0, 1].
    public double shareClosed() {
        return between() / total;
    }

    /// The same segments with labels in ascending order of the centres' coordinate in this column.
    ///
    /// @throws IllegalArgumentException if there is no such column, or two centres have the same coordinate, so that no order follows
    public SparkSegmentation orderedBy(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("column must be one of " + columns + ", but is '" + column + "'");
        }
        if (Arrays.stream(centres).mapToDouble(centre -> centre[index]).distinct().count() < k()) {
            throw new IllegalArgumentException("centres must differ in '" + column + "' to be ordered by it, but are "
                    + Arrays.toString(Arrays.stream(centres).mapToDouble(centre -> centre[index]).toArray()));
        }
        return ordered(Comparator.comparingDouble(centre -> centre[index]));
    }

    /// The segment whose centre is nearest to a row, the first of equally near ones.
    ///
    /// @throws IllegalArgumentException if the row has another number of columns or is not finite
    public int nearest(double... row) {
        double[] point = Checks.finite("row", row);
        Checks.sameLength("row", point.length, "columns", columns.size());
        return CentreSums.nearest(point, centres);
    }

    /// The dataset with a further column that holds each row's segment; null where a feature is null or NaN.
    ///
    /// @throws IllegalArgumentException if a feature is not there or no number
    public Dataset<Row> label(Dataset<?> dataset, String column) {
        NumberColumns.select(dataset, columns);
        double[][] fixed = copy(centres);
        UDF1<Row, Integer> nearest = row -> {
            double[] point = new double[row.size()];
            for (int j = 0; j < point.length; j++) {
                if (row.isNullAt(j) || Double.isNaN(row.getDouble(j))) {
                    return null;
                }
                point[j] = row.getDouble(j);
            }
            return CentreSums.nearest(point, fixed);
        };
        Column[] features = columns.stream().map(name -> NumberColumns.column(dataset, name).cast(DataTypes.DoubleType)).toArray(Column[]::new);
        return dataset.withColumn(Checks.text("column", column), functions.udf(nearest, DataTypes.IntegerType).apply(functions.struct(features)));
    }

    /// A copy.
    @Override
    public double[][] centres() {
        return copy(centres);
    }

    /// A copy.
    @Override
    public long[] sizes() {
        return sizes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparkSegmentation that && columns.equals(that.columns) && Arrays.deepEquals(centres, that.centres)
                && Arrays.equals(sizes, that.sizes) && within == that.within && total == that.total && fixedPoint == that.fixedPoint;
    }

    @Override
    public int hashCode() {
        return 31 * columns.hashCode() + Arrays.deepHashCode(centres);
    }

    /// The centres as a table, and the sums of squares.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("segment       rows");
        columns.forEach(name -> text.append(String.format(Locale.ROOT, "  %12s", name)));
        for (int c = 0; c < k(); c++) {
            text.append(String.format(Locale.ROOT, "%n%7d %10d", c, sizes[c]));
            Arrays.stream(centres[c]).forEach(x -> text.append(String.format(Locale.ROOT, "  %12.6g", x)));
        }
        return text.append(String.format(Locale.ROOT, "%nSSE %.6g of %.6g: %.2f %% of the gap closed%n%s after %d rounds; %s",
                within, total, 100 * shareClosed(), fixedPoint ? "a fixed point" : "no fixed point yet", rounds, rows)).toString();
    }
}
