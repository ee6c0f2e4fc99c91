package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Scales, levels and columns at the edge of what doubles hold.
class ExtremesTest {

    private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final double[] Y = {3, 1, 4, 3, 7, 5, 8, 9};

    /// A few units in the last place.
    private static final double ROUNDING = 1e-14;

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    /// A change of units by a power of two moves no digit: b_x doubles where x halves, standard errors with it, R² and t stay.
    @ParameterizedTest
    @ValueSource(ints = {-396, -300, 0, 300, 396})
    void aChangeOfUnitsChangesTheUnitsOnly(int exponent) {
        FittedModel plain = LeastSquares.fit(X, Y).orThrow();
        double unit = Math.scalb(1.0, exponent);
        FittedModel x = LeastSquares.fit(times(X, unit), Y).orThrow();
        FittedModel y = LeastSquares.fit(X, times(Y, unit)).orThrow();
        FittedModel opposite = LeastSquares.fit(times(X, 1 / unit), times(Y, unit)).orThrow();
        Coefficient slope = plain.coefficient("x");
        assertEquals(slope.estimate() / unit, x.coefficient("x").estimate(), ROUNDING * slope.estimate() / unit);
        assertEquals(slope.standardError() / unit, x.coefficient("x").standardError(), ROUNDING / unit);
        assertEquals(slope.standardError() * unit, y.coefficient("x").standardError(), ROUNDING * unit);
        for (FittedModel model : List.of(x, y, opposite)) {
            assertEquals(slope.t(), model.coefficient("x").t(), ROUNDING * slope.t());
            assertEquals(plain.rSquared(), model.rSquared(), ROUNDING);
            assertTrue(model.accuracy().coefficientDigits() > 13.5, model.accuracy().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-122, 1e-160, 1e-170, 1e-300, Double.MIN_VALUE})
    void aColumnWithoutAMagnitudeThatSquaresIsRefused(double unit) {
        String x = "x must have an entry of magnitude at least 2^-400, or only zeros";
        assertRefused(x, () -> LeastSquares.fit(times(X, unit), Y));
        assertRefused(x, () -> LeastSquares.fit(Design.of(Variable.decimal("x", times(X, unit))), Y));
        assertRefused("y must have an entry of magnitude at least 2^-400", () -> LeastSquares.fit(X, times(Y, unit)));
        LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(List.of("x"), "y");
        accumulator.addColumns(new double[][] {times(X, unit)}, Y);
        assertRefused(x, accumulator::fit);
        // what comes later may be larger: only a fit can tell
        accumulator.addColumns(new double[][] {X}, Y);
        assertInstanceOf(FittedModel.class, accumulator.fit());
    }

    @Test
    void aTinyEntryAmongOthersIsFineAndSoIsAColumnOfZeros() {
        double[] mixed = X.clone();
        mixed[3] = 1e-300;
        assertInstanceOf(FittedModel.class, LeastSquares.fit(mixed, Y));
        assertInstanceOf(RankDeficient.class, LeastSquares.fit(new double[8], Y));
        assertInstanceOf(PerfectFit.class, LeastSquares.fit(X, new double[8]));
    }

    @Test
    void extendedNumbersAreBoundedAsDoublesAre() {
        assertRefused("x[7] must be a finite number of magnitude at most 2^400", () -> LeastSquares.fit(Design.of(Variable.decimal("x", 1, 2, 3, 4, 5, 6, 7, 1e300)), Y));
    }

    /// mpmath 1.2.1 with 40 digits: the root of I_{d/(d+t²)}(d/2, 1/2) = 1 − level.
    @ParameterizedTest
    @CsvSource({"1, 0.95, 12.706204736174704646", "6, 0.95, 2.4469118511449699711", "48, 0.95, 2.0106347576242322276", "1, 0.5, 1",
        "6, 0.5, 0.71755819649141256621", "48, 0.5, 0.67963534511070414208", "1, 0.999999999999, 636619772367.58134308",
        "6, 0.999999999999, 201.76970607008452641", "48, 0.999999999999, 9.5837079784078346659", "1, 0.999999999999999, 636619772367581.34308",
        "6, 0.999999999999999, 638.08885940212452713", "48, 0.999999999999999, 11.749136344253176991"})
    void theQuantileHasItsDigitsNextToCertainty(double degreesOfFreedom, double level, double t) {
        assertEquals(t, Tails.critical(level, degreesOfFreedom), ROUNDING * t);
    }

    @Test
    void anIntervalNextToCertaintyIsWideAndHasTwoEnds() {
        FittedModel model = LeastSquares.fit(X, Y).orThrow();
        Coefficient slope = model.coefficients(1 - 1e-15).get(1);
        assertEquals(638.08885940212452713, (slope.upper() - slope.estimate()) / slope.standardError(), 1e-11);
        assertEquals(638.08885940212452713, (slope.estimate() - slope.lower()) / slope.standardError(), 1e-11);
        assertTrue(model.coefficients(1e-15).get(1).upper() >= slope.estimate());
    }

    @Test
    void aPredictionFarAwayIsANumberOrRefused() {
        FittedModel model = LeastSquares.fit(X, Y).orThrow();
        Prediction far = model.predict(1e300);
        // √S_xx of x = 1 … 8 is 1/√42, the share of the constant is nothing at this distance
        assertEquals(1e300 * model.residualStandardError() / Math.sqrt(42), far.standardError(), ROUNDING * far.standardError());
        assertTrue(far.predictionLower() < far.fit() && far.fit() < far.predictionUpper());
        FittedModel steep = LeastSquares.fit(X, times(Y, 1e20)).orThrow();
        assertRefused("within the range of a double", () -> steep.predict(1e300));
    }

    /// Two groups with means 2 and 6: SSE = 2 + 2 = 4, Σ(y − 4)² = 28, Σy² = 124.
    @Test
    void withoutAnInterceptRSquaredIsAboutZeroAsInRAndAboutTheMeanOnRequest() {
        Design indicators = Design.ofColumns(List.of("a", "b"), new double[] {1, 1, 1, 0, 0, 0}, new double[] {0, 0, 0, 1, 1, 1}).withoutIntercept();
        FittedModel model = LeastSquares.fit(indicators, new double[] {1, 2, 3, 5, 6, 7}).orThrow();
        assertEquals(1 - 4 / 124.0, model.rSquared(), ROUNDING);
        assertEquals(1 - 4 / 28.0, model.rSquaredAboutMean(), ROUNDING);
        FittedModel line = LeastSquares.fit(X, Y).orThrow();
        assertEquals(line.rSquared(), line.rSquaredAboutMean(), ROUNDING);
    }

    /// x₂ = x₁ + δ·(±1): at δ = 2⁻⁴⁴ (6·10⁻¹⁴ of its length) the rows tell the columns apart, the sums of a stream do not.
    @Test
    void aStreamTellsColumnsApartDownToAboutTenToTheMinusThirteen() {
        for (int exponent : new int[] {-50, -44, -40}) {
            double[] first = IntStream.range(0, 64).mapToDouble(i -> 1 + i / 64.0).toArray();
            double[] second = IntStream.range(0, 64).mapToDouble(i -> first[i] + Math.scalb(i % 3 - 1, exponent)).toArray();
            double[] y = IntStream.range(0, 64).mapToDouble(i -> Math.sin(i)).toArray();
            LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(List.of("first", "second"), "y");
            accumulator.addColumns(new double[][] {first, second}, y);
            LeastSquares inMemory = LeastSquares.fit(Design.of(Variable.of("first", first), Variable.of("second", second)), y);
            assertEquals(exponent > -46, inMemory instanceof FittedModel, "rows in memory at 2^" + exponent);
            assertEquals(exponent > -43, accumulator.fit() instanceof FittedModel, "streamed at 2^" + exponent);
        }
    }

    /// Math.pow(1.3, 7) and others print decimals that are wrong in the last digits; power(7) of the decimal does not.
    @Test
    void powersOfADecimalAreMadeInTheRoomAndNotByMathPow() {
        Variable x = Variable.decimal("x", 1.3, 1.7, 2.1);
        assertEquals("6.2748517", x.power(7).precise(0).toBigDecimal().round(new java.math.MathContext(28)).stripTrailingZeros().toPlainString());
        // 1.3^7 = 6.2748517; the double that Math.pow gives prints 6.274851700000002, and that is what decimal keeps
        Variable computed = Variable.decimal("x", Math.pow(1.3, 7), 1, 2);
        assertEquals(2e-15, computed.precise(0).minus(x.power(7).precise(0)).toDouble(), 1e-25);
    }

    private static void assertRefused(String part, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}
