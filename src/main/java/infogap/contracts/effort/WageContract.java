package infogap.contracts.effort;

import infogap.contracts.Constraint;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.fraction.BigFraction;

/// Whether wages can make a risk-averse agent choose an action whose choice nobody sees.
public sealed interface WageContract {

    /// The action.
    Action action();

    /// The cheapest wages that make the agent take the contract and choose the action.
    ///
    /// They satisfy `1/u′(w_x) = μ + Σ λ_b (1 − p_b(x)/p_a(x))`, with the multipliers of participation and of the incentives against each other action, wherever `p_a(x) > 0`: what is paid for an
    /// outcome follows how little likely it is under the actions that tempt.
    ///
    /// @param problem what they solve
    /// @param action what they make the agent do
    /// @param wages for each outcome
    /// @param participation μ, what a unit of the agent's outside utility costs the principal
    /// @param incentives λ, for each action, 0 for the action itself
    /// @param residual the largest relative violation of the conditions that prove the wages cheapest
    record Cheapest(MoralHazard problem, Action action, List<Double> wages, double participation, List<Double> incentives, double residual)
            implements WageContract {

        /// Utilities that differ by no more than this part of the largest count as equal.
        public static final double TOLERANCE = 1e-10;

        public Cheapest {
            Checks.present("problem", problem);
            Checks.present("action", action);
            wages = Checks.notEmpty("wages", wages);
            incentives = Checks.notEmpty("incentives", incentives);
        }

        /// The wage that the principal expects to pay.
        public double expectedWage() {
            return expected(action, wages.stream().mapToDouble(Double::doubleValue).toArray());
        }

        /// What is left to the principal.
        public double profit() {
            return problem.revenue(action) - expectedWage();
        }

        /// E u(w) − c of this action under these wages.
        public double utility(Action of) {
            return expected(Checks.present("of", of), wages.stream().mapToDouble(problem.utility()::of).toArray()) - Fractions.toDouble(of.cost());
        }

        /// p_b(x)/p_a(x) of another action at an outcome; empty where both are 0, and infinite where only the action's is.
        public OptionalDouble likelihoodRatio(Action other, int outcome) {
            BigFraction own = action.probabilities().get(Checks.position("outcome", outcome, wages.size()));
            BigFraction others = Checks.present("other", other).probabilities().get(outcome);
            if (own.equals(BigFraction.ZERO)) {
                return others.equals(BigFraction.ZERO) ? OptionalDouble.empty() : OptionalDouble.of(Double.POSITIVE_INFINITY);
            }
            return OptionalDouble.of(Fractions.toDouble(others.divide(own)));
        }

        /// Participation and the incentives against every other action, in utility, and the least wage where there is one.
        public List<Constraint> constraints() {
            double own = utility(action);
            double largest = Math.max(Math.abs(own), wages.stream().mapToDouble(wage -> Math.abs(problem.utility().of(wage))).max().orElse(1));
            List<Constraint> constraints = new ArrayList<>();
            constraints.add(Constraint.rounded(Constraint.Kind.PARTICIPATION, "reservation ≤ " + action, problem.reservation(), own, TOLERANCE * largest));
            for (Action other : problem.actions()) {
                if (other != action) {
                    constraints.add(Constraint.rounded(Constraint.Kind.INCENTIVE, other + " ≤ " + action, utility(other), own, TOLERANCE * largest));
                }
            }
            problem.leastWage().ifPresent(least -> {
                for (int i = 0; i < wages.size(); i++) {
                    constraints.add(Constraint.rounded(Constraint.Kind.LIABILITY, "least wage ≤ wage " + (i + 1), least, wages.get(i),
                            TOLERANCE * Math.max(1, Math.abs(least))));
                }
            });
            return constraints;
        }

        private static double expected(Action action, double[] values) {
            CompensatedSum sum = new CompensatedSum();
            for (int i = 0; i < values.length; i++) {
                sum.add(Fractions.toDouble(action.probabilities().get(i)) * values[i]);
            }
            return sum.value();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "wages for %s%n%8s %12s %12s", action, "outcome", "probability", "wage"));
            for (int i = 0; i < wages.size(); i++) {
                text.append(String.format(Locale.ROOT, "%n%8d %12s %12.6g", i + 1, Fractions.readable(action.probabilities().get(i)), wages.get(i)));
            }
            return text.append(String.format(Locale.ROOT, "%nexpected wage %.6g, profit %.6g", expectedWage(), profit())).toString();
        }
    }

    /// Wages could, but one of them would be beyond anything that is at stake: the likelihood of the outcomes hardly differs from that under another action.
    ///
    /// @param action the action
    /// @param largestWage what some outcome would have to be paid at least; may be infinite
    record OutOfReach(Action action, double largestWage) implements WageContract {

        public OutOfReach {
            Checks.present("action", action);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "no wages of this world make the agent choose %s: some outcome would have to be paid at least %.3g", action, largestWage);
        }
    }

    /// Some wages do, but the cheapest were not found: the conditions are so close to contradicting each other that doubles cannot tell.
    ///
    /// @param action the action
    /// @param residual the largest relative violation of the conditions that prove wages cheapest, at the best wages that were found
    record Unresolved(Action action, double residual) implements WageContract {

        public Unresolved {
            Checks.present("action", action);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT,
                    "some wages make the agent choose %s, but the cheapest were found to a relative error of %.3g only; scale the problem so that its numbers are of one size",
                    action, residual);
        }
    }

    /// No wages do.
    ///
    /// @param action the action
    /// @param reason the constraints that contradict each other
    record NotImplementable(Action action, String reason) implements WageContract {

        public NotImplementable {
            Checks.present("action", action);
            Checks.text("reason", reason);
        }

        @Override
        public String toString() {
            return "no wages make the agent choose " + action + ": " + reason;
        }
    }
}
