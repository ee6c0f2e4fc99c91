package infogap.contracts.insurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.decision.Utility;
import infogap.gap.InformationGap;
import infogap.probability.Channel;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InsuranceMarketTest {

    private static final double PRINTED = 5e-9;
    private static final double ROUNDING = 1e-10;

    /// An exercise, as commonly taught: wealth 24, loss 16, utility 2√x, risks 1/2 and 3/4.
    @Test
    void squareRootExercise() {
        SeparatingPair pair = InsuranceMarket.of(24, 16, 0.5, 0.75, 0.5, Utility.crra(0.5, 0)).separating();
        assertEquals(0.14424492, pair.coverage(), PRINTED);
        assertEquals(9.15396, pair.market().exposure().bad(pair.low()), 5e-6);
        assertEquals(22.84604, pair.market().exposure().good(pair.low()), 5e-6);
        assertEquals(new Policy(12, 16), pair.high());
        // the definition: the high risks' utility of the low policy is that of 12 for certain
        assertEquals(2 * Math.sqrt(12), pair.market().expectedUtility(0.75, pair.low()), ROUNDING);
    }

    /// An exercise, as commonly taught: logarithm, risks 1/3 and 1/2, endowment 1 and 0: coverage 0.43933983 = 3(1 − 1/√2)/2, consumption 0.29289322 and 0.85355339.
    @Test
    void logarithmExercise() {
        SeparatingPair pair = InsuranceMarket.of(1, 1, 1 / 3.0, 0.5, 0.5, Utility.crra(1, 0)).separating();
        assertEquals(1.5 * (1 - Math.sqrt(0.5)), pair.coverage(), 1e-15);
        assertEquals(1 - Math.sqrt(0.5), pair.market().exposure().bad(pair.low()), 1e-15);
        assertEquals(0.85355339, pair.market().exposure().good(pair.low()), PRINTED);
    }

    /// Below the threshold the policy for all breaks the pair, from it on it does not; a grid of policies for all finds no better one than the best.
    @Test
    void theThresholdDecides() {
        for (Utility utility : List.of(Utility.crra(0.5, 0), Utility.cara(0.1), Utility.crra(1, 1), Utility.hara(0.5, 1, 2))) {
            InsuranceMarket market = InsuranceMarket.of(24, 16, 0.3, 0.6, 0.5, utility);
            double threshold = market.poolingThreshold();
            assertTrue(threshold > 0 && threshold < 1, utility::toString);
            RothschildStiglitz above = market.withHighShare(threshold + 1e-9).rothschildStiglitz();
            RothschildStiglitz below = market.withHighShare(threshold - 1e-9).rothschildStiglitz();
            assertInstanceOf(RothschildStiglitz.Equilibrium.class, above);
            assertInstanceOf(RothschildStiglitz.NoEquilibrium.class, below);
            assertTrue(above.certificate().holds() && !below.certificate().holds());
            double best = market.expectedUtility(0.3, market.bestPooling());
            for (int i = 0; i <= 1000; i++) {
                double indemnity = 16 * i / 1000.0;
                assertTrue(market.expectedUtility(0.3, new Policy(market.averageRisk() * indemnity, indemnity)) <= best + 1e-13 * Math.abs(best));
            }
            assertTrue(above.pair().constraints().stream().allMatch(Constraint::holds));
            assertEquals(List.of(true, false, true), above.pair().constraints().stream().map(Constraint::binds).toList());
        }
    }

    /// No pair on a grid of consumption that breaks even together and separates the risks is better for the low risks than the cross-subsidised one; the
    /// subsidy is 0 exactly from the threshold on.
    @Test
    void crossSubsidyIsBestForTheLowRisks() {
        SplittableRandom random = new SplittableRandom(75);
        int subsidised = 0;
        for (int round = 0; round < 20; round++) {
            Utility utility = round % 2 == 0 ? Utility.cara(random.nextDouble(0.05, 0.3)) : Utility.crra(random.nextDouble(0.5, 3), 2);
            double lowRisk = random.nextDouble(0.1, 0.4);
            double highRisk = lowRisk + random.nextDouble(0.1, 0.5);
            InsuranceMarket market = InsuranceMarket.of(10, 8, lowRisk, highRisk, random.nextDouble(0.02, 0.9), utility);
            SeparatingPair pair = market.crossSubsidy();
            assertTrue(pair.constraints().stream().allMatch(Constraint::holds), pair::toString);
            assertTrue(pair.constraints().get(0).binds() && pair.constraints().get(2).binds());
            assertEquals(market.highShare() < market.pairThreshold(), pair.subsidy() > 0, market::toString);
            assertTrue(market.pairThreshold() >= market.poolingThreshold() - ROUNDING, market::toString);
            double best = pair.lowUtility();
            for (int i = 0; i <= 60; i++) {
                double high = 10 - highRisk * 8 + 8 * (highRisk - lowRisk) * i / 60.0;
                for (int j = 0; j <= 60; j++) {
                    double after = 2 + 8 * j / 60.0;
                    // what the others leave for the low risks without a loss
                    double resources = 10 - market.averageRisk() * 8 - market.highShare() * high;
                    double good = (resources / (1 - market.highShare()) - lowRisk * after) / (1 - lowRisk);
                    if (good < 2 || good > 10 || (1 - highRisk) * utility.of(good) + highRisk * utility.of(after) > utility.of(high)) {
                        continue;
                    }
                    assertTrue((1 - lowRisk) * utility.of(good) + lowRisk * utility.of(after) <= best + 1e-12 * Math.abs(best), market::toString);
                }
            }
            subsidised += pair.subsidy() > 0 ? 1 : 0;
        }
        assertTrue(subsidised > 4 && subsidised < 16, "subsidised in " + subsidised);
    }

    /// No menu of two policies on a grid that both risks accept, each its own, earns a single insurer more; the low risks gain nothing and the high ones their rent.
    @Test
    void aGridOfPoliciesEarnsTheSingleInsurerNoMore() {
        SplittableRandom random = new SplittableRandom(76);
        int excluded = 0;
        for (int round = 0; round < 12; round++) {
            Utility utility = round % 2 == 0 ? Utility.cara(0.15) : Utility.crra(2, 0);
            double lowRisk = random.nextDouble(0.1, 0.4);
            double highRisk = lowRisk + random.nextDouble(0.05, 0.5);
            InsuranceMarket market = InsuranceMarket.of(10, 7, lowRisk, highRisk, random.nextDouble(0, 0.7), utility);
            MonopolyInsurance offer = market.monopoly();
            assertTrue(offer.constraints().stream().allMatch(Constraint::holds), offer::toString);
            assertTrue(offer.constraints().get(1).binds() && offer.constraints().get(2).binds(), offer::toString);
            Exposure exposure = market.exposure();
            double[] outside = {exposure.expected(lowRisk, exposure.none()), exposure.expected(highRisk, exposure.none())};
            for (int i = 0; i <= 70; i++) {
                for (int j = 0; j <= 70; j++) {
                    double good = 3 + i / 10.0;
                    double after = 3 + j / 10.0;
                    Policy low = new Policy(10 - good, Math.max(0, after - 3 + 10 - good));
                    if (exposure.expected(lowRisk, low) < outside[0]) {
                        continue;
                    }
                    // for each low policy, the best full insurance for the high risks that they take and the low risks leave
                    double left = exposure.sure(Math.max(outside[1], exposure.expected(highRisk, low)));
                    double profit = market.highShare() * (10 - highRisk * 7 - left) + (1 - market.highShare()) * low.profit(lowRisk);
                    assertTrue(profit <= offer.profit() + ROUNDING, offer::toString);
                }
            }
            excluded += offer.insuresLow() ? 0 : 1;
            AsymmetryCost cost = offer.cost();
            assertTrue(cost.lostToBoth() >= -ROUNDING && cost.transfer() >= -ROUNDING, cost::toString);
            InformationGap<String, String, String> gap = offer.informationGap(Channel.perfect(List.of("high risk", "low risk")));
            assertEquals(cost.loss(), gap.total(), ROUNDING);
        }
        assertTrue(excluded > 0 && excluded < 11, "low risks left out in " + excluded);
    }

    /// Equal risks, nobody or everybody of high risk, certain loss, no risk aversion, and nearly infinite risk aversion.
    @Test
    void degenerateMarkets() {
        InsuranceMarket equal = InsuranceMarket.of(10, 5, 0.25, 0.25, 0.5, Utility.cara(1));
        assertEquals(equal.separating().high(), equal.separating().low());
        assertEquals(new Policy(1.25, 5), equal.crossSubsidy().low());
        assertEquals(1, equal.separating().coverage());
        InsuranceMarket nobody = InsuranceMarket.of(10, 5, 0.25, 0.5, 0, Utility.cara(1));
        assertEquals(5, nobody.crossSubsidy().low().indemnity(), ROUNDING);
        assertEquals(5, nobody.monopoly().low().indemnity(), ROUNDING);
        assertInstanceOf(RothschildStiglitz.NoEquilibrium.class, nobody.rothschildStiglitz());
        InsuranceMarket everybody = nobody.withHighShare(1);
        assertEquals(0, everybody.crossSubsidy().subsidy());
        assertFalse(everybody.monopoly().insuresLow());
        InsuranceMarket certain = InsuranceMarket.of(10, 5, 0.25, 1, 0.5, Utility.cara(1));
        assertTrue(certain.separating().constraints().stream().allMatch(Constraint::holds));
        assertEquals(0, InsuranceMarket.of(10, 5, 0.25, 0.5, 0.5, Utility.linear()).separating().coverage(), ROUNDING, "without risk aversion cover buys nothing");
        SeparatingPair fearful = InsuranceMarket.of(10, 5, 0.25, 0.5, 0.5, Utility.cara(60)).separating();
        // infinitely risk-averse people look at the worst outcome: the low policy must leave 10 − 5 + 3I/4 = 7.5 there
        assertEquals(10 / 3.0, fearful.low().indemnity(), 0.05);
    }

    @Test
    void refusesWhatIsNoMarket() {
        Utility cara = Utility.cara(1);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThrows(IllegalArgumentException.class, () -> InsuranceMarket.of(10, bad, 0.1, 0.2, 0.5, cara));
            assertThrows(IllegalArgumentException.class, () -> InsuranceMarket.of(10, 5, bad, 0.2, 0.5, cara));
            assertThrows(IllegalArgumentException.class, () -> InsuranceMarket.of(10, 5, 0.1, bad, 0.5, cara));
            assertThrows(IllegalArgumentException.class, () -> InsuranceMarket.of(10, 5, 0.1, 0.2, bad, cara));
        }
        assertThrows(IllegalArgumentException.class, () -> InsuranceMarket.of(10, 5, 0.3, 0.2, 0.5, cara));
        assertThrows(IllegalArgumentException.class, () -> InsuranceMarket.of(10, 11, 0.1, 0.2, 0.5, Utility.crra(1, 0)));
        String loves = assertThrows(IllegalArgumentException.class,
                        () -> InsuranceMarket.of(10, 5, 0.1, 0.2, 0.5, Utility.custom("x^2", x -> x * x)))
                .getMessage();
        assertTrue(loves.startsWith("utility must be concave"), loves);
        assertThrows(IllegalArgumentException.class, () -> InsuranceMarket.of(10, 5, 0.1, 0.2, 0.5, Utility.quadratic(8)));
        assertThrows(IllegalArgumentException.class, () -> InsuranceMarket.of(1, 1, 0.1, 0.2, 0.5, Utility.crra(1, 0)).monopoly());
    }
}
