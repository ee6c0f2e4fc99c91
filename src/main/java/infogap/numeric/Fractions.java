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

    /// The digits of a numerator or denominator that somebody reads.
    private static final int READABLE_DIGITS = 6;

    /// The digits of a decimal that somebody meant; more come from arithmetic in double.
    private static final int MEANT_DIGITS = 12;

    /// Seventeen digits tell every double from its neighbours.
    private static final int DOUBLE_DIGITS = 17;

    /// Below this a decimal has an exponent.
    private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("1e-6");

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

    /// For a person: as [#format] where it has at most six digits above and below or is an integer of at most 17; in full where it is a decimal of at most
    /// twelve digits; otherwise the decimal rounded to six significant digits and at least one after the point, with the zeros at its end, so that 25.0000
    /// is not 25. The fraction of a double such as `1.0 / 3` has sixteen digits that say nothing.
    public static String readable(BigFraction value) {
        BigInteger longest = value.getNumerator().abs().max(value.getDenominator());
        boolean whole = value.getDenominator().equals(BigInteger.ONE);
        if (longest.compareTo(BigInteger.TEN.pow(whole ? DOUBLE_DIGITS : READABLE_DIGITS)) < 0) {
            return format(value);
        }
        BigDecimal numerator = new BigDecimal(value.getNumerator());
        BigDecimal denominator = new BigDecimal(value.getDenominator());
        BigDecimal meant = numerator.divide(denominator, new MathContext(MEANT_DIGITS)).stripTrailingZeros();
        if (meant.multiply(denominator).compareTo(numerator) == 0) {
            return decimal(meant);
        }
        int beforePoint = numerator.divideToIntegralValue(denominator).precision();
        int digits = beforePoint < DOUBLE_DIGITS ? Math.max(READABLE_DIGITS, beforePoint + 1) : READABLE_DIGITS;
        BigDecimal quotient = numerator.divide(denominator, new MathContext(digits));
        return decimal(quotient.setScale(quotient.scale() + digits - quotient.precision()));
    }

    private static String decimal(BigDecimal value) {
        boolean plain = value.abs().compareTo(SMALLEST_PLAIN) >= 0 && value.precision() - value.scale() <= DOUBLE_DIGITS;
        return plain ? value.toPlainString() : value.toString();
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
