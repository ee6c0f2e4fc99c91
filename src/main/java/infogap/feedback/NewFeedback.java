package infogap.feedback;

import infogap.numeric.Checks;
import java.util.regex.Pattern;

/// A feedback as a client sends it, checked.
///
/// @param customerId     whom it is about; the store says whether the customer exists
/// @param kind           positive or negative
/// @param text           not blank, at most [#LONGEST_TEXT] characters, tabs and line feeds allowed
/// @param idempotencyKey 1 to [#LONGEST_KEY] visible ASCII characters, chosen by the client and unique: the same feedback sent
///                       again with the same key (a retry, a second click) counts once
public record NewFeedback(long customerId, FeedbackKind kind, String text, String idempotencyKey) {

    /// Characters in a text, at most.
    public static final int LONGEST_TEXT = 2000;

    /// Characters in an idempotency key, at most.
    public static final int LONGEST_KEY = 128;

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
    }
}
