package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// A signalling game but for the value difference Δ: the honest share λ and what the signal costs each type.
///
/// Its equilibria are regions in Δ: [#region] gives the one of an equilibrium kind, [#regimes] cuts the half line Δ > 0 into the
/// intervals on which the set of equilibria stays the same.
///
/// @param honestShare λ, strictly between 0 and 1
/// @param honestCost c_H ≥ 0, in money
/// @param deceptiveCost c_D ≥ 0, in money
public record SignalingMarket(BigFraction honestShare, BigFraction honestCost, BigFraction deceptiveCost) {

    public SignalingMarket {
        Exact.share("honestShare", honestShare);
        Exact.nonNegative("honestCost", honestCost);
        Exact.nonNegative("deceptiveCost", deceptiveCost);
    }

    /// From decimals, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if the share is not strictly between 0 and 1, or a cost is negative or not finite
    public static SignalingMarket of(double honestShare, double honestCost, double deceptiveCost) {
        return new SignalingMarket(
                Fractions.ofDecimal(Checks.strictlyBetween("honestShare", honestShare, 0, 1)),
                Fractions.ofDecimal(Checks.nonNegative("honestCost", honestCost)),
                Fractions.ofDecimal(Checks.nonNegative("deceptiveCost", deceptiveCost)));
    }

    /// From texts, for numbers that no decimal can hold: `SignalingMarket.of("1/3", "50", "100")`.
    ///
    /// @throws IllegalArgumentException if the share is not strictly between 0 and 1, a cost is negative, or a text is not a number
    public static SignalingMarket of(String honestShare, String honestCost, String deceptiveCost) {
        return new SignalingMarket(Exact.number("honestShare", honestShare), Exact.number("honestCost", honestCost),
                Exact.number("deceptiveCost", deceptiveCost));
    }

    /// The signal is a warranty (质保) that pays `payout` when the product fails. A product that works with probability r costs
    /// its seller (1 − r)·payout, so that the more reliable type has the lower cost: single crossing holds by itself.
    ///
    /// @throws IllegalArgumentException if the share is not strictly between 0 and 1, the payout is negative or not finite, or a
    ///     reliability is outside [0, 1]
    public static SignalingMarket warranty(
            double honestShare, double payout, double honestReliability, double deceptiveReliability) {
        return warranty(
                Fractions.ofDecimal(Checks.strictlyBetween("honestShare", honestShare, 0, 1)),
                Fractions.ofDecimal(Checks.nonNegative("payout", payout)),
                Fractions.ofDecimal(Checks.probability("honestReliability", honestReliability)),
                Fractions.ofDecimal(Checks.probability("deceptiveReliability", deceptiveReliability)));
    }

    /// The same warranty from texts, for numbers that no decimal can hold.
    public static SignalingMarket warranty(String honestShare, String payout, String honestReliability, String deceptiveReliability) {
        return warranty(Exact.number("honestShare", honestShare), Exact.number("payout", payout),
                Exact.number("honestReliability", honestReliability), Exact.number("deceptiveReliability", deceptiveReliability));
    }

    private static SignalingMarket warranty(
            BigFraction honestShare, BigFraction payout, BigFraction honestReliability, BigFraction deceptiveReliability) {
        BigFraction amount = Exact.nonNegative("payout", payout);
        return new SignalingMarket(honestShare, failure("honestReliability", honestReliability).multiply(amount),
                failure("deceptiveReliability", deceptiveReliability).multiply(amount));
    }

    /// The game in which high quality is worth Δ more than low quality.
    public SignalingGame game(double valueDifference) {
        return game(Fractions.ofDecimal(Checks.positive("valueDifference", valueDifference)));
    }

    /// The game in which high quality is worth Δ more than low quality.
    public SignalingGame game(BigFraction valueDifference) {
        return new SignalingGame(this, valueDifference, BigFraction.ZERO);
    }

    /// What the signal costs this type.
    public BigFraction cost(Sender sender) {
        return Checks.present("sender", sender) == Sender.HONEST ? honestCost : deceptiveCost;
    }

    /// Whether the signal is cheaper for the honest type: c_H < c_D, the single-crossing property (单交叉性质).
    public boolean singleCrossing() {
        return honestCost.compareTo(deceptiveCost) < 0;
    }

    /// The values of Δ at which equilibria of this kind exist, with the inequality that empties the region if there are none.
    public EquilibriumRegion region(EquilibriumKind kind) {
        return Checks.present("kind", kind).region(this);
    }

    /// The region of each kind, in the order of [EquilibriumKind].
    public List<EquilibriumRegion> regions() {
        return Arrays.stream(EquilibriumKind.values()).map(this::region).toList();
    }

    /// The half line Δ > 0, cut where the set of equilibria changes.
    public RegimeMap regimes() {
        return RegimeMap.of(this);
    }

    /// As [#regimes()], with the equilibria that survive the refinement only.
    public RegimeMap regimes(Refinement refinement) {
        return RegimeMap.of(this, refinement);
    }

    /// 1 − λ.
    BigFraction deceptiveShare() {
        return BigFraction.ONE.subtract(honestShare);
    }

    BigFraction lowerCost() {
        return singleCrossing() ? honestCost : deceptiveCost;
    }

    BigFraction higherCost() {
        return singleCrossing() ? deceptiveCost : honestCost;
    }

    private static BigFraction failure(String argument, BigFraction reliability) {
        return BigFraction.ONE.subtract(Exact.probability(argument, reliability));
    }

    /// The parameters, then a line for each kind of equilibrium.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("honest share ").append(Fractions.readable(honestShare))
                .append(", signal costs ").append(Fractions.readable(honestCost)).append(" (honest) and ")
                .append(Fractions.readable(deceptiveCost)).append(" (deceptive)");
        regions().forEach(region -> text.append(System.lineSeparator()).append("  ").append(region));
        return text.toString();
    }
}
