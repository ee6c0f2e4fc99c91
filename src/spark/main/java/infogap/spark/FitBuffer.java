package infogap.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoSerializable;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import infogap.regression.LeastSquaresAccumulator;
import java.util.List;

/// The rows of one group so far. It travels between tasks as the accumulator's own bytes; Kryo only frames them.
public final class FitBuffer implements KryoSerializable {

    LeastSquaresAccumulator sums;
    long skipped;

    /// For Kryo.
    FitBuffer() {}

    FitBuffer(LeastSquaresAccumulator sums) {
        this.sums = sums;
    }

    /// Sums without a row whose columns are named later, when the first row shows how many there are.
    static FitBuffer unnamed() {
        return new FitBuffer(null);
    }

    void add(double[] regressors, double response) {
        sums.add(regressors, response);
    }

    FitBuffer merge(FitBuffer other) {
        if (sums == null) {
            sums = other.sums;
        } else if (other.sums != null) {
            sums = sums.rows() == 0 ? sums.merge(other.sums) : other.sums.rows() == 0 ? sums : sums.merge(other.sums);
        }
        skipped += other.skipped;
        return this;
    }

    /// Sums for so many regressors x1, x2, ….
    static LeastSquaresAccumulator numbered(int regressors) {
        List<String> names = java.util.stream.IntStream.rangeClosed(1, regressors).mapToObj(k -> "x" + k).toList();
        return LeastSquaresAccumulator.of(names, "y");
    }

    @Override
    public void write(Kryo kryo, Output output) {
        byte[] bytes = sums == null ? new byte[0] : sums.toBytes();
        output.writeLong(skipped);
        output.writeInt(bytes.length);
        output.writeBytes(bytes);
    }

    @Override
    public void read(Kryo kryo, Input input) {
        skipped = input.readLong();
        byte[] bytes = input.readBytes(input.readInt());
        sums = bytes.length == 0 ? null : LeastSquaresAccumulator.ofBytes(bytes);
    }
}
