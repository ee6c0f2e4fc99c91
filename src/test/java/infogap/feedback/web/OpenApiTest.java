package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.feedback.Customer;
import infogap.feedback.NewFeedback;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest extends ServerTest {

    @Test
    void theDocumentIsServedAsItIsCommitted() {
        assertEquals(OpenApi.DOCUMENT, client.json("/openapi.json"));
        assertEquals("application/json", client.get("/openapi.json").headers().firstValue("Content-Type").orElseThrow());
        assertTrue(OpenApi.DOCUMENT.get("openapi").getAsString().startsWith("3.1."));
    }

    /// Every successful answer that the document promises is given here and fits; the client checks each.
    @Test
    void everyPromisedSuccessIsGiven() {
        client.get("/api/health");
        client.get("/api/customers");
        client.post("/api/customers", Client.JSON, "{\"name\":\"Carol\",\"initialTrust\":0.5}");
        client.give(1, "positive", "text", "k");
        client.give(1, "positive", "text", "k");
        client.get("/api/customers/1");
        client.get("/api/feedback/1");
        client.send(client.request("/api/customers/3/name").header("Content-Type", Client.JSON)
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\":\"Caroline\"}")));
        client.post("/api/feedback/1/retraction", Client.JSON, "{\"reason\":\"by mistake\"}", "Idempotency-Key", "r");
        client.post("/api/feedback/1/retraction", Client.JSON, "{\"reason\":\"by mistake\"}", "Idempotency-Key", "r");
        Set<String> successes = new TreeSet<>(OpenApi.promised());
        successes.removeIf(promise -> !promise.matches(".* 2\\d\\d"));
        assertEquals(10, successes.size());
        successes.removeAll(OpenApi.SEEN);
        assertEquals(Set.of(), successes);
    }

    /// What the document says of a body, the server enforces: its patterns and bounds are those of the code.
    @Test
    void theBoundsAreThoseOfTheCode() {
        JsonObject text = OpenApi.schema("NewFeedback").getAsJsonObject("properties").getAsJsonObject("text");
        assertEquals(NewFeedback.LONGEST_TEXT, text.get("maxLength").getAsInt());
        JsonObject name = OpenApi.schema("NewCustomer").getAsJsonObject("properties").getAsJsonObject("name");
        assertEquals(Customer.LONGEST_NAME, name.get("maxLength").getAsInt());
        assertTrue(OpenApi.DOCUMENT.toString().contains("larger than " + RequestBody.LIMIT + " bytes"));
    }

    /// The check of this test can fail: each of these breaks the schema of a customer in one place.
    @ParameterizedTest
    @CsvSource({"'\"id\":1', '\"id\":0', minimum", "'\"id\":1', '\"id\":1.5', type", "'\"id\":1,', '', required",
        "'\"id\":1', '\"id\":1,\"x\":1', additionalProperties", "'\"name\":\"A\"', '\"name\":\"\"', minLength", "'\"name\":\"A\"', '\"name\":7', type",
        "'\"policy\":\"beta\"', '\"policy\":\"x\"', pattern", "'\"isProbability\":true', '\"isProbability\":\"true\"', type",
        "'\"initialTrust\":0.3', '\"initialTrust\":1.1', maximum"})
    void theCheckFindsAWrongCustomer(String right, String wrong, String keyword) {
        String customer = "{\"id\":1,\"name\":\"A\",\"initialTrust\":0.3,\"positive\":0,\"negative\":0,\"policy\":\"beta\",\"score\":0.3,"
                + "\"exactScore\":\"3/10\",\"isProbability\":true}";
        assertEquals(List.of(), violations("Customer", customer));
        List<String> found = violations("Customer", customer.replace(right, wrong));
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.getFirst().contains(" breaks " + keyword + " "), found.toString());
    }

    @Test
    void theCheckLooksIntoArraysKindsAndTimes() {
        String event = "{\"id\":1,\"customer\":1,\"at\":\"2026-01-01T00:00:00Z\",\"kind\":\"positive\",\"text\":\"t\"}";
        assertEquals(List.of(), violations("Event", event));
        assertEquals(1, violations("Event", event.replace("positive", "neutral")).size());
        assertEquals(1, violations("Event", event.replace("2026-01-01T", "yesterday ")).size());
        assertEquals(1, violations("Event", event.replace("\"t\"", "\"" + "t".repeat(2001) + "\"")).size());
        assertEquals(1, violations("Customers", "{\"customers\":[7]}").size());
    }

    @Test
    void aKeywordThatIsNotCheckedIsAnError() {
        JsonObject schema = JsonParser.parseString("{\"multipleOf\":2}").getAsJsonObject();
        assertThrows(IllegalStateException.class, () -> JsonSchema.violations(OpenApi.DOCUMENT, schema, JsonParser.parseString("3")));
    }

    private static List<String> violations(String schema, String value) {
        return JsonSchema.violations(OpenApi.DOCUMENT, OpenApi.schema(schema), JsonParser.parseString(value));
    }
}
