package infogap.feedback;

import infogap.numeric.Checks;
import java.time.Instant;
import java.util.OptionalLong;

/// One entry of the append-only log: a feedback that was stored, or the retraction of one.
///
/// @param id       the number in the log, growing
/// @param feedback what the client sent. A retraction has the kind of the feedback that it takes back, and its text is the reason
/// @param at       when the server received it, to the microsecond
/// @param retracts the number of the feedback that this entry takes back; empty for a feedback
/// @param erased   were the text, the author and the purchase number erased? Then the text is [#ERASED]
public record FeedbackEvent(long id, NewFeedback feedback, Instant at, OptionalLong retracts, boolean erased) {

    /// Stands where a text was erased.
    public static final String ERASED = "(erased)";

    /// @throws IllegalArgumentException if a component is null or a number is below 1
    public FeedbackEvent {
        Checks.atLeast("event id", id, 1L);
        Checks.present("feedback", feedback);
        Checks.present("at", at);
        if (Checks.present("retracts", retracts).isPresent()) {
            Checks.atLeast("retracts", retracts.getAsLong(), 1L);
        }
    }

    /// A feedback as it was received.
    public FeedbackEvent(long id, NewFeedback feedback, Instant at) {
        this(id, feedback, at, OptionalLong.empty(), false);
    }

    /// Positive or negative.
    public FeedbackKind kind() {
        return feedback.kind();
    }

    /// Does this entry take back an earlier one?
    public boolean isRetraction() {
        return retracts.isPresent();
    }
}
