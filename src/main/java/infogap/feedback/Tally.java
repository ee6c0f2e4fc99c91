package infogap.feedback;

import infogap.numeric.Checks;
import java.util.Collection;

/// How many feedbacks of each kind stand, that is, were not retracted: all that a score needs of the log, and independent of the
/// order of the events.
///
/// @param positive number of positive feedbacks, at least 0
/// @param negative number of negative feedbacks, at least 0
public record Tally(long positive, long negative) {

    /// Before any feedback.
    public static final Tally NONE = new Tally(0, 0);

    /// @throws IllegalArgumentException if a count is negative
    public Tally {
        Checks.atLeast("positive", positive, 0L);
        Checks.atLeast("negative", negative, 0L);
    }

    /// The tally of these events.
    public static Tally of(Collection<FeedbackEvent> events) {
        Tally tally = NONE;
        for (FeedbackEvent event : events) {
            tally = tally.after(event);
        }
        return tally;
    }

    /// With one event more.
    public Tally plus(FeedbackKind kind) {
        return switch (kind) {
            case POSITIVE -> new Tally(positive + 1, negative);
            case NEGATIVE -> new Tally(positive, negative + 1);
        };
    }

    /// With one event less.
    ///
    /// @throws IllegalArgumentException if there is no event of this kind
    public Tally minus(FeedbackKind kind) {
        return switch (kind) {
            case POSITIVE -> new Tally(positive - 1, negative);
            case NEGATIVE -> new Tally(positive, negative - 1);
        };
    }

    /// After this event: one feedback more, or one less where the event is a retraction.
    ///
    /// @throws IllegalArgumentException if it retracts a feedback of a kind of which there is none
    public Tally after(FeedbackEvent event) {
        return event.isRetraction() ? minus(event.kind()) : plus(event.kind());
    }

    /// Before this event.
    ///
    /// @throws IllegalArgumentException if it is a feedback of a kind of which there is none
    public Tally before(FeedbackEvent event) {
        return event.isRetraction() ? plus(event.kind()) : minus(event.kind());
    }

    /// The number of feedbacks.
    public long total() {
        return positive + negative;
    }

    /// `10 positive, 2 negative`.
    @Override
    public String toString() {
        return positive + " positive, " + negative + " negative";
    }
}
