package infogap.decision;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// Constant relative risk aversion: `u(x) = (w + x)^(1−γ) / (1−γ)` and `u(x) = log(w + x)` for `γ = 1`; `A = γ / (w + x)`, `R = γ`, prudence
/// `(1 + γ) / (w + x)`. Defined where the wealth `w + x` is above 0 (and at 0 for `γ < 1`).
///
/// @param aversion `γ ≥ 0`, finite
/// @param wealth `w`, what there is beside the outcome; finite
public record CrraUtility(double aversion, double wealth) implements Utility {

    /// @throws IllegalArgumentException if the aversion is negative or a number is not finite
    public CrraUtility {
        Checks.nonNegative("relativeRiskAversion", aversion);
        Checks.finite("wealth", wealth);
    }

    @Override
    public double of(double x) {
        double total = total(x);
        return aversion == 1 ? Math.log(total) : Math.pow(total, 1 - aversion) / (1 - aversion);
    }

    /// Positive infinity at a wealth of 0.
    @Override
    public double marginal(double x) {
        return Math.pow(total(x), -aversion);
    }

    @Override
    public double absoluteRiskAversion(double x) {
        return aversion / positiveTotal(x);
    }

    @Override
    public double relativeRiskAversion(double x) {
        positiveTotal(x);
        return aversion;
    }

    @Override
    public double prudence(double x) {
        if (aversion == 0) {
            throw new ArithmeticException("prudence -u'''/u'' is undefined: u'' is 0 for a relative risk aversion of 0");
        }
        return (1 + aversion) / positiveTotal(x);
    }

    @Override
    public Course course(double low, double high) {
        return defined(wealth + low)
                ? new Course.Increasing()
                : new Course.Undefined("wealth plus outcome is " + (wealth + low) + " at the outcome " + low + ", but " + formula()
                        + " needs it " + (aversion < 1 ? "at least 0" : "above 0"));
    }

    /// `CE = (E (w + x)^s)^(1/s) − w` with `s = 1 − γ`, the geometric mean for `γ = 1`: from the mean wealth where that is near and from the lowest
    /// otherwise, so that neither a `γ` near 1 nor a small risk costs digits, nor a large `γ` overflows.
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
        total(lottery.lowest());
        BigFraction w = Fractions.ofDecimal(wealth);
        double order = Fractions.toDouble(BigFraction.ONE.subtract(Fractions.ofDecimal(aversion)));
        PowerMean power = new PowerMean(order, aversion, lottery, w::add);
        return Equivalent.of(lottery, power.distanceFromMean(), power.distanceFromFirst());
    }

    @Override
    public String formula() {
        String total = wealth == 0 ? "x" : "(" + wealth + " + x)";
        return aversion == 1 ? "log " + total : total + "^(1 - " + aversion + ") / (1 - " + aversion + ")";
    }

    @Override
    public String toString() {
        return "u(x) = " + formula();
    }

    private double total(double x) {
        double total = wealth + Checks.finite("x", x);
        if (!defined(total)) {
            throw Checks.refused("wealth plus x", total, aversion < 1 ? "a number of at least 0" : "a number above 0");
        }
        return total;
    }

    private double positiveTotal(double x) {
        return Checks.positive("wealth plus x", total(x));
    }

    private boolean defined(double total) {
        return total > 0 || total == 0 && aversion < 1;
    }
}
