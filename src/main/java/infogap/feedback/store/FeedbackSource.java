package infogap.feedback.store;

import infogap.feedback.NewFeedback;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a feedback comes from, and what the owner can allow one feedback for.
public enum FeedbackSource {
    /// One feedback of each author about each customer.
    AUTHOR,
    /// One feedback about each purchase number.
    PURCHASE;

    /// The name on the command line: `author`, `purchase`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The source with this label.
    ///
    /// @throws IllegalArgumentException for any other text
    public static FeedbackSource of(String label) {
        return Arrays.stream(values())
                .filter(source -> source.label().equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("source must be 'author' or 'purchase', but is '" + label + "'"));
    }

    Optional<String> in(NewFeedback feedback) {
        return switch (this) {
            case AUTHOR -> feedback.author();
            case PURCHASE -> feedback.purchase();
        };
    }
}
