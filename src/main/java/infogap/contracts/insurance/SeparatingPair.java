package infogap.contracts.insurance;

import infogap.contracts.Constraint;
import infogap.numeric.Checks;
import java.util.List;
import java.util.Locale;

/// A policy for each risk.
///
/// @param market the market
/// @param high what the high risks take
/// @param low what the low risks take
/// @param subsidy what each high risk gets from the low ones, in money, on average; 0 where each policy breaks even
public record SeparatingPair(InsuranceMarket market, Policy high, Policy low, double subsidy) {

    /// Utilities that differ by no more than this part of their size count as equal.
    public static final double TOLERANCE = 1e-12;

    public SeparatingPair {
        Checks.present("market", market);
        Checks.present("high", high);
        Checks.present("low", low);
        Checks.finite("subsidy", subsidy);
    }

    /// The low risks' expected utility.
    public double lowUtility() {
        return market.expectedUtility(market.lowRisk(), low);
    }

    /// The high risks' expected utility.
    public double highUtility() {
        return market.expectedUtility(market.highRisk(), high);
    }

    /// The part of the loss that the low risks are insured for.
    public double coverage() {
        return low.indemnity() / market.exposure().loss();
    }

    /// What the hidden risk costs each low risk, in sure wealth, against full insurance at the own fair price.
    public double costToLow() {
        return market.certaintyEquivalent(market.lowRisk(), market.fairFull(market.lowRisk())) - market.certaintyEquivalent(market.lowRisk(), low);
    }

    /// Neither risk prefers the other's policy, and the insurer breaks even on both together.
    public List<Constraint> constraints() {
        double highAsLow = market.expectedUtility(market.highRisk(), low);
        double lowAsHigh = market.expectedUtility(market.lowRisk(), high);
        double profit = market.highShare() * high.profit(market.highRisk()) + (1 - market.highShare()) * low.profit(market.lowRisk());
        return List.of(
                Constraint.rounded(Constraint.Kind.INCENTIVE, "high risk with the low policy ≤ with its own", highAsLow, highUtility(),
                        TOLERANCE * Math.abs(highUtility())),
                Constraint.rounded(Constraint.Kind.INCENTIVE, "low risk with the high policy ≤ with its own", lowAsHigh, lowUtility(),
                        TOLERANCE * Math.abs(lowUtility())),
                Constraint.rounded(Constraint.Kind.ZERO_PROFIT, "0 ≤ profit", 0, profit, TOLERANCE * market.exposure().loss()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "high risks: %s%nlow risks:  %s, %.6g of the loss; without hidden risk worth %.6g more%s",
                high, low, coverage(), costToLow(), subsidy == 0 ? "" : String.format(Locale.ROOT, "%neach high risk is subsidised by %.6g", subsidy));
    }
}
