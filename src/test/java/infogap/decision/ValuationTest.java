package infogap.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValuationTest {

    /// Two purchases of an article, net of their prices 200 and 100: 500 or nothing, 300 or nothing, each with 1/2.
    private static final Lottery A = Lottery.binary(500, 0, 0.5).plus(-200);
    private static final Lottery B = Lottery.binary(300, 0, 0.5).plus(-100);

    /// Against values computed with 40 digits (Python's decimal).
    private static final double RELATIVE = 1e-14;

    /// -1/a log((e^(-300a) + e^(200a)) / 2), and for B with 200 and 100.
    @ParameterizedTest
    @CsvSource({
        "0.001, 19.070196379838628544, 38.791936091418190603",
        "0.005, -77.148510746520862785, -1.6532194845614200165",
        "0.01, -131.35681679291727592, -35.544017101379674934"
    })
    void constantAbsoluteRiskAversion(double a, double certaintyEquivalentOfA, double certaintyEquivalentOfB) {
        assertNear(certaintyEquivalentOfA, Valuation.of(A, Utility.cara(a)).orThrow().certaintyEquivalent(), 50);
        assertNear(certaintyEquivalentOfB, Valuation.of(B, Utility.cara(a)).orThrow().certaintyEquivalent(), 50);
    }

    /// The wealth is 1000: for example √1300, √800 averaged and squared, less 1000.
    @ParameterizedTest
    @CsvSource({
        "0.5, 34.901951359278483003, 44.615242270663188058",
        "1, 19.803902718556966006, 39.230484541326376116",
        "2, -9.5238095238095238095, 28.571428571428571429",
        "3, -36.458606406874715917, 18.233764908628435137"
    })
    void constantRelativeRiskAversion(double gamma, double certaintyEquivalentOfA, double certaintyEquivalentOfB) {
        assertNear(certaintyEquivalentOfA, Valuation.of(A, Utility.crra(gamma, 1000)).orThrow().certaintyEquivalent(), 50);
        assertNear(certaintyEquivalentOfB, Valuation.of(B, Utility.crra(gamma, 1000)).orThrow().certaintyEquivalent(), 50);
    }

    @Test
    void theQuadraticUtilityOfTheArticleIsRefused() {
        Valuation refused = Valuation.of(Lottery.binary(500, 0, 0.5), Utility.quadratic(0));
        assertInstanceOf(Valuation.Refused.class, refused);
        assertEquals(
                "no valuation: u(x) = -x^2 falls beyond its bliss point 0.0: at 500.0 more is valued less", refused.toString());
        assertThrows(ArithmeticException.class, refused::orThrow);
    }

    @Test
    void asPrintedItGivesTheArticlesNumbersAndLovesRisk() {
        Valuation.Valued a = Valuation.asPrinted(Lottery.binary(500, 0, 0.5), Utility.quadratic(0)).orThrow();
        Valuation.Valued b = Valuation.asPrinted(Lottery.binary(300, 0, 0.5), Utility.quadratic(0)).orThrow();
        assertEquals(-125000, a.expectedUtility());
        assertEquals(-45000, b.expectedUtility());
        assertNear(500 / Math.sqrt(2), a.certaintyEquivalent(), 500);
        assertNear(300 / Math.sqrt(2), b.certaintyEquivalent(), 300);
        assertTrue(a.riskPremium() < 0, "the certainty equivalent is above the mean");
        assertTrue(a.caveat().contains("falls beyond its bliss point"), a::caveat);
        assertTrue(Utility.quadratic(0).absoluteRiskAversion(500) < 0);
    }

    @Test
    void netOfPricesItTakesBothSidesOfTheBlissPoint() {
        assertEquals(-65000, Valuation.expectedUtility(A, Utility.quadratic(0)));
        assertEquals(-25000, Valuation.expectedUtility(B, Utility.quadratic(0)));
        Valuation valuation = Valuation.asPrinted(A, Utility.quadratic(0));
        assertTrue(valuation.toString().contains("not unique"), valuation::toString);
    }

    /// Short fractions as before, integers in full, and no fraction of thirty digits for what was given as a double.
    @Test
    void printsAreReadable() {
        assertEquals(
                String.join("\n", "     outcome   probability", "         3/2           2/3", "     1234567           1/3"),
                Lottery.of(List.of(Fractions.of("3/2"), Fractions.of("1234567")), List.of(Fractions.of("2/3"), Fractions.of("1/3"))).toString());
        assertEquals(
                String.join("\n", "     outcome   probability", "    0.333333   0.123456789", "  1234567.25   0.876543211"),
                Lottery.binary(1 / 3.0, 1234567.25, 0.123456789).toString());
        assertEquals("u(x) = -exp(-0.5 x)", Utility.cara(0.5).toString());
        assertEquals("u(x) = log (1000.0 + x)", Utility.crra(1, 1000).toString());
        assertEquals("u(x) = sqrt(x)", Utility.custom("sqrt(x)", Math::sqrt).toString());
    }

    @Test
    void momentsAreExact() {
        assertEquals(50, A.mean());
        assertEquals(50, B.mean());
        assertEquals(62500, A.variance());
        assertEquals(22500, B.variance());
    }

    @Test
    void aQuadraticUtilityBelowItsBlissPoint() {
        // √((b−x)²) on {0, 2} around b = 4: CE = 4 − √((16 + 4)/2)
        Valuation.Valued valued = Valuation.of(Lottery.binary(0, 2, 0.5), Utility.quadratic(4)).orThrow();
        assertNear(4 - Math.sqrt(10), valued.certaintyEquivalent(), 4);
        assertTrue(valued.riskPremium() > 0);
        assertEquals("", valued.caveat());
    }

    static List<Utility> utilities() {
        return List.of(
                Utility.linear(),
                Utility.cara(0.01),
                Utility.crra(0.5, 10),
                Utility.crra(1, 10),
                Utility.crra(4, 10),
                Utility.quadratic(100),
                Utility.hara(0.5, 1, 20),
                Utility.hara(-2, 0.5, 20),
                Utility.hara(2, 0.1, 20),
                Utility.custom("x^3", x -> x * x * x, x -> 3 * x * x, x -> 6 * x, x -> 6));
    }

    @ParameterizedTest
    @MethodSource("utilities")
    void theCertaintyEquivalentHasTheExpectedUtility(Utility utility) {
        Lottery lottery = Lottery.of(new double[] {1, 4, 25, 9}, new double[] {0.4, 0.3, 0.1, 0.2});
        Valuation.Valued valued = Valuation.of(lottery, utility).orThrow();
        double expected = valued.expectedUtility();
        assertEquals(expected, utility.of(valued.certaintyEquivalent()), 1e-13 * Math.max(1, Math.abs(expected)), utility.formula());
        assertTrue(valued.certaintyEquivalent() >= lottery.lowest() && valued.certaintyEquivalent() <= lottery.highest());
    }

    @ParameterizedTest
    @MethodSource("utilities")
    void derivativesAgreeWithDifferences(Utility utility) {
        double x = 7;
        double h = 1e-3;
        double first = (utility.of(x + h) - utility.of(x - h)) / (2 * h);
        double second = (utility.of(x + h) - 2 * utility.of(x) + utility.of(x - h)) / (h * h);
        assertEquals(first, utility.marginal(x), 1e-5 * Math.abs(first), utility.formula());
        assertEquals(-second / first, utility.absoluteRiskAversion(x), 1e-5, utility.formula());
        if (!(utility instanceof LinearUtility)) {
            double third = (utility.of(x + 2 * h) - 2 * utility.of(x + h) + 2 * utility.of(x - h) - utility.of(x - 2 * h))
                    / (2 * h * h * h);
            assertEquals(-third / second, utility.prudence(x), 2e-3, utility.formula());
        }
    }

    @Test
    void relativeAversionIsThatOfTheWholeWealth() {
        assertEquals(3, Utility.crra(3, 1000).relativeRiskAversion(50));
        assertEquals(3.0 / 1050, Utility.crra(3, 1000).absoluteRiskAversion(50));
        assertEquals(0.5, Utility.cara(0.01).relativeRiskAversion(50));
    }

    @Test
    void prattsApproximationIsGoodForSmallRisks() {
        Valuation.Valued small = Valuation.of(Lottery.binary(-1, 1, 0.5), Utility.cara(0.01)).orThrow();
        // log cosh a / a = a/2 − a³/12 + …
        assertEquals(0.005, small.approximateRiskPremium(), 1e-17);
        assertEquals(1e-6 / 12, small.approximationError(), 1e-11);
    }

    @Test
    void extremeAversionNeitherOverflowsNorLosesTheLowestOutcome() {
        Valuation.Valued extreme = Valuation.of(Lottery.binary(-5000, 5000, 0.5), Utility.cara(10)).orThrow();
        assertEquals(Double.NEGATIVE_INFINITY, extreme.expectedUtility());
        assertEquals(-5000 + Math.log(2) / 10, extreme.certaintyEquivalent(), 1e-11);
    }

    @Test
    void ruinHasNoLogarithm() {
        Valuation refused = Valuation.of(Lottery.binary(-1000, 500, 0.5), Utility.crra(1, 1000));
        assertTrue(refused.toString().contains("wealth plus outcome is 0.0"), refused::toString);
        assertThrows(IllegalArgumentException.class, () -> Utility.crra(1, 1000).of(-1000));
        assertEquals(0, Utility.crra(0.5, 0).of(0));
    }

    @Test
    void aCustomUtilityIsLookedAtBetweenItsOutcomes() {
        Lottery lottery = Lottery.binary(0, 7, 0.5);
        assertInstanceOf(Valuation.Refused.class, Valuation.of(lottery, Utility.custom("sin x", Math::sin)));
        assertInstanceOf(Valuation.Refused.class, Valuation.of(lottery, Utility.custom("log x", Math::log)));
        Valuation.Valued falling = Valuation.asPrinted(lottery, Utility.custom("-x", x -> -x)).orThrow();
        assertEquals(3.5, falling.certaintyEquivalent());
        assertThrows(IllegalStateException.class, () -> Utility.custom("-x", x -> -x).absoluteRiskAversion(1));
    }

    @Test
    void parametersOutsideTheirRangeAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThrows(IllegalArgumentException.class, () -> Utility.cara(bad));
            assertThrows(IllegalArgumentException.class, () -> Utility.crra(bad, 0));
            assertThrows(IllegalArgumentException.class, () -> Utility.hara(0.5, bad, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> Utility.hara(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Utility.quadratic(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Lottery.of(new double[] {1, 2}, new double[] {0.5, 0.6}));
        assertThrows(IllegalArgumentException.class, () -> Lottery.of(new double[] {1, 2}, new double[] {1}));
    }

    @Test
    void thirdsMakeALottery() {
        Lottery thirds = Lottery.of(new double[] {3, 1, 2}, new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3});
        assertEquals(2, thirds.mean());
        assertEquals(1, thirds.lowest());
    }

    private static void assertNear(double expected, double actual, double scale) {
        assertEquals(expected, actual, RELATIVE * scale);
    }
}
