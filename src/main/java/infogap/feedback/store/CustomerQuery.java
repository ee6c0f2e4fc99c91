package infogap.feedback.store;

import infogap.feedback.Customer;
import infogap.feedback.TrustPolicy;
import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.commons.math3.fraction.BigFraction;

/// Which part of the list of customers, in which order.
///
/// @param search what a name must hold, without regard to case and accents; everything where it is empty
/// @param order  the order of the list
/// @param policy by which the scores are compared where the order is one of scores; one that fades is compared as if nothing had faded
/// @param after  list what follows this customer
/// @param before list what stands before this customer; not together with `after`
/// @param limit  how many customers, at most
public record CustomerQuery(
        String search, Order order, TrustPolicy policy, OptionalLong after, OptionalLong before, int limit) {

    /// The order of a list; customers that are alike stand in the order of their numbers.
    public enum Order {
        /// Oldest first.
        NUMBER,
        /// By name, without regard to case and accents.
        NAME,
        /// Those first about whom there is most feedback.
        FEEDBACK,
        /// The least trusted first.
        LOWEST,
        /// The most trusted first.
        HIGHEST;

        /// The name in an address: `number`, `name`, `feedback`, `lowest`, `highest`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The order with this label.
        ///
        /// @throws IllegalArgumentException for any other text
        public static Order of(String label) {
            return Arrays.stream(values()).filter(order -> order.label().equals(label)).findAny()
                    .orElseThrow(() -> new IllegalArgumentException("sort must be one of "
                            + String.join(", ", Arrays.stream(values()).map(Order::label).toList()) + ", but is '" + label + "'"));
        }
    }

    /// @throws IllegalArgumentException if a component is null, the limit is below 1, or both ends are given
    public CustomerQuery {
        search = Customer.searchKey(search).strip();
        Checks.present("order", order);
        Checks.present("policy", policy);
        Checks.atLeast("limit", limit, 1);
        if (after.isPresent() && before.isPresent()) {
            throw new IllegalArgumentException("after and before must not be given together");
        }
    }

    /// The first customers by number.
    public static CustomerQuery first(int limit) {
        return new CustomerQuery("", Order.NUMBER, TrustPolicy.AS_PRINTED, OptionalLong.empty(), OptionalLong.empty(), limit);
    }

    /// The key that the order sorts by, upward, as SQL over the table of customers.
    String key() {
        return switch (order) {
            case NUMBER -> "id";
            case NAME -> "search_key";
            case FEEDBACK -> "-(positive + negative)";
            case LOWEST -> score();
            case HIGHEST -> "-" + score();
        };
    }

    /// A number that orders as the score does. Numerators and denominators are whole, in millionths, so that equal scores are equal numbers.
    private String score() {
        String millionths = "CAST(ROUND(CAST(initial_trust AS DOUBLE PRECISION) * 1000000) AS BIGINT)";
        return switch (policy) {
            case TrustPolicy.AsPrinted printed -> "(" + millionths + " + 100000 * (positive + negative))";
            case TrustPolicy.BetaReputation beta -> mean(beta.weight(), millionths);
            // a list is sorted by what was ever said: what it counts today would have to be computed for every customer
            case TrustPolicy.Fading fading -> mean(fading.weight(), millionths);
        };
    }

    private static String mean(BigFraction weight, String millionths) {
        String numerator = weight.getNumerator() + ".0";
        String denominator = weight.getDenominator() + ".0";
        return "((" + numerator + " * " + millionths + " + " + denominator + " * 1000000.0 * positive) / (" + numerator + " + " + denominator
                + " * (positive + negative)))";
    }

    /// The search as a pattern of LIKE with `!` as its escape.
    String pattern() {
        return "%" + search.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /// A part of the list.
    ///
    /// @param <T>      what stands for a customer
    /// @param items    the part, in the order asked for
    /// @param previous is there something before it?
    /// @param next     is there something after it?
    public record Part<T>(List<T> items, boolean previous, boolean next) {

        /// Copies the list.
        public Part {
            items = List.copyOf(items);
        }
    }
}
