package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// One of the types of a [ManyTypesGame].
///
/// @param name for tables
/// @param share the prior probability, strictly between 0 and 1
/// @param value what it is worth to a buyer, in money
/// @param cost what the signal costs it, in money, at least 0
public record Quality(String name, BigFraction share, BigFraction value, BigFraction cost) {

    /// @throws IllegalArgumentException if the name is blank, the share not strictly between 0 and 1, or the cost negative
    public Quality {
        Checks.text("name", name);
        Exact.share("share", share);
        Checks.present("value", value);
        Exact.nonNegative("cost", cost);
    }

    /// From decimals, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException as the constructor, or if a number is not finite
    public static Quality of(String name, double share, double value, double cost) {
        return new Quality(
                name,
                Fractions.ofDecimal(Checks.strictlyBetween("share", share, 0, 1)),
                Fractions.ofDecimal(Checks.finite("value", value)),
                Fractions.ofDecimal(Checks.nonNegative("cost", cost)));
    }

    /// From texts, for numbers that no decimal can hold: `Quality.of("low", "1/3", "10", "13")`.
    ///
    /// @throws IllegalArgumentException as the constructor, or if a text is not a number
    public static Quality of(String name, String share, String value, String cost) {
        return new Quality(name, Exact.number("share", share), Exact.number("value", value), Exact.number("cost", cost));
    }

    @Override
    public String toString() {
        return name;
    }
}
