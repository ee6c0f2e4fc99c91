package infogap.contracts.effort;

import infogap.contracts.AsymmetryCost;
import infogap.decision.Utility;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.fraction.BigFraction;

/// Moral hazard (道德风险): a principal who sees the outcome but not the action pays an agent who is averse to risk.
///
/// The agent gets `u(w) − c` from the wage `w` and the cost `c` of its action, and has a reservation utility elsewhere. In the utilities of the wages, `v_x = u(w_x)`, the cheapest contract for an action `a`,
///
///     min Σ p_a(x) u⁻¹(v_x)   subject to   Σ p_a v − c_a ≥ ū,   Σ (p_a − p_b) v ≥ c_a − c_b for every other b,
///
/// is a convex programme with linear constraints. With two outcomes and two actions both bind and give it in closed form: `v_s − v_f = (c_a − c_b)/(p_a − p_b)`.
///
///     MoralHazard.of(new double[] {200, 50}, Utility.crra(0.5, 0), 10, Action.of("work", 2, 0.8, 0.2), Action.of("shirk", 1, 0.4, 0.6)).best()
///
/// Sources: B. Holmström (1979), *Moral hazard and observability*, Bell Journal of Economics 10, 74–91; S. Grossman and O. Hart (1983), *An analysis of the principal-agent problem*,
/// Econometrica 51, 7–45.
///
/// @param revenues what each outcome brings the principal, in money
/// @param utility of the wage, averse to risk: CARA, CRRA, HARA or quadratic
/// @param reservation ū, what the agent has elsewhere, in utility
/// @param actions what the agent can do
/// @param leastWage no wage is lower; empty if the agent can be made to pay anything that its utility is defined for
public record MoralHazard(List<BigFraction> revenues, Utility utility, double reservation, List<Action> actions, OptionalDouble leastWage) {

    /// @throws IllegalArgumentException if there is no outcome or action, an action has another number of outcomes, two have the same name, the utility is not averse to risk
    ///     or has no known inverse, or a number is not finite
    public MoralHazard {
        revenues = Checks.notEmpty("revenues", revenues);
        UtilityInverse.of(Checks.present("utility", utility));
        Checks.finite("reservation", reservation);
        actions = Actions.fitting(actions, revenues.size());
        if (Checks.present("leastWage", leastWage).isPresent()) {
            utility.of(Checks.finite("leastWage", leastWage.getAsDouble()));
        }
    }

    /// Without a least wage; revenues are read as the decimals that they print.
    public static MoralHazard of(double[] revenues, Utility utility, double reservation, Action... actions) {
        return new MoralHazard(Actions.decimals("revenues", revenues), utility, reservation, List.of(Checks.present("actions", actions)), OptionalDouble.empty());
    }

    /// The same problem where no wage is lower than this (有限责任).
    public MoralHazard withLeastWage(double least) {
        return new MoralHazard(revenues, utility, reservation, actions, OptionalDouble.of(Checks.finite("leastWage", least)));
    }

    /// The same problem where a signal is seen beside the outcome: the outcomes become pairs, outcome by outcome.
    ///
    /// @param signals for each action and outcome the probabilities of the signals, given both
    /// @throws IllegalArgumentException if there is not a row for each action and outcome, or a row does not sum to 1
    public MoralHazard withSignal(List<List<List<BigFraction>>> signals) {
        Checks.sameLength("actions", actions.size(), "signals", Checks.present("signals", signals).size());
        List<Action> finer = new ArrayList<>();
        List<BigFraction> finerRevenues = new ArrayList<>();
        for (int a = 0; a < actions.size(); a++) {
            Checks.sameLength("revenues", revenues.size(), "signals[" + a + "]", signals.get(a).size());
            List<BigFraction> probabilities = new ArrayList<>();
            for (int x = 0; x < revenues.size(); x++) {
                for (BigFraction signal : signals.get(a).get(x)) {
                    probabilities.add(actions.get(a).probabilities().get(x).multiply(signal));
                    if (a == 0) {
                        finerRevenues.add(revenues.get(x));
                    }
                }
            }
            finer.add(new Action(actions.get(a).name(), actions.get(a).cost(), probabilities));
        }
        return new MoralHazard(finerRevenues, utility, reservation, finer, leastWage);
    }

    /// The cheapest wages for this action, that there are none, or that they were not found to a relative error of 1e-9, which takes conditions that all but contradict each other.
    ///
    /// @throws IllegalArgumentException if there is no such action
    public WageContract implement(String action) {
        return new WageProgramme(this, Actions.position(actions, action)).solve();
    }

    /// The most profitable contract, if any action can be had; of equally profitable ones that of the action listed first.
    ///
    /// @throws IllegalStateException if no action can be had
    /// @throws ArithmeticException if the cheapest wages of an action were not found that might be more profitable even than this
    public WageContract.Cheapest best() {
        WageContract.Cheapest best = null;
        List<WageContract.Unresolved> open = new ArrayList<>();
        for (Action action : actions) {
            WageContract contract = implement(action.name());
            if (contract instanceof WageContract.Cheapest cheapest && (best == null || cheapest.profit() > best.profit())) {
                best = cheapest;
            } else if (contract instanceof WageContract.Unresolved unresolved) {
                open.add(unresolved);
            }
        }
        for (WageContract.Unresolved unresolved : open) {
            Action action = unresolved.action();
            if (best == null || revenue(action) - fullInformationWage(action.name()) > best.profit()) {
                throw new ArithmeticException(unresolved.toString());
            }
        }
        if (best == null) {
            throw new IllegalStateException("no wages make the agent take the contract: the reservation utility " + reservation + " is out of reach of " + utility);
        }
        return best;
    }

    /// The sure wage for this action if it were seen: u⁻¹(ū + c_a), or the least wage if that is higher.
    ///
    /// @throws IllegalArgumentException if there is no such action
    /// @throws IllegalStateException if no wage has this utility
    public double fullInformationWage(String action) {
        double needed = reservation + Fractions.toDouble(actions.get(Actions.position(actions, action)).cost());
        UtilityInverse inverse = UtilityInverse.of(utility);
        if (!(needed < inverse.highest())) {
            throw new IllegalStateException("no wage has the utility " + needed + " that reservation and cost of " + action + " need under " + utility);
        }
        double wage = needed > inverse.lowest() || needed == inverse.lowest() && inverse.includesLowest()
                ? inverse.wage(needed)
                : inverse.wage(inverse.lowest());
        return Math.max(wage, leastWage.orElse(Double.NEGATIVE_INFINITY));
    }

    /// What not seeing the action costs the principal. The agent's gain is the sure wage that is worth the contract, less the one that would just be taken.
    public AsymmetryCost cost() {
        double full = Double.NEGATIVE_INFINITY;
        double fullSurplus = Double.NEGATIVE_INFINITY;
        UtilityInverse inverse = UtilityInverse.of(utility);
        for (Action action : actions) {
            double needed = reservation + Fractions.toDouble(action.cost());
            if (needed < inverse.highest()) {
                double profit = revenue(action) - fullInformationWage(action.name());
                if (profit > full) {
                    full = profit;
                    fullSurplus = revenue(action) - taken(inverse, needed);
                }
            }
        }
        WageContract.Cheapest best = best();
        double cost = Fractions.toDouble(best.action().cost());
        double rent = inverse.wage(best.utility(best.action()) + cost) - taken(inverse, reservation + cost);
        return new AsymmetryCost("principal", fullSurplus, best.profit() + rent, full, best.profit());
    }

    private static double taken(UtilityInverse inverse, double utility) {
        return inverse.wage(Math.max(utility, inverse.lowest()));
    }

    /// The largest revenue or sure wage, what wages are held against.
    double largestAmount() {
        double largest = revenues.stream().mapToDouble(revenue -> Math.abs(Fractions.toDouble(revenue))).max().orElseThrow();
        UtilityInverse inverse = UtilityInverse.of(utility);
        for (Action action : actions) {
            double needed = reservation + Fractions.toDouble(action.cost());
            largest = needed < inverse.highest() ? Math.max(largest, Math.abs(taken(inverse, needed))) : largest;
        }
        return largest;
    }

    /// What the principal expects to take in from this action.
    double revenue(Action action) {
        return Fractions.toDouble(Actions.expected(action, revenues));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d outcomes, actions %s, %s, reservation utility %.6g", revenues.size(), actions, utility, reservation);
    }
}
