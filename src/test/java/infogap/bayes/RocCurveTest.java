package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RocCurveTest {

    private static final double ROUNDING = 1e-13;

    /// By hand: of the 2·3 pairs the present one is higher in 4 and tied in 1.
    @Test
    void tiesCountOneHalf() {
        RocCurve curve = RocCurve.of(new double[] {3, 2, 2, 1, 0}, new boolean[] {true, true, false, false, false});
        assertEquals(Fractions.of("11/12"), curve.exactArea());
        assertEquals(Fractions.of("1/2"), RocCurve.of(new double[] {1, 1, 1}, new boolean[] {true, false, false}).exactArea());
    }

    @Test
    void theAreaIsTheTrapezoidUnderThePoints() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 50; round++) {
            Sample sample = Sample.random(random, 60, 12);
            RocCurve curve = RocCurve.of(sample.scores, sample.present);
            double area = 0;
            var points = curve.points();
            for (int i = 1; i < points.size(); i++) {
                RocPoint from = points.get(i - 1).roc();
                RocPoint to = points.get(i).roc();
                area += (to.falsePositiveRate() - from.falsePositiveRate()) * (to.sensitivity() + from.sensitivity()) / 2;
            }
            assertEquals(area, curve.area(), ROUNDING);
            assertEquals(area, curve.partialArea(1), ROUNDING);
            assertTrue(curve.partialArea(0.5) <= area && curve.partialArea(0) == 0);
            assertEquals(new RocPoint(0, 0), points.getFirst().roc());
            assertEquals(new RocPoint(1, 1), points.getLast().roc());
        }
    }

    /// DeLong's variance from its definition, pair by pair.
    @Test
    void theVarianceIsThatOfThePlacements() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 30; round++) {
            Sample sample = Sample.random(random, 40, 10);
            double[] with = sample.of(true);
            double[] without = sample.of(false);
            RocCurve curve = RocCurve.of(sample.scores, sample.present);
            double expected = placementVariance(with, without, 1) / with.length + placementVariance(without, with, -1) / without.length;
            assertEquals(expected, curve.areaVariance(), ROUNDING);
            ConfidenceInterval interval = curve.areaInterval(0.95).orThrow();
            assertTrue(interval.contains(curve.area()));
        }
    }

    @Test
    void perfectSeparationHasAnAreaOfOneAndNoInterval() {
        RocCurve curve = RocCurve.of(new double[] {4, 3, 2, 1}, new boolean[] {true, true, false, false});
        assertEquals(1, curve.area());
        assertEquals(1, curve.averagePrecision());
        assertInstanceOf(IntervalEstimate.NotAvailable.class, curve.areaInterval(0.95));
        RocCurve single = RocCurve.of(new double[] {1, 2}, new boolean[] {true, false});
        assertInstanceOf(IntervalEstimate.NotAvailable.class, single.areaInterval(0.95));
        assertTrue(single.toString().contains("not available"), single::toString);
    }

    /// The documented example of scikit-learn's average_precision_score: labels 0 0 1 1, scores 0.1 0.4 0.35 0.8 give 0.83.
    @Test
    void averagePrecisionSumsSteps() {
        RocCurve curve = RocCurve.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});
        assertEquals(0.5 * 1 + 0.5 * 2 / 3, curve.averagePrecision(), 1e-15);
    }

    @Test
    void theBestThresholdBeatsEveryOther() {
        SplittableRandom random = new SplittableRandom(3);
        Sample sample = Sample.random(random, 80, 20);
        RocCurve curve = RocCurve.of(sample.scores, sample.present);
        RocCurve.Choice choice = curve.bestThreshold(0.2, 100, 50);
        for (RocCurve.Point point : curve.points()) {
            double payoff = Fractions.toDouble(Screening.of(0.2, point.roc().sensitivity(), point.roc().falsePositiveRate())
                    .exact()
                    .netBenefit(Fractions.of("1/3"))) * 100;
            assertTrue(choice.payoff() >= payoff - ROUNDING);
        }
        assertEquals(Double.POSITIVE_INFINITY, curve.bestThreshold(0, 100, 50).threshold());
        assertEquals(1, curve.bestThreshold(1, 100, 50).point().sensitivity());
    }

    @Test
    void groupsMustBothBeThere() {
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new double[] {1, 2}, new boolean[] {true, true}));
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new double[] {1, Double.NaN}, new boolean[] {true, false}));
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new double[] {1}, new boolean[] {true, false}));
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new double[0], new boolean[0]));
    }

    private static double placementVariance(double[] of, double[] against, int sign) {
        double[] placements = new double[of.length];
        double mean = 0;
        for (int i = 0; i < of.length; i++) {
            for (double other : against) {
                placements[i] += (sign * of[i] > sign * other ? 1 : of[i] == other ? 0.5 : 0) / against.length;
            }
            mean += placements[i] / of.length;
        }
        double sum = 0;
        for (double placement : placements) {
            sum += (placement - mean) * (placement - mean);
        }
        return sum / (of.length - 1);
    }

    /// Scores with many ties that speak somewhat for the condition.
    record Sample(double[] scores, boolean[] present) {

        static Sample random(SplittableRandom random, int n, int levels) {
            double[] scores = new double[n];
            boolean[] present = new boolean[n];
            for (int i = 0; i < n; i++) {
                present[i] = i % 3 == 0;
                scores[i] = random.nextInt(levels) + (present[i] ? random.nextInt(levels / 2) : 0);
            }
            return new Sample(scores, present);
        }

        double[] of(boolean condition) {
            return IntStream.range(0, scores.length).filter(i -> present[i] == condition).mapToDouble(i -> scores[i]).toArray();
        }
    }
}
