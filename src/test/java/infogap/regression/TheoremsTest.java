package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every least-squares fit, on seeded random data.
class TheoremsTest {

    /// Sums of up to a few hundred doubles.
    private static final double ROUNDING = 1e-12;

    private record Sample(double[][] rows, double[] y) {

        static Sample of(long seed, int n, int p) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] rows = new double[n][p];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                y[i] = random.nextGaussian();
                for (int k = 0; k < p; k++) {
                    rows[i][k] = (k + 1) * random.nextGaussian() + 10 * k;
                    y[i] += 0.3 * rows[i][k];
                }
            }
            return new Sample(rows, y);
        }

        FittedModel fit() {
            return LeastSquares.fit(Design.ofRows(rows), y).orThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void standardisingTheColumnsChangesNoPrediction(long seed) {
        Sample sample = Sample.of(seed, 80, 4);
        double[][] standardised = Arrays.stream(sample.rows).map(double[]::clone).toArray(double[][]::new);
        for (int k = 0; k < 4; k++) {
            int column = k;
            double mean = Arrays.stream(sample.rows).mapToDouble(row -> row[column]).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(sample.rows).mapToDouble(row -> Math.pow(row[column] - mean, 2)).average().orElseThrow());
            for (double[] row : standardised) {
                row[k] = (row[k] - mean) / deviation;
            }
        }
        FittedModel plain = sample.fit();
        FittedModel scaled = LeastSquares.fit(Design.ofRows(standardised), sample.y).orThrow();
        assertArrayEquals(plain.fittedValues(), scaled.fittedValues(), 100 * ROUNDING);
        assertEquals(plain.rSquared(), scaled.rSquared(), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addingAColumnNeverRaisesTheSumOfSquares(long seed) {
        Sample sample = Sample.of(seed, 60, 6);
        double before = Double.POSITIVE_INFINITY;
        for (int p = 1; p <= 6; p++) {
            int columns = p;
            double[][] rows = Arrays.stream(sample.rows).map(row -> Arrays.copyOf(row, columns)).toArray(double[][]::new);
            double now = LeastSquares.fit(Design.ofRows(rows), sample.y).orThrow().sumOfSquaredErrors();
            assertTrue(now <= before, p + " columns: " + now + " after " + before);
            before = now;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void residualsAreOrthogonalToEveryColumnAndLeveragesSumToTheirNumber(long seed) {
        Sample sample = Sample.of(seed, 70, 3);
        FittedModel model = sample.fit();
        double[] residuals = model.residuals();
        Design design = Design.ofRows(sample.rows);
        for (int k = 0; k < design.columns(); k++) {
            int column = k;
            double inner = IntStream.range(0, residuals.length).mapToDouble(i -> residuals[i] * design.row(i)[column]).sum();
            assertEquals(0, inner, 100 * ROUNDING, design.names().get(k));
        }
        assertEquals(design.columns(), Arrays.stream(model.influence().leverages()).sum(), ROUNDING);
        assertEquals(model.sumOfSquaredErrors(), Arrays.stream(residuals).map(e -> e * e).sum(), ROUNDING * model.sumOfSquaredErrors());
        assertTrue(Arrays.stream(model.influence().leverages()).allMatch(h -> h > 0 && h < 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavingARowOutMovesTheFitAsCookAndTheStudentisedResidualSay(long seed) {
        Sample sample = Sample.of(seed, 30, 2);
        FittedModel whole = sample.fit();
        Influence influence = whole.influence();
        for (int out = 0; out < 30; out += 7) {
            int left = out;
            int[] kept = IntStream.range(0, 30).filter(i -> i != left).toArray();
            FittedModel without = LeastSquares.fit(Design.ofRows(Arrays.stream(kept).mapToObj(i -> sample.rows[i]).toArray(double[][]::new)),
                    Arrays.stream(kept).mapToDouble(i -> sample.y[i]).toArray()).orThrow();
            double moved = IntStream.range(0, 30)
                    .mapToDouble(i -> Math.pow(whole.fittedValues()[i] - without.predict(sample.rows[i]).fit(), 2))
                    .sum();
            double variance = Math.pow(whole.residualStandardError(), 2);
            assertEquals(moved / (3 * variance), influence.cooks()[out], 1e-10, "Cook's distance is the shift of all fitted values");
            Prediction prediction = without.predict(sample.rows[out]);
            double scale = Math.sqrt(Math.pow(without.residualStandardError(), 2) + Math.pow(prediction.standardError(), 2));
            assertEquals((sample.y[out] - prediction.fit()) / scale, influence.studentised()[out], 1e-10);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void robustCovariancesAreTheTextbookSandwich(long seed) {
        Sample sample = Sample.of(seed, 50, 3);
        FittedModel model = sample.fit();
        RealMatrix x = new Array2DRowRealMatrix(IntStream.range(0, 50).mapToObj(Design.ofRows(sample.rows)::row).toArray(double[][]::new));
        RealMatrix bread = new LUDecomposition(x.transpose().multiply(x)).getSolver().getInverse();
        RealMatrix hat = x.multiply(bread).multiply(x.transpose());
        double[] e = model.residuals();
        for (RobustCovariance kind : RobustCovariance.values()) {
            RealMatrix weights = new Array2DRowRealMatrix(50, 50);
            for (int i = 0; i < 50; i++) {
                double rest = 1 - hat.getEntry(i, i);
                double delta = switch (kind) {
                    case HC0, HC1 -> 0;
                    case HC2 -> 1;
                    case HC3 -> 2;
                    case HC4 -> Math.min(4, hat.getEntry(i, i) * 50 / 4);
                };
                weights.setEntry(i, i, e[i] * e[i] / Math.pow(rest, delta) * (kind == RobustCovariance.HC1 ? 50.0 / 46 : 1));
            }
            RealMatrix sandwich = bread.multiply(x.transpose()).multiply(weights).multiply(x).multiply(bread);
            for (int j = 0; j < 4; j++) {
                assertArrayEquals(sandwich.getRow(j), model.covariance(kind)[j], 1e-10 * sandwich.getNorm(), kind + " row " + j);
            }
        }
    }

    @Test
    void anyPartitionOfTheRowsGivesTheSameFit() {
        Sample sample = Sample.of(9, 30_000, 4);
        List<String> names = List.of("x1", "x2", "x3", "x4");
        double[] whole = sample.fit().estimates();
        double[] errors = sample.fit().standardErrors();
        for (int parts : new int[] {1, 2, 7}) {
            LeastSquaresAccumulator all = LeastSquaresAccumulator.of(names, "y");
            for (int part = 0; part < parts; part++) {
                int from = sample.y.length * part / parts;
                int to = sample.y.length * (part + 1) / parts;
                LeastSquaresAccumulator one = LeastSquaresAccumulator.of(names, "y");
                one.addRows(Arrays.copyOfRange(sample.rows, from, to), Arrays.copyOfRange(sample.y, from, to));
                all = all.merge(one);
            }
            assertEquals(sample.y.length, all.rows());
            FittedModel model = all.fit().orThrow();
            assertArrayEquals(whole, model.estimates(), "sums to 25 digits and more round to the same doubles");
            assertArrayEquals(errors, model.standardErrors());
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        Sample sample = Sample.of(10, 200_000, 3);
        Design design = Design.ofRows(sample.rows);
        double[] one;
        double[] four;
        try (ForkJoinPool single = new ForkJoinPool(1);
                ForkJoinPool several = new ForkJoinPool(4)) {
            one = single.submit(() -> LeastSquares.fit(design, sample.y).orThrow().standardErrors()).get();
            four = several.submit(() -> LeastSquares.fit(design, sample.y).orThrow().standardErrors()).get();
        }
        assertArrayEquals(one, four);
    }

    @Test
    void rowsAndColumnsAreTheSameStream() {
        Sample sample = Sample.of(12, 5000, 2);
        LeastSquaresAccumulator byRows = LeastSquaresAccumulator.of(List.of("a", "b"), "y");
        byRows.addRows(sample.rows, sample.y);
        LeastSquaresAccumulator byColumns = LeastSquaresAccumulator.of(List.of("a", "b"), "y");
        byColumns.addColumns(new double[][] {
            Arrays.stream(sample.rows).mapToDouble(row -> row[0]).toArray(), Arrays.stream(sample.rows).mapToDouble(row -> row[1]).toArray()
        }, sample.y);
        assertArrayEquals(byRows.fit().orThrow().estimates(), byColumns.fit().orThrow().estimates());
        assertEquals(byRows.fit().toString(), byColumns.fit().toString());
    }

    @Test
    void theFStatisticOfOneColumnIsItsSquaredT() {
        FittedModel model = Sample.of(3, 40, 1).fit();
        Coefficient slope = model.coefficient("x1");
        FTest test = model.fTest().orElseThrow();
        assertEquals(slope.t() * slope.t(), test.statistic(), 1e-12 * test.statistic());
        assertEquals(slope.p(), test.p(), 1e-12 * slope.p());
    }
}
