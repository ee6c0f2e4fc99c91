package infogap.decision;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.math3.fraction.BigFraction;

/// `u(x) = −(x − b)²`: more is better up to the bliss point `b` only; `A(x) = 1 / (b − x)` rises with wealth, prudence is 0.
///
/// With `b = 0` this is the `u(x) = −x²` that one meets in print as "risk averse". It is concave, but on gains it falls: less money is preferred.
///
/// @param blissPoint `b`, finite
public record QuadraticUtility(double blissPoint) implements Utility {

    /// More digits than a double, so that the one rounding to double is the only one that can show.
    private static final MathContext ENOUGH = new MathContext(40);

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

    /// `CE = b ∓ √(m² + Var x)` with `m = |b − E x|`, on the side of the bliss point where the lottery lies: the mean less the [#riskPremium(Lottery)].
    @Override
    public double certaintyEquivalent(Lottery lottery) {
        BigDecimal mean = decimal(Checks.present("lottery", lottery).exactMean());
        return mean.subtract(premium(lottery)).doubleValue();
    }

    /// `Var x / (m + √(m² + Var x))` with `m = |b − E x|`, negative beyond the bliss point.
    @Override
    public double riskPremium(Lottery lottery) {
        return premium(Checks.present("lottery", lottery)).doubleValue();
    }

    /// `E u`, exactly.
    BigFraction exactExpectation(Lottery lottery) {
        BigFraction distance = lottery.exactMean().subtract(Fractions.ofDecimal(blissPoint));
        return lottery.exactVariance().add(distance.multiply(distance)).negate();
    }

    private BigDecimal premium(Lottery lottery) {
        BigDecimal variance = decimal(lottery.exactVariance());
        if (variance.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal distance = decimal(lottery.exactMean().subtract(Fractions.ofDecimal(blissPoint)).abs());
        BigDecimal root = decimal(exactExpectation(lottery).negate()).sqrt(ENOUGH);
        BigDecimal premium = variance.divide(distance.add(root), ENOUGH);
        return lottery.highest() <= blissPoint ? premium : premium.negate();
    }

    private static BigDecimal decimal(BigFraction value) {
        return new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()), ENOUGH);
    }

    @Override
    public String formula() {
        return blissPoint == 0 ? "-x^2" : "-(x - " + blissPoint + ")^2";
    }

    @Override
    public String toString() {
        return "u(x) = " + formula();
    }
}
