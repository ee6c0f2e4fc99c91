package infogap.gap.privacy;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.fraction.BigFraction;

/// Noise for counts, the two-sided geometric mechanism: `P(Z = z) = (1 − α)/(1 + α) · α^|z|` with `α = e^(−ε/Δ)`, for a count that one person changes by at most `Δ`.
///
/// Drawn exactly, with integers only: no floating-point logarithm whose gaps would betray the count. The probability of every value is what the formula
/// says as long as the generator's bits are fair; a seeded generator is for reproducible studies, a release needs `SecureRandom`.
///
/// Sources: A. Ghosh, T. Roughgarden and M. Sundararajan (2012), *Universally utility-maximizing privacy mechanisms*, SIAM Journal on Computing 41,
/// 1673–1693; C. Canonne, G. Kamath and T. Steinke (2020), *The discrete Gaussian for differential privacy*, NeurIPS 33 (the sampler).
///
/// @param epsilon `ε > 0`, read as the decimal that it prints
/// @param sensitivity `Δ ≥ 1`
public record DiscreteLaplace(double epsilon, int sensitivity) {

    /// @throws IllegalArgumentException if ε is not finite and above 0, or the sensitivity below 1
    public DiscreteLaplace {
        Checks.positive("epsilon", epsilon);
        Checks.atLeast("sensitivity", sensitivity, 1);
    }

    /// `P(Z = z)`.
    public double probability(long z) {
        double rate = epsilon / sensitivity;
        return Math.tanh(rate / 2) * Math.exp(-rate * Math.abs((double) z));
    }

    /// `Var Z = 2α / (1 − α)²`.
    public double variance() {
        double half = Math.sinh(epsilon / sensitivity / 2);
        return 1 / (2 * half * half);
    }

    /// The count with noise.
    public BigInteger release(long count, RandomGenerator random) {
        return sample(random).add(BigInteger.valueOf(count));
    }

    /// One draw of the noise.
    public BigInteger sample(RandomGenerator random) {
        Checks.present("random", random);
        // P(Z = z) ∝ exp(−|z| s / t) with ε/Δ = s/t
        BigFraction rate = Fractions.ofDecimal(epsilon).divide(sensitivity);
        BigInteger s = rate.getNumerator();
        BigInteger t = rate.getDenominator();
        while (true) {
            BigInteger u = below(t, random);
            if (!bernoulliExp(u, t, random)) {
                continue;
            }
            BigInteger v = BigInteger.ZERO;
            while (bernoulliExpBelowOne(BigInteger.ONE, BigInteger.ONE, random)) {
                v = v.add(BigInteger.ONE);
            }
            BigInteger magnitude = u.add(t.multiply(v)).divide(s);
            boolean negative = random.nextBoolean();
            // −0 and +0 would make 0 twice as likely
            if (!negative || magnitude.signum() > 0) {
                return negative ? magnitude.negate() : magnitude;
            }
        }
    }

    /// True with probability `exp(−a/b)` for `0 ≤ a/b`.
    private static boolean bernoulliExp(BigInteger a, BigInteger b, RandomGenerator random) {
        for (BigInteger whole = a.divide(b); whole.signum() > 0; whole = whole.subtract(BigInteger.ONE)) {
            if (!bernoulliExpBelowOne(BigInteger.ONE, BigInteger.ONE, random)) {
                return false;
            }
        }
        return bernoulliExpBelowOne(a.mod(b), b, random);
    }

    /// True with probability `exp(−a/b)` for `a/b` in [0, 1]: the number of successes with probabilities a/b, a/2b, a/3b, … before the first failure is even.
    private static boolean bernoulliExpBelowOne(BigInteger a, BigInteger b, RandomGenerator random) {
        int k = 1;
        while (below(b.multiply(BigInteger.valueOf(k)), random).compareTo(a) < 0) {
            k++;
        }
        return k % 2 == 1;
    }

    /// Uniform on 0 … bound − 1 by rejection.
    private static BigInteger below(BigInteger bound, RandomGenerator random) {
        int bits = bound.subtract(BigInteger.ONE).bitLength();
        byte[] bytes = new byte[bits / 8 + 1];
        int excess = bytes.length * 8 - bits;
        while (true) {
            random.nextBytes(bytes);
            bytes[0] = (byte) ((bytes[0] & 0xff) >>> excess);
            BigInteger candidate = new BigInteger(1, bytes);
            if (candidate.compareTo(bound) < 0) {
                return candidate;
            }
        }
    }

    /// The mechanism with its parameters and its variance.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "discrete Laplace noise, ε = %s for counts that one person changes by at most %d, variance %.6g",
                epsilon, sensitivity, variance());
    }
}
