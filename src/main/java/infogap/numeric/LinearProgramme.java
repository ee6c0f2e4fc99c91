package infogap.numeric;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// A linear programme in exact fractions: `min c·x` over `x ≥ 0` with finitely many linear conditions.
///
/// Solved by the simplex method in two phases, on integers with one common denominator, so that nothing is rounded and no tolerance decides; it ends
/// because a degenerate step is followed by Bland's rule. Meant for programmes of up to some hundred rows and columns.
///
///     LinearProgramme.minimising(List.of(two, three)).with(List.of(one, one), Relation.AT_LEAST, four).solve()
///
/// Sources: R. G. Bland (1977), *New finite pivoting rules for the simplex method*, Mathematics of Operations Research 2, 103–107; J. Edmonds and
/// J.-F. Maurras (1997), *Note sur les Q-matrices d'Edmonds*, RAIRO Operations Research 31, 203–209 (integer pivoting).
///
/// @param costs `c`, one for each variable
/// @param conditions what `x` must satisfy beside `x ≥ 0`
public record LinearProgramme(List<BigFraction> costs, List<Condition> conditions) {

    /// How `a·x` compares with the right side.
    public enum Relation {
        AT_MOST("≤"),
        EQUAL("="),
        AT_LEAST("≥");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        @Override
        public String toString() {
            return symbol;
        }
    }

    /// `a·x ≤ b`, `a·x = b` or `a·x ≥ b`.
    ///
    /// @param coefficients `a`, one for each variable
    public record Condition(List<BigFraction> coefficients, Relation relation, BigFraction right) {

        public Condition {
            coefficients = Checks.notEmpty("coefficients", coefficients);
            Checks.present("relation", relation);
            Checks.present("right", right);
        }
    }

    /// How a programme ends.
    public sealed interface Solution {}

    /// An optimal point, with the prices that prove it.
    ///
    /// @param point `x`
    /// @param value `c·x`
    /// @param prices `y`, one for each condition: at least 0 for ≥, at most 0 for ≤; `c − yA ≥ 0` and `y·b` is the value, so that nothing is cheaper
    public record Optimal(List<BigFraction> point, BigFraction value, List<BigFraction> prices) implements Solution {

        public Optimal {
            point = Checks.notEmpty("point", point);
            Checks.present("value", value);
            prices = List.copyOf(Checks.present("prices", prices));
        }
    }

    /// No point satisfies the conditions.
    ///
    /// @param multipliers `y`, signed as prices: `yA ≤ 0` and `y·b > 0`, which no `x ≥ 0` can satisfy
    public record Infeasible(List<BigFraction> multipliers) implements Solution {

        public Infeasible {
            multipliers = List.copyOf(Checks.present("multipliers", multipliers));
        }
    }

    /// The value falls without end.
    ///
    /// @param direction along which it falls: `d ≥ 0` with `c·d < 0` that no condition stops
    public record Unbounded(List<BigFraction> direction) implements Solution {

        public Unbounded {
            direction = Checks.notEmpty("direction", direction);
        }
    }

    /// @throws IllegalArgumentException if there is no variable, or a condition has another number of coefficients
    public LinearProgramme {
        costs = Checks.notEmpty("costs", costs);
        conditions = List.copyOf(Checks.present("conditions", conditions));
        for (int i = 0; i < conditions.size(); i++) {
            Checks.sameLength("costs", costs.size(), "coefficients of conditions[" + i + "]", conditions.get(i).coefficients().size());
        }
    }

    /// The programme without conditions.
    public static LinearProgramme minimising(List<BigFraction> costs) {
        return new LinearProgramme(costs, List.of());
    }

    /// The programme with one more condition.
    ///
    /// @throws IllegalArgumentException if it has another number of coefficients than there are variables
    public LinearProgramme with(List<BigFraction> coefficients, Relation relation, BigFraction right) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition(coefficients, relation, right));
        return new LinearProgramme(costs, more);
    }

    /// An optimal point, or why there is none.
    public Solution solve() {
        return new SimplexTableau(this).solve();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("min " + terms(costs));
        conditions.forEach(condition -> text.append(System.lineSeparator()).append("    ").append(terms(condition.coefficients()))
                .append(' ').append(condition.relation()).append(' ').append(Fractions.readable(condition.right())));
        return text.toString();
    }

    private static String terms(List<BigFraction> coefficients) {
        List<String> terms = new ArrayList<>();
        for (int j = 0; j < coefficients.size(); j++) {
            if (!coefficients.get(j).equals(BigFraction.ZERO)) {
                terms.add(Fractions.readable(coefficients.get(j)) + " x" + (j + 1));
            }
        }
        return terms.isEmpty() ? "0" : String.join(" + ", terms);
    }
}
