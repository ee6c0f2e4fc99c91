package infogap.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// NIST's eleven linear sets. NIST prints 15 digits; the exact rational answer to the same data is what digits are counted against.
class NistTest {

    /// NIST rounds to 15 digits, so that two right answers may differ by 5 in the 16th.
    private static final double CERTIFIED_DIGITS = 14.3;

    /// What a fit of doubles reaches: every x and y is rounded to a double, powers are not.
    private static final double FROM_DOUBLES = 13;

    /// What a fit of decimals reaches: the nearest double, but for the last rounding.
    private static final double FROM_DECIMALS = 15.6;

    private static final List<String> PERFECT = List.of("Wampler1", "Wampler2");

    static Stream<NistData> sets() {
        return NistData.all().stream();
    }

    @Test
    void allElevenSetsAreHere() {
        assertEquals(11, sets().count());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theDataAreNistsBecauseTheirExactSolutionIsTheCertifiedOne(NistData set) {
        ExactLeastSquares exact = set.exact();
        assertEquals(set.estimates().size(), exact.coefficients().length);
        for (int j = 0; j < exact.coefficients().length; j++) {
            assertTrue(ExactLeastSquares.digits(exact.coefficient(j).doubleValue(), set.estimates().get(j)) >= CERTIFIED_DIGITS);
            assertTrue(ExactLeastSquares.digits(exact.standardError(j).doubleValue(), set.deviations().get(j)) >= CERTIFIED_DIGITS);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void decimalsGiveEveryDigitOfADouble(NistData set) {
        check(set, LeastSquares.fit(set.design(true), set.response(true)), FROM_DECIMALS);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void doublesGiveThirteenDigits(NistData set) {
        check(set, LeastSquares.fit(set.design(false), set.response(false)), FROM_DOUBLES);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void powersRoundedToDoublesLoseDigitsAndTheFitSaysSo(NistData set) {
        check(set, LeastSquares.fit(set.roundedDesign(), set.response(false)), 0);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void streamedSetsAreNeverWorseThanStated(NistData set) {
        Design design = set.roundedDesign();
        List<String> names = design.variables().stream().map(Variable::name).toList();
        LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(names, "y", design.hasIntercept());
        double[] y = set.response(false).values();
        for (int i = 0; i < y.length; i++) {
            int row = i;
            accumulator.add(design.variables().stream().mapToDouble(variable -> variable.value(row)).toArray(), y[i]);
        }
        check(set, accumulator.fit(), 0);
    }

    // at least `digits` right digits, and at least as many as the fit states
    private static void check(NistData set, LeastSquares fit, double digits) {
        ExactLeastSquares exact = set.exact();
        double[] estimates;
        Accuracy accuracy;
        if (PERFECT.contains(set.name())) {
            PerfectFit perfect = assertInstanceOf(PerfectFit.class, fit);
            assertEquals(PerfectFit.Reason.EXACT, perfect.reason());
            assertEquals(1, perfect.rSquared().orElseThrow());
            estimates = perfect.estimates().stream().mapToDouble(Double::doubleValue).toArray();
            accuracy = perfect.accuracy();
        } else {
            FittedModel model = assertInstanceOf(FittedModel.class, fit);
            estimates = model.estimates();
            accuracy = model.accuracy();
            double[] errors = model.standardErrors();
            for (int j = 0; j < errors.length; j++) {
                double right = ExactLeastSquares.digits(errors[j], exact.standardError(j));
                assertTrue(right >= digits, set + " standard error " + j + ": " + right);
                assertTrue(right >= accuracy.standardErrorDigits().get(j), set + " standard error " + j + ": " + right + " " + accuracy);
            }
        }
        IntStream.range(0, estimates.length).forEach(j -> {
            double right = ExactLeastSquares.digits(estimates[j], exact.coefficient(j));
            assertTrue(right >= digits, set + " coefficient " + j + ": " + right);
            assertTrue(right >= accuracy.coefficientDigits(j), set + " coefficient " + j + ": " + right + " " + accuracy);
        });
    }
}
