package infogap.numeric;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// What a [LinearProgram] comes to, each with the numbers that prove it.
public sealed interface LinearOutcome {

    /// There is a best value. It cannot be exceeded, because the duals are feasible prices with the same value `Σ b y = Σ c x`.
    ///
    /// @param value the largest value
    /// @param solution one `x` that reaches it, with as few components above 0 as there are constraints
    /// @param duals the price of each constraint: of relaxing its right side by a unit; at least 0 for `≤`, at most 0 for `≥`
    record Optimal(BigFraction value, List<BigFraction> solution, List<BigFraction> duals) implements LinearOutcome {
        public Optimal {
            Checks.present("value", value);
            solution = List.copyOf(Checks.present("solution", solution));
            duals = List.copyOf(Checks.present("duals", duals));
        }

        @Override
        public String toString() {
            return "value " + Fractions.readable(value) + " at " + text(solution) + ", prices of the constraints " + text(duals);
        }
    }

    /// No `x` meets the constraints: their combination with these weights (at least 0 for `≤`, at most 0 for `≥`) is `Σ (≥ 0) x ≤ (below 0)`.
    ///
    /// @param weights of the constraints
    record Infeasible(List<BigFraction> weights) implements LinearOutcome {
        public Infeasible {
            weights = List.copyOf(Checks.present("weights", weights));
        }

        @Override
        public String toString() {
            return "infeasible: the constraints with weights " + text(weights) + " contradict each other";
        }
    }

    /// The value grows without end along a direction that keeps every constraint.
    ///
    /// @param direction the change of each component of `x`, at least 0
    record Unbounded(List<BigFraction> direction) implements LinearOutcome {
        public Unbounded {
            direction = List.copyOf(Checks.present("direction", direction));
        }

        @Override
        public String toString() {
            return "unbounded along " + text(direction);
        }
    }

    /// The optimum.
    ///
    /// @throws ArithmeticException if there is none, with the reason
    default Optimal optimal() {
        if (this instanceof Optimal optimum) {
            return optimum;
        }
        throw new ArithmeticException(toString());
    }

    private static String text(List<BigFraction> values) {
        return values.stream().map(Fractions::readable).collect(Collectors.joining(", ", "(", ")"));
    }
}
