package infogap.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Certainty equivalents and risk premiums where the utility overflows, or where their difference from the mean is a small part of it.
///
/// Expected values: mpmath 1.3 with 400 digits, `(E b^s)^(1/s)`, `−log(E e^(−ax))/a` and `b − √(E (x − b)²)` from their definitions.
class CertaintyEquivalentTest {

    /// Of exact sums of correctly rounded terms: a few units in the last place.
    private static final double RELATIVE = 1e-15;

    static Stream<Arguments> cases() {
        double[] even = {0.5, 0.5};
        return Stream.of(
                // the power of the lowest outcome overflows
                Arguments.of(Utility.crra(50, 0), new double[] {0.001, 10000}, even, 0.0010142463869673272, 4999.999485753613),
                Arguments.of(Utility.crra(2000, 0), new double[] {1, 2}, even, 1.0003468070874393, 0.49965319291256067),
                Arguments.of(Utility.crra(20, 0), new double[] {1e-17, 1, 2}, new double[] {0.1, 0.4, 0.5}, 1.1288378916846891e-17, 1.4),
                Arguments.of(Utility.hara(-300, 1, 0), new double[] {1, 2000}, even, 1.0023131618421728, 999.49768683815783),
                Arguments.of(Utility.hara(1e5, 1, 1), new double[] {-1, 2}, even, -0.35544011414872062, 0.85544011414872062),
                Arguments.of(Utility.hara(-1e9, 1, 1), new double[] {-1, 2}, even, -0.35544017101948449, 0.85544017101948449),
                Arguments.of(Utility.crra(3, 0), new double[] {1e-300, 1e300}, even, 1.414213562373095e-300, 5e299),
                Arguments.of(Utility.crra(0.5, 0), new double[] {0, 1e300}, even, 2.5e299, 2.5e299),
                // the premium is a small part of the mean
                Arguments.of(Utility.quadratic(1e9), new double[] {0, 100}, even, 49.999998749999937, 1.2500000625000023e-6),
                Arguments.of(Utility.quadratic(1e17), new double[] {0, 100}, even, 49.999999999999987, 1.2500000000000006e-14),
                Arguments.of(Utility.hara(1e-10, 1, 0), new double[] {1, 2}, even, 1.4142135623815883, 0.085786437618411662),
                Arguments.of(Utility.hara(3, 1, 1e5), new double[] {-1, 2}, even, 0.49998874997187556, 1.1250028124437495e-5),
                Arguments.of(Utility.cara(1e-3), new double[] {1e9 - 1, 1e9 + 1}, even, 999999999.9995, 0.00049999991666668889),
                Arguments.of(Utility.crra(1e-12, 0), new double[] {1, 2}, even, 1.4999999999999151, 8.4949518397701205e-14),
                Arguments.of(Utility.cara(2), new double[] {0, 1}, new double[] {1e-18, 1}, 1, 2.1945280494653251e-18),
                Arguments.of(Utility.cara(1000), new double[] {0, 1}, new double[] {1e-300, 1}, 0.69077552789821371, 0.30922447210178629));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neitherOverflowsNorCancels(Utility utility, double[] outcomes, double[] probabilities, double expected, double premium) {
        Lottery lottery = Lottery.of(outcomes, probabilities);
        Valuation.Valued valued = Valuation.of(lottery, utility).orThrow();
        assertEquals(expected, valued.certaintyEquivalent(), RELATIVE * Math.abs(expected), utility.formula());
        assertEquals(premium, valued.riskPremium(), RELATIVE * premium, utility.formula());
    }

    /// Small risks by their second order, `Var x · A / 2`; the next order is smaller by the ratio of deviation and risk tolerance.
    @Test
    void theSmallestRisksHaveThePremiumOfPratt() {
        double deviation = 1e-9;
        Lottery lottery = Lottery.of(new double[] {1 - deviation, 1 + deviation}, new double[] {0.5, 0.5});
        for (Utility utility : List.of(
                Utility.cara(0.5), Utility.cara(1e-170), Utility.crra(1, 0), Utility.crra(1 + 1e-12, 3), Utility.crra(40, 0), Utility.quadratic(2),
                Utility.hara(0.5, 2, 1), Utility.hara(3, 0.1, 2), Utility.hara(1e-200, 1, 1))) {
            Valuation.Valued valued = Valuation.of(lottery, utility).orThrow();
            assertEquals(1, valued.riskPremium() / valued.approximateRiskPremium(), 1e-14, utility.formula());
        }
    }

    /// Invariance: money added to the outcomes and taken from the wealth (from the bliss point: added) changes no premium.
    @Test
    void aCommonAmountOfMoneyDoesNotTouchThePremium() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 50; round++) {
            double[] outcomes = random.doubles(3).map(x -> Math.rint(x * 1000)).toArray();
            double[] moved = Arrays.stream(outcomes).map(x -> x + 1e12).toArray();
            double[] probabilities = {0.2, 0.5, 0.3};
            Lottery here = Lottery.of(outcomes, probabilities);
            Lottery there = Lottery.of(moved, probabilities);
            assertEquals(Utility.cara(1e-4).riskPremium(here), Utility.cara(1e-4).riskPremium(there));
            assertEquals(Utility.crra(3, 1e12).riskPremium(here), Utility.crra(3, 0).riskPremium(there));
            assertEquals(Utility.quadratic(2000).riskPremium(here), Utility.quadratic(1e12 + 2000).riskPremium(there));
        }
    }

    /// Theorem: the equivalent of a concave increasing utility lies between the lowest outcome and the mean, whatever the scales.
    @Test
    void itLiesBetweenTheLowestOutcomeAndTheMean() {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 300; round++) {
            double scale = Math.pow(10, random.nextDouble(-100, 100));
            double[] outcomes = random.doubles(3).map(x -> x * scale * Math.pow(10, random.nextDouble(-20, 20))).toArray();
            Lottery lottery = Lottery.of(outcomes, new double[] {0.25, 0.25, 0.5});
            for (Utility utility : List.of(
                    Utility.cara(Math.pow(10, random.nextDouble(-5, 5)) / scale),
                    Utility.crra(Math.pow(10, random.nextDouble(-10, 5)), 0),
                    Utility.hara(-Math.pow(10, random.nextDouble(-10, 5)), 1 / scale, 0),
                    Utility.quadratic(lottery.highest()))) {
                double equivalent = utility.certaintyEquivalent(lottery);
                assertTrue(equivalent >= lottery.lowest() && equivalent <= lottery.mean(), () -> utility.formula() + "\n" + lottery);
                assertTrue(utility.riskPremium(lottery) >= 0, utility::formula);
            }
        }
    }
}
