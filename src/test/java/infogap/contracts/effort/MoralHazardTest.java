package infogap.contracts.effort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.decision.Utility;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class MoralHazardTest {

    private static final double RELATIVE = 1e-12;

    /// An exercise, as commonly taught: utility 2√w, reservation 10, efforts that cost 2e and e, P(200) = 0.8 and 0.4, else 50: wages (10 + 2.5e)²/4 and 25; high effort is worth it iff e < (√265 − 5)/2.
    @Test
    void twoOutcomesInClosedForm() {
        double turning = (Math.sqrt(265) - 5) / 2;
        for (double e : new double[] {0.5, 1, 2, 4, turning - 1e-6, turning + 1e-6, 8}) {
            MoralHazard problem = MoralHazard.of(new double[] {200, 50}, Utility.crra(0.5, 0), 10, Action.of("high", 2 * e, 0.8, 0.2), Action.of("low", e, 0.4, 0.6));
            WageContract.Cheapest high = assertInstanceOf(WageContract.Cheapest.class, problem.implement("high"));
            double success = (10 + 2.5 * e) * (10 + 2.5 * e) / 4;
            assertEquals(success, high.wages().get(0), RELATIVE * success);
            assertEquals(25, high.wages().get(1), 25 * RELATIVE);
            assertEquals(e < turning ? "high" : "low", problem.best().action().name());
            assertTrue(high.constraints().stream().allMatch(Constraint::binds), high::toString);
            // low effort needs no incentive: a flat wage (10 + e)²/4
            WageContract.Cheapest low = assertInstanceOf(WageContract.Cheapest.class, problem.implement("low"));
            assertEquals((10 + e) * (10 + e) / 4, low.expectedWage(), RELATIVE * low.expectedWage());
            assertEquals(problem.fullInformationWage("low"), low.wages().get(1), RELATIVE * low.expectedWage());
        }
    }

    /// For every utility: v_s − v_f = (c_a − c_b)/(p_a − p_b) and Σ p v = ū + c_a, and 1/u′ is linear in the likelihood ratio.
    @Test
    void twoOutcomesForEveryUtility() {
        for (Utility utility : List.of(Utility.cara(0.02), Utility.crra(1, 5), Utility.crra(3, 200), Utility.hara(0.5, 1, 3), Utility.hara(-1, 1, 300), Utility.quadratic(500))) {
            double outside = utility.of(40);
            double step = (utility.of(60) - outside) / 5;
            MoralHazard problem = MoralHazard.of(new double[] {300, 20}, utility, outside, Action.of("work", step, 0.7, 0.3), Action.of("shirk", 0, 0.2, 0.8));
            WageContract.Cheapest work = assertInstanceOf(WageContract.Cheapest.class, problem.implement("work"));
            double difference = utility.of(work.wages().get(0)) - utility.of(work.wages().get(1));
            assertEquals(step / 0.5, difference, 1e-9 * Math.abs(difference), utility::toString);
            assertEquals(outside + step, 0.7 * utility.of(work.wages().get(0)) + 0.3 * utility.of(work.wages().get(1)), 1e-10 * Math.abs(outside), utility::toString);
            for (int x = 0; x < 2; x++) {
                double ratio = work.likelihoodRatio(problem.actions().get(1), x).orElseThrow();
                double price = 1 / utility.marginal(work.wages().get(x));
                assertEquals(price, work.participation() + work.incentives().get(1) * (1 - ratio), 1e-8 * price, utility::toString);
            }
            assertTrue(problem.cost().lostToBoth() >= 0 && Math.abs(problem.cost().transfer()) < 1e-9 * 300, () -> utility + "\n" + problem.cost());
        }
    }

    /// No wages on a random cloud around and away from the cheapest that satisfy every constraint cost less; the cheapest satisfy all of them.
    @Test
    void noOtherWagesAreCheaper() {
        SplittableRandom random = new SplittableRandom(77);
        int several = 0;
        int floors = 0;
        int tried = 0;
        for (int round = 0; round < 150; round++) {
            int outcomes = random.nextInt(2, 6);
            int actions = random.nextInt(2, 5);
            MoralHazard problem = random(random, outcomes, actions, round % 3 == 0);
            for (Action action : problem.actions()) {
                if (!(problem.implement(action.name()) instanceof WageContract.Cheapest cheapest)) {
                    continue;
                }
                assertTrue(cheapest.constraints().stream().allMatch(Constraint::holds), () -> cheapest + "\n" + cheapest.constraints());
                assertTrue(cheapest.residual() < 1e-10, () -> cheapest + " " + cheapest.residual());
                several += cheapest.incentives().stream().filter(lambda -> lambda > 1e-9).count() > 1 ? 1 : 0;
                floors += cheapest.constraints().stream().filter(c -> c.kind() == Constraint.Kind.LIABILITY && c.binds()).count() > 0 ? 1 : 0;
                for (int cloud = 0; cloud < 300; cloud++) {
                    double size = Math.pow(10, -random.nextInt(0, 5));
                    double[] utilities = new double[outcomes];
                    for (int x = 0; x < outcomes; x++) {
                        utilities[x] = problem.utility().of(cheapest.wages().get(x)) + size * random.nextDouble(-1, 1);
                    }
                    if (allowed(problem, action, utilities)) {
                        tried++;
                        assertTrue(cost(problem, action, utilities) >= cheapest.expectedWage() - 1e-9 * Math.abs(cheapest.expectedWage()), cheapest::toString);
                    }
                }
            }
        }
        assertTrue(several > 20 && floors > 5 && tried > 1000, several + " with several incentives, " + floors + " at the floor, " + tried + " others");
    }

    /// Holmström's informativeness: a further signal never costs, and helps exactly when it changes the likelihood ratios of a binding incentive.
    @Test
    void aFurtherSignalHelpsIfItTellsSomethingOfTheAction() {
        SplittableRandom random = new SplittableRandom(78);
        int helpful = 0;
        for (int round = 0; round < 60; round++) {
            MoralHazard problem = random(random, 3, 2, false);
            boolean informative = round % 2 == 0;
            List<List<List<BigFraction>>> signals = new ArrayList<>();
            List<List<BigFraction>> first = rows(random, 3);
            signals.add(first);
            signals.add(informative ? rows(random, 3) : first);
            for (Action action : problem.actions()) {
                if (problem.implement(action.name()) instanceof WageContract.Cheapest without) {
                    WageContract.Cheapest with = assertInstanceOf(WageContract.Cheapest.class, problem.withSignal(signals).implement(action.name()));
                    double saved = without.expectedWage() - with.expectedWage();
                    double tolerance = 1e-9 * without.expectedWage();
                    assertTrue(saved >= -tolerance, with::toString);
                    boolean binds = without.incentives().stream().anyMatch(lambda -> lambda > 1e-9);
                    if (!informative || !binds) {
                        assertEquals(0, saved, tolerance);
                    } else if (!signals.getFirst().equals(signals.getLast())) {
                        assertTrue(saved > tolerance, () -> "saved " + saved + " of\n" + without);
                        helpful++;
                    }
                }
            }
        }
        assertTrue(helpful > 15, "only " + helpful);
    }

    /// An outcome that only shirking leads to deters it for nothing where any wage can be paid; with a least wage it does not.
    @Test
    void punishmentThatIsNeverPaid() {
        Action work = Action.of("work", 1, 0.5, 0.5, 0);
        Action shirk = Action.of("shirk", 0, 0.45, 0.45, 0.1);
        MoralHazard problem = MoralHazard.of(new double[] {100, 20, 0}, Utility.crra(1, 0), Math.log(10), work, shirk);
        WageContract.Cheapest contract = assertInstanceOf(WageContract.Cheapest.class, problem.implement("work"));
        assertEquals(10 * Math.E, contract.expectedWage(), 1e-12 * 10 * Math.E, "the wage of full information");
        assertTrue(contract.wages().get(2) > 0 && contract.wages().get(2) < 1e-2, contract::toString);
        assertTrue(contract.constraints().stream().allMatch(Constraint::holds));
        WageContract.Cheapest floor = assertInstanceOf(WageContract.Cheapest.class, problem.withLeastWage(5).implement("work"));
        assertTrue(floor.expectedWage() > contract.expectedWage() + 0.1);
        assertEquals(5, floor.wages().get(2), 1e-12);
        assertEquals(0, problem.cost().loss(), 1e-9);
    }

    /// An action that a mixture of others imitates at less cost cannot be had; exact duplicates at the same cost can.
    @Test
    void whatAMixtureImitatesCannotBeHad() {
        Action middle = new Action("middle", Fractions.of("3"), List.of(Fractions.of("1/2"), Fractions.of("1/2")));
        MoralHazard problem = new MoralHazard(List.of(Fractions.of("100"), Fractions.of("0")), Utility.crra(0.5, 0), 5,
                List.of(Action.of("high", "4", "2/3", "1/3"), middle, Action.of("low", "0", "1/3", "2/3")), OptionalDouble.empty());
        WageContract.NotImplementable not = assertInstanceOf(WageContract.NotImplementable.class, problem.implement("middle"));
        assertTrue(not.toString().startsWith("no wages make the agent choose middle: together, "), not::toString);
        assertInstanceOf(WageContract.Cheapest.class, problem.implement("high"));
        MoralHazard twins = MoralHazard.of(new double[] {10, 0}, Utility.cara(1), -0.5, Action.of("a", 0.1, 0.5, 0.5), Action.of("b", 0.1, 0.5, 0.5));
        assertInstanceOf(WageContract.Cheapest.class, twins.implement("b"));
        MoralHazard proud = MoralHazard.of(new double[] {10, 0}, Utility.cara(1), 0.5, Action.of("a", 0, 0.5, 0.5), Action.of("b", 1, 0.9, 0.1));
        assertInstanceOf(WageContract.NotImplementable.class, proud.implement("a"));
        assertThrows(IllegalStateException.class, proud::best);
        assertThrows(IllegalStateException.class, () -> proud.fullInformationWage("a"));
    }

    /// The dearer the risk, the dearer the incentive; with nearly infinite risk aversion no incentive pays.
    @Test
    void riskAversionMakesIncentivesDear() {
        double before = 0;
        for (double aversion : new double[] {0.001, 0.01, 0.05, 0.1, 0.5}) {
            // effort costs 1 in money: the utility is that of the wage less the cost, as multiplicative as a CARA needs it
            Utility utility = Utility.cara(aversion);
            double outside = utility.of(10);
            MoralHazard problem = MoralHazard.of(new double[] {50, 0}, utility, outside, Action.of("work", utility.of(11) - utility.of(10), 0.8, 0.2), Action.of("shirk", 0, 0.4, 0.6));
            AsymmetryCost cost = problem.cost();
            double premium = assertInstanceOf(WageContract.Cheapest.class, problem.implement("work")).expectedWage() - problem.fullInformationWage("work");
            assertTrue(premium > before, aversion + ": " + premium);
            assertTrue(cost.loss() >= -1e-9);
            before = premium;
        }
    }

    @Test
    void fiftyOutcomesAndTwentyActions() {
        MoralHazard problem = random(new SplittableRandom(79), 50, 20, true);
        WageContract.Cheapest best = problem.best();
        assertTrue(best.constraints().stream().allMatch(Constraint::holds));
        assertTrue(best.residual() < 1e-10);
    }

    /// Three actions of one cost whose probabilities leave only a sure wage, which is that of the floor: u(1) = 0 is above what participation asks for. The conditions have no interior.
    @Test
    void anActionThatCostsNoMoreThanAnyOtherNeedsNoIncentive() {
        MoralHazard problem = MoralHazard.of(new double[] {94, 85}, Utility.crra(1, 0), -0.65,
                        Action.of("a", "1/5", "8/11", "3/11"), Action.of("b", "1/5", "1/4", "3/4"), Action.of("c", "9/10", "7/18", "11/18"), Action.of("d", "1/5", "15/32", "17/32"))
                .withLeastWage(1);
        WageContract.Cheapest contract = assertInstanceOf(WageContract.Cheapest.class, problem.implement("d"));
        assertEquals(List.of(1.0, 1.0), contract.wages());
        assertEquals(0, contract.participation(), "the floor binds, not participation");
        assertTrue(contract.constraints().stream().allMatch(Constraint::holds));
        SplittableRandom random = new SplittableRandom(87);
        for (int round = 0; round < 100; round++) {
            MoralHazard other = random(random, random.nextInt(2, 6), random.nextInt(2, 5), round % 3 == 0);
            Action cheapest = other.actions().stream().min(Comparator.comparing(Action::cost)).orElseThrow();
            WageContract.Cheapest sure = assertInstanceOf(WageContract.Cheapest.class, other.implement(cheapest.name()));
            double wage = other.fullInformationWage(cheapest.name());
            sure.wages().forEach(paid -> assertEquals(wage, paid, 1e-12 * wage));
            double slope = 1 / ((other.utility().of(wage * 1.0001) - other.utility().of(wage * 0.9999)) / (0.0002 * wage));
            assertEquals(other.leastWage().orElse(0) == wage ? 0 : slope, sure.participation(), 1e-6 * slope);
        }
    }

    @Test
    void refusesWhatIsNoProblem() {
        Action one = Action.of("one", 0, 0.5, 0.5);
        double[] revenues = {1, 0};
        assertThrows(IllegalArgumentException.class, () -> MoralHazard.of(revenues, Utility.linear(), 0, one));
        assertThrows(IllegalArgumentException.class, () -> MoralHazard.of(revenues, Utility.custom("x", x -> x), 0, one));
        assertThrows(IllegalArgumentException.class, () -> MoralHazard.of(revenues, Utility.cara(1), Double.NaN, one));
        assertThrows(IllegalArgumentException.class, () -> MoralHazard.of(new double[] {1}, Utility.cara(1), 0, one));
        assertThrows(IllegalArgumentException.class, () -> MoralHazard.of(revenues, Utility.cara(1), 0, one, one));
        assertThrows(IllegalArgumentException.class, () -> MoralHazard.of(revenues, Utility.cara(1), -1, one).implement("other"));
        assertThrows(IllegalArgumentException.class, () -> MoralHazard.of(revenues, Utility.crra(1, 0), 0, one).withLeastWage(-1));
        assertThrows(IllegalArgumentException.class, () -> Action.of("x", 0, 0.5, 0.6));
        assertThrows(IllegalArgumentException.class, () -> Action.of("x", Double.NaN, 0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Action.of("x", 0, 1.5, -0.5));
    }

    private static MoralHazard random(SplittableRandom random, int outcomes, int actions, boolean floor) {
        List<Action> list = new ArrayList<>();
        for (int a = 0; a < actions; a++) {
            int[] weights = random.ints(outcomes, 1, 20).toArray();
            int sum = IntStream.of(weights).sum();
            list.add(new Action("action " + a, Fractions.of(random.nextInt(0, 20), 10), IntStream.of(weights).mapToObj(w -> Fractions.of(w, sum)).toList()));
        }
        double[] revenues = random.doubles(outcomes, 0, 100).toArray();
        MoralHazard problem = MoralHazard.of(revenues, random.nextBoolean() ? Utility.crra(0.5, 0) : Utility.crra(1, 0), random.nextDouble(2, 4), list.toArray(Action[]::new));
        return floor ? problem.withLeastWage(1) : problem;
    }

    private static List<List<BigFraction>> rows(SplittableRandom random, int outcomes) {
        List<List<BigFraction>> rows = new ArrayList<>();
        for (int x = 0; x < outcomes; x++) {
            BigFraction share = Fractions.of(random.nextInt(1, 10), 10);
            rows.add(List.of(share, BigFraction.ONE.subtract(share)));
        }
        return rows;
    }

    private static boolean allowed(MoralHazard problem, Action action, double[] utilities) {
        boolean root = problem.utility().equals(Utility.crra(0.5, 0));
        for (double utility : utilities) {
            if (root && utility < 0 || problem.leastWage().isPresent() && utility < problem.utility().of(problem.leastWage().getAsDouble())) {
                return false;
            }
        }
        double own = expected(action, utilities);
        return own >= problem.reservation() && problem.actions().stream().allMatch(other -> expected(other, utilities) <= own);
    }

    private static double expected(Action action, double[] utilities) {
        double sum = -action.cost().doubleValue();
        for (int x = 0; x < utilities.length; x++) {
            sum += action.probabilities().get(x).doubleValue() * utilities[x];
        }
        return sum;
    }

    /// The expected wage, with the inverses written out: (v/2)² and e^v.
    private static double cost(MoralHazard problem, Action action, double[] utilities) {
        boolean root = problem.utility().equals(Utility.crra(0.5, 0));
        double sum = 0;
        for (int x = 0; x < utilities.length; x++) {
            sum += action.probabilities().get(x).doubleValue() * (root ? utilities[x] * utilities[x] / 4 : Math.exp(utilities[x]));
        }
        return sum;
    }
}
