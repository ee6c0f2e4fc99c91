package infogap.signaling.continuous;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether the types can be told apart by the level of a signal, and at what least cost.
public sealed interface Separation {

    /// The least-cost separating levels.
    ///
    /// @param types the types, from the lowest value to the highest
    /// @param levels the level that each sends; the first is 0
    record LeastCost(List<SellerType> types, List<Double> levels) implements Separation {

        public LeastCost {
            types = Checks.notEmpty("types", types);
            levels = Checks.notEmpty("levels", levels);
            Checks.sameLength("types", types.size(), "levels", levels.size());
        }

        /// What the type gets: its value less the cost of its signal.
        public double payoff(int type) {
            return types.get(type).value() - types.get(type).costOf(levels.get(type));
        }

        /// What the type would get with the level of another and the price that it brings.
        public double payoffAs(int type, int other) {
            return types.get(other).value() - types.get(type).costOf(levels.get(other));
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format("%-14s %12s %12s %12s", "type", "value", "level", "payoff"));
            for (int i = 0; i < types.size(); i++) {
                text.append(String.format(Locale.ROOT, "%n%-14s %12.6g %12.6g %12.6g",
                        types.get(i).name(), types.get(i).value(), levels.get(i), payoff(i)));
            }
            return text.toString();
        }
    }

    /// No levels separate the types.
    ///
    /// @param reason which type cannot be kept from imitating another, with the numbers
    record Impossible(String reason) implements Separation {
        @Override
        public String toString() {
            return "no separation: " + reason;
        }
    }

    /// The least-cost separating outcome.
    ///
    /// @param types the types, values increasing
    /// @param maximalLevel no signal can be stronger
    /// @throws IllegalArgumentException if there are fewer than two types, values do not increase, the level is not above 0, or a
    ///     cost is not finite
    static Separation leastCost(List<SellerType> types, double maximalLevel) {
        List<SellerType> ascending = Checks.notEmpty("types", types);
        Checks.atLeast("number of types", ascending.size(), 2);
        Checks.positive("maximalLevel", maximalLevel);
        List<Double> levels = new ArrayList<>();
        levels.add(0.0);
        for (int i = 0; i + 1 < ascending.size(); i++) {
            SellerType low = ascending.get(i);
            SellerType high = ascending.get(i + 1);
            if (!(high.value() > low.value())) {
                throw Checks.refused("value of types[" + (i + 1) + "]", high.value(), "above that of types[" + i + "] = " + low.value());
            }
            double spent = low.costOf(levels.get(i));
            double atStake = high.value() - low.value();
            if (low.costOf(maximalLevel) - spent < atStake) {
                return new Impossible(String.format(Locale.ROOT,
                        "%s gains %.6g by passing for %s, and no signal up to level %.6g costs it as much",
                        low, atStake, high, maximalLevel));
            }
            levels.add(level(low, levels.get(i), maximalLevel, spent + atStake));
        }
        LeastCost outcome = new LeastCost(ascending, levels);
        return imitation(outcome).<Separation>map(Impossible::new).orElse(outcome);
    }

    /// The smallest level between both at which the cost reaches the target, by halving until no double is left.
    private static double level(SellerType type, double low, double high, double target) {
        for (double middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (type.costOf(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// A type that prefers another's level, which happens if a signal is not cheaper for the higher type.
    private static Optional<String> imitation(LeastCost outcome) {
        int count = outcome.types().size();
        double scale = outcome.types().stream().mapToDouble(type -> Math.abs(type.value())).max().orElseThrow();
        for (int type = 0; type < count; type++) {
            for (int other = 0; other < count; other++) {
                double own = outcome.payoff(type);
                double as = outcome.payoffAs(type, other);
                // the level is a rounded root, so that an indifferent type may seem to gain a few roundings of the values
                double rounding = 64 * Math.ulp(Math.max(scale, outcome.types().get(type).costOf(outcome.levels().get(other))));
                if (as - own > rounding) {
                    return Optional.of(String.format(Locale.ROOT, "at the levels that deter imitation from below, %s gets %.6g and would get %.6g as %s",
                            outcome.types().get(type), own, as, outcome.types().get(other)));
                }
            }
        }
        return Optional.empty();
    }
}
