package infogap.decision;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One way to read a choice between two options: what each option is, and by which rule they are compared.
///
/// @param name what this reading takes the words to mean
/// @param first what the first option is
/// @param second what the second option is
/// @param rule by what they are compared
public record Reading(String name, Lottery first, Lottery second, Rule rule) {

    /// Two options tie when they differ by no more than this part of what the difference is computed from: the differences between the certainty
    /// equivalents and exact moments of the lotteries or, for a utility given as a function, between its largest and its smallest value. A linear and a
    /// quadratic utility are compared in exact fractions.
    public static final double TIE_TOLERANCE = Equivalent.TIE_TOLERANCE;

    /// What a function and its expectation may round, in units of the last place of its largest value.
    private static final int ROUNDINGS = 4;

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
        record Mean() implements Rule {
            @Override
            public String toString() {
                return "the larger mean";
            }
        }

        /// The larger `E u`, with the utility taken as printed, also where it dislikes money.
        ///
        /// @param utility `u`
        record ExpectedUtility(Utility utility) implements Rule {
            /// @throws IllegalArgumentException if the utility is missing
            public ExpectedUtility {
                Checks.present("utility", utility);
            }

            @Override
            public String toString() {
                return "the larger expected utility, " + utility;
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

            @Override
            public String toString() {
                return order.name().toLowerCase(Locale.ROOT) + "-order dominance";
            }
        }
    }

    /// What a reading concludes.
    ///
    /// @param preference the preferred option
    /// @param evidence the figures that decide it
    public record Conclusion(Preference preference, String evidence) {
        @Override
        public String toString() {
            return preference.name().toLowerCase(Locale.ROOT) + ", because " + evidence;
        }
    }

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
                    "E x: " + Fractions.readable(first.exactMean()) + " against " + Fractions.readable(second.exactMean()));
            case Rule.ExpectedUtility(Utility utility) -> byUtility(utility);
            case Rule.Dominates(Dominance.Order order) -> byDominance(order);
        };
    }

    private Conclusion byUtility(Utility utility) {
        double a = Valuation.expectedUtility(first, utility);
        double b = Valuation.expectedUtility(second, utility);
        Course course = utility.course(Math.min(first.lowest(), second.lowest()), Math.max(first.highest(), second.highest()));
        boolean increasing = course instanceof Course.Increasing;
        int order = order(utility, a, b);
        String left = String.format(Locale.ROOT, "%.8g", a);
        String right = String.format(Locale.ROOT, "%.8g", b);
        // where the utilities overflow, or agree in what is printed, the certainty equivalents show what decides
        boolean shown = order == 0 || Double.isFinite(a) && Double.isFinite(b) && !left.equals(right);
        String remark = !increasing
                ? ", u is not increasing there"
                : shown ? "" : ", CE: " + utility.certaintyEquivalent(first) + " against " + utility.certaintyEquivalent(second);
        return new Conclusion(preference(order), "E u: " + left + " against " + right + remark);
    }

    /// The order of the expected utilities, from numbers that neither over- nor underflow; `a` and `b` are only asked where there are none.
    private int order(Utility utility, double a, double b) {
        return switch (utility) {
            case LinearUtility linear -> first.exactMean().compareTo(second.exactMean());
            case QuadraticUtility quadratic -> quadratic.exactExpectation(first).compareTo(quadratic.exactExpectation(second));
            case CaraUtility cara -> cara.equivalent(first).against(cara.equivalent(second));
            case CrraUtility crra -> crra.equivalent(first).against(crra.equivalent(second));
            case HaraUtility hara -> hara.equivalent(first).against(hara.equivalent(second));
            case CustomUtility custom -> {
                double[] utilities = Stream.concat(first.outcomes().stream(), second.outcomes().stream())
                        .mapToDouble(x -> custom.of(Fractions.toDouble(x)))
                        .sorted()
                        .toArray();
                double least = utilities[0];
                double most = utilities[utilities.length - 1];
                double tie = Math.max(TIE_TOLERANCE * (most - least), ROUNDINGS * Math.ulp(Math.max(Math.abs(least), Math.abs(most))));
                yield Math.abs(a - b) <= tie ? 0 : Double.compare(a, b);
            }
        };
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

    /// What the options are, and by what they are compared; [#conclusion] says what follows.
    @Override
    public String toString() {
        return name + ", by " + rule + "\n  first   " + inline(first) + "\n  second  " + inline(second);
    }

    private static String inline(Lottery lottery) {
        return IntStream.range(0, lottery.size())
                .mapToObj(i -> Fractions.readable(lottery.outcomes().get(i)) + " with probability "
                        + Fractions.readable(lottery.probabilities().get(i)))
                .collect(Collectors.joining(", "));
    }
}
