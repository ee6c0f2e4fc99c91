package infogap.probability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RocCurveTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void theCurveOfFiveCases() {
        RocCurve curve = RocCurve.of(new boolean[] {true, false, true, true, false}, new double[] {0.9, 0.8, 0.8, 0.4, 0.1});
        assertEquals(
                List.of(
                        new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0),
                        new RocCurve.Point(0.9, 1, 0),
                        new RocCurve.Point(0.8, 2, 1),
                        new RocCurve.Point(0.4, 3, 1),
                        new RocCurve.Point(0.1, 3, 2)),
                curve.points());
        // of the 6 pairs 4 are in order and one is tied: (4 + 1/2)/6
        assertEquals(0.75, curve.area(), ROUNDING);
    }

    @Test
    void theAreaIsTheShareOfPairsInOrder() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 100; trial++) {
            int n = 2 + random.nextInt(30);
            boolean[] positive = new boolean[n];
            double[] scores = new double[n];
            for (int i = 0; i < n; i++) {
                positive[i] = i == 0 || i > 1 && random.nextBoolean();
                scores[i] = random.nextInt(6);
            }
            double pairs = 0;
            double inOrder = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (positive[i] && !positive[j]) {
                        pairs++;
                        inOrder += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    }
                }
            }
            assertEquals(inOrder / pairs, RocCurve.of(positive, scores).area(), ROUNDING);
        }
    }

    @Test
    void aPointIsABinaryChannel() {
        RocCurve curve = RocCurve.of(new boolean[] {true, false, true, true, false}, new double[] {0.9, 0.8, 0.8, 0.4, 0.1});
        Channel<String, String> channel = curve.channel(curve.points().get(2), List.of("H", "not H"), List.of("+", "-"));
        assertEquals(2 / 3.0, channel.probability(0, 0));
        assertEquals(0.5, channel.probability(1, 0));
    }

    @Test
    void oneClassOrBadScoresAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new boolean[] {true, true}, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new boolean[] {true, false}, new double[] {1, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new boolean[] {true}, new double[] {1, 2}));
    }
}
