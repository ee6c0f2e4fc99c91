package infogap.contracts.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.decision.Lottery;
import infogap.numeric.Fractions;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CreditMarketTest {

    private static final Borrower SAFE = Borrower.of("safe", 0.5, 150, 0.9);
    private static final Borrower RISKY = Borrower.of("risky", 0.5, 270, 0.5);

    /// Projects worth 135: the safe leave at 150 − 10/0.9 = 1250/9, the risky at 270 − 10/0.5 = 250. A loan brings 0.7·1250/9 = 875/9 with both and 0.5·250 = 125 with the risky alone.
    @Test
    void twoKindsByHand() {
        CreditMarket market = CreditMarket.of(100, 10, SAFE, RISKY);
        assertEquals(List.of(Fractions.of("1250/9"), Fractions.of("250")), market.exits());
        assertEquals(Fractions.of("875/9"), market.at(Fractions.of("1250/9")).expected());
        assertEquals(Fractions.of("125"), market.at(Fractions.of("250")).expected());
        assertEquals(Fractions.of("250"), market.best(BigFraction.ONE).repayment(), "half of the borrowers at 25 each beat all of them at −25/9");
        assertTrue(market.toString().contains("repayment 250: risky apply, a loan brings 125"), market::toString);
    }

    /// With fewer risky ones, 0.1 of them, a loan brings 0.86·1250/9 = 1075/9 with all, beyond which it falls; 0.6·175/9 for the money for 60 % beats 0.1·25, and 40 % are turned away, of whom
    /// the risky would pay up to 250.
    @Test
    void whoIsTurnedAwayWouldPayMore() {
        CreditMarket market = CreditMarket.of(100, 10,
                new Borrower("safe", Fractions.of("9/10"), SAFE.returns()), new Borrower("risky", Fractions.of("1/10"), RISKY.returns()));
        CreditMarket.Rationing rationing = market.ration(0.6);
        assertEquals(market.exits().getFirst(), rationing.terms().repayment());
        assertTrue(rationing.isRationed());
        assertEquals(Fractions.of("2/5"), rationing.turnedAway());
        List<Constraint> certificate = market.certificate(Fractions.of("3/5"));
        assertEquals("[incentive     profit at 250 ≤ at 1250/9: 5/2 ≤ 35/3 holds]", certificate.toString());
        assertTrue(market.exits().getLast().compareTo(rationing.terms().repayment()) > 0, "the risky would pay more");
        assertFalse(market.ration(1).isRationed());
        // just beyond the exit the expected return falls
        BigFraction beyond = market.exits().getFirst().add(Fractions.of("1/1000000"));
        assertTrue(market.at(beyond).expected().compareTo(rationing.terms().expected()) < 0);
        AsymmetryCost cost = market.cost();
        assertEquals(cost.loss(), cost.transfer() + cost.lostToBoth(), 1e-12);
    }

    /// Three kinds of spreads: exits do not fall with the risk (revelation of E (y − D)⁺ by a grid), no repayment of a grid brings more, and a loan to the riskier brings less.
    @Test
    void noRepaymentOfAGridBringsMore() {
        SplittableRandom random = new SplittableRandom(85);
        int inside = 0;
        for (int round = 0; round < 100; round++) {
            BigFraction money = Fractions.of(random.nextInt(1, 5), 4);
            double low = random.nextInt(1, 30);
            Borrower[] kinds = new Borrower[3];
            for (int i = 0; i < 3; i++) {
                kinds[i] = new Borrower("kind " + i, Fractions.of(random.nextInt(1, 4) * (i < 2 ? 1 : 0) + (i < 2 ? 0 : 1), 10),
                        Lottery.of(new double[] {50 - low * i / 2, 50, 50 + low * i / 2}, new double[] {0.25, 0.5, 0.25}));
            }
            BigFraction rest = BigFraction.ONE.subtract(kinds[0].share()).subtract(kinds[1].share());
            kinds[2] = new Borrower("kind 2", rest, kinds[2].returns());
            CreditMarket market = CreditMarket.of(20, random.nextInt(0, 30), kinds);
            List<BigFraction> exits = market.exits();
            for (int i = 0; i < 3; i++) {
                assertEquals(market.outside(), market.borrowers().get(i).keeps(exits.get(i)), market::toString);
                if (i > 0) {
                    assertTrue(exits.get(i).compareTo(exits.get(i - 1)) >= 0);
                }
            }
            BigFraction best = earned(market, market.best(money), money);
            BigFraction most = market.at(exits.getLast()).expected();
            for (int step = 0; step <= 800; step++) {
                BigFraction repayment = Fractions.of(step, 10);
                if (repayment.compareTo(exits.getLast()) <= 0) {
                    assertTrue(earned(market, market.at(repayment), money).compareTo(best) <= 0, market::toString);
                    assertTrue(market.at(repayment).expected().compareTo(most) <= 0, "the riskiest at their limit bring most for each loan");
                }
                for (int i = 1; i < 3; i++) {
                    assertTrue(kinds[i].repays(repayment).compareTo(kinds[i - 1].repays(repayment)) <= 0);
                    assertTrue(kinds[i].keeps(repayment).compareTo(kinds[i - 1].keeps(repayment)) >= 0);
                }
            }
            inside += market.certificate(money).isEmpty() ? 0 : 1;
            AsymmetryCost cost = market.cost();
            assertTrue(cost.loss() >= -1e-12 && cost.lostToBoth() >= -1e-12 && cost.transfer() >= -1e-12, cost::toString);
        }
        assertTrue(inside > 3, "the best repayment keeps the safe in " + inside);
    }

    private static BigFraction earned(CreditMarket market, CreditMarket.Terms terms, BigFraction money) {
        BigFraction loans = money.compareTo(terms.demand()) < 0 ? money : terms.demand();
        return loans.multiply(terms.expected().subtract(market.loan()));
    }

    @Test
    void refusesWhatIsNoMarket() {
        assertThrows(IllegalArgumentException.class, () -> CreditMarket.of(100, 10, SAFE));
        String means = assertThrows(IllegalArgumentException.class, () -> CreditMarket.of(100, 10, SAFE, Borrower.of("other", 0.5, 300, 0.5))).getMessage();
        assertTrue(means.startsWith("returns of borrower other must be a mean-preserving spread"), means);
        assertThrows(IllegalArgumentException.class, () -> CreditMarket.of(100, 10, SAFE, SAFE));
        assertThrows(IllegalArgumentException.class, () -> CreditMarket.of(100, 136, SAFE, RISKY));
        CreditMarket market = CreditMarket.of(100, 10, SAFE, RISKY);
        assertThrows(IllegalArgumentException.class, () -> market.at(Fractions.of("251")));
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThrows(IllegalArgumentException.class, () -> CreditMarket.of(bad, 10, SAFE, RISKY));
            assertThrows(IllegalArgumentException.class, () -> CreditMarket.of(100, bad, SAFE, RISKY));
            assertThrows(IllegalArgumentException.class, () -> Borrower.of("x", bad, 1, 0.5));
            assertThrows(IllegalArgumentException.class, () -> Borrower.of("x", 0.5, bad, 0.5));
            assertThrows(IllegalArgumentException.class, () -> Borrower.of("x", 0.5, 1, bad));
            assertThrows(IllegalArgumentException.class, () -> market.ration(bad));
        }
        // a bank that would lose on every loan lends to nobody
        assertEquals(BigFraction.ZERO, CreditMarket.of(134, 10, SAFE, RISKY).ration(1).served());
        assertEquals(0, CreditMarket.of(134, 10, SAFE, RISKY).cost().loss());
    }
}
