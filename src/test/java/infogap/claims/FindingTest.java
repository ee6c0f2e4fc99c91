package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import infogap.claims.Finding.Equation;
import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Listing;
import infogap.claims.Finding.Missing;
import infogap.claims.Finding.Statement;
import infogap.numeric.Fractions;
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
        Readings.Reading yes = Readings.holds("gross", true, "A");
        Readings.Reading no = Readings.holds("net lottery", false, "B");
        assertEquals(Verdict.ILL_POSED, Readings.of(yes, no).verdict(NOTHING));
        assertEquals("gross: A; net lottery: B", Readings.of(yes, no).recomputed());
        assertEquals("gross: A; net lottery: B", Readings.of(yes, no).toString(), "a reader sees what was found");
        // texts that differ are no disagreement
        assertEquals(Verdict.REPRODUCED, Readings.of(yes, Readings.holds("other", true, "B")).verdict(NOTHING));
        assertEquals(Verdict.FALSE_CONCLUSION, Readings.of(no, Readings.holds("other", false, "A")).verdict(NOTHING));
    }

    @Test
    void readingsOfAQuantityAreComparedAsNumbers() {
        Readings.Reading third = Readings.gives("a", Fractions.of(1, 3));
        assertEquals(Verdict.NOT_PRINTED, Readings.of(third, Readings.gives("b", Fractions.of(2, 6))).verdict(NOTHING));
        assertEquals(Verdict.WRONG_ARITHMETIC, Readings.of(third, Readings.gives("b", Fractions.of(2, 6))).verdict(Printed.of("0.4")));
        assertEquals(Verdict.ILL_POSED, Readings.of(third, Readings.gives("b", Fractions.of(1, 4))).verdict(NOTHING));
        assertEquals(Verdict.ILL_POSED, Readings.of(third, Readings.givesNothing("b", "no minimum")).verdict(NOTHING));
        Readings.Reading noisy = Readings.gives("c", 0.1 + 0.2, "bits");
        assertEquals(Verdict.NOT_PRINTED, Readings.of(noisy, Readings.gives("d", 0.3, "bits")).verdict(NOTHING));
        assertEquals("a: 1/3; b: no minimum", Readings.of(third, Readings.givesNothing("b", "no minimum")).recomputed());
    }

    @Test
    void readingsMustBeComparable() {
        Readings.Reading one = Readings.holds("one", true, "A");
        assertThrows(IllegalArgumentException.class, () -> Readings.of(one));
        assertThrows(IllegalArgumentException.class, () -> Readings.of(one, Readings.holds("one", false, "B")));
        assertThrows(IllegalArgumentException.class, () -> Readings.of(one, Readings.gives("two", Fractions.of(1, 2))));
        assertThrows(
                IllegalArgumentException.class, () -> Readings.of(Readings.givesNothing("a", "none"), Readings.givesNothing("b", "none")));
    }

    @Test
    void accountsAreJoinedByWhatTheySpeakOf() {
        Accounts differ = new Accounts(
                "3.3", Map.of("speed", "slow", "size", "large"), "5.3", Map.of("speed", "fast", "size", "large", "price", "low"));
        assertEquals(Verdict.SELF_CONTRADICTION, differ.verdict(NOTHING));
        assertEquals("speed: slow (3.3), fast (5.3)", differ.recomputed());
        assertEquals(Verdict.REPRODUCED, Accounts.of("speed", "1", "fast", "2", "fast").verdict(NOTHING));
        assertThrows(IllegalArgumentException.class, () -> new Accounts("1", Map.of("speed", "slow"), "2", Map.of("size", "large")));
    }

    @Test
    void printedNumbersMustFitTogetherWithinTheirDigits() {
        List<List<Printed>> pair = List.of(List.of(Printed.of("0.58")), List.of(Printed.of("0.46")));
        Coherence sum = Coherence.of(Fractions.of(1, 1), pair);
        assertEquals(Verdict.SELF_CONTRADICTION, sum.verdict(NOTHING));
        assertEquals("1, not 1.04", sum.recomputed());
        // [1.03, 1.05]
        assertEquals(Verdict.REPRODUCED, Coherence.of(Fractions.of("1.05"), pair).verdict(NOTHING));
        assertEquals(Verdict.SELF_CONTRADICTION, Coherence.of(Fractions.of("1.0501"), pair).verdict(NOTHING));
        // given and not rounded: 0.2 + 0.9 as last digits leave it, [1.0, 1.2], holds 1; as numbers it is 1.1
        Coherence rounded = Coherence.of(Fractions.of(1, 1), List.of(List.of(Printed.of("0.2")), List.of(Printed.of("0.9"))));
        assertEquals(Verdict.REPRODUCED, rounded.verdict(NOTHING));
        Coherence given = Coherence.ofExact(Fractions.of(1, 1), List.of(Fractions.of("0.2"), Fractions.of("0.9")));
        assertEquals(Verdict.SELF_CONTRADICTION, given.verdict(NOTHING));
        assertEquals("1, not 1.1", given.toString());
        assertEquals(
                Verdict.REPRODUCED,
                Coherence.ofExact(Fractions.of(1, 1), List.of(Fractions.of("0.2"), Fractions.of("0.8"))).verdict(NOTHING));
        // -[1.5, 2.5] · [2.5, 3.5]
        Coherence product = Coherence.of(Fractions.of("-6"), List.of(List.of(Printed.of("-2"), Printed.of("3"))));
        assertEquals(Fractions.of("-8.75"), product.found().low());
        assertEquals(Fractions.of("-3.75"), product.found().high());
        assertThrows(IllegalArgumentException.class, () -> Coherence.of(Fractions.of(1, 1), List.of(List.of(Printed.of("half")))));
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
