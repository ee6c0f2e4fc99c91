package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;

/// Report a distribution `q`, lose `Σ_s (1{s = θ} − q(s))²`. `V(m) = Σ m(s)² − 1`, so that the uncertainty is the Gini index.
///
/// Source: G. W. Brier (1950), *Verification of forecasts expressed in terms of probability*, Monthly Weather Review 78, 1–3.
///
/// @param <S> the type of the states
public final class BrierScore<S> implements ScoringRule<S> {

    private BrierScore() {}

    /// The score for any states.
    public static <S> BrierScore<S> of() {
        return new BrierScore<>();
    }

    /// `Σ (m(s) − q(s))²`.
    @Override
    public double regret(Distribution<S> belief, Distribution<S> actedOn) {
        Beliefs.requireSameStates(belief, actedOn);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < belief.size(); i++) {
            double difference = belief.probabilityAt(i) - actedOn.probabilityAt(i);
            sum.add(difference * difference);
        }
        return sum.value();
    }

    /// The Gini index `Σ m(s) (1 − m(s)) = 1 − Σ m(s)²`.
    @Override
    public double uncertainty(Distribution<S> belief) {
        Checks.present("belief", belief);
        CompensatedSum sum = new CompensatedSum();
        for (double p : belief.probabilities()) {
            sum.add(p * (1 - p));
        }
        return sum.value();
    }

    @Override
    public String unit() {
        return "Brier score";
    }

    @Override
    public String toString() {
        return "Brier score";
    }
}
