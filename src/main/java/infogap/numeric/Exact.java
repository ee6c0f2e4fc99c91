package infogap.numeric;

import org.apache.commons.math3.fraction.BigFraction;

/// Checks of exact arguments, with the messages of [Checks], and the way in for numbers that no decimal can hold.
///
///     Exact.number("share", "1/3")    // 1/3, where a double would be read as 0.3333333333333333
public final class Exact {

    private Exact() {}

    /// The number that the text writes: `"1/3"`, `"-5"`, `"0.26"` or `"1.5e-3"`.
    ///
    /// @throws IllegalArgumentException with the argument's name if the text is none of these
    public static BigFraction number(String argument, String text) {
        try {
            return Fractions.of(Checks.text(argument, text));
        } catch (IllegalArgumentException e) {
            if (text == null || text.isBlank()) {
                throw e;
            }
            throw new IllegalArgumentException(
                    argument + " must be an integer, a decimal or a quotient of integers such as 1/3, but is '" + text + "'", e);
        }
    }

    /// Strictly between 0 and 1.
    public static BigFraction share(String argument, BigFraction value) {
        return require(argument, value, inside(value, true), "a number strictly between 0 and 1");
    }

    /// In [0, 1].
    public static BigFraction probability(String argument, BigFraction value) {
        return require(argument, value, inside(value, false), "a number in [0, 1]");
    }

    /// At least 0.
    public static BigFraction nonNegative(String argument, BigFraction value) {
        return require(argument, value, value != null && value.compareTo(BigFraction.ZERO) >= 0, "a number of at least 0");
    }

    /// Above 0.
    public static BigFraction positive(String argument, BigFraction value) {
        return require(argument, value, value != null && value.compareTo(BigFraction.ZERO) > 0, "a number above 0");
    }

    private static boolean inside(BigFraction value, boolean strictly) {
        int least = strictly ? 1 : 0;
        return value != null && value.compareTo(BigFraction.ZERO) >= least && BigFraction.ONE.compareTo(value) >= least;
    }

    private static BigFraction require(String argument, BigFraction value, boolean valid, String range) {
        Checks.present(argument, value);
        if (!valid) {
            throw new IllegalArgumentException(argument + " must be " + range + ", but is " + Fractions.format(value));
        }
        return value;
    }
}
