package infogap.regression.glm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.DoubleDouble;
import infogap.regression.Design;
import infogap.regression.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SeparationTest {

    private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8};

    private static GeneralizedLinear fit(double[] y, Variable... columns) {
        return GeneralizedLinear.fit(Design.of(columns), Observations.binary("bought", y));
    }

    /// R warns and prints a slope of 46 with a standard error of 83,000 for such a set.
    @Test
    void completeSeparationIsNamedWithItsDirection() {
        Separated found = assertInstanceOf(Separated.class, fit(new double[] {0, 0, 0, 0, 1, 1, 1, 1}, Variable.of("age", X)));
        assertTrue(found.complete());
        assertEquals(8, found.rows().size());
        // the definition: x·d is above 0 exactly for the ones
        for (double x : X) {
            double side = found.direction().get(0).doubleValue() + x * found.direction().get(1).doubleValue();
            assertEquals(x > 4, side > 0);
        }
        assertTrue(found.toString().contains("bought is completely separated: no maximum-likelihood estimate exists (8 rows)"), found.toString());
        assertThrows(IllegalStateException.class, found::orThrow);
    }

    @Test
    void quasiCompleteSeparationNamesTheRowsThatRise() {
        // at 4 both happen: the boundary runs through it
        Separated found = assertInstanceOf(Separated.class, fit(new double[] {0, 0, 0, 0, 1, 1, 1, 1}, Variable.of("age", 1, 2, 3, 4, 4, 6, 7, 8)));
        assertFalse(found.complete());
        assertEquals(List.of(0, 1, 2, 5, 6, 7), found.rows());
        assertEquals(-4, found.direction().get(0).divide(found.direction().get(1)).doubleValue());
    }

    @Test
    void aLevelWithoutAnySuccessIsQuasiComplete() {
        Separated found = assertInstanceOf(Separated.class,
                fit(new double[] {0, 1, 0, 1, 1, 0, 0, 0}, Variable.of("age", X), Variable.of("cityUlm", 0, 0, 0, 0, 0, 0, 1, 1)));
        assertTrue(found.columns().contains("cityUlm"), found.toString());
        assertEquals(List.of(6, 7), found.rows());
    }

    @Test
    void countsAreSeparatedWhereALevelHasOnlyZeros() {
        Design design = Design.of(Variable.of("x", X), Variable.of("level", 0, 0, 0, 0, 0, 0, 1, 1));
        GeneralizedLinear found = GeneralizedLinear.fit(design, Observations.counts("visits", 3, 1, 4, 1, 5, 9, 0, 0));
        assertEquals(List.of(6, 7), assertInstanceOf(Separated.class, found).rows());
        assertEquals(List.of("level"), ((Separated) found).columns());
        assertInstanceOf(GeneralizedModel.class, GeneralizedLinear.fitFirth(design, Observations.counts("visits", 3, 1, 4, 1, 5, 9, 0, 0)));
        assertInstanceOf(GeneralizedModel.class, GeneralizedLinear.fit(design, Observations.counts("visits", 3, 1, 4, 1, 5, 9, 0, 1)));
    }

    @Test
    void severalClassesCanBeSeparatedToo() {
        Design design = Design.of(Variable.of("x", X));
        List<String> chosen = List.of("a", "a", "a", "b", "b", "c", "c", "c");
        GeneralizedLinear reason = assertInstanceOf(Multinomial.None.class, Multinomial.fit(design, "class", chosen)).reason();
        assertTrue(assertInstanceOf(Separated.class, reason).complete());
        assertInstanceOf(MultinomialModel.class, Multinomial.fit(design, "class", List.of("a", "b", "c", "b", "c", "a", "b", "c")));
    }

    /// Of random sets exactly those are separated for which no threshold of one column has both classes on one side.
    @Test
    void agreesWithTheDefinitionForOneColumn() {
        Random random = new Random(5);
        int separated = 0;
        for (int round = 0; round < 200; round++) {
            double[] x = random.doubles(7).map(v -> Math.rint(v * 8)).toArray();
            double[] y = random.doubles(7).map(Math::rint).toArray();
            double lowestOne = least(x, y, 1);
            double highestOne = -least(negated(x), y, 1);
            double lowestZero = least(x, y, 0);
            double highestZero = -least(negated(x), y, 0);
            boolean constant = Arrays.stream(x).distinct().count() == 1;
            if (constant || Arrays.stream(y).distinct().count() == 1) {
                continue;
            }
            boolean expected = highestZero <= lowestOne || highestOne <= lowestZero;
            boolean complete = highestZero < lowestOne || highestOne < lowestZero;
            GeneralizedLinear outcome = fit(y, Variable.of("x", x));
            assertEquals(expected, outcome instanceof Separated, Arrays.toString(x) + Arrays.toString(y));
            if (outcome instanceof Separated found) {
                assertEquals(complete, found.complete());
                separated++;
            }
        }
        assertTrue(separated > 20, separated + " separated sets");
    }

    private static double[] negated(double[] x) {
        return Arrays.stream(x).map(v -> -v).toArray();
    }

    private static double least(double[] x, double[] y, double value) {
        return IntStream.range(0, x.length).filter(i -> y[i] == value).mapToDouble(i -> x[i]).min().orElse(Double.POSITIVE_INFINITY);
    }

    @Test
    void manyRowsThatOverlapAreFittedWithoutAProgramme() {
        Random random = new Random(1);
        double[] x = random.doubles(20_000).toArray();
        double[] y = Arrays.stream(x).map(v -> random.nextDouble() < 1 / (1 + Math.exp(1 - 2 * v)) ? 1 : 0).toArray();
        GeneralizedModel model = fit(y, Variable.of("x", x)).orThrow();
        assertEquals(2, model.coefficient("x").estimate(), 4 * model.coefficient("x").standardError());
    }

    @Test
    void dependentColumnsAreNamed() {
        GeneralizedLinear found = fit(new double[] {0, 1, 0, 1, 1, 0, 0, 1}, Variable.of("x", X), Variable.of("twice", 2, 4, 6, 8, 10, 12, 14, 16));
        assertEquals("twice", assertInstanceOf(DependentColumns.class, found).columns().dependencies().getFirst().column());
    }

    /// A saturated two-by-two table: the log odds are those of the counts, their errors √(1/a + 1/b + 1/c + 1/d).
    @Test
    void aTwoByTwoTableByHand() {
        GeneralizedModel model = GeneralizedLinear.fit(Design.of(Variable.of("x", 0, 1)),
                Observations.successes("y", new double[] {3, 8}, new double[] {10, 12})).orThrow();
        assertEquals(Math.log(3 / 7.0), model.estimates()[0], 1e-15);
        assertEquals(Math.log(8 / 4.0 / (3 / 7.0)), model.estimates()[1], 1e-15);
        assertEquals(Math.sqrt(1 / 3.0 + 1 / 7.0 + 1 / 8.0 + 1 / 4.0), model.standardErrors()[1], 1e-15);
        assertEquals(14 / 3.0, model.oddsRatios(0.95).get(1).estimate(), 1e-14);
        assertEquals(0, model.deviance(), 1e-14);
        assertEquals(Math.pow(model.coefficient("x").t(), 2), model.waldTest("x").statistic(), 1e-13);
    }

    @Test
    void badInputIsRefused() {
        assertRefused("y[1] must be 0 or 1, but is 2", () -> Observations.binary("y", 0, 2));
        assertRefused("y[0] must be a whole number of at least 0", () -> Observations.counts("y", 0.5));
        assertRefused("y[0] must be a number in [0, 2]", () -> Observations.successes("y", new double[] {3}, new double[] {2}));
        assertRefused("offset and y must have the same length", () -> Observations.counts("y", 1, 2).withOffset(1));
        assertRefused("frequencies[1] must be an integer of at least 1", () -> Observations.counts("y", 1, 2).withFrequencies(1, 0));
        assertRefused("design rows and y must have the same length", () -> GeneralizedLinear.fit(Design.of(Variable.of("x", X)), Observations.counts("y", 1, 2)));
        assertRefused("class 'c' must have a row", () -> Multinomial.fit(Design.of(Variable.of("x", 1, 2)), "y", List.of("a", "b"), List.of("a", "b", "c")));
        assertRefused("y[1] must be one of the classes [a, c], but is 'b'", () -> Multinomial.fit(Design.of(Variable.of("x", 1, 2)), "y", List.of("a", "b"), List.of("a", "c")));
        GeneralizedModel model = fit(new double[] {0, 1, 0, 1, 1, 0, 0, 1}, Variable.of("x", X)).orThrow();
        assertRefused("name must be one of", () -> model.waldTest("z"));
        assertRefused("level must be", () -> model.coefficients(1));
        assertRefused("fewer columns", () -> model.comparedWith(model));
    }

    /// e of 1, −20.25 and 0.1 (a decimal) to 30 digits, by mpmath 1.2.1; 700 near the end of the range.
    @Test
    void theExponentialHasThirtyDigits() {
        assertEquals("2.718281828459045235360287471353", DoubleDouble.ONE.exp().toString().substring(0, 32));
        assertEquals(0, DoubleDouble.of(new java.math.BigDecimal("1.10517091807564762481170782649")).minus(DoubleDouble.ofDecimal(0.1).exp()).toDouble(), 1e-29);
        assertEquals(0, DoubleDouble.of(new java.math.BigDecimal("1.605228055185611608653934309109540e-9")).minus(DoubleDouble.of(-20.25).exp()).toDouble(), 1e-38);
        assertEquals(1, DoubleDouble.of(700).exp().times(DoubleDouble.of(-700).exp()).toDouble(), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, DoubleDouble.of(1000).exp().toDouble());
        assertEquals(0, DoubleDouble.of(-1000).exp().toDouble());
    }

    private static void assertRefused(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}
