package infogap.contracts.effort;

import infogap.contracts.AsymmetryCost;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// A salary and a share of the output, where the agent has constant absolute risk aversion `r`, output is effort plus normal noise of variance `σ²`, and effort `a` costs `ca²/2`
/// in money.
///
/// The agent chooses `a = β/c`. More of a share makes it work and bear risk; the best share is `β = 1/(1 + rcσ²)`. Then effort is `β/c`, both sides gain `β/(2c)` together where
/// full information would give `1/(2c)`, and the agency cost (代理成本) is `(1 − β)/(2c)`.
///
///     LinearContract.of(2, 0.5, 1).slope()    // 1/2
///
/// Source: B. Holmström and P. Milgrom (1987), *Aggregation and linearity in the provision of intertemporal incentives*, Econometrica 55, 303–328.
///
/// @param riskAversion r ≥ 0
/// @param variance σ² ≥ 0
/// @param costCurvature c > 0
/// @param reservation what the agent has elsewhere, in sure money
public record LinearContract(BigFraction riskAversion, BigFraction variance, BigFraction costCurvature, BigFraction reservation) {

    public LinearContract {
        Exact.nonNegative("riskAversion", riskAversion);
        Exact.nonNegative("variance", variance);
        Exact.positive("costCurvature", costCurvature);
        Checks.present("reservation", reservation);
    }

    /// With a reservation of 0; from decimals, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if risk aversion or variance is negative, the curvature not above 0, or a number not finite
    public static LinearContract of(double riskAversion, double variance, double costCurvature) {
        return new LinearContract(Fractions.ofDecimal(Checks.nonNegative("riskAversion", riskAversion)),
                Fractions.ofDecimal(Checks.nonNegative("variance", variance)), Fractions.ofDecimal(Checks.positive("costCurvature", costCurvature)),
                BigFraction.ZERO);
    }

    /// With a reservation of 0; from texts, for numbers that no decimal can hold.
    public static LinearContract of(String riskAversion, String variance, String costCurvature) {
        return new LinearContract(Exact.number("riskAversion", riskAversion), Exact.number("variance", variance),
                Exact.number("costCurvature", costCurvature), BigFraction.ZERO);
    }

    /// β = 1/(1 + rcσ²).
    public BigFraction slope() {
        return BigFraction.ONE.divide(BigFraction.ONE.add(riskAversion.multiply(costCurvature).multiply(variance)));
    }

    /// β/c.
    public BigFraction effort() {
        return slope().divide(costCurvature);
    }

    /// The salary that leaves the agent its reservation: what effort costs, and the risk premium rσ²β²/2, less the expected share.
    public BigFraction salary() {
        BigFraction slope = slope();
        BigFraction effort = effort();
        BigFraction effortCost = costCurvature.multiply(effort).multiply(effort).divide(2);
        return reservation.add(effortCost).add(riskPremium()).subtract(slope.multiply(effort));
    }

    /// rσ²β²/2, what bearing the risk costs the agent.
    public BigFraction riskPremium() {
        return riskAversion.multiply(variance).multiply(slope()).multiply(slope()).divide(2);
    }

    /// What both sides gain together with this share instead of the best: (β − β²(1 + rcσ²)/2)/c.
    public BigFraction surplus(BigFraction share) {
        BigFraction square = Checks.present("share", share).multiply(share);
        return share.subtract(square.divide(slope()).divide(2)).divide(costCurvature);
    }

    /// (1 − β)/(2c).
    public BigFraction agencyCost() {
        return BigFraction.ONE.subtract(slope()).divide(costCurvature).divide(2);
    }

    /// What not seeing the effort costs the principal: nothing is transferred, all is lost to both.
    public AsymmetryCost cost() {
        BigFraction full = BigFraction.ONE.divide(costCurvature).divide(2).subtract(reservation);
        BigFraction profit = slope().divide(costCurvature).divide(2).subtract(reservation);
        return AsymmetryCost.of("principal", full, profit, full, profit);
    }

    @Override
    public String toString() {
        return "share " + Fractions.readable(slope()) + " of the output and a salary of " + Fractions.readable(salary()) + "; effort " + Fractions.readable(effort())
                + ", agency cost " + Fractions.readable(agencyCost());
    }
}
