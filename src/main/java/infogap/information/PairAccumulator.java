package infogap.information;

import infogap.information.count.LabelledPairs;
import infogap.numeric.Checks;
import infogap.storage.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Counts pairs of values that come one by one and are not kept: memory in proportion to the different pairs, whatever the number of
/// observations. Accumulators over parts of the data merge into one over the whole:
///
///     PairAccumulator<String, Boolean> seen = new PairAccumulator<>();
///     seen.add("北京", true);
///     ContingencyTable<String, Boolean> table = seen.merge(others).table();
///
/// Counts are integers, and the table's labels stand in their natural order, so that neither the order of the pairs nor that of the
/// parts shows. Its bytes ([#toBytes], [#save]) are a checkpoint that is read back, carried on and merged. An accumulator is filled by one
/// thread at a time; merging and making a table leave it as it is.
///
/// @param <X> the type of the row labels
/// @param <Y> the type of the column labels
public final class PairAccumulator<X, Y> {

    private static final String WHAT = "a checkpoint of pair counts";

    private final LabelledPairs<X, Y> pairs;

    private PairAccumulator(LabelledPairs<X, Y> pairs) {
        this.pairs = pairs;
    }

    /// Without any pair.
    public PairAccumulator() {
        this(new LabelledPairs<>());
    }

    /// One observation.
    ///
    /// @throws IllegalArgumentException if a value is null, or the different values make more than [ContingencyTable#MAXIMAL_CELLS] cells
    public void add(X x, Y y) {
        pairs.add(x, y, 1);
    }

    /// So many observations of one pair.
    ///
    /// @throws IllegalArgumentException as [#add(Object, Object)], or if the number is negative or the total passes 2⁶³ − 1
    public void add(X x, Y y, long times) {
        Checks.atLeast("times", times, 0);
        if (times > Long.MAX_VALUE - observations()) {
            throw new IllegalArgumentException("observations must be at most " + Long.MAX_VALUE + " together, but are " + observations() + " + " + times);
        }
        pairs.add(x, y, times);
    }

    /// The number of observations so far.
    public long observations() {
        return pairs.counts().total();
    }

    /// An accumulator of this one's observations and the other's; both stay as they are.
    ///
    /// @throws IllegalArgumentException if together they have too many different values
    public PairAccumulator<X, Y> merge(PairAccumulator<X, Y> other) {
        Checks.present("other", other);
        PairAccumulator<X, Y> sum = new PairAccumulator<>();
        sum.pairs.addAll(pairs);
        sum.addAll(other);
        return sum;
    }

    /// Adds the other one's observations to this one.
    ///
    /// @throws IllegalArgumentException as [#merge]
    public void addAll(PairAccumulator<X, Y> other) {
        Checks.present("other", other);
        if (other.observations() > Long.MAX_VALUE - observations()) {
            throw new IllegalArgumentException("observations must be at most " + Long.MAX_VALUE + " together, but are "
                    + observations() + " + " + other.observations());
        }
        pairs.addAll(other.pairs);
    }

    /// The table of all observations so far: labels of one comparable class in their natural order, others in the order of their first appearance.
    ///
    /// @throws IllegalArgumentException if there is no observation
    public ContingencyTable<X, Y> table() {
        if (observations() == 0) {
            throw new IllegalArgumentException("the accumulator must hold at least one observation to make a table, but is empty");
        }
        return ContingencyTable.of(pairs);
    }

    /// The counts so far, in a format of their own.
    ///
    /// In the frame of [infogap.storage.BinaryWriter], kind `IGPC`, version 1: the number of row labels (4 bytes) and the labels, the same
    /// of the columns; the number of different pairs (4 bytes), and for each the numbers of its row and its column (4 bytes each) and its
    /// count (8 bytes), in ascending order. A label is a byte for its type and the value: 1 a text; 2 true or false (1 byte); 3 to 6 an integer of 1, 2, 4 or 8
    /// bytes (written in 8); 7 and 8 a float and a double (8 bytes); 9 to 12 a `BigDecimal`, `LocalDate`, `LocalDateTime` and `Instant`, as texts.
    ///
    /// @throws IllegalArgumentException if a label is none of these
    public byte[] toBytes() {
        return pairs.toBytes();
    }

    /// The accumulator whose bytes these are, with labels of these types; `Object` takes any.
    ///
    /// @throws IllegalArgumentException if they are cut off, of another kind, of a newer version, or damaged, or a label is of another type
    public static <X, Y> PairAccumulator<X, Y> ofBytes(byte[] bytes, Class<X> rowType, Class<Y> columnType) {
        return ofBytes(WHAT, bytes, rowType, columnType);
    }

    private static <X, Y> PairAccumulator<X, Y> ofBytes(String what, byte[] bytes, Class<X> rowType, Class<Y> columnType) {
        return new PairAccumulator<>(LabelledPairs.ofBytes(what, bytes, Checks.present("rowType", rowType), Checks.present("columnType", columnType)));
    }

    /// Writes [#toBytes] to a file, whole or not at all.
    ///
    /// @throws UncheckedIOException if it cannot be written
    public void save(Path file) {
        AtomicFile.write(file, toBytes());
    }

    /// Reads what [#save] wrote.
    ///
    /// @throws UncheckedIOException if the file cannot be read
    /// @throws IllegalArgumentException as [#ofBytes], naming the file
    public static <X, Y> PairAccumulator<X, Y> load(Path file, Class<X> rowType, Class<Y> columnType) {
        try {
            return ofBytes("the checkpoint " + Checks.present("file", file), Files.readAllBytes(file), rowType, columnType);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        }
    }

    @Override
    public String toString() {
        return observations() + " observations of " + pairs.counts().pairs() + " different pairs, " + pairs.rows().size() + " × " + pairs.columns().size();
    }
}
