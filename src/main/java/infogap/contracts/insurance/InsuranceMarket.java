package infogap.contracts.insurance;

import infogap.decision.Utility;
import infogap.numeric.Checks;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// A market for insurance against one loss, where a share of the customers has a high risk and only they know it: adverse selection (逆向选择).
///
/// Insurers are neutral to risk. A policy of premium α and indemnity β leaves W − α without the loss and W − L − α + β after it; at a fair price for the risk p
/// the premium is pβ. With full information everybody is fully insured at the own fair price.
///
/// Competing insurers break even on each policy and cannot offer both risks full insurance: the high ones would take the cheap policy. The high risks get full insurance at
/// their fair price, the low ones as much at theirs as leaves the high ones just indifferent. Whether that can last is decided by the share of high risks: below
/// [#poolingThreshold] a policy for all attracts everybody ([RothschildStiglitz]).
///
///     InsuranceMarket.of(24, 16, 0.5, 0.75, 0.5, Utility.crra(0.5, 0)).rothschildStiglitz()
///
/// Sources: M. Rothschild and J. Stiglitz (1976), *Equilibrium in competitive insurance markets*, Quarterly Journal of Economics 90, 629–649; H. Miyazaki (1977), *The rat
/// race and internal labor markets*, Bell Journal of Economics 8, 394–418; C. Wilson (1977), *A model of insurance markets with incomplete information*, Journal of
/// Economic Theory 16, 167–207; J. Stiglitz (1977), *Monopoly, non-linear pricing and imperfect information: the insurance market*, Review of Economic Studies 44, 407–430.
///
/// @param exposure wealth, loss and utility, the same for all
/// @param lowRisk p_L, in (0, 1)
/// @param highRisk p_H, at least p_L and at most 1
/// @param highShare λ, the share of customers with the high risk, in [0, 1]
public record InsuranceMarket(Exposure exposure, double lowRisk, double highRisk, double highShare) {

    /// @throws IllegalArgumentException if a number is outside its range, or the utility is not increasing and concave between wealth − loss and wealth
    public InsuranceMarket {
        Checks.present("exposure", exposure);
        Checks.strictlyBetween("lowRisk", lowRisk, 0, 1);
        Checks.inRange("highRisk", highRisk, lowRisk, 1);
        Checks.probability("highShare", highShare);
    }

    /// The market of people with this wealth, loss and utility. The utility needs its first derivative.
    public static InsuranceMarket of(double wealth, double loss, double lowRisk, double highRisk, double highShare, Utility utility) {
        return new InsuranceMarket(new Exposure(wealth, loss, utility), lowRisk, highRisk, highShare);
    }

    /// The same market with another share of high risks.
    public InsuranceMarket withHighShare(double share) {
        return new InsuranceMarket(exposure, lowRisk, highRisk, share);
    }

    /// λp_H + (1 − λ)p_L.
    public double averageRisk() {
        return highShare * highRisk + (1 - highShare) * lowRisk;
    }

    /// Expected utility of a person with this risk under the policy.
    ///
    /// @throws IllegalArgumentException if the risk is outside [0, 1], or the policy leaves less than the utility is defined for
    public double expectedUtility(double risk, Policy policy) {
        return exposure.expected(Checks.probability("risk", risk), Checks.present("policy", policy));
    }

    /// The sure wealth that is as good as the policy to a person with this risk.
    public double certaintyEquivalent(double risk, Policy policy) {
        return exposure.sure(expectedUtility(risk, policy));
    }

    /// Full insurance at the fair price of this risk.
    public Policy fairFull(double risk) {
        return new Policy(Checks.probability("risk", risk) * exposure.loss(), exposure.loss());
    }

    /// What competing insurers offer when each policy breaks even: high risks fully insured at their fair price, low ones at theirs up to where the high ones are
    /// indifferent.
    public SeparatingPair separating() {
        return new SeparatingPair(this, fairFull(highRisk), lowPolicy(0), 0);
    }

    /// The policy at the average fair price that is best for the low risks.
    public Policy bestPooling() {
        return bestPooling(averageRisk());
    }

    /// The equilibrium of competing insurers, or the policy that breaks it.
    public RothschildStiglitz rothschildStiglitz() {
        SeparatingPair pair = separating();
        Policy pooling = bestPooling();
        double threshold = poolingThreshold();
        return pair.lowUtility() >= expectedUtility(lowRisk, pooling)
                ? new RothschildStiglitz.Equilibrium(pair, pooling, threshold)
                : new RothschildStiglitz.NoEquilibrium(pair, pooling, threshold);
    }

    /// The share of high risks from which on no single policy for all is better for the low risks than the separating pair.
    public double poolingThreshold() {
        double separated = separating().lowUtility();
        // the best policy for all gets worse as the average risk rises
        double risk = Bisection.first(lowRisk, highRisk, average -> separated - expectedUtility(lowRisk, bestPooling(average)));
        return highRisk == lowRisk ? 0 : (risk - lowRisk) / (highRisk - lowRisk);
    }

    /// The share of high risks from which on no pair of policies in which low risks pay for high ones is better for the low risks than the separating pair; at least
    /// [#poolingThreshold].
    ///
    /// Where a subsidy begins to help, with the derivatives of utility under the pair at a subsidy of 0, λ/(1 − λ) = C u′(c_H)/(AD − CB).
    public double pairThreshold() {
        SubsidySlope slope = new SubsidySlope(this, lowPolicy(0), exposure.wealth() - highRisk * exposure.loss());
        double odds = slope.oddsOfNoSubsidy();
        return odds / (1 + odds);
    }

    /// The pair of policies that is best for the low risks among those that break even together (Miyazaki, Wilson and Spence).
    public SeparatingPair crossSubsidy() {
        if (highShare == 1 || highRisk == lowRisk) {
            return separating();
        }
        double most = (1 - highShare) * (highRisk - lowRisk) * exposure.loss();
        double fair = exposure.wealth() - highRisk * exposure.loss();
        DoubleUnaryOperator gain = subsidy -> new SubsidySlope(this, lowPolicy(subsidy), fair + subsidy).gain();
        double subsidy = gain.applyAsDouble(0) <= 0 ? 0 : Bisection.first(0, most, s -> -gain.applyAsDouble(s));
        return new SeparatingPair(this, exposure.full(fair + subsidy), lowPolicy(subsidy), subsidy);
    }

    /// Wilson's anticipatory equilibrium with one policy from each insurer: the separating pair where it lasts, otherwise the best policy for all.
    public SeparatingPair wilson() {
        return switch (rothschildStiglitz()) {
            case RothschildStiglitz.Equilibrium(SeparatingPair pair, Policy _, double _) -> pair;
            case RothschildStiglitz.NoEquilibrium(SeparatingPair _, Policy pooling, double _) ->
                new SeparatingPair(this, pooling, pooling, pooling.indemnity() * (highRisk - averageRisk()));
        };
    }

    /// What a single insurer offers.
    ///
    /// @throws IllegalArgumentException if the utility of the uninsured loss is not finite
    public MonopolyInsurance monopoly() {
        return MonopolyInsurance.of(this);
    }

    /// The low risks' policy when they pay for this subsidy to each high risk: as much insurance as leaves the high risks indifferent.
    Policy lowPolicy(double subsidy) {
        double tax = subsidy == 0 ? 0 : highShare * subsidy / (1 - highShare);
        if (highRisk == lowRisk) {
            return fairFull(lowRisk);
        }
        double target = exposure.utilityOf(exposure.wealth() - highRisk * exposure.loss() + subsidy);
        double indemnity = Bisection.first(0, exposure.loss(), i -> exposure.expected(highRisk, new Policy(tax + lowRisk * i, i)) - target);
        return new Policy(tax + lowRisk * indemnity, indemnity);
    }

    private Policy bestPooling(double average) {
        double indemnity = Bisection.first(0, exposure.loss(), i -> {
            Policy policy = new Policy(average * i, i);
            return (1 - lowRisk) * average * exposure.marginal(exposure.good(policy))
                    - lowRisk * (1 - average) * exposure.marginal(exposure.bad(policy));
        });
        return new Policy(average * indemnity, indemnity);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "wealth %.6g, loss %.6g, risks %.6g and %.6g, %.6g of high risk, %s",
                exposure.wealth(), exposure.loss(), lowRisk, highRisk, highShare, exposure.utility());
    }
}
