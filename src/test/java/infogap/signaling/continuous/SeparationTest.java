package infogap.signaling.continuous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

    /// Without single crossing the level that deters the neighbour need not deter the type below it: 49/3.8948 does, √(s₂² + 42/0.812) does not.
    @Test
    void everyLowerTypeIsDeterred() {
        Separation.LeastCost outcome = separated(List.of(
                SellerType.linear("first", 3, 3.8948), new SellerType("second", 10, s -> 0.812 * s * s), SellerType.linear("third", 52, 1.4383)), 1000);
        assertEquals(7 / 3.8948, outcome.levels().get(1), 2 * ROOT);
        assertEquals(49 / 3.8948, outcome.levels().get(2), 16 * ROOT);
        assertTrue(separates(outcome.types(), new double[] {0, 1.8331, 12.75}));
    }

    /// With a cost of 1.4383 s² the third type would rather pass for the second at (0, 1.8331, 12.75): 52 − 1.4383·12.75² < 10 − 1.4383·1.8331².
    @Test
    void aLevelThatDetersFromBelowMayBeTooDearForItsOwnType() {
        List<SellerType> types = List.of(
                SellerType.linear("first", 3, 3.8948), new SellerType("second", 10, s -> 0.812 * s * s), new SellerType("third", 52, s -> 1.4383 * s * s));
        assertFalse(separates(types, new double[] {0, 1.8331, 12.75}));
        String reason = assertInstanceOf(Separation.Impossible.class, Separation.leastCost(types, 1000)).reason();
        assertTrue(reason.startsWith("at the least levels that deter imitation, "), reason);
    }

    /// Random triples without single crossing against a grid that knows the definition only: where some levels of the grid separate, the least-cost outcome
    /// is found, is below all of them, and its highest levels above; where it is impossible, none do.
    @Test
    void aGridFindsNothingElse() {
        SplittableRandom random = new SplittableRandom(42);
        int separable = 0;
        int rescued = 0;
        for (int round = 0; round < 800; round++) {
            List<SellerType> types = new ArrayList<>();
            double value = random.nextInt(1, 10);
            for (int type = 0; type < 3; type++) {
                double unit = random.nextDouble(0.2, 5);
                int power = random.nextInt(1, 3);
                types.add(new SellerType("type " + type, value, s -> unit * Math.pow(s, power)));
                value += random.nextInt(1, 40);
            }
            Separation outcome = Separation.leastCost(types, 20);
            for (double s2 = 0.1; s2 <= 20; s2 += 0.2) {
                for (double s3 = s2; s3 <= 20; s3 += 0.2) {
                    if (separates(types, new double[] {0, s2, s3})) {
                        Separation.LeastCost least = assertInstanceOf(Separation.LeastCost.class, outcome, types::toString);
                        assertTrue(least.levels().get(1) <= s2 + 1e-12 && least.levels().get(2) <= s3 + 1e-12);
                        assertTrue(least.highest().get(1) >= s2 - 1e-12 && least.highest().get(2) >= s3 - 1e-12);
                    }
                }
            }
            if (outcome instanceof Separation.LeastCost(List<SellerType> _, List<Double> levels, List<Double> highest)) {
                separable++;
                assertTrue(separates(types, levels.stream().mapToDouble(s -> s).toArray()));
                assertTrue(separates(types, highest.stream().mapToDouble(s -> s).toArray()));
                SellerType middle = types.get(1);
                rescued += types.get(0).value() - types.get(2).value() + types.get(0).costOf(levels.get(2)) > -1e-9
                        && middle.costOf(levels.get(2)) - middle.costOf(levels.get(1)) > types.get(2).value() - middle.value() + 1e-9 ? 1 : 0;
            }
        }
        assertTrue(separable > 20, "only " + separable);
        assertTrue(rescued > 2, "only " + rescued + " in which the lowest type decides the third level");
    }

    /// Spence's interval: productivity 1 and 2, costs y and y/2: separation for 1 ≤ y ≤ 2; costs 40000 y and 20000 y, benefit 100000 (Pindyck and
    /// Rubinfeld, chapter 17): 2.5 to 5.
    @Test
    void theWholeIntervalOfSeparatingLevels() {
        Separation.LeastCost spence = separated(List.of(SellerType.linear("low", 1, 1), SellerType.linear("high", 2, 0.5)), 10);
        assertEquals(List.of(0.0, 1.0), spence.levels());
        assertEquals(2, spence.highest().get(1), 256 * Math.ulp(2.0));
        Separation.LeastCost schooling = separated(List.of(SellerType.linear("low", 0, 40000), SellerType.linear("high", 100000, 20000)), 10);
        assertEquals(2.5, schooling.levels().get(1), 2 * ROOT);
        assertEquals(5, schooling.highest().get(1), 256 * Math.ulp(5.0));
        assertEquals(4, separated(List.of(SellerType.linear("low", 0, 40000), SellerType.linear("high", 100000, 20000)), 4).highest().get(1));
    }

    /// The inequalities of the definition, to a rounding of the values.
    private static boolean separates(List<SellerType> types, double[] levels) {
        for (int type = 0; type < levels.length; type++) {
            for (int other = 0; other < levels.length; other++) {
                double own = types.get(type).value() - types.get(type).costOf(levels[type]);
                if (types.get(other).value() - types.get(type).costOf(levels[other]) > own + 1e-9) {
                    return false;
                }
            }
        }
        return true;
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
        String falling = assertThrows(IllegalArgumentException.class,
                        () -> Separation.leastCost(List.of(new SellerType("odd", 0, s -> s * (9 + s * (s - 6))), high), 10))
                .getMessage();
        assertTrue(falling.startsWith("cost of odd at level"), falling);
        IllegalArgumentException nan = assertThrows(IllegalArgumentException.class,
                () -> Separation.leastCost(List.of(new SellerType("odd", 0, _ -> Double.NaN), high), 10));
        assertTrue(nan.getMessage().startsWith("cost of odd at level"), nan.getMessage());
    }

    private static Separation.LeastCost separated(List<SellerType> types, double maximalLevel) {
        return assertInstanceOf(Separation.LeastCost.class, Separation.leastCost(types, maximalLevel));
    }
}
