package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// Checks of exact arguments, with the messages of [Checks].
final class Exact {

    private Exact() {}

    static BigFraction share(String argument, BigFraction value) {
        return require(argument, value, inside(value, true), "a number strictly between 0 and 1");
    }

    static BigFraction probability(String argument, BigFraction value) {
        return require(argument, value, inside(value, false), "a number in [0, 1]");
    }

    static BigFraction nonNegative(String argument, BigFraction value) {
        return require(argument, value, value != null && value.compareTo(BigFraction.ZERO) >= 0, "a number of at least 0");
    }

    static BigFraction positive(String argument, BigFraction value) {
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
