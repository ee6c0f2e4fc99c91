package infogap.trust;

import infogap.numeric.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// When the members of an ensemble first take a value, and how many never do.
///
/// @param level the value
/// @param horizon until when it was looked for
/// @param members how many members the ensemble has
/// @param times the crossing times in increasing order, one for each member that crosses
public record CrossingDistribution(double level, double horizon, int members, List<Double> times) {

    public CrossingDistribution {
        Checks.finite("level", level);
        Checks.positive("horizon", horizon);
        Checks.atLeast("members", members, 1);
        times = List.copyOf(Checks.present("times", times));
        if (times.size() > members) {
            throw new IllegalArgumentException("times must have at most " + members + " elements, but has " + times.size());
        }
    }

    /// The share of members that do not take the value before the horizon.
    public double shareNever() {
        return (double) (members - times.size()) / members;
    }

    /// The time before which this share of all members has crossed, those that never cross counted as later than every other:
    /// the time of rank ⌈p·members⌉, at least 1; empty if fewer cross. The product is that of the decimal that p prints: 0.55 of 100
    /// members is 55, which the product of doubles exceeds.
    public OptionalDouble quantile(double probability) {
        Checks.probability("probability", probability);
        int rank = Math.max(1, new BigDecimal(Double.toString(probability)).multiply(BigDecimal.valueOf(members))
                .setScale(0, RoundingMode.CEILING).intValueExact());
        return rank <= times.size() ? OptionalDouble.of(times.get(rank - 1)) : OptionalDouble.empty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "trust first takes %s; %.2f %% do not before t = %s",
                level, 100 * shareNever(), horizon));
        for (double probability : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            OptionalDouble time = quantile(probability);
            text.append(String.format(Locale.ROOT, "%n%5.0f %%  %s", 100 * probability,
                    time.isPresent() ? String.format(Locale.ROOT, "%.6g", time.getAsDouble()) : "never"));
        }
        return text.toString();
    }
}
