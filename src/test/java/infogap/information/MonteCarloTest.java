package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.PermutationTest.MonteCarlo;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The permutation test by random replicates; [PermutationTestTest] has the enumeration.
class MonteCarloTest {

    /// Kolmogorov–Smirnov: the two-sample statistic exceeds 1.95 √(2/m) with probability 0.001.
    private static final double KS_AT_ONE_IN_A_THOUSAND = 1.95;

    /// Where every table has the same mutual information, p is 1 whatever the number of replicates.
    @Test
    void theMarginsMayForbidWhatTheReplicatesAllow() {
        ContingencyTable<Integer, Integer> distinct = Tables.of(new long[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
        MonteCarlo test = PermutationTest.monteCarlo(distinct, 999, 1);
        assertEquals(new SmallestP(1, true), test.smallestAttainableP());
        assertTrue(test.toString().endsWith("smallest p  1.00000"), test::toString);
        // 2·(1/252): the two most dependent tables with margins 5, 5 | 5, 5 and more replicates than tables
        assertEquals(
                new SmallestP(2 / 252.0, true),
                PermutationTest.monteCarlo(Tables.of(new long[][] {{4, 1}, {1, 4}}), 999, 1).smallestAttainableP());
        // few replicates are the stronger limit
        assertEquals(
                new SmallestP(1 / 20.0, true),
                PermutationTest.monteCarlo(Tables.of(new long[][] {{4, 1}, {1, 4}}), 19, 1).smallestAttainableP());
    }

    /// One observation of 2000 in the second row: two tables, mirror images. Too many observations to enumerate, so only a bound is claimed: 1/2000 arrangements.
    @Test
    void whatNoReplicateShowsIsOnlyABound() {
        PermutationTest test = PermutationTest.of(Tables.of(new long[][] {{999, 1000}, {1, 0}}), 9999, 1);
        assertEquals(1, test.p());
        assertFalse(test.smallestAttainableP().exact());
        assertEquals(1.0 / 2000, test.smallestAttainableP().value(), 1e-12);
    }

    /// 30×30 cells of about 6·10⁸: the G test is exact there but for its own error of order 1/N. Five standard deviations of the share of replicates.
    @Test
    void hundredsOfBillionsOfObservationsAreNoTies() {
        SplittableRandom random = new SplittableRandom(13);
        long[][] counts = new long[30][30];
        for (long[] row : counts) {
            Arrays.setAll(row, j -> 600_000_000 + Math.round(Math.sqrt(6e8) * random.nextGaussian()));
        }
        ContingencyTable<Integer, Integer> table = Tables.of(counts);
        double asymptotic = ((AsymptoticTest.Tested) AsymptoticTest.g(table)).p();
        int replicates = 2000;
        assertTrue(asymptotic > 0.1 && asymptotic < 0.9, () -> "p = " + asymptotic);
        assertEquals(asymptotic, PermutationTest.monteCarlo(table, replicates, 3).p(), 5 * Math.sqrt(asymptotic * (1 - asymptotic) / replicates));
        long[][] tooMany = {{1L << 50, 1L << 50}, {1L << 50, (1L << 50) + 1}};
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PermutationTest.monteCarlo(Tables.of(tooMany), 99, 1));
        assertTrue(refused.getMessage().contains("rounding"), refused::getMessage);
    }

    @Test
    void monteCarloAgreesWithTheExactTest() {
        SplittableRandom random = new SplittableRandom(8);
        for (NullSampling sampling : NullSampling.values()) {
            for (int trial = 0; trial < 8; trial++) {
                ContingencyTable<Integer, Integer> table = Tables.random(2 + trial % 2, 3, 5, random);
                double exact = PermutationTest.exact(table).orElseThrow().p();
                int replicates = 20_000;
                double p = PermutationTest.monteCarlo(table, replicates, 9, sampling).p();
                // five standard deviations of a binomial share, and the one that the estimate adds
                assertEquals(exact, p, 5 * Math.sqrt(exact * (1 - exact) / replicates) + 1.0 / replicates, table::toString);
            }
        }
    }

    @Test
    void tablesAndShufflesDrawFromTheSameNull() {
        ContingencyTable<Integer, Integer> table = Tables.random(10, 10, 40, new SplittableRandom(10));
        int replicates = 4000;
        double[] tables = sorted(PermutationTest.monteCarlo(table, replicates, 11, NullSampling.TABLES));
        double[] shuffles = sorted(PermutationTest.monteCarlo(table, replicates, 12, NullSampling.SHUFFLES));
        double distance = kolmogorovSmirnov(tables, shuffles);
        assertTrue(distance < KS_AT_ONE_IN_A_THOUSAND * Math.sqrt(2.0 / replicates), () -> "D = " + distance);
        // and the distance sees a difference where there is one: another null, of fewer observations
        double[] other = sorted(PermutationTest.monteCarlo(Tables.random(10, 10, 30, new SplittableRandom(10)), replicates, 12));
        assertTrue(kolmogorovSmirnov(tables, other) > 0.2);
    }

    @Test
    void theMeanUnderTheNullIsTheExactExpectation() {
        ContingencyTable<Integer, Integer> table = Tables.random(4, 6, 50, new SplittableRandom(13));
        double expected = AdjustedMutualInformation.of(table).expectedNats();
        for (NullSampling sampling : NullSampling.values()) {
            double[] nats = sorted(PermutationTest.monteCarlo(table, 20_000, 14, sampling));
            double mean = IntStream.range(0, nats.length).mapToDouble(k -> nats[k]).average().orElseThrow();
            double variance = IntStream.range(0, nats.length).mapToDouble(k -> (nats[k] - mean) * (nats[k] - mean)).sum() / nats.length;
            assertEquals(expected, mean, 4 * Math.sqrt(variance / nats.length), sampling.toString());
        }
    }

    @Test
    void theSameSeedGivesTheSameResultOnAnyNumberOfThreads() throws Exception {
        ContingencyTable<Integer, Integer> table = Tables.random(6, 7, 100, new SplittableRandom(15));
        for (NullSampling sampling : NullSampling.values()) {
            MonteCarlo alone = PermutationTest.monteCarlo(table, 500, 16, sampling);
            for (int threads = 1; threads <= 5; threads += 2) {
                try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                    assertEquals(alone, pool.submit(() -> PermutationTest.monteCarlo(table, 500, 16, sampling)).get());
                }
            }
            assertNotEquals(alone.nullNats(), PermutationTest.monteCarlo(table, 500, 17, sampling).nullNats());
        }
    }

    @Test
    void fewReplicatesAreTheFirstOfMany() {
        ContingencyTable<Integer, Integer> table = Tables.random(3, 3, 9, new SplittableRandom(18));
        List<Double> many = PermutationTest.monteCarlo(table, 100, 19, NullSampling.TABLES).nullNats();
        assertEquals(many.subList(0, 37), PermutationTest.monteCarlo(table, 37, 19, NullSampling.TABLES).nullNats());
    }

    @Test
    void aDependenceThatIsThereIsFound() {
        long[][] counts = {{40, 10}, {10, 40}};
        MonteCarlo test = PermutationTest.monteCarlo(Tables.of(counts), 999, 20);
        assertEquals(0, test.atLeastObserved());
        assertEquals(0.001, test.p());
        assertTrue(test.nullHypothesis().contains("999 random contingency tables given the margins, seed 20"), test.nullHypothesis());
    }

    @Test
    void refusesReplicatesBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> PermutationTest.monteCarlo(Tables.fourSingletons(), 0, 1));
        assertThrows(IllegalArgumentException.class, () -> PermutationTest.of(Tables.fourSingletons(), -1, 1));
        ContingencyTable<Integer, Integer> huge = Tables.of(new long[][] {{1L << 40, 1}, {1, 1L << 40}});
        assertThrows(IllegalArgumentException.class, () -> PermutationTest.monteCarlo(huge, 9, 1, NullSampling.SHUFFLES));
        assertEquals(0.1, PermutationTest.monteCarlo(huge, 9, 1).p());
    }

    private static double[] sorted(MonteCarlo test) {
        return test.nullNats().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double kolmogorovSmirnov(double[] a, double[] b) {
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= value + 1e-12) {
                i++;
            }
            while (j < b.length && b[j] <= value + 1e-12) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }
}
