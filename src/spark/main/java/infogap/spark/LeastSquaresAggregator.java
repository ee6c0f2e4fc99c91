package infogap.spark;

import infogap.numeric.Checks;
import infogap.regression.LeastSquaresAccumulator;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// Least squares as an aggregate: one model for each group, all groups in one pass.
///
///     LeastSquaresAggregator model = LeastSquaresAggregator.of("purchase", List.of("age", "income"));
///     customers.groupBy("region").agg(model.column().as("fit")).select("region", "fit.estimates", "fit.outcome");
///
/// The result is a struct: `outcome` ("fitted", or why there is no inference: "rank deficient: total = 1·a + 1·b", "perfect fit: …",
/// "too few rows: …", "no rows"), `rows`, `skipped`, `names`, `estimates`, `standard_errors`, `t`, `p`, `r_squared`, `residual_standard_error`,
/// `digits` (how many of the worst coefficient can be trusted), and `checkpoint`, the bytes of a [LeastSquaresAccumulator]. A number that
/// does not exist is null.
///
/// Rows in which a column is null, NaN, infinite or beyond 2⁴⁰⁰ are left out and counted in `skipped`, as [IncompleteRows#SKIP] does.
public final class LeastSquaresAggregator extends Aggregator<Row, FitBuffer, Row> {

    private static final long serialVersionUID = 1;
    private static final double LARGEST = 0x1p400;

    private final String response;
    private final ArrayList<String> regressors;

    private LeastSquaresAggregator(String response, ArrayList<String> regressors) {
        this.response = response;
        this.regressors = regressors;
    }

    /// The response on the regressors and a constant.
    ///
    /// @throws IllegalArgumentException if a name is blank or repeats, or there is no regressor
    public static LeastSquaresAggregator of(String response, List<String> regressors) {
        LeastSquaresAccumulator checked = LeastSquaresAccumulator.of(regressors, response);
        return new LeastSquaresAggregator(checked.response(), new ArrayList<>(checked.regressors()));
    }

    /// The aggregate over the columns of these names.
    public Column column() {
        List<Column> columns = new ArrayList<>();
        regressors.forEach(name -> columns.add(named(name)));
        columns.add(named(response));
        return function().apply(columns.toArray(Column[]::new));
    }

    private static Column named(String name) {
        return functions.col("`" + name.replace("`", "``") + "`").cast(DataTypes.DoubleType);
    }

    /// The aggregate as a function of the regressors in their order, then the response; for SQL by `spark.udf().register("model", …)`.
    public UserDefinedFunction function() {
        StructType arguments = new StructType();
        for (String name : regressors) {
            arguments = arguments.add(name, DataTypes.DoubleType);
        }
        return functions.udaf(this, Encoders.row(arguments.add(response, DataTypes.DoubleType)));
    }

    @Override
    public FitBuffer zero() {
        return new FitBuffer(LeastSquaresAccumulator.of(regressors, response));
    }

    /// One row: the columns are found by name in a typed aggregation over rows.
    @Override
    public FitBuffer reduce(FitBuffer buffer, Row row) {
        double[] x = new double[regressors.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = value(row, regressors.get(k));
        }
        double y = value(row, response);
        add(buffer, x, y);
        return buffer;
    }

    /// A null counts as NaN: both are left out.
    private static double value(Row row, String name) {
        Object value = row.get(row.fieldIndex(name));
        return switch (value) {
            case null -> Double.NaN;
            case Number number -> number.doubleValue();
            case Boolean flag -> flag ? 1 : 0;
            default -> throw new IllegalArgumentException("the column '" + name + "' must hold numbers, but holds '" + value + "'");
        };
    }

    static void add(FitBuffer buffer, double[] x, double y) {
        boolean complete = Math.abs(y) <= LARGEST;
        for (double value : x) {
            complete &= Math.abs(value) <= LARGEST;
        }
        if (complete) {
            buffer.add(x, y);
        } else {
            buffer.skipped++;
        }
    }

    @Override
    public FitBuffer merge(FitBuffer first, FitBuffer second) {
        return Checks.present("first", first).merge(second);
    }

    @Override
    public Row finish(FitBuffer buffer) {
        return FitRow.of(buffer);
    }

    @Override
    public Encoder<FitBuffer> bufferEncoder() {
        return Encoders.kryo(FitBuffer.class);
    }

    @Override
    public Encoder<Row> outputEncoder() {
        return Encoders.row(FitRow.SCHEMA);
    }
}
