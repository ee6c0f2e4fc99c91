package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The wild cluster bootstrap against its definition: a refit for every sample, and Fisher's randomisation test.
class WildClusterDefinitionTest {

    /// Two ways of computing the same quotient, both of a few dozen rows.
    private static final double ROUNDING = 1e-10;
    /// Statistics this close are ties.
    private static final double TIE = 1e-9;

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
        ClusteredSample sample = ClusteredSample.of(seed, groups, 3, 0.5);
        for (boolean intercept : new boolean[] {true, false}) {
            Design design = intercept ? Design.ofRows(sample.x()) : Design.ofRows(sample.x()).withoutIntercept();
            FittedModel model = LeastSquares.fit(design, sample.y()).orThrow();
            for (String name : intercept ? List.of("x1", Design.INTERCEPT) : List.of("x3")) {
                double value = 0.25;
                double[] expected = byDefinition(design, sample.y(), sample.clusters(), name, value, weights, kind);
                WildClusterTest.Enumerated test = assertInstanceOf(WildClusterTest.Enumerated.class,
                        model.wildClusterBootstrap(sample.clusters(), 1).withWeights(weights).withResiduals(kind).test(name, value));
                assertEquals(expected.length, test.vectors());
                double[] half = Arrays.stream(test.statistics()).map(Math::abs).sorted().toArray();
                assertEquals(expected.length, 2 * half.length);
                for (int k = 0; k < half.length; k++) {
                    assertEquals(expected[2 * k], half[k], ROUNDING * (1 + half[k]));
                    assertEquals(expected[2 * k + 1], half[k], ROUNDING * (1 + half[k]));
                }
                double t = t(model, sample.clusters(), model.names().indexOf(name), value);
                assertEquals(t, test.observed().t(), ROUNDING);
                long atLeast = Arrays.stream(expected).filter(star -> star >= Math.abs(t) * (1 - TIE)).count();
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
}
