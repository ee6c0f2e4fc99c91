package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CostCurveTest {

    /// Sums of two products of doubles in [0, 1].
    private static final double ROUNDING = 1e-15;

    @Test
    void aScoreThatKnowsNothingCostsAsMuchAsTheBetterTrivialRule() {
        CostCurve curve = CostCurve.of(RocCurve.of(new double[] {1, 1, 1, 1}, new boolean[] {true, false, true, false}));
        assertEquals(Fractions.of("1/4"), curve.area());
        for (double at : new double[] {0, 0.1, 0.5, 0.8, 1}) {
            assertEquals(Math.min(at, 1 - at), curve.cost(at), ROUNDING);
            assertEquals(0, curve.gain(at), ROUNDING);
        }
    }

    @Test
    void aScoreThatSeparatesCostsNothing() {
        CostCurve curve = CostCurve.of(RocCurve.of(new double[] {3, 2, 1, 0}, new boolean[] {true, true, false, false}));
        assertEquals(Fractions.of("0"), curve.area());
        assertEquals(0.3, curve.gain(0.3), ROUNDING);
        assertEquals(2, curve.choice(0.3).threshold());
    }

    @Test
    void theArticlesTestHasItsCornersWhereTheOddsAre() {
        // sensitivity 0.9, false positives 0.1 of ten and ten cases: lines 1 − c, 0.1, c meet at 0.1 and 0.9
        double[] scores = IntStream.range(0, 20).mapToDouble(i -> i < 9 || i == 19 ? 1 : 0).toArray();
        boolean[] present = new boolean[20];
        IntStream.range(0, 10).forEach(i -> present[i] = true);
        CostCurve curve = CostCurve.of(RocCurve.of(scores, present));
        assertEquals("[0, 1/10, 9/10, 1]", curve.corners().stream().map(c -> Fractions.format(c.probabilityCost())).toList().toString());
        assertEquals("[0, 1/10, 1/10, 0]", curve.corners().stream().map(c -> Fractions.format(c.cost())).toList().toString());
        // document 004: prior 0.2, acting brings 100, costs 50: the cost is what is lost against knowing, over 0.2·100 + 0.8·50
        double at = CostCurve.probabilityCost(0.2, 100, 50);
        assertEquals(1.0 / 3, at, ROUNDING);
        TestValue value = TestValue.of(Screening.of(0.2, 0.9, 0.1), 100, 50);
        double lost = value.valueOfTruth().subtract(value.valueOfTest()).doubleValue();
        assertEquals(lost / (0.2 * 100 + 0.8 * 50), curve.cost(at), ROUNDING);
    }

    @Test
    void theEnvelopeIsTheLeastOverAllThresholds() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 20; trial++) {
            double[] scores = random.doubles(40).map(x -> Math.rint(12 * x)).toArray();
            boolean[] present = new boolean[40];
            IntStream.range(0, 40).forEach(i -> present[i] = i < 2 ? i == 0 : random.nextDouble() * 12 < scores[i]);
            RocCurve roc = RocCurve.of(scores, present);
            CostCurve curve = CostCurve.of(roc);
            for (int k = 0; k <= 50; k++) {
                double at = k / 50.0;
                double least = roc.points().stream()
                        .mapToDouble(point -> (1 - point.roc().sensitivity()) * at + point.roc().falsePositiveRate() * (1 - at))
                        .min().orElseThrow();
                assertEquals(least, curve.cost(at), ROUNDING);
                assertTrue(curve.gain(at) >= 0);
            }
        }
    }

    @Test
    void costsThatWeighNothingAreRefused() {
        assertEquals("missCost and falseAlarmCost must not both be without weight, but at the prior 0.0 they are 5.0 and 0.0",
                assertThrows(IllegalArgumentException.class, () -> CostCurve.probabilityCost(0, 5, 0)).getMessage());
        CostCurve curve = CostCurve.of(RocCurve.of(new double[] {1, 0}, new boolean[] {true, false}));
        assertThrows(IllegalArgumentException.class, () -> curve.cost(1.5));
        assertTrue(curve.toString().contains("mean cost 0"), curve.toString());
    }
}
