package infogap.gap;

import infogap.probability.Distribution;
import java.util.List;

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
        Y message, double probability, Distribution<S> posterior, List<A> bestActions, double value, double gain) {}
