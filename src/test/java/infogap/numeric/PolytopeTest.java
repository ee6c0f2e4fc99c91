package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class PolytopeTest {

    @Test
    void theExampleOfTheDocumentation() {
        Polytope cut = Polytope.simplex(2).cut(List.of(Fractions.of("3"), Fractions.of("-1")));
        assertEquals("(1, 0), (1/4, 3/4)", cut.toString());
        assertTrue(cut.cut(List.of(Fractions.of("-1"), Fractions.of("0"))).isEmpty());
        assertThrows(IllegalStateException.class, () -> Polytope.simplex(1).cut(List.of(Fractions.of("-1"))).middle());
    }

    /// In every direction the best corner is the optimum of the linear programme over the same set, and every corner is in the set and the only optimum of
    /// some direction (so that none is superfluous: no corner is the mean of two others).
    @Test
    void cornersAreThoseOfTheLinearProgramme() {
        SplittableRandom random = new SplittableRandom(43);
        int empty = 0;
        for (int round = 0; round < 300; round++) {
            List<Integer> sizes = random.nextBoolean() ? List.of(random.nextInt(2, 5)) : List.of(2, random.nextInt(1, 4));
            List<BigFraction> sums = sizes.stream().map(_ -> Fractions.of(random.nextInt(1, 4), 3)).toList();
            int dimension = sizes.stream().mapToInt(size -> size).sum();
            Polytope polytope = Polytope.product(sizes, sums);
            List<LinearProgramme.Condition> constraints = new ArrayList<>();
            for (int i = 0, from = 0; i < sizes.size(); from += sizes.get(i++)) {
                int low = from;
                int high = from + sizes.get(i);
                constraints.add(new LinearProgramme.Condition(IntStream.range(0, dimension)
                        .mapToObj(j -> j >= low && j < high ? BigFraction.ONE : BigFraction.ZERO).toList(), LinearProgramme.Relation.EQUAL, sums.get(i)));
            }
            for (int cut = random.nextInt(0, 5); cut > 0; cut--) {
                List<BigFraction> normal = integers(random, dimension);
                polytope = polytope.cut(normal);
                constraints.add(new LinearProgramme.Condition(normal, LinearProgramme.Relation.AT_LEAST, BigFraction.ZERO));
            }
            for (int direction = 0; direction < 10; direction++) {
                LinearProgramme programme = new LinearProgramme(integers(random, dimension), constraints);
                if (programme.solve() instanceof LinearProgramme.Optimal optimum) {
                    BigFraction best = polytope.corners().stream().map(corner -> dot(programme.costs(), corner)).min(BigFraction::compareTo).orElseThrow();
                    assertEquals(optimum.value(), best);
                } else {
                    assertTrue(polytope.isEmpty());
                    empty++;
                }
            }
            Set<List<BigFraction>> corners = new HashSet<>(polytope.corners());
            assertEquals(corners.size(), polytope.corners().size());
            for (List<BigFraction> corner : corners) {
                corners.stream().filter(other -> !other.equals(corner)).forEach(other -> {
                    List<BigFraction> beyond = new ArrayList<>();
                    for (int i = 0; i < corner.size(); i++) {
                        beyond.add(corner.get(i).multiply(2).subtract(other.get(i)));
                    }
                    assertTrue(!corners.contains(beyond));
                });
            }
        }
        assertTrue(empty > 20);
    }

    private static List<BigFraction> integers(SplittableRandom random, int size) {
        List<BigFraction> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            numbers.add(new BigFraction(random.nextInt(-3, 4)));
        }
        return numbers;
    }

    private static BigFraction dot(List<BigFraction> x, List<BigFraction> y) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < x.size(); i++) {
            sum = sum.add(x.get(i).multiply(y.get(i)));
        }
        return sum;
    }
}
