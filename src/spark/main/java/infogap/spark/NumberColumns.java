package infogap.spark;

import infogap.numeric.Checks;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

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

    /// The rows as the engine holds them: a row lives until the next one is asked for. What is read by columns, as from Parquet, is looked at where it lies
    /// and not copied into rows first.
    static JavaRDD<InternalRow> rows(Dataset<?> selected) {
        return byColumns(selected.queryExecution().executedPlan())
                .map(plan -> plan.executeColumnar().toJavaRDD().mapPartitions(NumberColumns::rowsOf))
                .orElseGet(() -> selected.queryExecution().toRdd().toJavaRDD());
    }

    /// The part of a plan that gives columns, where nothing but their turning into rows stands above it.
    private static Optional<SparkPlan> byColumns(SparkPlan plan) {
        return switch (plan) {
            case WholeStageCodegenExec stage -> byColumns(stage.child());
            case ColumnarToRowExec turning -> Optional.of(turning.child() instanceof InputAdapter input ? input.child() : turning.child());
            default -> Optional.empty();
        };
    }

    /// One batch after the other: the next one's columns overwrite those of the last.
    private static Iterator<InternalRow> rowsOf(Iterator<ColumnarBatch> batches) {
        return new Iterator<>() {
            private Iterator<InternalRow> batch = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!batch.hasNext() && batches.hasNext()) {
                    batch = batches.next().rowIterator();
                }
                return batch.hasNext();
            }

            @Override
            public InternalRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("no more rows");
                }
                return batch.next();
            }
        };
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
