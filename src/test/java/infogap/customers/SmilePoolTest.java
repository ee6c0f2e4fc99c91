package infogap.customers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.classification.RandomForest;
import smile.clustering.Clustering;
import smile.clustering.KMeans;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;
import smile.model.cart.SplitRule;

class SmilePoolTest {

    private static final double[][] ROWS = IntStream.range(0, 300)
            .mapToObj(i -> new SplittableRandom(i).doubles(4).toArray())
            .toArray(double[][]::new);

    @Test
    void aSeededForestIsTheSameOnOneThreadAndOnMany() {
        double[] one = forest(1);
        assertArrayEquals(one, forest(2));
        assertArrayEquals(one, forest(7));
    }

    @Test
    void seededClustersAreTheSameOnOneThreadAndOnMany() {
        int[] one = clusters(1);
        assertArrayEquals(one, clusters(2));
        assertArrayEquals(one, clusters(7));
    }

    @Test
    void theCallersRandomNumbersAreLeftAlone() {
        MathEx.setSeed(1);
        double expected = MathEx.random();
        MathEx.setSeed(1);
        clusters(2);
        forest(2);
        assertEquals(expected, MathEx.random());
    }

    @Test
    void aFailureNamesTheWork() {
        IllegalStateException failed = assertThrows(IllegalStateException.class, () -> SmilePool.call("sorting", () -> {
            throw new ArithmeticException("no order");
        }));
        assertEquals("sorting failed: java.lang.ArithmeticException: no order", failed.getMessage());
    }

    private static int[] clusters(int threads) {
        return SmilePool.call("k-means", threads, () -> {
            MathEx.setSeed(5);
            return KMeans.lloyd(ROWS, new Clustering.Options(6, 50)).group().clone();
        });
    }

    private static double[] forest(int threads) {
        int[] y = Arrays.stream(ROWS).mapToInt(row -> row[0] + row[1] > 1 ? 1 : 0).toArray();
        DataFrame data = DataFrame.of(ROWS, "a", "b", "c", "d").add(new IntVector("y", y));
        long[] seeds = new SplittableRandom(3).longs(30).toArray();
        RandomForest forest = SmilePool.call("forest", threads, () -> RandomForest.fit(
                Formula.lhs("y"), data, new RandomForest.Options(30, 2, SplitRule.GINI, 8, 0, 5, 1.0, null, seeds, null)));
        double[] shares = new double[2];
        return IntStream.range(0, ROWS.length)
                .mapToDouble(i -> {
                    forest.predict(data.get(i), shares);
                    return shares[1];
                })
                .toArray();
    }
}
