package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import org.apache.commons.math3.fraction.BigFraction;

/// The equilibria in which both types mix, which exist on the knife edge c_H = c_D = c < Δ: one for each share s of sellers
/// who signal.
///
/// Indifference asks for (μ₁ − μ₀)Δ = c, and the posteriors average to the prior, sμ₁ + (1 − s)μ₀ = λ. So μ₁ = λ + (1 − s)c/Δ,
/// μ₀ = λ − sc/Δ, p = sμ₁/λ and q = s(1 − μ₁)/(1 − λ). At the ends of the range of s one type stops mixing.
///
/// @param game the game
/// @param signalShare the open range of s
public record MixingContinuum(SignalingGame game, Interval signalShare) {

    public MixingContinuum {
        Checks.present("game", game);
        Checks.present("signalShare", signalShare);
    }

    static MixingContinuum of(SignalingGame game) {
        BigFraction cost = game.market().honestCost();
        Interval unit = Interval.open(BigFraction.ZERO, BigFraction.ONE);
        if (cost.equals(BigFraction.ZERO)) {
            return new MixingContinuum(game, unit);
        }
        BigFraction valuePerCost = game.valueDifference().divide(cost);
        BigFraction low = BigFraction.ONE.subtract(game.market().deceptiveShare().multiply(valuePerCost));
        BigFraction high = game.market().honestShare().multiply(valuePerCost);
        return new MixingContinuum(game, Interval.open(low, high).intersect(unit));
    }

    /// The equilibrium in which this share of sellers signals.
    ///
    /// @throws IllegalArgumentException if the share is outside the range
    public Equilibrium at(BigFraction share) {
        if (!signalShare.contains(share)) {
            throw new IllegalArgumentException("share must be in " + signalShare + ", but is " + Fractions.format(share));
        }
        BigFraction honestShare = game.market().honestShare();
        BigFraction spread = game.market().honestCost().divide(game.valueDifference());
        BigFraction after = honestShare.add(BigFraction.ONE.subtract(share).multiply(spread));
        return new Equilibrium(
                game,
                EquilibriumKind.BOTH_MIX,
                share.multiply(after).divide(honestShare),
                share.multiply(BigFraction.ONE.subtract(after)).divide(game.market().deceptiveShare()),
                Belief.onPath(after),
                Belief.onPath(after.subtract(spread)));
    }

    @Override
    public String toString() {
        return "both types mix: one equilibrium for each share of signals s in " + signalShare;
    }
}
