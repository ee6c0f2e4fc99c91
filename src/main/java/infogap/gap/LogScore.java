package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import java.util.List;

/// Report a distribution `q`, receive `log q(θ)`. `V(m) = −H(m)`: the gap is mutual information, the piece of a message relative entropy
/// (Kullback–Leibler). The only proper score that depends on nothing but the probability given to what happened, with three states or more.
///
/// @param <S> the type of the states
public final class LogScore<S> implements DecisionProblem<Distribution<S>, S> {

    private final double unitsPerNat;
    private final String unit;

    private LogScore(double unitsPerNat, String unit) {
        this.unitsPerNat = unitsPerNat;
        this.unit = unit;
    }

    /// Logarithms to base 2.
    public static <S> LogScore<S> bits() {
        return new LogScore<>(1 / Math.log(2), "bits");
    }

    /// Natural logarithms.
    public static <S> LogScore<S> nats() {
        return new LogScore<>(1, "nats");
    }

    /// `−H(m) = Σ m(θ) log m(θ)` with `0 log 0 = 0`.
    @Override
    public double value(Distribution<S> belief) {
        return -uncertainty(belief);
    }

    /// The belief itself: the score is proper.
    @Override
    public List<Distribution<S>> bestActions(Distribution<S> belief) {
        return List.of(Checks.present("belief", belief));
    }

    /// `KL(m ‖ q) = Σ m(θ) log (m(θ) / q(θ))`; positive infinity when `q` excludes something that `m` does not.
    @Override
    public double regret(Distribution<S> belief, Distribution<S> actedOn) {
        Beliefs.requireSameStates(belief, actedOn);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < belief.size(); i++) {
            double p = belief.probability(i);
            double q = actedOn.probability(i);
            if (p > 0) {
                if (q == 0) {
                    return Double.POSITIVE_INFINITY;
                }
                // Σ (q − p) = 0, but each term with it is non-negative, so that no digits cancel between states
                sum.add(p * Math.log(p / q) + (q - p));
            } else {
                sum.add(q);
            }
        }
        return Math.max(0, sum.value()) * unitsPerNat;
    }

    /// The entropy (熵) `H(m)`.
    @Override
    public double uncertainty(Distribution<S> belief) {
        Checks.present("belief", belief);
        CompensatedSum sum = new CompensatedSum();
        for (double p : belief.probabilities()) {
            if (p > 0) {
                sum.add(-p * Math.log(p));
            }
        }
        return Math.max(0, sum.value()) * unitsPerNat;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String toString() {
        return "logarithmic score in " + unit;
    }
}
