package infogap.gap;

import infogap.information.Divergence;
import infogap.information.Entropy;
import infogap.information.Unit;
import infogap.numeric.Checks;
import infogap.probability.Distribution;

/// Report a distribution `q`, receive `log q(θ)`. `V(m) = −H(m)`: the gap is mutual information, the piece of a message relative entropy
/// (Kullback–Leibler). The only proper score that depends on nothing but the probability given to what happened, with three states or more.
///
/// @param <S> the type of the states
public final class LogScore<S> implements ScoringRule<S> {

    private final Unit unit;

    private LogScore(Unit unit) {
        this.unit = unit;
    }

    /// Logarithms in this unit.
    public static <S> LogScore<S> in(Unit unit) {
        return new LogScore<>(Checks.present("unit", unit));
    }

    /// Logarithms to base 2.
    public static <S> LogScore<S> bits() {
        return in(Unit.BITS);
    }

    /// Natural logarithms.
    public static <S> LogScore<S> nats() {
        return in(Unit.NATS);
    }

    /// `KL(m ‖ q) = Σ m(θ) log (m(θ) / q(θ))`; positive infinity when `q` excludes something that `m` does not.
    @Override
    public double regret(Distribution<S> belief, Distribution<S> actedOn) {
        Beliefs.requireSameStates(belief, actedOn);
        return Divergence.kullbackLeibler(belief, actedOn, unit);
    }

    /// The entropy (熵) `H(m) = −Σ m(θ) log m(θ)`, with `0 log 0 = 0`.
    @Override
    public double uncertainty(Distribution<S> belief) {
        return Entropy.of(Checks.present("belief", belief), unit);
    }

    @Override
    public String unit() {
        return unit.toString();
    }

    @Override
    public String toString() {
        return "logarithmic score in " + unit;
    }
}
