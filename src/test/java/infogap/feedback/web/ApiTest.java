package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.feedback.FeedbackKind;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiTest extends ServerTest {

    private JsonObject customer(long id, String policy) {
        return client.json("/api/customers/" + id + "?policy=" + policy).getAsJsonObject("customer");
    }

    private static String id(HttpResponse<String> given) {
        return JsonParser.parseString(given.body()).getAsJsonObject().getAsJsonObject("event").get("id").getAsString();
    }

    @Test
    void healthNamesTheDatabaseAndTheRule() {
        JsonObject health = client.json("/api/health");
        assertEquals("ok", health.get("status").getAsString());
        assertTrue(health.get("database").getAsString().matches(database() + " \\d+\\..*"));
        assertEquals("as-printed", health.get("policy").getAsString());
    }

    /// The article's own run: Alice 0.3 becomes 0.4, Bob stays at 0.7.
    @Test
    void feedbackForAliceRaisesHerAndNotBob() {
        HttpResponse<String> given = client.give(1, "positive", "delivered on time", "k1");
        assertEquals(201, given.statusCode());
        JsonObject alice = JsonParser.parseString(given.body()).getAsJsonObject().getAsJsonObject("customer");
        assertEquals(0.4, alice.get("score").getAsDouble());
        assertEquals("2/5", alice.get("exactScore").getAsString());
        List<JsonElement> customers = client.json("/api/customers").getAsJsonArray("customers").asList();
        assertEquals("0.4", customers.get(0).getAsJsonObject().get("score").getAsString());
        assertEquals("0.7", customers.get(1).getAsJsonObject().get("score").getAsString());
    }

    @Test
    void thePolicyIsAQuestionAndNotAState() {
        for (int i = 0; i < 8; i++) {
            client.give(1, i == 0 ? "negative" : "positive", "text", "k" + i);
        }
        assertEquals("11/10", customer(1, "as-printed").get("exactScore").getAsString());
        assertEquals(false, customer(1, "as-printed").get("isProbability").getAsBoolean());
        // (3/5 + 7)/(2 + 8)
        assertEquals("19/25", customer(1, "beta").get("exactScore").getAsString());
        // (3 + 7)/(10 + 8)
        assertEquals("5/9", customer(1, "beta:10").get("exactScore").getAsString());
        assertEquals("11/10", customer(1, "as-printed").get("exactScore").getAsString());
        assertEquals(8, events(1).size());
    }

    @Test
    void aHistoryHoldsEveryScoreOnTheWay() {
        client.give(2, "negative", "late", "k1");
        client.give(2, "positive", "made good", "k2");
        JsonObject history = client.json("/api/customers/2?policy=beta");
        assertEquals(true, history.get("complete").getAsBoolean());
        assertEquals(List.of("7/15", "3/5"), history.getAsJsonArray("events").asList().stream()
                .map(event -> event.getAsJsonObject().get("exactScoreAfter").getAsString()).toList());
        JsonObject latest = client.json("/api/customers/2?policy=beta&events=1");
        assertEquals(false, latest.get("complete").getAsBoolean());
        assertEquals(history.getAsJsonArray("events").get(1), latest.getAsJsonArray("events").get(0));
        assertEquals(history.get("customer"), latest.get("customer"));
    }

    /// A score that fades is one of today, in the list and alone; the events keep no score of their own.
    @Test
    void aScoreThatFadesIsOneOfToday() {
        client.give(2, "negative", "late", "k1");
        assertEquals("7/15", customer(2, "fading:1").get("exactScore").getAsString(), "(2·7/10 + 0)/(2 + 1)");
        assertEquals("fading:1:2", customer(2, "fading:1").get("policy").getAsString());
        JsonObject history = client.json("/api/customers/2?policy=fading");
        assertEquals(false, history.getAsJsonArray("events").get(0).getAsJsonObject().has("scoreAfter"));
        assertEquals("7/15", client.json("/api/customers?policy=fading").getAsJsonArray("customers").get(1).getAsJsonObject().get("exactScore").getAsString());
        assertTrue(client.get("/customers/2?policy=fading").body().contains("<output>0.4667</output>"));
    }

    @Test
    void aCustomerIsAddedOnceAndListedInParts() {
        HttpResponse<String> added = client.post("/api/customers", Client.JSON, "{\"name\":\"Carol\",\"initialTrust\":0.25}");
        assertEquals(201, added.statusCode());
        assertEquals("/api/customers/3", added.headers().firstValue("Location").orElseThrow());
        assertEquals("Carol", customer(3, "beta").get("name").getAsString());
        assertEquals(409, client.post("/api/customers", Client.JSON, "{\"name\":\"Carol\",\"initialTrust\":1}").statusCode());
        JsonObject first = client.json("/api/customers?limit=2");
        assertEquals(2, first.getAsJsonArray("customers").size());
        JsonObject second = client.json("/api/customers?limit=2&after=" + first.get("next").getAsLong());
        assertEquals(1, second.getAsJsonArray("customers").size());
        assertEquals(false, second.has("next"));
    }

    @Test
    void theSameKeyTwiceCountsOnce() {
        HttpResponse<String> first = client.give(1, "positive", "text", "k");
        HttpResponse<String> second = client.give(1, "positive", "text", "k");
        assertEquals(List.of(201, 200), List.of(first.statusCode(), second.statusCode()));
        assertEquals(first.body(), second.body());
        assertEquals(409, client.give(1, "negative", "text", "k").statusCode());
        assertEquals(409, client.give(2, "positive", "text", "k").statusCode());
        assertEquals(1, events(1).size() + events(2).size());
    }

    @Test
    void eightClientsAtOnceLoseNothingAndDoubleNothing() throws Exception {
        List<Callable<Set<String>>> clients = IntStream.range(0, 8).<Callable<Set<String>>>mapToObj(c -> () -> {
            Set<String> ids = new HashSet<>();
            try (Client own = new Client(server.address())) {
                for (int i = 0; i < 25; i++) {
                    HttpResponse<String> given = own.give(1, i % 5 == 0 ? "negative" : "positive", "text", "c" + c + "-" + i);
                    assertEquals(201, given.statusCode());
                    ids.add(id(given));
                }
            }
            return ids;
        }).toList();
        Set<String> acknowledged = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Set<String>> ids : threads.invokeAll(clients)) {
                acknowledged.addAll(ids.get());
            }
        }
        assertEquals(200, acknowledged.size());
        assertEquals(200, events(1).size());
        assertEquals(40, events(1).stream().filter(event -> event.kind() == FeedbackKind.NEGATIVE).count());
        assertEquals("203/10", customer(1, "as-printed").get("exactScore").getAsString());
        // (3/5 + 160)/(2 + 200)
        assertEquals("803/1010", customer(1, "beta").get("exactScore").getAsString());
    }

    @Test
    void oneKeyFromEightClientsAtOnceCountsOnce() throws Exception {
        List<Callable<HttpResponse<String>>> clients = IntStream.range(0, 8)
                .<Callable<HttpResponse<String>>>mapToObj(c -> () -> client.give(1, "positive", "text", "the key")).toList();
        List<Callable<HttpResponse<String>>> valid = IntStream.range(0, 8)
                .<Callable<HttpResponse<String>>>mapToObj(c -> () -> client.give(1, "positive", "text", "the-key")).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<HttpResponse<String>> refused : threads.invokeAll(clients)) {
                assertEquals(422, refused.get().statusCode());
            }
            Set<String> ids = new HashSet<>();
            int stored = 0;
            for (Future<HttpResponse<String>> given : threads.invokeAll(valid)) {
                ids.add(id(given.get()));
                stored += given.get().statusCode() == 201 ? 1 : 0;
            }
            assertEquals(1, stored);
            assertEquals(1, ids.size());
        }
        assertEquals(1, events(1).size());
    }

    @Test
    void aDatabaseThatIsGoneIsAnAnswerAndNoDetail() {
        server.store().close();
        for (String path : List.of("/api/health", "/api/customers", "/api/customers/1")) {
            HttpResponse<String> response = client.get(path);
            assertEquals(503, response.statusCode());
            assertEquals("The database does not answer. Try again later.",
                    JsonParser.parseString(response.body()).getAsJsonObject().get("detail").getAsString());
        }
        assertEquals(503, client.give(1, "positive", "text", "k").statusCode());
        assertEquals(503, client.post("/api/customers", Client.JSON, "{\"name\":\"Carol\",\"initialTrust\":1}").statusCode());
    }
}
