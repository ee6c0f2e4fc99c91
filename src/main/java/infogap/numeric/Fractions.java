package infogap.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.math3.fraction.BigFraction;

/// Exact rational numbers: reading and printing commons-math3's [BigFraction].
///
/// A `double` is read as the decimal that it prints: `0.2` is 1/5, not the binary number next to it. That is what the author
/// of a worked example means, and it differs from the binary value by less than half a unit in the last place.
public final class Fractions {

    /// A fraction of smaller numbers than this is read at a glance.
    private static final BigInteger SHORT = BigInteger.TEN.pow(6);

    /// Seventeen digits tell every double from its neighbours.
    private static final BigInteger MOST_DIGITS = BigInteger.TEN.pow(17);

    private static final MathContext DOUBLE_DIGITS = new MathContext(17);

    private Fractions() {}

    /// Reads `"9/13"`, `"-5"`, `"0.26"` or `"1.5e-3"`.
    ///
    /// @throws IllegalArgumentException if the text is none of these, or the denominator is zero
    public static BigFraction of(String text) {
        Checks.present("fraction", text);
        try {
            int slash = text.indexOf('/');
            if (slash < 0) {
                return ofDecimal(new BigDecimal(text.strip()));
            }
            return new BigFraction(
                    new BigInteger(text.substring(0, slash).strip()), new BigInteger(text.substring(slash + 1).strip()));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "fraction must be an integer, a decimal or a quotient of integers such as 9/13, but is '" + text + "'", e);
        }
    }

    /// `numerator / denominator` in lowest terms.
    public static BigFraction of(long numerator, long denominator) {
        if (denominator == 0) {
            throw new IllegalArgumentException("denominator must not be 0");
        }
        return new BigFraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /// The decimal that the double prints, exactly.
    ///
    /// @throws IllegalArgumentException if the value is NaN or infinite
    public static BigFraction ofDecimal(double value) {
        return ofDecimal(new BigDecimal(Double.toString(Checks.finite("value", value))));
    }

    /// The decimal, exactly.
    public static BigFraction ofDecimal(BigDecimal value) {
        return value.scale() <= 0
                ? new BigFraction(value.toBigIntegerExact())
                : new BigFraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /// The binary value of the double, exactly: a fraction whose denominator is a power of two.
    ///
    /// @throws IllegalArgumentException if the value is NaN or infinite
    public static BigFraction ofBinary(double value) {
        return ofDecimal(new BigDecimal(Checks.finite("value", value)));
    }

    /// `1 − p` for the decimal that the probability prints: the complement of 0.9 is 0.1, where `1 - 0.9` is 0.09999999999999998.
    ///
    /// @throws IllegalArgumentException if the value is outside [0, 1] or NaN
    public static double complement(double probability) {
        return BigDecimal.ONE.subtract(new BigDecimal(Double.toString(Checks.probability("probability", probability)))).doubleValue();
    }

    /// `9/13`, `-5`: without the spaces of [BigFraction#toString].
    public static String format(BigFraction value) {
        return value.getDenominator().equals(BigInteger.ONE)
                ? value.getNumerator().toString()
                : value.getNumerator() + "/" + value.getDenominator();
    }

    /// As [#format] where that is short; otherwise the decimal, in full where it has no more digits than a double, else to the digits of a double.
    ///
    /// A fraction that is neither short nor a decimal, such as 1000000/3000001, is printed in full as well, as long as its parts have no more digits
    /// than a double.
    public static String readable(BigFraction value) {
        BigInteger numerator = value.getNumerator().abs();
        BigInteger denominator = value.getDenominator();
        boolean few = numerator.compareTo(MOST_DIGITS) < 0 && denominator.compareTo(MOST_DIGITS) < 0;
        if (denominator.equals(BigInteger.ONE) && few
                || numerator.compareTo(SHORT) < 0 && denominator.compareTo(SHORT) < 0
                || few && !isDecimal(denominator)) {
            return format(value);
        }
        BigDecimal decimal = new BigDecimal(value.getNumerator()).divide(new BigDecimal(denominator), DOUBLE_DIGITS).stripTrailingZeros();
        double nearest = decimal.doubleValue();
        return Double.isInfinite(nearest) || nearest == 0 ? decimal.toString() : Double.toString(toDouble(value));
    }

    /// Whether it has no other prime factors than those of 10.
    private static boolean isDecimal(BigInteger denominator) {
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        BigInteger five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
        }
        return rest.equals(BigInteger.ONE);
    }

    /// The nearest double (round half even), also where numerator and denominator overflow a double.
    public static double toDouble(BigFraction value) {
        // 40 digits leave the one rounding to double as the only one that can show
        return new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()), new MathContext(40))
                .doubleValue();
    }

    /// `log v` to the last digits: near 1, where the quotient as a double would round them away, and where it is beyond the range of doubles.
    ///
    /// @throws IllegalArgumentException if the fraction is not above 0
    public static double log(BigFraction value) {
        if (Checks.present("value", value).getNumerator().signum() <= 0) {
            throw new IllegalArgumentException("value must be a fraction above 0, but is " + format(value));
        }
        double nearest = toDouble(value);
        if (nearest >= 0.5 && nearest <= 2) {
            return Math.log1p(toDouble(value.subtract(BigFraction.ONE)));
        }
        if (nearest >= Double.MIN_NORMAL && nearest < Double.POSITIVE_INFINITY) {
            return Math.log(nearest);
        }
        int exponent = value.getNumerator().bitLength() - value.getDenominator().bitLength();
        BigInteger power = BigInteger.ONE.shiftLeft(Math.abs(exponent));
        return exponent * Math.log(2) + Math.log(toDouble(exponent > 0 ? value.divide(power) : value.multiply(power)));
    }
}
