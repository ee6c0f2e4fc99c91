package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import infogap.claims.Finding;
import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Ledger;
import infogap.decision.Dominance;
import infogap.decision.Lottery;
import infogap.decision.Reading;
import infogap.decision.Reading.Rule;
import infogap.decision.Readings;
import infogap.decision.Utility;
import infogap.decision.Valuation;
import infogap.numeric.Fractions;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 004, section 4.5: which of two products does a risk-averse customer choose?
class Document004UtilityTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final UnaryOperator<BigFraction> PRINTED = x -> x.multiply(x).negate();
    private static final Lottery GROSS_A = Lottery.binary(500, 0, 0.5);
    private static final Lottery GROSS_B = Lottery.binary(300, 0, 0.5);
    private static final Lottery NET_A = Lottery.binary(300, -200, 0.5);
    private static final Lottery NET_B = Lottery.binary(200, -100, 0.5);

    @Test
    void expectedUtilityIsTheAverageOverEquallyLikelyStates() {
        confirm("4-10", new Finding.Equation(IntStream.range(1, 20)
                .mapToObj(wins -> {
                    Lottery lottery = Lottery.of(
                            List.of(Fractions.of(500, 1), Fractions.of(-30, 1)),
                            List.of(Fractions.of(wins, 20), Fractions.of(20 - wins, 20)));
                    BigFraction sum = BigFraction.ZERO;
                    for (int state = 0; state < 20; state++) {
                        sum = sum.add(PRINTED.apply(Fractions.of(state < wins ? 500 : -30, 1)));
                    }
                    return new Point(wins + " of 20", lottery.exactExpectation(PRINTED), sum.divide(20));
                })
                .toList()));
    }

    @Test
    void thePrintedUtilityDislikesMoney() {
        Utility printed = Utility.custom("-x^2", x -> -x * x);
        confirm("4-11", new Finding.Equation(IntStream.rangeClosed(0, 5)
                .mapToObj(hundreds -> new Point(
                        "x = " + 100 * hundreds,
                        Fractions.of((long) Math.signum(printed.of(100 * hundreds + 1) - printed.of(100 * hundreds)), 1),
                        BigFraction.ONE))
                .toList()));
        // √125000: the certain sum whose printed utility is that of A
        Valuation.Valued valued = Valuation.asPrinted(GROSS_A, printed).orThrow();
        assertEquals(Math.sqrt(125000), valued.certaintyEquivalent(), 1e-9);
    }

    @Test
    void thePrintedSumsAreRight() {
        LEDGER.check("4-12", GROSS_A.exactExpectation(PRINTED)).confirm();
        LEDGER.check("4-13", GROSS_B.exactExpectation(PRINTED)).confirm();
        boolean larger = GROSS_B.exactExpectation(PRINTED).compareTo(GROSS_A.exactExpectation(PRINTED)) > 0;
        confirm("4-14", new Finding.Statement(List.of(new Case("EU(B) > EU(A)", larger))));
    }

    @Test
    void whatIsNotGivenDecides() {
        confirm("4-15", infogap.claims.Readings.of(
                infogap.claims.Readings.gives("0", GROSS_A.exactExpectation(PRINTED)),
                infogap.claims.Readings.gives("500", Lottery.certain(500).exactExpectation(PRINTED))));
        String withoutPrices = betterMean(GROSS_A, GROSS_B);
        confirm("4-17", infogap.claims.Readings.of(
                infogap.claims.Readings.holds("as used", !betterMean(GROSS_A, GROSS_B).equals(withoutPrices), "not at all"),
                infogap.claims.Readings.holds("paid", !betterMean(NET_A, NET_B).equals(withoutPrices), betterMean(NET_A, NET_B))));
        assertEquals(List.of("A", "a tie"), List.of(withoutPrices, betterMean(NET_A, NET_B)));
    }

    @Test
    void theUtilityOfTheMeanIsNotTheMeanUtility() {
        confirm("4-16", new Finding.Equation(IntStream.of(0, 100, 500)
                .mapToObj(spread -> {
                    Lottery lottery = spread == 0 ? Lottery.certain(500) : Lottery.binary(500 + spread, 500 - spread, 0.5);
                    return new Point("500 ± " + spread, PRINTED.apply(lottery.exactMean()), lottery.exactExpectation(PRINTED));
                })
                .toList()));
    }

    @Test
    void thePreferenceHasFourReadings() {
        Map<String, String> readings = new Readings("A", "B", List.of(
                        new Reading("as printed", GROSS_A, GROSS_B, new Rule.ExpectedUtility(Utility.custom("-x^2", x -> -x * x))),
                        new Reading("gross", GROSS_A, GROSS_B, new Rule.Dominates(Dominance.Order.FIRST)),
                        new Reading("certain and net", Lottery.certain(300), Lottery.certain(200), new Rule.Mean()),
                        new Reading("net lottery", NET_A, NET_B, new Rule.Dominates(Dominance.Order.SECOND))))
                .conclusions();
        assertEquals(List.of("B", "A", "A", "B"), List.copyOf(readings.values()));
        confirm("4-18", new infogap.claims.Readings(readings.entrySet().stream()
                .map(reading -> infogap.claims.Readings.holds(reading.getKey(), reading.getValue().equals("B"), reading.getValue()))
                .toList()));
        // the integrals of F_A − F_B: exact, as worked out by hand from the four outcomes
        assertEquals(
                List.of("0", "50", "50", "0"),
                Dominance.secondOrder(NET_A, NET_B).evidence().stream().map(e -> Fractions.format(e.difference())).toList());
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }

    private static String betterMean(Lottery a, Lottery b) {
        int order = a.exactMean().compareTo(b.exactMean());
        return order > 0 ? "A" : order < 0 ? "B" : "a tie";
    }
}
