package infogap.spark;

import infogap.numeric.Checks;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;

/// Columns of a dataset read as doubles, row by row and without boxing.
final class NumberColumns implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /// What the accumulators hold: products of larger numbers would overflow.
    private static final double LARGEST = 0x1p400;

    private final int count;
    private final long[] counters;
    private final double[] values;

    NumberColumns(int count) {
        this.count = count;
        this.counters = RowCounts.counters(count);
        this.values = new double[count];
    }

    /// The named columns as doubles, and further ones as they are.
    ///
    /// @throws IllegalArgumentException if a column is not there, or no number
    static Dataset<?> select(Dataset<?> rows, List<String> names, Column... further) {
        Checks.present("dataset", rows);
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            DataType type = type(rows, name);
            if (!(type instanceof NumericType || type instanceof BooleanType)) {
                throw new IllegalArgumentException("the column '" + name + "' must hold numbers, but holds " + type.simpleString() + ": cast it");
            }
            columns.add(column(rows, name).cast(DataTypes.DoubleType));
        }
        columns.addAll(Arrays.asList(further));
        return rows.select(columns.toArray(Column[]::new));
    }

    static Column column(Dataset<?> rows, String name) {
        return rows.col("`" + name.replace("`", "``") + "`");
    }

    static DataType type(Dataset<?> rows, String name) {
        Checks.text("column", name);
        return Arrays.stream(rows.schema().fields())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the dataset must have a column '" + name + "', but has " + Arrays.toString(rows.columns())))
                .dataType();
    }

    /// The rows as the engine holds them: a row lives until the next one is asked for.
    static RDD<InternalRow> rows(Dataset<?> selected) {
        return selected.queryExecution().toRdd();
    }

    /// Reads and counts a row.
    ///
    /// @return whether it is complete, and [#values] are its
    boolean read(InternalRow row) {
        boolean complete = true;
        for (int k = 0; k < count; k++) {
            if (row.isNullAt(k)) {
                counters[RowCounts.counter(k, 0)]++;
                complete = false;
            } else {
                double value = row.getDouble(k);
                values[k] = value;
                if (!(Math.abs(value) <= LARGEST)) {
                    counters[RowCounts.counter(k, Double.isNaN(value) ? 1 : 2)]++;
                    complete = false;
                }
            }
        }
        counters[0]++;
        if (complete) {
            counters[1]++;
        }
        return complete;
    }

    double value(int column) {
        return values[column];
    }

    /// The first of the last row's values.
    void copyTo(double[] first) {
        System.arraycopy(values, 0, first, 0, first.length);
    }

    long[] counters() {
        return counters;
    }
}
