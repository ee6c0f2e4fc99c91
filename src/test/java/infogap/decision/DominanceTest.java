package infogap.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.decision.Dominance.Relation;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DominanceTest {

    private static final Lottery A = Lottery.binary(500, 0, 0.5).plus(-200);
    private static final Lottery B = Lottery.binary(300, 0, 0.5).plus(-100);

    /// Expected utilities of a few terms each.
    private static final double ROUNDING = 1e-12;

    @Test
    void theNetLotteriesOfTheArticleDifferByRiskOnly() {
        Dominance dominance = Dominance.secondOrder(A, B);
        assertEquals(Relation.SECOND_DOMINATES, dominance.relation());
        assertEquals(fractions("-200", "-100", "200", "300"), dominance.evidence().stream().map(Dominance.Evidence::outcome).toList());
        assertEquals(fractions("0", "50", "50", "0"), dominance.evidence().stream().map(Dominance.Evidence::difference).toList());
        assertEquals(Relation.NEITHER, Dominance.firstOrder(A, B).relation());
        assertTrue(dominance.toString().startsWith("second-order dominance: second dominates"), dominance::toString);
    }

    @Test
    void grossOfPricesTheFirstDominates() {
        Lottery gross = Lottery.binary(500, 0, 0.5);
        assertEquals(Relation.FIRST_DOMINATES, Dominance.firstOrder(gross, Lottery.binary(300, 0, 0.5)).relation());
        assertEquals(Relation.EQUAL, Dominance.firstOrder(gross, gross).relation());
    }

    @Test
    void theArticlesRiskierLotteryIsTheOtherPlusNoise() {
        var spread = assertInstanceOf(MeanPreservingSpread.Spread.class, MeanPreservingSpread.of(B, A));
        assertTrue(spread.verify());
        // by hand: −100 must become −200 or 300 with mean −100, so 4/5 and 1/5 of its half
        assertEquals(List.of(fractions("2/5", "1/10"), fractions("1/10", "2/5")), spread.coupling());
        MeanPreservingSpread none = MeanPreservingSpread.of(A, B);
        assertTrue(none.toString().contains("up to -100 the integral of the distribution function is 50 for safe and 0 for risky"), none::toString);
        assertTrue(MeanPreservingSpread.of(A, B.plus(1)).toString().contains("means 50 and 51 differ"));
    }

    @Test
    void aWrongCouplingIsNotVerified() {
        assertFalse(new MeanPreservingSpread.Spread(B, A, List.of(fractions("1/4", "1/4"), fractions("1/4", "1/4"))).verify());
    }

    /// Noise added to a random lottery: a spread by construction, whose coupling must be found again and verify.
    @Test
    void addedNoiseIsFoundAgain() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 100; round++) {
            Lottery safe = random(random);
            List<BigFraction> outcomes = new ArrayList<>();
            List<BigFraction> probabilities = new ArrayList<>();
            for (int i = 0; i < safe.size(); i++) {
                BigFraction down = new BigFraction(random.nextInt(1, 6));
                BigFraction up = new BigFraction(random.nextInt(1, 6));
                BigFraction p = safe.probabilities().get(i);
                outcomes.add(safe.outcomes().get(i).subtract(down));
                probabilities.add(p.multiply(up.divide(up.add(down))));
                outcomes.add(safe.outcomes().get(i).add(up));
                probabilities.add(p.multiply(down.divide(up.add(down))));
            }
            Lottery risky = Lottery.of(outcomes, probabilities);
            var spread = assertInstanceOf(MeanPreservingSpread.Spread.class, MeanPreservingSpread.of(safe, risky));
            assertTrue(spread.verify());
            assertEquals(Relation.FIRST_DOMINATES, Dominance.secondOrder(safe, risky).relation());
        }
    }

    /// Dominance of the second order ⇔ every increasing concave utility agrees. The hinges min(x, k) generate the cone of such utilities, so that
    /// they decide exactly; sampled utilities of every family must follow.
    @Test
    void secondOrderDominanceIsWhatEveryRiskAverterPrefers() {
        SplittableRandom random = new SplittableRandom(4);
        int dominated = 0;
        for (int round = 0; round < 300; round++) {
            Lottery a = random(random);
            Lottery b = random(random);
            Relation relation = Dominance.secondOrder(a, b).relation();
            boolean hingesPreferA = true;
            for (int k = -12; k <= 12; k++) {
                BigFraction knot = new BigFraction(k);
                BigFraction difference = a.exactExpectation(x -> min(x, knot)).subtract(b.exactExpectation(x -> min(x, knot)));
                hingesPreferA &= difference.getNumerator().signum() >= 0;
            }
            assertEquals(relation == Relation.FIRST_DOMINATES || relation == Relation.EQUAL, hingesPreferA);
            if (relation == Relation.FIRST_DOMINATES) {
                dominated++;
                for (Utility utility : List.of(
                        Utility.linear(),
                        Utility.cara(random.nextDouble(0.001, 1)),
                        Utility.crra(random.nextDouble(0, 5), 13),
                        Utility.quadratic(random.nextDouble(12, 40)),
                        Utility.hara(0.5, random.nextDouble(0.1, 1), 30))) {
                    double better = Valuation.of(a, utility).orThrow().certaintyEquivalent();
                    double worse = Valuation.of(b, utility).orThrow().certaintyEquivalent();
                    assertTrue(better >= worse - ROUNDING, () -> utility + " prefers\n" + b + "\nto\n" + a);
                }
            }
        }
        assertTrue(dominated > 30, "only " + dominated + " pairs were in order");
    }

    /// Dominance of the first order ⇔ every step utility agrees.
    @Test
    void firstOrderDominanceIsWhatEverybodyPrefers() {
        SplittableRandom random = new SplittableRandom(5);
        int dominated = 0;
        for (int round = 0; round < 300; round++) {
            Lottery a = random(random);
            Lottery b = random(random);
            Relation relation = Dominance.firstOrder(a, b).relation();
            boolean stepsPreferA = true;
            for (int k = -12; k <= 12; k++) {
                int threshold = k;
                BigFraction above = a.exactExpectation(x -> x.compareTo(new BigFraction(threshold)) > 0 ? BigFraction.ONE : BigFraction.ZERO);
                stepsPreferA &= above.compareTo(
                                b.exactExpectation(x -> x.compareTo(new BigFraction(threshold)) > 0 ? BigFraction.ONE : BigFraction.ZERO))
                        >= 0;
            }
            assertEquals(relation == Relation.FIRST_DOMINATES || relation == Relation.EQUAL, stepsPreferA);
            if (relation == Relation.FIRST_DOMINATES) {
                dominated++;
                assertEquals(Relation.FIRST_DOMINATES, Dominance.secondOrder(a, b).relation(), "first order implies second order");
            }
        }
        assertTrue(dominated > 10, "only " + dominated + " pairs were in order");
    }

    /// One to four integer outcomes in −10…10 with probabilities in twelfths.
    private static Lottery random(SplittableRandom random) {
        int n = random.nextInt(1, 5);
        List<BigFraction> outcomes = new ArrayList<>();
        List<BigFraction> probabilities = new ArrayList<>();
        int left = 12;
        for (int i = 0; i < n; i++) {
            int share = i == n - 1 ? left : random.nextInt(0, left + 1);
            left -= share;
            outcomes.add(new BigFraction(random.nextInt(-10, 11)));
            probabilities.add(Fractions.of(share, 12));
        }
        return Lottery.of(outcomes, probabilities);
    }

    private static BigFraction min(BigFraction a, BigFraction b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static List<BigFraction> fractions(String... values) {
        return java.util.Arrays.stream(values).map(Fractions::of).toList();
    }
}
