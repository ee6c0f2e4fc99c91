package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.feedback.store.CustomerQuery;
import infogap.feedback.CustomerHistory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong is refused with a reason, and stores nothing.
class BadInputTest extends ServerTest {

    private static final String GIVE = "/api/customers/1/feedback";
    private static final String GOOD = "{\"kind\":\"positive\",\"text\":\"t\"}";

    private List<CustomerHistory> before;

    @BeforeEach
    void oneFeedbackIsThere() {
        client.give(1, "positive", "was here before", "before");
        before = server.store().customers(CustomerQuery.first(100), 100).items();
    }

    @AfterEach
    void nothingWasStored() {
        assertEquals(before, server.store().customers(CustomerQuery.first(100), 100).items());
    }

    private static void assertProblem(int status, String detail, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        JsonObject problem = JsonParser.parseString(response.body()).getAsJsonObject();
        assertEquals(status, problem.get("status").getAsInt());
        assertTrue(problem.get("detail").getAsString().contains(detail), response.body());
    }

    private HttpResponse<String> give(String body) {
        return client.post(GIVE, Client.JSON, body, "Idempotency-Key", "k");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "{\"kind\":\"positive\",\"text\":\"t\"", "{\"kind\":\"positive\",\"text\":\"t\"} x", "{'kind':'positive','text':'t'}",
        "{kind:\"positive\",text:\"t\"}", "{\"kind\":\"positive\",\"text\":\"t\",}", "{\"kind\":\"positive\" \"text\":\"t\"}", "// c\n{}",
        "{\"kind\":\"positive\",\"text\":\"a\nb\"}", "{\"kind\":\"positive\",\"text\":\"\\x\"}", "{\"kind\":\"positive\",\"text\":\"t\"}{}",
        "kind=positive&text=t", "<feedback/>", "{\"kind\":\"positive\",\"text\":\"\\ud800\"}", ")]}'\n{\"kind\":\"positive\",\"text\":\"t\"}"
    })
    void malformedJson(String body) {
        assertProblem(400, "The body is not a JSON text.", give(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"text\"", "true", "[{\"kind\":\"positive\",\"text\":\"t\"}]"})
    void jsonThatIsNoObject(String body) {
        assertProblem(400, "The body must be a JSON object.", give(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "true", "[]", "{}", "[\"t\"]", "0.1"})
    void aFieldOfTheWrongType(String value) {
        assertProblem(400, "The field 'text' must be a string.", give("{\"kind\":\"positive\",\"text\":" + value + "}"));
        assertProblem(400, "The field 'kind' must be a string.", give("{\"text\":\"t\",\"kind\":" + value + "}"));
    }

    @Test
    void anUnknownAMissingAndARepeatedField() {
        assertProblem(400, "a field other than author, kind, purchase, text", give("{\"kind\":\"positive\",\"text\":\"t\",\"<b>score</b>\":1}"));
        assertProblem(400, "a field other than author, kind, purchase, text", give("{\"kind\":\"positive\",\"text\":\"t\",\"id\":1}"));
        assertProblem(400, "The field 'text' is missing.", give("{\"kind\":\"positive\"}"));
        assertProblem(400, "is missing.", give("{}"));
        assertProblem(400, "The field 'text' stands twice", give("{\"kind\":\"positive\",\"text\":\"t\",\"text\":\"u\"}"));
    }

    @ParameterizedTest
    @CsvSource({"POSITIVE, t, kind must be", "'', t, kind must be", "<b>positive</b>, t, kind must be", "positive, '', text must be",
        "positive, ' ', text must be", "positive, a\\u0000b, U+0000"})
    void aValueOutsideItsRange(String kind, String text, String detail) {
        assertProblem(422, detail, give("{\"kind\":\"" + kind + "\",\"text\":\"" + text + "\"}"));
    }

    @Test
    void aTextThatIsTooLong() {
        assertProblem(422, "at most 2000 characters, but has 2001", client.give(1, "positive", "x".repeat(2001), "k"));
    }

    @Test
    void aBodyThatIsTooLarge() {
        assertProblem(413, "at most 32768 bytes", client.give(1, "positive", "x".repeat(RequestBody.LIMIT), "k"));
        assertProblem(413, "at most 32768 bytes",
                client.post("/feedback", Client.FORM, "text=" + "x".repeat(RequestBody.LIMIT)));
    }

    /// More than the sockets' buffers hold: a server that closed at once would break the pipe under the client.
    @Test
    void aClientThatIsStillWritingGetsItsAnswer() {
        String text = "x".repeat(20 * RequestBody.LIMIT);
        assertProblem(413, "at most 32768 bytes", client.give(1, "positive", text, "k"));
        assertProblem(415, "application/json in UTF-8", client.post(GIVE, "text/plain", text, "Idempotency-Key", "k"));
    }

    @Test
    void aBodyThatIsTooLargeAndDoesNotSaySo() {
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        String answer = client.raw("POST " + GIVE + " HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(9) + "0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    }

    @Test
    void aBodyThatEndsTooEarly() {
        String answer = client.raw("POST " + GIVE + " HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n" + GOOD);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json-patch", "application/json; charset=latin1"})
    void theWrongContentType(String type) {
        assertProblem(415, "application/json in UTF-8", client.post(GIVE, type, GOOD, "Idempotency-Key", "k"));
    }

    @Test
    void bytesThatAreNotUtf8() {
        byte[] latin1 = "{\"kind\":\"positive\",\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(400, "not UTF-8", client.post(GIVE, Client.JSON, latin1, "Idempotency-Key", "k"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0", "-1", "99999999999999999999", "x", "1%20OR%201=1", "%3Cb%3E"})
    void anUnknownCustomer(String id) {
        assertProblem(404, "no customer", client.get("/api/customers/" + id));
        assertProblem(404, "no customer", client.post("/api/customers/" + id + "/feedback", Client.JSON, GOOD, "Idempotency-Key", "k"));
        assertEquals(404, client.get("/customers/" + id).statusCode());
    }

    @Test
    void aMissingAndAMalformedKey() {
        assertProblem(400, "Idempotency-Key is missing", client.post(GIVE, Client.JSON, GOOD));
        assertProblem(422, "idempotency key must be", client.post(GIVE, Client.JSON, GOOD, "Idempotency-Key", "a b"));
        assertProblem(422, "idempotency key must be", client.post(GIVE, Client.JSON, GOOD, "Idempotency-Key", "k".repeat(129)));
    }

    @ParameterizedTest
    @CsvSource({"1.1, 422", "-0.1, 422", "1e999999999, 422", "1e-999999999, 422", "1e99999999999, 422", "0.1234567, 422", "NaN, 400",
        "'\"0.3\"', 400", "null, 400", "01, 400"})
    void anInitialTrustThatIsNone(String trust, int status) {
        assertProblem(status, "", client.post("/api/customers", Client.JSON, "{\"name\":\"Carol\",\"initialTrust\":" + trust + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\\nb", "a\\u0000"})
    void aNameThatIsNone(String name) {
        assertProblem(422, "name must be", client.post("/api/customers", Client.JSON, "{\"name\":\"" + name + "\",\"initialTrust\":0}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy=none", "policy=beta:0", "policy=%3Cscript%3E", "policy=%FF", "limit=0", "limit=101", "limit=x", "after=0",
        "after=-1", "before=1%20OR%201", "limit=", "sort=none", "after=1&before=2"})
    void aWrongQuery(String query) {
        assertEquals(400, client.get("/api/customers?" + query).statusCode());
        assertProblem(400, "", client.get("/api/customers?" + query));
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /api/customers, 'GET, POST'", "PUT, /api/customers/1, GET", "GET, /api/customers/1/feedback, POST", "GET, /feedback, POST", "DELETE, /feedback/1, GET",
        "POST, /, GET", "DELETE, /customers/1, GET", "OPTIONS, /api/health, GET", "PATCH, /openapi.json, GET"})
    void theWrongMethod(String method, String path, String allowed) {
        HttpResponse<String> response = client.method(method, path);
        assertProblem(405, "allows " + allowed, response);
        assertEquals(allowed, response.headers().firstValue("Allow").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api/customers/1/feedback/2", "/style.css/x", "/WEB-INF/web.xml", "/api/customers/1;x=1",
        "/api/customers/1;DROP%20TABLE%20customer"})
    void theWrongPath(String path) {
        assertProblem(404, "nothing at this path", client.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /../etc/passwd HTTP/1.1", "GET /%2e%2e/x HTTP/1.1", "GET /customers/%00 HTTP/1.1", "GET / HTTP/9.9", "GET",
        "GET /?policy=%%% HTTP/1.1",
        "GET /?policy=%ZZ HTTP/1.1"})
    void aRequestThatIsNone(String line) {
        String answer = client.raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.matches("(?s)HTTP/1\\.[01] (4\\d\\d|505) .*"), answer);
        assertFalse(answer.contains("jetty") || answer.contains("Exception") || answer.contains("org."), answer);
    }

    @Test
    void aForm() {
        Map<String, String> good = Map.of("customer", "1", "kind", "positive", "text", "t", "key", "k", "policy", "beta");
        Map<String, Integer> wrong = Map.of("customer=9", 404, "customer=x", 404, "kind=x", 422, "text= ", 422, "text=\u0000", 422, "key=a b", 422,
                "policy=x", 422, "score=1", 400);
        wrong.forEach((change, status) -> {
            Map<String, String> fields = new LinkedHashMap<>(good);
            fields.put(change.split("=")[0], change.split("=")[1]);
            assertEquals(status, client.form(fields).statusCode(), change);
        });
        assertEquals(400, client.form(Map.of("customer", "1")).statusCode());
        assertEquals(400, client.post("/feedback", Client.FORM, "text=%ZZ").statusCode());
        assertEquals(400, client.post("/feedback", Client.FORM, "text=a&text=b").statusCode());
        assertEquals(415, client.post("/feedback", "text/plain", "text=a").statusCode());
        assertEquals(409, client.form(Map.of("customer", "1", "kind", "positive", "text", "t", "key", "before", "policy", "beta")).statusCode());
    }
}
