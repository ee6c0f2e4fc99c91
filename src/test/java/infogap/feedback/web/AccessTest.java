package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import infogap.feedback.store.CustomerQuery;
import infogap.feedback.store.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        assertEquals(2, server.store().customers(CustomerQuery.first(100), 1).items().size());
    }

    @Test
    void withTheTokenItIs() {
        assertEquals(201, give("Authorization", "Bearer " + TOKEN).statusCode());
        assertEquals(1, events(1).size());
    }

    /// What is held about people is for whom may write it; what describes the server and checks that it lives is for everybody.
    @Test
    void readingNeedsItToo() {
        for (String path : List.of("/api/customers", "/api/customers/1", "/api/feedback/1", "/metrics", "/", "/customers/1", "/feedback/1")) {
            HttpResponse<String> refused = client.get(path);
            assertEquals(401, refused.statusCode(), path);
            assertFalse(refused.body().contains("Alice"), path);
            assertEquals(path.equals("/feedback/1") || path.equals("/api/feedback/1") ? 404 : 200,
                    client.send(client.request(path).header("Authorization", "Bearer " + TOKEN).GET()).statusCode(), path);
        }
        for (String path : List.of("/api", "/openapi.json", "/style.css", "/icon.svg")) {
            assertEquals(200, client.get(path).statusCode(), path);
        }
        assertEquals(Set.of("status"), client.json("/api/health").keySet());
        assertEquals(Set.of("status", "database", "policy"), JsonParser.parseString(client.send(
                client.request("/api/health").header("Authorization", "Bearer " + TOKEN).GET()).body()).getAsJsonObject().keySet());
    }

    private String visit() {
        HttpResponse<String> begun = client.post("/login", Client.FORM, "next=%2Fcustomers%2F1&token=" + TOKEN);
        assertEquals(303, begun.statusCode());
        assertEquals("/customers/1", begun.headers().firstValue("Location").orElseThrow());
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("; HttpOnly; SameSite=Lax") && !cookie.contains(TOKEN), cookie);
        return cookie.split(";")[0];
    }

    @Test
    void aPersonShowsTheTokenOnceForAVisit() {
        HttpResponse<String> asked = client.send(client.request("/customers/1?policy=beta").header("Accept", "text/html").GET());
        assertEquals(401, asked.statusCode());
        assertTrue(asked.body().contains("name=\"next\" value=\"/customers/1?policy=beta\""), asked.body());
        assertEquals(401, client.post("/login", Client.FORM, "next=%2F&token=wrong").statusCode());
        String visit = visit();
        assertEquals(200, client.send(client.request("/").header("Cookie", visit).GET()).statusCode());
        Map<String, String> form = Map.of("customer", "1", "kind", "negative", "text", "typed", "key", "k", "policy", "beta");
        assertEquals(401, client.form(form).statusCode());
        assertEquals(List.of(), events(1));
        assertEquals(303, client.form(form, "Cookie", visit).statusCode());
        assertEquals(1, events(1).size());
        String ended = client.post("/logout", Client.FORM, "").headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(ended.startsWith("infogap-feedback=;") && ended.contains("Max-Age=0"), ended);
    }

    /// Whose visit ended while they were writing loses nothing: the form comes back beside the one for the token, which opens another window.
    @Test
    void whatWasTypedOutlivesTheVisit() {
        Map<String, String> form = Map.of("customer", "1", "kind", "negative", "text", "a long <story>", "key", "k", "policy", "beta");
        HttpResponse<String> asked = client.form(form, "Accept", "text/html");
        assertEquals(401, asked.statusCode());
        assertTrue(asked.body().contains("action=\"/login\" target=\"_blank\""), asked.body());
        assertTrue(asked.body().contains("<form method=\"post\" action=\"/feedback\">"), asked.body());
        assertTrue(asked.body().contains(">a long &lt;story&gt;</textarea>"), asked.body());
        assertTrue(asked.body().contains("name=\"key\" value=\"k\"") && asked.body().contains("name=\"kind\" value=\"negative\""), asked.body());
        HttpResponse<String> strange = client.form(Map.of("text", "typed", "other", "x"), "Accept", "text/html");
        assertEquals(401, strange.statusCode());
        assertFalse(strange.body().contains("typed</textarea>"), strange.body());
        assertEquals(List.of(), events(1));
    }

    @Test
    void aVisitCannotBeMadeUpOrProlonged() {
        String visit = visit();
        String end = visit.substring(visit.indexOf('=') + 1, visit.indexOf('.'));
        for (String made : List.of(visit + "x", visit.replace(end, Long.toString(Long.parseLong(end) + 1)), "infogap-feedback=" + TOKEN,
                "infogap-feedback=", "infogap-feedback=9999999999.")) {
            assertEquals(401, client.send(client.request("/").header("Cookie", made).GET()).statusCode(), made);
        }
    }

    @Test
    void aVisitLeadsToThisSiteOnly() {
        for (String next : List.of("//attacker.example/", "https://attacker.example/", "/\\attacker.example", "")) {
            HttpResponse<String> begun = client.post("/login", Client.FORM, "token=" + TOKEN + "&next="
                    + URLEncoder.encode(next, StandardCharsets.UTF_8));
            assertEquals("/", begun.headers().firstValue("Location").orElseThrow(), next);
        }
    }

    /// A page of another site can make a browser send a form or a request; the browser says where it comes from.
    @Test
    void aPageOfAnotherSiteCannotPost() {
        String here = server.address().getAuthority();
        Map<String, String> form =
                Map.of("customer", "1", "kind", "positive", "text", "t", "key", "k", "policy", "beta");
        String visit = visit();
        for (String[] headers : List.of(new String[] {"Origin", "http://attacker.example"}, new String[] {"Origin", "null"},
                new String[] {"Origin", "http://" + here + "0"}, new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"})) {
            assertEquals(403, client.form(form, "Cookie", visit, headers[0], headers[1]).statusCode(), String.join(" ", headers));
            assertEquals(403, give("Authorization", "Bearer " + TOKEN, headers[0], headers[1]).statusCode());
        }
        assertEquals(List.of(), events(1));
        assertEquals(303, client.form(form, "Cookie", visit, "Origin", "http://" + here, "Sec-Fetch-Site", "same-origin").statusCode());
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

    /// A page of the web whose name its owner lets point to this machine sends that name; an address in digits is no such name.
    @Test
    void aServerAnswersOnlyToItsOwnNames() throws IOException {
        try (FeedbackServer loopback = FeedbackServer.start(FeedbackOptions.of(Database.inFolder(other)).withDemonstration());
                Client local = new Client(loopback.address())) {
            for (Client asked : List.of(client, local)) {
                String token = asked == client ? "Authorization: Bearer " + TOKEN + "\r\n" : "";
                for (String host : List.of("attacker.example", "attacker.example:80", "localhost.attacker.example", "127.0.0.1.attacker.example", "")) {
                    String answer = asked.raw("GET /api/customers HTTP/1.1\r\nHost: " + host + "\r\n" + token + "Connection: close\r\n\r\n");
                    assertTrue(answer.matches("(?s)HTTP/1.1 4(21|00) .*") || host.isEmpty() && answer.startsWith("HTTP/1.1 200 "), host + answer);
                    assertTrue(host.isEmpty() || !answer.contains("Alice"));
                }
                for (String host : List.of("localhost", "127.0.0.1:80", "[::1]:5000", "LOCALHOST", "192.0.2.1", InetAddress.getLocalHost().getHostName())) {
                    String answer = asked.raw("GET /api/customers HTTP/1.1\r\nHost: " + host + "\r\n" + token + "Connection: close\r\n\r\n");
                    assertTrue(answer.startsWith("HTTP/1.1 200 "), host + answer);
                }
            }
        }
    }

    /// The address that a server prints is one that it answers to.
    @Test
    void thePrintedAddressAnswers() throws IOException {
        Set<String> hosts = new TreeSet<>(List.of("127.0.0.1", "127.0.0.2", "127.0.1.1", "localhost", "::1"));
        hosts.add(InetAddress.getLocalHost().getHostName());
        for (String host : hosts) {
            FeedbackOptions options = FeedbackOptions.of(Database.inFolder(other)).withToken(TOKEN).withAddress(host, 0);
            try (FeedbackServer bound = FeedbackServer.start(options); Client asked = new Client(bound.address())) {
                assertEquals(200, asked.get("/api/health").statusCode(), bound.address().toString());
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
