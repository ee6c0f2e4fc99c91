package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.gap.SampleGap;
import infogap.numeric.CompensatedSum;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows' shares of the gap that a fit closes.
class GapContributionsTest {

    /// Each share is rounded once, and so is R².
    private static final double ROUNDING = 1e-14;

    private static final double[] X = {0, 1, 2, 3};
    private static final double[] Y = {0, 3, 1, 4};

    private static FittedModel random(long seed, int n, double offset, boolean intercept) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = random.doubles(n).mapToObj(x -> new double[] {x, random.nextGaussian()}).toArray(double[][]::new);
        double[] y = Arrays.stream(rows).mapToDouble(row -> offset + row[0] - 0.5 * row[1] + random.nextGaussian()).toArray();
        Design design = Design.ofRows(rows);
        return LeastSquares.fit(intercept ? design : design.withoutIntercept(), y).orThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theSharesSumToRSquaredAndTheContributionsToTheGapClosed(long seed) {
        // far from zero the two squares agree in most digits, and their difference must not lose them
        for (double offset : new double[] {0, 1e6}) {
            FittedModel model = random(seed, 300, offset, true);
            GapContributions gap = model.gapContributions();
            assertEquals(model.rSquared(), CompensatedSum.of(gap.shares()), ROUNDING);
            assertEquals(gap.closed(), CompensatedSum.of(gap.contributions()), ROUNDING * gap.total());
            assertEquals(model.totalSumOfSquares(), gap.total(), 0.0);
            assertEquals(gap.total() - model.sumOfSquaredErrors(), gap.closed(), ROUNDING * gap.total());
        }
        FittedModel throughZero = random(seed, 300, 2, false);
        GapContributions gap = throughZero.gapContributions();
        assertEquals(0, gap.baseline());
        assertEquals(throughZero.rSquared(), CompensatedSum.of(gap.shares()), ROUNDING);
    }

    @Test
    void theSumIsTheGapOfTheSampleUnderSquaredError() {
        SplittableRandom random = new SplittableRandom(9);
        double[] x = random.doubles(50).toArray();
        double[] y = Arrays.stream(x).map(value -> 3 * value + random.nextGaussian()).toArray();
        FittedModel model = LeastSquares.fit(x, y).orThrow();
        SampleGap sample = SampleGap.ofFit(y, model.fittedValues());
        assertEquals(sample.closed(), model.gapContributions().closed(), 1e-13 * sample.total());
        assertEquals(sample.total(), model.gapContributions().total(), 1e-13 * sample.total());
    }

    /// By hand: b = (1/2, 1), ȳ = 2, ŷ = (1/2, 3/2, 5/2, 7/2), so that c = 4 − 1/4, 1 − 9/4, 1 − 9/4, 4 − 1/4 and the total is 10.
    @Test
    void fourRowsByHand() {
        GapContributions gap = LeastSquares.fit(X, Y).orThrow().gapContributions();
        assertEquals(2, gap.baseline());
        assertArrayEquals(new double[] {3.75, -1.25, -1.25, 3.75}, gap.contributions(), 1e-15);
        assertArrayEquals(new double[] {0.375, -0.125, -0.125, 0.375}, gap.shares(), 1e-16);
        assertEquals(5, gap.closed(), 1e-15);
        assertEquals(List.of(1, 2), gap.worsened());
        assertEquals("""
                  row  contribution       share
                    0       3.75000    0.375000
                    3       3.75000    0.375000
                    1      -1.25000   -0.125000
                    2      -1.25000   -0.125000
                  sum       5.00000    0.500000 = R²; worse with the regressors: 2 of 4 rows
                """, gap.toString());
    }

    @Test
    void ofManyRowsThePrintShowsBothEnds() {
        GapContributions gap = random(3, 1000, 0, true).gapContributions();
        List<String> lines = gap.toString().lines().toList();
        assertEquals(1 + 10 + 1 + 10 + 1, lines.size());
        int best = IntStream.range(0, 1000).boxed().max((i, j) -> Double.compare(gap.contributions()[i], gap.contributions()[j])).orElseThrow();
        assertTrue(lines.get(1).strip().startsWith(best + " "), lines.get(1));
    }

    @Test
    void aStreamHasNoRows() {
        LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(List.of("x"), "y");
        for (int i = 0; i < X.length; i++) {
            accumulator.add(new double[] {X[i]}, Y[i]);
        }
        FittedModel model = accumulator.fit().orThrow();
        assertThrows(IllegalStateException.class, model::gapContributions);
        assertThrows(IllegalStateException.class, () -> model.wildClusterBootstrap(new int[] {1, 1, 2, 2}, 1));
    }
}
