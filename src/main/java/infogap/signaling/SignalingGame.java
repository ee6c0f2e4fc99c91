package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// The two-type signalling game (信号博弈): a seller who knows its type, a costly signal, buyers who pay the expected value.
///
/// The honest type is worth v_L + Δ to a buyer, the deceptive v_L. A seller whom buyers believe honest with probability μ gets
/// v_L + μΔ, less the cost of the signal if it sends it.
///
/// @param market the honest share and the costs
/// @param valueDifference Δ > 0, in money
/// @param lowValue v_L, in money; it moves every payoff by the same amount
public record SignalingGame(SignalingMarket market, BigFraction valueDifference, BigFraction lowValue) {

    public SignalingGame {
        Checks.present("market", market);
        Exact.positive("valueDifference", valueDifference);
        Checks.present("lowValue", lowValue);
    }

    /// A game with v_L = 0, from decimals, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if the share is not strictly between 0 and 1, Δ is not above 0, a cost is negative, or
    ///     one of them is not finite
    public static SignalingGame of(double honestShare, double valueDifference, double honestCost, double deceptiveCost) {
        return SignalingMarket.of(honestShare, honestCost, deceptiveCost).game(valueDifference);
    }

    /// A game with v_L = 0 from texts, for numbers that no decimal can hold: `SignalingGame.of("1/3", "75", "50", "100")`.
    ///
    /// @throws IllegalArgumentException as the other factory, or if a text is not a number
    public static SignalingGame of(String honestShare, String valueDifference, String honestCost, String deceptiveCost) {
        return SignalingMarket.of(honestShare, honestCost, deceptiveCost).game(Exact.number("valueDifference", valueDifference));
    }

    /// The same game where low quality is worth this much.
    public SignalingGame withLowValue(double lowValue) {
        return new SignalingGame(market, valueDifference, Fractions.ofDecimal(Checks.finite("lowValue", lowValue)));
    }

    /// v_L + μΔ.
    public BigFraction value(BigFraction belief) {
        return lowValue.add(Checks.present("belief", belief).multiply(valueDifference));
    }

    /// All perfect Bayesian equilibria, in the order of [EquilibriumKind]. Each kind has at most one, except that on the knife
    /// edge c_H = c_D [EquilibriumKind#BOTH_MIX] stands for a continuum by its middle; [#continuum] has all of it.
    public List<Equilibrium> equilibria() {
        return kinds().stream().map(kind -> kind.solve(this)).toList();
    }

    /// The equilibria that survive the refinement.
    public List<Equilibrium> equilibria(Refinement refinement) {
        return equilibria().stream().filter(equilibrium -> equilibrium.verdict(refinement).survives()).toList();
    }

    /// The equilibrium of this kind, if there is one at this Δ.
    public Optional<Equilibrium> equilibrium(EquilibriumKind kind) {
        return exists(Checks.present("kind", kind)) ? Optional.of(kind.solve(this)) : Optional.empty();
    }

    /// The continuum of equilibria in which both types mix; there is one only if c_H = c_D < Δ.
    public Optional<MixingContinuum> continuum() {
        return exists(EquilibriumKind.BOTH_MIX) ? Optional.of(MixingContinuum.of(this)) : Optional.empty();
    }

    /// The kinds of equilibrium that exist at this Δ.
    public List<EquilibriumKind> kinds() {
        return Arrays.stream(EquilibriumKind.values()).filter(this::exists).toList();
    }

    /// Every equilibrium before this refinement, and whether it survives.
    public List<RefinementVerdict> verdicts(Refinement refinement) {
        return equilibria().stream().map(equilibrium -> equilibrium.verdict(refinement)).toList();
    }

    private boolean exists(EquilibriumKind kind) {
        return market.region(kind).interval().contains(valueDifference);
    }

    /// λ·honest + (1 − λ)·deceptive.
    BigFraction average(BigFraction honest, BigFraction deceptive) {
        return market.honestShare().multiply(honest).add(market.deceptiveShare().multiply(deceptive));
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("honest share " + Fractions.readable(market.honestShare()) + ", Δ = " + Fractions.readable(valueDifference)
                + ", signal costs " + Fractions.readable(market.honestCost()) + " (honest) and "
                + Fractions.readable(market.deceptiveCost()) + " (deceptive)");
        equilibria().forEach(equilibrium -> lines.add(equilibrium.toString()));
        return String.join(System.lineSeparator(), lines);
    }
}
