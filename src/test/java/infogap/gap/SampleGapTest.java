package infogap.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleGapTest {

    /// The five customers of an article, age and coded income group, in their three best clusters: within 10 of 332 by hand.
    @Test
    void clusteringClosesBetweenOfTotal() {
        double[][] customers = {{25, 1}, {32, 2}, {45, 3}, {22, 0}, {35, 1}};
        SampleGap gap = SampleGap.ofGroups(customers, List.of(0, 1, 2, 0, 1));
        assertEquals(10, gap.remaining(), 1e-13);
        assertEquals(332, gap.total(), 1e-12);
        assertEquals(161.0 / 166, gap.shareClosed(), 1e-15);
    }

    /// Anscombe's first set: y = 3.0001 + 0.5001 x, R² = 0.6665 (F. J. Anscombe 1973, The American Statistician 27, 17–21).
    @Test
    void leastSquaresLeavesOneMinusRSquared() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        double slope = 5501.0 / 11000;
        double intercept = 82.51 / 11 - slope * 9;
        double[] fitted = java.util.Arrays.stream(x).map(v -> intercept + slope * v).toArray();
        SampleGap gap = SampleGap.ofFit(y, fitted);
        assertEquals(0.6665, gap.shareClosed(), 5e-5);
        assertEquals(gap.total(), gap.closed() + gap.remaining(), 1e-12);
        assertEquals(13.76269 / 11, gap.meanSquaredError(), 1e-5);
    }

    @Test
    void aFitThatIsNoProjectionIsRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> SampleGap.ofFit(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .getMessage();
        assertTrue(message.startsWith("fitted must be an orthogonal projection"), message);
    }

    @Test
    void equalValuesHaveNoGap() {
        SampleGap gap = SampleGap.ofGroups(new double[] {2, 2}, List.of("a", "b"));
        assertInstanceOf(Share.NoGap.class, gap.share());
    }

    /// The mean of n times 0.1 is 0.1, whatever its double rounds.
    @Test
    void aConstantHasNoGapHoweverItIsGrouped() {
        for (double constant : new double[] {0.1, 1e9 + 0.1, 1e200, 1e-170, -1 / 3.0, 0}) {
            for (int n = 1; n <= 12; n++) {
                double[] values = new double[n];
                Arrays.fill(values, constant);
                List<Integer> groups = IntStream.range(0, n).map(i -> i % 2).boxed().toList();
                assertEquals(0, SampleGap.ofGroups(values, groups).total());
                assertInstanceOf(Share.NoGap.class, SampleGap.ofGroups(values, groups).share());
                double[] fitted = Arrays.stream(values).map(Math::nextUp).toArray();
                assertInstanceOf(Share.NoGap.class, SampleGap.ofFit(values, fitted).share());
            }
        }
    }

    /// Invariance: 1, 2, 3, 6 in two groups close 9/14, in every unit and from every origin that keeps the differences.
    @Test
    void theShareDoesNotDependOnUnitAndOrigin() {
        double[] values = {1, 2, 3, 6};
        for (double unit : new double[] {1, 0.1, 0x1p-40, 1e-170, 1e-300, 1e150}) {
            double[] scaled = Arrays.stream(values).map(v -> v * unit).toArray();
            assertEquals(9.0 / 14, SampleGap.ofGroups(scaled, List.of("a", "a", "b", "b")).shareClosed(), 1e-15);
            double[] fitted = {1.5 * unit, 1.5 * unit, 4.5 * unit, 4.5 * unit};
            assertEquals(9.0 / 14, SampleGap.ofFit(scaled, fitted).shareClosed(), 1e-15);
        }
        for (double origin : new double[] {1e3, 1e9, 1e15, -1e15}) {
            double[] moved = Arrays.stream(values).map(v -> v + origin).toArray();
            SampleGap gap = SampleGap.ofGroups(moved, List.of("a", "a", "b", "b"));
            assertEquals(9.0 / 14, gap.shareClosed(), 1e-15);
            assertEquals(14, gap.total(), 1e-14);
        }
    }

    @Test
    void aSumOfSquaresThatOverflowsIsRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> SampleGap.ofGroups(new double[] {1e200, -1e200}, List.of("a", "b")))
                .getMessage();
        assertEquals("sum of squares of values must be a finite number, in another unit of values, but is Infinity", message);
        assertThrows(
                IllegalArgumentException.class,
                () -> SampleGap.ofFit(new double[] {1e200, -1e200}, new double[] {1e200, -1e200}));
    }

    @Test
    void lengthsMustAgree() {
        assertThrows(IllegalArgumentException.class, () -> SampleGap.ofGroups(new double[] {1, 2}, List.of("a")));
        assertThrows(IllegalArgumentException.class, () -> SampleGap.ofFit(new double[] {1, 2}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> SampleGap.ofGroups(new double[] {1, Double.NaN}, List.of("a", "b")));
    }
}
