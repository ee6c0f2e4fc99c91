package infogap.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoSerializable;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import infogap.information.PairAccumulator;

/// The pairs of one group so far. It travels between tasks as the accumulator's own bytes; Kryo only frames them.
public final class PairBuffer implements KryoSerializable {

    PairAccumulator<Object, Object> pairs = new PairAccumulator<>();
    long skipped;

    /// Without a pair.
    PairBuffer() {}

    PairBuffer merge(PairBuffer other) {
        pairs.addAll(other.pairs);
        skipped += other.skipped;
        return this;
    }

    @Override
    public void write(Kryo kryo, Output output) {
        byte[] bytes = pairs.toBytes();
        output.writeLong(skipped);
        output.writeInt(bytes.length);
        output.writeBytes(bytes);
    }

    @Override
    public void read(Kryo kryo, Input input) {
        skipped = input.readLong();
        pairs = PairAccumulator.ofBytes(input.readBytes(input.readInt()), Object.class, Object.class);
    }
}
