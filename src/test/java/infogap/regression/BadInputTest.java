package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every public factory refuses what makes no sense and says what it was.
class BadInputTest {

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] X = {1, 2, 3};
    private static final double[] Y = {1, 2, 4};

    private static Arguments refused(String part, Executable call) {
        return Arguments.of(part, call);
    }

    private static LeastSquaresAccumulator accumulator() {
        return LeastSquaresAccumulator.of(List.of("x"), "y");
    }

    private static FittedModel model() {
        return LeastSquares.fit(X, Y).orThrow();
    }

    private static WildClusterBootstrap bootstrap() {
        return model().wildClusterBootstrap(new int[] {1, 2, 3}, 1);
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                refused("x[1]", () -> LeastSquares.fit(new double[] {1, NAN, 3}, Y)),
                refused("y[2]", () -> LeastSquares.fit(X, new double[] {1, 2, INF})),
                refused("at least one element", () -> LeastSquares.fit(new double[0], Y)),
                refused("the same length", () -> LeastSquares.fit(X, new double[] {1, 2})),
                refused("rows must be at least", () -> LeastSquares.fit(new double[] {1}, new double[] {2})),
                refused("x must be given", () -> LeastSquares.fit((double[]) null, Y)),
                refused("response must not be among", () -> LeastSquares.fit(Design.of(Variable.of("y", X)), Y)),
                refused("rows must be at least", () -> LeastSquares.fit(Design.polynomial(Variable.of("x", X), 5), Y)),
                refused("x[1]", () -> LeastSquares.fit(Design.of(Variable.wrapping("x", new double[] {1, NAN, 3})), Y)),
                refused("x[2]", () -> LeastSquares.fit(Design.of(Variable.wrapping("x", new double[] {1, 1, INF})), Y)),
                refused("2^400", () -> LeastSquares.fit(Design.of(Variable.of("x", 1, 2, 1e300)), Y)),
                refused("y[1]", () -> LeastSquares.fit(Design.of(Variable.decimal("x", 1, 2, 3.5)), Variable.wrapping("y", new double[] {1, NAN, 3}))),
                refused("names", () -> Design.ofColumns(List.of("a", "a"), X, X)),
                refused("names", () -> Design.ofColumns(List.of(), X)),
                refused("the same length", () -> Design.ofColumns(List.of("a", "b"), X)),
                refused("the same length", () -> Design.ofColumns(List.of("a", "b"), X, new double[] {1})),
                refused("(Intercept)", () -> Design.ofColumns(List.of(Design.INTERCEPT), X)),
                refused("rows of one length", () -> Design.ofRows(new double[][] {{1, 2}, {3}})),
                refused("at least one row", () -> Design.ofRows(new double[0][])),
                refused("rows[1][0]", () -> Design.ofRows(new double[][] {{1}, {NAN}})),
                refused("variables", () -> Design.of(List.of())),
                refused("degree", () -> Design.polynomial(Variable.of("x", X), 0)),
                refused("name must be one of", () -> Design.of(Variable.of("x", X)).without("z")),
                refused("variables", () -> Design.of(Variable.of("x", X)).without("x")),
                refused("name", () -> Variable.of(" ", X)),
                refused("v[0]", () -> Variable.of("v", NAN)),
                refused("v[0]", () -> Variable.decimal("v", INF)),
                refused("v", () -> Variable.decimal("v", List.of())),
                refused("v[0]", () -> Variable.of("v", DoubleDouble.of(NAN))),
                refused("length of v", () -> Variable.wrapping("v", new double[0])),
                refused("exponent", () -> Variable.of("v", X).power(0)),
                refused("regressors", () -> LeastSquaresAccumulator.of(List.of(), "y")),
                refused("names", () -> LeastSquaresAccumulator.of(List.of("y"), "y")),
                refused("names", () -> LeastSquaresAccumulator.of(List.of(Design.INTERCEPT), "y")),
                refused("response", () -> LeastSquaresAccumulator.of(List.of("x"), "")),
                refused("x[0]", () -> accumulator().add(new double[] {NAN}, 1)),
                refused("y[0]", () -> accumulator().add(new double[] {1}, INF)),
                refused("the same length", () -> accumulator().add(new double[] {1, 2}, 1)),
                refused("the same length", () -> accumulator().addRows(new double[][] {{1}}, new double[] {1, 2})),
                refused("x[1]", () -> accumulator().addColumns(new double[][] {{1, NAN}}, new double[] {1, 2})),
                refused("the same length", () -> accumulator().addColumns(new double[][] {{1, 2}}, new double[] {1})),
                refused("other must have the columns", () -> accumulator().merge(LeastSquaresAccumulator.of(List.of("z"), "y"))),
                refused("rows must be at least", () -> accumulator().fit()),
                refused("regressors", () -> model().predict(1, 2)),
                refused("regressors[0]", () -> model().predict(NAN)),
                refused("level", () -> model().predictAt(1, 2)),
                refused("level", () -> model().coefficients(0)),
                refused("name must be one of", () -> model().coefficient("z")),
                refused("design must have the columns", () -> model().predictAt(0.9, Design.of(Variable.of("z", X)))),
                refused("clusters", () -> model().clusterCovariance(1, 2)),
                refused("two clusters", () -> model().clusterCovariance(1, 1, 1)),
                refused("clusters must be given", () -> model().wildClusterBootstrap(null, 1)),
                refused("clusters and rows must have the same length", () -> model().wildClusterBootstrap(new int[] {1, 2}, 1)),
                refused("two clusters", () -> model().wildClusterBootstrap(new int[] {7, 7, 7}, 1)),
                refused("name must be one of", () -> bootstrap().test("z", 0)),
                refused("name must be one of", () -> bootstrap().interval("z", 0.9)),
                refused("value must be a finite number, but is NaN", () -> bootstrap().test("x", NAN)),
                refused("level", () -> bootstrap().interval("x", 1)),
                refused("replicates", () -> bootstrap().withReplicates(0)),
                refused("replicates", () -> bootstrap().withReplicates(WildClusterBootstrap.MAXIMAL_REPLICATES + 1)),
                refused("weights must be given", () -> bootstrap().withWeights(null)),
                refused("residuals must be given", () -> bootstrap().withResiduals(null)),
                refused("the same length", () -> GradientDescent.of(Design.of(Variable.of("x", X)), new double[] {1})),
                refused("y[0]", () -> GradientDescent.of(Design.of(Variable.of("x", X)), new double[] {NAN, 1, 2})),
                refused("step", () -> GradientDescent.of(Design.of(Variable.of("x", X)), Y).run(0, 3, 0, 0)),
                refused("theta", () -> GradientDescent.of(Design.of(Variable.of("x", X)), Y).run(0.1, 3, 0)),
                refused("iterations", () -> GradientDescent.of(Design.of(Variable.of("x", X)), Y).run(0.1, -1, 0, 0)),
                refused("step", () -> GradientDescent.of(Design.of(Variable.of("x", X)), Y).rate(NAN)),
                refused("the same length", () -> Derivation.of(X, new double[] {1})),
                refused("'x' is a combination", () -> Derivation.of(new double[] {2, 2, 2}, Y)),
                refused("y[0]", () -> Derivation.of(X, new double[] {NAN, 1, 2})),
                refused("x[0]", () -> MeanSquaredError.of(new double[] {NAN}, new double[] {1})),
                refused("other than 0", () -> MeanSquaredError.of(new double[2], new double[2])),
                refused("the same length", () -> MeanSquaredError.of(X, new double[2])),
                refused("slope", () -> Difference.fromLine(0, NAN, 1)),
                refused("at least one element", () -> Difference.fromLine(0, 1)),
                refused("the same length", () -> new Difference(List.of(BigFraction.ONE), List.of(BigFraction.ONE, BigFraction.ONE))),
                refused("shapes must agree", () -> Broadcasting.shape(List.of(5, 2), List.of(3))),
                refused("axis", () -> Broadcasting.shape(List.of(0), List.of(3))),
                refused("vector", () -> Broadcasting.subtract(List.of(BigFraction.ONE), List.of())));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("calls")
    void isRefusedWithTheReason(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void aRefusedRowLeavesTheAccumulatorAsItWas() {
        LeastSquaresAccumulator accumulator = accumulator();
        for (int i = 0; i < 3; i++) {
            accumulator.add(new double[] {X[i]}, Y[i]);
        }
        assertThrows(IllegalArgumentException.class, () -> accumulator.add(new double[] {5}, NAN));
        double[] bad = new double[10_000];
        Arrays.setAll(bad, i -> i);
        bad[9999] = NAN;
        assertThrows(IllegalArgumentException.class, () -> accumulator.addColumns(new double[][] {bad}, new double[10_000]));
        assertEquals(3, accumulator.rows());
        assertEquals(model().estimates()[1], accumulator.fit().orThrow().estimates()[1]);
    }
}
