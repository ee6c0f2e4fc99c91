package infogap.decision;

import infogap.numeric.Checks;

/// `u(x) = −(x − b)²`: more is better up to the bliss point `b` only; `A(x) = 1 / (b − x)` rises with wealth, prudence is 0.
///
/// With `b = 0` this is the `u(x) = −x²` that one meets in print as "risk averse". It is concave, but on gains it falls: less money is preferred.
///
/// @param blissPoint `b`, finite
public record QuadraticUtility(double blissPoint) implements Utility {

    /// @throws IllegalArgumentException if the bliss point is not finite
    public QuadraticUtility {
        Checks.finite("blissPoint", blissPoint);
    }

    @Override
    public double of(double x) {
        double distance = Checks.finite("x", x) - blissPoint;
        return -(distance * distance);
    }

    @Override
    public double marginal(double x) {
        return 2 * (blissPoint - Checks.finite("x", x));
    }

    /// Negative beyond the bliss point, where the utility falls.
    ///
    /// @throws IllegalArgumentException at the bliss point, where `u′ = 0`
    @Override
    public double absoluteRiskAversion(double x) {
        if (Checks.finite("x", x) == blissPoint) {
            throw Checks.refused("x", x, "different from the bliss point, where u' is 0");
        }
        return 1 / (blissPoint - x);
    }

    @Override
    public double prudence(double x) {
        Checks.finite("x", x);
        return 0;
    }

    @Override
    public Course course(double low, double high) {
        if (high <= blissPoint) {
            return new Course.Increasing();
        }
        String reason = "u(x) = " + formula() + " falls beyond its bliss point " + blissPoint + ": at " + high + " more is valued less";
        return low >= blissPoint ? new Course.Decreasing(reason) : new Course.Neither(reason);
    }

    /// `CE = b ∓ √(E (x − b)²)`, on the side of the bliss point where the lottery lies.
    @Override
    public double certaintyEquivalent(Lottery lottery) {
        double distance = Math.sqrt(-Checks.present("lottery", lottery).expectation(this::of));
        return lottery.highest() <= blissPoint ? blissPoint - distance : blissPoint + distance;
    }

    @Override
    public String formula() {
        return blissPoint == 0 ? "-x^2" : "-(x - " + blissPoint + ")^2";
    }
}
