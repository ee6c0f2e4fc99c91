package infogap.customers.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BetaGeometricNbdTest {

    /// Against high precision.
    private static final double RELATIVE = 1e-13;

    /// Against high precision, after millions of terms.
    private static final double LONG_SERIES = 1e-11;

    /// Against a double sum over the mixing distributions, whose own error is larger.
    private static final double INTEGRATED = 1e-9;

    /// The estimates that Fader, Hardie and Lee (2005), section 5, print for CDNOW, in weeks.
    private static final BetaGeometricNbd CDNOW = new BetaGeometricNbd(0.243, 4.414, 0.793, 2.426);

    /// The paper's example customer.
    private static final BuyingPattern EXAMPLE = new BuyingPattern(2, 30.43, 38.86);

    @Test
    void thePapersExampleCustomer() {
        // Fader, Hardie and Lee (2005), section 4: 1.226 purchases expected in the next 39 weeks
        assertEquals(1.226, CDNOW.expectedPurchases(39, EXAMPLE), 0.0005);
    }

    @Test
    void theHypergeometricFormulasOfThePaperInHighPrecision() {
        // the paper's formulas with hyp2f1, beta and quad, mpmath 1.3.0, 40 digits
        assertRelative(1.2260281747671444463, CDNOW.expectedPurchases(39, EXAMPLE));
        assertRelative(0.72657857008067291068, CDNOW.probabilityAlive(EXAMPLE));
        assertRelative(1.1967231933208168419, CDNOW.expectedPurchases(39));
        assertRelative(1.4460505953964037449, CDNOW.expectedPurchases(52));
        // four million terms, each rounded
        assertEquals(42.599332655874614899, CDNOW.expectedPurchases(400_000), LONG_SERIES * 42.6);
        BuyingPattern busy = new BuyingPattern(26, 30.86, 31);
        assertRelative(0.96891564971752508146, CDNOW.probabilityAlive(busy));
        assertRelative(25.758195936483514796, CDNOW.expectedPurchases(52, busy));
        assertRelative(1.1608798516778248907, CDNOW.discountedPurchases(39, 0.003, EXAMPLE));
        assertRelative(0.34228104611056907609, CDNOW.discountedPurchases(500, 0.1, EXAMPLE));
        assertRelative(-9.4586063070662712451, CDNOW.logLikelihood(EXAMPLE));
        assertRelative(-0.55471327643815845108, CDNOW.logLikelihood(new BuyingPattern(0, 0, 38.86)));
        assertRelative(-20.368754574956696189, CDNOW.logLikelihood(new BuyingPattern(7, 20, 38.86)));
    }

    @Test
    void theFormulaIsSmoothWhereThePapersDividesByZero() {
        // mpmath 1.3.0 at a = 1 + 1e-15
        assertRelative(1.0842790105915182659, new BetaGeometricNbd(0.243, 4.414, 1, 2.426).expectedPurchases(39));
    }

    @Test
    void everyQuantityIsAnIntegralOverTheMixingDistributions() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 6; trial++) {
            BetaGeometricNbd model = new BetaGeometricNbd(random.nextDouble(0.2, 3), random.nextDouble(1, 9), random.nextDouble(0.4, 3), random.nextDouble(0.5, 5));
            double age = random.nextDouble(5, 40);
            int x = trial;
            double recency = x == 0 ? 0 : random.nextDouble(0.1, age);
            BuyingPattern pattern = new BuyingPattern(x, recency, age);
            double t = random.nextDouble(5, 60);
            // the probability of the pattern for a customer with the rate λ and the probability p, still alive or gone with the last purchase
            DoubleBinaryOperator alive = (rate, p) -> Math.pow(1 - p, x) * Math.pow(rate, x) * Math.exp(-rate * age);
            DoubleBinaryOperator gone = (rate, p) -> x == 0 ? 0 : p * Math.pow(1 - p, x - 1) * Math.pow(rate, x) * Math.exp(-rate * recency);
            DoubleBinaryOperator toCome = (rate, p) -> alive.applyAsDouble(rate, p) * -Math.expm1(-rate * p * t) / p;
            double both = mixed(model, alive) + mixed(model, gone);
            assertEquals(1, mixed(model, (_, _) -> 1), INTEGRATED, "the mixing distribution itself");
            assertEquals(Math.log(both), model.logLikelihood(pattern), INTEGRATED);
            assertEquals(mixed(model, alive) / both, model.probabilityAlive(pattern), INTEGRATED);
            assertEquals(mixed(model, toCome) / both, model.expectedPurchases(t, pattern), 1e-7);
        }
    }

    @Test
    void expectationsAreThoseOfDrawnCustomers() {
        SplittableRandom random = new SplittableRandom(2);
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            int x = CDNOW.draw(52, random).frequency();
            sum += x;
            squares += (double) x * x;
        }
        double mean = sum / n;
        double error = Math.sqrt((squares / n - mean * mean) / n);
        assertEquals(CDNOW.expectedPurchases(52), mean, 4 * error);
    }

    @Test
    void aShortHorizonAndNoDiscountAgreeWithThePlainExpectation() {
        assertEquals(CDNOW.expectedPurchases(39, EXAMPLE), CDNOW.discountedPurchases(39, 0, EXAMPLE));
        assertEquals(CDNOW.expectedPurchases(39, EXAMPLE), CDNOW.discountedPurchases(39, 1e-13, EXAMPLE), 1e-10);
        assertEquals(0, CDNOW.expectedPurchases(0));
        assertEquals(0, CDNOW.discountedPurchases(0, 0.1, EXAMPLE));
        // the rate of the first purchase is r/α
        assertEquals(0.243 / 4.414, CDNOW.expectedPurchases(1e-9) / 1e-9, 1e-9);
    }

    @Test
    void aCustomerWhoNeverBoughtAgainIsAliveForCertain() {
        assertEquals(1, CDNOW.probabilityAlive(new BuyingPattern(0, 0, 500)));
    }

    @Test
    void veryManyPurchasesOverflowNothing() {
        BuyingPattern busy = new BuyingPattern(2_000_000, 39.99, 40);
        assertTrue(Double.isFinite(CDNOW.logLikelihood(busy)));
        // after two million purchases a hundredth of a week is a long silence
        assertEquals(0, CDNOW.probabilityAlive(busy), 1e-100);
        assertTrue(CDNOW.logLikelihood(new BuyingPattern(5000, 1e-3, 1e5)) > Double.NEGATIVE_INFINITY);
        // buying to the last moment: alive but for a/(b+x−1) to 1, and 5000 purchases in 40 weeks go on
        BuyingPattern loyal = new BuyingPattern(5000, 40, 40);
        assertEquals(1 / (1 + 0.793 / 5001.426), CDNOW.probabilityAlive(loyal), 1e-12);
        assertEquals(5000.243 / 44.414, CDNOW.expectedPurchases(1, loyal), 2);
    }

    @Test
    void badArgumentsAreRefused() {
        assertMessage("r must be a finite number above 0, but is 0", () -> new BetaGeometricNbd(0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new BetaGeometricNbd(1, Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new BetaGeometricNbd(1, 1, Double.POSITIVE_INFINITY, 1));
        assertThrows(IllegalArgumentException.class, () -> new BetaGeometricNbd(1, 1, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> CDNOW.expectedPurchases(-1));
        assertThrows(IllegalArgumentException.class, () -> CDNOW.expectedPurchases(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> CDNOW.expectedPurchases(1e7));
        assertThrows(IllegalArgumentException.class, () -> CDNOW.discountedPurchases(39, -0.1, EXAMPLE));
        assertThrows(IllegalArgumentException.class, () -> CDNOW.discountedPurchases(1e9, 0.1, EXAMPLE));
        assertThrows(IllegalArgumentException.class, () -> CDNOW.discountedPurchases(-1, 0.1, EXAMPLE));
        assertThrows(IllegalArgumentException.class, () -> CDNOW.probabilityAlive(null));
        assertThrows(IllegalArgumentException.class, () -> CDNOW.draw(-1, new SplittableRandom(1)));
        assertThrows(IllegalArgumentException.class, () -> BetaGeometricNbd.fit(List.of()));
    }

    @Test
    void impossiblePatternsAreRefused() {
        assertMessage("recency must be at most the age 38.0, but is 39.0", () -> new BuyingPattern(2, 39, 38));
        assertMessage("recency must be 0 without a repeat purchase, but is 3.0", () -> new BuyingPattern(0, 3, 38));
        assertMessage("recency must be above 0 with 2 repeat purchases, but is 0", () -> new BuyingPattern(2, 0, 38));
        assertMessage("frequency must be an integer of at least 0, but is -1", () -> new BuyingPattern(-1, 0, 38));
        assertThrows(IllegalArgumentException.class, () -> new BuyingPattern(1, Double.NaN, 38));
        assertThrows(IllegalArgumentException.class, () -> new BuyingPattern(1, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new BuyingPattern(1, -1, 38));
        assertThrows(IllegalArgumentException.class, () -> new BuyingPattern(0, 0, Double.POSITIVE_INFINITY));
    }

    /// `E f(λ, p)`, by the trapezoidal rule in `ln λ` and in the log-odds of p, where it converges faster than any power of the step.
    private static double mixed(BetaGeometricNbd model, DoubleBinaryOperator f) {
        double step = 0.1;
        double sum = 0;
        double rates = 0;
        double ps = 0;
        double[][] rate = nodes(step, -130, 8, v -> model.r() * v - model.alpha() * Math.exp(v), Math::exp);
        double[][] p = nodes(step, -80, 80, u -> -model.a() * Math.log1p(Math.exp(-u)) - model.b() * Math.log1p(Math.exp(u)), u -> 1 / (1 + Math.exp(-u)));
        for (int i = 0; i < rate[0].length; i++) {
            rates += rate[1][i];
            for (int j = 0; j < p[0].length; j++) {
                sum += rate[1][i] * p[1][j] * f.applyAsDouble(rate[0][i], p[0][j]);
            }
        }
        for (double weight : p[1]) {
            ps += weight;
        }
        return sum / (rates * ps);
    }

    private static double[][] nodes(double step, double low, double high, DoubleUnaryOperator logWeight,
            DoubleUnaryOperator value) {
        int n = (int) Math.round((high - low) / step);
        double[][] nodes = new double[2][n];
        for (int i = 0; i < n; i++) {
            double at = low + i * step;
            nodes[0][i] = value.applyAsDouble(at);
            nodes[1][i] = Math.exp(logWeight.applyAsDouble(at));
        }
        return nodes;
    }

    private static void assertRelative(double expected, double actual) {
        assertEquals(expected, actual, RELATIVE * Math.abs(expected));
    }

    private static void assertMessage(String expected, Executable call) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
