package infogap.information;

import java.math.BigInteger;

/// A real number enclosed in binary fixed point: `lower ≤ value · 2^bits ≤ upper`, the `bits` being those of the computation.
record LogarithmBounds(BigInteger lower, BigInteger upper) {

    static final LogarithmBounds ZERO = new LogarithmBounds(BigInteger.ZERO, BigInteger.ZERO);

    /// `ln 2 = 2 artanh(1/3)`.
    static LogarithmBounds lnTwo(int bits) {
        return artanh(BigInteger.ONE, BigInteger.valueOf(3), bits).times(BigInteger.TWO);
    }

    /// `ln n = k ln 2 + 2 artanh((n − 2^k) / (n + 2^k))`, with the k for which `n / 2^k` is in [2/3, 4/3] and the argument in [−1/5, 1/7].
    ///
    /// @param lnTwo the same function's ln 2 with the same bits
    static LogarithmBounds ln(BigInteger n, int bits, LogarithmBounds lnTwo) {
        int k = n.bitLength() - 1;
        if (n.multiply(BigInteger.valueOf(3)).compareTo(BigInteger.ONE.shiftLeft(k + 2)) > 0) {
            k++;
        }
        BigInteger power = BigInteger.ONE.shiftLeft(k);
        BigInteger difference = n.subtract(power);
        return artanh(difference.abs(), n.add(power), bits)
                .times(BigInteger.valueOf(2L * difference.signum()))
                .plus(lnTwo.times(BigInteger.valueOf(k)));
    }

    LogarithmBounds plus(LogarithmBounds other) {
        return new LogarithmBounds(lower.add(other.lower), upper.add(other.upper));
    }

    LogarithmBounds times(BigInteger factor) {
        return factor.signum() < 0
                ? new LogarithmBounds(upper.multiply(factor), lower.multiply(factor))
                : new LogarithmBounds(lower.multiply(factor), upper.multiply(factor));
    }

    /// `artanh t = t + t³/3 + t⁵/5 + …` for a fraction `0 ≤ t ≤ 1/3`.
    ///
    /// All terms are positive and rounded down, so the sum cut off is a lower bound. A power is the one before times `t² ≤ 1/9`,
    /// rounded down, so it is never more than 1 + 1/9 + 1/81 + … = 9/8 units too low, and a term less than 2. When a power has
    /// vanished, it is in truth below 9/8 units, and the rest behind `t^k`, at most `t^k · t² / ((k + 2)(1 − t²)) ≤ t^k / (8 (k + 2))`,
    /// is below one.
    private static LogarithmBounds artanh(BigInteger numerator, BigInteger denominator, int bits) {
        BigInteger numeratorSquare = numerator.multiply(numerator);
        BigInteger denominatorSquare = denominator.multiply(denominator);
        BigInteger power = numerator.shiftLeft(bits).divide(denominator);
        BigInteger sum = power;
        long k = 1;
        while (power.signum() > 0) {
            k += 2;
            power = power.multiply(numeratorSquare).divide(denominatorSquare);
            sum = sum.add(power.divide(BigInteger.valueOf(k)));
        }
        long terms = (k + 1) / 2;
        return numerator.signum() == 0 ? ZERO : new LogarithmBounds(sum, sum.add(BigInteger.valueOf(2 * terms + 1)));
    }
}
