package infogap.spark;

import infogap.regression.LeastSquaresAccumulator;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;

/// `least_squares_merge(checkpoint)`: the fit to all rows that checkpoints of one model stand for; a null is none.
final class CheckpointFunction extends Aggregator<byte[], FitBuffer, Row> {

    private static final long serialVersionUID = 1;

    @Override
    public FitBuffer zero() {
        return FitBuffer.unnamed();
    }

    @Override
    public FitBuffer reduce(FitBuffer buffer, byte[] checkpoint) {
        return checkpoint == null ? buffer : buffer.merge(new FitBuffer(LeastSquaresAccumulator.ofBytes(checkpoint)));
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
