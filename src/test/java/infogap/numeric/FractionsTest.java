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

    @Test
    void longFractionsAreReadAsDecimals() {
        assertEquals("9/13", Fractions.brief(Fractions.of("9/13")));
        assertEquals("5/316008", Fractions.brief(Fractions.of("5/316008")));
        assertEquals("-12345678", Fractions.brief(Fractions.of("-12345678")));
        assertEquals("0.333333", Fractions.brief(Fractions.ofDecimal(1 / 3.0)));
        assertEquals("-0.666667", Fractions.brief(Fractions.ofDecimal(-2 / 3.0)));
        assertEquals("1.23457E-10", Fractions.brief(Fractions.ofDecimal(1.23456789e-10)));
        // never an integer that it is not
        assertEquals("1.00000", Fractions.brief(Fractions.ofDecimal(0.99999999)));
        assertEquals("25.0000", Fractions.brief(Fractions.of("24999999999999999/1000000000000000")));
        assertEquals("1.00000E-7", Fractions.brief(Fractions.ofDecimal(1e-7)));
        assertEquals("33333333.3", Fractions.brief(Fractions.of("100000000/3")));
    }
}
