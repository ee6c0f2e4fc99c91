package infogap.customers.value;

import infogap.numeric.Checks;
import java.time.LocalDate;

/// One purchase.
///
/// @param customer who bought
/// @param day when, in days since 1970-01-01; a part of a day is a time of day
/// @param amount what was paid, in money
public record Purchase(String customer, double day, double amount) {

    /// @throws IllegalArgumentException if the customer is blank, the day not finite, or the amount negative or not finite
    public Purchase {
        Checks.text("customer", customer);
        Checks.finite("day", day);
        Checks.nonNegative("amount", amount);
    }

    /// A purchase on a date.
    ///
    /// @throws IllegalArgumentException if the customer is blank, there is no date, or the amount is negative or not finite
    public static Purchase on(String customer, LocalDate date, double amount) {
        return new Purchase(customer, Checks.present("date", date).toEpochDay(), amount);
    }

    /// Who bought when and for how much.
    @Override
    public String toString() {
        return customer + " on day " + day + " for " + amount;
    }
}
