package infogap.customers.value;

import infogap.numeric.Checks;

/// What a customer spent: all that the Gamma-Gamma model takes from a history.
///
/// @param purchases `x ≥ 1`, how many purchases the mean is over
/// @param mean `m > 0`, their mean value, in money
public record Spending(int purchases, double mean) {

    /// @throws IllegalArgumentException if there is no purchase, or the mean is not above 0 and finite
    public Spending {
        Checks.atLeast("purchases", purchases, 1);
        Checks.positive("mean", mean);
    }

    /// `3 purchases of 20.5 on average`.
    @Override
    public String toString() {
        return purchases + (purchases == 1 ? " purchase of " : " purchases of ") + mean + (purchases == 1 ? "" : " on average");
    }
}
