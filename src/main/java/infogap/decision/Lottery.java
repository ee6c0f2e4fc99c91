package infogap.decision;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Fractions;
import infogap.probability.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;

/// Finitely many outcomes with their probabilities, kept as exact fractions: a `double` is read as the decimal that it prints.
///
/// Outcomes are in ascending order, equal outcomes are one, and outcomes of probability 0 are left out.
public final class Lottery {

    private final List<BigFraction> outcomes;
    private final List<BigFraction> probabilities;

    private Lottery(List<BigFraction> outcomes, List<BigFraction> probabilities) {
        this.outcomes = outcomes;
        this.probabilities = probabilities;
    }

    /// The lottery of `outcomes[i]` with probability `probabilities[i]`.
    ///
    /// Probabilities whose decimals miss 1 by at most [Distribution#SUM_TOLERANCE], such as three times 1/3, are divided by their exact sum.
    ///
    /// @throws IllegalArgumentException if there is no outcome, the lengths differ, an outcome is not finite, a probability is outside [0, 1] or
    ///     NaN, or the sum is not 1
    public static Lottery of(double[] outcomes, double[] probabilities) {
        double[] x = Checks.finite("outcomes", outcomes);
        double[] p = Checks.finite("probabilities", probabilities);
        Checks.sameLength("outcomes", x.length, "probabilities", p.length);
        for (int i = 0; i < p.length; i++) {
            Checks.probability("probabilities[" + i + "]", p[i]);
        }
        BigFraction sum = Arrays.stream(p).mapToObj(Fractions::ofDecimal).reduce(BigFraction.ZERO, BigFraction::add);
        if (Math.abs(Fractions.toDouble(sum.subtract(BigFraction.ONE))) > Distribution.SUM_TOLERANCE) {
            throw new IllegalArgumentException("probabilities must sum to 1, but sum to " + Fractions.toDouble(sum));
        }
        return sorted(
                Arrays.stream(x).mapToObj(Fractions::ofDecimal).toList(),
                Arrays.stream(p).mapToObj(Fractions::ofDecimal).map(q -> q.divide(sum)).toList());
    }

    /// The lottery of these exact outcomes and probabilities.
    ///
    /// @throws IllegalArgumentException if there is no outcome, the lengths differ, a probability is negative or the sum is not exactly 1
    public static Lottery of(List<BigFraction> outcomes, List<BigFraction> probabilities) {
        List<BigFraction> x = Checks.notEmpty("outcomes", outcomes);
        List<BigFraction> p = Checks.notEmpty("probabilities", probabilities);
        Checks.sameLength("outcomes", x.size(), "probabilities", p.size());
        for (int i = 0; i < p.size(); i++) {
            if (p.get(i).getNumerator().signum() < 0) {
                throw new IllegalArgumentException(
                        "probabilities[" + i + "] must be a fraction of at least 0, but is " + Fractions.format(p.get(i)));
            }
        }
        BigFraction sum = p.stream().reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("probabilities must sum to exactly 1, but sum to " + Fractions.format(sum));
        }
        return sorted(x, p);
    }

    /// Two outcomes, the first with probability `probability`.
    public static Lottery binary(double first, double second, double probability) {
        BigFraction p = Fractions.ofDecimal(Checks.probability("probability", probability));
        return of(
                List.of(Fractions.ofDecimal(Checks.finite("first", first)), Fractions.ofDecimal(Checks.finite("second", second))),
                List.of(p, BigFraction.ONE.subtract(p)));
    }

    /// The outcome for sure.
    public static Lottery certain(double outcome) {
        return of(List.of(Fractions.ofDecimal(Checks.finite("outcome", outcome))), List.of(BigFraction.ONE));
    }

    /// How many different outcomes can occur.
    public int size() {
        return outcomes.size();
    }

    /// The outcomes in ascending order.
    public List<BigFraction> outcomes() {
        return outcomes;
    }

    /// The probabilities of [#outcomes], all above 0.
    public List<BigFraction> probabilities() {
        return probabilities;
    }

    /// The nearest double to the outcome at this position, counted from 0.
    ///
    /// @throws IllegalArgumentException if there is no such position
    public double outcome(int position) {
        return Fractions.toDouble(outcomes.get(Checks.position("position", position, outcomes.size())));
    }

    /// The nearest double to the probability at this position, counted from 0.
    ///
    /// @throws IllegalArgumentException if there is no such position
    public double probability(int position) {
        return Fractions.toDouble(probabilities.get(Checks.position("position", position, probabilities.size())));
    }

    public double lowest() {
        return outcome(0);
    }

    public double highest() {
        return outcome(size() - 1);
    }

    /// `E x`.
    public double mean() {
        return Fractions.toDouble(exactMean());
    }

    /// `Var x = E (x − E x)²`.
    public double variance() {
        return Fractions.toDouble(exactVariance());
    }

    /// `E x` as a fraction.
    public BigFraction exactMean() {
        return exactExpectation(x -> x);
    }

    /// `Var x` as a fraction.
    public BigFraction exactVariance() {
        BigFraction mean = exactMean();
        return exactExpectation(x -> x.subtract(mean).multiply(x.subtract(mean)));
    }

    /// `E f(x)`.
    public double expectation(DoubleUnaryOperator function) {
        Checks.present("function", function);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < size(); i++) {
            sum.add(probability(i) * function.applyAsDouble(outcome(i)));
        }
        return sum.value();
    }

    /// `E f(x)` as a fraction.
    public BigFraction exactExpectation(UnaryOperator<BigFraction> function) {
        Checks.present("function", function);
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < size(); i++) {
            sum = sum.add(probabilities.get(i).multiply(function.apply(outcomes.get(i))));
        }
        return sum;
    }

    /// `F(x) = P(outcome ≤ x)`.
    public BigFraction cumulative(BigFraction x) {
        Checks.present("x", x);
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < size() && outcomes.get(i).compareTo(x) <= 0; i++) {
            sum = sum.add(probabilities.get(i));
        }
        return sum;
    }

    /// The lottery with this amount added to every outcome; a price paid is a negative amount.
    public Lottery plus(double amount) {
        BigFraction shift = Fractions.ofDecimal(Checks.finite("amount", amount));
        return of(outcomes.stream().map(x -> x.add(shift)).toList(), probabilities);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lottery that && outcomes.equals(that.outcomes) && probabilities.equals(that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * outcomes.hashCode() + probabilities.hashCode();
    }

    /// A row for each outcome; short fractions as such, and what is longer as the decimal.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%12s  %12s%n", "outcome", "probability"));
        for (int i = 0; i < size(); i++) {
            text.append(String.format(
                    Locale.ROOT, "%12s  %12s%n", Fractions.readable(outcomes.get(i)), Fractions.readable(probabilities.get(i))));
        }
        return text.toString().stripTrailing();
    }

    private static Lottery sorted(List<BigFraction> outcomes, List<BigFraction> probabilities) {
        Map<BigFraction, BigFraction> merged = new TreeMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (probabilities.get(i).getNumerator().signum() > 0) {
                merged.merge(outcomes.get(i), probabilities.get(i), BigFraction::add);
            }
        }
        return new Lottery(List.copyOf(merged.keySet()), List.copyOf(merged.values()));
    }
}
