package infogap.probability;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// A finite probability distribution: labelled states with weights `p(x) ≥ 0` that sum to 1.
///
/// The weights are kept as given; a sum that differs from 1 by more than [#SUM_TOLERANCE] is refused, not rescaled. Rescaling
/// is asked for by name: [#normalized], [#ofCounts].
///
/// @param <S> the type of the states; two states are the same when they are equal
public final class Distribution<S> {

    /// How far from 1 the sum of the weights may be, so that decimals such as 0.1 may be added.
    public static final double SUM_TOLERANCE = 1e-12;

    private final List<S> states;
    private final double[] probabilities;

    private Distribution(List<S> states, double[] probabilities) {
        this.states = states;
        this.probabilities = probabilities;
    }

    /// The distribution that gives `states[i]` the probability `probabilities[i]`.
    ///
    /// @throws IllegalArgumentException if the lists are empty or differ in length, a state stands twice, a probability is
    ///     outside [0, 1] or NaN, or the sum is not 1 within [#SUM_TOLERANCE]
    public static <S> Distribution<S> of(List<S> states, double... probabilities) {
        List<S> checked = Checks.distinct("states", states);
        double[] weights = Checks.finite("probabilities", probabilities);
        Checks.sameLength("states", checked.size(), "probabilities", weights.length);
        requireSumOne("probabilities", weights);
        return new Distribution<>(checked, weights);
    }

    /// As [#of(List, double...)], from a map in its iteration order.
    ///
    /// @throws IllegalArgumentException also if a state or its probability is missing
    public static <S> Distribution<S> of(Map<S, Double> probabilities) {
        Checks.present("probabilities", probabilities);
        return of(Checks.distinct("probabilities.keySet", probabilities.keySet()), unboxed(probabilities));
    }

    /// Two states, the first with probability `probability`.
    public static <S> Distribution<S> binary(S first, S second, double probability) {
        Checks.probability("probability", probability);
        return of(List.of(Checks.present("first", first), Checks.present("second", second)), probability, Fractions.complement(probability));
    }

    /// Each state with the same probability.
    public static <S> Distribution<S> uniform(Collection<S> states) {
        List<S> checked = Checks.distinct("states", states);
        double[] weights = new double[checked.size()];
        Arrays.fill(weights, 1.0 / checked.size());
        return new Distribution<>(checked, weights);
    }

    /// Weights rescaled to sum to 1.
    ///
    /// @throws IllegalArgumentException if a weight is negative or not finite, or all are zero
    public static <S> Distribution<S> normalized(List<S> states, double... weights) {
        List<S> checked = Checks.distinct("states", states);
        double[] scaled = Checks.finite("weights", weights);
        Checks.sameLength("states", checked.size(), "weights", scaled.length);
        for (int i = 0; i < scaled.length; i++) {
            Checks.nonNegative("weights[" + i + "]", scaled[i]);
        }
        double sum = CompensatedSum.of(scaled);
        Checks.positive("sum of weights", sum);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= sum;
        }
        return new Distribution<>(checked, scaled);
    }

    /// Relative frequencies.
    ///
    /// @throws IllegalArgumentException if a count is negative or all are zero
    public static <S> Distribution<S> ofCounts(Map<S, Long> counts) {
        Checks.present("counts", counts);
        Map<S, Double> weights = new LinkedHashMap<>();
        counts.forEach((state, count) ->
                weights.put(state, (double) Checks.atLeast("counts[" + state + "]", Checks.present("counts[" + state + "]", count), 0)));
        return normalized(Checks.distinct("counts.keySet", weights.keySet()), unboxed(weights));
    }

    /// Relative frequencies of the observed values, in the order of their first appearance.
    public static <S> Distribution<S> ofSample(Collection<? extends S> sample) {
        Map<S, Long> counts = new LinkedHashMap<>();
        for (S value : Checks.<S>notEmpty("sample", sample)) {
            counts.merge(value, 1L, Long::sum);
        }
        return ofCounts(counts);
    }

    /// The states, in the order given.
    public List<S> states() {
        return states;
    }

    /// How many states there are.
    public int size() {
        return states.size();
    }

    /// The probability of the state at this position, counted from 0; by its name apart from [#probability(Object)], because a state may be a number.
    ///
    /// @throws IllegalArgumentException if there is no such position
    public double probabilityAt(int position) {
        return probabilities[Checks.position("position", position, probabilities.length)];
    }

    /// The probability of the state; 0 for one that is not among [#states].
    public double probability(S state) {
        int index = states.indexOf(state);
        return index < 0 ? 0 : probabilities[index];
    }

    /// A copy of the probabilities, in the order of [#states].
    public double[] probabilities() {
        return probabilities.clone();
    }

    /// `E f = Σ p(x) f(x)`; states of probability 0 are not asked.
    public double expectation(ToDoubleFunction<? super S> function) {
        Checks.present("function", function);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] > 0) {
                sum.add(probabilities[i] * function.applyAsDouble(states.get(i)));
            }
        }
        return sum.value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution<?> that
                && states.equals(that.states)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * states.hashCode() + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        int width = states.stream().mapToInt(state -> state.toString().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < probabilities.length; i++) {
            text.append(String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s  %.6g%n", states.get(i), probabilities[i]));
        }
        return text.toString().stripTrailing();
    }

    static void requireSumOne(String argument, double[] weights) {
        Checks.probabilities(argument, weights);
        double sum = CompensatedSum.of(weights);
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException(argument + " must sum to 1 within " + SUM_TOLERANCE + ", but sum to " + sum
                    + "; use a normalizing factory to rescale on purpose");
        }
    }

    private static double[] unboxed(Map<?, Double> weights) {
        return weights.entrySet().stream()
                .mapToDouble(entry -> Checks.present("probabilities[" + entry.getKey() + "]", entry.getValue()))
                .toArray();
    }
}
