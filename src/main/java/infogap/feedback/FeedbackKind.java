package infogap.feedback;

import java.util.Arrays;
import java.util.Locale;

/// What a feedback says of the customer's experience.
public enum FeedbackKind {
    /// The promise was kept.
    POSITIVE,
    /// The promise was broken.
    NEGATIVE;

    /// The name in JSON, in the form and in the database: `positive`, `negative`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with this label.
    ///
    /// @throws IllegalArgumentException for any other text
    public static FeedbackKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("kind must be 'positive' or 'negative', but is '" + label + "'"));
    }
}
