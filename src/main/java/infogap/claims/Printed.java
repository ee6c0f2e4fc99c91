package infogap.claims;

import infogap.claims.printed.Bounds;
import infogap.claims.printed.Grammar;
import infogap.claims.printed.Notation;
import infogap.claims.printed.Reading;
import infogap.claims.printed.Relation;
import infogap.numeric.Checks;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// A text as an article prints it, verbatim, with the numbers that it stands for.
///
/// The last printed digit sets the precision: `0.28` stands for every number in [0.275, 0.285], `0.280` for those in
/// [0.2795, 0.2805], `64.3 %` for those in [0.6425, 0.6435]. The interval is closed, because articles round halves in both
/// directions and the kinder reading is taken; [infogap.claims.printed.Rounding] has other policies. A fraction such as `9/13`
/// stands for itself. [Grammar] documents all forms.
///
/// A leading `=` or `≈` is kept apart as the [#relation]: with `=` the article says that the number is exact.
///
/// ```java
/// Printed.of("p < .05").numbers()    // [[0, 1/20)]
/// ```
///
/// @param text what is printed, verbatim
/// @param notation how the paper writes and rounds
/// @param relation the sign in front
/// @param reading what the text was read as
public record Printed(String text, Notation notation, Relation relation, Reading reading) {

    /// How a recomputed value stands to the printed one.
    public enum Agreement {
        /// The very number.
        EXACT,
        /// Another number that rounds to the printed one.
        ROUNDS,
        /// A number that the printed digits exclude.
        DIFFERS
    }

    /// The printed number and the ends of the interval of numbers that round to it.
    public record Interval(BigFraction value, BigFraction low, BigFraction high) {}

    public Printed {
        Checks.present("text", text);
        Checks.present("notation", notation);
        Checks.present("relation", relation);
        Checks.present("reading", reading);
    }

    /// Reads what an article prints, with a decimal point and halves rounded either way. A text of none of the forms of [Grammar] is kept as words.
    public static Printed of(String text) {
        return of(text, Notation.DEFAULT);
    }

    /// As [#of(String)], in the notation of a paper.
    public static Printed of(String text, Notation notation) {
        Grammar.Result result = Grammar.read(Checks.present("printed", text), notation);
        return new Printed(text, notation, result.relation(), result.reading());
    }

    /// Words that are not to be read as numbers, whatever they begin with.
    public static Printed words(String text) {
        String words = Checks.present("printed", text).strip();
        return new Printed(text, Notation.DEFAULT, Relation.NONE, new Reading.Words(words, Optional.empty()));
    }

    /// Nothing is printed.
    public boolean isEmpty() {
        return text.isBlank();
    }

    /// The sets of numbers that the text stands for, in the order in which they stand: one for a number or a bound, two for an estimate and its error,
    /// as many as there are for a vector, none for words.
    public List<Bounds> numbers() {
        return reading.numbers();
    }

    /// The interval of a text that is one number; empty for everything else.
    public Optional<Interval> interval() {
        return reading instanceof Reading.Number number
                ? Optional.of(new Interval(number.value(), number.bounds().low().orElseThrow(), number.bounds().high().orElseThrow()))
                : Optional.empty();
    }

    /// The printed number.
    ///
    /// @throws IllegalStateException if the text is not one number
    public BigFraction value() {
        return number().value();
    }

    /// Whether a recomputed value is the printed one, rounds to it, or differs.
    ///
    /// @throws IllegalStateException if the text is not one number
    public Agreement agreement(BigFraction recomputed) {
        Checks.present("recomputed", recomputed);
        Reading.Number number = number();
        if (recomputed.equals(number.value())) {
            return Agreement.EXACT;
        }
        return number.bounds().contains(recomputed) ? Agreement.ROUNDS : Agreement.DIFFERS;
    }

    private Reading.Number number() {
        if (reading instanceof Reading.Number number) {
            return number;
        }
        throw new IllegalStateException("'" + text + "' is not one number");
    }
}
