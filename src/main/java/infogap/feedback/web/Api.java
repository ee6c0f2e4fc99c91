package infogap.feedback.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonToken;
import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.Tally;
import infogap.feedback.TrustPolicy;
import infogap.feedback.TrustScore;
import infogap.feedback.page.Site;
import infogap.feedback.page.Today;
import infogap.feedback.store.CustomerQuery;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.RenameResult;
import infogap.feedback.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The interface for programs, as `/openapi.json` describes it.
record Api(FeedbackStore store, Guard guard, Site site, Given given, Health health, Today today) {

    private static final int CUSTOMERS = 100;
    private static final int EVENTS = 1000;

    Reply health(Call call) {
        health.check();
        JsonObject body = new JsonObject();
        body.addProperty("status", "ok");
        if (guard.knows(call.request())) {
            body.addProperty("database", store.version());
            body.addProperty("policy", call.policy().label());
        }
        return Reply.json(200, body);
    }

    Reply customers(Call call) {
        TrustPolicy policy = call.policy();
        CustomerQuery.Part<CustomerHistory> found = store.customers(call.customers(CUSTOMERS, CUSTOMERS), 1);
        JsonArray customers = new JsonArray();
        List<Today.Score> scores = today.of(found.items(), policy);
        for (int i = 0; i < scores.size(); i++) {
            customers.add(customer(found.items().get(i), policy, scores.get(i).now()));
        }
        JsonObject body = new JsonObject();
        body.add("customers", customers);
        if (found.previous()) {
            body.addProperty("previous", found.items().getFirst().customer().id());
        }
        if (found.next()) {
            body.addProperty("next", found.items().getLast().customer().id());
        }
        return Reply.json(200, body);
    }

    Reply addCustomer(Call call) {
        Map<String, String> fields =
                RequestBody.json(call.request(), Map.of("name", JsonToken.STRING, "initialTrust", JsonToken.NUMBER), Map.of());
        TrustPolicy policy = call.policy();
        Customer customer = given.add(fields.get("name"), fields.get("initialTrust"));
        return Reply.json(201, customer(CustomerHistory.of(customer, List.of()), policy))
                .with(Map.of("Location", site.base() + "/api/customers/" + customer.id()));
    }

    Reply rename(Call call) {
        TrustPolicy policy = call.policy();
        Map<String, String> fields = RequestBody.json(call.request(), Map.of("name", JsonToken.STRING), Map.of());
        return switch (Given.checked(() -> store.rename(call.customerId(), fields.get("name")))) {
            case RenameResult.Renamed renamed -> Reply.json(200, readable("The new name is stored",
                    () -> customer(store.history(call.customerId(), 1).orElseThrow(() -> Refusal.unknownCustomer(call.customerId())), policy)));
            case RenameResult.NameTaken taken -> throw Given.nameTaken();
            case RenameResult.UnknownCustomer unknown -> throw Refusal.unknownCustomer(call.customerId());
        };
    }

    /// The customer after something was stored: whatever fails now, nobody may be told that nothing was.
    private JsonObject after(Given.Outcome outcome, TrustPolicy policy) {
        long id = outcome.event().feedback().customerId();
        return readable("Event " + outcome.event().id() + " is stored",
                () -> customer(outcome.after().or(() -> store.history(id, 1)).orElseThrow(() -> Refusal.unknownCustomer(id)), policy));
    }

    private static JsonObject readable(String done, Supplier<JsonObject> reading) {
        try {
            return reading.get();
        } catch (StoreException e) {
            throw new Refusal(503, "Stored, but not readable", done + ", but the database does not answer any more.", e);
        }
    }

    Reply history(Call call) {
        TrustPolicy policy = call.policy();
        CustomerHistory history = store.history(call.customerId(), call.events(100, EVENTS))
                .orElseThrow(() -> Refusal.unknownCustomer(call.customerId()));
        List<TrustScore> scores = history.scores(policy);
        JsonArray events = new JsonArray();
        for (int i = 0; i < history.entries().size(); i++) {
            JsonObject event = event(history.entries().get(i).event());
            // a score that fades is one of a day, not of an event
            if (!policy.fades()) {
                event.addProperty("scoreAfter", scores.get(i + 1).asDouble());
                event.addProperty("exactScoreAfter", scores.get(i + 1).exact());
            }
            events.add(event);
        }
        JsonObject body = new JsonObject();
        body.add("customer", customer(history, policy));
        body.addProperty("complete", history.isComplete());
        body.add("events", events);
        if (history.older() && !history.entries().isEmpty()) {
            body.addProperty("older", history.entries().getFirst().event().id());
        }
        if (history.newer() && !history.entries().isEmpty()) {
            body.addProperty("newer", history.entries().getLast().event().id());
        }
        return Reply.json(200, body);
    }

    Reply feedback(Call call) {
        return Reply.json(200, event(store.event(call.eventId()).orElseThrow(() -> Refusal.unknownFeedback(call.eventId()))));
    }

    Reply give(Call call) {
        String key = key(call);
        Map<String, String> fields = RequestBody.json(call.request(), Map.of("kind", JsonToken.STRING, "text", JsonToken.STRING),
                Map.of("author", JsonToken.STRING, "purchase", JsonToken.STRING));
        return stored(call, () -> given.give(() -> new NewFeedback(call.customerId(), FeedbackKind.of(fields.get("kind")), fields.get("text"), key,
                Optional.ofNullable(fields.get("author")), Optional.ofNullable(fields.get("purchase")))));
    }

    Reply retract(Call call) {
        String key = key(call);
        Map<String, String> fields = RequestBody.json(call.request(), Map.of("reason", JsonToken.STRING), Map.of());
        return stored(call, () -> given.retract(call.eventId(), fields.get("reason"), key));
    }

    private static String key(Call call) {
        String key = call.request().getHeaders().get("Idempotency-Key");
        if (key == null) {
            throw new Refusal(400, "Missing key", "The header Idempotency-Key is missing.");
        }
        return key;
    }

    private Reply stored(Call call, Supplier<Given.Outcome> work) {
        try {
            TrustPolicy policy = call.policy();
            Given.Outcome outcome = work.get();
            JsonObject body = new JsonObject();
            body.add("event", event(outcome.event()));
            body.add("customer", after(outcome, policy));
            return Reply.json(outcome.isNew() ? 201 : 200, body);
        } catch (Given.KeyTaken taken) {
            throw taken.refusal();
        }
    }

    private JsonObject customer(CustomerHistory history, TrustPolicy policy) {
        return customer(history, policy, today.of(history, policy).now());
    }

    private static JsonObject customer(CustomerHistory history, TrustPolicy policy, TrustScore score) {
        Tally tally = history.tally();
        JsonObject body = new JsonObject();
        body.addProperty("id", history.customer().id());
        body.addProperty("name", history.customer().name());
        body.addProperty("initialTrust", history.customer().initialTrust());
        body.addProperty("positive", tally.positive());
        body.addProperty("negative", tally.negative());
        body.addProperty("policy", policy.label());
        body.addProperty("score", score.asDouble());
        body.addProperty("exactScore", score.exact());
        body.addProperty("isProbability", score.isProbability());
        return body;
    }

    private static JsonObject event(FeedbackEvent event) {
        JsonObject body = new JsonObject();
        body.addProperty("id", event.id());
        body.addProperty("customer", event.feedback().customerId());
        body.addProperty("at", event.at().toString());
        body.addProperty("kind", event.kind().label());
        body.addProperty("text", event.feedback().text());
        event.feedback().author().ifPresent(author -> body.addProperty("author", author));
        event.feedback().purchase().ifPresent(purchase -> body.addProperty("purchase", purchase));
        event.retracts().ifPresent(id -> body.addProperty("retracts", id));
        if (event.erased()) {
            body.addProperty("erased", true);
        }
        return body;
    }
}
