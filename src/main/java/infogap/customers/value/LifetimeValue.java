package infogap.customers.value;

import infogap.bayes.IntervalEstimate;
import java.util.Locale;
import java.util.OptionalDouble;

/// What a customer is expected to bring, and two intervals that answer different questions.
///
/// @param expected the expected value, in money; empty where it is infinite
/// @param interval covers the *expected value* of a customer with this history: what is not known of the parameters, by the percentiles of the refits. It
///     narrows as the history has more customers, and it holds only as far as the model does.
/// @param realised covers the value that *this one customer* really makes: also what chance does, whether she is alive, when she buys and for how much. It does
///     not narrow, and mostly begins at 0.
public record LifetimeValue(OptionalDouble expected, IntervalEstimate interval, IntervalEstimate realised) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "expected value            %s%n  what is expected, within  %s%n  what is made, within      %s",
                expected.isPresent() ? String.format(Locale.ROOT, "%.4f", expected.getAsDouble()) : "infinite", interval, realised);
    }
}
