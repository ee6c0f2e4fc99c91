package infogap.contracts.screening;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// A group of customers that the seller can tell from others, with a linear demand a − bp.
///
/// @param name what it is called
/// @param intercept a > 0, what it buys at the price 0
/// @param slope b > 0, how much less it buys for each unit of money on the price
public record LinearDemand(String name, BigFraction intercept, BigFraction slope) {

    public LinearDemand {
        Checks.text("name", name);
        Exact.positive("intercept", intercept);
        Exact.positive("slope", slope);
    }

    /// From decimals, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if a number is not finite and above 0
    public static LinearDemand of(String name, double intercept, double slope) {
        return new LinearDemand(name, Fractions.ofDecimal(Checks.positive("intercept", intercept)), Fractions.ofDecimal(Checks.positive("slope", slope)));
    }

    /// From texts, for numbers that no decimal can hold.
    public static LinearDemand of(String name, String intercept, String slope) {
        return new LinearDemand(name, Exact.number("intercept", intercept), Exact.number("slope", slope));
    }

    /// a/b, the price at which nothing is bought.
    public BigFraction chokePrice() {
        return intercept.divide(slope);
    }

    /// (a − bp)⁺.
    public BigFraction quantity(BigFraction price) {
        BigFraction quantity = intercept.subtract(slope.multiply(Checks.present("price", price)));
        return quantity.compareTo(BigFraction.ZERO) > 0 ? quantity : BigFraction.ZERO;
    }

    /// What the group gains at this price: quantity²/(2b).
    public BigFraction consumerSurplus(BigFraction price) {
        BigFraction quantity = quantity(price);
        return quantity.multiply(quantity).divide(slope.multiply(2));
    }

    @Override
    public String toString() {
        return name;
    }
}
