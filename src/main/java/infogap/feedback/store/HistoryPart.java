package infogap.feedback.store;

import infogap.numeric.Checks;
import java.util.OptionalLong;

/// Which part of the log about a customer.
///
/// @param after  the events after this number, the oldest of them
/// @param before the events before this number, the latest of them; not together with `after`
/// @param limit  how many events, at most
public record HistoryPart(OptionalLong after, OptionalLong before, int limit) {

    /// @throws IllegalArgumentException if the limit is below 1, or both ends are given
    public HistoryPart {
        Checks.atLeast("events", limit, 1);
        if (after.isPresent() && before.isPresent()) {
            throw new IllegalArgumentException("after and before must not be given together");
        }
    }

    /// The latest events.
    public static HistoryPart latest(int limit) {
        return new HistoryPart(OptionalLong.empty(), OptionalLong.empty(), limit);
    }
}
