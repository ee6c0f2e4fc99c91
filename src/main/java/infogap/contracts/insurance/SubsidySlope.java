package infogap.contracts.insurance;

/// How the low risks' utility moves with the subsidy that they pay to each high risk.
///
/// With the marginal utilities u₁ without the loss and u₂ after it under the low policy,
///
///     A = p_H(1 − p_L)u₂ − (1 − p_H)p_Lu₁   what indemnity gives a high risk with the low policy
///     B = (1 − p_H)u₁ + p_Hu₂               what money gives it
///     C = p_L(1 − p_L)(u₂ − u₁)             what indemnity gives a low risk
///     D = (1 − p_L)u₁ + p_Lu₂               what money gives it
///
/// A unit of subsidy costs each low risk λ/(1 − λ) and lets indemnity rise by (u′(c_H) + Bλ/(1−λ))/A.
record SubsidySlope(double a, double b, double c, double d, double highMarginal, double odds) {

    SubsidySlope(InsuranceMarket market, Policy low, double highWealth) {
        this(market, market.exposure().marginal(market.exposure().good(low)), market.exposure().marginal(market.exposure().bad(low)),
                market.exposure().marginal(highWealth));
    }

    private SubsidySlope(InsuranceMarket market, double u1, double u2, double highMarginal) {
        this(market.highRisk() * (1 - market.lowRisk()) * u2 - (1 - market.highRisk()) * market.lowRisk() * u1,
                (1 - market.highRisk()) * u1 + market.highRisk() * u2,
                market.lowRisk() * (1 - market.lowRisk()) * (u2 - u1),
                (1 - market.lowRisk()) * u1 + market.lowRisk() * u2,
                highMarginal,
                market.highShare() / (1 - market.highShare()));
    }

    /// What a further unit of subsidy gives the low risks.
    double gain() {
        return c * (highMarginal + b * odds) / a - d * odds;
    }

    /// The odds of high risks at which [#gain] is 0.
    double oddsOfNoSubsidy() {
        return c * highMarginal / (a * d - c * b);
    }
}
