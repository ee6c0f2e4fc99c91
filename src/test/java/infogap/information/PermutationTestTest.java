package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.PermutationTest.Exact;
import infogap.information.PermutationTest.MonteCarlo;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class PermutationTestTest {

    /// Kolmogorov–Smirnov: the two-sample statistic exceeds 1.95 √(2/m) with probability 0.001.
    private static final double KS_AT_ONE_IN_A_THOUSAND = 1.95;

    @Test
    void fourSingletonsCarryNoEvidence() {
        Exact test = PermutationTest.exact(Tables.fourSingletons()).orElseThrow();
        assertEquals(BigFraction.ONE, test.probability());
        assertEquals(new SmallestP(1, true), test.smallestAttainableP());
        assertEquals(2, test.mutualInformation(Unit.BITS));
        assertTrue(test.nullHypothesis().contains("all with the same mutual information"), test.nullHypothesis());
        MonteCarlo drawn = PermutationTest.monteCarlo(Tables.fourSingletons(), 99, 1, NullSampling.TABLES);
        assertEquals(1, drawn.p());
        assertTrue(drawn.nullNats().stream().allMatch(nats -> Math.abs(nats - 2 * Math.log(2)) < 1e-14));
    }

    @Test
    void enumeratedTablesAgreeWithEnumeratedPermutations() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 25; trial++) {
            int n = 5 + trial % 3;
            int[] x = random.ints(n, 0, 2 + trial % 3).toArray();
            int[] y = random.ints(n, 0, 2 + trial % 2).toArray();
            Brute brute = new Brute(x, y);
            Exact test = PermutationTest.exact(ContingencyTable.ofCodes(x, y)).orElseThrow();
            assertEquals(brute.p(), test.probability(), () -> "trial with n = " + n);
            assertEquals(brute.smallest(), test.smallest());
            assertEquals(1, test.nullDistribution().stream().mapToDouble(PermutationTest.NullValue::probability).sum(), 1e-15);
            assertEquals(brute.meanNats(),
                    test.nullDistribution().stream().mapToDouble(value -> value.nats() * value.probability()).sum(), 1e-14);
        }
    }

    @Test
    void tiesBetweenDifferentCountsAreTies() {
        // 4⁴ = 2² 2² 2² 2²: the table {4, 1, 1, 1, 1} ties with {2, 2, 2, 2} as integers, not only after rounding
        SelfLogs logs = new SelfLogs(8, 8);
        assertTrue(Math.abs(logs.sum(new long[] {4, 1, 1, 1, 1}) - logs.sum(new long[] {2, 2, 2, 2})) <= SelfLogs.tolerance(5));
        assertEquals(logs.sum(new long[] {4, 1, 1, 2}), logs.sum(new long[] {2, 1, 4, 1}));
        assertEquals(4 * Math.log(4) + 2 * Math.log(2), logs.toDouble(logs.sum(new long[] {4, 1, 1, 2})), 1e-13);
    }

    @Test
    void twoByTwoIsTheHypergeometricTail() {
        // margins 5, 5 | 5, 5: P(n11 = k) = C(5,k)² / 252; [[4,1],[1,4]] is as dependent as [[1,4],[4,1]]
        Exact test = PermutationTest.exact(Tables.of(new long[][] {{4, 1}, {1, 4}})).orElseThrow();
        assertEquals(Fractions.of(2 * (1 + 25), 252), test.probability());
        assertEquals(Fractions.of(2, 252), test.smallest());
        assertEquals(6, test.tables());
        assertEquals(3, test.nullDistribution().size());
        assertTrue(test.toString().contains("13/63"), test.toString());
    }

    @Test
    void exactIsEmptyWhereThereAreTooManyTables() {
        ContingencyTable<Integer, Integer> large = Tables.random(5, 5, 30, new SplittableRandom(6));
        assertTrue(PermutationTest.exact(large, 1000).isEmpty());
        assertTrue(PermutationTest.exact(Tables.of(new long[][] {{600, 1}, {1, 600}})).isEmpty());
        assertTrue(PermutationTest.of(large, 19, 1) instanceof MonteCarlo);
        assertFalse(SmallestP.of(large).exact());
        assertTrue(SmallestP.of(large).value() < 1e-20);
        // a table of these margins with one large cell in each row is more dependent than any replicate
        assertEquals(new SmallestP(1 / 20.0, true), PermutationTest.of(large, 19, 1).smallestAttainableP());
    }

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

    @Test
    void theLowerBoundOfTheSmallestPIsBelowTheExactValue() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 20; trial++) {
            ContingencyTable<Integer, Integer> table = Tables.random(3, 2, 4, random);
            SmallestP exact = SmallestP.of(table);
            assertTrue(exact.exact());
            assertTrue(SmallestP.bound(table) <= exact.value() * (1 + 1e-12), table::toString);
        }
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

    /// All n! assignments, compared by the integers `Π n_ij^n_ij`.
    private static final class Brute {

        private final int[] x;
        private final int[] y;
        private final BigInteger observed;
        private int permutations;
        private int atLeast;
        private int largestCount;
        private BigInteger largest = BigInteger.ZERO;
        private final CompensatedSum sumNats = new CompensatedSum();

        Brute(int[] x, int[] y) {
            this.x = x;
            this.y = y.clone();
            this.observed = power();
            permute(0);
        }

        BigFraction p() {
            return Fractions.of(atLeast, permutations);
        }

        BigFraction smallest() {
            return Fractions.of(largestCount, permutations);
        }

        double meanNats() {
            return sumNats.value() / permutations;
        }

        private void permute(int from) {
            if (from == y.length) {
                permutations++;
                BigInteger power = power();
                atLeast += power.compareTo(observed) >= 0 ? 1 : 0;
                if (power.compareTo(largest) > 0) {
                    largest = power;
                    largestCount = 0;
                }
                largestCount += power.equals(largest) ? 1 : 0;
                sumNats.add(MutualInformation.of(ContingencyTable.ofCodes(x, y), Unit.NATS));
                return;
            }
            for (int k = from; k < y.length; k++) {
                swap(from, k);
                permute(from + 1);
                swap(from, k);
            }
        }

        private void swap(int a, int b) {
            int kept = y[a];
            y[a] = y[b];
            y[b] = kept;
        }

        private BigInteger power() {
            int[][] counts = new int[8][8];
            for (int k = 0; k < x.length; k++) {
                counts[x[k]][y[k]]++;
            }
            BigInteger product = BigInteger.ONE;
            for (int[] row : counts) {
                for (int n : row) {
                    product = product.multiply(BigInteger.valueOf(Math.max(n, 1)).pow(n));
                }
            }
            return product;
        }
    }
}
