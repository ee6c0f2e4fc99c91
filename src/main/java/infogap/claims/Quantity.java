package infogap.claims;

import infogap.claims.printed.Bounds;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// A finding that is one number or several, each known exactly or within bounds.
///
/// Verdict: *reproduced* when every number can be the printed one, *wrong arithmetic* when one cannot, *well-defined, not printed* when nothing is printed.
/// Where bounds reach beyond what the printed digits allow, the kinder reading is taken and [Finding#remark] says that the verdict hangs on it.
public sealed interface Quantity extends Finding permits Finding.ExactValue, Finding.Value, Quantity.Enclosure, Quantity.Vector {

    /// What each number can be, in order.
    List<Bounds> bounds();

    @Override
    default Verdict verdict(Printed printed) {
        if (printed.isEmpty()) {
            return Verdict.NOT_PRINTED;
        }
        return Match.of(this, printed).agrees() ? Verdict.REPRODUCED : Verdict.WRONG_ARITHMETIC;
    }

    @Override
    default String remark(Printed printed) {
        return printed.isEmpty() ? "" : Match.of(this, printed).remark();
    }

    /// A vector of numbers computed exactly.
    static Vector vector(List<BigFraction> values) {
        return new Vector(Checks.<BigFraction>notEmpty("values", values).stream().<Quantity>map(ExactValue::new).toList());
    }

    /// A vector of numbers computed in floating point.
    static Vector vector(double... values) {
        return new Vector(Arrays.stream(Checks.finite("values", values)).<Quantity>mapToObj(Value::new).toList());
    }

    /// Everything that a value can be when its inputs are only known as far as they are printed.
    ///
    /// ```java
    /// var t = Printed.of("3");                     // stands for 2.5 to 3.5
    /// var p = Quantity.Enclosure.of(List.of(t), values -> twoSidedP(values.getFirst()));
    /// ```
    ///
    /// @param range from the smallest value to the largest
    record Enclosure(Bounds range) implements Quantity {
        private static final int MOST_INPUTS = 16;

        /// @throws IllegalArgumentException if a side has no end
        public Enclosure {
            if (Checks.present("range", range).width().isEmpty()) {
                throw new IllegalArgumentException("range must have two ends, but is " + range);
            }
        }

        /// The values of a function of rounded inputs. The function must be monotone in each input over the numbers that the input stands for, rising or
        /// falling: then its extremes are at corners, and the 2^n corners are computed.
        ///
        /// @param inputs at most 16, each one printed number
        /// @param function from a number for each input to the value
        /// @throws IllegalArgumentException if an input is not one number with two ends
        public static Enclosure of(List<Printed> inputs, Function<List<BigFraction>, BigFraction> function) {
            Checks.notEmpty("inputs", inputs);
            Checks.present("function", function);
            Checks.inRange("number of inputs", inputs.size(), 1, MOST_INPUTS);
            List<Bounds> boxes = inputs.stream().map(Enclosure::box).toList();
            Bounds range = null;
            for (int corner = 0; corner < 1 << boxes.size(); corner++) {
                List<BigFraction> at = new ArrayList<>();
                for (int i = 0; i < boxes.size(); i++) {
                    at.add((corner >> i & 1) == 0 ? boxes.get(i).low().orElseThrow() : boxes.get(i).high().orElseThrow());
                }
                Bounds value = Bounds.point(Checks.present("value of the function", function.apply(List.copyOf(at))));
                range = range == null ? value : range.hull(value);
            }
            return new Enclosure(range);
        }

        private static Bounds box(Printed input) {
            List<Bounds> numbers = Checks.present("input", input).numbers();
            if (numbers.size() != 1 || numbers.getFirst().width().isEmpty()) {
                throw new IllegalArgumentException("inputs must each be one number with two ends, but one is '" + input.text() + "'");
            }
            return numbers.getFirst();
        }

        @Override
        public List<Bounds> bounds() {
            return List.of(range);
        }

        @Override
        public String recomputed() {
            return range.low().equals(range.high())
                    ? Fractions.format(range.low().orElseThrow())
                    : Fractions.readable(range.low().orElseThrow()) + " to " + Fractions.readable(range.high().orElseThrow());
        }
    }

    /// Several numbers, or rows of them.
    record Vector(List<Quantity> elements) implements Quantity {
        public Vector {
            elements = Checks.notEmpty("elements", elements);
        }

        @Override
        public List<Bounds> bounds() {
            return elements.stream().flatMap(element -> element.bounds().stream()).toList();
        }

        @Override
        public String recomputed() {
            return elements.stream().map(Finding::recomputed).collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
