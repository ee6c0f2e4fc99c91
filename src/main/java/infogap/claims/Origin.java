package infogap.claims;

import infogap.numeric.Checks;

/// Where an error comes from.
public sealed interface Origin {

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

    /// Consistent with an earlier wrong claim.
    record Inherited(String from) implements Origin {
        public Inherited {
            Checks.text("from", from);
        }

        @Override
        public String toString() {
            return "inherited from " + from;
        }
    }

    /// Reads what [#toString] prints: nothing, `root`, or `inherited from 4-07`.
    ///
    /// @throws IllegalArgumentException if the text is none of these
    static Origin of(String text) {
        Checks.present("origin", text);
        String prefix = "inherited from ";
        return switch (text) {
            case "" -> new None();
            case "root" -> new Root();
            case String inherited when inherited.startsWith(prefix) && inherited.length() > prefix.length() ->
                new Inherited(inherited.substring(prefix.length()));
            default -> throw new IllegalArgumentException(
                    "origin must be empty, 'root' or 'inherited from' and a claim's id, but is '" + text + "'");
        };
    }
}
