package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Accounts;
import infogap.claims.Finding;
import infogap.claims.Influences;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.claims.Sources;
import infogap.gap.Payoffs;
import infogap.numeric.Fractions;
import infogap.signaling.lemons.Grade;
import infogap.signaling.lemons.LemonsMarket;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 004, sections 1, 2 and 6: what it concludes about trust, prices, discounts and effects.
class Document004ConclusionsTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final BigFraction TENTH = Fractions.of(1, 10);

    @Test
    void hidingQualityRaisesOnePriceAndLowersTheOther() {
        LemonsMarket pool = LemonsMarket.of(Grade.of("good", 0.6, 70, 100), Grade.of("bad", 0.4, 30, 50));
        LemonsMarket unravelled = LemonsMarket.of(Grade.of("good", 0.6, 90, 100), Grade.of("bad", 0.4, 30, 50));
        BigFraction pooled = pool.outcomes().getLast().price();
        // 0.6 * 100 + 0.4 * 50: the price of hidden quality is the average of the prices of seen quality
        assertEquals(Fractions.of("80"), pooled);
        assertEquals(List.of("bad"), unravelled.outcomes().getLast().sold().stream().map(Grade::name).toList());
        assertEquals(List.of("bad", "good"), pool.grades().stream().map(Grade::name).toList());
        confirm("4-45", new Readings(pool.grades().stream()
                .map(grade -> Readings.holds(grade.name(), pooled.compareTo(grade.buyerValue()) > 0, pooled + " and " + grade.buyerValue()))
                .toList()));
    }

    @Test
    void noPriceOfHiddenQualityExceedsTheAverageWorth() {
        // Akerlof 1970: at every outcome buyers pay the average worth of what is sold and no more
        for (int keep = 0; keep <= 100; keep += 5) {
            LemonsMarket market = LemonsMarket.of(Grade.of("good", 0.6, keep, 100), Grade.of("bad", 0.4, 30, 50));
            market.outcomes().forEach(outcome -> {
                // an indifferent grade may sell in part
                BigFraction worth = outcome.supplies().stream()
                        .map(supply -> supply.sold().sample().multiply(supply.grade().buyerValue()))
                        .reduce(BigFraction.ZERO, BigFraction::add);
                assertEquals(outcome.price(), worth.divide(outcome.shareSold().sample()));
            });
            BigFraction highest = market.outcomes().getLast().price();
            assertTrue(highest.compareTo(Fractions.of("100")) <= 0, market.toString());
            assertEquals(keep <= 80 ? Fractions.of("80") : Fractions.of("50"), highest, "good ones kept for " + keep);
        }
    }

    @Test
    void aDiscountPaysOnlyWhereDemandIsElastic() {
        confirm("4-46", new Readings(IntStream.of(1, 5)
                .mapToObj(elasticity -> {
                    BigFraction change = change(TENTH, Fractions.of(elasticity, 1));
                    return Readings.holds("elasticity " + elasticity, change.compareTo(BigFraction.ZERO) > 0, Fractions.format(change));
                })
                .toList()));
        // 30 (1 + ε/10) = 40
        assertEquals(BigFraction.ZERO, change(TENTH, Fractions.of(10, 3)));
        // at the margin (100 - 60)/100 = 1/ε no price is better: a discount and a surcharge lose the same
        BigFraction best = Fractions.of(5, 2);
        assertEquals(change(TENTH, best), change(TENTH.negate(), best));
        assertTrue(change(TENTH, best).compareTo(BigFraction.ZERO) < 0);
    }

    @Test
    void theDocumentContradictsItself() {
        List<String> diagram = List.of(
                "gap → asymmetry", "asymmetry → barriers", "satisfaction → personalised service", "loyalty → competitive advantage");
        confirm("4-48", Influences.of(diagram, List.of("personalised service → satisfaction")));
        confirm("4-49", Influences.of(diagram, List.of("asymmetry → gap")));
        confirm("4-50", Influences.of(diagram, List.of("barriers → asymmetry")));
        assertEquals(List.of(), Influences.of(diagram, List.of("loyalty → competitive advantage")).contradicted());
        confirm("4-54", Accounts.of("the gap", "1", "kept", "8", "narrowed"));
    }

    @Test
    void whetherKnowingLessCostsTrustDependsOnTheAdvisersAims() {
        Payoffs<String, String> buying = Payoffs.actOrNot(List.of("good", "bad"), 100, 50);
        int act = buying.actions().indexOf("act");
        int not = 1 - act;
        double alone = Math.max(0, (buying.payoff(act, 0) + buying.payoff(act, 1)) / 2);
        assertEquals(25, alone);
        double same = (buying.payoff(act, 0) + buying.payoff(not, 1)) / 2;
        double opposite = (buying.payoff(not, 0) + buying.payoff(act, 1)) / 2;
        assertEquals(List.of(50.0, -25.0), List.of(same, opposite));
        confirm("4-44", Readings.of(
                Readings.holds("the same aims", same < alone, same + " against " + alone),
                Readings.holds("opposite aims", opposite < alone, opposite + " against " + alone)));
    }

    @Test
    void whatTheDocumentCites() {
        for (String id : List.of("4-55", "4-56", "4-57", "4-58")) {
            confirm(id, Sources.find().of(id));
        }
        assertEquals(LEDGER.claim("4-58").line().split(";").length, Sources.find().of("4-58").works().size());
    }

    @Test
    void noEffectIsMeasured() {
        confirm("4-47", new Finding.Missing(
                Finding.Missing.What.EVIDENCE,
                List.of("loyalty", "investment return", "treatment effect", "completion rate"),
                List.of()));
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }

    /// What a discount changes in the profit of 10 sold at 100 with a unit cost of 60, with linear demand.
    private static BigFraction change(BigFraction discount, BigFraction elasticity) {
        BigFraction margin = BigFraction.ONE.subtract(discount).multiply(100).subtract(60);
        return margin.multiply(elasticity.multiply(discount).add(BigFraction.ONE)).multiply(10).subtract(400);
    }
}
