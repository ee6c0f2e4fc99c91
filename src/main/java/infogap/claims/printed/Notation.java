package infogap.claims.printed;

import infogap.numeric.Checks;

/// How a paper writes its numbers: which sign separates the decimals, and how it rounds.
///
/// @param decimalComma `1.234,5` instead of `1,234.5`
/// @param rounding which numbers a printed one stands for
public record Notation(boolean decimalComma, Rounding rounding) {

    /// A decimal point, halves rounded either way.
    public static final Notation DEFAULT = new Notation(false, Rounding.DEFAULT);

    public Notation {
        Checks.present("rounding", rounding);
    }

    /// Reads the columns `decimal` (`point`, `comma` or nothing) and `rounding` of a claims file.
    ///
    /// @throws IllegalArgumentException naming the column and what it may hold
    public static Notation of(String decimal, String rounding) {
        boolean comma = switch (Checks.present("decimal", decimal).strip()) {
            case "", "point" -> false;
            case "comma" -> true;
            default -> throw new IllegalArgumentException("decimal must be 'point' or 'comma', but is '" + decimal + "'");
        };
        return new Notation(comma, Rounding.of(rounding));
    }
}
