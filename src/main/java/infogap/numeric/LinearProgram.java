package infogap.numeric;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// A linear programme in fractions: the largest `Σ c(j) x(j)` over `x ≥ 0` under constraints `Σ a(j) x(j) ≤, = or ≥ b`, solved exactly.
///
///     LinearProgram.maximize(List.of(Fractions.of("3"), Fractions.of("2")))
///         .atMost(List.of(Fractions.of("1"), Fractions.of("1")), Fractions.of("4"))
///         .solve()                                          // value 12 at (4, 0), prices of the constraints (3)
///
/// Immutable: each constraint gives a new programme. The cost grows with the length of the fractions, so that it is meant for some hundred variables.
///
/// @param objective `c`
/// @param constraints in the order of their duals
public record LinearProgram(List<BigFraction> objective, List<Constraint> constraints) {

    /// How the two sides of a constraint compare.
    public enum Relation {
        AT_MOST,
        EQUAL,
        AT_LEAST
    }

    /// @param coefficients `a`
    /// @param relation how they compare with the bound
    /// @param bound `b`
    public record Constraint(List<BigFraction> coefficients, Relation relation, BigFraction bound) {
        public Constraint {
            coefficients = Checks.notEmpty("coefficients", coefficients);
            Checks.present("relation", relation);
            Checks.present("bound", bound);
        }
    }

    /// @throws IllegalArgumentException if there is no variable, or a constraint does not have a coefficient for each
    public LinearProgram {
        objective = Checks.notEmpty("objective", objective);
        constraints = List.copyOf(Checks.present("constraints", constraints));
        for (Constraint constraint : constraints) {
            Checks.sameLength("coefficients", constraint.coefficients().size(), "objective", objective.size());
        }
    }

    /// The programme without constraints but `x ≥ 0`.
    public static LinearProgram maximize(List<BigFraction> objective) {
        return new LinearProgram(objective, List.of());
    }

    /// With `Σ a x ≤ b` as well.
    public LinearProgram atMost(List<BigFraction> coefficients, BigFraction bound) {
        return with(new Constraint(coefficients, Relation.AT_MOST, bound));
    }

    /// With `Σ a x = b` as well.
    public LinearProgram equal(List<BigFraction> coefficients, BigFraction bound) {
        return with(new Constraint(coefficients, Relation.EQUAL, bound));
    }

    /// With `Σ a x ≥ b` as well.
    public LinearProgram atLeast(List<BigFraction> coefficients, BigFraction bound) {
        return with(new Constraint(coefficients, Relation.AT_LEAST, bound));
    }

    private LinearProgram with(Constraint constraint) {
        List<Constraint> more = new ArrayList<>(constraints);
        more.add(constraint);
        return new LinearProgram(objective, more);
    }

    /// The optimum, or why there is none, by the simplex method in two phases with Bland's rule, which cannot cycle.
    ///
    /// Source: R. G. Bland (1977), *New finite pivoting rules for the simplex method*, Mathematics of Operations Research 2, 103–107.
    public LinearOutcome solve() {
        return new SimplexTableau(this).solve();
    }
}
