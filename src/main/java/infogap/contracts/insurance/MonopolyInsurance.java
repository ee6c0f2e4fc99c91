package infogap.contracts.insurance;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.contracts.ContractChoice;
import infogap.gap.InformationGap;
import infogap.numeric.Checks;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.List;
import java.util.Locale;

/// What a single insurer offers who cannot tell risks apart: full insurance for the high risks at a price that leaves them just not taking the low policy, partial insurance
/// for the low ones that leaves them as well off as without, or none.
///
/// More cover for the low risks earns their willingness to pay and raises what the high risks must be left with. Along the low risks' indifference curve, per unit of
/// their utility after the loss, the two balance where
///
///     (1 − λ) p_L (1/u′(c₁) − 1/u′(c₂)) = λ (p_H − p_L) / ((1 − p_L) u′(c_H)).
///
/// The low risks are left out where the left side is at most the right one already without cover.
///
/// Source: J. Stiglitz (1977), *Monopoly, non-linear pricing and imperfect information: the insurance market*, Review of Economic Studies 44, 407–430.
///
/// @param market the market
/// @param high the policy for the high risks
/// @param low the policy for the low risks, of premium and indemnity 0 where they are left out
public record MonopolyInsurance(InsuranceMarket market, Policy high, Policy low) {

    public MonopolyInsurance {
        Checks.present("market", market);
        Checks.present("high", high);
        Checks.present("low", low);
    }

    static MonopolyInsurance of(InsuranceMarket market) {
        Exposure exposure = market.exposure();
        double lowest = exposure.wealth() - exposure.loss();
        double outside = exposure.expected(market.lowRisk(), exposure.none());
        if (!Double.isFinite(outside)) {
            throw Checks.refused("utility of wealth - loss", exposure.utilityOf(lowest), "finite, because a single insurer takes all that can be taken");
        }
        double full = exposure.sure(outside);
        double after = Bisection.first(lowest, full, c2 -> -balance(market, outside, c2));
        Policy low = after <= lowest ? exposure.none() : policy(market, outside, after);
        Policy high = exposure.full(exposure.sure(exposure.expected(market.highRisk(), low)));
        return new MonopolyInsurance(market, high, low);
    }

    /// Whether the low risks are insured at all.
    public boolean insuresLow() {
        return low.indemnity() > 0;
    }

    /// What the insurer earns from the average customer.
    public double profit() {
        return market.highShare() * high.profit(market.highRisk()) + (1 - market.highShare()) * low.profit(market.lowRisk());
    }

    /// What the insurer would earn if it saw the risks: everybody's risk premium.
    public double fullInformationProfit() {
        return market.highShare() * premium(market.highRisk()) + (1 - market.highShare()) * premium(market.lowRisk());
    }

    /// The sure wealth that the high risks gain over being uninsured.
    public double highRent() {
        return market.certaintyEquivalent(market.highRisk(), high)
                - market.certaintyEquivalent(market.highRisk(), market.exposure().none());
    }

    /// What not seeing the risks costs the insurer; customers' gains are measured in sure wealth.
    public AsymmetryCost cost() {
        return new AsymmetryCost("insurer", fullInformationProfit(), profit() + market.highShare() * highRent(), fullInformationProfit(), profit());
    }

    /// What a message about the risk is worth to the insurer.
    ///
    /// @param message its inputs are `high risk` and `low risk`
    /// @throws IllegalArgumentException if they are not
    public <Y> InformationGap<String, String, Y> informationGap(Channel<String, Y> message) {
        Distribution<String> prior = Distribution.binary("high risk", "low risk", market.highShare());
        return ContractChoice.gap(prior, message, belief -> {
            MonopolyInsurance offer = of(market.withHighShare(belief.probabilityAt(0)));
            return new double[] {offer.high.profit(market.highRisk()), offer.low.profit(market.lowRisk())};
        });
    }

    /// Participation of both risks, and that neither prefers the other's policy.
    public List<Constraint> constraints() {
        Exposure exposure = market.exposure();
        return List.of(
                utilities(Constraint.Kind.PARTICIPATION, "high risk uninsured ≤ insured", exposure.expected(market.highRisk(), exposure.none()),
                        exposure.expected(market.highRisk(), high)),
                utilities(Constraint.Kind.PARTICIPATION, "low risk uninsured ≤ insured", exposure.expected(market.lowRisk(), exposure.none()),
                        exposure.expected(market.lowRisk(), low)),
                utilities(Constraint.Kind.INCENTIVE, "high risk with the low policy ≤ with its own", exposure.expected(market.highRisk(), low),
                        exposure.expected(market.highRisk(), high)),
                utilities(Constraint.Kind.INCENTIVE, "low risk with the high policy ≤ with its own", exposure.expected(market.lowRisk(), high),
                        exposure.expected(market.lowRisk(), low)));
    }

    private static Constraint utilities(Constraint.Kind kind, String formula, double left, double right) {
        return Constraint.rounded(kind, formula, left, right, SeparatingPair.TOLERANCE * Math.max(Math.abs(left), Math.abs(right)));
    }

    private double premium(double risk) {
        return market.exposure().wealth() - risk * market.exposure().loss() - market.certaintyEquivalent(risk, market.exposure().none());
    }

    /// The policy that leaves this wealth after the loss, and a low risk as well off as uninsured.
    private static Policy policy(InsuranceMarket market, double outside, double after) {
        Exposure exposure = market.exposure();
        double good = exposure.sure((outside - market.lowRisk() * exposure.utilityOf(after)) / (1 - market.lowRisk()));
        double premium = exposure.wealth() - good;
        return new Policy(premium, after - exposure.wealth() + exposure.loss() + premium);
    }

    private static double balance(InsuranceMarket market, double outside, double after) {
        Exposure exposure = market.exposure();
        Policy low = policy(market, outside, after);
        double left = exposure.sure(exposure.expected(market.highRisk(), low));
        double share = market.highShare();
        return (1 - share) * market.lowRisk() * (1 / exposure.marginal(exposure.good(low)) - 1 / exposure.marginal(after))
                - share * (market.highRisk() - market.lowRisk()) / ((1 - market.lowRisk()) * exposure.marginal(left));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "high risks: %s%nlow risks:  %s%nprofit %.6g of %.6g with full information, rent of the high risks %.6g",
                high, low, profit(), fullInformationProfit(), highRent());
    }
}
