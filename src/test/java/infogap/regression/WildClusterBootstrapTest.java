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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The wild cluster bootstrap against its definition, and what must hold for it.
class WildClusterBootstrapTest {

    /// Two ways of computing the same quotient, both of a few dozen rows.
    private static final double ROUNDING = 1e-10;

    /// Rows of clusters of unequal sizes with a common error each.
    private record Sample(double[][] x, double[] y, int[] clusters) {

        static Sample of(long seed, int groups, int columns, double slope) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = IntStream.range(0, groups).map(g -> 3 + g % 3).sum();
            Sample sample = new Sample(new double[n][columns], new double[n], new int[n]);
            int i = 0;
            for (int g = 0; g < groups; g++) {
                double common = random.nextGaussian();
                double level = random.nextGaussian();
                for (int end = i + 3 + g % 3; i < end; i++) {
                    sample.clusters[i] = 10 * g - 7;
                    Arrays.setAll(sample.x[i], k -> level + random.nextGaussian());
                    sample.y[i] = 5 + slope * sample.x[i][0] + common + random.nextGaussian();
                }
            }
            return sample;
        }

        FittedModel fit() {
            return LeastSquares.fit(Design.ofRows(x), y).orThrow();
        }

        WildClusterBootstrap bootstrap() {
            return fit().wildClusterBootstrap(clusters, 1);
        }

        /// The row at `order[i]` as row i.
        Sample ordered(int[] order) {
            return new Sample(Arrays.stream(order).mapToObj(i -> x[i]).toArray(double[][]::new), Arrays.stream(order).mapToDouble(i -> y[i]).toArray(),
                    Arrays.stream(order).map(i -> clusters[i]).toArray());
        }
    }

    private static double t(FittedModel model, int[] clusters, int column, double value) {
        return (model.estimates()[column] - value) / Math.sqrt(model.clusterCovariance(clusters)[column][column]);
    }

    /// |t*| of every weight vector, each from a refit of its own sample, in increasing order.
    private static double[] byDefinition(Design design, double[] y, int[] clusters, String name, double value, WildWeights weights, WildResiduals kind) {
        int column = design.names().indexOf(name);
        int[] labels = Arrays.stream(clusters).distinct().toArray();
        FittedModel full = LeastSquares.fit(design, y).orThrow();
        double[] fitted = full.fittedValues();
        if (kind == WildResiduals.RESTRICTED) {
            double[] rest = IntStream.range(0, y.length).mapToDouble(i -> y[i] - value * design.row(i)[column]).toArray();
            double[] part = LeastSquares.fit(design.without(name), rest).orThrow().fittedValues();
            fitted = IntStream.range(0, y.length).mapToDouble(i -> value * design.row(i)[column] + part[i]).toArray();
        }
        double[] mean = fitted;
        double centre = kind == WildResiduals.RESTRICTED ? value : full.estimates()[column];
        double[] points = weights.points();
        return IntStream.range(0, (int) Math.pow(points.length, labels.length)).mapToDouble(number -> {
            double[] sample = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                int cluster = clusters[i];
                int place = IntStream.range(0, labels.length).filter(g -> labels[g] == cluster).findFirst().orElseThrow();
                int digit = number / (int) Math.pow(points.length, place) % points.length;
                sample[i] = mean[i] + points[digit] * (y[i] - mean[i]);
            }
            return Math.abs(t(LeastSquares.fit(design, sample).orThrow(), clusters, column, centre));
        }).sorted().toArray();
    }

    static Stream<Arguments> definitions() {
        return Stream.of(WildResiduals.values()).flatMap(kind -> Stream.of(
                Arguments.of(WildWeights.RADEMACHER, kind, 7, 11L),
                Arguments.of(WildWeights.RADEMACHER, kind, 5, 12L),
                Arguments.of(WildWeights.RADEMACHER, kind, 8, 13L),
                Arguments.of(WildWeights.WEBB, kind, 4, 14L)));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyStatisticIsThatOfARefit(WildWeights weights, WildResiduals kind, int groups, long seed) {
        Sample sample = Sample.of(seed, groups, 3, 0.5);
        for (boolean intercept : new boolean[] {true, false}) {
            Design design = intercept ? Design.ofRows(sample.x) : Design.ofRows(sample.x).withoutIntercept();
            FittedModel model = LeastSquares.fit(design, sample.y).orThrow();
            for (String name : intercept ? List.of("x1", Design.INTERCEPT) : List.of("x3")) {
                double value = 0.25;
                double[] expected = byDefinition(design, sample.y, sample.clusters, name, value, weights, kind);
                WildClusterTest.Enumerated test = assertInstanceOf(WildClusterTest.Enumerated.class,
                        model.wildClusterBootstrap(sample.clusters, 1).withWeights(weights).withResiduals(kind).test(name, value));
                assertEquals(expected.length, test.vectors());
                double[] half = Arrays.stream(test.statistics()).map(Math::abs).sorted().toArray();
                assertEquals(expected.length, 2 * half.length);
                for (int k = 0; k < half.length; k++) {
                    assertEquals(expected[2 * k], half[k], ROUNDING * (1 + half[k]));
                    assertEquals(expected[2 * k + 1], half[k], ROUNDING * (1 + half[k]));
                }
                double t = t(model, sample.clusters, model.names().indexOf(name), value);
                assertEquals(t, test.observed().t(), ROUNDING);
                long atLeast = Arrays.stream(expected).filter(star -> star >= Math.abs(t) * (1 - 1e-9)).count();
                assertEquals((double) atLeast / expected.length, test.p());
            }
        }
    }

    /// The mean of n numbers, each its own cluster, is Fisher's randomisation test. His example: Darwin's 15 pairs of maize, differences in
    /// eighths of an inch, 1726 of the 32768 sign vectors (R. A. Fisher 1935, *The Design of Experiments*, section 21); counted here again in whole numbers.
    @Test
    void withOneRowPerClusterTheMeansTestIsFishers() {
        double[] differences = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
        double[] ones = new double[15];
        Arrays.fill(ones, 1);
        FittedModel mean = LeastSquares.fit(Design.of(Variable.of("mean", ones)).withoutIntercept(), differences).orThrow();
        WildClusterTest.Enumerated test = assertInstanceOf(WildClusterTest.Enumerated.class,
                mean.wildClusterBootstrap(IntStream.range(0, 15).toArray(), 1).test("mean", 0));
        long counted = IntStream.range(0, 1 << 15)
                .filter(signs -> Math.abs(IntStream.range(0, 15).mapToLong(i -> (signs >> i & 1) == 0 ? (long) differences[i] : -(long) differences[i]).sum()) >= 314)
                .count();
        assertEquals(1726, counted);
        assertEquals(counted, test.atLeastObserved());
        assertEquals(1 << 15, test.vectors());
        assertEquals(mean.coefficient("mean").t(), test.observed().t(), 1e-13);
    }

    @Test
    void samplesAgreeWithTheEnumeration() {
        Sample sample = Sample.of(21, 14, 2, 0.4);
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
        WildClusterBootstrap bootstrap = Sample.of(5, 25, 2, 0.3).bootstrap().withWeights(weights).withReplicates(4_999);
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
            Sample sample = Sample.of(seed, groups, 2, 0.3);
            List<Integer> places = new ArrayList<>(IntStream.range(0, sample.y.length).boxed().toList());
            Collections.shuffle(places, new Random(seed));
            Sample shuffled = sample.ordered(places.stream().mapToInt(Integer::intValue).toArray());
            // not monotone, so that the clusters' order changes too
            int[] relabelled = Arrays.stream(shuffled.clusters).map(label -> label * 7919 % 10007).toArray();
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
            Sample sample = Sample.of(random.nextLong(), groups, 1, 0);
            double[] x = Arrays.stream(sample.x).mapToDouble(row -> row[0]).toArray();
            double[] y = Arrays.stream(sample.y).map(value -> value - 5).toArray();
            FittedModel model = LeastSquares.fit(Design.of(Variable.of("x", x)).withoutIntercept(), y).orThrow();
            rejected += model.wildClusterBootstrap(sample.clusters, 1).test("x", 0).p() <= level ? 1 : 0;
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
            Sample sample = Sample.of(random.nextLong(), 10, 1, 0);
            FittedModel model = sample.fit();
            WildClusterTest test = model.wildClusterBootstrap(sample.clusters, 1).test("x1", 0);
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
            WildClusterBootstrap bootstrap = Sample.of(seed, 9, 2, 0.5).bootstrap().withResiduals(kind);
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
        WildClusterBootstrap bootstrap = Sample.of(61, 5, 1, 0.5).bootstrap();
        WildInterval.Unbounded interval = assertInstanceOf(WildInterval.Unbounded.class, bootstrap.interval("x1", 0.95));
        assertEquals(0.0625, interval.farBelow());
        assertEquals(0.0625, interval.farAbove());
        assertTrue(interval.toString().contains("no bounded interval at level 0.95; p is still 0.0625 far below"), interval.toString());
        for (long seed = 100; seed < 150; seed++) {
            WildInterval other = Sample.of(seed, 5, 3, 0.5).bootstrap().interval("x1", 0.95);
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
        Sample sample = Sample.of(70, 9, 2, 0.5);
        WildClusterTest plain = sample.bootstrap().test("x1", 0.25);
        for (double unit : new double[] {1e-90, 1e90}) {
            double[] scaled = Arrays.stream(sample.y).map(value -> unit * value).toArray();
            WildClusterTest other = LeastSquares.fit(Design.ofRows(sample.x), scaled).orThrow().wildClusterBootstrap(sample.clusters, 1).test("x1", unit * 0.25);
            assertEquals(plain.p(), other.p());
            assertEquals(plain.observed().t(), other.observed().t(), ROUNDING);
        }
    }
}
