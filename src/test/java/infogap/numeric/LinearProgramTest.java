package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.LinearProgram.Constraint;
import infogap.numeric.LinearProgram.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

/// Each outcome is proved by the numbers that it carries, and is the one that the simplex solver of commons-math3 3.6.1 finds in double.
class LinearProgramTest {

    private static List<BigFraction> row(String... numbers) {
        return Arrays.stream(numbers).map(Fractions::of).toList();
    }

    @Test
    void theExampleOfTheDocumentation() {
        LinearProgram programme = LinearProgram.maximize(row("3", "2")).atMost(row("1", "1"), Fractions.of("4"));
        assertEquals("value 12 at (4, 0), prices of the constraints (3)", programme.solve().toString());
    }

    /// Beale's programme, on which the largest-coefficient rule cycles; value 1/20 (E. M. L. Beale 1955).
    @Test
    void bealesProgrammeDoesNotCycle() {
        LinearProgram programme = LinearProgram.maximize(row("3/4", "-150", "1/50", "-6"))
                .atMost(row("1/4", "-60", "-1/25", "9"), Fractions.of("0"))
                .atMost(row("1/2", "-90", "-1/50", "3"), Fractions.of("0"))
                .atMost(row("0", "0", "1", "0"), Fractions.of("1"));
        assertEquals(Fractions.of("1/20"), programme.solve().optimal().value());
    }

    @Test
    void everyOutcomeIsProved() {
        SplittableRandom random = new SplittableRandom(41);
        int[] outcomes = new int[3];
        for (int round = 0; round < 1500; round++) {
            LinearProgram programme = draw(random);
            switch (programme.solve()) {
                case LinearOutcome.Optimal optimum -> {
                    outcomes[0]++;
                    requireFeasible(programme, optimum.solution());
                    assertEquals(optimum.value(), dot(programme.objective(), optimum.solution()));
                    assertEquals(optimum.value(), combinedBound(programme, optimum.duals()));
                    requireSigns(programme, optimum.duals());
                    List<BigFraction> combined = combined(programme, optimum.duals());
                    for (int j = 0; j < combined.size(); j++) {
                        assertTrue(combined.get(j).compareTo(programme.objective().get(j)) >= 0, programme::toString);
                    }
                }
                case LinearOutcome.Infeasible none -> {
                    outcomes[1]++;
                    requireSigns(programme, none.weights());
                    assertTrue(combined(programme, none.weights()).stream().allMatch(weight -> weight.compareTo(BigFraction.ZERO) >= 0), programme::toString);
                    assertTrue(combinedBound(programme, none.weights()).compareTo(BigFraction.ZERO) < 0, programme::toString);
                }
                case LinearOutcome.Unbounded ray -> {
                    outcomes[2]++;
                    assertTrue(ray.direction().stream().allMatch(step -> step.compareTo(BigFraction.ZERO) >= 0));
                    assertTrue(dot(programme.objective(), ray.direction()).compareTo(BigFraction.ZERO) > 0, programme::toString);
                    for (Constraint constraint : programme.constraints()) {
                        int change = dot(constraint.coefficients(), ray.direction()).compareTo(BigFraction.ZERO);
                        assertTrue(constraint.relation() == Relation.AT_MOST ? change <= 0 : constraint.relation() == Relation.AT_LEAST ? change >= 0 : change == 0);
                    }
                }
            }
        }
        assertTrue(Arrays.stream(outcomes).allMatch(count -> count > 100), () -> Arrays.toString(outcomes));
    }

    @Test
    void outcomesAreThoseOfASolverInDouble() {
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < 500; round++) {
            LinearProgram programme = draw(random);
            LinearOutcome outcome = programme.solve();
            List<LinearConstraint> constraints = programme.constraints().stream()
                    .map(constraint -> new LinearConstraint(doubles(constraint.coefficients()), switch (constraint.relation()) {
                        case AT_MOST -> org.apache.commons.math3.optim.linear.Relationship.LEQ;
                        case EQUAL -> org.apache.commons.math3.optim.linear.Relationship.EQ;
                        case AT_LEAST -> org.apache.commons.math3.optim.linear.Relationship.GEQ;
                    }, constraint.bound().doubleValue()))
                    .toList();
            try {
                double value = new SimplexSolver().optimize(new MaxIter(1000), new LinearObjectiveFunction(doubles(programme.objective()), 0),
                        new LinearConstraintSet(constraints), GoalType.MAXIMIZE, new NonNegativeConstraint(true)).getValue();
                assertEquals(value, outcome.optimal().value().doubleValue(), 1e-9, programme::toString);
            } catch (NoFeasibleSolutionException e) {
                assertTrue(outcome instanceof LinearOutcome.Infeasible, programme::toString);
            } catch (UnboundedSolutionException e) {
                assertTrue(outcome instanceof LinearOutcome.Unbounded, programme::toString);
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LinearProgram.maximize(List.of()));
        String refusal = assertThrows(IllegalArgumentException.class,
                () -> LinearProgram.maximize(row("1", "2")).atMost(row("1"), Fractions.of("1"))).getMessage();
        assertEquals("coefficients and objective must have the same length, but have 1 and 2", refusal);
        assertThrows(IllegalArgumentException.class, () -> LinearProgram.maximize(row("1")).equal(row("1"), null));
        assertThrows(ArithmeticException.class, () -> LinearProgram.maximize(row("1")).solve().optimal());
    }

    private static LinearProgram draw(SplittableRandom random) {
        int variables = random.nextInt(1, 5);
        LinearProgram programme = LinearProgram.maximize(numbers(random, variables));
        int constraints = random.nextInt(1, 6);
        for (int i = 0; i < constraints; i++) {
            Relation relation = random.nextInt(4) == 0 ? Relation.EQUAL : random.nextInt(4) == 0 ? Relation.AT_LEAST : Relation.AT_MOST;
            List<Constraint> more = new ArrayList<>(programme.constraints());
            more.add(new Constraint(numbers(random, variables), relation, Fractions.of(random.nextInt(-2, 6), random.nextInt(1, 4))));
            programme = new LinearProgram(programme.objective(), more);
        }
        return programme;
    }

    private static List<BigFraction> numbers(SplittableRandom random, int size) {
        List<BigFraction> numbers = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            numbers.add(Fractions.of(random.nextInt(-3, 5), random.nextInt(1, 4)));
        }
        return numbers;
    }

    private static void requireFeasible(LinearProgram programme, List<BigFraction> x) {
        assertTrue(x.stream().allMatch(value -> value.compareTo(BigFraction.ZERO) >= 0));
        for (Constraint constraint : programme.constraints()) {
            int order = dot(constraint.coefficients(), x).compareTo(constraint.bound());
            assertTrue(constraint.relation() == Relation.AT_MOST ? order <= 0 : constraint.relation() == Relation.AT_LEAST ? order >= 0 : order == 0);
        }
    }

    private static void requireSigns(LinearProgram programme, List<BigFraction> weights) {
        for (int i = 0; i < weights.size(); i++) {
            int sign = weights.get(i).getNumerator().signum();
            Relation relation = programme.constraints().get(i).relation();
            assertTrue(relation == Relation.EQUAL || (relation == Relation.AT_MOST ? sign >= 0 : sign <= 0), programme::toString);
        }
    }

    private static List<BigFraction> combined(LinearProgram programme, List<BigFraction> weights) {
        List<BigFraction> sums = new ArrayList<>();
        for (int j = 0; j < programme.objective().size(); j++) {
            BigFraction sum = BigFraction.ZERO;
            for (int i = 0; i < weights.size(); i++) {
                sum = sum.add(weights.get(i).multiply(programme.constraints().get(i).coefficients().get(j)));
            }
            sums.add(sum);
        }
        return sums;
    }

    private static BigFraction combinedBound(LinearProgram programme, List<BigFraction> weights) {
        return dot(programme.constraints().stream().map(Constraint::bound).toList(), weights);
    }

    private static BigFraction dot(List<BigFraction> x, List<BigFraction> y) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < x.size(); i++) {
            sum = sum.add(x.get(i).multiply(y.get(i)));
        }
        return sum;
    }

    private static double[] doubles(List<BigFraction> values) {
        return values.stream().mapToDouble(BigFraction::doubleValue).toArray();
    }
}
