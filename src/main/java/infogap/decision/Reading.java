package infogap.decision;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Locale;

/// One way to read a choice between two options: what each option is, and by which rule they are compared.
///
/// @param name what this reading takes the words to mean
/// @param first what the first option is
/// @param second what the second option is
/// @param rule by what they are compared
public record Reading(String name, Lottery first, Lottery second, Rule rule) {

    /// Two expected utilities tie when they differ by no more than this part of the larger one, up to sign.
    public static final double TIE_TOLERANCE = 1e-12;

    /// Which option a reading prefers.
    public enum Preference {
        FIRST,
        SECOND,
        /// Both are as good.
        TIE,
        /// The rule does not order them: neither dominates.
        UNDECIDED
    }

    /// How two lotteries are compared.
    public sealed interface Rule {

        /// The larger `E x`, in exact fractions.
        record Mean() implements Rule {}

        /// The larger `E u`, with the utility taken as printed, also where it dislikes money.
        ///
        /// @param utility `u`
        record ExpectedUtility(Utility utility) implements Rule {
            /// @throws IllegalArgumentException if the utility is missing
            public ExpectedUtility {
                Checks.present("utility", utility);
            }
        }

        /// The one that dominates, so that a whole class of people agrees; see [Dominance.Order].
        ///
        /// @param order first or second order
        record Dominates(Dominance.Order order) implements Rule {
            /// @throws IllegalArgumentException if the order is missing
            public Dominates {
                Checks.present("order", order);
            }
        }
    }

    /// What a reading concludes.
    ///
    /// @param preference the preferred option
    /// @param evidence the figures that decide it
    public record Conclusion(Preference preference, String evidence) {}

    /// @throws IllegalArgumentException if a part is missing or the name blank
    public Reading {
        Checks.text("name", name);
        Checks.present("first", first);
        Checks.present("second", second);
        Checks.present("rule", rule);
    }

    /// Which option this reading prefers.
    ///
    /// @throws IllegalArgumentException if a utility is not defined on an outcome
    public Conclusion conclusion() {
        return switch (rule) {
            case Rule.Mean mean -> new Conclusion(
                    preference(first.exactMean().compareTo(second.exactMean())),
                    "E x: " + Fractions.format(first.exactMean()) + " against " + Fractions.format(second.exactMean()));
            case Rule.ExpectedUtility(Utility utility) -> byUtility(utility);
            case Rule.Dominates(Dominance.Order order) -> byDominance(order);
        };
    }

    private Conclusion byUtility(Utility utility) {
        double a = Valuation.expectedUtility(first, utility);
        double b = Valuation.expectedUtility(second, utility);
        boolean tie = Math.abs(a - b) <= TIE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
        Course course = utility.course(Math.min(first.lowest(), second.lowest()), Math.max(first.highest(), second.highest()));
        return new Conclusion(
                preference(tie ? 0 : Double.compare(a, b)),
                String.format(
                        Locale.ROOT, "E u: %.8g against %.8g%s", a, b,
                        course instanceof Course.Increasing ? "" : ", u is not increasing there"));
    }

    private Conclusion byDominance(Dominance.Order order) {
        Dominance dominance = switch (order) {
            case FIRST -> Dominance.firstOrder(first, second);
            case SECOND -> Dominance.secondOrder(first, second);
        };
        String kind = order == Dominance.Order.FIRST ? "first order" : "second order";
        return switch (dominance.relation()) {
            case FIRST_DOMINATES -> new Conclusion(Preference.FIRST, "dominates in the " + kind);
            case SECOND_DOMINATES -> new Conclusion(Preference.SECOND, "dominates in the " + kind);
            case EQUAL -> new Conclusion(Preference.TIE, "the same lottery");
            case NEITHER -> new Conclusion(Preference.UNDECIDED, "neither dominates in the " + kind);
        };
    }

    private static Preference preference(int order) {
        return order > 0 ? Preference.FIRST : order < 0 ? Preference.SECOND : Preference.TIE;
    }
}
