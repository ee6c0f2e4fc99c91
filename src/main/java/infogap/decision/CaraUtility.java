package infogap.decision;

import infogap.numeric.Checks;

/// Constant absolute risk aversion: `u(x) = −e^(−a x)` with `A(x) = a` and prudence `a`.
///
/// @param aversion `a`, finite and above 0
public record CaraUtility(double aversion) implements Utility {

    /// @throws IllegalArgumentException if the aversion is not finite and above 0
    public CaraUtility {
        Checks.positive("absoluteRiskAversion", aversion);
    }

    /// Negative infinity where the exponential overflows, for `−a x` above 709.
    @Override
    public double of(double x) {
        return -Math.exp(-aversion * Checks.finite("x", x));
    }

    @Override
    public double marginal(double x) {
        return aversion * Math.exp(-aversion * Checks.finite("x", x));
    }

    @Override
    public double absoluteRiskAversion(double x) {
        Checks.finite("x", x);
        return aversion;
    }

    @Override
    public double prudence(double x) {
        Checks.finite("x", x);
        return aversion;
    }

    @Override
    public Course course(double low, double high) {
        return new Course.Increasing();
    }

    /// `CE = x₀ − log(E e^(−a (x − x₀))) / a`: around the mean where `a` is small against the spread, so that the premium keeps its digits,
    /// and around the lowest outcome otherwise, so that nothing overflows.
    @Override
    public double certaintyEquivalent(Lottery lottery) {
        double mean = Checks.present("lottery", lottery).mean();
        double low = lottery.lowest();
        return aversion * (mean - low) < 1
                ? mean - Math.log1p(lottery.expectation(x -> Math.expm1(-aversion * (x - mean)))) / aversion
                : low - Math.log(lottery.expectation(x -> Math.exp(-aversion * (x - low)))) / aversion;
    }

    @Override
    public String formula() {
        return "-exp(-" + aversion + " x)";
    }
}
