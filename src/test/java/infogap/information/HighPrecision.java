package infogap.information;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.math3.fraction.BigFraction;

/// Independent 50-digit arithmetic for the tests: exact fractions, and logarithms by the series of the inverse hyperbolic tangent.
final class HighPrecision {

    static final MathContext DIGITS = new MathContext(60);
    static final BigDecimal LN_TWO = lnBySeries(new BigDecimal(2));

    private HighPrecision() {}

    static BigDecimal decimal(BigFraction value) {
        return new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()), DIGITS);
    }

    /// `ln x = k ln 2 + 2 artanh((m − 1)/(m + 1))` with `x = 2^k m`, `m` in [1/2, 2).
    static BigDecimal ln(BigFraction x) {
        int k = x.getNumerator().bitLength() - x.getDenominator().bitLength();
        BigFraction power = new BigFraction(BigInteger.TWO.pow(Math.abs(k)));
        BigFraction mantissa = k >= 0 ? x.divide(power) : x.multiply(power);
        return LN_TWO.multiply(BigDecimal.valueOf(k)).add(lnBySeries(decimal(mantissa)), DIGITS);
    }

    static BigDecimal log2(BigFraction x) {
        return ln(x).divide(LN_TWO, DIGITS);
    }

    /// `−Σ p ln p` in nats.
    static BigDecimal entropy(BigFraction... probabilities) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigFraction p : probabilities) {
            if (p.compareTo(BigFraction.ZERO) > 0) {
                sum = sum.subtract(decimal(p).multiply(ln(p)));
            }
        }
        return sum;
    }

    /// `Σ p(x, y) ln (p(x, y) / (p(x) p(y)))` in nats, of counts.
    static BigDecimal mutualInformation(long[][] counts) {
        long total = 0;
        long[] rows = new long[counts.length];
        long[] columns = new long[counts[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
                total += counts[i][j];
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                if (counts[i][j] > 0) {
                    BigFraction ratio = new BigFraction(
                            BigInteger.valueOf(counts[i][j]).multiply(BigInteger.valueOf(total)),
                            BigInteger.valueOf(rows[i]).multiply(BigInteger.valueOf(columns[j])));
                    sum = sum.add(ln(ratio).multiply(BigDecimal.valueOf(counts[i][j])));
                }
            }
        }
        return sum.divide(BigDecimal.valueOf(total), DIGITS);
    }

    private static BigDecimal lnBySeries(BigDecimal m) {
        BigDecimal t = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), DIGITS);
        BigDecimal square = t.multiply(t, DIGITS);
        BigDecimal power = t;
        BigDecimal sum = t;
        for (int k = 3; power.signum() != 0 && power.abs().compareTo(new BigDecimal("1e-70")) > 0; k += 2) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS));
        }
        return sum.multiply(BigDecimal.TWO);
    }
}
