package infogap.feedback.web;

import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.TrustPolicy;
import infogap.feedback.store.AppendResult;
import infogap.feedback.store.FeedbackStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The pages for people, and the form that they post.
record Pages(FeedbackStore store, Guard guard) {

    private static final int CUSTOMERS = 50;
    private static final int EVENTS_ON_A_CARD = 60;
    private static final int EVENTS = 500;

    Reply list(Call call) {
        OptionalLong from = OptionalLong.of(call.number("from", Long.MAX_VALUE, 1));
        return Reply.html(200, page(from, 0, call.policy(), FeedbackForm.Draft.EMPTY, stored(call)));
    }

    Reply customer(Call call) {
        return Reply.html(
                200, page(OptionalLong.empty(), call.customerId(), call.policy(), FeedbackForm.Draft.EMPTY, stored(call)));
    }

    private static OptionalLong stored(Call call) {
        return call.query().getValue("stored") == null
                ? OptionalLong.empty()
                : OptionalLong.of(call.number("stored", Long.MAX_VALUE, 1));
    }

    /// Stores what the form says and leads back to the page that the form stands on.
    Reply give(Call call) {
        Map<String, String> fields = RequestBody.form(
                call.request(), Set.of("customer", "kind", "text", "key", "policy"), Set.of("from", "token"));
        TrustPolicy policy = Api.checked(() -> TrustPolicy.of(fields.get("policy")));
        long id = Call.number(fields.get("customer"), Long.MAX_VALUE, Refusal.unknownCustomer("in the form"));
        OptionalLong from = fields.containsKey("from")
                ? OptionalLong.of(Call.number(
                        fields.get("from"), Long.MAX_VALUE, new Refusal(422, "Wrong value", "from must be a whole number from 1.")))
                : OptionalLong.empty();
        try {
            guard.checkToken(fields.getOrDefault("token", ""));
            return Reply.seeOther(back(from, id, policy, append(id, fields)));
        } catch (Refusal refusal) {
            FeedbackForm.Draft draft = new FeedbackForm.Draft(
                    fields.get("customer"), fields.get("kind"), fields.get("text"), Optional.of(refusal.getMessage()));
            return Reply.html(refusal.status(), page(from, id, policy, draft, OptionalLong.empty()))
                    .with(refusal.headers());
        }
    }

    private long append(long id, Map<String, String> fields) {
        NewFeedback feedback = Api.checked(
                () -> new NewFeedback(id, FeedbackKind.of(fields.get("kind")), fields.get("text"), fields.get("key")));
        return switch (store.append(feedback)) {
            case AppendResult.Stored stored -> stored.event().id();
            case AppendResult.Repeated repeated -> repeated.event().id();
            case AppendResult.KeyTaken taken -> throw Api.keyTaken();
            case AppendResult.UnknownCustomer unknown -> throw Refusal.unknownCustomer(unknown.customerId());
        };
    }

    private static String back(OptionalLong from, long id, TrustPolicy policy, long event) {
        String query = "?policy=" + policy.label() + "&stored=" + event;
        return from.isPresent()
                ? "/" + query + "&from=" + from.getAsLong() + "#customer-" + id
                : "/customers/" + id + query;
    }

    private String page(OptionalLong from, long id, TrustPolicy policy, FeedbackForm.Draft draft, OptionalLong stored) {
        List<CustomerHistory> found = from.isPresent()
                ? store.histories(from.getAsLong(), CUSTOMERS + 1, EVENTS_ON_A_CARD)
                : store.history(id, EVENTS).map(List::of).orElseThrow(() -> Refusal.unknownCustomer(id));
        OptionalLong next =
                found.size() > CUSTOMERS ? OptionalLong.of(found.getLast().customer().id()) : OptionalLong.empty();
        List<CustomerHistory> shown = found.stream().limit(CUSTOMERS).toList();
        List<Customer> customers = shown.stream().map(CustomerHistory::customer).toList();
        String form = new FeedbackForm(customers, from, policy, guard.token().isPresent(), draft).html();
        return new Page(shown, from, next, policy, form, stored).html();
    }
}
