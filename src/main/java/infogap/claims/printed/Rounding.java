package infogap.claims.printed;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/// How a paper rounds, that is, which numbers a printed decimal stands for.
///
/// With `u` the unit of the last digit that counts, the printed `v` stands for these numbers:
///
/// | policy | written | numbers |
/// | --- | --- | --- |
/// | [Mode#EITHER] | `either` | from v − u/2 to v + u/2, both included: the kinder reading, because papers round halves both ways |
/// | [Mode#HALF_UP] | `half up` | the end nearer to 0 included, the other not |
/// | [Mode#HALF_EVEN] | `half even` | both ends where the last digit is even, neither where it is odd |
/// | [Mode#TRUNCATED] | `truncated` | from v to less than v + u, away from 0; around 0 both sides |
///
/// The last digit that counts is the last one printed, or, with `N significant digits`, the N-th from the first that is not 0:
/// `5000` to 2 significant digits stands for [4950, 5050]. The two parts may stand together: `half up, 2 significant digits`.
///
/// @param mode what becomes of what lies between two printed numbers
/// @param significantDigits how many digits count; 0 for all that are printed
public record Rounding(Mode mode, int significantDigits) {

    /// What becomes of a number that lies between two printed ones.
    public enum Mode {
        /// To the nearest; a half goes either way.
        EITHER("either"),
        /// To the nearest; a half goes away from 0.
        HALF_UP("half up"),
        /// To the nearest; a half goes to the even digit.
        HALF_EVEN("half even"),
        /// Towards 0.
        TRUNCATED("truncated");

        private final String label;

        Mode(String label) {
            this.label = label;
        }
    }

    /// What holds where a claims file names no policy.
    public static final Rounding DEFAULT = new Rounding(Mode.EITHER, 0);

    private static final int MOST_DIGITS = 1000;
    private static final Pattern SIGNIFICANT = Pattern.compile("(\\d{1,4}) significant digits?");
    private static final BigFraction HALF = Fractions.of(1, 2);

    /// @throws IllegalArgumentException if the number of digits is below 0 or above 1000
    public Rounding {
        Checks.present("mode", mode);
        Checks.inRange("significantDigits", significantDigits, 0, MOST_DIGITS);
    }

    /// Reads `either`, `half up`, `half even`, `truncated`, `2 significant digits`, or a mode and digits with a comma between; nothing is [#DEFAULT].
    ///
    /// @throws IllegalArgumentException if the text is none of these
    public static Rounding of(String text) {
        Mode mode = Mode.EITHER;
        int digits = 0;
        for (String part : Checks.present("rounding", text).strip().split("\\s*,\\s*")) {
            Matcher significant = SIGNIFICANT.matcher(part);
            if (significant.matches() && Integer.parseInt(significant.group(1)) > 0) {
                digits = Integer.parseInt(significant.group(1));
            } else if (!part.isEmpty()) {
                mode = mode(part, text);
            }
        }
        return new Rounding(mode, digits);
    }

    private static Mode mode(String part, String text) {
        for (Mode mode : Mode.values()) {
            if (mode.label.equals(part)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "rounding must be 'either', 'half up', 'half even', 'truncated' or 'N significant digits', but is '" + text + "'");
    }

    /// The numbers that a printed decimal stands for.
    ///
    /// @param printed with the digits that are printed, zeros at the end included
    /// @param negative whether it has a minus sign, which for `−0.0` the value does not show
    public Bounds bounds(BigDecimal printed, boolean negative) {
        BigFraction unit = Fractions.ofDecimal(unit(printed));
        BigFraction value = Fractions.ofDecimal(printed);
        BigFraction half = unit.multiply(HALF);
        BigFraction away = negative ? BigFraction.ONE.negate() : BigFraction.ONE;
        Bounds bounds = switch (mode) {
            case EITHER -> Bounds.closed(value.subtract(half), value.add(half));
            case HALF_EVEN -> {
                boolean even = value.divide(unit).getNumerator().signum() == 0 || !value.divide(unit).getNumerator().testBit(0);
                yield Bounds.of(value.subtract(half), even, value.add(half), even);
            }
            case HALF_UP -> printed.signum() == 0
                    ? Bounds.of(half.negate(), false, half, false)
                    : Bounds.of(value.subtract(half), !negative, value.add(half), negative);
            case TRUNCATED -> truncated(printed, value, unit, away);
        };
        // rounding a number above 0 never prints a minus sign
        return printed.signum() == 0 && negative ? bounds.within(Bounds.below(BigFraction.ZERO, true)).orElseThrow() : bounds;
    }

    private static Bounds truncated(BigDecimal printed, BigFraction value, BigFraction unit, BigFraction away) {
        if (printed.signum() == 0) {
            return Bounds.of(unit.negate(), false, unit, false);
        }
        BigFraction end = value.add(unit.multiply(away));
        return end.compareTo(value) > 0 ? Bounds.of(value, true, end, false) : Bounds.of(end, false, value, true);
    }

    /// What one more in the last digit that counts would be.
    private BigDecimal unit(BigDecimal printed) {
        if (significantDigits == 0 || printed.signum() == 0) {
            return printed.ulp();
        }
        int firstDigit = printed.precision() - printed.scale() - 1;
        return BigDecimal.ONE.movePointRight(firstDigit + 1 - significantDigits);
    }

    /// As in a claims file: `half up`, `either, 2 significant digits`.
    @Override
    public String toString() {
        return mode.label + (significantDigits == 0 ? "" : ", " + significantDigits + (significantDigits == 1 ? " significant digit" : " significant digits"));
    }
}
