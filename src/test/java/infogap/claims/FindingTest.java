package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import infogap.claims.Finding.Equation;
import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Listing;
import infogap.claims.Finding.Missing;
import infogap.claims.Finding.Statement;
import infogap.numeric.Fractions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Printed NOTHING = Printed.of("");

    @Test
    void aValueIsHeldAgainstThePrintedDigits() {
        Finding half = new Finding.ExactValue(Fractions.of(1, 2));
        assertEquals(Verdict.REPRODUCED, half.verdict(Printed.of("0.5")));
        assertEquals(Verdict.WRONG_ARITHMETIC, half.verdict(Printed.of("0.51")));
        assertEquals(Verdict.NOT_PRINTED, half.verdict(NOTHING));
        assertThrows(IllegalArgumentException.class, () -> half.verdict(Printed.of("about a half")));
        assertEquals(Verdict.REPRODUCED, new Finding.Value(2.0 / 3).verdict(Printed.of("0.667")));
        assertEquals(Verdict.WRONG_ARITHMETIC, new Finding.Value(2.0 / 3).verdict(Printed.of("0.666")));
        assertThrows(IllegalArgumentException.class, () -> new Finding.Value(Double.NaN));
    }

    @Test
    void aTextIsReproducedLetterForLetter() {
        assertEquals(Verdict.REPRODUCED, new Finding.Text("低,中").verdict(Printed.of("低,中")));
        assertEquals(Verdict.WRONG_ARITHMETIC, new Finding.Text("低,中").verdict(Printed.of("中,低")));
        assertEquals(Verdict.NOT_PRINTED, new Finding.Text("低,中").verdict(NOTHING));
    }

    @Test
    void anEquationFailsAtItsFirstBadPoint() {
        Point good = new Point("t = 0", Fractions.of(1, 2), Fractions.of(1, 2));
        Point bad = new Point("t = 1", Fractions.of(1, 2), Fractions.of(3, 4));
        assertEquals(Verdict.REPRODUCED, new Equation(List.of(good)).verdict(NOTHING));
        assertEquals("equal at 1 point", new Equation(List.of(good)).recomputed());
        assertEquals(Verdict.WRONG_FORMULA, new Equation(List.of(good, bad)).verdict(NOTHING));
        assertEquals("at t = 1: 3/4, not 1/2", new Equation(List.of(good, bad)).recomputed());
        assertThrows(IllegalArgumentException.class, () -> new Equation(List.of()));
    }

    @Test
    void aStatementFallsToOneCounterExample() {
        Statement.Case yes = new Statement.Case("n = 1", true);
        Statement.Case no = new Statement.Case("n = 2", false);
        assertEquals(Verdict.REPRODUCED, new Statement(List.of(yes)).verdict(NOTHING));
        assertEquals(Verdict.FALSE_CONCLUSION, new Statement(List.of(yes, no)).verdict(NOTHING));
        assertEquals("counter-example: n = 2", new Statement(List.of(yes, no)).recomputed());
    }

    @Test
    void readingsMustDisagreeToMakeAClaimIllPosed() {
        Map<String, String> readings = new LinkedHashMap<>();
        readings.put("gross", "A");
        readings.put("net lottery", "B");
        assertEquals(Verdict.ILL_POSED, new Finding.Readings(readings).verdict(NOTHING));
        assertEquals("gross: A; net lottery: B", new Finding.Readings(readings).recomputed());
        assertThrows(IllegalArgumentException.class, () -> new Finding.Readings(Map.of("one", "A", "two", "A")));
    }

    @Test
    void twoPlacesAreCompared() {
        assertEquals(Verdict.SELF_CONTRADICTION, new Finding.Comparison("rises", "falls").verdict(NOTHING));
        assertEquals(Verdict.REPRODUCED, new Finding.Comparison("rises", "rises").verdict(NOTHING));
    }

    @Test
    void aListingStopsOrEnds() {
        assertEquals(Verdict.CODE_DOES_NOT_RUN, Listing.stops("KeyError").verdict(NOTHING));
        assertEquals(Verdict.CODE_WRONG_RESULT, Listing.ends("5×5", "5").verdict(NOTHING));
        assertEquals(Verdict.REPRODUCED, Listing.ends("5", "5").verdict(NOTHING));
        assertThrows(IllegalArgumentException.class, () -> new Listing("KeyError", "5", "5"));
        assertThrows(IllegalArgumentException.class, () -> new Listing("", "", ""));
    }

    @Test
    void missingIsMeasuredAgainstWhatIsGiven() {
        Missing data = new Missing(Missing.What.INPUTS, List.of("customer_data.csv", "seed"), List.of("seed"));
        assertEquals(Verdict.NOT_REPRODUCIBLE, data.verdict(NOTHING));
        assertEquals("missing: customer_data.csv", data.recomputed());
        assertEquals(Verdict.UNSUPPORTED, new Missing(Missing.What.EVIDENCE, List.of("a measurement"), List.of()).verdict(NOTHING));
        assertThrows(
                IllegalArgumentException.class, () -> new Missing(Missing.What.INPUTS, List.of("seed"), List.of("seed", "data")));
    }
}
