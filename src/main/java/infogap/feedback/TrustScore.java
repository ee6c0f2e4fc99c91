package infogap.feedback;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.math3.fraction.BigFraction;

/// A trust score, exact.
///
/// @param value the score; a degree of trust only where [#isProbability]
public record TrustScore(BigFraction value) {

    private static final int SHOWN = 4;

    /// @throws IllegalArgumentException if the value is null
    public TrustScore {
        Checks.present("value", value);
    }

    /// Is the score in [0, 1], as a degree of trust must be?
    public boolean isProbability() {
        return value.compareTo(BigFraction.ZERO) >= 0 && value.compareTo(BigFraction.ONE) <= 0;
    }

    /// The nearest double.
    public double asDouble() {
        return Fractions.toDouble(value);
    }

    /// The score as a fraction in lowest terms: `2/5`.
    public String exact() {
        return Fractions.format(value);
    }

    /// The score as a decimal: complete where it ends within six places (`0.4`, `1.1`), otherwise to four.
    @Override
    public String toString() {
        return decimal(value);
    }

    static String decimal(BigFraction value) {
        BigDecimal numerator = new BigDecimal(value.getNumerator());
        BigDecimal denominator = new BigDecimal(value.getDenominator());
        BigDecimal six = numerator.divide(denominator, Customer.DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal shown = six.multiply(denominator).compareTo(numerator) == 0
                ? six.stripTrailingZeros()
                : numerator.divide(denominator, SHOWN, RoundingMode.HALF_EVEN);
        return shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
    }
}
