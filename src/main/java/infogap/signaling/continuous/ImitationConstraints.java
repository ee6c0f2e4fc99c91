package infogap.signaling.continuous;

import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;

/// The inequalities that keep every type from the level of every other, solved from below and from above.
///
/// With types in ascending order of value, `i` below `j`:
///
/// - `c_i(s_j) ≥ c_i(s_i) + v_j − v_i`: a type does not pass for a better one, which bounds `s_j` from below;
/// - `c_j(s_i) ≥ c_j(s_j) − (v_j − v_i)`: a type does not pass for a worse one, which bounds `s_i` from below.
final class ImitationConstraints {

    /// How a search from below ends.
    sealed interface Ending {}

    /// Every inequality holds.
    record Solved() implements Ending {}

    /// The levels cannot be raised as far as an inequality demands.
    record Refuted(String reason) implements Ending {}

    /// The levels still rise.
    record Unfinished() implements Ending {}

    private final SellerType[] types;
    private final double maximalLevel;
    private final double largestValue;

    ImitationConstraints(List<SellerType> types, double maximalLevel) {
        this.types = types.toArray(SellerType[]::new);
        this.maximalLevel = maximalLevel;
        largestValue = types.stream().mapToDouble(type -> Math.abs(type.value())).max().orElseThrow();
    }

    /// Raises the levels from 0 until nobody gains by another's level.
    Ending raise(double[] levels) {
        for (int sweep = 0; sweep < Separation.MOST_SWEEPS; sweep++) {
            boolean raised = false;
            for (int type = 0; type < types.length; type++) {
                for (int other = 0; other < types.length; other++) {
                    if (type == other || !gains(levels, type, other)) {
                        continue;
                    }
                    double demanded = types[other].value() - types[type].value() + types[type].costOf(levels[type]);
                    if (other == 0 || types[type].costOf(maximalLevel) < demanded) {
                        return new Refuted(reason(levels, type, other));
                    }
                    SellerType imitator = types[type];
                    levels[other] = least(levels[other], maximalLevel, level -> imitator.costOf(level) >= demanded);
                    raised = true;
                }
            }
            if (!raised) {
                return new Solved();
            }
        }
        return new Unfinished();
    }

    /// The highest separating levels, from the most that each type would spend rather than pass for the lowest; at least the least ones.
    double[] lower(double[] least) {
        double[] levels = new double[types.length];
        for (int sweep = 0; sweep < Separation.MOST_SWEEPS; sweep++) {
            boolean lowered = false;
            for (int type = 1; type < types.length; type++) {
                double allowed = allowed(levels, type, sweep == 0);
                if (sweep == 0 || allowed < levels[type]) {
                    lowered |= sweep > 0;
                    levels[type] = Math.max(least[type], allowed);
                }
            }
            if (sweep > 0 && !lowered) {
                break;
            }
        }
        return levels;
    }

    /// The highest level of the type that the others' levels allow; in the beginning only that of the lowest type counts, which is 0.
    private double allowed(double[] levels, int type, boolean onlyLowest) {
        double highest = maximalLevel;
        for (int other = 0; other < (onlyLowest ? 1 : types.length); other++) {
            if (other == type) {
                continue;
            }
            SellerType payer = types[type];
            // as a function of its own level: its cost may exceed what the other's level costs it by what it is worth more
            double most = payer.value() - types[other].value() + payer.costOf(levels[other]) + rounding(payer.costOf(levels[other]));
            if (payer.costOf(highest) > most) {
                double beyond = least(0, highest, level -> payer.costOf(level) > most);
                highest = Math.max(0, Math.nextDown(beyond));
            }
        }
        return highest;
    }

    /// The smallest level between both at which the condition holds, given that it holds at the higher one, by halving until no double is left.
    private static double least(double low, double high, DoublePredicate reached) {
        if (reached.test(low)) {
            return low;
        }
        for (double middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (reached.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean gains(double[] levels, int type, int other) {
        double as = types[other].value() - types[type].costOf(levels[other]);
        double own = types[type].value() - types[type].costOf(levels[type]);
        return as - own > rounding(Math.max(types[type].costOf(levels[other]), types[type].costOf(levels[type])));
    }

    /// Levels are rounded roots, so that an indifferent type may seem to gain a few roundings of what is compared.
    private double rounding(double cost) {
        return 64 * Math.ulp(Math.max(largestValue, Math.abs(cost)));
    }

    private String reason(double[] levels, int type, int other) {
        double atStake = types[other].value() - types[type].value();
        if (other > type) {
            return String.format(Locale.ROOT, "%s gains %.6g by passing for %s, and no signal up to level %.6g costs it as much",
                    types[type], atStake, types[other], maximalLevel);
        }
        return String.format(Locale.ROOT, "at the least levels that deter imitation, %s gets %.6g and would get %.6g as %s",
                types[type], types[type].value() - types[type].costOf(levels[type]),
                types[other].value() - types[type].costOf(levels[other]), types[other]);
    }
}
