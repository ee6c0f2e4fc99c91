package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.PermutationTest.Exact;
import infogap.information.PermutationTest.MonteCarlo;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class PermutationTestTest {

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
