package infogap.feedback;

import infogap.numeric.Checks;
import java.time.Instant;

/// A feedback that was stored: one entry of the append-only log.
///
/// @param id       the number in the log, growing
/// @param feedback what the client sent
/// @param at       when the server received it, to the microsecond
public record FeedbackEvent(long id, NewFeedback feedback, Instant at) {

    /// @throws IllegalArgumentException if a component is null or the number is below 1
    public FeedbackEvent {
        Checks.atLeast("event id", id, 1L);
        Checks.present("feedback", feedback);
        Checks.present("at", at);
    }

    /// Positive or negative.
    public FeedbackKind kind() {
        return feedback.kind();
    }
}
