package infogap.contracts.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.decision.Lottery;
import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final BigFraction ZERO = BigFraction.ZERO;
    private static final BigFraction ONE = BigFraction.ONE;

    /// Gain 10, fine 40, an audit costs 5 and recovers 50: audits g/(g + F) = 1/5, cheats k/R = 1/10. A higher fine lowers the audits and not the cheating.
    @Test
    void inspectionByHand() {
        InspectionGame.Equilibrium equilibrium = InspectionGame.of(10, 40, 0, 5, 50).equilibrium();
        assertEquals(Fractions.of("1/5"), equilibrium.audits());
        assertEquals(Fractions.of("1/10"), equilibrium.cheats());
        InspectionGame.Equilibrium harsher = InspectionGame.of(10, 90, 0, 5, 50).equilibrium();
        assertEquals(Fractions.of("1/10"), harsher.audits());
        assertEquals(equilibrium.cheats(), harsher.cheats());
        assertEquals("both mix: an audit with probability 1/5, cheating with probability 1/10", equilibrium.toString());
        assertEquals(InspectionGame.Kind.NEVER_WORTH_AN_AUDIT, InspectionGame.of(10, 40, 0, 50, 50).equilibrium().kind());
    }

    /// By the definition of the two-by-two game: on a grid of both probabilities that holds the mixed one, no other pair is an equilibrium, unless an audit never pays or just breaks even.
    @Test
    void theOnlyEquilibrium() {
        SplittableRandom random = new SplittableRandom(82);
        int mixed = 0;
        for (int round = 0; round < 200; round++) {
            InspectionGame game = InspectionGame.of(random.nextInt(1, 9), random.nextInt(0, 9), random.nextInt(0, 4), random.nextInt(1, 9), random.nextInt(0, 12));
            InspectionGame.Equilibrium found = game.equilibrium();
            assertTrue(found.certificate().stream().allMatch(Constraint::holds), game::toString);
            boolean mixes = found.kind() == InspectionGame.Kind.MIXED;
            mixed += mixes ? 1 : 0;
            int auditSteps = found.audits().getDenominatorAsInt() * 5;
            int cheatSteps = found.cheats().getDenominatorAsInt() * 5;
            for (int i = 0; i <= auditSteps; i++) {
                for (int j = 0; j <= cheatSteps; j++) {
                    BigFraction audits = new BigFraction(i, auditSteps);
                    BigFraction cheats = new BigFraction(j, cheatSteps);
                    boolean equilibrium = best(cheats, game.cheating(audits).subtract(audits.multiply(game.reward()))) && best(audits, game.auditing(cheats));
                    boolean expected = audits.equals(found.audits()) && cheats.equals(found.cheats());
                    if (found.kind() == InspectionGame.Kind.NOTHING_TO_LOSE) {
                        assertEquals(audits.equals(ONE) && cheats.compareTo(found.cheats()) >= 0, equilibrium, game::toString);
                    } else if (mixes || !game.recovered().equals(game.auditCost())) {
                        assertEquals(expected, equilibrium, () -> game + " at " + audits + ", " + cheats);
                    }
                }
            }
        }
        assertTrue(mixed > 40 && mixed < 160, "mixed in " + mixed);
    }

    /// No fine up to the largest and no reward up to the game's on a grid deters at less cost.
    /// By hand: a share 1/10 of cheats takes 10 each, and one in five is looked at for 5. In general what is lost to both is what the audits cost where money only changes hands, and
    /// loss and gain are those of the payoffs of the four cells, weighed by the probabilities of the equilibrium.
    @Test
    void whatIsNotSeenCostsTheAuditor() {
        AsymmetryCost example = InspectionGame.of(10, 40, 0, 5, 50).cost();
        assertEquals(1, example.loss());
        assertEquals(1, example.lostToBoth(), "1/5 · 5");
        SplittableRandom random = new SplittableRandom(86);
        int mixed = 0;
        for (int round = 0; round < 200; round++) {
            int gain = random.nextInt(1, 9);
            int fine = random.nextInt(0, 9);
            InspectionGame game = InspectionGame.of(gain, fine, random.nextInt(0, 4), random.nextInt(1, 20), gain + fine);
            InspectionGame.Equilibrium ends = game.equilibrium();
            double a = ends.audits().doubleValue();
            double q = ends.cheats().doubleValue();
            double w = game.reward().doubleValue();
            double k = game.auditCost().doubleValue();
            double auditor = a * (q * (fine - k) - (1 - q) * (w + k)) - (1 - a) * q * gain;
            double other = q * ((1 - a) * gain - a * fine) + (1 - q) * a * w;
            boolean looks = ends.kind() != InspectionGame.Kind.NEVER_WORTH_AN_AUDIT;
            mixed += looks ? 1 : 0;
            assertEquals(looks ? -auditor : 0, game.cost().loss(), 1e-12, game::toString);
            assertEquals(looks ? other : 0, game.cost().transfer(), 1e-12, game::toString);
            assertEquals(a * k, game.cost().lostToBoth(), 1e-12, game::toString);
        }
        assertTrue(mixed > 20 && mixed < 180, "both cases: " + mixed);
    }

    @Test
    void cheapestDeterrence() {
        SplittableRandom random = new SplittableRandom(83);
        int rewarded = 0;
        for (int round = 0; round < 200; round++) {
            InspectionGame game = InspectionGame.of(random.nextInt(1, 9), 0, random.nextInt(0, 8), random.nextInt(1, 20), 30);
            BigFraction largest = Fractions.of(random.nextInt(0, 9), 1);
            InspectionGame.Deterrence best = game.cheapestDeterrence(largest);
            assertTrue(best.certificate().holds() && best.certificate().binds());
            rewarded += best.scheme().reward().compareTo(ZERO) > 0 ? 1 : 0;
            for (int fine = 0; fine <= 4; fine++) {
                for (int reward = 0; reward <= 8; reward++) {
                    BigFraction w = game.reward().multiply(new BigFraction(reward, 8));
                    BigFraction f = largest.multiply(new BigFraction(fine, 4));
                    BigFraction audits = game.gain().divide(game.gain().add(f).add(w));
                    assertTrue(audits.multiply(game.auditCost().add(w)).compareTo(best.cost()) >= 0, game::toString);
                }
            }
        }
        assertTrue(rewarded > 5, "rewarded in " + rewarded);
    }

    /// Returns 20, 60, 120 with 0.2, 0.3, 0.5; 50 is needed and a look costs 5: in default at 20 the lender gets 15, so that 0.8 D + 3 = 50 and D = 58.75.
    @Test
    void debtByHand() {
        CostlyVerification problem = CostlyVerification.of(Lottery.of(new double[] {20, 60, 120}, new double[] {0.2, 0.3, 0.5}), 50, 5);
        CostlyVerification.Debt debt = assertInstanceOf(CostlyVerification.Debt.class, problem.debt());
        assertEquals(Fractions.of("235/4"), debt.face());
        assertEquals(Fractions.of("1/5"), debt.defaultProbability());
        assertEquals(Fractions.of("1"), debt.verification());
        assertEquals(Fractions.of("31"), debt.borrower(), "82 − 50 − 1");
        assertEquals(1, debt.cost().lostToBoth(), 1e-12);
        assertEquals(0, debt.cost().transfer(), 1e-12);
        assertEquals(new CostlyVerification.NotFinanced(Fractions.of("71"), Fractions.of("80")), CostlyVerification.of(problem.returns(), 80, 22).debt());
    }

    /// Why debt: over every set of states that is looked at, every flat repayment elsewhere (a grid) and all that can be taken where it is looked, no contract pays the lender with less looking.
    @Test
    void noOtherContractLooksLess() {
        SplittableRandom random = new SplittableRandom(84);
        int financed = 0;
        int defaults = 0;
        for (int round = 0; round < 200; round++) {
            int n = random.nextInt(2, 6);
            double[] outcomes = random.ints(0, 40).distinct().limit(n).sorted().asDoubleStream().toArray();
            double[] weights = new double[n];
            Arrays.fill(weights, 1.0 / n);
            CostlyVerification problem = CostlyVerification.of(Lottery.of(outcomes, weights), random.nextInt(1, 25), random.nextInt(0, 6));
            CostlyVerification.Financing financing = problem.debt();
            BigFraction least = null;
            for (int looks = 0; looks < 1 << n; looks++) {
                // where nobody looks the same is repaid, at most the least of these outcomes; where somebody looks at most that and at most what there is
                BigFraction flat = null;
                BigFraction probability = ZERO;
                for (int i = n - 1; i >= 0; i--) {
                    if ((looks >> i & 1) == 0) {
                        flat = problem.returns().outcomes().get(i);
                    } else {
                        probability = probability.add(problem.returns().probabilities().get(i));
                    }
                }
                BigFraction collected = ZERO;
                for (int i = 0; i < n; i++) {
                    BigFraction y = problem.returns().outcomes().get(i);
                    boolean looked = (looks >> i & 1) == 1;
                    BigFraction taken = looked ? (flat == null || y.compareTo(flat) < 0 ? y : flat).subtract(problem.verificationCost()) : flat;
                    collected = collected.add(problem.returns().probabilities().get(i).multiply(taken));
                }
                if (collected.compareTo(problem.required()) >= 0) {
                    BigFraction cost = probability.multiply(problem.verificationCost());
                    least = least == null || cost.compareTo(least) < 0 ? cost : least;
                }
            }
            switch (financing) {
                case CostlyVerification.Debt debt -> {
                    financed++;
                    defaults += debt.defaultProbability().equals(ZERO) ? 0 : 1;
                    assertEquals(least, debt.verification(), problem::toString);
                    assertTrue(debt.constraints().stream().allMatch(Constraint::holds), problem::toString);
                    assertTrue(debt.constraints().getFirst().binds());
                    assertEquals(problem.required(), problem.lender(debt.face()));
                    assertEquals(problem.returns().exactMean().subtract(problem.required()).subtract(debt.verification()), debt.borrower());
                }
                case CostlyVerification.NotFinanced not -> {
                    assertTrue(not.most().compareTo(not.required()) < 0);
                    // taking everything in every state is a contract, too: debt of a face above all outcomes
                    assertTrue(least == null || problem.returns().exactMean().subtract(problem.verificationCost()).compareTo(problem.required()) >= 0, problem::toString);
                }
            }
        }
        assertTrue(financed > 60 && financed < 190 && defaults > 30, financed + " financed, " + defaults + " with default");
    }

    @Test
    void refusesWhatIsNoProblem() {
        Lottery returns = Lottery.binary(10, 0, 0.5);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThrows(IllegalArgumentException.class, () -> InspectionGame.of(bad, 1, 0, 1, 1));
            assertThrows(IllegalArgumentException.class, () -> InspectionGame.of(1, bad, 0, 1, 1));
            assertThrows(IllegalArgumentException.class, () -> InspectionGame.of(1, 1, bad, 1, 1));
            assertThrows(IllegalArgumentException.class, () -> InspectionGame.of(1, 1, 0, bad, 1));
            assertThrows(IllegalArgumentException.class, () -> InspectionGame.of(1, 1, 0, 1, bad));
            assertThrows(IllegalArgumentException.class, () -> CostlyVerification.of(returns, bad, 1));
            assertThrows(IllegalArgumentException.class, () -> CostlyVerification.of(returns, 1, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> InspectionGame.of(0, 1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> CostlyVerification.of(Lottery.binary(10, -1, 0.5), 1, 1));
        assertThrows(IllegalArgumentException.class, () -> InspectionGame.of("1", "1", "0", "x", "1"));
        assertEquals(List.of(Fractions.of("1/3")), List.of(InspectionGame.of("1/2", "1", "0", "1", "2").deterringAudit()));
    }

    /// Whether a probability is a best reply when the action gains this much over the other.
    private static boolean best(BigFraction probability, BigFraction gain) {
        int sign = gain.getNumerator().signum();
        return probability.equals(ONE) ? sign >= 0 : probability.equals(ZERO) ? sign <= 0 : sign == 0;
    }
}
