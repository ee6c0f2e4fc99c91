package infogap.feedback.page;

import infogap.display.Markup;
import infogap.feedback.Customer;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.TrustPolicy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The form to give feedback, as HTML. It carries its own idempotency key, so that a second click counts once.
///
/// On a customer's page it is about that customer; on the list it asks for the name of any customer, and proposes those of the list.
///
/// @param site      where it stands
/// @param about     the customer of the page; empty on the list
/// @param proposals the customers of the list
/// @param policy    the rule to come back to
/// @param draft     what was typed before, when it was refused
public record FeedbackForm(Site site, Optional<Customer> about, List<Customer> proposals, TrustPolicy policy, Draft draft) {

    /// What was typed, and why it was refused.
    ///
    /// @param name     the customer's name
    /// @param kind     the chosen kind
    /// @param text     the text
    /// @param author   who says it
    /// @param purchase the number of the purchase
    /// @param key      the key of the form that was refused; empty for a new one
    /// @param refused  the reason
    public record Draft(String name, String kind, String text, String author, String purchase, Optional<String> key, Optional<String> refused) {

        public static final Draft EMPTY = new Draft("", "positive", "", "", "", Optional.empty(), Optional.empty());
    }

    /// As HTML.
    public String html() {
        return """
                <form id="give" class="card" method="post" action="%s/feedback">
                <h2>Give feedback</h2>
                %s
                %s
                <fieldset><legend>The promise was</legend>%s%s</fieldset>
                <label for="text">What happened?</label>
                <textarea id="text" name="text" rows="4" maxlength="%s" dir="auto" required>%s</textarea>
                %s%s%s
                %s
                <button type="submit">Send feedback</button>
                </form>
                """
                .formatted(
                        site.base(),
                        draft.refused().map(Layout::alert).orElse(""),
                        whom(),
                        choice(FeedbackKind.POSITIVE, "kept"),
                        choice(FeedbackKind.NEGATIVE, "broken"),
                        NewFeedback.LONGEST_TEXT,
                        // a line feed after the tag is dropped by browsers, and one of the text must not be
                        (draft.text().startsWith("\n") ? "\n" : "") + Markup.escaped(draft.text()),
                        source("author", "Your name", draft.author(), site.askAuthor()),
                        source("purchase", "Number of the purchase", draft.purchase(), site.askPurchase()),
                        Layout.hidden("key", draft.key().orElseGet(() -> UUID.randomUUID().toString())),
                        Layout.hidden("policy", policy.label()));
    }

    private String whom() {
        if (about.isPresent()) {
            return Layout.hidden("customer", Long.toString(about.get().id()));
        }
        StringBuilder options = new StringBuilder();
        proposals.forEach(customer -> options.append("<option value=\"" + Markup.escaped(customer.name()) + "\"></option>"));
        return "<label for=\"name\">Customer</label>\n<input id=\"name\" name=\"name\" list=\"names\" maxlength=\"" + Customer.LONGEST_NAME
                + "\" dir=\"auto\" autocomplete=\"off\" required value=\"" + Markup.escaped(draft.name()) + "\"><datalist id=\"names\">" + options
                + "</datalist>";
    }

    private static String source(String name, String label, String value, boolean asked) {
        return asked
                ? "<label for=\"" + name + "\">" + label + "</label><input id=\"" + name + "\" name=\"" + name + "\" maxlength=\""
                        + NewFeedback.LONGEST_SOURCE + "\" dir=\"auto\" required value=\"" + Markup.escaped(value) + "\">"
                : "";
    }

    private String choice(FeedbackKind kind, String label) {
        return "<label><input type=\"radio\" name=\"kind\" value=\"" + kind.label() + "\""
                + (kind.label().equals(draft.kind()) ? " checked" : "") + "> " + label + "</label>";
    }
}
