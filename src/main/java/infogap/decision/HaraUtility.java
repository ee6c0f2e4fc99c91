package infogap.decision;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// Hyperbolic absolute risk aversion: `u(x) = (1−γ)/γ · (a x / (1−γ) + b)^γ`, with `A(x) = a / (a x / (1−γ) + b)`, so that the risk tolerance
/// `1/A = x / (1−γ) + b / a` is linear in `x`. Prudence is `A (2−γ)/(1−γ)`. Defined where `a x / (1−γ) + b > 0`.
///
/// Source: R. C. Merton (1971), *Optimum consumption and portfolio rules in a continuous-time model*, Journal of Economic Theory 3, 373–413.
///
/// @param gamma `γ`, finite, neither 0 nor 1
/// @param a above 0
/// @param b finite
public record HaraUtility(double gamma, double a, double b) implements Utility {

    /// @throws IllegalArgumentException if γ is 0 or 1, `a` not above 0, or a number is not finite
    public HaraUtility {
        if (Checks.finite("gamma", gamma) == 0 || gamma == 1) {
            throw Checks.refused("gamma", gamma, "a finite number other than 0 and 1");
        }
        Checks.positive("a", a);
        Checks.finite("b", b);
    }

    @Override
    public double of(double x) {
        return (1 - gamma) / gamma * Math.pow(base(x), gamma);
    }

    @Override
    public double marginal(double x) {
        return a * Math.pow(base(x), gamma - 1);
    }

    @Override
    public double absoluteRiskAversion(double x) {
        return a / base(x);
    }

    /// @throws ArithmeticException never: `u″ ≠ 0` on the domain
    @Override
    public double prudence(double x) {
        return absoluteRiskAversion(x) * (2 - gamma) / (1 - gamma);
    }

    @Override
    public Course course(double low, double high) {
        double least = Math.min(rawBase(low), rawBase(high));
        return least > 0
                ? new Course.Increasing()
                : new Course.Undefined("a x / (1 - gamma) + b reaches " + least + " between " + low + " and " + high + ", but must be above 0");
    }

    /// `CE = ((E B^γ)^(1/γ) − b)(1−γ) / a` with the base `B = a x / (1−γ) + b`: from the mean base where that is near and from that of the lowest outcome
    /// otherwise, so that neither a small risk costs digits nor a large `γ` overflows.
    ///
    /// @throws IllegalArgumentException if an outcome is outside the domain
    @Override
    public double certaintyEquivalent(Lottery lottery) {
        return equivalent(Checks.present("lottery", lottery)).value();
    }

    @Override
    public double riskPremium(Lottery lottery) {
        return equivalent(Checks.present("lottery", lottery)).riskPremium();
    }

    Equivalent equivalent(Lottery lottery) {
        base(lottery.lowest());
        base(lottery.highest());
        double complement = Fractions.toDouble(BigFraction.ONE.subtract(Fractions.ofDecimal(gamma)));
        PowerMean power = new PowerMean(gamma, complement, lottery, this::exactBase);
        double unit = Math.abs(complement) / a;
        return Equivalent.of(lottery, power.distanceFromMean() * unit, power.distanceFromFirst() * unit);
    }

    @Override
    public String formula() {
        return "(1 - " + gamma + ") / " + gamma + " (" + a + " x / (1 - " + gamma + ") + " + b + ")^" + gamma;
    }

    @Override
    public String toString() {
        return "u(x) = " + formula();
    }

    private double rawBase(double x) {
        return Fractions.toDouble(exactBase(Fractions.ofDecimal(x)));
    }

    private BigFraction exactBase(BigFraction x) {
        return Fractions.ofDecimal(a).multiply(x).divide(BigFraction.ONE.subtract(Fractions.ofDecimal(gamma))).add(Fractions.ofDecimal(b));
    }

    private double base(double x) {
        return Checks.positive("a x / (1 - gamma) + b", rawBase(Checks.finite("x", x)));
    }
}
