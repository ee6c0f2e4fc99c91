package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Perfect fits and dependent columns are outcomes with names, never quotients of rounding errors.
class OutcomesTest {

    private static final double[] X = {1, 2, 3, 4, 5};

    @Test
    void theArticlesLineIsAPerfectFitWithoutInference() {
        PerfectFit fit = assertInstanceOf(PerfectFit.class, LeastSquares.fit(X, new double[] {1.2, 2.4, 3.6, 4.8, 6.0}));
        assertEquals(1.2, fit.estimate("x"), 0.0, "the double next to 6/5");
        assertTrue(Math.abs(fit.estimate(Design.INTERCEPT)) < 1e-14);
        assertEquals(1, fit.rSquared().orElseThrow());
        assertEquals(PerfectFit.Reason.EXACT, fit.reason());
        assertTrue(fit.toString().contains("no standard errors"), fit.toString());
        assertEquals(7.2, fit.predict(6), 1e-14);
        assertThrows(IllegalStateException.class, fit::orThrow);
    }

    @Test
    void readAsDecimalsTheArticlesInterceptIsZero() {
        PerfectFit fit = assertInstanceOf(PerfectFit.class,
                LeastSquares.fit(Design.of(Variable.decimal("x", X)), Variable.decimal("y", 1.2, 2.4, 3.6, 4.8, 6.0)));
        assertEquals(1.2, fit.estimate("x"), 0.0);
        assertEquals(0, fit.estimate(Design.INTERCEPT), 1e-30);
    }

    @Test
    void aStreamSeesThePerfectFitToo() {
        LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(List.of("x"), "y");
        for (double x : X) {
            accumulator.add(new double[] {x}, 1.2 * x);
        }
        assertEquals(1.2, assertInstanceOf(PerfectFit.class, accumulator.fit()).estimate("x"), 0.0);
    }

    @Test
    void noiseAHundredTimesTheRoundingIsNotAPerfectFit() {
        SplittableRandom random = new SplittableRandom(4);
        double[] y = IntStream.range(0, 5).mapToDouble(i -> 1.2 * X[i] + 1e-13 * random.nextGaussian()).toArray();
        assertInstanceOf(FittedModel.class, LeastSquares.fit(X, y));
    }

    @Test
    void asManyRowsAsColumnsLeaveNothingToEstimate() {
        PerfectFit fit = assertInstanceOf(PerfectFit.class, LeastSquares.fit(new double[] {1, 2}, new double[] {3, 7}));
        assertEquals(PerfectFit.Reason.SATURATED, fit.reason());
        assertEquals(List.of(-1.0, 4.0), fit.estimates());
    }

    @Test
    void aConstantResponseHasNoRSquared() {
        PerfectFit fit = assertInstanceOf(PerfectFit.class, LeastSquares.fit(X, new double[] {0.1, 0.1, 0.1, 0.1, 0.1}));
        assertTrue(fit.rSquared().isEmpty());
        assertEquals(0.1, fit.estimate(Design.INTERCEPT), 1e-16);
        assertTrue(fit.toString().contains("undefined"), fit.toString());
    }

    @Test
    void aSumOfColumnsIsNamedWithItsNullSpace() {
        double[] first = {1, 2, 3, 4.5, 0.1, 7};
        double[] second = {0.3, 0.7, 0.1, 0.9, 0.2, 0.4};
        double[] total = IntStream.range(0, 6).mapToDouble(i -> first[i] + second[i]).toArray();
        Design design = Design.ofColumns(List.of("first", "second", "total", "other"), first, second, total, new double[] {1, 0, 0, 1, 1, 0});
        RankDeficient fit = assertInstanceOf(RankDeficient.class, LeastSquares.fit(design, new double[] {1, 2, 3, 5, 4, 6}));
        assertEquals(4, fit.rank());
        RankDeficient.Dependency dependency = fit.dependencies().getFirst();
        assertEquals("total", dependency.column());
        assertEquals(List.of("first", "second", "total"), dependency.columns());
        assertArrayEquals(new double[] {0, -1, -1, 1, 0}, dependency.direction(), 1e-12);
        assertTrue(fit.toString().contains("total = 1·first + 1·second"), fit.toString());
        for (int row = 0; row < 6; row++) {
            double[] x = design.row(row);
            double product = IntStream.range(0, 5).mapToDouble(k -> x[k] * dependency.direction()[k]).sum();
            assertEquals(0, product, 1e-12, "X v = 0");
        }
        assertTrue(fit.isEstimable(0, 1, -1, 0, 0), "the difference of the two shares' effects is");
        assertFalse(fit.isEstimable(0, 1, 0, 0, 0), "one of them alone is not");
        assertInstanceOf(FittedModel.class, LeastSquares.fit(design.without("total"), new double[] {1, 2, 3, 5, 4, 6}));
    }

    @Test
    void aConstantColumnRepeatsTheIntercept() {
        Design design = Design.ofColumns(List.of("x", "seven"), X, new double[] {7, 7, 7, 7, 7});
        RankDeficient fit = assertInstanceOf(RankDeficient.class, LeastSquares.fit(design, new double[] {1, 2, 4, 3, 5}));
        assertEquals(List.of(Design.INTERCEPT, "seven"), fit.dependencies().getFirst().columns());
        assertEquals("seven = 7·(Intercept)", fit.dependencies().getFirst().toString());
        assertInstanceOf(FittedModel.class, LeastSquares.fit(design.withoutIntercept(), new double[] {1, 2, 4, 3, 5}));
    }

    @Test
    void severalDependenciesAndAZeroColumnAreAllNamed() {
        Design design = Design.ofColumns(List.of("a", "zero", "twice", "b"), X, new double[5], new double[] {2, 4, 6, 8, 10},
                new double[] {1, 0, 2, 0, 1});
        RankDeficient fit = assertInstanceOf(RankDeficient.class, LeastSquares.fit(design, new double[] {1, 2, 4, 3, 5}));
        assertEquals(3, fit.rank());
        assertEquals(List.of("zero = 0", "twice = 2·a"), fit.dependencies().stream().map(Object::toString).toList());
        assertEquals(2, fit.nullSpace().length);
    }

    @Test
    void dummiesOfAllLevelsAreCaughtInAStream() {
        LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(List.of("north", "south", "west"), "y");
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 10_000; i++) {
            double[] dummies = new double[3];
            dummies[random.nextInt(3)] = 1;
            accumulator.add(dummies, random.nextGaussian());
        }
        RankDeficient fit = assertInstanceOf(RankDeficient.class, accumulator.fit());
        assertEquals("west = 1·(Intercept) − 1·north − 1·south", fit.dependencies().getFirst().toString());
    }

    @Test
    void streamedFitsHaveNoRowsToShow() {
        LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(List.of("x"), "y");
        accumulator.addRows(new double[][] {{1}, {2}, {3}, {4}}, new double[] {1, 3, 2, 5});
        FittedModel model = accumulator.fit().orThrow();
        assertThrows(IllegalStateException.class, model::residuals);
        assertThrows(IllegalStateException.class, () -> model.covariance(RobustCovariance.HC3));
        assertFalse(model.toString().contains("Residuals:"));
    }

    @Test
    void aRowThatAloneDecidesACoefficientIsListedAndDividesNothing() {
        double[] dummy = {0, 0, 0, 0, 1, 0};
        FittedModel model = LeastSquares.fit(Design.ofColumns(List.of("x", "onlyFifth"), new double[] {1, 2, 3, 4, 5, 6}, dummy),
                new double[] {1, 3, 2, 5, 100, 4}).orThrow();
        Influence influence = model.influence();
        assertEquals(List.of(4), influence.pinnedRows());
        assertEquals(1, influence.leverages()[4], 1e-14);
        assertTrue(Double.isNaN(influence.cooks()[4]) && Double.isFinite(influence.cooks()[3]));
        assertTrue(influence.toString().contains("rows with leverage 1: [4]"));
        assertTrue(Double.isFinite(model.covariance(RobustCovariance.HC1)[2][2]));
        assertTrue(assertThrows(IllegalStateException.class, () -> model.covariance(RobustCovariance.HC3)).getMessage().contains("row 4"));
    }

    @Test
    void threeRowsGiveEverythingButStudentisedResiduals() {
        Influence influence = LeastSquares.fit(new double[] {1, 2, 4}, new double[] {1, 3, 2}).orThrow().influence();
        assertTrue(IntStream.range(0, 3).allMatch(i -> Double.isNaN(influence.studentised()[i]) && Double.isFinite(influence.cooks()[i])));
    }
}
