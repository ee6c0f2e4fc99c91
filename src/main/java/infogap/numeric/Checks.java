package infogap.numeric;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Argument checks at the public boundary. Each returns what it checked, or throws [IllegalArgumentException] with the
/// argument's name, the value and the range that would be right.
public final class Checks {

    private Checks() {}

    /// A number in [0, 1]; NaN is refused.
    public static double probability(String argument, double value) {
        return inRange(argument, value, 0, 1);
    }

    /// Numbers in [0, 1] each; NaN is refused.
    public static void probabilities(String argument, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                probability(argument + "[" + i + "]", values[i]);
            }
        }
    }

    /// A number in the closed interval [low, high]; NaN is refused.
    public static double inRange(String argument, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw refused(argument, value, "a number in [" + text(low) + ", " + text(high) + "]");
        }
        return value;
    }

    /// A number in the open interval (low, high); NaN is refused.
    public static double strictlyBetween(String argument, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw refused(argument, value, "a number strictly between " + text(low) + " and " + text(high));
        }
        return value;
    }

    /// Neither NaN nor infinite.
    public static double finite(String argument, double value) {
        if (!Double.isFinite(value)) {
            throw refused(argument, value, "a finite number");
        }
        return value;
    }

    /// Finite and at least zero.
    public static double nonNegative(String argument, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw refused(argument, value, "a finite number of at least 0");
        }
        return value;
    }

    /// Finite and above zero.
    public static double positive(String argument, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw refused(argument, value, "a finite number above 0");
        }
        return value;
    }

    /// An integer of at least `least`.
    public static int atLeast(String argument, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(argument + " must be an integer of at least " + least + ", but is " + value);
        }
        return value;
    }

    /// An integer of at least `least`.
    public static long atLeast(String argument, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(argument + " must be an integer of at least " + least + ", but is " + value);
        }
        return value;
    }

    /// A position among `size` elements, counted from 0.
    public static int position(String argument, int value, int size) {
        if (value < 0 || value >= size) {
            throw new IllegalArgumentException(argument + " must be an integer from 0 to " + (size - 1) + ", but is " + value);
        }
        return value;
    }

    /// Integers of at least `least` each.
    public static long[] atLeast(String argument, long[] values, long least) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < least) {
                atLeast(argument + "[" + i + "]", values[i], least);
            }
        }
        return values;
    }

    /// Not null.
    public static <T> T present(String argument, T value) {
        if (value == null) {
            throw new IllegalArgumentException(argument + " must be given, but is null");
        }
        return value;
    }

    /// Not null and with a character that is not white space.
    public static String text(String argument, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    argument + " must be a text that is not blank, but is " + (value == null ? "null" : "'" + value + "'"));
        }
        return value;
    }

    /// Not null, with at least one element and no null element; returned as an immutable copy.
    public static <T> List<T> notEmpty(String argument, Collection<? extends T> values) {
        present(argument, values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(argument + " must have at least one element, but is empty");
        }
        int index = 0;
        for (T value : values) {
            present(argument + "[" + index++ + "]", value);
        }
        return List.copyOf(values);
    }

    /// As [#notEmpty], and no two elements are equal.
    public static <T> List<T> distinct(String argument, Collection<? extends T> values) {
        List<T> copy = notEmpty(argument, values);
        Set<T> seen = new HashSet<>();
        for (int i = 0; i < copy.size(); i++) {
            if (!seen.add(copy.get(i))) {
                throw new IllegalArgumentException(
                        argument + " must hold different elements, but '" + copy.get(i) + "' stands at [" + copy.indexOf(copy.get(i))
                                + "] and again at [" + i + "]");
            }
        }
        return copy;
    }

    /// Not null, not empty, every element finite; returned as a copy.
    public static double[] finite(String argument, double[] values) {
        present(argument, values);
        if (values.length == 0) {
            throw new IllegalArgumentException(argument + " must have at least one element, but is empty");
        }
        for (int i = 0; i < values.length; i++) {
            // the element's name is made only when it is needed: there may be millions
            if (!Double.isFinite(values[i])) {
                finite(argument + "[" + i + "]", values[i]);
            }
        }
        return values.clone();
    }

    /// A matrix: at least one row and column, rows of one length, every entry finite; returned as a deep copy.
    public static double[][] finiteMatrix(String argument, double[][] values) {
        present(argument, values);
        if (values.length == 0) {
            throw new IllegalArgumentException(argument + " must have at least one row, but is empty");
        }
        double[][] copy = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            copy[i] = finite(argument + "[" + i + "]", values[i]);
            if (copy[i].length != copy[0].length) {
                throw new IllegalArgumentException(argument + " must have rows of one length, but row 0 has " + copy[0].length
                        + " entries and row " + i + " has " + copy[i].length);
            }
        }
        return copy;
    }

    /// Two counts that must agree, named by what they count.
    public static void sameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(
                    first + " and " + second + " must have the same length, but have " + firstLength + " and " + secondLength);
        }
    }

    /// The exception for a number outside its range, for checks that are not in this class.
    public static IllegalArgumentException refused(String argument, double value, String range) {
        return new IllegalArgumentException(argument + " must be " + range + ", but is " + text(value));
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
