package infogap.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.decision.Reading.Preference;
import infogap.decision.Reading.Rule;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final Lottery GROSS_A = Lottery.binary(500, 0, 0.5);
    private static final Lottery GROSS_B = Lottery.binary(300, 0, 0.5);
    private static final Lottery NET_A = Lottery.binary(300, -200, 0.5);
    private static final Lottery NET_B = Lottery.binary(200, -100, 0.5);
    private static final Reading PRINTED =
            new Reading("as printed", GROSS_A, GROSS_B, new Rule.ExpectedUtility(Utility.custom("-x^2", x -> -x * x)));

    /// Document 004, section 4.5: the printed utility dislikes money; A dominates gross; 300 > 200; equal means, A spread wider.
    @Test
    void theDocumentsChoiceHasFourReadings() {
        Readings readings = new Readings("A", "B", List.of(
                PRINTED,
                new Reading("gross", GROSS_A, GROSS_B, new Rule.Dominates(Dominance.Order.FIRST)),
                new Reading("certain and net", Lottery.certain(300), Lottery.certain(200), new Rule.Mean()),
                new Reading("net lottery", NET_A, NET_B, new Rule.Dominates(Dominance.Order.SECOND))));
        assertEquals(List.of("B", "A", "A", "B"), List.copyOf(readings.conclusions().values()));
        assertFalse(readings.agree());
        assertEquals(
                Map.of("B", List.of("as printed", "net lottery"), "A", List.of("gross", "certain and net")), readings.byConclusion());
        assertTrue(readings.toString().contains("depends on the reading"), readings::toString);
        assertEquals("E u: -125000.00 against -45000.000, u is not increasing there", PRINTED.conclusion().evidence());
    }

    @Test
    void aReadingSaysWhatIsComparedAndByWhat() {
        assertEquals(
                """
                net lottery, by second-order dominance
                  first   -200 with probability 1/2, 300 with probability 1/2
                  second  -100 with probability 1/2, 200 with probability 1/2""",
                new Reading("net lottery", NET_A, NET_B, new Rule.Dominates(Dominance.Order.SECOND)).toString());
        assertTrue(PRINTED.toString().startsWith("as printed, by the larger expected utility, u(x) = -x^2\n"), PRINTED::toString);
        Reading certain = new Reading("certain", Lottery.certain(300), Lottery.certain(200), new Rule.Mean());
        assertTrue(certain.toString().startsWith("certain, by the larger mean\n  first   300 with probability 1\n"), certain::toString);
        assertEquals("second, because E u: -125000.00 against -45000.000, u is not increasing there", PRINTED.conclusion().toString());
    }

    @Test
    void readingsCanAgree() {
        Readings readings = new Readings("A", "B", List.of(
                new Reading("mean", GROSS_A, GROSS_B, new Rule.Mean()),
                new Reading("cara", GROSS_A, GROSS_B, new Rule.ExpectedUtility(Utility.cara(0.005)))));
        assertTrue(readings.agree());
        assertTrue(readings.toString().endsWith("the readings agree"), readings::toString);
    }

    @Test
    void aRuleMayTieOrNotDecide() {
        assertEquals(Preference.TIE, new Reading("mean", NET_A, NET_B, new Rule.Mean()).conclusion().preference());
        Rule utility = new Rule.ExpectedUtility(Utility.linear());
        assertEquals(Preference.TIE, new Reading("linear", NET_A, NET_B, utility).conclusion().preference());
        Rule first = new Rule.Dominates(Dominance.Order.FIRST);
        assertEquals(Preference.UNDECIDED, new Reading("first", NET_A, NET_B, first).conclusion().preference());
        assertEquals(Preference.TIE, new Reading("first", NET_A, NET_A, first).conclusion().preference());
        assertEquals(
                Map.of("mean", "tie", "first", "undecided"),
                new Readings("A", "B", List.of(new Reading("mean", NET_A, NET_B, new Rule.Mean()), new Reading("first", NET_A, NET_B, first)))
                        .conclusions());
    }

    /// The order of sums of money, and of a gamble and nothing, is that of money under every increasing utility, also where its values over- or underflow or
    /// agree to the last digit.
    @Test
    void moreMoneyIsPreferredWhereTheUtilityHasNoDigitsLeft() {
        Lottery none = Lottery.certain(0);
        assertEquals(Preference.SECOND, preference(Lottery.binary(-1000, 0, 0.5), none, new Rule.ExpectedUtility(Utility.cara(1))));
        for (Utility utility : List.of(
                Utility.cara(1), Utility.cara(1e-14), Utility.quadratic(1e14), Utility.crra(50, 0), Utility.crra(50, 1e8), Utility.hara(0.5, 1, 1e20),
                Utility.hara(-500, 1, 0), Utility.custom("-(x - 1e14)^2", x -> -(x - 1e14) * (x - 1e14)))) {
            for (double[] pair : new double[][] {{10, 20}, {1000, 2000}, {1e8, 2e8}}) {
                Rule rule = new Rule.ExpectedUtility(utility);
                assertEquals(Preference.SECOND, preference(Lottery.certain(pair[0]), Lottery.certain(pair[1]), rule), utility.formula());
                assertEquals(Preference.FIRST, preference(Lottery.certain(pair[1]), Lottery.certain(pair[0]), rule), utility.formula());
            }
        }
        assertEquals(
                "E u: 0.0000000 against 0.0000000, CE: 1000.0 against 2000.0",
                new Reading("rich", Lottery.certain(1000), Lottery.certain(2000), new Rule.ExpectedUtility(Utility.cara(1))).conclusion().evidence());
    }

    /// A premium of 5e-4 (`log cosh 1e-3 / 1e-3`) decides between sums of 1e9; equal equivalents (`√(1·4) = 2`) tie.
    @Test
    void aSmallPremiumDecidesAndARoundingDoesNot() {
        Rule cara = new Rule.ExpectedUtility(Utility.cara(1e-3));
        assertEquals(Preference.SECOND, preference(Lottery.binary(1e9 - 1, 1e9 + 1, 0.5), Lottery.certain(1e9), cara));
        Rule logarithm = new Rule.ExpectedUtility(Utility.crra(1, 0));
        assertEquals(Preference.TIE, preference(Lottery.binary(1, 4, 0.5), Lottery.certain(2), logarithm));
        assertEquals(Preference.TIE, preference(Lottery.binary(1e-100, 1e100, 0.5), Lottery.certain(1), logarithm));
        assertEquals(Preference.FIRST, preference(Lottery.binary(1, 4, 0.5), Lottery.certain(1.999999999), logarithm));
    }

    /// Theorems: exchanging the options exchanges the conclusion, and where one dominates every utility of the class agrees.
    @Test
    void conclusionsAreConsistent() {
        SplittableRandom random = new SplittableRandom(8);
        int decided = 0;
        for (int round = 0; round < 200; round++) {
            Lottery a = Lottery.binary(random.nextInt(-9, 10), random.nextInt(-9, 10), 0.5);
            Lottery b = Lottery.binary(random.nextInt(-9, 10), random.nextInt(-9, 10), 0.25);
            for (Dominance.Order order : Dominance.Order.values()) {
                Preference dominating = preference(a, b, new Rule.Dominates(order));
                assertEquals(exchanged(dominating), preference(b, a, new Rule.Dominates(order)));
                if (dominating == Preference.FIRST || dominating == Preference.SECOND) {
                    decided++;
                    for (Utility utility : List.of(Utility.cara(0.1), Utility.crra(1, 10), Utility.quadratic(100))) {
                        assertEquals(dominating, preference(a, b, new Rule.ExpectedUtility(utility)));
                    }
                }
            }
        }
        assertTrue(decided > 100, "only " + decided);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Readings("A", "A", List.of(PRINTED)));
        assertThrows(IllegalArgumentException.class, () -> new Readings("A", "B", List.of()));
        String message =
                assertThrows(IllegalArgumentException.class, () -> new Readings("A", "B", List.of(PRINTED, PRINTED))).getMessage();
        assertTrue(message.contains("as printed"), message);
        assertThrows(IllegalArgumentException.class, () -> new Reading(" ", GROSS_A, GROSS_B, new Rule.Mean()));
        assertThrows(IllegalArgumentException.class, () -> new Rule.ExpectedUtility(null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Reading("log of a loss", NET_A, NET_B, new Rule.ExpectedUtility(Utility.crra(1, 0))).conclusion());
    }

    private static Preference preference(Lottery a, Lottery b, Rule rule) {
        return new Reading("one", a, b, rule).conclusion().preference();
    }

    private static Preference exchanged(Preference preference) {
        return switch (preference) {
            case FIRST -> Preference.SECOND;
            case SECOND -> Preference.FIRST;
            case TIE, UNDECIDED -> preference;
        };
    }
}
