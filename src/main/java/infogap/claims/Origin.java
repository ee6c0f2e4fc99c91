package infogap.claims;

import infogap.numeric.Checks;
import java.util.List;

/// Where an error comes from.
public sealed interface Origin {

    /// The claims that explain it, in the order in which they were named; empty where none does.
    default List<String> sources() {
        return List.of();
    }

    /// Nothing to explain: the claim holds, or cannot be checked.
    record None() implements Origin {
        @Override
        public String toString() {
            return "";
        }
    }

    /// Wrong from the article's inputs, and wrong from its own intermediate values.
    record Root() implements Origin {
        @Override
        public String toString() {
            return "root";
        }
    }

    /// Consistent with earlier wrong claims.
    record Inherited(List<String> from) implements Origin {
        /// @throws IllegalArgumentException if no claim is named, or one twice
        public Inherited {
            from = Checks.distinct("from", from);
        }

        @Override
        public List<String> sources() {
            return from;
        }

        @Override
        public String toString() {
            return INHERITED + String.join(", ", from);
        }
    }

    /// Consistent with earlier claims that are right as far as they are printed: the article went on with their rounded numbers, as in 2/3 printed 0.67 and
    /// then 3 × 0.67 = 2.01.
    record Rounded(List<String> from) implements Origin {
        /// @throws IllegalArgumentException if no claim is named, or one twice
        public Rounded {
            from = Checks.distinct("from", from);
        }

        @Override
        public List<String> sources() {
            return from;
        }

        @Override
        public String toString() {
            return ROUNDED + String.join(", ", from);
        }
    }

    /// What an inherited origin begins with when it is written.
    String INHERITED = "inherited from ";

    /// What a rounded origin begins with when it is written.
    String ROUNDED = "rounded from ";

    /// Reads what [#toString] prints: nothing, `root`, `inherited from 4-07`, or `rounded from 4-07, 4-08`; `and` between the last two is the same.
    ///
    /// @throws IllegalArgumentException if the text is none of these
    static Origin of(String text) {
        Checks.present("origin", text);
        return switch (text) {
            case "" -> new None();
            case "root" -> new Root();
            case String inherited when inherited.startsWith(INHERITED) && inherited.length() > INHERITED.length() ->
                new Inherited(ids(inherited.substring(INHERITED.length())));
            case String rounded when rounded.startsWith(ROUNDED) && rounded.length() > ROUNDED.length() ->
                new Rounded(ids(rounded.substring(ROUNDED.length())));
            default -> throw new IllegalArgumentException(
                    "origin must be empty, 'root', or 'inherited from' or 'rounded from' and the ids of claims, but is '" + text + "'");
        };
    }

    private static List<String> ids(String text) {
        return List.of(text.strip().split("\\s*,\\s*|\\s+and\\s+"));
    }
}
