package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionsTest {

    @ParameterizedTest
    @CsvSource({"9/13, 9/13", "18/26, 9/13", "-6/4, -3/2", "0.26, 13/50", "-5, -5", "1.5e-3, 3/2000", "2e3, 2000", "7 / 2, 7/2"})
    void readsAndPrintsInLowestTerms(String text, String expected) {
        assertEquals(expected, Fractions.format(Fractions.of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1/0", "1/2/3", "1/x", "NaN"})
    void refusesWhatIsNoFraction(String text) {
        assertThrows(IllegalArgumentException.class, () -> Fractions.of(text));
    }

    @Test
    void aDoubleIsTheDecimalThatItPrints() {
        assertEquals(Fractions.of(1, 5), Fractions.ofDecimal(0.2));
        assertEquals(Fractions.of("3602879701896397/18014398509481984"), Fractions.ofBinary(0.2));
        assertThrows(IllegalArgumentException.class, () -> Fractions.ofDecimal(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Fractions.ofBinary(Double.POSITIVE_INFINITY));
    }

    @Test
    void everyDoubleSurvivesTheRoundTrip() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Fractions.toDouble(Fractions.ofDecimal(value)), 0.0);
                assertEquals(value, Fractions.toDouble(Fractions.ofBinary(value)), 0.0);
            }
        }
    }

    @Test
    void convertsFractionsWhosePartsOverflowADouble() {
        BigInteger huge = BigInteger.TEN.pow(400);
        assertEquals(1 / 3.0, Fractions.toDouble(new BigFraction(huge, huge.multiply(BigInteger.valueOf(3)))), 0.0);
    }

    @Test
    void complementsAreThoseOfTheDecimals() {
        assertEquals(0.1, Fractions.complement(0.9));
        assertEquals(0.9, Fractions.complement(0.1));
        assertEquals(1, Fractions.complement(1e-300));
        assertThrows(IllegalArgumentException.class, () -> Fractions.complement(1.1));
    }

    /// `log(1 + d) = d − d²/2 + …` and `log 10^k = k log 10`, where the quotient as a double would keep no digits or overflow.
    @Test
    void logarithmsKeepTheirDigitsAtBothEnds() {
        assertEquals(Math.log(9), Fractions.log(Fractions.of("9")));
        assertEquals(0, Fractions.log(Fractions.of("1")));
        for (double d : new double[] {1e-10, 1e-17, 1e-300, -1e-17}) {
            assertEquals(d - d * d / 2, Fractions.log(Fractions.ofDecimal(d).add(BigFraction.ONE)), Math.ulp(d));
        }
        for (int k : new int[] {-400, -320, 309, 5000}) {
            assertEquals(k * Math.log(10), Fractions.log(Fractions.of("1e" + k)), 4 * Math.ulp(k * Math.log(10)));
        }
        assertThrows(IllegalArgumentException.class, () -> Fractions.log(Fractions.of("0")));
        assertThrows(IllegalArgumentException.class, () -> Fractions.log(Fractions.of("-1")));
    }

    @ParameterizedTest
    @CsvSource({
        "9/13, 9/13",
        "-1/3, -1/3",
        "5/316008, 5/316008",
        "999999/8, 999999/8",
        "-12345678, -12345678",
        "12345678901234567, 12345678901234567",
        "0.1234567, 0.1234567",
        "1234567.89, 1234567.89",
        "1e-7, 1E-7",
        "1e20, 1E+20",
        "1e400, 1E+400",
        "1e-400, 1E-400",
        "0.3333333333333333, 0.333333",
        "-0.6666666666666666, -0.666667",
        "1.2345678901234e-10, 1.23457E-10",
        "100000000/3, 33333333.3",
        "1000000/3000001, 0.333333",
        "123456789012345678901/2, 6.17284E+19",
        "111111111111111111/333333333333333334, 0.333333",
        // never a number that it is not
        "0.30000000000000004, 0.300000",
        "0.9999999999999999, 1.00000",
        "24999999999999999/1000000000000000, 25.0000"
    })
    void longFractionsArePrintedAsDecimals(String fraction, String expected) {
        assertEquals(expected, Fractions.readable(Fractions.of(fraction)));
    }
}
