package infogap.signaling;

import static org.apache.commons.math3.fraction.BigFraction.ONE;
import static org.apache.commons.math3.fraction.BigFraction.ZERO;

import infogap.numeric.Inequality;
import infogap.numeric.Interval;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// The kinds of perfect Bayesian equilibrium of the two-type game with Δ > 0. There are no others: a type signals only if
/// (μ₁ − μ₀)Δ ≥ c_t, so that no equilibrium has the deceptive type signalling more often than the honest one while the signal
/// speaks against its sender, and both types mix only if (μ₁ − μ₀)Δ equals both costs.
public enum EquilibriumKind {

    /// The honest type signals, the deceptive does not (分离均衡): μ₁ = 1, μ₀ = 0. Each does what it prefers iff c_H ≤ Δ ≤ c_D.
    SEPARATING("separating", "c_H ≤ Δ ≤ c_D") {
        @Override
        Interval interval(SignalingMarket market) {
            return Interval.closed(market.honestCost(), market.deceptiveCost());
        }

        @Override
        Inequality decisive(SignalingMarket market) {
            return market.deceptiveCost().equals(ZERO) && market.honestCost().equals(ZERO)
                    ? Inequality.less("0 < c_D", ZERO, market.deceptiveCost())
                    : ordered(market);
        }

        @Override
        Equilibrium solve(SignalingGame game) {
            return new Equilibrium(game, this, ONE, ZERO, Belief.certain(Sender.HONEST), Belief.certain(Sender.DECEPTIVE));
        }
    },

    /// Nobody signals (混同均衡): μ₀ = λ. It exists for every Δ, because a belief μ₁ ≤ λ + min(c_H, c_D)/Δ after the signal,
    /// which nobody sends, keeps both from sending it.
    POOLING_ON_NO_SIGNAL("pooling on no signal", "Δ > 0") {
        @Override
        Interval interval(SignalingMarket market) {
            return Interval.above(ZERO);
        }

        @Override
        Equilibrium solve(SignalingGame game) {
            SignalingMarket market = game.market();
            BigFraction highest = market.honestShare().add(market.lowerCost().divide(game.valueDifference()));
            return new Equilibrium(game, this, ZERO, ZERO,
                    Belief.offPath(Interval.closed(ZERO, highest.compareTo(ONE) > 0 ? ONE : highest)),
                    Belief.onPath(market.honestShare()));
        }
    },

    /// Everybody signals: μ₁ = λ. A belief μ₀ ≤ λ − max(c_H, c_D)/Δ about a seller without the signal supports it, and there is
    /// such a belief iff λΔ ≥ max(c_H, c_D).
    POOLING_ON_SIGNAL("pooling on the signal", "max(c_H, c_D) ≤ λΔ") {
        @Override
        Interval interval(SignalingMarket market) {
            return Interval.from(market.higherCost().divide(market.honestShare()));
        }

        @Override
        Equilibrium solve(SignalingGame game) {
            SignalingMarket market = game.market();
            BigFraction highest = market.honestShare().subtract(market.higherCost().divide(game.valueDifference()));
            return new Equilibrium(game, this, ONE, ONE,
                    Belief.onPath(market.honestShare()), Belief.offPath(Interval.closed(ZERO, highest)));
        }
    },

    /// The honest type signals, the deceptive with probability q (半分离均衡). It is indifferent if μ₁Δ = c_D, so that
    /// μ₁ = c_D/Δ and, by Bayes' rule, q = λ(Δ − c_D)/((1 − λ)c_D): a probability strictly between 0 and 1 iff c_D < Δ < c_D/λ.
    /// The honest type then signals iff c_H ≤ c_D.
    DECEPTIVE_MIXES("deceptive type mixes", "c_H ≤ c_D < Δ < c_D/λ") {
        @Override
        Interval interval(SignalingMarket market) {
            return mixing(market, market.deceptiveCost(), market.honestShare());
        }

        @Override
        Inequality decisive(SignalingMarket market) {
            return ordered(market).holds() ? Inequality.less("0 < c_D", ZERO, market.deceptiveCost()) : ordered(market);
        }

        @Override
        String numbers(SignalingMarket market, Interval interval) {
            return mixed(market.deceptiveCost(), market.honestShare()).around("Δ");
        }

        @Override
        Equilibrium solve(SignalingGame game) {
            SignalingMarket market = game.market();
            BigFraction cost = market.deceptiveCost();
            BigFraction q = market.honestShare().multiply(game.valueDifference().subtract(cost))
                    .divide(market.deceptiveShare().multiply(cost));
            return new Equilibrium(game, this, ONE, q,
                    Belief.onPath(cost.divide(game.valueDifference())), Belief.certain(Sender.DECEPTIVE));
        }
    },

    /// The honest type signals with probability p, the deceptive does not. It is indifferent if (1 − μ₀)Δ = c_H, so that
    /// μ₀ = 1 − c_H/Δ and p = 1 − (1 − λ)(Δ − c_H)/(λc_H): strictly between 0 and 1 iff c_H < Δ < c_H/(1 − λ).
    /// The deceptive type then does not signal iff c_H ≤ c_D.
    HONEST_MIXES("honest type mixes", "c_H < Δ < c_H/(1−λ), c_H ≤ c_D") {
        @Override
        Interval interval(SignalingMarket market) {
            return mixing(market, market.honestCost(), market.deceptiveShare());
        }

        @Override
        Inequality decisive(SignalingMarket market) {
            return ordered(market).holds() ? Inequality.less("0 < c_H", ZERO, market.honestCost()) : ordered(market);
        }

        @Override
        String numbers(SignalingMarket market, Interval interval) {
            return mixed(market.honestCost(), market.deceptiveShare()).around("Δ");
        }

        @Override
        Equilibrium solve(SignalingGame game) {
            SignalingMarket market = game.market();
            BigFraction cost = market.honestCost();
            BigFraction p = ONE.subtract(market.deceptiveShare().multiply(game.valueDifference().subtract(cost))
                    .divide(market.honestShare().multiply(cost)));
            return new Equilibrium(game, this, p, ZERO,
                    Belief.certain(Sender.HONEST), Belief.onPath(ONE.subtract(cost.divide(game.valueDifference()))));
        }
    },

    /// Both types signal with probabilities strictly between 0 and 1. Both are indifferent only on the knife edge c_H = c_D = c
    /// with (μ₁ − μ₀)Δ = c. There is then a continuum of equilibria, one for each share of signals: [MixingContinuum]. Costless
    /// signals (c = 0) are its babbling case: μ₁ = μ₀ = λ at every Δ.
    BOTH_MIX("both types mix", "c_H = c_D < Δ") {
        @Override
        Interval interval(SignalingMarket market) {
            return market.honestCost().equals(market.deceptiveCost())
                    ? Interval.above(market.honestCost())
                    : Interval.open(market.higherCost(), market.lowerCost());
        }

        @Override
        Inequality decisive(SignalingMarket market) {
            return Inequality.equal("c_H = c_D", market.honestCost(), market.deceptiveCost());
        }

        @Override
        Equilibrium solve(SignalingGame game) {
            MixingContinuum continuum = MixingContinuum.of(game);
            return continuum.at(continuum.signalShare().sample());
        }

        @Override
        String numbers(SignalingMarket market, Interval interval) {
            return decisive(market).holds() ? interval.around("Δ") : "no Δ";
        }
    };

    private final String label;
    private final String condition;

    EquilibriumKind(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    /// The condition for its existence, in symbols.
    public String condition() {
        return condition;
    }

    /// The condition as an interval in Δ; Δ > 0 is added by [#region].
    abstract Interval interval(SignalingMarket market);

    /// The inequality that fails when the interval is empty; pooling has a region in every market and so no such inequality.
    Inequality decisive(SignalingMarket market) {
        throw new IllegalStateException(this + " exists for some Δ in every market, so nothing empties its region");
    }

    /// The equilibrium of this kind, given that the game's Δ lies in the interval.
    abstract Equilibrium solve(SignalingGame game);

    String numbers(SignalingMarket market, Interval interval) {
        return interval.around("Δ");
    }

    EquilibriumRegion region(SignalingMarket market) {
        Interval asPrinted = interval(market);
        Interval positive = asPrinted.intersect(Interval.above(ZERO));
        String numbers = numbers(market, asPrinted);
        return positive.isEmpty()
                ? new EquilibriumRegion(this, asPrinted.isEmpty() ? asPrinted : positive, numbers, Optional.of(decisive(market)))
                : new EquilibriumRegion(this, positive, numbers, Optional.empty());
    }

    private static Inequality ordered(SignalingMarket market) {
        return Inequality.atMost("c_H ≤ c_D", market.honestCost(), market.deceptiveCost());
    }

    /// Where the type with this cost is indifferent, if c_H ≤ c_D, and otherwise no number: `c_H < Δ < c_D`.
    private static Interval mixing(SignalingMarket market, BigFraction cost, BigFraction share) {
        return ordered(market).holds() ? mixed(cost, share) : Interval.open(market.honestCost(), market.deceptiveCost());
    }

    private static Interval mixed(BigFraction cost, BigFraction share) {
        return Interval.open(cost, cost.divide(share));
    }

    @Override
    public String toString() {
        return label;
    }
}
