package infogap.disclosure;

import infogap.numeric.Checks;
import java.util.Locale;

/// Information in prices (Grossman and Stiglitz): traders may buy the part `θ` of what a share will pay, the others read it from the price, which the
/// random supply blurs.
///
/// The payment is `θ + ε`, traders have constant absolute risk aversion `a`, and information costs `c`. With the share `λ` of informed traders and
///
///     m = (a·Var ε/λ)²·Var x/Var θ,   n = Var θ/Var ε
///
/// the price tells of θ the share `ρ² = 1/(1 + m)` of its variance. In equilibrium nobody would rather be on the other side: `e^{2ac} = 1 + n·m/(1 + m)`, so
/// that `m = (e^{2ac} − 1)/(1 + n − e^{2ac})` whatever the noise is. The price cannot tell everything: if it did, nobody would buy the information that it
/// tells.
///
/// Source: S. J. Grossman and J. E. Stiglitz (1980), *On the impossibility of informationally efficient markets*, American Economic Review 70, 393–408,
/// equations 16 to 19.
///
/// @param riskAversion `a > 0`
/// @param cost `c ≥ 0` of the information
/// @param signalVariance `Var θ > 0`, of what can be bought
/// @param residualVariance `Var ε > 0`, of what nobody knows
/// @param supplyVariance `Var x ≥ 0`, of the supply
public record InformedTrading(double riskAversion, double cost, double signalVariance, double residualVariance, double supplyVariance) {

    public InformedTrading {
        Checks.positive("riskAversion", riskAversion);
        Checks.nonNegative("cost", cost);
        Checks.positive("signalVariance", signalVariance);
        Checks.positive("residualVariance", residualVariance);
        Checks.nonNegative("supplyVariance", supplyVariance);
    }

    /// How the market ends.
    public sealed interface Outcome {}

    /// Some buy the information and some do not, and both do equally well.
    ///
    /// @param informed the share `λ` who buy it
    /// @param informativeness `ρ² = 1/(1 + m)`, the squared correlation of price and θ
    public record Mixed(double informed, double informativeness) implements Outcome {

        /// What the price tells of θ, in bits: `½ log₂(1/(1 − ρ²))`.
        public double bits() {
            return -0.5 * Math.log1p(-informativeness) / Math.log(2);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.6f of the traders buy the information, the price tells %.6f of it", informed, informativeness);
        }
    }

    /// Everybody buys the information.
    ///
    /// @param informativeness `ρ²` with λ = 1
    /// @param gain `γ ≥ 1`, by which factor the utility of an uninformed trader, a negative number, would be larger in size than that of an informed one
    public record EverybodyInformed(double informativeness, double gain) implements Outcome {}

    /// Nobody buys it, because it costs more than it is worth to the only one who has it: `e^{2ac} ≥ 1 + n`.
    ///
    /// @param mostWorth the largest price that a single informed trader would pay, `ln(1 + n)/(2a)`
    public record NobodyInformed(double mostWorth) implements Outcome {}

    /// There is no equilibrium: without noise the price of informed traders tells all, so that nobody would pay for it, and if nobody does it tells nothing
    /// and somebody would.
    ///
    /// @param reason the same in words
    public record NoEquilibrium(String reason) implements Outcome {
        @Override
        public String toString() {
            return "no equilibrium: " + reason;
        }
    }

    /// `n = Var θ/Var ε`, the quality of the information.
    public double quality() {
        return signalVariance / residualVariance;
    }

    /// `ln(1 + n)/(2a)`: what the information is worth to the first who has it.
    public double mostWorth() {
        return Math.log1p(quality()) / (2 * riskAversion);
    }

    /// `ρ²` if the share λ of the traders is informed, in (0, 1]; the price of an uninformed market tells nothing.
    ///
    /// @throws IllegalArgumentException if λ is outside [0, 1]
    public double informativeness(double informed) {
        Checks.probability("informed", informed);
        return informed == 0 ? 0 : 1 / (1 + noise(informed));
    }

    /// `γ(λ) = e^{ac} √(Var(u | θ)/Var(u | price))`: the utility of an informed trader over that of an uninformed one, both negative. Below 1 it pays to be
    /// informed.
    ///
    /// @throws IllegalArgumentException if λ is outside [0, 1]
    public double advantage(double informed) {
        double unknown = quality() * (1 - informativeness(informed));
        return Math.exp(riskAversion * cost - 0.5 * Math.log1p(unknown));
    }

    /// The equilibrium, or why there is none.
    public Outcome outcome() {
        double excess = Math.expm1(2 * riskAversion * cost);
        if (excess >= quality()) {
            return new NobodyInformed(mostWorth());
        }
        if (supplyVariance == 0 && cost > 0) {
            return new NoEquilibrium("without noise in the supply the price of any informed traders tells all that they pay for");
        }
        if (advantage(1) <= 1) {
            return new EverybodyInformed(informativeness(1), 1 / advantage(1));
        }
        double m = excess / (quality() - excess);
        return new Mixed(riskAversion * residualVariance * Math.sqrt(supplyVariance / signalVariance / m), 1 / (1 + m));
    }

    /// `m`.
    private double noise(double informed) {
        double risk = riskAversion * residualVariance / informed;
        return risk * risk * supplyVariance / signalVariance;
    }
}
