package infogap.regression;

import java.util.Locale;

/// The values of a coefficient that a wild cluster bootstrap test does not reject.
public sealed interface WildInterval {

    /// The column's name.
    String name();

    /// The confidence level, 1 − α.
    double level();

    /// From the smallest to the largest value with p > α that the search found.
    ///
    /// @param name  the column's name
    /// @param level 1 − α
    /// @param lower the lower end
    /// @param upper the upper end
    record Bounded(String name, double level, double lower, double upper) implements WildInterval {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s in [%.6g, %.6g] at level %s", name, lower, upper, level);
        }
    }

    /// No value is rejected on at least one side, however far away: with so few clusters, p never falls to α.
    ///
    /// @param name     the column's name
    /// @param level    1 − α
    /// @param farBelow p for a value 2⁴⁰ standard errors below the estimate
    /// @param farAbove p for a value 2⁴⁰ standard errors above
    record Unbounded(String name, double level, double farBelow, double farAbove) implements WildInterval {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: no bounded interval at level %s; p is still %s far below the estimate, and %s far above",
                    name, level, farBelow, farAbove);
        }
    }
}
