package infogap.customers.value;

import infogap.numeric.Checks;
import java.util.Locale;

/// What of the future counts in a lifetime value, and for how much.
///
/// @param horizon how far ahead, in the history's unit of time
/// @param rate the discount rate per unit of time, continuous: money at `s` counts `e^(−rate·s)`
/// @param margin the part of what is paid that is kept
public record LifetimeTerms(double horizon, double rate, double margin) {

    /// @throws IllegalArgumentException if the horizon is not above 0, the rate negative or not finite, or the margin not in [0, 1]
    public LifetimeTerms {
        Checks.positive("horizon", horizon);
        Checks.nonNegative("rate", rate);
        Checks.probability("margin", margin);
    }

    /// Terms by the year.
    ///
    /// @param years how far ahead
    /// @param annualRate the effective annual discount rate, 0.1 for 10 %: `rate = ln(1 + annualRate)` per year
    /// @param unit the history's unit of time
    /// @throws IllegalArgumentException as the constructor
    public static LifetimeTerms annual(double years, double annualRate, double margin, CalendarUnit unit) {
        double perYear = Checks.present("unit", unit).perYear();
        return new LifetimeTerms(Checks.positive("years", years) * perYear, Math.log1p(Checks.nonNegative("annualRate", annualRate)) / perYear, margin);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "horizon %.4g, discount rate %.4g, margin %.4g", horizon, rate, margin);
    }
}
