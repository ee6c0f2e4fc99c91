package infogap.contracts.screening;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// A kind of customer that the seller cannot tell from others.
///
/// @param name what it is called
/// @param share the share of customers who are of this kind, in [0, 1]
/// @param taste θ ≥ 0, what a unit of quality is worth to it, in money
public record CustomerType(String name, BigFraction share, BigFraction taste) {

    public CustomerType {
        Checks.text("name", name);
        Exact.probability("share", share);
        Exact.nonNegative("taste", taste);
    }

    /// From decimals, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if the name is blank, the share outside [0, 1], or the taste negative or not finite
    public static CustomerType of(String name, double share, double taste) {
        return new CustomerType(name, Fractions.ofDecimal(Checks.probability("share", share)), Fractions.ofDecimal(Checks.nonNegative("taste", taste)));
    }

    /// From texts, for numbers that no decimal can hold: `CustomerType.of("few", "1/3", "2")`.
    public static CustomerType of(String name, String share, String taste) {
        return new CustomerType(name, Exact.number("share", share), Exact.number("taste", taste));
    }

    @Override
    public String toString() {
        return name;
    }
}
