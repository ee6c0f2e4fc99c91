package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SampleQuantileTest {

    @Test
    void fourValuesByHand() {
        // h = 3p: quartiles at positions 0.75, 1.5 and 2.25 of 1, 2, 4, 8
        double[] values = {8, 1, 4, 2};
        assertEquals(1.75, SampleQuantile.of(values, 0.25));
        assertEquals(3, SampleQuantile.of(values, 0.5));
        assertEquals(5, SampleQuantile.of(values, 0.75));
        assertEquals(1, SampleQuantile.of(values, 0));
        assertEquals(8, SampleQuantile.of(values, 1));
        assertEquals(2.5, SampleQuantile.ofSorted(new double[] {0, 1, 2, 3, 4}, 0.625));
        assertEquals(8, values[0], "the values are not sorted in place");
    }

    @Test
    void orderStatisticsAreTheirOwnQuantiles() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 2; n < 40; n++) {
            double[] sorted = random.doubles(n).sorted().toArray();
            for (int i = 0; i < n; i++) {
                assertEquals(sorted[i], SampleQuantile.ofSorted(sorted, i / (n - 1.0)), 1e-15);
            }
        }
    }

    @Test
    void anInfiniteNeighbourDoesNoHarm() {
        double[] sorted = {Double.NEGATIVE_INFINITY, 1, Double.POSITIVE_INFINITY};
        assertEquals(1, SampleQuantile.ofSorted(sorted, 0.5));
        assertEquals(Double.POSITIVE_INFINITY, SampleQuantile.ofSorted(sorted, 0.75));
    }

    @Test
    void noValuesAndNoProbabilityAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SampleQuantile.of(new double[0], 0.5));
        assertThrows(IllegalArgumentException.class, () -> SampleQuantile.of(new double[] {1}, 1.1));
        assertThrows(IllegalArgumentException.class, () -> SampleQuantile.of(new double[] {Double.NaN}, 0.5));
        assertThrows(IllegalArgumentException.class, () -> SampleQuantile.ofSorted(new double[0], 0.5));
    }
}
