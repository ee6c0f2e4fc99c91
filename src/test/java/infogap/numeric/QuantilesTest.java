package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

/// Beta tails and quantiles with the relative accuracy of their own size, from closed forms and exact sums.
class QuantilesTest {

    /// Relative, of a tail probability: an exponential of a number of up to a hundred.
    private static final double TAIL = 1e-13;
    /// Relative, of a quantile, for the parameters below.
    private static final double QUANTILE = 1e-14;

    private static void near(double expected, double actual, double relative, String what) {
        assertEquals(expected, actual, Math.abs(expected) * relative, what);
    }

    /// Beta(1, b): P(X > x) = (1 − x)^b; the upper end of Clopper and Pearson's interval for nothing out of b is such a quantile.
    @Test
    void oneSuccessHasItsClosedForm() {
        for (double b : new double[] {0.5, 1, 7, 1e3, 1e9, 1e12, 1e15}) {
            for (double p : new double[] {1e-300, 1e-12, 0.025, 0.3, 0.5}) {
                near(-Math.expm1(Math.log1p(-p) / b), Quantiles.beta(1, b, p), QUANTILE, b + " " + p);
                near(-Math.expm1(Math.log(p) / b), Quantiles.betaFromAbove(1, b, p), 10 * QUANTILE, b + " " + p);
            }
            near(-Math.expm1(Math.log(0.025) / b), Quantiles.beta(1, b, 0.975), QUANTILE, "the decimal 1 − 0.975 is 0.025");
            near(-Math.expm1(Math.log(0.975) / b), Quantiles.betaFromAbove(1, b, 0.975), QUANTILE, "b = " + b);
        }
        near(3.6888794541071e-12, Quantiles.betaFromAbove(1, 1e12, 0.025), 1e-13, "mpmath: 1 − 0.025^(1e-12)");
    }

    /// Beta(a, 1): P(X ≤ x) = x^a, so that the quantiles of a small a are below any absolute tolerance, and then below any double.
    @Test
    void smallParametersGiveSmallQuantiles() {
        for (double a : new double[] {0.001, 0.01, 0.5, 3, 1e6}) {
            for (double p : new double[] {1e-3, 0.025, 0.5}) {
                double expected = Math.pow(p, 1 / a);
                // an error of one unit of p is 1/a units of x
                near(expected, Quantiles.beta(a, 1, p), QUANTILE * Math.max(1, 1 / a), a + " " + p);
                near(Math.exp(Math.log1p(-p) / a), Quantiles.betaFromAbove(a, 1, p), 10 * QUANTILE * Math.max(1, 1 / a), a + " " + p);
            }
        }
        assertEquals(0, Quantiles.beta(1e-4, 1, 0.5), "2^(−10000) is no double");
    }

    /// The arcsine law Beta(½, ½): P(X ≤ x) = (2/π) arcsin √x.
    @Test
    void arcsineLaw() {
        for (double p : new double[] {1e-100, 1e-8, 0.1, 0.3, 0.5, 0.8}) {
            near(Math.pow(Math.sin(Math.PI * p / 2), 2), Quantiles.beta(0.5, 0.5, p), QUANTILE, "p = " + p);
            near(Math.pow(Math.cos(Math.PI * p / 2), 2), Quantiles.betaFromAbove(0.5, 0.5, p), QUANTILE, "p = " + p);
        }
    }

    /// I_x(a, b) = Σ_{j ≥ a} C(n, j) x^j (1 − x)^(n − j) with n = a + b − 1, in fractions; the complement is the rest of the sum.
    @Test
    void tailsAreBinomialSums() {
        for (int[] parameters : new int[][] {{1, 1}, {2, 3}, {20, 11}, {5, 40}, {30, 30}}) {
            for (double x : new double[] {0.001, 0.1, 0.25, 0.5, 0.9, 0.99}) {
                int n = parameters[0] + parameters[1] - 1;
                BigFraction above = BigFraction.ZERO;
                BigFraction below = BigFraction.ZERO;
                for (int j = 0; j <= n; j++) {
                    BigFraction term = Fractions.ofBinary(x).pow(j).multiply(BigFraction.ONE.subtract(Fractions.ofBinary(x)).pow(n - j))
                            .multiply(CombinatoricsUtils.binomialCoefficient(n, j));
                    above = j >= parameters[0] ? above.add(term) : above;
                    below = j >= parameters[0] ? below : below.add(term);
                }
                IncompleteBeta beta = IncompleteBeta.of(parameters[0], parameters[1]);
                near(Fractions.toDouble(above), beta.lower(x, 1 - x), TAIL, beta + " at " + x);
                near(Fractions.toDouble(below), beta.upper(x, 1 - x), TAIL, beta + " at " + x);
                near(Fractions.toDouble(above), Quantiles.betaCumulative(parameters[0], parameters[1], x), TAIL, beta + " at " + x);
            }
        }
    }

    /// I_x(a, b) for parameters that are no integers, from mpmath 1.3 with 60 digits: `betainc(a, b, 0, x, regularized=True)`.
    @Test
    void tailsOfOtherParameters() {
        double[][] pins = {
            {0.3, 17.0, 1e-10, 0.0025907279065695565, 0.9974092720934304},
            {100.0, 200.0, 0.1, 2.778998163700858e-28, 1.0},
            {0.3, 17.0, 0.1, 0.9698640229688051, 0.030135977031194874},
            {0.01, 0.02, 0.3, 0.6611784272511073, 0.3388215727488927},
            {0.2, 4.0, 0.6, 0.9975312149335717, 0.002468785066428281},
            {50.0, 0.001, 0.9, 8.939810189481405e-07, 0.999999106018981},
            {3.5, 0.1, 0.999, 0.41091252367116843, 0.5890874763288316},
        };
        for (double[] pin : pins) {
            IncompleteBeta beta = IncompleteBeta.of(pin[0], pin[1]);
            near(pin[3], beta.lower(pin[2], 1 - pin[2]), TAIL, beta + " at " + pin[2]);
            near(pin[4], beta.upper(pin[2], 1 - pin[2]), TAIL, beta + " at " + pin[2]);
        }
    }

    /// The quantile's definition from either tail, and the mirror: P(X > x) = P(1 − X < 1 − x).
    @Test
    void quantilesInvertTheTails() {
        SplittableRandom random = new SplittableRandom(51);
        for (int i = 0; i < 2000; i++) {
            double a = Math.exp(random.nextDouble(-3, 12));
            double b = Math.exp(random.nextDouble(-3, 12));
            double p = Math.exp(random.nextDouble(-40, 0)) / 2;
            IncompleteBeta beta = IncompleteBeta.of(a, b);
            double lower = Quantiles.beta(a, b, p);
            // a quantile next to 1 or below the normal doubles is rounded too much for its tail to be looked up again
            if (lower < 0.5 && lower > Double.MIN_NORMAL) {
                double slope = beta.perLogarithm(lower, 1 - lower) / p;
                near(p, beta.lower(lower, 1 - lower), TAIL * Math.max(1, slope / 100), "Beta(" + a + ", " + b + ") at p = " + p);
            }
            double upper = Quantiles.betaFromAbove(a, b, p);
            if (upper < 0.5 && upper > Double.MIN_NORMAL) {
                double slope = beta.perLogarithm(upper, 1 - upper) / p;
                near(p, beta.upper(upper, 1 - upper), TAIL * Math.max(1, slope / 100), "Beta(" + a + ", " + b + ") at q = " + p);
            }
            assertEquals(1 - Quantiles.betaFromAbove(b, a, p), lower, 4 * Math.ulp(1.0), "mirrored");
        }
    }

    /// For large parameters x = μ + σ(z + γ(z² − 1)/6 + …): E. A. Cornish and R. A. Fisher (1938), *Moments and cumulants in the specification
    /// of distributions*; the terms left out are below z³/n standard deviations. z(0.975) from mpmath: `sqrt(2)*erfinv(0.95)`.
    @Test
    void largeParametersAreNearlyNormal() {
        double z = 1.959963984540054;
        for (double n : new double[] {1e7, 9.9e9, 1.01e10, 1e12, 1e18}) {
            double sum = 3 * n;
            double sigma = Math.sqrt(2 * n / sum * (n / sum) / (sum + 1));
            double skewness = 2 * n * Math.sqrt(sum + 1) / ((sum + 2) * Math.sqrt(2) * n);
            for (double sign : new double[] {-1, 1}) {
                double expected = 1 / 3.0 + sigma * (sign * z + skewness * (z * z - 1) / 6);
                double actual = sign < 0 ? Quantiles.beta(n, 2 * n, 0.025) : Quantiles.betaFromAbove(n, 2 * n, 0.025);
                assertEquals(expected, actual, sigma * 10 / n + 2 * Math.ulp(1 / 3.0), "n = " + n);
            }
            assertEquals(0.5 + 1 / (3 * Math.sqrt(2) * Math.sqrt(2 * Math.PI * sum)),
                    Quantiles.betaCumulative(n, 2 * n, 1 / 3.0), 1 / n + Math.ulp(1 / 3.0) / sigma, "at the mean");
        }
    }

    /// mpmath 1.3: `sqrt(2)*erfinv(1 - (1 - c))` with 40 digits, and Φ(z) = 1 − 2⁻⁵⁴ for the last double below 1.
    @Test
    void normalQuantilesNextToCertainty() {
        near(4.417173413470006, Quantiles.normal(0.99999), 1e-12, "0.99999");
        near(1.959963984540054, Quantiles.normal(0.95), 1e-12, "0.95");
        double z = Quantiles.normal(Math.nextDown(1.0));
        near(0x1p-54, Erf.erfc(z / Math.sqrt(2)) / 2, 1e-11, "the tail itself");
    }

    @Test
    void inputsOutsideTheirRangeAreRefused() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Quantiles.beta(bad, 1, 0.5));
            assertThrows(IllegalArgumentException.class, () -> Quantiles.betaFromAbove(1, bad, 0.5));
            assertThrows(IllegalArgumentException.class, () -> Quantiles.betaCumulative(bad, 1, 0.5));
        }
        for (double bad : new double[] {0, 1, -0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Quantiles.beta(2, 1, bad));
            assertThrows(IllegalArgumentException.class, () -> Quantiles.betaFromAbove(2, 1, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> Quantiles.betaCumulative(2, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.normal(1));
        assertTrue(DoubleStream.of(-1, 0).allMatch(x -> Quantiles.betaCumulative(2, 1, x) == 0));
        assertTrue(DoubleStream.of(1, 2).allMatch(x -> Quantiles.betaCumulative(2, 1, x) == 1));
    }
}
