package infogap.decision;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Remainders;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;

/// Constant absolute risk aversion: `u(x) = −e^(−a x)` with `A(x) = a` and prudence `a`.
///
/// @param aversion `a`, finite and above 0
public record CaraUtility(double aversion) implements Utility {

    /// Below this the second order in the aversion is the whole premium, to the last digit of a double.
    private static final double SECOND_ORDER_BELOW = 1e-20;

    /// From here on an exponential is multiplied by its probability before it is taken, because it may overflow.
    private static final double LARGE_EXPONENT = 700;

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

    /// `CE = x₀ − log(E e^(−a (x − x₀))) / a`: around the mean where that is near, and around the lowest outcome otherwise, so that neither a small risk
    /// costs digits nor an extreme aversion overflows.
    @Override
    public double certaintyEquivalent(Lottery lottery) {
        return equivalent(Checks.present("lottery", lottery)).value();
    }

    @Override
    public double riskPremium(Lottery lottery) {
        return equivalent(Checks.present("lottery", lottery)).riskPremium();
    }

    Equivalent equivalent(Lottery lottery) {
        BigFraction a = Fractions.ofDecimal(aversion);
        BigFraction mean = lottery.exactMean();
        BigFraction low = lottery.outcomes().getFirst();
        // a (E x − x) and a (x − low)
        double[] falls = exponents(lottery, x -> a.multiply(mean.subtract(x)));
        double[] rises = exponents(lottery, x -> a.multiply(x.subtract(low)));
        if (rises[rises.length - 1] < SECOND_ORDER_BELOW) {
            BigFraction premium = a.multiply(lottery.exactVariance()).divide(2);
            return Equivalent.of(lottery, Fractions.toDouble(premium), Fractions.toDouble(mean.subtract(low).subtract(premium)));
        }
        // log E e^t where E t = 0: a sum of terms of one sign
        double surplus = 0;
        double left = 0;
        double kept = 0;
        for (int i = 0; i < falls.length; i++) {
            double p = lottery.probability(i);
            surplus += falls[i] > LARGE_EXPONENT ? Math.exp(falls[i] + Math.log(p)) : p * Remainders.ofExponential(falls[i]);
            left -= p * Math.expm1(-rises[i]);
            kept += p * Math.exp(-rises[i]);
        }
        double gain = left <= 0.5 ? -Math.log1p(-left) : -Math.log(kept);
        return Equivalent.of(lottery, Math.log1p(surplus) / aversion, gain / aversion);
    }

    private static double[] exponents(Lottery lottery, UnaryOperator<BigFraction> exponent) {
        return lottery.outcomes().stream().map(exponent).mapToDouble(Fractions::toDouble).toArray();
    }

    @Override
    public String formula() {
        return "-exp(-" + aversion + " x)";
    }

    @Override
    public String toString() {
        return "u(x) = " + formula();
    }
}
