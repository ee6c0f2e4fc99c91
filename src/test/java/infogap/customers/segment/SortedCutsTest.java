package infogap.customers.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.table.prepare.Features;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SortedCutsTest {

    @Test
    void oneFarValueHidesNothingOfTheOthers() {
        Segmentation best = ProvenSegments.oneDimension(column(-999999999, 18, 19, 21, 22, 35, 36, 38, 60, 61, 64), 5);
        // {18, 19, 21, 22}: 10, {35, 36, 38}: 14/3, … the least of all cuts in fractions is 43/3
        assertEquals(leastError(best.features(), 5), best.exactWithin());
        assertEquals(43.0 / 3, best.exactWithin().doubleValue(), 1e-14);
        assertTrue(best.search().proven());
    }

    @Test
    void aLargeCommonValueHidesNothing() {
        double[] tail = {0, 5, 9, 20, 25, 26, 40, 43, 44};
        double[] values = DoubleStream.concat(DoubleStream.of(0), Arrays.stream(tail).map(x -> 1.7e9 + x)).toArray();
        Segmentation best = ProvenSegments.oneDimension(column(values), 3);
        assertEquals(leastError(best.features(), 3), best.exactWithin());
        assertEquals(566.2, best.exactWithin().doubleValue(), 1e-12);
        assertTrue(best.search().proven());
    }

    @Test
    void randomColumnsOfWidelyDifferentSizesAttainTheLeastExactError() {
        SplittableRandom random = new SplittableRandom(20261128);
        for (int trial = 0; trial < 60; trial++) {
            double[] values = IntStream.range(0, 9)
                    .mapToDouble(i -> Math.rint(random.nextDouble() * 50) * Math.pow(10, random.nextInt(-3, 12)))
                    .map(x -> random.nextInt(4) == 0 ? -x : x)
                    .distinct()
                    .toArray();
            int k = random.nextInt(1, values.length + 1);
            Segmentation best = ProvenSegments.oneDimension(column(values), k);
            assertEquals(k == values.length ? BigFraction.ZERO : leastError(best.features(), k), best.exactWithin(), Arrays.toString(values) + " into " + k);
            assertTrue(best.search().proven());
        }
    }

    @Test
    void whereTooManyCutsAgreeNothingIsCalledProven() {
        // 60 equally spaced values into 25 runs of two and three: C(25, 10) partitions attain the optimum
        Segmentation best = ProvenSegments.oneDimension(column(IntStream.range(0, 60).asDoubleStream().toArray()), 25);
        // 15 pairs with 1/2 each, 10 triples with 2 each
        assertEquals(Fractions.of("55/2"), best.exactWithin());
        assertFalse(best.search().proven());
        assertTrue(best.search().toString().contains("not proven"), best.search().toString());
    }

    @Test
    void squaresThatLeaveTheRangeOfADoubleAreRefusedByColumn() {
        for (double scale : new double[] {1e160, 1e-160}) {
            Features features = column(scale, 2 * scale, 5 * scale);
            for (var fit : List.<Executable>of(
                    () -> KMeansSearch.fit(features, 2, 3, 1),
                    () -> ProvenSegments.oneDimension(features, 2),
                    () -> ProvenSegments.enumerate(features, 2),
                    () -> Segmentation.of(features, 0, 0, 1))) {
                String message = assertThrows(IllegalArgumentException.class, fit).getMessage();
                assertTrue(message.startsWith("column 'x' must span between 2^-500 and 2^480"), message);
            }
        }
    }

    private static Features column(double... values) {
        return new Features(List.of("x"), Arrays.stream(values).mapToObj(x -> new double[] {x}).toArray(double[][]::new));
    }

    /// The least exact error over all cuts of the sorted values.
    private static BigFraction leastError(Features features, int k) {
        double[] sorted = Arrays.stream(features.column("x")).sorted().toArray();
        return leastError(sorted, 0, k);
    }

    private static BigFraction leastError(double[] sorted, int from, int k) {
        if (k == 1) {
            return error(Arrays.copyOfRange(sorted, from, sorted.length));
        }
        BigFraction least = null;
        for (int to = from + 1; to <= sorted.length - k + 1; to++) {
            BigFraction error = error(Arrays.copyOfRange(sorted, from, to)).add(leastError(sorted, to, k - 1));
            least = least == null || error.compareTo(least) < 0 ? error : least;
        }
        return least;
    }

    /// `Σx² − (Σx)²/n` of the decimals.
    private static BigFraction error(double[] run) {
        BigFraction sum = BigFraction.ZERO;
        BigFraction squares = BigFraction.ZERO;
        for (double x : run) {
            BigFraction value = Fractions.ofDecimal(x);
            sum = sum.add(value);
            squares = squares.add(value.multiply(value));
        }
        return squares.subtract(sum.multiply(sum).divide(run.length));
    }
}
