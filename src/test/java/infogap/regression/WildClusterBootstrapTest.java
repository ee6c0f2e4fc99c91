package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What must hold for the wild cluster bootstrap; [WildClusterDefinitionTest] compares it with its definition.
class WildClusterBootstrapTest {

    /// Two ways of computing the same quotient, both of a few dozen rows.
    private static final double ROUNDING = 1e-10;

    @Test
    void samplesAgreeWithTheEnumeration() {
        ClusteredSample sample = ClusteredSample.of(21, 14, 2, 0.4);
        for (WildResiduals kind : WildResiduals.values()) {
            WildClusterBootstrap bootstrap = sample.bootstrap().withResiduals(kind);
            WildClusterTest exact = assertInstanceOf(WildClusterTest.Enumerated.class, bootstrap.withReplicates(1 << 14).test("x1", 0.2));
            WildClusterTest.Sampled sampled = assertInstanceOf(WildClusterTest.Sampled.class, bootstrap.withReplicates((1 << 14) - 1).test("x1", 0.2));
            // four standard deviations of a binomial share
            double bound = 4 * Math.sqrt(exact.p() * (1 - exact.p()) / sampled.replicates());
            assertTrue(exact.p() > 0.01 && exact.p() < 0.99, exact.toString());
            assertEquals(exact.p(), sampled.p(), bound);
            assertEquals((1.0 + sampled.atLeastObserved()) / (1 << 14), sampled.p());
        }
    }

    @ParameterizedTest
    @EnumSource(WildWeights.class)
    void oneThreadAndFourGiveTheSame(WildWeights weights) throws Exception {
        WildClusterBootstrap bootstrap = ClusteredSample.of(5, 25, 2, 0.3).bootstrap().withWeights(weights).withReplicates(4_999);
        try (ForkJoinPool single = new ForkJoinPool(1);
                ForkJoinPool several = new ForkJoinPool(4)) {
            WildClusterTest one = single.submit(() -> bootstrap.test("x1", 0)).get();
            WildClusterTest four = several.submit(() -> bootstrap.test("x1", 0)).get();
            assertArrayEquals(one.statistics(), four.statistics());
            assertEquals(one.toString(), four.toString());
            assertEquals(single.submit(() -> bootstrap.interval("x1", 0.9)).get(), several.submit(() -> bootstrap.interval("x1", 0.9)).get());
        }
        assertTrue(Math.abs(bootstrap.test("x1", 0).p() - 1) > 0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 20})
    void neitherLabelsNorTheOrderOfRowsMatter(int groups) {
        for (long seed = 30; seed < 40; seed++) {
            ClusteredSample sample = ClusteredSample.of(seed, groups, 2, 0.3);
            List<Integer> places = new ArrayList<>(IntStream.range(0, sample.y().length).boxed().toList());
            Collections.shuffle(places, new Random(seed));
            ClusteredSample shuffled = sample.ordered(places.stream().mapToInt(Integer::intValue).toArray());
            // not monotone, so that the clusters' order changes too
            int[] relabelled = Arrays.stream(shuffled.clusters()).map(label -> label * 7919 % 10007).toArray();
            assertEquals(groups, Arrays.stream(relabelled).distinct().count());
            WildClusterTest one = sample.bootstrap().withReplicates(2_000).test("x1", 0);
            WildClusterTest other = shuffled.fit().wildClusterBootstrap(relabelled, 1).withReplicates(2_000).test("x1", 0);
            assertEquals(groups == 8, one instanceof WildClusterTest.Enumerated);
            assertEquals(one.p(), other.p());
            assertArrayEquals(one.statistics(), other.statistics(), ROUNDING);
        }
    }

    /// With the tested column alone and errors whose signs are free in each cluster, the residuals under the null are the errors: all sign vectors are equally
    /// likely, and P(p ≤ k/2^(G − 1)) = k/2^(G − 1) exactly.
    @Test
    void withoutOtherColumnsTheLevelIsExact() {
        int groups = 6;
        int rounds = 2_000;
        double level = 2.0 / 32;
        int rejected = 0;
        SplittableRandom random = new SplittableRandom(77);
        for (int round = 0; round < rounds; round++) {
            ClusteredSample sample = ClusteredSample.of(random.nextLong(), groups, 1, 0);
            double[] x = Arrays.stream(sample.x()).mapToDouble(row -> row[0]).toArray();
            double[] y = Arrays.stream(sample.y()).map(value -> value - 5).toArray();
            FittedModel model = LeastSquares.fit(Design.of(Variable.of("x", x)).withoutIntercept(), y).orThrow();
            rejected += model.wildClusterBootstrap(sample.clusters(), 1).test("x", 0).p() <= level ? 1 : 0;
        }
        assertEquals(level, (double) rejected / rounds, 4 * Math.sqrt(level * (1 - level) / rounds));
    }

    /// The reason to bootstrap: with ten clusters CR1's t on Student's table rejects far too often, and the bootstrap about as often as it says.
    @Test
    void withFewClustersTheLevelIsKeptWhereStudentsTableIsNot() {
        int rounds = 1_000;
        double level = 0.05;
        int bootstrap = 0;
        int table = 0;
        SplittableRandom random = new SplittableRandom(78);
        for (int round = 0; round < rounds; round++) {
            ClusteredSample sample = ClusteredSample.of(random.nextLong(), 10, 1, 0);
            FittedModel model = sample.fit();
            WildClusterTest test = model.wildClusterBootstrap(sample.clusters(), 1).test("x1", 0);
            bootstrap += test.p() <= level ? 1 : 0;
            table += Tails.twoSided(test.observed().t(), model.degreesOfFreedom()) <= level ? 1 : 0;
        }
        double bound = 4 * Math.sqrt(level * (1 - level) / rounds);
        assertEquals(level, (double) bootstrap / rounds, bound);
        assertTrue((double) table / rounds > level + bound, table + " of " + rounds);
    }

    @ParameterizedTest
    @EnumSource(WildResiduals.class)
    void theIntervalIsWhatTheTestDoesNotReject(WildResiduals kind) {
        for (long seed = 50; seed < 60; seed++) {
            WildClusterBootstrap bootstrap = ClusteredSample.of(seed, 9, 2, 0.5).bootstrap().withResiduals(kind);
            WildInterval.Bounded interval = assertInstanceOf(WildInterval.Bounded.class, bootstrap.interval("x1", 0.9));
            double width = interval.upper() - interval.lower();
            double estimate = bootstrap.test("x1", 0).observed().estimate();
            assertTrue(interval.lower() < estimate && estimate < interval.upper());
            assertTrue(bootstrap.test("x1", interval.lower() + 1e-9 * width).p() > 0.1);
            assertTrue(bootstrap.test("x1", interval.upper() - 1e-9 * width).p() > 0.1);
            assertTrue(bootstrap.test("x1", interval.lower() - 1e-9 * width).p() <= 0.1);
            assertTrue(bootstrap.test("x1", interval.upper() + 1e-9 * width).p() <= 0.1);
            for (double far : new double[] {1.5, 4, 30, 1e6}) {
                assertTrue(bootstrap.test("x1", estimate - far * width).p() <= 0.1);
                assertTrue(bootstrap.test("x1", estimate + far * width).p() <= 0.1);
            }
        }
    }

    /// 2^(1 − 5) = 0.0625: five clusters reject no value at 5 %.
    @Test
    void fiveClustersHaveNoIntervalAt95Percent() {
        WildClusterBootstrap bootstrap = ClusteredSample.of(61, 5, 1, 0.5).bootstrap();
        WildInterval.Unbounded interval = assertInstanceOf(WildInterval.Unbounded.class, bootstrap.interval("x1", 0.95));
        assertEquals(0.0625, interval.farBelow());
        assertEquals(0.0625, interval.farAbove());
        assertTrue(interval.toString().contains("no bounded interval at level 0.95; p is still 0.0625 far below"), interval.toString());
        for (long seed = 100; seed < 150; seed++) {
            WildInterval other = ClusteredSample.of(seed, 5, 3, 0.5).bootstrap().interval("x1", 0.95);
            assertEquals(0.0625, assertInstanceOf(WildInterval.Unbounded.class, other).farBelow());
        }
        WildClusterTest test = bootstrap.test("x1", 1e9);
        assertEquals(test.smallestAttainableP(), test.p());
        assertEquals(0.0625, test.p());
        assertTrue(test.toString().contains("all 32 weight vectors, at most 16 different |t*|"), test.toString());
        assertInstanceOf(WildInterval.Bounded.class, bootstrap.interval("x1", 0.9));
        assertInstanceOf(WildInterval.Bounded.class, bootstrap.withWeights(WildWeights.WEBB).interval("x1", 0.95));
        assertEquals(Math.pow(6, -4), bootstrap.withWeights(WildWeights.WEBB).test("x1", 0).smallestAttainableP(), 1e-17);
        assertEquals(0, bootstrap.withResiduals(WildResiduals.UNRESTRICTED).test("x1", 0).smallestAttainableP());
    }

    /// A column that is constant in each of two clusters: the residuals sum to zero in both.
    @Test
    void aColumnWithoutClusterVarianceIsRefused() {
        double[] treated = {0, 0, 0, 1, 1, 1};
        double[] y = {0.1, 0.7, 0.3, 2.2, 1.9, 2.8};
        WildClusterBootstrap bootstrap = LeastSquares.fit(treated, y).orThrow().wildClusterBootstrap(new int[] {1, 1, 1, 2, 2, 2}, 1);
        String message = assertThrows(IllegalStateException.class, () -> bootstrap.test("x", 0)).getMessage();
        assertTrue(message.contains("'x' sum to zero in every cluster"), message);
        assertThrows(IllegalStateException.class, () -> bootstrap.interval("x", 0.9));
    }

    /// One treated cluster, and restricted residuals with means −1 (treated), 1 and −1: opposite signs of the two control clusters give them equal
    /// means, so that the sample's CR1 variance is 0. By hand t* is t, less than |t|, −2/0 and 0/0 for the four pairs of vectors.
    @Test
    void aSampleWithoutVarianceCountsAsExtreme() {
        double[] treated = {1, 1, 0, 0, 0, 0, 0, 0};
        double[] whole = {-0.5, -1.5, 0.5, 1.5, 0.75, 1.25, -0.5, -1.5};
        // most quotients are not binary fractions, and the variance is then not zero but rounding
        for (int divisor = 1; divisor < 20; divisor++) {
            double unit = divisor;
            double[] y = Arrays.stream(whole).map(value -> 0.1 + value / unit).toArray();
            WildClusterTest test = LeastSquares.fit(treated, y).orThrow().wildClusterBootstrap(new int[] {1, 1, 2, 2, 2, 2, 3, 3}, 1).test("x", 0);
            assertEquals(-4.0 / 3 / unit, test.observed().estimate(), 1e-15);
            assertEquals(2, Arrays.stream(test.statistics()).filter(Double::isInfinite).count(), "divided by " + divisor);
            assertEquals(6.0 / 8, test.p());
        }
    }

    @Test
    void unitsDoNotMatter() {
        ClusteredSample sample = ClusteredSample.of(70, 9, 2, 0.5);
        WildClusterTest plain = sample.bootstrap().test("x1", 0.25);
        for (double unit : new double[] {1e-90, 1e90}) {
            double[] scaled = Arrays.stream(sample.y()).map(value -> unit * value).toArray();
            WildClusterTest other = LeastSquares.fit(Design.ofRows(sample.x()), scaled).orThrow().wildClusterBootstrap(sample.clusters(), 1).test("x1", unit * 0.25);
            assertEquals(plain.p(), other.p());
            assertEquals(plain.observed().t(), other.observed().t(), ROUNDING);
        }
    }
}
