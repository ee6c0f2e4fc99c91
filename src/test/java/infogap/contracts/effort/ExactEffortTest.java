package infogap.contracts.effort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// The models of effort that are exact: limited liability, the linear contract and several tasks.
class ExactEffortTest {

    private static final BigFraction ZERO = BigFraction.ZERO;

    /// Success pays c/(p₁ − p₀) and leaves the rent p₀c/(p₁ − p₀), in exact thirds.
    @Test
    void twoOutcomesInClosedForm() {
        LimitedLiability problem = new LimitedLiability(List.of(Fractions.of("30"), ZERO),
                List.of(Action.of("work", "2", "2/3", "1/3"), Action.of("shirk", "0", "1/3", "2/3")), ZERO, ZERO);
        LimitedLiability.Wages work = problem.best();
        assertEquals(List.of(Fractions.of("6"), ZERO), work.wages(), "2/(1/3)");
        assertEquals(Fractions.of("2"), work.rent(), "(1/3)·2/(1/3)");
        assertEquals(Fractions.of("16"), work.profit());
        assertEquals(List.of("shirk ≤ work", "least wage ≤ wage 2"),
                work.constraints().stream().filter(Constraint::binds).map(c -> c.inequality().formula()).toList());
        // a unit less of the effort cost saves p₁/(p₁ − p₀)
        assertEquals(List.of(ZERO, Fractions.of("2")), work.prices());
        AsymmetryCost cost = problem.cost();
        assertEquals(2, cost.loss());
        assertEquals(2, cost.transfer(), "all of the loss is the agent's rent");
        assertEquals(0, cost.lostToBoth());
    }

    /// Where the rent is dear the principal gives the effort up: then the loss is lost to both.
    @Test
    void effortIsGivenUpWhereTheRentIsDearer() {
        LimitedLiability problem = LimitedLiability.of(new double[] {10, 0}, 0, 0, Action.of("work", 2, 0.9, 0.1), Action.of("shirk", 0, 0.6, 0.4));
        assertEquals("shirk", problem.best().action().name());
        AsymmetryCost cost = problem.cost();
        assertEquals(1, cost.loss(), 1e-12, "7 − 6");
        assertEquals(1, cost.lostToBoth(), 1e-12);
    }

    /// No wages of a grid that satisfy the constraints are cheaper, and what is said not to be implementable is imitated exactly.
    @Test
    void aGridFindsNothingCheaper() {
        SplittableRandom random = new SplittableRandom(80);
        int not = 0;
        int rents = 0;
        for (int round = 0; round < 120; round++) {
            List<Action> actions = new ArrayList<>();
            for (int a = 0; a < 3; a++) {
                int[] weights = random.ints(2, 0, 5).toArray();
                weights[0] += weights[0] + weights[1] == 0 ? 1 : 0;
                int sum = IntStream.of(weights).sum();
                actions.add(new Action("action " + a, Fractions.of(random.nextInt(0, 6), 1), IntStream.of(weights).mapToObj(w -> Fractions.of(w, sum)).toList()));
            }
            LimitedLiability problem = new LimitedLiability(List.of(Fractions.of("20"), ZERO), actions, Fractions.of(random.nextInt(0, 3), 1), ZERO);
            for (Action action : actions) {
                switch (problem.implement(action.name())) {
                    case LimitedLiability.Wages wages -> {
                        assertTrue(wages.constraints().stream().allMatch(Constraint::holds), wages::toString);
                        rents += wages.rent().compareTo(ZERO) > 0 ? 1 : 0;
                        for (int grid = 0; grid < 41 * 41; grid++) {
                            List<BigFraction> tried = List.of(Fractions.of(grid % 41, 2), Fractions.of(grid / 41, 2));
                            LimitedLiability.Wages other = new LimitedLiability.Wages(problem, action, tried, List.of());
                            if (other.constraints().stream().allMatch(Constraint::holds)) {
                                assertTrue(other.expectedWage().compareTo(wages.expectedWage()) >= 0, wages::toString);
                            }
                        }
                    }
                    case LimitedLiability.NotImplementable(Action _, List<BigFraction> mixture) -> {
                        not++;
                        List<Action> others = actions.stream().filter(other -> other != action).toList();
                        BigFraction cost = ZERO;
                        BigFraction success = ZERO;
                        for (int i = 0; i < 2; i++) {
                            cost = cost.add(mixture.get(i).multiply(others.get(i).cost()));
                            success = success.add(mixture.get(i).multiply(others.get(i).probabilities().getFirst()));
                        }
                        assertEquals(action.probabilities().getFirst(), success);
                        assertTrue(cost.compareTo(action.cost()) < 0);
                    }
                }
            }
            assertTrue(problem.cost().lostToBoth() >= 0 && problem.cost().loss() >= 0);
        }
        assertTrue(not > 20 && rents > 50, not + " not implementable, " + rents + " rents");
    }

    /// r = 2, σ² = 1/2, c = 1: β = 1/2, effort 1/2, agency cost (1 − β)/(2c) = 1/4. No other share of a grid is better, and the agent has its reservation.
    @Test
    void linearContract() {
        LinearContract contract = LinearContract.of(2, 0.5, 1);
        assertEquals(Fractions.of("1/2"), contract.slope());
        assertEquals(Fractions.of("1/4"), contract.agencyCost());
        assertEquals(0.25, contract.cost().lostToBoth());
        assertEquals(0, contract.cost().transfer());
        SplittableRandom random = new SplittableRandom(81);
        for (int round = 0; round < 50; round++) {
            LinearContract any = LinearContract.of(random.nextInt(0, 5) + "/3", random.nextInt(0, 5) + "/2", random.nextInt(1, 6) + "/7");
            BigFraction best = any.surplus(any.slope());
            assertEquals(any.slope().divide(any.costCurvature()).divide(2), best, "β/(2c)");
            assertEquals(BigFraction.ONE.divide(any.costCurvature()).divide(2).subtract(best), any.agencyCost());
            for (int step = 0; step <= 40; step++) {
                assertTrue(any.surplus(Fractions.of(step, 20)).compareTo(best) <= 0);
            }
            // certainty equivalent: salary + βa − ca²/2 − rσ²β²/2
            BigFraction effort = any.effort();
            BigFraction left = any.salary().add(any.slope().multiply(effort)).subtract(any.costCurvature().multiply(effort).multiply(effort).divide(2))
                    .subtract(any.riskPremium());
            assertEquals(any.reservation(), left);
        }
        assertEquals(BigFraction.ONE, LinearContract.of(0, 100, 3).slope(), "who does not mind risk gets everything");
        assertEquals(Fractions.of("1/1000001"), LinearContract.of(1e6, 1, 1).slope());
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThrows(IllegalArgumentException.class, () -> LinearContract.of(bad, 1, 1));
            assertThrows(IllegalArgumentException.class, () -> LinearContract.of(1, bad, 1));
            assertThrows(IllegalArgumentException.class, () -> LinearContract.of(1, 1, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> LinearContract.of(1, 1, 0));
    }

    /// One task is the linear contract; independent tasks are linear contracts; and the weight of a measured task falls with how much it competes with one that is not
    /// measured: with C = [[1, k], [k, 1]] and benefits 1 and 1 it is (1 − k)/(1 + rσ²(1 − k²)).
    @Test
    void severalTasks() {
        Multitask one = Multitask.of(new double[] {1}, new double[][] {{1}}, new double[] {0.5}, 2);
        assertEquals(List.of(LinearContract.of(2, 0.5, 1).slope()), one.weights());
        Multitask two = Multitask.of(new double[] {1, 1}, new double[][] {{1, 0}, {0, 4}}, new double[] {0.5, 3}, 2);
        assertEquals(List.of(LinearContract.of(2, 0.5, 1).slope(), LinearContract.of(2, 3, 4).slope()), two.weights());
        for (int i = 0; i < 10; i++) {
            BigFraction k = Fractions.of(i, 10);
            Multitask hidden = new Multitask(List.of(BigFraction.ONE, BigFraction.ONE), List.of(List.of(BigFraction.ONE, k), List.of(k, BigFraction.ONE)),
                    List.of(Optional.of(Fractions.of("1/2")), Optional.empty()), Fractions.of("2"));
            BigFraction expected = BigFraction.ONE.subtract(k).divide(BigFraction.ONE.add(BigFraction.ONE.subtract(k.multiply(k))));
            assertEquals(List.of(expected, ZERO), hidden.weights());
            assertTrue(hidden.surplus(hidden.weights()).compareTo(hidden.firstBestSurplus()) < 0);
            for (int step = -20; step <= 20; step++) {
                assertTrue(hidden.surplus(List.of(Fractions.of(step, 10), ZERO)).compareTo(hidden.surplus(hidden.weights())) <= 0);
            }
        }
        LinearContract single = LinearContract.of(2, 0.5, 1);
        assertEquals(single.cost(), one.cost(), "one task is the linear contract");
        assertEquals(0, one.cost().transfer());
        assertEquals(0.25, one.cost().lostToBoth(), "1/2 − 1/4");
        assertEquals(List.of(ZERO), Multitask.of(new double[] {1}, new double[][] {{1}}, new double[] {Double.POSITIVE_INFINITY}, 1).weights());
        assertThrows(IllegalArgumentException.class, () -> Multitask.of(new double[] {1, 1}, new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1}, 1));
        assertThrows(IllegalArgumentException.class, () -> Multitask.of(new double[] {1, 1}, new double[][] {{1, 0.5}, {0, 1}}, new double[] {1, 1}, 1));
        assertThrows(IllegalArgumentException.class, () -> Multitask.of(new double[] {1}, new double[][] {{1}}, new double[] {Double.NaN}, 1));
        assertThrows(IllegalArgumentException.class, () -> one.surplus(List.of()));
    }

    @Test
    void refusesWhatIsNoProblem() {
        assertThrows(IllegalArgumentException.class, () -> LimitedLiability.of(new double[] {1, 0}, Double.NaN, 0, Action.of("a", 0, 0.5, 0.5)));
        assertThrows(IllegalArgumentException.class, () -> LimitedLiability.of(new double[] {1, 0}, 0, Double.POSITIVE_INFINITY, Action.of("a", 0, 0.5, 0.5)));
        assertThrows(IllegalArgumentException.class, () -> LimitedLiability.of(new double[] {1, 0}, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Action.of("a", "0", "1/3", "1/3"));
        assertThrows(IllegalArgumentException.class, () -> Action.of("a", "0", "one third", "2/3"));
        assertInstanceOf(LimitedLiability.Wages.class, LimitedLiability.of(new double[] {1, 0}, 0, 0, Action.of("a", 0, 0.5, 0.5)).implement("a"));
    }
}
