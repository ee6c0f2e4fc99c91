package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Gradient descent, the derivation and the difference D, on the first article's five points and on random data.
class Article000Test {

    private static final double[] X = {1, 2, 3, 4, 5};
    private static final double[] Y = {1.2, 2.4, 3.6, 4.8, 6.0};

    private static GradientDescent descent() {
        return GradientDescent.of(Design.of(Variable.of("x", X)), Y);
    }

    @Test
    void theHessianAndItsStabilityLimitAreTheClosedForms() {
        assertArrayEquals(new double[][] {{2, 6}, {6, 22}}, descent().hessian());
        double limit = 2 / (12 + Math.sqrt(136));
        assertEquals(limit, descent().largestStableStep(), 4 * Math.ulp(limit));
        assertEquals(0.0845240525773, descent().largestStableStep(), 5e-14);
        assertEquals(1 / 12.0, descent().optimalStep(), 4 * Math.ulp(1 / 12.0), "2/(λ₁ + λ₂) = 2/24");
        assertEquals(69.98571136907192, descent().conditionNumber(), 1e-11, "(12 + √136)/(12 − √136)");
    }

    @Test
    void theStepsOfTheLedgerConvergeAndDiverge() {
        GradientDescent.Path below = descent().run(0.08, 5000, 0, 0);
        assertTrue(below.converges());
        assertEquals(0, below.last().theta().get(0), 1e-13);
        assertEquals(1.2, below.last().theta().get(1), 1e-13);
        assertTrue(below.last().meanSquaredError() < 1e-26);
        GradientDescent.Path above = descent().run(0.085, 5000, 0, 0);
        assertFalse(above.converges());
        assertTrue(above.last().meanSquaredError() > 1e40, above.toString());
    }

    @Test
    void onTheLimitTheErrorNeitherGrowsNorShrinksInTheSteepestDirection() {
        assertEquals(1, descent().rate(descent().largestStableStep()), 1e-14);
        assertFalse(descent().converges(descent().largestStableStep()));
    }

    @Test
    void aPathThatOverflowsStopsBeforeItDoes() {
        GradientDescent.Path path = descent().run(10, 100_000, 1, 1);
        assertTrue(path.iterates().size() < 500);
        assertTrue(path.iterates().stream().allMatch(point -> Double.isFinite(point.meanSquaredError())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theErrorShrinksAtTheRateAndTheGradientIsTheDerivative(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = IntStream.range(0, 30).mapToObj(i -> new double[] {random.nextGaussian(), random.nextGaussian() + 1}).toArray(double[][]::new);
        double[] y = IntStream.range(0, 30).mapToDouble(i -> random.nextGaussian()).toArray();
        Design design = Design.ofRows(rows);
        GradientDescent descent = GradientDescent.of(design, y);
        double[] best = LeastSquares.fit(design, y).orThrow().estimates();
        double step = descent.optimalStep();
        double kappa = descent.conditionNumber();
        assertEquals((kappa - 1) / (kappa + 1), descent.rate(step), 1e-12);
        List<GradientDescent.Iterate> points = descent.run(step, 40, 3, -2, 1).iterates();
        for (int i = 1; i < points.size(); i++) {
            assertTrue(distance(points.get(i), best) <= descent.rate(step) * distance(points.get(i - 1), best) * (1 + 1e-9) + 1e-14);
        }
        double[] theta = {0.3, -0.7, 1.1};
        double h = 1e-4;
        for (int k = 0; k < 3; k++) {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[k] += h;
            down[k] -= h;
            double slope = (descent.meanSquaredError(up) - descent.meanSquaredError(down)) / (2 * h);
            assertEquals(slope, descent.gradient(theta)[k], 1e-9, "central differences are exact on a parabola but for rounding");
        }
        assertArrayEquals(new double[3], descent.gradient(best), 1e-14);
    }

    private static double distance(GradientDescent.Iterate point, double[] best) {
        return Math.sqrt(IntStream.range(0, best.length).mapToDouble(k -> Math.pow(point.theta().get(k) - best[k], 2)).sum());
    }

    @Test
    void theDerivationEndsInTheExactLine() {
        Derivation derivation = Derivation.of(X, Y);
        assertEquals(List.of(BigFraction.ZERO, Fractions.of(6, 5)), derivation.coefficients());
        assertEquals(BigFraction.ZERO, derivation.sumOfSquaredErrors());
        assertEquals(List.of(List.of(Fractions.of(5, 1), Fractions.of(15, 1), Fractions.of(18, 1)),
                List.of(Fractions.of(15, 1), Fractions.of(55, 1), Fractions.of(66, 1))), derivation.steps().getFirst().matrix());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyStepKeepsTheSolutionAndTheLastIsTheFit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = IntStream.range(0, 6).mapToObj(i -> new double[] {random.nextInt(-9, 10) / 10.0, random.nextInt(100) / 4.0}).toArray(double[][]::new);
        double[] y = IntStream.range(0, 6).mapToDouble(i -> random.nextInt(1000) / 8.0).toArray();
        Derivation derivation = Derivation.of(Design.ofRows(rows), y);
        List<BigFraction> b = derivation.coefficients();
        for (Derivation.Step step : derivation.steps()) {
            for (List<BigFraction> row : step.matrix()) {
                BigFraction left = IntStream.range(0, 3).mapToObj(k -> row.get(k).multiply(b.get(k))).reduce(BigFraction.ZERO, BigFraction::add);
                assertEquals(row.getLast(), left, step.what());
            }
        }
        List<Variable> variables = IntStream.range(0, 2).mapToObj(k -> Variable.decimal("x" + (k + 1), Arrays.stream(rows).mapToDouble(row -> row[k]).toArray())).toList();
        FittedModel fit = LeastSquares.fit(Design.of(variables), Variable.decimal("y", y)).orThrow();
        for (int k = 0; k < 3; k++) {
            assertEquals(Fractions.toDouble(b.get(k)), fit.estimates()[k], Math.ulp(fit.estimates()[k]));
        }
        double sse = Fractions.toDouble(derivation.sumOfSquaredErrors());
        assertEquals(sse, fit.sumOfSquaredErrors(), Math.ulp(sse));
    }

    @Test
    void powersAreDerivedExactly() {
        Design design = Design.polynomial(Variable.of("x", 0.1, 0.2, 0.3, 0.4), 2);
        Derivation derivation = Derivation.of(design, new double[] {1.01, 1.04, 1.09, 1.16});
        assertEquals(List.of(BigFraction.ONE, BigFraction.ZERO, BigFraction.ONE), derivation.coefficients(), "1 + x² with x = 0.1, 0.2, …");
    }

    @Test
    void theDerivationPrintsAsLatexMarkdownAndText() {
        Derivation derivation = Derivation.of(X, Y);
        assertEquals(List.of("text/latex", "text/markdown", "text/plain"), List.copyOf(derivation.mimeBundle().keySet()));
        String latex = derivation.latex();
        assertTrue(latex.startsWith("\\begin{aligned}") && latex.endsWith("\\end{aligned}"), latex);
        assertTrue(latex.contains("\\left[\\begin{array}{rr|r} 5 & 15 & 18 \\\\ 15 & 55 & 66 \\end{array}\\right]"), latex);
        assertTrue(latex.contains("\\tfrac{6}{5}"), latex);
        assertEquals(latex.chars().filter(c -> c == '{').count(), latex.chars().filter(c -> c == '}').count());
        assertTrue(derivation.toString().contains("x = 6/5"), derivation.toString());
        assertEquals(derivation.toString(), derivation.mimeBundle().get("text/plain"));
        assertTrue(((String) derivation.mimeBundle().get("text/markdown")).contains("1. divide row 1 by 5"));
    }

    @Test
    void theDifferenceIsAVectorAndBroadcastAFiveByFiveMatrix() {
        Difference difference = Difference.fromLine(0, 1.2, 6, 7, 8, 9, 10);
        assertArrayEquals(new double[] {-1.2, -1.4, -1.6, -1.8, -2.0}, difference.values());
        List<List<BigFraction>> matrix = difference.broadcast();
        assertEquals(List.of(5, 5), Broadcasting.shape(List.of(5, 1), List.of(5)));
        assertEquals(5, matrix.size());
        assertEquals(List.of("-6/5", "-12/5", "-18/5", "-24/5", "-6"), matrix.getFirst().stream().map(Fractions::format).toList());
        assertEquals(difference.exact(), IntStream.range(0, 5).mapToObj(i -> matrix.get(i).get(i)).toList(), "only the diagonal is D");
        BigFraction sum = matrix.stream().flatMap(List::stream).reduce(BigFraction.ZERO, BigFraction::add);
        assertEquals(Fractions.of(-8, 5), sum.divide(25));
    }

    @Test
    void theDifferenceIsNoResidual() {
        FittedModel other = LeastSquares.fit(X, new double[] {1, 3, 2, 5, 4}).orThrow();
        assertEquals(0, Arrays.stream(other.residuals()).sum(), 1e-14, "residuals of a model with a constant sum to 0");
        assertTrue(Arrays.stream(Difference.fromLine(0, 1.2, X).values()).allMatch(d -> d < 0), "D of a perfect fit does not");
        assertTrue(Arrays.stream(Difference.fromLine(0, 1, X).values()).allMatch(d -> d == 0), "and is 0 for the wrong slope 1");
    }

    @Test
    void theMeanSquaredErrorPrefersAnotherSlopeThanTheDifference() {
        MeanSquaredError error = MeanSquaredError.of(X, Y);
        assertEquals(Fractions.of(11, 25), error.at(BigFraction.ONE), "where D = 0");
        assertEquals(BigFraction.ZERO, error.at(Fractions.of(6, 5)));
        assertEquals(Fractions.of(6, 5), error.minimiser());
        assertEquals(BigFraction.ZERO, error.derivative(error.minimiser()));
        assertEquals(0.44, descent().meanSquaredError(0, 1), 1e-15);
        assertEquals("MSE(θ) = 11 θ² − 132/5 θ + 396/25", error.toString());
    }

    @Test
    void shapesFollowNumpysRule() {
        assertEquals(List.of(4, 3), Broadcasting.shape(List.of(4, 1), List.of(3)));
        assertEquals(List.of(5), Broadcasting.shape(List.of(5), List.of(5)));
        assertEquals(List.of(2, 7, 3), Broadcasting.shape(List.of(2, 1, 3), List.of(7, 1)));
        assertEquals(List.of(3), Broadcasting.shape(List.of(), List.of(3)));
    }
}
