package infogap.probability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

    private static final double ROUNDING = 1e-15;

    @Test
    void weightsAreKeptAsGiven() {
        double[] weights = {0.1, 0.2, 0.7};
        Distribution<String> distribution = Distribution.of(List.of("a", "b", "c"), weights);
        weights[0] = 9;
        assertArrayEquals(new double[] {0.1, 0.2, 0.7}, distribution.probabilities());
        distribution.probabilities()[1] = 9;
        assertEquals(0.2, distribution.probability("b"));
        assertEquals(0.7, distribution.probabilityAt(2));
        assertEquals(0, distribution.probability("not a state"));
        assertEquals(3, distribution.size());
    }

    @Test
    void aStateThatIsANumberIsNoPosition() {
        Distribution<Integer> numbers = Distribution.of(List.of(1, 0), 0.3, 0.7);
        assertEquals(0.3, numbers.probability(1));
        assertEquals(0.7, numbers.probabilityAt(1));
        assertEquals(0.4, Distribution.of(List.of(3, 1), 0.4, 0.6).probability(3));
        for (int bad : new int[] {-1, 2, Integer.MIN_VALUE}) {
            String message = assertThrows(IllegalArgumentException.class, () -> numbers.probabilityAt(bad)).getMessage();
            assertEquals("position must be an integer from 0 to 1, but is " + bad, message);
        }
    }

    @Test
    void aMissingStateIsRefusedByName() {
        Map<String, Double> probabilities = new HashMap<>(Map.of("a", 0.5));
        probabilities.put(null, 0.5);
        String message = assertThrows(IllegalArgumentException.class, () -> Distribution.of(probabilities)).getMessage();
        assertTrue(message.startsWith("probabilities.keySet[") && message.endsWith("is null"), message);
        Map<String, Long> counts = new HashMap<>(Map.of("a", 1L));
        counts.put(null, 1L);
        message = assertThrows(IllegalArgumentException.class, () -> Distribution.ofCounts(counts)).getMessage();
        assertTrue(message.startsWith("counts.keySet[") && message.endsWith("is null"), message);
    }

    @Test
    void tenTenthsAreOneAlthoughTheirDoublesAreNot() {
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);
        assertNotEquals(1, Arrays.stream(tenths).reduce(0, Double::sum));
        assertArrayEquals(tenths, Distribution.of(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), tenths).probabilities());
    }

    @Test
    void aSumThatIsNotOneIsRefusedAndRescaledOnlyOnRequest() {
        String message = assertThrows(IllegalArgumentException.class, () -> Distribution.of(List.of("a", "b"), 0.6, 0.6)).getMessage();
        assertTrue(message.contains("must sum to 1") && message.contains("1.2"), message);
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(List.of("a", "b"), 0.5, 0.5 + 3e-12));
        assertArrayEquals(new double[] {0.5, 0.5}, Distribution.normalized(List.of("a", "b"), 0.6, 0.6).probabilities());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.1, 1.1})
    void aProbabilityOutsideItsRangeIsRefusedByName(double bad) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Distribution.of(List.of("a", "b", "c"), 0.5, bad, 0.5)).getMessage();
        assertTrue(message.contains("probabilities[1]"), message);
        assertThrows(IllegalArgumentException.class, () -> Distribution.binary("a", "b", bad));
        if (bad != 1.1) {
            assertThrows(IllegalArgumentException.class, () -> Distribution.normalized(List.of("a", "b"), 1, bad));
        }
    }

    @Test
    void otherBadInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(List.of(), new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(List.of("a", "b"), 1));
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(List.of("a", "a"), 0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(null, 1));
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(List.of("a"), (double[]) null));
        assertThrows(IllegalArgumentException.class, () -> Distribution.uniform(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Distribution.normalized(List.of("a", "b"), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Distribution.ofCounts(Map.of("a", -1L)));
        assertThrows(IllegalArgumentException.class, () -> Distribution.ofCounts(Map.of("a", 0L)));
        assertThrows(IllegalArgumentException.class, () -> Distribution.ofSample(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Distribution.uniform(List.of("a")).expectation(null));
    }

    @Test
    void countsAndSamplesGiveRelativeFrequencies() {
        Distribution<String> sample = Distribution.ofSample(List.of("b", "a", "b", "b"));
        assertEquals(Distribution.of(List.of("b", "a"), 0.75, 0.25), sample);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("b", 3L);
        counts.put("a", 1L);
        assertEquals(sample, Distribution.ofCounts(counts));
        assertEquals(sample.hashCode(), Distribution.ofCounts(counts).hashCode());
        assertNotEquals(sample, Distribution.of(List.of("a", "b"), 0.25, 0.75));
        assertEquals("b  0.750000\na  0.250000", sample.toString());
    }

    @Test
    void expectationIsLinearAndDoesNotAskImpossibleStates() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 100; trial++) {
            Distribution<Integer> p = Distribution.normalized(List.of(0, 1, 2, 3), random.doubles(4).toArray());
            double[] f = random.doubles(4, -5, 5).toArray();
            double a = random.nextDouble(-3, 3);
            assertEquals(a * p.expectation(i -> f[i]) + 2, p.expectation(i -> a * f[i] + 2), 40 * ROUNDING);
            assertEquals(1, p.expectation(i -> 1), ROUNDING);
        }
        Distribution<Integer> sure = Distribution.of(List.of(0, 1), 0, 1);
        assertEquals(1, sure.expectation(i -> 1.0 / i));
    }
}
