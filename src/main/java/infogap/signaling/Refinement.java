package infogap.signaling;

import static infogap.numeric.Inequality.atMost;
import static infogap.numeric.Inequality.less;

import infogap.numeric.Inequality;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Which beliefs about a message that nobody sends are reasonable. An equilibrium that needs an unreasonable one is eliminated.
///
/// Only pooling equilibria leave a message unsent; every other equilibrium survives each refinement.
public enum Refinement {

    /// Cho and Kreps' intuitive criterion (直觉标准): a type that would lose by the message whatever buyers then believe is
    /// believed not to send it. Pooling on no signal falls iff the deceptive type would lose even if believed honest,
    /// (1 − λ)Δ < c_D, while the honest would gain, c_H < (1 − λ)Δ. Pooling on the signal never falls: without the signal and
    /// believed honest, each type gains.
    ///
    /// Source: I.-K. Cho and D. M. Kreps (1987), *Signaling games and stable equilibria*, Quarterly Journal of Economics 102,
    /// 179–221.
    INTUITIVE_CRITERION("intuitive criterion") {
        @Override
        RefinementVerdict onNoSignal(Equilibrium equilibrium) {
            SignalingMarket market = equilibrium.game().market();
            BigFraction atStake = atStake(equilibrium.game());
            return eliminatedIf(equilibrium,
                    "a sender of the signal is taken for honest, and the honest type then signals",
                    less("c_H < (1−λ)Δ", market.honestCost(), atStake),
                    less("(1−λ)Δ < c_D", atStake, market.deceptiveCost()));
        }

        @Override
        RefinementVerdict onSignal(Equilibrium equilibrium) {
            SignalingGame game = equilibrium.game();
            BigFraction dearest = game.valueDifference().multiply(game.market().honestShare()).subtract(game.market().lowerCost());
            return eliminatedIf(equilibrium,
                    "a type is excluded from those who would not signal",
                    less("Δ < λΔ − min(c_H, c_D)", game.valueDifference(), dearest));
        }
    },

    /// Banks and Sobel's divinity: a message makes buyers believe no less in the type that would send it for more beliefs.
    /// Without the signal that is the type with the higher cost. Pooling on the signal falls iff c_D < c_H: buyers then
    /// believe a seller without the signal honest with probability at least λ, and nobody signals. Pooling on no signal
    /// survives, because the belief μ₁ = λ supports it.
    ///
    /// Source: J. S. Banks and J. Sobel (1987), *Equilibrium selection in signaling games*, Econometrica 55, 647–661.
    DIVINITY("divinity") {
        @Override
        RefinementVerdict onNoSignal(Equilibrium equilibrium) {
            BigFraction share = equilibrium.game().market().honestShare();
            return eliminatedIf(equilibrium,
                    "no supporting belief gives the more eager type at least its prior weight",
                    less("highest supporting μ₁ < λ", equilibrium.beliefAfterSignal().highest(), share));
        }

        @Override
        RefinementVerdict onSignal(Equilibrium equilibrium) {
            return costlyHonestyIsDropped(equilibrium, "a seller without the signal is believed honest with at least λ");
        }
    },

    /// D1: a type is believed not to send the message if another would gain from it for every belief for which this one would
    /// not lose, and for more. Pooling on no signal falls iff the signal is cheaper for the honest type, c_H < c_D, and worth
    /// its cost to a type believed honest, c_H < (1 − λ)Δ. Pooling on the signal falls iff c_D < c_H: the honest type is then
    /// the one more eager to be without the signal.
    ///
    /// Source: I.-K. Cho and D. M. Kreps (1987), *Signaling games and stable equilibria*, Quarterly Journal of Economics 102,
    /// 179–221.
    D1("D1") {
        @Override
        RefinementVerdict onNoSignal(Equilibrium equilibrium) {
            SignalingMarket market = equilibrium.game().market();
            return eliminatedIf(equilibrium,
                    "a sender of the signal is taken for honest, and the honest type then signals",
                    less("c_H < c_D", market.honestCost(), market.deceptiveCost()),
                    less("c_H < (1−λ)Δ", market.honestCost(), atStake(equilibrium.game())));
        }

        @Override
        RefinementVerdict onSignal(Equilibrium equilibrium) {
            return costlyHonestyIsDropped(equilibrium, "a seller without the signal is taken for honest");
        }
    },

    /// Undefeated among the pure equilibria: an equilibrium is defeated by another that sends the missing message, if the
    /// types that send it there prefer that equilibrium, and the beliefs do not allow for it. The separating equilibrium
    /// defeats pooling on no signal iff it exists and c_H < (1 − λ)Δ; pooling on no signal defeats pooling on the signal iff
    /// 0 < c_H (with c_H = 0 < c_D buyers may hold that only the deceptive type, who alone gains, drops the signal).
    ///
    /// Source: G. J. Mailath, M. Okuno-Fujiwara and A. Postlewaite (1993), *Belief-based refinements in signalling games*,
    /// Journal of Economic Theory 60, 241–276.
    UNDEFEATED("undefeated") {
        @Override
        RefinementVerdict onNoSignal(Equilibrium equilibrium) {
            SignalingGame game = equilibrium.game();
            return eliminatedIf(equilibrium,
                    "the separating equilibrium defeats it",
                    atMost("c_H ≤ Δ", game.market().honestCost(), game.valueDifference()),
                    atMost("Δ ≤ c_D", game.valueDifference(), game.market().deceptiveCost()),
                    less("c_H < (1−λ)Δ", game.market().honestCost(), atStake(game)));
        }

        @Override
        RefinementVerdict onSignal(Equilibrium equilibrium) {
            return eliminatedIf(equilibrium,
                    "pooling on no signal defeats it",
                    less("0 < c_H", BigFraction.ZERO, equilibrium.game().market().honestCost()));
        }
    };

    private final String label;

    Refinement(String label) {
        this.label = label;
    }

    abstract RefinementVerdict onNoSignal(Equilibrium equilibrium);

    abstract RefinementVerdict onSignal(Equilibrium equilibrium);

    RefinementVerdict judge(Equilibrium equilibrium) {
        return switch (equilibrium.kind()) {
            case POOLING_ON_NO_SIGNAL -> onNoSignal(equilibrium);
            case POOLING_ON_SIGNAL -> onSignal(equilibrium);
            case SEPARATING, DECEPTIVE_MIXES, HONEST_MIXES, BOTH_MIX ->
                new RefinementVerdict(equilibrium, this, "a belief about an unsent message is unreasonable", List.of());
        };
    }

    RefinementVerdict eliminatedIf(Equilibrium equilibrium, String reason, Inequality... inequalities) {
        return new RefinementVerdict(equilibrium, this, reason, List.of(inequalities));
    }

    RefinementVerdict costlyHonestyIsDropped(Equilibrium equilibrium, String reason) {
        SignalingMarket market = equilibrium.game().market();
        return eliminatedIf(equilibrium, reason, less("c_D < c_H", market.deceptiveCost(), market.honestCost()));
    }

    /// (1 − λ)Δ: what a type gains if it is believed honest instead of average.
    private static BigFraction atStake(SignalingGame game) {
        return game.market().deceptiveShare().multiply(game.valueDifference());
    }

    @Override
    public String toString() {
        return label;
    }
}
