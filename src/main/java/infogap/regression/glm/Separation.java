package infogap.regression.glm;

import infogap.numeric.Fractions;
import infogap.numeric.LinearProgramme;
import infogap.numeric.LinearProgramme.Relation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;

/// A combination of columns along which the likelihood rises for ever, found by linear programmes in exact fractions.
///
/// The likelihood has no maximum exactly if a direction d ≠ 0 exists along which no row's likelihood falls and some row's rises: v·d ≥ 0 for every row's vector v, and
/// v·d > 0 for one of them. With |d_k| ≤ 1 the sum of all v·d is maximised; it is 0 where there is no such direction. Rows enter the
/// programme as they are violated, so that it stays small.
///
/// Sources: A. Albert and J. A. Anderson (1984), *On the existence of maximum likelihood estimates in logistic regression models*, Biometrika 71, 1–10;
/// K. Konis (2007), *Linear programming algorithms for detecting separated data in binary logistic regression models*, thesis, Oxford.
///
/// @param complete  whether every row's likelihood rises
/// @param direction d, one weight for each coefficient
/// @param rises     for each vector whether v·d > 0
record Separation(boolean complete, List<BigFraction> direction, boolean[] rises) {

    private static final int ROWS_A_ROUND = 20;

    /// `atLeast` are the vectors with v·d ≥ 0; where `given` has some, v·d = 0 for them.
    static Optional<Separation> find(List<List<BigFraction>> atLeast, List<List<BigFraction>> given) {
        int p = (atLeast.isEmpty() ? given : atLeast).getFirst().size();
        List<List<BigFraction>> fixed = basis(given);
        if (fixed.isEmpty()) {
            // margin t, as the last variable, below every v·d
            Optional<List<BigFraction>> strict = maximise(atLeast, fixed, p, true);
            if (strict.isPresent()) {
                return Optional.of(of(true, strict.get(), atLeast));
            }
        }
        return maximise(atLeast, fixed, p, false).map(direction -> of(false, direction, atLeast));
    }

    // at most p of the vectors, of which the others are combinations
    private static List<List<BigFraction>> basis(List<List<BigFraction>> vectors) {
        List<List<BigFraction>> basis = new ArrayList<>();
        for (List<BigFraction> vector : new LinkedHashSet<>(vectors)) {
            List<BigFraction> rest = new ArrayList<>(vector);
            for (List<BigFraction> earlier : basis) {
                int pivot = pivot(earlier);
                BigFraction share = rest.get(pivot).divide(earlier.get(pivot));
                for (int k = 0; k < rest.size(); k++) {
                    rest.set(k, rest.get(k).subtract(share.multiply(earlier.get(k))));
                }
            }
            if (pivot(rest) >= 0) {
                basis.add(rest);
            }
        }
        return basis;
    }

    private static int pivot(List<BigFraction> vector) {
        for (int k = 0; k < vector.size(); k++) {
            if (vector.get(k).getNumerator().signum() != 0) {
                return k;
            }
        }
        return -1;
    }

    private static Separation of(boolean complete, List<BigFraction> direction, List<List<BigFraction>> vectors) {
        boolean[] rises = new boolean[vectors.size()];
        for (int i = 0; i < rises.length; i++) {
            rises[i] = dot(vectors.get(i), direction).getNumerator().signum() > 0;
        }
        return new Separation(complete, direction, rises);
    }

    /// The direction of the largest sum, or of the largest margin; empty where that is 0.
    private static Optional<List<BigFraction>> maximise(List<List<BigFraction>> atLeast, List<List<BigFraction>> fixed, int p, boolean margin) {
        Set<List<BigFraction>> pending = new LinkedHashSet<>(atLeast);
        Set<List<BigFraction>> used = new LinkedHashSet<>();
        List<BigFraction> sum = new ArrayList<>(Collections.nCopies(p, BigFraction.ZERO));
        for (List<BigFraction> vector : atLeast) {
            for (int k = 0; k < p; k++) {
                sum.set(k, sum.get(k).add(vector.get(k)));
            }
        }
        while (true) {
            List<BigFraction> solution = solve(used, new LinkedHashSet<>(fixed), sum, p, margin);
            List<BigFraction> direction = solution.subList(0, p);
            BigFraction least = solution.getLast();
            BigFraction reached = margin ? least : dot(sum, direction);
            if (reached.getNumerator().signum() <= 0) {
                return Optional.empty();
            }
            BigFraction bound = margin ? least : BigFraction.ZERO;
            List<List<BigFraction>> violated = pending.stream()
                    .filter(vector -> dot(vector, direction).compareTo(bound) < 0)
                    .sorted((a, b) -> dot(a, direction).compareTo(dot(b, direction)))
                    .limit(ROWS_A_ROUND)
                    .toList();
            if (violated.isEmpty()) {
                return Optional.of(List.copyOf(direction));
            }
            used.addAll(violated);
            violated.forEach(pending::remove);
        }
    }

    // variables d⁺ (p), d⁻ (p), and the margin t
    private static List<BigFraction> solve(Set<List<BigFraction>> used, Set<List<BigFraction>> fixed, List<BigFraction> sum, int p, boolean margin) {
        List<BigFraction> costs = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            for (int k = 0; k < p; k++) {
                costs.add(margin ? BigFraction.ZERO : side == 0 ? sum.get(k).negate() : sum.get(k));
            }
        }
        costs.add(margin ? BigFraction.MINUS_ONE : BigFraction.ZERO);
        LinearProgramme programme = LinearProgramme.minimising(costs);
        for (int k = 0; k < 2 * p + 1; k++) {
            List<BigFraction> one = new ArrayList<>(Collections.nCopies(2 * p + 1, BigFraction.ZERO));
            one.set(k, BigFraction.ONE);
            programme = programme.with(one, Relation.AT_MOST, BigFraction.ONE);
        }
        for (List<BigFraction> vector : used) {
            programme = programme.with(both(vector, margin ? BigFraction.MINUS_ONE : BigFraction.ZERO), Relation.AT_LEAST, BigFraction.ZERO);
        }
        for (List<BigFraction> vector : fixed) {
            programme = programme.with(both(vector, BigFraction.ZERO), Relation.EQUAL, BigFraction.ZERO);
        }
        if (!(programme.solve() instanceof LinearProgramme.Optimal(List<BigFraction> point, _, _))) {
            throw new IllegalStateException("d = 0 satisfies every condition and all variables are bounded, so that an optimum exists");
        }
        List<BigFraction> solution = new ArrayList<>();
        for (int k = 0; k < p; k++) {
            solution.add(point.get(k).subtract(point.get(p + k)));
        }
        solution.add(point.get(2 * p));
        return solution;
    }

    private static List<BigFraction> both(List<BigFraction> vector, BigFraction last) {
        List<BigFraction> both = new ArrayList<>(vector);
        vector.forEach(value -> both.add(value.negate()));
        both.add(last);
        return both;
    }

    static BigFraction dot(List<BigFraction> a, List<BigFraction> b) {
        BigFraction sum = BigFraction.ZERO;
        for (int k = 0; k < a.size(); k++) {
            sum = sum.add(a.get(k).multiply(b.get(k)));
        }
        return sum;
    }

    /// `2·age − 5·(Intercept)`, without the columns that do not take part.
    static String text(List<String> names, List<BigFraction> direction) {
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            if (direction.get(k).getNumerator().signum() != 0) {
                parts.add(Fractions.readable(direction.get(k)) + "·" + names.get(k));
            }
        }
        return String.join(" + ", parts).replace("+ -", "− ");
    }
}
