package infogap.feedback.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonToken;
import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.TrustPolicy;
import infogap.feedback.TrustScore;
import infogap.feedback.store.AppendResult;
import infogap.feedback.store.FeedbackStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The interface for programs, as `/openapi.json` describes it.
record Api(FeedbackStore store, Guard guard) {

    private static final int CUSTOMERS = 100;
    private static final int EVENTS = 1000;

    Reply health(Call call) {
        JsonObject body = new JsonObject();
        body.addProperty("status", "ok");
        body.addProperty("database", store.version());
        body.addProperty("policy", call.policy().label());
        return Reply.json(200, body);
    }

    Reply customers(Call call) {
        TrustPolicy policy = call.policy();
        int limit = (int) call.number("limit", CUSTOMERS, CUSTOMERS);
        List<CustomerHistory> found = store.histories(call.number("from", Long.MAX_VALUE, 1), limit + 1, 1);
        JsonArray customers = new JsonArray();
        found.stream().limit(limit).forEach(history -> customers.add(customer(history, policy)));
        JsonObject body = new JsonObject();
        body.add("customers", customers);
        if (found.size() > limit) {
            body.addProperty("next", found.getLast().customer().id());
        }
        return Reply.json(200, body);
    }

    Reply addCustomer(Call call) {
        guard.checkBearer(call.request());
        Map<String, String> fields =
                RequestBody.json(call.request(), Map.of("name", JsonToken.STRING, "initialTrust", JsonToken.NUMBER));
        Customer customer = checked(() -> store.add(fields.get("name"), decimal(fields.get("initialTrust"))))
                .orElseThrow(() -> new Refusal(409, "Name taken", "There is a customer with this name."));
        return Reply.json(201, customer(new CustomerHistory(customer, List.of()), call.policy()))
                .with(Map.of("Location", "/api/customers/" + customer.id()));
    }

    Reply history(Call call) {
        TrustPolicy policy = call.policy();
        CustomerHistory history = store.history(call.customerId(), (int) call.number("events", EVENTS, 100))
                .orElseThrow(() -> Refusal.unknownCustomer(call.customerId()));
        List<TrustScore> scores = history.scores(policy);
        JsonArray events = new JsonArray();
        for (int i = 0; i < history.entries().size(); i++) {
            JsonObject event = event(history.entries().get(i).event());
            event.addProperty("scoreAfter", scores.get(i + 1).asDouble());
            event.addProperty("exactScoreAfter", scores.get(i + 1).exact());
            events.add(event);
        }
        JsonObject body = new JsonObject();
        body.add("customer", customer(history, policy));
        body.addProperty("complete", history.isComplete());
        body.add("events", events);
        return Reply.json(200, body);
    }

    Reply give(Call call) {
        guard.checkBearer(call.request());
        String key = call.request().getHeaders().get("Idempotency-Key");
        if (key == null) {
            throw new Refusal(400, "Missing key", "The header Idempotency-Key is missing.");
        }
        Map<String, String> fields = RequestBody.json(call.request(), Map.of("kind", JsonToken.STRING, "text", JsonToken.STRING));
        NewFeedback feedback = checked(
                () -> new NewFeedback(call.customerId(), FeedbackKind.of(fields.get("kind")), fields.get("text"), key));
        return switch (store.append(feedback)) {
            case AppendResult.Stored(FeedbackEvent event) -> given(201, event, call.policy());
            case AppendResult.Repeated(FeedbackEvent event) -> given(200, event, call.policy());
            case AppendResult.KeyTaken taken -> throw keyTaken();
            case AppendResult.UnknownCustomer(long id) -> throw Refusal.unknownCustomer(id);
        };
    }

    private Reply given(int status, FeedbackEvent event, TrustPolicy policy) {
        JsonObject body = new JsonObject();
        body.add("event", event(event));
        body.add("customer", customer(store.history(event.feedback().customerId(), 1).orElseThrow(), policy));
        return Reply.json(status, body);
    }

    static Refusal keyTaken() {
        return new Refusal(409, "Key taken", "This idempotency key belongs to a different feedback.");
    }

    /// The value, or a refusal that says what is wrong with it.
    static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal(422, "Wrong value", e.getMessage());
        }
    }

    static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("initialTrust must be a number in [0, 1]", e);
        }
    }

    private static JsonObject customer(CustomerHistory history, TrustPolicy policy) {
        TrustScore score = history.score(policy);
        JsonObject body = new JsonObject();
        body.addProperty("id", history.customer().id());
        body.addProperty("name", history.customer().name());
        body.addProperty("initialTrust", history.customer().initialTrust());
        body.addProperty("positive", history.tally().positive());
        body.addProperty("negative", history.tally().negative());
        body.addProperty("policy", policy.label());
        body.addProperty("score", score.asDouble());
        body.addProperty("exactScore", score.exact());
        body.addProperty("isProbability", score.isProbability());
        return body;
    }

    private static JsonObject event(FeedbackEvent event) {
        JsonObject body = new JsonObject();
        body.addProperty("id", event.id());
        body.addProperty("at", event.at().toString());
        body.addProperty("kind", event.kind().label());
        body.addProperty("text", event.feedback().text());
        return body;
    }
}
