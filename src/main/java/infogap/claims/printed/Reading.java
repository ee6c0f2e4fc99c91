package infogap.claims.printed;

import infogap.numeric.Checks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/// What a printed text was read as. [Grammar] lists the forms.
public sealed interface Reading {

    /// The sets of numbers in it, in the order in which they stand; empty for words.
    List<Bounds> numbers();

    /// One number.
    ///
    /// @param value the number as printed, in the unit 1: 0.05 for `5 %`
    /// @param bounds the numbers that it stands for
    /// @param unit what stands before or after it: `%`, `£`, `kg`; empty for nothing
    /// @param exact whether it stands for itself alone because of its form, such as the fraction `9/13`
    record Number(BigFraction value, Bounds bounds, String unit, boolean exact) implements Reading {
        public Number {
            Checks.present("value", value);
            Checks.present("bounds", bounds);
            Checks.present("unit", unit);
        }

        @Override
        public List<Bounds> numbers() {
            return List.of(bounds);
        }
    }

    /// All numbers on one side of an end, or between two: `p < .05`, `n.s.`, `2–3`.
    record Span(Bounds bounds, String unit) implements Reading {
        public Span {
            Checks.present("bounds", bounds);
            Checks.present("unit", unit);
        }

        @Override
        public List<Bounds> numbers() {
            return List.of(bounds);
        }
    }

    /// A number and its uncertainty: `3.1 ± 0.2`, `3.1 (0.2)`, `3.1 (95 % CI 2.7 to 3.5)`.
    record Estimate(Number number, Reading uncertainty) implements Reading {
        public Estimate {
            Checks.present("number", number);
            Checks.present("uncertainty", uncertainty);
        }

        @Override
        public List<Bounds> numbers() {
            return Stream.concat(number.numbers().stream(), uncertainty.numbers().stream()).toList();
        }
    }

    /// Two ends of an interval that was estimated: `95 % CI [1.2, 3.4]`.
    ///
    /// @param level the level of confidence, such as 0.95, where it is printed
    record Confidence(Optional<BigFraction> level, Number low, Number high) implements Reading {
        public Confidence {
            Checks.present("level", level);
            Checks.present("low", low);
            Checks.present("high", high);
        }

        @Override
        public List<Bounds> numbers() {
            return List.of(low.bounds(), high.bounds());
        }
    }

    /// A vector, or with vectors inside a table: `[1, 2]`, `[[1, 0], [0, 1]]`, `10, 0.5, 0.3`.
    record Sequence(List<Reading> elements) implements Reading {
        public Sequence {
            elements = Checks.notEmpty("elements", elements);
        }

        @Override
        public List<Bounds> numbers() {
            return elements.stream().flatMap(element -> element.numbers().stream()).toList();
        }
    }

    /// No number: labels, a formula, a message.
    ///
    /// @param text the words, without spaces at the ends
    /// @param difficulty why a text that begins like a number could not be read as one; empty for plain words
    record Words(String text, Optional<String> difficulty) implements Reading {
        public Words {
            Checks.present("text", text);
            Checks.present("difficulty", difficulty);
        }

        @Override
        public List<Bounds> numbers() {
            return List.of();
        }
    }

    /// The lengths of a sequence and of what is in it, so that `[[1, 0], [0, 1]]` and `[1, 0, 0, 1]` are told apart.
    static String shape(Reading reading) {
        return reading instanceof Sequence sequence
                ? sequence.elements().stream().map(Reading::shape).collect(Collectors.joining(" ", "(", ")"))
                : "x";
    }
}
