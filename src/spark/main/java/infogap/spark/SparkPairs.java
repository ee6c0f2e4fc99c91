package infogap.spark;

import infogap.information.ContingencyTable;
import infogap.information.PairAccumulator;
import infogap.numeric.Checks;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/// How often the values of two columns come together, for a dataset of any size.
///
///     ContingencyTable<Object, Object> table = SparkPairs.table(customers, "channel", "churned");
///     EstimatorPanel.of(table, Unit.BITS);
///
/// Spark counts; what travels to the driver is one row for each different pair. Columns may be of any type: integers, decimals, texts and
/// booleans are labels as they are, days are `LocalDate`, times `Instant` or `LocalDateTime`; bytes are labels in hexadecimal, and structs, arrays and maps by the text
/// that Spark casts them to. Labels stand in their natural order.
public final class SparkPairs {

    private final PairAccumulator<Object, Object> pairs;
    private final RowCounts rows;

    private SparkPairs(PairAccumulator<Object, Object> pairs, RowCounts rows) {
        this.pairs = pairs;
        this.rows = rows;
    }

    /// The table of two columns; rows in which one is null or NaN are refused.
    ///
    /// @throws IllegalArgumentException as [#of]
    public static ContingencyTable<Object, Object> table(Dataset<?> dataset, String x, String y) {
        return of(dataset, x, y, IncompleteRows.REFUSE).table();
    }

    /// Counts two columns. An infinity is a value like others here.
    ///
    /// @throws IllegalArgumentException if a column is not there, rows are incomplete and refused, no row is complete, or the different values make
    ///     more than [ContingencyTable#MAXIMAL_CELLS] cells
    public static SparkPairs of(Dataset<?> dataset, String x, String y, IncompleteRows rule) {
        Checks.present("rule", rule);
        Checks.present("dataset", dataset);
        Dataset<Row> counted = dataset.select(label(dataset, x).as("x"), label(dataset, y).as("y")).groupBy("x", "y").count();
        PairAccumulator<Object, Object> pairs = new PairAccumulator<>();
        long[] counters = RowCounts.counters(2);
        // partition by partition: too large alphabets are noticed before all of them are here
        for (Iterator<Row> groups = counted.toLocalIterator(); groups.hasNext();) {
            Row group = groups.next();
            long count = group.getLong(2);
            counters[0] += count;
            if (isComplete(group, 0, count, counters) & isComplete(group, 1, count, counters)) {
                counters[1] += count;
                pairs.add(value(group.get(0)), value(group.get(1)), count);
            }
        }
        RowCounts rows = RowCounts.of(List.of(x, y), counters).under(rule);
        if (rows.used() == 0) {
            throw new IllegalArgumentException("the dataset must have a complete row, but " + rows);
        }
        return new SparkPairs(pairs, rows);
    }

    private static Column label(Dataset<?> dataset, String name) {
        DataType type = NumberColumns.type(dataset, name);
        Column column = NumberColumns.column(dataset, name);
        boolean composed = type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
        return composed ? column.cast(DataTypes.StringType) : column;
    }

    private static boolean isComplete(Row group, int column, long count, long[] counters) {
        Object value = group.get(column);
        boolean notNumber = value instanceof Double number && number.isNaN() || value instanceof Float other && other.isNaN();
        if (value != null && !notNumber) {
            return true;
        }
        counters[RowCounts.counter(column, value == null ? 0 : 1)] += count;
        return false;
    }

    private static Object value(Object label) {
        return switch (label) {
            case Date day -> day.toLocalDate();
            case Timestamp time -> time.toInstant();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            default -> label;
        };
    }

    /// The table.
    public ContingencyTable<Object, Object> table() {
        return pairs.table();
    }

    /// The counts: a checkpoint to save, to carry on or to merge with others.
    public PairAccumulator<Object, Object> accumulator() {
        return pairs;
    }

    /// How many rows were read and used, and what was missing.
    public RowCounts rows() {
        return rows;
    }

    @Override
    public String toString() {
        return pairs + "; " + rows;
    }
}
