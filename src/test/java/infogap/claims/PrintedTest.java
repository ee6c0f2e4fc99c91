package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Printed.Agreement;
import infogap.claims.printed.Relation;
import infogap.numeric.Fractions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTest {

    @ParameterizedTest(name = "{0} stands for [{2}, {3}]")
    @CsvSource({
        "0.2,      1/5,     3/20,      1/4",
        "0.20,     1/5,     39/200,    41/200",
        "0.643,    643/1000, 1285/2000, 1287/2000",
        "643,      643,     1285/2,    1287/2",
        "-125000,  -125000, -250001/2, -249999/2",
        "−125000,  -125000, -250001/2, -249999/2",
        "64.3%,    643/1000, 1285/2000, 1287/2000",
        "64.3 %,   643/1000, 1285/2000, 1287/2000",
        "1.5e3,    1500,    1450,      1550",
        "9/13,     9/13,    9/13,      9/13",
        "≈0.643,   643/1000, 1285/2000, 1287/2000",
    })
    void theLastDigitSetsThePrecision(String text, String value, String low, String high) {
        Printed printed = Printed.of(text);
        assertEquals(Fractions.of(value), printed.value());
        assertEquals(Fractions.of(low), printed.interval().orElseThrow().low());
        assertEquals(Fractions.of(high), printed.interval().orElseThrow().high());
        assertEquals(text, printed.text(), "the text is kept verbatim");
    }

    @Test
    void aTrailingZeroIsADifferentClaim() {
        assertEquals(Agreement.ROUNDS, Printed.of("0.2").agreement(Fractions.of("0.21")));
        assertEquals(Agreement.DIFFERS, Printed.of("0.20").agreement(Fractions.of("0.21")));
    }

    @Test
    void bothHalvesRoundToThePrintedNumber() {
        assertEquals(Agreement.ROUNDS, Printed.of("0.28").agreement(Fractions.of("0.275")));
        assertEquals(Agreement.ROUNDS, Printed.of("0.28").agreement(Fractions.of("0.285")));
        assertEquals(Agreement.DIFFERS, Printed.of("0.28").agreement(Fractions.of("0.2749999999999999999999")));
        assertEquals(Agreement.EXACT, Printed.of("0.28").agreement(Fractions.of(7, 25)));
    }

    @Test
    void equalsAndApproximatelyAreToldApart() {
        assertEquals(Relation.EQUALS, Printed.of("= 0.28").relation());
        assertEquals(Relation.ROUNDED, Printed.of("≈0.28").relation());
        assertEquals(Relation.NONE, Printed.of("0.28").relation());
    }

    @Test
    void whatIsNotOneNumberIsKeptAsText() {
        Printed printed = Printed.of("10,0.5,0.3,0.2");
        assertTrue(printed.interval().isEmpty());
        assertThrows(IllegalStateException.class, printed::value);
        assertThrows(IllegalStateException.class, () -> printed.agreement(Fractions.of(1, 2)));
        assertTrue(Printed.of("").isEmpty());
    }
}
