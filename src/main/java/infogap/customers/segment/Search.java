package infogap.customers.segment;

import java.util.Locale;

/// How a partition was found, and therefore how far it can be trusted.
///
/// @param method the algorithm
/// @param candidates how many were compared: partitions for an enumeration, starts for k-means, cuts for dynamic programming
/// @param attained how many of the candidates attained the best value (for dynamic programming always 1)
public record Search(Method method, long candidates, long attained) {

    /// The algorithm.
    public enum Method {
        /// Somebody else's labels.
        GIVEN,
        /// Lloyd's iteration from several seeded k-means++ starts: a local optimum.
        LLOYD,
        /// All partitions into k blocks: the global optimum.
        ENUMERATION,
        /// Optimal cuts of the sorted values: the global optimum in one dimension.
        DYNAMIC_PROGRAMMING,
        /// The same where more cuts agree within rounding than were compared exactly: no cut is better by more than rounding.
        ROUNDED_DYNAMIC_PROGRAMMING
    }

    static Search given() {
        return new Search(Method.GIVEN, 1, 1);
    }

    /// Whether no partition into as many segments has a lower sum of squared errors.
    public boolean proven() {
        return method == Method.ENUMERATION || method == Method.DYNAMIC_PROGRAMMING;
    }

    /// One sentence.
    @Override
    public String toString() {
        return switch (method) {
            case GIVEN -> "labels as given";
            case LLOYD -> String.format(Locale.ROOT, "best of %d k-means starts, attained by %d; a local optimum", candidates, attained);
            case ENUMERATION -> String.format(Locale.ROOT, "proven optimum: all %d partitions compared, %s",
                    candidates, attained == 1 ? "only this one attains it" : attained + " attain it");
            case ROUNDED_DYNAMIC_PROGRAMMING -> String.format(Locale.ROOT,
                    "best in one dimension up to rounding, not proven: %d cuts compared, too many agree within it", candidates);
            case DYNAMIC_PROGRAMMING -> String.format(Locale.ROOT, "proven optimum in one dimension: %d cuts compared", candidates);
        };
    }
}
