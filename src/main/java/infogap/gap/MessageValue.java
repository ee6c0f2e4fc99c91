package infogap.gap;

import infogap.probability.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What one message says and what it is worth.
///
/// @param message the message
/// @param probability `p(y)`, above 0
/// @param posterior the belief `m_y` after the message
/// @param bestActions the actions that are best after it, more than one when they tie
/// @param value `V(m_y)`
/// @param gain the ex-post piece `d(m_y, m_0) ≥ 0`: what acting on the prior instead would cost in expectation; the probability-weighted sum of
///     the gains is the value of the message
public record MessageValue<A, S, Y>(
        Y message, double probability, Distribution<S> posterior, List<A> bestActions, double value, double gain) {

    /// The best action is left out where it is a report of the posterior itself.
    @Override
    public String toString() {
        boolean reported = bestActions.equals(List.of(posterior));
        return String.format(
                Locale.ROOT, "message %s with probability %.6f: value %.6g, gain %.6g%s%n%s", message, probability, value, gain,
                reported ? "" : bestActions.stream().map(Object::toString).collect(Collectors.joining(" = ", ", best action ", "")),
                posterior.toString().indent(2).stripTrailing());
    }
}
