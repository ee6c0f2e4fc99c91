package infogap.claims;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/// A text as an article prints it, verbatim, with the numbers that it stands for.
///
/// The last printed digit sets the precision: `0.28` stands for every number in [0.275, 0.285], `0.280` for those in
/// [0.2795, 0.2805], `64.3 %` for those in [0.6425, 0.6435]. The interval is closed, because articles round halves in both
/// directions and the kinder reading is taken. A fraction such as `9/13` stands for itself.
///
/// A leading `=` or `≈` is kept apart as the [#relation]: with `=` the article says that the number is exact.
public record Printed(String text, Relation relation, Optional<Interval> interval) {

    /// The sign in front of the number.
    public enum Relation {
        /// `=`: the article says that the number is exact.
        EQUALS,
        /// `≈`: the article says that the number is rounded.
        ROUNDED,
        /// No sign is recorded; read as rounded.
        NONE
    }

    /// How a recomputed value stands to the printed one.
    public enum Agreement {
        /// The very number.
        EXACT,
        /// Another number that rounds to the printed one.
        ROUNDS,
        /// A number that the printed digits exclude.
        DIFFERS
    }

    /// The printed number and the closed interval of numbers that round to it.
    public record Interval(BigFraction value, BigFraction low, BigFraction high) {}

    private static final Pattern NUMBER =
            Pattern.compile("([-+]?)(\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE]([-+]?\\d+))?\\s*([%％]?)");
    private static final Pattern FRACTION = Pattern.compile("([-+]?\\d+)\\s*/\\s*(\\d+)");
    private static final BigFraction HALF = Fractions.of(1, 2);
    private static final BigFraction PERCENT = Fractions.of(1, 100);

    /// Reads what an article prints. A text that is not one number is kept as text, without an interval.
    public static Printed of(String text) {
        Checks.present("printed", text);
        String rest = text.strip().replace('−', '-');
        Relation relation = Relation.NONE;
        if (rest.startsWith("=")) {
            relation = Relation.EQUALS;
            rest = rest.substring(1).strip();
        } else if (rest.startsWith("≈")) {
            relation = Relation.ROUNDED;
            rest = rest.substring(1).strip();
        }
        return new Printed(text, relation, interval(rest));
    }

    /// Nothing is printed.
    public boolean isEmpty() {
        return text.isBlank();
    }

    /// The printed number.
    ///
    /// @throws IllegalStateException if the text is not one number
    public BigFraction value() {
        return interval.orElseThrow(() -> new IllegalStateException("'" + text + "' is not one number")).value();
    }

    /// Whether a recomputed value is the printed one, rounds to it, or differs.
    ///
    /// @throws IllegalStateException if the text is not one number
    public Agreement agreement(BigFraction recomputed) {
        Checks.present("recomputed", recomputed);
        Interval range = interval.orElseThrow(() -> new IllegalStateException("'" + text + "' is not one number"));
        if (recomputed.equals(range.value())) {
            return Agreement.EXACT;
        }
        return recomputed.compareTo(range.low()) >= 0 && recomputed.compareTo(range.high()) <= 0
                ? Agreement.ROUNDS
                : Agreement.DIFFERS;
    }

    private static Optional<Interval> interval(String text) {
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            BigFraction value = Fractions.of(text);
            return Optional.of(new Interval(value, value, value));
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        String exponent = number.group(3) == null ? "" : "e" + number.group(3);
        BigDecimal decimal = new BigDecimal(number.group(1) + number.group(2) + exponent);
        BigFraction half = Fractions.ofDecimal(decimal.ulp()).multiply(HALF);
        BigFraction unit = number.group(4).isEmpty() ? BigFraction.ONE : PERCENT;
        BigFraction value = Fractions.ofDecimal(decimal);
        return Optional.of(new Interval(
                value.multiply(unit), value.subtract(half).multiply(unit), value.add(half).multiply(unit)));
    }
}
