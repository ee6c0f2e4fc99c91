package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.feedback.store.Database;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may post: with a token, from where, under which name.
class AccessTest extends ServerTest {

    private static final String TOKEN = "a-token-of-some-length";
    private static final String BODY = "{\"kind\":\"positive\",\"text\":\"t\"}";

    @TempDir
    private Path other;

    @Override
    FeedbackOptions options(FeedbackOptions plain) {
        // every address of the machine: the case in which other machines can reach the server
        return plain.withToken(TOKEN).withAddress("0.0.0.0", 0);
    }

    private HttpResponse<String> give(String... headers) {
        String[] all = Stream.concat(Stream.of("Idempotency-Key", "k"), Arrays.stream(headers))
                .toArray(String[]::new);
        return client.post("/api/customers/1/feedback", Client.JSON, BODY, all);
    }

    @Test
    void withoutTheTokenNothingIsStored() {
        for (HttpResponse<String> refused : List.of(give(), give("Authorization", "Bearer wrong-token-of-length"),
                give("Authorization", TOKEN), give("Authorization", "Basic " + TOKEN), give("Authorization", "Bearer " + TOKEN + "x"))) {
            assertEquals(401, refused.statusCode());
            assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElseThrow());
        }
        assertEquals(401, client.post("/api/customers", Client.JSON, "{\"name\":\"Carol\",\"initialTrust\":0}").statusCode());
        assertEquals(List.of(), events(1));
        assertEquals(2, server.store().histories(1, 100, 1).size());
    }

    @Test
    void withTheTokenItIs() {
        assertEquals(201, give("Authorization", "Bearer " + TOKEN).statusCode());
        assertEquals(1, events(1).size());
    }

    @Test
    void readingNeedsNone() {
        assertEquals(200, client.get("/api/customers").statusCode());
        assertEquals(200, client.get("/").statusCode());
    }

    @Test
    void theFormAsksForTheToken() {
        assertTrue(client.get("/").body().contains("name=\"token\" type=\"password\""));
        Map<String, String> fields = Map.of("customer", "1", "kind", "negative", "text", "typed <long>", "key", "k", "policy", "beta");
        HttpResponse<String> refused = client.form(fields);
        assertEquals(401, refused.statusCode());
        assertTrue(refused.body().contains("Posting here needs the server's token."));
        assertTrue(refused.body().contains("typed &lt;long&gt;</textarea>"), "what was typed is kept");
        assertEquals(List.of(), events(1));
        Map<String, String> shown = new HashMap<>(fields);
        shown.put("token", TOKEN);
        HttpResponse<String> stored = client.form(shown);
        assertEquals(303, stored.statusCode());
        assertFalse(stored.headers().firstValue("Location").orElseThrow().contains(TOKEN));
        assertEquals(1, events(1).size());
    }

    /// A page of another site can make a browser send a form or a request; the browser says where it comes from.
    @Test
    void aPageOfAnotherSiteCannotPost() {
        String here = server.address().getAuthority();
        Map<String, String> form =
                Map.of("customer", "1", "kind", "positive", "text", "t", "key", "k", "policy", "beta", "token", TOKEN);
        for (String[] headers : List.of(new String[] {"Origin", "http://attacker.example"}, new String[] {"Origin", "null"},
                new String[] {"Origin", "http://" + here + "0"}, new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"})) {
            assertEquals(403, client.form(form, headers).statusCode(), String.join(" ", headers));
            assertEquals(403, give("Authorization", "Bearer " + TOKEN, headers[0], headers[1]).statusCode());
        }
        assertEquals(List.of(), events(1));
        assertEquals(303, client.form(form, "Origin", "http://" + here, "Sec-Fetch-Site", "same-origin").statusCode());
    }

    /// What is refused by its headers is answered when the body has come too, so that the connection can be used again.
    @Test
    void aConnectionOutlivesARefusal() {
        String host = "Host: " + server.address().getAuthority() + "\r\n";
        String head = "POST /api/customers/1/feedback HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n";
        for (String[] refused : List.of(new String[] {"Origin: http://attacker.example\r\n", "403"}, new String[] {"Authorization: Bearer wrong\r\n", "401"})) {
            String answers = client.raw(head + refused[0] + "\r\n", BODY + "GET /api/health HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
            assertTrue(answers.startsWith("HTTP/1.1 " + refused[1] + " "), answers);
            assertTrue(answers.contains("HTTP/1.1 200 "), answers);
        }
    }

    @Test
    void aLoopbackServerAnswersOnlyToItsOwnName() throws IOException {
        try (FeedbackServer loopback = FeedbackServer.start(FeedbackOptions.of(Database.inFolder(other)).withDemonstration());
                Client local = new Client(loopback.address())) {
            for (String host : List.of("attacker.example", "attacker.example:" + loopback.address().getPort(), "localhost.attacker.example")) {
                String answer = local.raw("GET /api/customers HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
                assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
                assertFalse(answer.contains("Alice"));
            }
            for (String host : List.of("localhost", "127.0.0.1:80", "[::1]:5000", "LOCALHOST")) {
                String answer = local.raw("GET /api/customers HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
                assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void withoutATokenOnlyALoopbackAddressIsTaken(String host) {
        FeedbackOptions plain = FeedbackOptions.of(Database.inFolder(other));
        String message = assertThrows(IllegalArgumentException.class, () -> plain.withAddress(host, 0)).getMessage();
        assertTrue(message.startsWith("token must be given when the host is not a loopback address, and the host is '" + host), message);
        assertEquals(host, plain.withToken(TOKEN).withAddress(host, 0).host());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with a space in the token", "not-ascii-é-in-the-token"})
    void aTokenThatIsTooWeakIsRefusedAndNotRepeated(String token) {
        FeedbackOptions plain = FeedbackOptions.of(Database.inFolder(other));
        assertEquals("token must be at least 16 visible ASCII characters, but is not",
                assertThrows(IllegalArgumentException.class, () -> plain.withToken(token)).getMessage());
        assertFalse(plain.withToken(TOKEN).toString().contains(TOKEN));
    }

    @Test
    void everyAnswerTellsTheBrowserToRunAndLoadNothingElse() {
        for (String path : List.of("/", "/customers/1", "/nothing", "/api/customers", "/openapi.json", "/style.css")) {
            Map<String, List<String>> headers = client.get(path).headers().map();
            String policy = headers.get("content-security-policy").getFirst();
            assertTrue(policy.startsWith("default-src 'none';"), policy);
            assertFalse(policy.contains("script-src") || policy.contains("unsafe") || policy.contains("http"), policy);
            assertEquals(List.of("nosniff"), headers.get("x-content-type-options"));
            assertFalse(headers.containsKey("server"));
        }
    }
}
