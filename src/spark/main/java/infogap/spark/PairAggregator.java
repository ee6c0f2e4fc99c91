package infogap.spark;

import infogap.information.ContingencyTable;
import infogap.information.MutualInformation;
import infogap.information.PairAccumulator;
import infogap.information.Unit;
import infogap.numeric.Checks;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// Counts of pairs as an aggregate: what two columns tell about each other, for each group, all groups in one pass.
///
///     customers.groupBy("region").agg(PairAggregator.of("channel", "churned").column().as("pairs")).select("region", "pairs.bits");
///
/// Both columns are compared by their text. The result is a struct: `n` pairs, `skipped` rows in which one is null, the sizes `rows` and
/// `columns` of the alphabets, `bits` of mutual information (the plug-in estimate), and `checkpoint`, the bytes of a [PairAccumulator] with labels of
/// type `String`, from which [#table] makes the table with every estimator and test.
public final class PairAggregator extends Aggregator<Row, PairBuffer, Row> {

    private static final long serialVersionUID = 1;

    private static final StructType SCHEMA = new StructType()
            .add("n", DataTypes.LongType)
            .add("skipped", DataTypes.LongType)
            .add("rows", DataTypes.IntegerType)
            .add("columns", DataTypes.IntegerType)
            .add("bits", DataTypes.DoubleType)
            .add("checkpoint", DataTypes.BinaryType);

    private final String x;
    private final String y;

    private PairAggregator(String x, String y) {
        this.x = x;
        this.y = y;
    }

    /// Of the columns with these names.
    ///
    /// @throws IllegalArgumentException if a name is blank
    public static PairAggregator of(String x, String y) {
        return new PairAggregator(Checks.text("x", x), Checks.text("y", y));
    }

    /// The aggregate over the columns of these names.
    public Column column() {
        return function().apply(text(x), text(y));
    }

    private static Column text(String name) {
        return functions.col("`" + name.replace("`", "``") + "`").cast(DataTypes.StringType);
    }

    /// The aggregate as a function of both columns; for SQL by `spark.udf().register("pair_counts", …)`.
    public UserDefinedFunction function() {
        return functions.udaf(this, Encoders.row(new StructType().add("x", DataTypes.StringType).add("y", DataTypes.StringType)));
    }

    /// The table of a result's `checkpoint`.
    ///
    /// @throws IllegalArgumentException if the bytes are no checkpoint of pair counts, or of none
    public static ContingencyTable<String, String> table(byte[] checkpoint) {
        return PairAccumulator.ofBytes(checkpoint, String.class, String.class).table();
    }

    @Override
    public PairBuffer zero() {
        return new PairBuffer();
    }

    /// One row, whose first two columns are the pair.
    @Override
    public PairBuffer reduce(PairBuffer buffer, Row row) {
        if (row.isNullAt(0) || row.isNullAt(1)) {
            buffer.skipped++;
        } else {
            buffer.pairs.add(row.get(0).toString(), row.get(1).toString());
        }
        return buffer;
    }

    @Override
    public PairBuffer merge(PairBuffer first, PairBuffer second) {
        return first.merge(second);
    }

    @Override
    public Row finish(PairBuffer buffer) {
        if (buffer.pairs.observations() == 0) {
            return RowFactory.create(0L, buffer.skipped, 0, 0, null, buffer.pairs.toBytes());
        }
        ContingencyTable<Object, Object> table = buffer.pairs.table();
        return RowFactory.create(table.total(), buffer.skipped, table.rows().size(), table.columns().size(), MutualInformation.of(table, Unit.BITS),
                buffer.pairs.toBytes());
    }

    @Override
    public Encoder<PairBuffer> bufferEncoder() {
        return Encoders.kryo(PairBuffer.class);
    }

    @Override
    public Encoder<Row> outputEncoder() {
        return Encoders.row(SCHEMA);
    }
}
