package infogap.information.count;

import infogap.numeric.Checks;
import infogap.storage.BinaryReader;
import infogap.storage.BinaryWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The different values of a variable, numbered 0, 1, … in the order in which they are met. Mutable, and confined to one thread while it counts.
///
/// @param <T> the type of the values
public final class Alphabet<T> {

    private final Map<T, Integer> codes = new HashMap<>();
    private final List<T> values = new ArrayList<>();
    private T last;
    private int lastCode;

    /// The value's number, new for a new value.
    ///
    /// @throws IllegalArgumentException if it is null
    public int code(String argument, T value) {
        // runs of one value are common: sorted data, a partition of one day
        if (value == last && last != null) {
            return lastCode;
        }
        Integer known = codes.get(Checks.present(argument, value));
        if (known == null) {
            known = values.size();
            codes.put(value, known);
            values.add(value);
        }
        last = value;
        lastCode = known;
        return known;
    }

    /// The values by their number.
    public List<T> values() {
        return List.copyOf(values);
    }

    /// The value with that number.
    public T value(int code) {
        return values.get(code);
    }

    /// The number of different values.
    public int size() {
        return values.size();
    }

    /// The numbers in the natural order of their values; as they were met where the values have none in common.
    public int[] order() {
        IntStream asMet = IntStream.range(0, values.size());
        if (!values.stream().allMatch(value -> value instanceof Comparable<?> && value.getClass() == values.getFirst().getClass())) {
            return asMet.toArray();
        }
        return asMet.boxed().sorted(Comparator.comparing(values::get, Alphabet::compare)).mapToInt(Integer::intValue).toArray();
    }

    // of one class, which compares itself with itself
    @SuppressWarnings("unchecked")
    private static int compare(Object first, Object second) {
        return ((Comparable<Object>) first).compareTo(second);
    }

    void writeTo(BinaryWriter out) {
        out.put(values.size());
        values.forEach(value -> Labels.write(out, value));
    }

    static <T> Alphabet<T> readFrom(BinaryReader in, Class<T> type) {
        Alphabet<T> alphabet = new Alphabet<>();
        int count = in.getCount(1);
        for (int k = 0; k < count; k++) {
            Object label = Labels.read(in);
            if (!type.isInstance(label)) {
                throw new IllegalArgumentException("the labels must be of " + type.getName() + ", but '" + label + "' is of " + label.getClass().getName());
            }
            if (alphabet.code("label", type.cast(label)) != k) {
                throw in.refused("the label '" + label + "' stands twice");
            }
        }
        return alphabet;
    }
}
