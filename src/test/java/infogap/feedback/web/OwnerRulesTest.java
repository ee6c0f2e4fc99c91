package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.feedback.store.FeedbackSource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What an owner asks of those who give feedback, and what the operator can count.
class OwnerRulesTest extends ServerTest {

    @Override
    FeedbackOptions options(FeedbackOptions plain) {
        return plain.withRules(new OwnerRules(Set.of(FeedbackSource.PURCHASE), OptionalInt.of(8)));
    }

    private HttpResponse<String> give(String key, String purchase) {
        return client.post("/api/customers/1/feedback", Client.JSON, "{\"kind\":\"negative\",\"text\":\"t\",\"purchase\":\"" + purchase + "\"}",
                "Idempotency-Key", key);
    }

    @Test
    void onePurchaseSpeaksOnce() {
        assertEquals(201, give("k1", "P-1").statusCode());
        HttpResponse<String> second = give("k2", "P-1");
        assertEquals(409, second.statusCode());
        assertTrue(second.body().contains("There is a feedback of this purchase already, number 1, and one is allowed. Nothing was stored."), second.body());
        assertEquals(422, client.give(1, "negative", "t", "k3").statusCode());
        assertEquals(200, give("k1", "P-1").statusCode(), "sent again it is the same one");
        assertEquals(1, events(1).size());
        String page = client.get("/customers/1").body();
        assertTrue(page.contains("<label for=\"purchase\">") && !page.contains("<label for=\"author\">"), page);
        HttpResponse<String> form = client.form(Map.of("customer", "1", "kind", "positive", "text", "typed", "key", "k4", "policy", "beta", "purchase", "P-1"));
        assertEquals(409, form.statusCode());
        assertTrue(form.body().contains("value=\"P-1\"") && form.body().contains("typed</textarea>"));
    }

    @Test
    void whoPostsTooOftenWaits() {
        for (int i = 0; i < 8; i++) {
            assertEquals(201, give("k" + i, "P-" + i).statusCode());
        }
        HttpResponse<String> refused = give("k9", "P-9");
        assertEquals(429, refused.statusCode());
        assertTrue(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()) > 0);
        assertEquals(8, events(1).size());
        assertEquals(200, client.get("/api/customers").statusCode(), "reading is not posting");
    }

    /// The bucket of a minute fills evenly, and each address has its own.
    @Test
    void theBucketFillsEvenly() {
        AtomicLong seconds = new AtomicLong();
        RateLimit limit = new RateLimit(OptionalInt.of(6), () -> seconds.get() * 1_000_000_000L);
        for (int i = 0; i < 6; i++) {
            limit.check("a");
        }
        Refusal refusal = assertThrows(Refusal.class, () -> limit.check("a"));
        assertEquals("10", refusal.headers().get("Retry-After"));
        limit.check("b");
        seconds.set(9);
        assertThrows(Refusal.class, () -> limit.check("a"));
        seconds.set(10);
        limit.check("a");
        assertThrows(Refusal.class, () -> limit.check("a"));
        seconds.set(1000);
        for (int i = 0; i < 6; i++) {
            limit.check("a");
        }
        assertThrows(Refusal.class, () -> limit.check("a"));
        for (int i = 0; i < 100; i++) {
            new RateLimit(OptionalInt.empty(), System::nanoTime).check("a");
        }
    }

    /// The text format of Prometheus: comment lines of HELP and TYPE, samples of a name, labels and a number; buckets that do not fall.
    @Test
    void theCountsAreInPrometheusFormat() {
        give("k1", "P-1");
        give("k1", "P-1");
        give("k2", "P-1");
        client.get("/nothing");
        HttpResponse<String> metrics = client.get("/metrics");
        assertEquals("text/plain; version=0.0.4; charset=utf-8", metrics.headers().firstValue("Content-Type").orElseThrow());
        List<String> lines = metrics.body().lines().toList();
        double bucket = 0;
        for (String line : lines) {
            assertTrue(line.matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.]+"), line);
            if (line.contains("_bucket")) {
                double next = Double.parseDouble(line.substring(line.lastIndexOf(' ')));
                assertTrue(next >= bucket, line);
                bucket = next;
            }
        }
        for (String expected : List.of("infogap_feedback_up 1", "infogap_feedback_posts_total{outcome=\"stored\"} 1",
                "infogap_feedback_posts_total{outcome=\"repeated\"} 1", "infogap_feedback_posts_total{outcome=\"refused\"} 1",
                "infogap_feedback_requests_total{method=\"POST\",route=\"/api/customers/{id}/feedback\",status=\"201\"} 1",
                "infogap_feedback_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 1", "infogap_feedback_request_seconds_count 4")) {
            assertTrue(lines.contains(expected), expected + " is not in " + metrics.body());
        }
        server.store().close();
        assertTrue(client.get("/metrics").body().contains("infogap_feedback_up "));
    }

    @Test
    void aRetractionIsPostedOnce() {
        give("k1", "P-1");
        String body = "{\"reason\":\"by mistake\"}";
        HttpResponse<String> first = client.post("/api/feedback/1/retraction", Client.JSON, body, "Idempotency-Key", "r");
        assertEquals(201, first.statusCode());
        JsonObject event = JsonParser.parseString(first.body()).getAsJsonObject().getAsJsonObject("event");
        assertEquals(1, event.get("retracts").getAsLong());
        assertEquals(200, client.post("/api/feedback/1/retraction", Client.JSON, body, "Idempotency-Key", "r").statusCode());
        assertEquals(409, client.post("/api/feedback/1/retraction", Client.JSON, body, "Idempotency-Key", "s").statusCode());
        assertEquals(404, client.post("/api/feedback/7/retraction", Client.JSON, body, "Idempotency-Key", "s").statusCode());
        assertEquals("3/10", client.json("/api/customers/1").getAsJsonObject("customer").get("exactScore").getAsString());
    }
}
