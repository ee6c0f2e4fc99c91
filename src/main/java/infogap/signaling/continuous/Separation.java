package infogap.signaling.continuous;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whether the types can be told apart by the level of a signal, at what least cost, and at which other levels.
public sealed interface Separation {

    /// The least-cost separating levels, and the highest that separate.
    ///
    /// @param types the types, from the lowest value to the highest
    /// @param levels the level that each sends in the outcome of least cost; the first is 0
    /// @param highest the highest level of each in any separating outcome, at most the maximal level; the first is 0
    record LeastCost(List<SellerType> types, List<Double> levels, List<Double> highest) implements Separation {

        public LeastCost {
            types = Checks.notEmpty("types", types);
            levels = Checks.notEmpty("levels", levels);
            highest = Checks.notEmpty("highest", highest);
            Checks.sameLength("types", types.size(), "levels", levels.size());
            Checks.sameLength("types", types.size(), "highest", highest.size());
        }

        /// What the type gets: its value less the cost of its signal.
        public double payoff(int type) {
            return payoffAs(type, type);
        }

        /// What the type would get with the level of another and the price that it brings.
        public double payoffAs(int type, int other) {
            return types.get(Checks.position("other", other, types.size())).value()
                    - types.get(Checks.position("type", type, types.size())).costOf(levels.get(other));
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(
                    String.format("%-14s %12s %12s %12s %16s", "type", "value", "level", "payoff", "separating up to"));
            for (int i = 0; i < types.size(); i++) {
                text.append(String.format(Locale.ROOT, "%n%-14s %12.6g %12.6g %12.6g %16.6g",
                        types.get(i).name(), types.get(i).value(), levels.get(i), payoff(i), highest.get(i)));
            }
            return text.toString();
        }
    }

    /// No levels up to the maximal one separate the types.
    ///
    /// @param reason the type that cannot be kept from imitating another at any levels, with the numbers
    record Impossible(String reason) implements Separation {
        @Override
        public String toString() {
            return "no separation: " + reason;
        }
    }

    /// The search for the least levels was still raising them after [#MOST_SWEEPS] sweeps: neither separation nor its impossibility is shown.
    ///
    /// @param reached no separating outcome has lower levels than these
    record Undecided(List<Double> reached) implements Separation {

        public Undecided {
            reached = List.copyOf(Checks.present("reached", reached));
        }

        @Override
        public String toString() {
            return "undecided: any separating levels are at least " + reached;
        }
    }

    /// How often the inequalities are gone through at most.
    int MOST_SWEEPS = 10_000;

    /// The least-cost separating outcome. Single crossing is not assumed.
    ///
    /// Levels `s` separate if no type gains by the level of another, `v_i − c_i(s_i) ≥ v_j − c_i(s_j)`, and the lowest type does not signal. For `j` above `i`
    /// this bounds `s_j` from below by an increasing function of `s_i`, and for `j` below `i` it bounds `s_j` from below by one of `s_i`. Of such inequalities
    /// the solutions have a least one, which is reached by raising levels from 0 as far as each inequality demands, and a greatest one. What the rising levels
    /// violate no others can mend, so that [Impossible] is shown and not only not found.
    ///
    /// @param types the types, values increasing
    /// @param maximalLevel no signal can be stronger
    /// @throws IllegalArgumentException if there are fewer than two types, values do not increase, the level is not above 0, or a
    ///     cost is not finite or does not rise
    static Separation leastCost(List<SellerType> types, double maximalLevel) {
        List<SellerType> ascending = Checks.notEmpty("types", types);
        Checks.atLeast("number of types", ascending.size(), 2);
        Checks.positive("maximalLevel", maximalLevel);
        for (int i = 0; i < ascending.size(); i++) {
            if (i > 0 && !(ascending.get(i).value() > ascending.get(i - 1).value())) {
                throw Checks.refused("value of types[" + i + "]", ascending.get(i).value(),
                        "above that of types[" + (i - 1) + "] = " + ascending.get(i - 1).value());
            }
            ascending.get(i).requireRisingCost(maximalLevel);
        }
        ImitationConstraints constraints = new ImitationConstraints(ascending, maximalLevel);
        double[] least = new double[ascending.size()];
        switch (constraints.raise(least)) {
            case ImitationConstraints.Solved _ -> {
                double[] greatest = constraints.lower(least);
                return new LeastCost(ascending, boxed(least), boxed(greatest));
            }
            case ImitationConstraints.Refuted refuted -> {
                return new Impossible(refuted.reason());
            }
            case ImitationConstraints.Unfinished _ -> {
                return new Undecided(boxed(least));
            }
        }
    }

    private static List<Double> boxed(double[] values) {
        return new ArrayList<>(Arrays.stream(values).boxed().toList());
    }
}
