package infogap.signaling.continuous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeparationTest {

    private static final double ROOT = 4 * Math.ulp(1.0);

    /// Linear costs k_i·s: s* = Δ/k_D.
    @Test
    void linearCostsOfTwoTypes() {
        Separation.LeastCost outcome = separated(List.of(
                SellerType.linear("deceptive", 0, 50), SellerType.linear("honest", 120, 20)), 100);
        assertEquals(120.0 / 50, outcome.levels().get(1), 3 * ROOT);
        assertEquals(0, outcome.payoff(0));
        assertEquals(120 - 20 * 2.4, outcome.payoff(1), 100 * ROOT);
        assertEquals(0, outcome.payoffAs(0, 1), 100 * ROOT, "the deceptive type is indifferent");
    }

    /// Quadratic costs k s²: s* = √(Δ/k_D); exponential costs k(eˢ − 1): s* = ln(1 + Δ/k_D).
    @Test
    void generalCosts() {
        Separation.LeastCost quadratic = separated(List.of(
                new SellerType("deceptive", 10, s -> 8 * s * s), new SellerType("honest", 42, s -> 2 * s * s)), 100);
        assertEquals(2, quadratic.levels().get(1), 2 * ROOT);
        Separation.LeastCost exponential = separated(List.of(
                new SellerType("deceptive", 0, s -> 3 * Math.expm1(s)), new SellerType("honest", 12, s -> Math.expm1(s))), 100);
        assertEquals(Math.log(5), exponential.levels().get(1), 2 * ROOT);
    }

    /// In a chain of n types s_{i+1} = s_i + (v_{i+1} − v_i)/k_i, and no type gains by any other's level.
    @Test
    void chainOfTypes() {
        SplittableRandom random = new SplittableRandom(41);
        for (int i = 0; i < 100; i++) {
            List<SellerType> types = new ArrayList<>();
            double value = 0;
            double unit = 20;
            List<Double> expected = new ArrayList<>(List.of(0.0));
            for (int type = 0; type < 6; type++) {
                types.add(SellerType.linear("type " + type, value, unit));
                double step = random.nextDouble(0.5, 5);
                expected.add(expected.getLast() + step / unit);
                value += step;
                unit *= random.nextDouble(0.5, 0.95);
            }
            Separation.LeastCost outcome = separated(types, 1000);
            for (int type = 0; type < 6; type++) {
                assertEquals(expected.get(type), outcome.levels().get(type), 1e-13 * (1 + expected.get(type)));
                for (int other = 0; other < 6; other++) {
                    assertTrue(outcome.payoffAs(type, other) <= outcome.payoff(type) + 1e-12);
                }
            }
            // any lower level of a type would be imitated from below
            for (int type = 1; type < 6; type++) {
                double less = outcome.levels().get(type) * (1 - 1e-9);
                SellerType below = types.get(type - 1);
                assertTrue(types.get(type).value() - below.costOf(less) > outcome.payoff(type - 1));
            }
        }
    }

    /// The article's costs: the signal is dearer for the honest type, which then would rather pass for deceptive.
    @Test
    void reversedSingleCrossingSeparatesNobody() {
        Separation outcome = Separation.leastCost(List.of(
                SellerType.linear("deceptive", 0, 50), SellerType.linear("honest", 120, 100)), 1000);
        String reason = assertInstanceOf(Separation.Impossible.class, outcome).reason();
        assertTrue(reason.contains("honest gets -120.000 and would get 0.00000 as deceptive"), reason);
    }

    @Test
    void aSignalThatNeverCostsEnoughSeparatesNobody() {
        Separation outcome = Separation.leastCost(List.of(
                new SellerType("deceptive", 0, s -> s / (1 + s)), new SellerType("honest", 2, s -> s / (2 + 2 * s))), 1e6);
        String reason = assertInstanceOf(Separation.Impossible.class, outcome).reason();
        assertTrue(reason.startsWith("deceptive gains 2"), reason);
    }

    @Test
    void refusesWhatIsNotAnOrderedListOfTypes() {
        SellerType low = SellerType.linear("low", 1, 2);
        SellerType high = SellerType.linear("high", 3, 1);
        assertThrows(IllegalArgumentException.class, () -> Separation.leastCost(List.of(low), 10));
        assertThrows(IllegalArgumentException.class, () -> Separation.leastCost(List.of(high, low), 10));
        assertThrows(IllegalArgumentException.class, () -> Separation.leastCost(List.of(low, high), 0));
        assertThrows(IllegalArgumentException.class, () -> Separation.leastCost(List.of(low, high), Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Separation.leastCost(null, 1));
        assertThrows(IllegalArgumentException.class, () -> SellerType.linear("low", Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> SellerType.linear("low", 1, 0));
        assertThrows(IllegalArgumentException.class, () -> SellerType.linear(" ", 1, 1));
        IllegalArgumentException nan = assertThrows(IllegalArgumentException.class,
                () -> Separation.leastCost(List.of(new SellerType("odd", 0, _ -> Double.NaN), high), 10));
        assertTrue(nan.getMessage().startsWith("cost of odd at level"), nan.getMessage());
    }

    private static Separation.LeastCost separated(List<SellerType> types, double maximalLevel) {
        return assertInstanceOf(Separation.LeastCost.class, Separation.leastCost(types, maximalLevel));
    }
}
