package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.LinearProgramme.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class LinearProgrammeTest {

    /// Beale's programme, on which the simplex method with the largest coefficient cycles: the optimum is −1/20 at (1/25, 0, 1, 0).
    @Test
    void bealesCycleEnds() {
        LinearProgramme beale = LinearProgramme.minimising(row("-3/4", "150", "-1/50", "6"))
                .with(row("1/4", "-60", "-1/25", "9"), Relation.AT_MOST, BigFraction.ZERO)
                .with(row("1/2", "-90", "-1/50", "3"), Relation.AT_MOST, BigFraction.ZERO)
                .with(row("0", "0", "1", "0"), Relation.AT_MOST, BigFraction.ONE);
        LinearProgramme.Optimal optimal = assertInstanceOf(LinearProgramme.Optimal.class, beale.solve());
        assertEquals(Fractions.of("-1/20"), optimal.value());
        assertEquals(row("1/25", "0", "1", "0"), optimal.point());
    }

    /// Random programmes, many degenerate, redundant or impossible: each ending proves itself by the inequalities of its definition.
    @Test
    void everyEndingProvesItself() {
        SplittableRandom random = new SplittableRandom(61);
        int[] endings = new int[3];
        for (int round = 0; round < 2000; round++) {
            int n = random.nextInt(1, 6);
            int m = random.nextInt(0, 6);
            LinearProgramme programme = LinearProgramme.minimising(random(random, n));
            for (int i = 0; i < m; i++) {
                programme = programme.with(random(random, n), Relation.values()[random.nextInt(3)], Fractions.of(random.nextInt(-4, 5), random.nextInt(1, 4)));
            }
            switch (programme.solve()) {
                case LinearProgramme.Optimal(List<BigFraction> point, BigFraction value, List<BigFraction> prices) -> {
                    endings[0]++;
                    BigFraction dual = BigFraction.ZERO;
                    for (int i = 0; i < m; i++) {
                        LinearProgramme.Condition condition = programme.conditions().get(i);
                        assertTrue(holds(dot(condition.coefficients(), point), condition), programme::toString);
                        dual = dual.add(prices.get(i).multiply(condition.right()));
                    }
                    assertSigned(prices, programme);
                    assertEquals(value, dual, programme::toString);
                    assertEquals(value, dot(programme.costs(), point));
                    for (int j = 0; j < n; j++) {
                        assertTrue(point.get(j).compareTo(BigFraction.ZERO) >= 0);
                        assertTrue(programme.costs().get(j).compareTo(column(prices, programme, j)) >= 0, programme::toString);
                    }
                }
                case LinearProgramme.Infeasible(List<BigFraction> multipliers) -> {
                    endings[1]++;
                    assertSigned(multipliers, programme);
                    BigFraction right = BigFraction.ZERO;
                    for (int i = 0; i < m; i++) {
                        right = right.add(multipliers.get(i).multiply(programme.conditions().get(i).right()));
                    }
                    assertTrue(right.compareTo(BigFraction.ZERO) > 0, programme::toString);
                    for (int j = 0; j < n; j++) {
                        assertTrue(column(multipliers, programme, j).compareTo(BigFraction.ZERO) <= 0, programme::toString);
                    }
                }
                case LinearProgramme.Unbounded(List<BigFraction> direction) -> {
                    endings[2]++;
                    assertTrue(dot(programme.costs(), direction).compareTo(BigFraction.ZERO) < 0);
                    for (LinearProgramme.Condition condition : programme.conditions()) {
                        assertTrue(holds(dot(condition.coefficients(), direction),
                                new LinearProgramme.Condition(condition.coefficients(), condition.relation(), BigFraction.ZERO)), programme::toString);
                    }
                    assertTrue(direction.stream().allMatch(d -> d.compareTo(BigFraction.ZERO) >= 0));
                }
            }
        }
        assertTrue(Arrays.stream(endings).min().orElseThrow() > 100, Arrays.toString(endings));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> LinearProgramme.minimising(List.of()));
        assertThrows(IllegalArgumentException.class, () -> LinearProgramme.minimising(row("1")).with(row("1", "2"), Relation.EQUAL, BigFraction.ONE));
        assertEquals("min 1 x1 + 1/2 x3\n    2 x2 ≥ 3",
                LinearProgramme.minimising(row("1", "0", "1/2")).with(row("0", "2", "0"), Relation.AT_LEAST, Fractions.of("3")).toString());
    }

    private static void assertSigned(List<BigFraction> prices, LinearProgramme programme) {
        for (int i = 0; i < prices.size(); i++) {
            int sign = prices.get(i).getNumerator().signum();
            assertTrue(switch (programme.conditions().get(i).relation()) {
                case AT_LEAST -> sign >= 0;
                case AT_MOST -> sign <= 0;
                case EQUAL -> true;
            }, programme::toString);
        }
    }

    private static boolean holds(BigFraction left, LinearProgramme.Condition condition) {
        int order = left.compareTo(condition.right());
        return switch (condition.relation()) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
        };
    }

    private static BigFraction column(List<BigFraction> multipliers, LinearProgramme programme, int j) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < multipliers.size(); i++) {
            sum = sum.add(multipliers.get(i).multiply(programme.conditions().get(i).coefficients().get(j)));
        }
        return sum;
    }

    private static BigFraction dot(List<BigFraction> a, List<BigFraction> b) {
        BigFraction sum = BigFraction.ZERO;
        for (int j = 0; j < a.size(); j++) {
            sum = sum.add(a.get(j).multiply(b.get(j)));
        }
        return sum;
    }

    private static List<BigFraction> random(SplittableRandom random, int n) {
        List<BigFraction> row = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            row.add(Fractions.of(random.nextInt(-3, 4), random.nextInt(1, 4)));
        }
        return row;
    }

    private static List<BigFraction> row(String... values) {
        return Arrays.stream(values).map(Fractions::of).toList();
    }
}
