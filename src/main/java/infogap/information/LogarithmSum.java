package infogap.information;

import infogap.numeric.Checks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A sum `Σ c ln n` with integer coefficients and positive integers n: what every entropy of rational probabilities is, up to a denominator.
///
/// The integers are rewritten over a base whose members have no common divisors. Logarithms of such members are linearly
/// independent over the rationals (a product of their powers is 1 only when all exponents are 0), so it is decided, not estimated,
/// whether the sum is zero, or rational in its unit. An irrational value is never a decimal, so refining always ends.
final class LogarithmSum {

    /// Digits that anybody may ask for; a thousand take milliseconds for each logarithm.
    static final int MAXIMAL_DIGITS = 1000;

    private static final int FIRST_GUARD_BITS = 32;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private final Map<BigInteger, BigInteger> coefficients = new TreeMap<>();

    /// Adds `coefficient · ln argument`.
    void add(BigInteger coefficient, BigInteger argument) {
        coefficients.merge(argument, coefficient, BigInteger::add);
    }

    /// Adds `sign · n ln n`, which is 0 for n = 0.
    void addSelfLogarithm(int sign, BigInteger n) {
        if (n.signum() > 0) {
            add(sign < 0 ? n.negate() : n, n);
        }
    }

    /// The sum divided by the denominator, in the unit: exact when it is a decimal with at most so many places, otherwise the two neighbouring
    /// decimals with that many places that have the value between them.
    ///
    /// @throws IllegalArgumentException if the unit is missing or the digits are outside [1, [#MAXIMAL_DIGITS]]
    CertifiedInterval over(BigInteger denominator, Unit unit, int digits) {
        requirePrintable(unit, digits);
        // nearly always the first look tells the two decimals; only an exact value, or one very close to a decimal, needs the base
        return enclosed(coefficients, denominator, unit, digits, FIRST_GUARD_BITS).orElseGet(() -> {
            Map<BigInteger, BigInteger> independent = overCoprimeBase();
            BigInteger twos = independent.getOrDefault(BigInteger.TWO, BigInteger.ZERO);
            return independent.equals(multipleOfUnit(twos, unit))
                    ? rational(new BigDecimal(twos), new BigDecimal(denominator), digits)
                    : Stream.iterate(2 * FIRST_GUARD_BITS, guard -> 2 * guard)
                            .flatMap(guard -> enclosed(independent, denominator, unit, digits, guard).stream())
                            .findFirst()
                            .orElseThrow();
        });
    }

    /// The decimals around the quotient, unless with so many bits to spare the quotient may still be a decimal itself.
    private static Optional<CertifiedInterval> enclosed(
            Map<BigInteger, BigInteger> terms, BigInteger denominator, Unit unit, int digits, int guard) {
        BigInteger size = terms.values().stream().map(BigInteger::abs).reduce(denominator, BigInteger::add);
        // log₂ 10 < 10/3; what large coefficients magnify has to be bought in advance
        int bits = digits * 10 / 3 + 1 + size.bitLength() - denominator.bitLength() + guard;
        LogarithmBounds lnTwo = LogarithmBounds.lnTwo(bits);
        LogarithmBounds sum = LogarithmBounds.ZERO;
        for (Map.Entry<BigInteger, BigInteger> term : terms.entrySet()) {
            sum = sum.plus(LogarithmBounds.ln(term.getKey(), bits, lnTwo).times(term.getValue()));
        }
        LogarithmBounds divisor = logarithmOfBase(unit, bits, lnTwo).times(denominator);
        BigDecimal lower = new BigDecimal(sum.lower());
        BigDecimal below = new BigDecimal(sum.lower().signum() < 0 ? divisor.lower() : divisor.upper());
        BigDecimal upper = new BigDecimal(sum.upper());
        BigDecimal above = new BigDecimal(sum.upper().signum() < 0 ? divisor.upper() : divisor.lower());
        BigDecimal down = lower.divide(below, digits, RoundingMode.FLOOR);
        BigDecimal up = upper.divide(above, digits, RoundingMode.CEILING);
        BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
        boolean strictlyBetween = down.multiply(below).compareTo(lower) < 0 && upper.compareTo(up.multiply(above)) < 0;
        return strictlyBetween && down.add(step).equals(up) ? Optional.of(new CertifiedInterval(down, up)) : Optional.empty();
    }

    /// @throws IllegalArgumentException if the unit is missing or the digits are outside [1, [#MAXIMAL_DIGITS]]
    static void requirePrintable(Unit unit, int digits) {
        Checks.present("unit", unit);
        Checks.inRange("digits", digits, 1, MAXIMAL_DIGITS);
    }

    private static CertifiedInterval rational(BigDecimal numerator, BigDecimal denominator, int digits) {
        return new CertifiedInterval(
                numerator.divide(denominator, digits, RoundingMode.FLOOR), numerator.divide(denominator, digits, RoundingMode.CEILING));
    }

    /// `factor · ln b` for the unit's base b, over prime numbers. In nats only 0 is rational: the logarithm of a rational number
    /// other than 1 is transcendental (Lindemann).
    private static Map<BigInteger, BigInteger> multipleOfUnit(BigInteger factor, Unit unit) {
        return factor.signum() == 0
                ? Map.of()
                : switch (unit) {
                    case BITS -> Map.of(BigInteger.TWO, factor);
                    case HARTLEYS -> Map.of(BigInteger.TWO, factor, FIVE, factor);
                    case NATS -> Map.of();
                };
    }

    private static LogarithmBounds logarithmOfBase(Unit unit, int bits, LogarithmBounds lnTwo) {
        return switch (unit) {
            case BITS -> lnTwo;
            case HARTLEYS -> LogarithmBounds.ln(BigInteger.TEN, bits, lnTwo);
            case NATS -> new LogarithmBounds(BigInteger.ONE.shiftLeft(bits), BigInteger.ONE.shiftLeft(bits));
        };
    }

    /// The same sum over pairwise coprime integers, 2 and 5 among them; none of the coefficients is 0.
    private Map<BigInteger, BigInteger> overCoprimeBase() {
        List<BigInteger> base = coprimeBase();
        Map<BigInteger, BigInteger> independent = new TreeMap<>();
        coefficients.forEach((argument, coefficient) -> {
            BigInteger rest = argument;
            for (int i = 0; !rest.equals(BigInteger.ONE); i++) {
                BigInteger factor = base.get(i);
                for (BigInteger[] quotient = rest.divideAndRemainder(factor);
                        quotient[1].signum() == 0;
                        quotient = rest.divideAndRemainder(factor)) {
                    rest = quotient[0];
                    independent.merge(factor, coefficient, BigInteger::add);
                }
            }
        });
        independent.values().removeIf(coefficient -> coefficient.signum() == 0);
        return independent;
    }

    /// Splits the integers at their common divisors until none are left. Each step replaces two integers by divisors with a smaller product.
    private List<BigInteger> coprimeBase() {
        List<BigInteger> base = new ArrayList<>(List.of(BigInteger.TWO, FIVE));
        Deque<BigInteger> waiting = new ArrayDeque<>(coefficients.keySet());
        while (!waiting.isEmpty()) {
            BigInteger candidate = waiting.pop();
            for (int i = 0; i < base.size() && !candidate.equals(BigInteger.ONE); i++) {
                BigInteger member = base.get(i);
                BigInteger common = candidate.gcd(member);
                if (common.equals(member)) {
                    candidate = candidate.divide(member);
                    i--;
                } else if (!common.equals(BigInteger.ONE)) {
                    base.remove(i);
                    waiting.push(member.divide(common));
                    waiting.push(common);
                    candidate = candidate.divide(common);
                    i = -1;
                }
            }
            if (!candidate.equals(BigInteger.ONE)) {
                base.add(candidate);
            }
        }
        return base;
    }
}
