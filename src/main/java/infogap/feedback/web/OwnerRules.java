package infogap.feedback.web;

import infogap.feedback.store.FeedbackSource;
import infogap.numeric.Checks;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/// What the owner of a shop asks of those who give feedback.
///
/// @param once           at most one feedback that stands for each of these; a feedback must name them then
/// @param postsPerMinute how many posts one address may send in a minute; empty for any number
public record OwnerRules(Set<FeedbackSource> once, OptionalInt postsPerMinute) {

    /// Nothing is asked.
    public static final OwnerRules NONE = new OwnerRules(Set.of(), OptionalInt.empty());

    /// @throws IllegalArgumentException if a component is null or the number is not from 1 to 6000
    public OwnerRules {
        once = Checks.present("once", once).isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(once));
        if (Checks.present("postsPerMinute", postsPerMinute).isPresent()) {
            Checks.inRange("postsPerMinute", postsPerMinute.getAsInt(), 1, 6000);
        }
    }
}
