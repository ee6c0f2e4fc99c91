package infogap.feedback;

import infogap.numeric.Checks;
import java.util.Optional;
import java.util.regex.Pattern;

/// A feedback as a client sends it, checked.
///
/// @param customerId     whom it is about; the store says whether the customer exists
/// @param kind           positive or negative
/// @param text           not blank, at most [#LONGEST_TEXT] characters, tabs and line feeds allowed
/// @param idempotencyKey 1 to [#LONGEST_KEY] visible ASCII characters, chosen by the client and unique: the same feedback sent
///                       again with the same key (a retry, a second click) counts once
/// @param author         who says it, where that is known: one line of at most [#LONGEST_SOURCE] characters
/// @param purchase       the number of the purchase that it is about, where that is known: the same
public record NewFeedback(
        long customerId,
        FeedbackKind kind,
        String text,
        String idempotencyKey,
        Optional<String> author,
        Optional<String> purchase) {

    /// Characters in a text, at most.
    public static final int LONGEST_TEXT = 2000;

    /// Characters in an idempotency key, at most.
    public static final int LONGEST_KEY = 128;

    /// Characters in an author or a purchase number, at most.
    public static final int LONGEST_SOURCE = 80;

    private static final Pattern KEY = Pattern.compile("[!-~]{1," + LONGEST_KEY + "}");

    /// @throws IllegalArgumentException if a component is not as described
    public NewFeedback {
        Checks.atLeast("customer id", customerId, 1L);
        Checks.present("kind", kind);
        text = Texts.lines("text", text, LONGEST_TEXT);
        Checks.present("idempotency key", idempotencyKey);
        if (!KEY.matcher(idempotencyKey).matches()) {
            throw new IllegalArgumentException(
                    "idempotency key must be 1 to " + LONGEST_KEY + " visible ASCII characters, but has " + idempotencyKey.length()
                            + " characters or other ones");
        }
        author = Checks.present("author", author).map(value -> Texts.line("author", value, LONGEST_SOURCE));
        purchase = Checks.present("purchase", purchase).map(value -> Texts.line("purchase", value, LONGEST_SOURCE));
    }

    /// A feedback of which nothing more is known.
    public NewFeedback(long customerId, FeedbackKind kind, String text, String idempotencyKey) {
        this(customerId, kind, text, idempotencyKey, Optional.empty(), Optional.empty());
    }
}
