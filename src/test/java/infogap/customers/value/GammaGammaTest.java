package infogap.customers.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    private static final double INTEGRATED = 1e-10;
    private static final GammaGamma MODEL = new GammaGamma(6.25, 3.74, 15.44);

    @Test
    void everyQuantityIsAnIntegralOverTheCustomers() {
        SplittableRandom random = new SplittableRandom(1);
        for (int x = 1; x <= 6; x++) {
            GammaGamma model = new GammaGamma(random.nextDouble(0.5, 8), random.nextDouble(1.5, 6), random.nextDouble(2, 40));
            double m = random.nextDouble(5, 60);
            double shape = model.p() * x;
            double count = x;
            // the mean of x purchases is a gamma variable of shape px and rate νx
            DoubleUnaryOperator density = rate -> Math.exp(
                    shape * Math.log(rate * count) + (shape - 1) * Math.log(m) - rate * count * m - Gamma.logGamma(shape));
            double likelihood = mixed(model, density);
            double mean = mixed(model, rate -> density.applyAsDouble(rate) * model.p() / rate) / likelihood;
            Spending spending = new Spending(x, m);
            assertEquals(Math.log(likelihood), model.logLikelihood(spending), INTEGRATED);
            assertEquals(mean, model.expectedValue(spending).orElseThrow(), INTEGRATED * mean);
            assertEquals(mixed(model, rate -> model.p() / rate), model.expectedValue().orElseThrow(), 1e-8);
        }
    }

    @Test
    void anExpectedValueLiesBetweenTheCustomersMeanAndEverybodys() {
        // 6.25 · 15.44/2.74
        assertEquals(96.5 / 2.74, MODEL.expectedValue().orElseThrow(), 1e-12);
        double last = MODEL.expectedValue().orElseThrow();
        for (int x : new int[] {1, 2, 5, 20, 1000}) {
            double expected = MODEL.expectedValue(new Spending(x, 60)).orElseThrow();
            // the paper's weight of the customer's own mean: px/(px + q − 1)
            double weight = 6.25 * x / (6.25 * x + 2.74);
            assertEquals(weight * 60 + (1 - weight) * 96.5 / 2.74, expected, 1e-11);
            assertTrue(expected > last && expected < 60);
            last = expected;
        }
    }

    @Test
    void drawnSpendingHasTheExpectedMean() {
        SplittableRandom random = new SplittableRandom(4);
        GammaGamma model = new GammaGamma(4, 6, 30);
        double mean = random.ints(100_000, 1, 5).mapToDouble(x -> model.draw(x, random).mean()).average().orElseThrow();
        // 4 · 30/5; the standard deviation of a mean is below 20
        assertEquals(24, mean, 4 * 20 / Math.sqrt(100_000));
    }

    @Test
    void anInfiniteMeanIsAnAnswer() {
        GammaGamma heavy = new GammaGamma(0.2, 0.7, 10);
        assertEquals(OptionalDouble.empty(), heavy.expectedValue());
        assertEquals(OptionalDouble.empty(), heavy.expectedValue(new Spending(1, 20)));
        assertFalse(heavy.expectedValue(new Spending(2, 20)).isEmpty());
        assertTrue(heavy.toString().endsWith("infinite"));
    }

    @Test
    void badArgumentsAreRefused() {
        assertEquals("purchases must be an integer of at least 1, but is 0",
                assertThrows(IllegalArgumentException.class, () -> new Spending(0, 20)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Spending(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Spending(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new GammaGamma(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new GammaGamma(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new GammaGamma(1, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> GammaGamma.fit(List.of()));
        assertThrows(IllegalArgumentException.class, () -> MODEL.expectedValue(null));
        assertThrows(IllegalArgumentException.class, () -> MODEL.draw(0, new SplittableRandom(1)));
        PurchaseHistory free = new PurchaseHistory(
                List.of(new PurchaseSummary("Ada", new BuyingPattern(2, 3, 9), 10, 0)), CalendarUnit.WEEKS, 0);
        assertEquals("repeatValue of 'Ada' must be above 0 with 2 repeat purchases, but is 0",
                assertThrows(IllegalArgumentException.class, () -> GammaGamma.fit(free)).getMessage());
    }

    /// `E f(ν)`, by the trapezoidal rule in `ln ν`.
    private static double mixed(GammaGamma model, DoubleUnaryOperator f) {
        double sum = 0;
        double weights = 0;
        for (double v = -80; v < 8; v += 0.02) {
            double weight = Math.exp(model.q() * v - model.gamma() * Math.exp(v));
            weights += weight;
            sum += weight * f.applyAsDouble(Math.exp(v));
        }
        return sum / weights;
    }
}
