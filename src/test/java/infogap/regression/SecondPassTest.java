package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A second pass over a stream gives what the same fit in memory gives, which [ReferenceTest] holds against R and statsmodels.
class SecondPassTest {

    private static final int ROWS = 3000;
    /// Both sum the same numbers in other orders, in 106 bits; the fits' coefficients may differ in their last bit.
    private static final double SAME = 1e-13;

    private final double[][] x = new double[ROWS][2];
    private final double[] y = new double[ROWS];
    private final int[] cluster = new int[ROWS];
    private final FittedModel inMemory;
    private final FittedModel streamed;

    SecondPassTest() {
        SplittableRandom random = new SplittableRandom(5);
        LeastSquaresAccumulator rows = LeastSquaresAccumulator.of(List.of("a", "b"), "y");
        for (int i = 0; i < ROWS; i++) {
            cluster[i] = random.nextInt(37);
            x[i] = new double[] {1e5 + random.nextGaussian(), random.nextDouble()};
            y[i] = x[i][0] - x[i][1] + (1 + x[i][1]) * random.nextGaussian() + 0.1 * cluster[i];
            rows.add(x[i], y[i]);
        }
        inMemory = LeastSquares.fit(Design.ofRows(List.of("a", "b"), x), Variable.of("y", y)).orThrow();
        streamed = rows.fit().orThrow();
    }

    @ParameterizedTest
    @EnumSource
    void robustErrorsOfAStreamAreThoseInMemory(RobustCovariance kind) {
        SandwichSum sum = null;
        for (int part = 0; part < 5; part++) {
            RobustAccumulator second = RobustAccumulator.of(streamed, kind);
            for (int i = part; i < ROWS; i += 5) {
                second.add(x[i], y[i]);
            }
            SandwichSum travelled = SandwichSum.ofBytes(second.sum().toBytes());
            sum = sum == null ? travelled : sum.merge(travelled);
        }
        assertEquals(ROWS, sum.rows());
        assertClose(inMemory.covariance(kind), sum.covariance(streamed));
        assertEquals(inMemory.coefficients(kind).getLast().standardError(), sum.coefficients(streamed).getLast().standardError(),
                SAME * inMemory.coefficients(kind).getLast().standardError());
    }

    @Test
    void clusteredErrorsOfAStreamAreThoseInMemory() {
        ClusterAccumulator first = ClusterAccumulator.of(streamed);
        ClusterAccumulator second = ClusterAccumulator.of(streamed);
        ClusterAccumulator low = ClusterAccumulator.of(streamed);
        ClusterAccumulator high = ClusterAccumulator.of(streamed);
        for (int i = 0; i < ROWS; i++) {
            (i % 3 == 0 ? first : second).add("c" + cluster[i], x[i], y[i]);
            (cluster[i] < 10 ? low : high).add(cluster[i], x[i], y[i]);
        }
        first.addAll(second);
        double[][] expected = inMemory.clusterCovariance(cluster);
        assertEquals(37, first.sum().clusters());
        assertClose(expected, first.sum().covariance(streamed));
        assertClose(expected, low.sum().merge(high.sum()).covariance(streamed));
    }

    @Test
    void passesThatDoNotFitAreRefused() {
        RobustAccumulator second = RobustAccumulator.of(streamed, RobustCovariance.HC1);
        second.add(x[0], y[0]);
        String message = assertThrows(IllegalArgumentException.class, () -> second.sum().covariance(streamed)).getMessage();
        assertEquals("the second pass must see the rows of the fit, 3000, but has seen 1", message);
        assertThrows(IllegalArgumentException.class, () -> second.add(new double[] {1}, 2));
        assertThrows(IllegalArgumentException.class, () -> second.add(new double[] {1, Double.NaN}, 2));
        ClusterAccumulator one = ClusterAccumulator.of(streamed);
        for (int i = 0; i < ROWS; i++) {
            one.add("all", x[i], y[i]);
        }
        assertTrue(assertThrows(IllegalArgumentException.class, () -> one.sum().covariance(streamed)).getMessage().contains("at least two clusters"));
        assertThrows(IllegalArgumentException.class, () -> one.add(null, x[0], 1));
        byte[] bytes = one.sum().toBytes();
        assertThrows(IllegalArgumentException.class, () -> SandwichSum.ofBytes(Arrays.copyOf(bytes, bytes.length - 1)));
        assertArrayEquals(bytes, SandwichSum.ofBytes(bytes).toBytes());
    }

    private static void assertClose(double[][] expected, double[][] actual) {
        for (int j = 0; j < expected.length; j++) {
            for (int k = 0; k < expected.length; k++) {
                assertEquals(expected[j][k], actual[j][k], SAME * Math.sqrt(expected[j][j] * expected[k][k]), j + ", " + k);
            }
        }
    }
}
