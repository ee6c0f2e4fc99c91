package infogap.customers.value;

import infogap.numeric.Checks;
import java.util.OptionalDouble;

/// One customer's purchases, as far as the models need them.
///
/// @param customer who
/// @param pattern when the customer bought again
/// @param firstValue what the first purchase brought, in money
/// @param repeatValue what the repeat purchases brought together; 0 without one
public record PurchaseSummary(String customer, BuyingPattern pattern, double firstValue, double repeatValue) {

    /// @throws IllegalArgumentException if the customer is blank, there is no pattern, a value is negative or not finite, or there is a repeat value
    ///     without a repeat purchase
    public PurchaseSummary {
        Checks.text("customer", customer);
        Checks.present("pattern", pattern);
        Checks.nonNegative("firstValue", firstValue);
        Checks.nonNegative("repeatValue", repeatValue);
        if (pattern.frequency() == 0 && repeatValue > 0) {
            throw Checks.refused("repeatValue", repeatValue, "0 without a repeat purchase");
        }
    }

    /// `m`, the mean value of a repeat purchase; empty without one.
    public OptionalDouble meanRepeatValue() {
        return pattern.frequency() == 0 ? OptionalDouble.empty() : OptionalDouble.of(repeatValue / pattern.frequency());
    }

    /// What all purchases brought, the first included.
    public double totalValue() {
        return firstValue + repeatValue;
    }

    /// Who bought how often and for how much.
    @Override
    public String toString() {
        return customer + ": " + pattern + ", " + totalValue() + " in all";
    }
}
