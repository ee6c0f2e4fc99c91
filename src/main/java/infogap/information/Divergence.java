package infogap.information;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How far one belief is from another. States are matched by equality; a state that one side does not list has probability 0 there.
///
/// Source: Cover and Thomas (2006), chapter 2; J. Lin (1991), *Divergence measures based on the Shannon entropy*, IEEE Transactions
/// on Information Theory 37, 145–151.
public final class Divergence {

    private Divergence() {}

    /// Kullback–Leibler divergence (相对熵) `D(P ‖ Q) = Σ p(x) log (p(x) / q(x)) ≥ 0`, in the unit of the logarithm.
    ///
    /// It is +∞ when some state has `p(x) > 0` and `q(x) = 0`: whoever believes Q would be infinitely surprised. That is a
    /// value, not an error. It is summed as `Σ p log(p/q) − p + q`, whose terms are all non-negative, so the result is too.
    public static double kullbackLeibler(Distribution<?> p, Distribution<?> q, Unit unit) {
        Checks.present("p", p);
        Checks.present("q", q);
        Checks.present("unit", unit);
        List<?> states = union(p, q);
        return unit.fromNats(Terms.divergence(weights(p, states), weights(q, states)));
    }

    /// Cross entropy `−Σ p(x) log q(x) = H(P) + D(P ‖ Q)`; +∞ where the divergence is.
    public static double crossEntropy(Distribution<?> p, Distribution<?> q, Unit unit) {
        Checks.present("p", p);
        Checks.present("q", q);
        Checks.present("unit", unit);
        List<?> states = union(p, q);
        double[] left = weights(p, states);
        double[] right = weights(q, states);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0) {
                if (right[i] == 0) {
                    return Double.POSITIVE_INFINITY;
                }
                sum.add(-left[i] * unit.log(right[i]));
            }
        }
        return sum.value();
    }

    /// Jensen–Shannon divergence `½ D(P ‖ M) + ½ D(Q ‖ M)` with `M = (P + Q) / 2`: symmetric, finite, at most 1 bit.
    public static double jensenShannon(Distribution<?> p, Distribution<?> q, Unit unit) {
        return jensenShannon(p, q, 0.5, unit);
    }

    /// The weighted form `w D(P ‖ M) + (1 − w) D(Q ‖ M)` with `M = w P + (1 − w) Q`: the mutual information between the state
    /// and the coin of bias `weight` that chose P or Q.
    ///
    /// @throws IllegalArgumentException if the weight is outside [0, 1]
    public static double jensenShannon(Distribution<?> p, Distribution<?> q, double weight, Unit unit) {
        Checks.present("p", p);
        Checks.present("q", q);
        Checks.probability("weight", weight);
        Checks.present("unit", unit);
        List<?> states = union(p, q);
        double[] left = weights(p, states);
        double[] right = weights(q, states);
        double[] middle = new double[left.length];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = weight * left[i] + (1 - weight) * right[i];
        }
        double fromLeft = weight == 0 ? 0 : weight * Terms.divergence(left, middle);
        double fromRight = weight == 1 ? 0 : (1 - weight) * Terms.divergence(right, middle);
        return unit.fromNats(fromLeft + fromRight);
    }

    /// Total variation `½ Σ |p(x) − q(x)|` in [0, 1]: the largest difference that the two beliefs give to any event.
    public static double totalVariation(Distribution<?> p, Distribution<?> q) {
        Checks.present("p", p);
        Checks.present("q", q);
        List<?> states = union(p, q);
        double[] left = weights(p, states);
        double[] right = weights(q, states);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < left.length; i++) {
            sum.add(Math.abs(left[i] - right[i]));
        }
        return Math.min(1, sum.value() / 2);
    }

    private static List<?> union(Distribution<?> p, Distribution<?> q) {
        if (p.states().equals(q.states())) {
            return p.states();
        }
        Set<Object> states = new LinkedHashSet<>(p.states());
        states.addAll(q.states());
        return List.copyOf(states);
    }

    private static <S> double[] weights(Distribution<S> distribution, List<?> states) {
        if (distribution.states().equals(states)) {
            return distribution.probabilities();
        }
        Map<Object, Double> byState = new HashMap<>();
        for (int i = 0; i < distribution.size(); i++) {
            byState.put(distribution.states().get(i), distribution.probabilityAt(i));
        }
        return states.stream().mapToDouble(state -> byState.getOrDefault(state, 0.0)).toArray();
    }
}
