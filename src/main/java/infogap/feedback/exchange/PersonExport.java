package infogap.feedback.exchange;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import infogap.feedback.CustomerHistory;
import infogap.feedback.FeedbackEvent;
import infogap.feedback.store.FeedbackStore;
import infogap.numeric.Checks;
import java.util.List;
import java.util.Optional;

/// All that is held about one person, as JSON that a person can read.
public final class PersonExport {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private PersonExport() {}

    /// What is held about a customer: the name, the initial trust, the tally, and every event about them; empty when there is no such customer.
    public static Optional<String> ofCustomer(FeedbackStore store, long customerId) {
        return Checks.present("store", store).history(customerId, 1).map(history -> GSON.toJson(customer(history, store.events(customerId))));
    }

    /// What is held about an author: every event that they wrote.
    public static String ofAuthor(FeedbackStore store, String author) {
        JsonObject person = new JsonObject();
        person.addProperty("author", author);
        person.add("events", events(Checks.present("store", store).eventsBy(author)));
        return GSON.toJson(person);
    }

    private static JsonObject customer(CustomerHistory history, List<FeedbackEvent> events) {
        JsonObject person = new JsonObject();
        person.addProperty("customer", history.customer().id());
        person.addProperty("name", history.customer().name());
        person.addProperty("initialTrust", history.customer().initialTrust());
        person.addProperty("positive", history.tally().positive());
        person.addProperty("negative", history.tally().negative());
        person.add("events", events(events));
        return person;
    }

    private static JsonArray events(List<FeedbackEvent> events) {
        JsonArray array = new JsonArray();
        for (FeedbackEvent event : events) {
            JsonObject entry = new JsonObject();
            entry.addProperty("id", event.id());
            entry.addProperty("customer", event.feedback().customerId());
            entry.addProperty("at", event.at().toString());
            entry.addProperty("kind", event.kind().label());
            entry.addProperty("text", event.feedback().text());
            entry.addProperty("key", event.feedback().idempotencyKey());
            event.feedback().author().ifPresent(author -> entry.addProperty("author", author));
            event.feedback().purchase().ifPresent(purchase -> entry.addProperty("purchase", purchase));
            event.retracts().ifPresent(id -> entry.addProperty("retracts", id));
            array.add(entry);
        }
        return array;
    }
}
