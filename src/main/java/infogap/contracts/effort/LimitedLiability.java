package infogap.contracts.effort;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.LinearProgramme;
import infogap.numeric.LinearProgramme.Relation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Moral hazard of an agent who is neutral to risk but cannot be made to pay (有限责任): wages are at least a least wage.
///
/// The cheapest wages that make an action worth choosing and worth taking are a linear programme, solved in exact fractions. With two outcomes, success probabilities
/// `p₁ > p₀`, an effort cost `c` and a least wage of 0, success pays `c/(p₁ − p₀)`, and the agent keeps the rent `p₀c/(p₁ − p₀)` beyond an outside option of 0.
///
///     LimitedLiability.of(new double[] {200, 50}, 0, 0, Action.of("work", 10, 0.8, 0.2), Action.of("shirk", 0, 0.4, 0.6)).best()
///
/// Source: R. D. Innes (1990), *Limited liability and incentive contracting with ex-ante action choices*, Journal of Economic Theory 52, 45–67; J.-J. Laffont and
/// D. Martimort (2002), *The Theory of Incentives*, chapter 4.
///
/// @param revenues what each outcome brings the principal, in money
/// @param actions what the agent can do
/// @param reservation what the agent has elsewhere, in money
/// @param leastWage no wage is lower
public record LimitedLiability(List<BigFraction> revenues, List<Action> actions, BigFraction reservation, BigFraction leastWage) {

    /// Whether wages can make the agent choose an action.
    public sealed interface Implementation {}

    /// The cheapest wages for an action.
    ///
    /// @param problem what they solve
    /// @param action what they make the agent do
    /// @param wages for each outcome
    /// @param prices of the constraints: what a unit less would save, first of participation and then of each other action
    public record Wages(LimitedLiability problem, Action action, List<BigFraction> wages, List<BigFraction> prices) implements Implementation {

        public Wages {
            Checks.present("problem", problem);
            Checks.present("action", action);
            wages = Checks.notEmpty("wages", wages);
            prices = List.copyOf(Checks.present("prices", prices));
        }

        /// The wage that the principal expects to pay.
        public BigFraction expectedWage() {
            return Actions.expected(action, wages);
        }

        /// What is left to the agent beyond what it has elsewhere.
        public BigFraction rent() {
            return expectedWage().subtract(action.cost()).subtract(problem.reservation());
        }

        /// What is left to the principal.
        public BigFraction profit() {
            return Actions.expected(action, problem.revenues()).subtract(expectedWage());
        }

        /// Participation, incentives against every other action, and the least wage.
        public List<Constraint> constraints() {
            List<Constraint> constraints = new ArrayList<>();
            BigFraction own = expectedWage().subtract(action.cost());
            constraints.add(Constraint.exact(Constraint.Kind.PARTICIPATION, "reservation ≤ " + action, problem.reservation(), own));
            for (Action other : problem.actions()) {
                if (other != action) {
                    constraints.add(Constraint.exact(Constraint.Kind.INCENTIVE, other + " ≤ " + action,
                            Actions.expected(other, wages).subtract(other.cost()), own));
                }
            }
            for (int i = 0; i < wages.size(); i++) {
                constraints.add(Constraint.exact(Constraint.Kind.LIABILITY, "least wage ≤ wage " + (i + 1), problem.leastWage(), wages.get(i)));
            }
            return constraints;
        }

        @Override
        public String toString() {
            return "wages for " + action + ": " + wages.stream().map(Fractions::readable).collect(Collectors.joining(", ")) + "\nexpected wage "
                    + Fractions.readable(expectedWage()) + ", rent " + Fractions.readable(rent()) + ", profit " + Fractions.readable(profit());
        }
    }

    /// No wages make the agent choose the action.
    ///
    /// @param action the action
    /// @param mixture weights of the other actions that together lead to the same outcomes at less cost, which is why
    public record NotImplementable(Action action, List<BigFraction> mixture) implements Implementation {

        public NotImplementable {
            Checks.present("action", action);
            mixture = List.copyOf(Checks.present("mixture", mixture));
        }

        @Override
        public String toString() {
            return "no wages make the agent choose " + action + ": the other actions with the weights "
                    + mixture.stream().map(Fractions::readable).collect(Collectors.joining(", ")) + " lead to the same outcomes at less cost";
        }
    }

    /// @throws IllegalArgumentException if there is no outcome or action, an action has another number of outcomes, or two have the same name
    public LimitedLiability {
        revenues = Checks.notEmpty("revenues", revenues);
        actions = Actions.fitting(actions, revenues.size());
        Checks.present("reservation", reservation);
        Checks.present("leastWage", leastWage);
    }

    /// From decimals, each read as the decimal that it prints.
    public static LimitedLiability of(double[] revenues, double reservation, double leastWage, Action... actions) {
        return new LimitedLiability(Actions.decimals("revenues", revenues), List.of(Checks.present("actions", actions)),
                Fractions.ofDecimal(Checks.finite("reservation", reservation)), Fractions.ofDecimal(Checks.finite("leastWage", leastWage)));
    }

    /// The cheapest wages for this action.
    ///
    /// @throws IllegalArgumentException if there is no such action
    public Implementation implement(String action) {
        Action chosen = actions.get(Actions.position(actions, action));
        List<List<BigFraction>> rows = new ArrayList<>(List.of(chosen.probabilities()));
        List<BigFraction> gains = new ArrayList<>(List.of(reservation.add(chosen.cost()).subtract(leastWage).negate()));
        for (Action other : actions) {
            if (other != chosen) {
                List<BigFraction> difference = new ArrayList<>();
                for (int i = 0; i < revenues.size(); i++) {
                    difference.add(chosen.probabilities().get(i).subtract(other.probabilities().get(i)));
                }
                rows.add(difference);
                gains.add(other.cost().subtract(chosen.cost()));
            }
        }
        // integers in every constraint and on the right sides of the dual keep its numbers short
        List<BigFraction> units = rows.stream().map(LimitedLiability::commonDenominator).toList();
        BigFraction unit = commonDenominator(chosen.probabilities());
        // the dual programme in the prices of the constraints, which has a point to start from; the wages are its prices
        LinearProgramme dual = LinearProgramme.minimising(scaled(gains, units));
        for (int i = 0; i < revenues.size(); i++) {
            int outcome = i;
            dual = dual.with(scaled(rows.stream().map(row -> row.get(outcome)).toList(), units), Relation.AT_MOST,
                    chosen.probabilities().get(i).multiply(unit));
        }
        return switch (dual.solve()) {
            case LinearProgramme.Optimal(List<BigFraction> prices, BigFraction _, List<BigFraction> negative) ->
                new Wages(this, chosen, negative.stream().map(leastWage::subtract).toList(),
                        scaled(prices, units).stream().map(price -> price.divide(unit)).toList());
            case LinearProgramme.Unbounded(List<BigFraction> direction) -> new NotImplementable(chosen, mixture(scaled(direction, units)));
            case LinearProgramme.Infeasible _ -> throw new AssertionError("prices of 0 are feasible");
        };
    }

    /// The most profitable wages; of equally profitable ones those for the action that is listed first.
    public Wages best() {
        Wages best = null;
        for (Action action : actions) {
            if (implement(action.name()) instanceof Wages wages && (best == null || wages.profit().compareTo(best.profit()) > 0)) {
                best = wages;
            }
        }
        // the cheapest action can always be had
        return Checks.present("best wages", best);
    }

    /// What not seeing the action costs the principal: with full information the best action is ordered, and paid its cost and the reservation or the least wage.
    public AsymmetryCost cost() {
        BigFraction fullProfit = null;
        BigFraction fullSurplus = null;
        for (Action action : actions) {
            BigFraction revenue = Actions.expected(action, revenues);
            BigFraction needed = reservation.add(action.cost());
            BigFraction profit = revenue.subtract(needed.compareTo(leastWage) > 0 ? needed : leastWage);
            if (fullProfit == null || profit.compareTo(fullProfit) > 0) {
                fullProfit = profit;
                fullSurplus = revenue.subtract(needed);
            }
        }
        Wages wages = best();
        return AsymmetryCost.of("principal", fullSurplus, wages.profit().add(wages.rent()), fullProfit, wages.profit());
    }

    private static BigFraction commonDenominator(List<BigFraction> values) {
        return new BigFraction(values.stream().map(BigFraction::getDenominator).reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b)));
    }

    private static List<BigFraction> scaled(List<BigFraction> values, List<BigFraction> units) {
        return IntStream.range(0, values.size()).mapToObj(i -> values.get(i).multiply(units.get(i))).toList();
    }

    /// The multipliers of the incentive constraints, as weights.
    private static List<BigFraction> mixture(List<BigFraction> multipliers) {
        List<BigFraction> incentives = multipliers.subList(1, multipliers.size());
        BigFraction sum = incentives.stream().reduce(BigFraction.ZERO, BigFraction::add);
        return incentives.stream().map(weight -> weight.divide(sum)).toList();
    }

    @Override
    public String toString() {
        return revenues.size() + " outcomes, actions " + actions + ", reservation " + Fractions.readable(reservation) + ", wages of at least "
                + Fractions.readable(leastWage);
    }
}
