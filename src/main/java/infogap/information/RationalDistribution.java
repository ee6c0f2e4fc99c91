package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// A distribution whose probabilities are fractions that sum to exactly 1, and its measures with as many proven digits as are asked for.
///
/// With the common denominator D the probabilities are `w_i / D`, and `H = (D ln D − Σ w_i ln w_i) / D`: integers and their
/// logarithms, each enclosed by a series with a bound on its remainder. The result is exact where it is a decimal of the digits asked for
/// (four equal states have 2 bits); otherwise it is the two neighbouring decimals that have the true value between them, so more digits
/// never contradict fewer. [Entropy] and [Divergence] are the same formulas in doubles.
///
/// Source: Cover and Thomas (2006), chapter 2.
///
/// @param probabilities the fractions, in the order of the states, which are known by their index
public record RationalDistribution(List<BigFraction> probabilities) {

    /// The most places after the point that a measure can be asked for.
    public static final int MAXIMAL_DIGITS = LogarithmSum.MAXIMAL_DIGITS;

    /// @throws IllegalArgumentException if there is no probability, one is missing or negative, or their sum is not exactly 1
    public RationalDistribution {
        probabilities = checked(probabilities, index -> "probabilities[" + index + "]");
    }

    /// Each number read as the decimal that it prints: 0.2 is 1/5.
    ///
    /// @throws IllegalArgumentException as the constructor, or if a number is NaN or infinite; three times 0.3333 is not 1
    public static RationalDistribution ofDecimals(double... probabilities) {
        return new RationalDistribution(Arrays.stream(Checks.finite("probabilities", probabilities)).mapToObj(Fractions::ofDecimal).toList());
    }

    /// The relative frequencies `n_i / N`, exactly.
    ///
    /// @throws IllegalArgumentException if there is no count, one is negative, or all are zero
    public static RationalDistribution ofCounts(long... counts) {
        long total = Counts.total("counts", counts);
        return new RationalDistribution(Arrays.stream(counts).mapToObj(count -> Fractions.of(count, total)).toList());
    }

    /// How many states there are.
    public int size() {
        return probabilities.size();
    }

    /// `H(X) = −Σ p(x) log p(x)`; a state of probability 0 adds nothing.
    ///
    /// @param digits places after the point, from 1 to [#MAXIMAL_DIGITS]
    public CertifiedInterval entropy(Unit unit, int digits) {
        BigInteger denominator = commonDenominator();
        LogarithmSum sum = new LogarithmSum();
        sum.addSelfLogarithm(1, denominator);
        addWeights(sum, -1, denominator);
        return sum.over(denominator, unit, digits);
    }

    /// Kullback–Leibler divergence (相对熵) of this distribution P from Q, `D(P ‖ Q) = Σ p(x) log (p(x) / q(x))`: exactly 0 when they are the
    /// same, infinite when Q rules out a state that P can take.
    ///
    /// @param digits places after the point, from 1 to [#MAXIMAL_DIGITS]
    /// @throws IllegalArgumentException if the distributions have different numbers of states, the unit is missing or the digits are out of range
    public CertifiedDivergence divergenceFrom(RationalDistribution q, Unit unit, int digits) {
        Checks.present("q", q);
        Checks.sameLength("p", size(), "q", q.size());
        LogarithmSum.requirePrintable(unit, digits);
        BigInteger denominator = commonDenominator();
        BigInteger denominatorOfQ = q.commonDenominator();
        LogarithmSum sum = new LogarithmSum();
        addWeights(sum, 1, denominator);
        sum.addSelfLogarithm(-1, denominator);
        sum.add(denominator, denominatorOfQ);
        for (int i = 0; i < size(); i++) {
            BigInteger weight = weight(i, denominator);
            BigInteger weightOfQ = q.weight(i, denominatorOfQ);
            if (weightOfQ.signum() > 0) {
                sum.add(weight.negate(), weightOfQ);
            } else if (weight.signum() > 0) {
                return new CertifiedDivergence.Infinite(
                        "state " + i + " has p = " + Fractions.format(probabilities.get(i)) + " and q = 0");
            }
        }
        return new CertifiedDivergence.Finite(sum.over(denominator, unit, digits));
    }

    /// `(1/5, 4/5)`.
    @Override
    public String toString() {
        return probabilities.stream().map(Fractions::format).collect(Collectors.joining(", ", "(", ")"));
    }

    /// The probabilities are integers over this number.
    BigInteger commonDenominator() {
        return probabilities.stream()
                .map(BigFraction::getDenominator)
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
    }

    /// Adds `sign · Σ w ln w` for the integers w over that denominator.
    void addWeights(LogarithmSum sum, int sign, BigInteger denominator) {
        for (int i = 0; i < size(); i++) {
            sum.addSelfLogarithm(sign, weight(i, denominator));
        }
    }

    static List<BigFraction> checked(List<BigFraction> probabilities, IntFunction<String> name) {
        List<BigFraction> copy = Checks.notEmpty("probabilities", probabilities);
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < copy.size(); i++) {
            BigFraction p = copy.get(i);
            if (p.getNumerator().signum() < 0) {
                throw new IllegalArgumentException(name.apply(i) + " must be a fraction in [0, 1], but is " + Fractions.format(p));
            }
            BigInteger common = denominator.gcd(p.getDenominator());
            numerator = numerator.multiply(p.getDenominator().divide(common)).add(p.getNumerator().multiply(denominator.divide(common)));
            denominator = denominator.divide(common).multiply(p.getDenominator());
        }
        if (!numerator.equals(denominator)) {
            throw new IllegalArgumentException(
                    "probabilities must sum to exactly 1, but sum to " + Fractions.format(new BigFraction(numerator, denominator)));
        }
        return copy;
    }

    private BigInteger weight(int index, BigInteger denominator) {
        BigFraction p = probabilities.get(index);
        return denominator.divide(p.getDenominator()).multiply(p.getNumerator());
    }
}
