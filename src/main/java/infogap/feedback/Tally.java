package infogap.feedback;

import infogap.numeric.Checks;
import java.util.Collection;

/// How many events of each kind: all that a score needs of the log, and independent of the order of the events.
///
/// @param positive number of positive events, at least 0
/// @param negative number of negative events, at least 0
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
            tally = tally.plus(event.kind());
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

    /// The number of events.
    public long total() {
        return positive + negative;
    }

    /// `10 positive, 2 negative`.
    @Override
    public String toString() {
        return positive + " positive, " + negative + " negative";
    }
}
