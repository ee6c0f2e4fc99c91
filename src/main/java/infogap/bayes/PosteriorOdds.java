package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.math3.fraction.BigFraction;

/// Odds after independent results, `π/(1−π) · LR+^k · LR−^m`, as integers and their exponents, which are multiplied out only when the exact fraction is asked for.
final class PosteriorOdds {

    private static final String NEVER = "these results have probability 0";

    /// Twenty digits beyond a double's are more than a power of 2³¹ factors rounds away.
    private static final MathContext DIGITS = new MathContext(60);

    /// Outside these decimal exponents of the odds the nearest double of the probability is 0 or 1.
    private static final long LEAST_EXPONENT = -400;
    private static final long LARGEST_EXPONENT = 40;

    private final BigFraction[] bases;
    private final BigFraction[] against;
    private final int[] exponents;

    PosteriorOdds(ExactScreening screening, int positives, int negatives) {
        Checks.atLeast("positives", positives, 0);
        Checks.atLeast("negatives", negatives, 0);
        this.bases = new BigFraction[] {screening.prior(), screening.sensitivity(), screening.falseNegativeRate()};
        this.against = new BigFraction[] {
            ExactScreening.complement(screening.prior()), screening.falsePositiveRate(), screening.specificity()
        };
        this.exponents = new int[] {1, positives, negatives};
    }

    /// The probability as a fraction in lowest terms.
    ///
    /// @throws IllegalArgumentException if a part of the fraction would be longer than [ExactScreening#LONGEST_FRACTION] bits
    Ratio exact() {
        if (impossible(bases) || impossible(against)) {
            return certain();
        }
        long bits = 0;
        for (int i = 0; i < bases.length; i++) {
            if (exponents[i] > 0) {
                BigFraction ratio = bases[i].divide(against[i]);
                bits += exponents[i] * (long) Math.max(ratio.getNumerator().bitLength(), ratio.getDenominator().bitLength());
            }
        }
        if (bits > ExactScreening.LONGEST_FRACTION) {
            throw new IllegalArgumentException("positives and negatives must leave a fraction of at most " + ExactScreening.LONGEST_FRACTION
                    + " bits, but " + exponents[1] + " and " + exponents[2] + " give up to " + bits + "; Screening has the nearest double");
        }
        BigInteger numerator = BigInteger.ONE;
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < bases.length; i++) {
            if (exponents[i] > 0) {
                BigFraction ratio = bases[i].divide(against[i]);
                numerator = numerator.multiply(ratio.getNumerator().pow(exponents[i]));
                denominator = denominator.multiply(ratio.getDenominator().pow(exponents[i]));
            }
        }
        return new Ratio.Finite(new BigFraction(numerator, numerator.add(denominator)));
    }

    /// The nearest double to the probability, for any number of results.
    Posterior nearest() {
        return certain() instanceof Ratio.Undefined(String reason) ? new Posterior.Undefined(reason) : new Posterior.Of(probability());
    }

    private double probability() {
        if (impossible(bases) || impossible(against)) {
            return certain().toDouble();
        }
        Scaled odds = Scaled.ONE;
        for (int i = 0; i < bases.length; i++) {
            if (exponents[i] > 0) {
                odds = odds.times(Scaled.of(bases[i].divide(against[i])).pow(exponents[i]));
            }
        }
        if (odds.exponent < LEAST_EXPONENT || odds.exponent > LARGEST_EXPONENT) {
            return odds.exponent < 0 ? 0 : 1;
        }
        BigDecimal value = odds.mantissa.scaleByPowerOfTen((int) odds.exponent);
        return value.divide(value.add(BigDecimal.ONE), DIGITS).doubleValue();
    }

    private Ratio certain() {
        return Ratio.of(
                impossible(bases) ? BigFraction.ZERO : BigFraction.ONE,
                impossible(bases) && impossible(against) ? BigFraction.ZERO : BigFraction.ONE,
                NEVER);
    }

    /// Whether a factor that occurs is 0.
    private boolean impossible(BigFraction[] factors) {
        for (int i = 0; i < factors.length; i++) {
            if (exponents[i] > 0 && factors[i].getNumerator().signum() == 0) {
                return true;
            }
        }
        return false;
    }

    /// A positive decimal `mantissa · 10^exponent` whose exponent outgrows that of [BigDecimal].
    private record Scaled(BigDecimal mantissa, long exponent) {

        static final Scaled ONE = new Scaled(BigDecimal.ONE, 0);

        /// With one digit before the point.
        static Scaled of(BigDecimal value, long exponent) {
            int shift = value.precision() - value.scale() - 1;
            return new Scaled(value.scaleByPowerOfTen(-shift), exponent + shift);
        }

        static Scaled of(BigFraction value) {
            return of(new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()), DIGITS), 0);
        }

        Scaled times(Scaled other) {
            return of(mantissa.multiply(other.mantissa, DIGITS), exponent + other.exponent);
        }

        Scaled pow(int power) {
            Scaled result = ONE;
            Scaled square = this;
            for (int left = power; left > 0; left >>= 1) {
                result = (left & 1) == 1 ? result.times(square) : result;
                square = left > 1 ? square.times(square) : square;
            }
            return result;
        }
    }
}
