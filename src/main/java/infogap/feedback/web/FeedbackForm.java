package infogap.feedback.web;

import infogap.display.Markup;
import infogap.feedback.Customer;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.TrustPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The form to give feedback, as HTML. It carries its own idempotency key, so that a second click counts once.
///
/// @param customers  whom the feedback can be about
/// @param listFrom   which part of the list the form stands on; empty on the page of one customer
/// @param policy     the rule to come back to
/// @param needsToken must the sender show a token?
/// @param draft      what was typed before, when it was refused
record FeedbackForm(List<Customer> customers, OptionalLong listFrom, TrustPolicy policy, boolean needsToken, Draft draft) {

    /// What was typed, and why it was refused.
    ///
    /// @param customerId the chosen customer
    /// @param kind       the chosen kind
    /// @param text       the text
    /// @param refused    the reason
    record Draft(String customerId, String kind, String text, Optional<String> refused) {

        static final Draft EMPTY = new Draft("", "positive", "", Optional.empty());
    }

    String html() {
        if (customers.isEmpty()) {
            return "";
        }
        return """
                <form id="give" class="card" method="post" action="/feedback">
                <h2>Give feedback</h2>
                %s
                <label for="customer">Customer</label>
                <select id="customer" name="customer">%s</select>
                <fieldset><legend>The promise was</legend>%s%s</fieldset>
                <label for="text">What happened?</label>
                <textarea id="text" name="text" rows="4" maxlength="%s" required>%s</textarea>
                %s<input type="hidden" name="key" value="%s">
                <input type="hidden" name="policy" value="%s">
                %s<button type="submit">Send feedback</button>
                </form>
                """
                .formatted(
                        draft.refused().map(why -> "<p class=\"warn\" role=\"alert\">" + Markup.escaped(why) + "</p>").orElse(""),
                        options(),
                        choice(FeedbackKind.POSITIVE, "kept"),
                        choice(FeedbackKind.NEGATIVE, "broken"),
                        NewFeedback.LONGEST_TEXT,
                        Markup.escaped(draft.text()),
                        needsToken
                                ? "<label for=\"token\">Token</label><input id=\"token\" name=\"token\" type=\"password\" required>"
                                : "",
                        UUID.randomUUID(),
                        Markup.escaped(policy.label()),
                        listFrom.isPresent() ? "<input type=\"hidden\" name=\"from\" value=\"" + listFrom.getAsLong() + "\">" : "");
    }

    private String options() {
        StringBuilder options = new StringBuilder();
        for (Customer customer : customers) {
            String id = Long.toString(customer.id());
            options.append("<option value=\"" + id + "\"" + (id.equals(draft.customerId()) ? " selected" : "") + ">"
                    + Markup.escaped(customer.name()) + "</option>");
        }
        return options.toString();
    }

    private String choice(FeedbackKind kind, String label) {
        return "<label><input type=\"radio\" name=\"kind\" value=\"" + kind.label() + "\""
                + (kind.label().equals(draft.kind()) ? " checked" : "") + "> " + label + "</label>";
    }
}
