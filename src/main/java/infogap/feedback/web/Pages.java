package infogap.feedback.web;

import infogap.display.Markup;
import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.TrustPolicy;
import infogap.feedback.page.CustomerForm;
import infogap.feedback.page.CustomerPage;
import infogap.feedback.page.FeedbackForm;
import infogap.feedback.page.Layout;
import infogap.feedback.page.ListPage;
import infogap.feedback.page.Scores;
import infogap.feedback.page.Site;
import infogap.feedback.page.Today;
import infogap.feedback.store.CustomerQuery;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.HistoryPart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The pages for people, read from the store.
record Pages(FeedbackStore store, Site site, Today today) {

    private static final int CUSTOMERS = 20;
    private static final int EVENTS_ON_A_CARD = 20;
    private static final int EVENTS = 100;

    Reply list(Call call) {
        return Reply.html(200, list(call.customers(CUSTOMERS, CUSTOMERS), FeedbackForm.Draft.EMPTY, Optional.empty()));
    }

    /// The first part of the list with a form that was refused: the one to give feedback, or the one to add a customer.
    String list(TrustPolicy policy, FeedbackForm.Draft draft, Optional<CustomerForm.Draft> customer) {
        return list(new CustomerQuery("", CustomerQuery.Order.NUMBER, policy, OptionalLong.empty(), OptionalLong.empty(), CUSTOMERS), draft, customer);
    }

    private String list(CustomerQuery query, FeedbackForm.Draft draft, Optional<CustomerForm.Draft> customer) {
        CustomerQuery.Part<CustomerHistory> part = store.customers(query, EVENTS_ON_A_CARD);
        List<Customer> proposals = part.items().stream().map(CustomerHistory::customer).toList();
        boolean bare = proposals.isEmpty() && query.search().isEmpty();
        String form = bare ? "" : new FeedbackForm(site, Optional.empty(), proposals, query.policy(), draft).html();
        return new ListPage(site, query, part, today.of(part.items(), query.policy()), form, CustomerForm.add(site, query.policy(), customer, bare)).html();
    }

    Reply customer(Call call) {
        OptionalLong stored = call.query().getValue("stored") == null
                ? OptionalLong.empty()
                : OptionalLong.of(call.number("stored", Long.MAX_VALUE, 1));
        return Reply.html(200, customer(call.customerId(), call.events(EVENTS, EVENTS), call.policy(), FeedbackForm.Draft.EMPTY, Optional.empty(), stored));
    }

    /// A customer's page with a form that was refused: the one to give feedback, or the one for another name.
    String customer(long id, TrustPolicy policy, FeedbackForm.Draft draft, Optional<CustomerForm.Draft> name) {
        return customer(id, HistoryPart.latest(EVENTS), policy, draft, name, OptionalLong.empty());
    }

    private String customer(long id, HistoryPart part, TrustPolicy policy, FeedbackForm.Draft draft, Optional<CustomerForm.Draft> name, OptionalLong stored) {
        CustomerHistory history = store.history(id, part).orElseThrow(() -> Refusal.unknownCustomer(id));
        // an address can say anything: only what is in the log about this customer is confirmed
        Optional<FeedbackEvent> confirmed = stored.isEmpty()
                ? Optional.empty()
                : store.event(stored.getAsLong()).filter(event -> event.feedback().customerId() == id);
        String form = new FeedbackForm(site, Optional.of(history.customer()), List.of(), policy, draft).html();
        return new CustomerPage(site, history, policy, today.of(history, policy), form, CustomerForm.rename(site, policy, history.customer(), name), confirmed).html();
    }

    Reply feedback(Call call) {
        return Reply.html(200, feedback(call.eventId(), call.policy(), "", Optional.empty(), Optional.empty()));
    }

    /// The page of one event, with the form to take it back.
    String feedback(long id, TrustPolicy policy, String reason, Optional<String> key, Optional<String> refused) {
        FeedbackEvent event = store.event(id).orElseThrow(() -> Refusal.unknownFeedback(id));
        String retraction = event.isRetraction() ? "" : """
                <form method="post" action="%s/feedback/%s/retraction">
                %s<label for="reason">Why is it taken back?</label>
                <textarea id="reason" name="reason" rows="2" maxlength="2000" dir="auto" required>%s</textarea>
                %s%s<button type="submit">Take the feedback back</button>
                </form>
                """
                .formatted(site.base(), id, refused.map(Layout::alert).orElse(""), Markup.escaped(reason),
                        Layout.hidden("key", key.orElseGet(() -> UUID.randomUUID().toString())), Layout.hidden("policy", policy.label()));
        String about = "<p><a href=\"" + site.link("/customers/" + event.feedback().customerId(), policy) + "\">The customer</a></p>";
        return Layout.message(site, (event.isRetraction() ? "Retraction " : "Feedback ") + id,
                "<p>" + site.time(event.at()) + " " + Scores.mark(event) + "</p><p class=\"text\">" + Scores.words(event) + "</p>" + about + retraction);
    }
}
