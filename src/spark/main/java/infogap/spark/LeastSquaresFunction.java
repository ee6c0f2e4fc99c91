package infogap.spark;

import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// `least_squares(y, array(x1, x2, …))`: as [LeastSquaresAggregator], for any number of regressors, which are named by their position.
final class LeastSquaresFunction extends Aggregator<Row, FitBuffer, Row> {

    private static final long serialVersionUID = 1;

    static final StructType ARGUMENTS = new StructType()
            .add("y", DataTypes.DoubleType)
            .add("x", DataTypes.createArrayType(DataTypes.DoubleType));

    @Override
    public FitBuffer zero() {
        return FitBuffer.unnamed();
    }

    @Override
    public FitBuffer reduce(FitBuffer buffer, Row row) {
        if (row.isNullAt(0) || row.isNullAt(1)) {
            buffer.skipped++;
            return buffer;
        }
        List<Double> given = row.getList(1);
        double[] x = new double[given.size()];
        for (int k = 0; k < x.length; k++) {
            Double value = given.get(k);
            x[k] = value == null ? Double.NaN : value;
        }
        if (buffer.sums == null) {
            buffer.sums = FitBuffer.numbered(x.length);
        }
        LeastSquaresAggregator.add(buffer, x, row.getDouble(0));
        return buffer;
    }

    @Override
    public FitBuffer merge(FitBuffer first, FitBuffer second) {
        return first.merge(second);
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
