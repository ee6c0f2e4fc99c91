package infogap.information.count;

import infogap.storage.BinaryReader;
import infogap.storage.BinaryWriter;

/// Counts of pairs of labels that are met one by one. Mutable, and confined to one thread while it counts.
///
/// @param rows the values of the first variable
/// @param columns the values of the second variable
/// @param counts how often their numbers came together
public record LabelledPairs<X, Y>(Alphabet<X> rows, Alphabet<Y> columns, SparseCounts counts) {

    private static final String KIND = "IGPC";
    private static final int VERSION = 1;

    /// Without any pair.
    public LabelledPairs() {
        this(new Alphabet<>(), new Alphabet<>(), new SparseCounts());
    }

    /// Counts a pair so many times.
    ///
    /// @throws IllegalArgumentException if a label is null, or the alphabets outgrow a table of [PairCounter#MAXIMAL_CELLS]
    public void add(X x, Y y, long times) {
        int row = rows.code("x", x);
        int column = columns.code("y", y);
        if ((long) rows.size() * columns.size() > PairCounter.MAXIMAL_CELLS) {
            throw new IllegalArgumentException("x and y must have at most " + PairCounter.MAXIMAL_CELLS + " pairs of different values, but x has "
                    + rows.size() + " values by now and y has " + columns.size()
                    + ": put numbers into bands, shorten times to days, or gather rare values into one");
        }
        counts.add(row, column, times);
    }

    /// Adds the other one's counts.
    public void addAll(LabelledPairs<X, Y> other) {
        other.counts.forEach((row, column, count) -> add(other.rows.value(row), other.columns.value(column), count));
    }

    /// As [infogap.information.PairAccumulator#toBytes] documents.
    public byte[] toBytes() {
        BinaryWriter out = new BinaryWriter(KIND, VERSION);
        rows.writeTo(out);
        columns.writeTo(out);
        out.put(counts.pairs());
        counts.forEach((row, column, count) -> out.put(row).put(column).put(count));
        return out.toBytes();
    }

    /// Reads [#toBytes].
    public static <X, Y> LabelledPairs<X, Y> ofBytes(String what, byte[] bytes, Class<X> rowType, Class<Y> columnType) {
        BinaryReader in = BinaryReader.of(what, KIND, VERSION, bytes);
        LabelledPairs<X, Y> read = new LabelledPairs<>(Alphabet.readFrom(in, rowType), Alphabet.readFrom(in, columnType), new SparseCounts());
        int pairs = in.getCount(2 * Integer.BYTES + Long.BYTES);
        for (int k = 0; k < pairs; k++) {
            int row = in.getInt();
            int column = in.getInt();
            long count = in.getLong();
            if (row < 0 || row >= read.rows.size() || column < 0 || column >= read.columns.size() || count < 1
                    || read.counts.total() > Long.MAX_VALUE - count) {
                throw in.refused("the pair " + row + ", " + column + " stands " + count + " times");
            }
            read.counts.add(row, column, count);
        }
        in.end();
        return read;
    }
}
