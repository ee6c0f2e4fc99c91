package infogap.customers.value;

import infogap.numeric.Checks;
import java.util.Locale;

/// When a customer bought again: all that the BG/NBD model takes from a history. The first purchase makes the customer and is not counted.
///
/// @param frequency `x`, the repeat purchases
/// @param recency `t_x`, the time from the first to the last purchase; 0 without a repeat purchase
/// @param age `T`, the time from the first purchase to the end of the observation
public record BuyingPattern(int frequency, double recency, double age) {

    /// @throws IllegalArgumentException if a number is negative or not finite, the recency exceeds the age, or one of frequency and recency is 0 and
    ///     the other is not
    public BuyingPattern {
        Checks.atLeast("frequency", frequency, 0);
        Checks.nonNegative("recency", recency);
        Checks.nonNegative("age", age);
        if (recency > age) {
            throw new IllegalArgumentException("recency must be at most the age " + age + ", but is " + recency);
        }
        if (frequency == 0 && recency > 0) {
            throw new IllegalArgumentException("recency must be 0 without a repeat purchase, but is " + recency);
        }
        if (frequency > 0 && recency == 0) {
            throw new IllegalArgumentException("recency must be above 0 with " + frequency + " repeat purchases, but is 0");
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "x = %d, t_x = %.4g, T = %.4g", frequency, recency, age);
    }
}
