package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// The committed OpenAPI document, and the check of an answer against it.
final class OpenApi {

    static final JsonObject DOCUMENT = JsonParser.parseString(Routes.resource("openapi.json")).getAsJsonObject();

    /// Every `method path status` whose answer was checked, by any test of this run.
    static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    private OpenApi() {}

    /// Every `method path status` that the document promises.
    static Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        DOCUMENT.getAsJsonObject("paths").asMap().forEach((path, methods) -> methods.getAsJsonObject().asMap()
                .forEach((method, operation) -> operation.getAsJsonObject().getAsJsonObject("responses").keySet()
                        .forEach(status -> promised.add(method + " " + path + " " + status))));
        return promised;
    }

    /// Fails unless the answer is one that the document promises for this request, with the body that it promises. An answer to a
    /// path or method that the document does not know must be a problem.
    static void check(HttpResponse<String> response) {
        String path = response.request().uri().getPath();
        String method = response.request().method().toLowerCase(Locale.ROOT);
        Optional<Map.Entry<String, JsonObject>> operation = operation(method, path);
        String status = Integer.toString(response.statusCode());
        if (operation.isEmpty()) {
            assertEquals(true, Set.of("404", "405", "421").contains(status), method + " " + path + " is not documented but answers " + status);
            checkBody(response, "application/problem+json", schema("Problem"));
            return;
        }
        String what = method + " " + operation.get().getKey() + " " + status;
        JsonObject promise = operation.get().getValue().getAsJsonObject("responses").getAsJsonObject(status);
        assertNotNull(promise, what + " is not documented: " + response.body());
        Map.Entry<String, JsonElement> content =
                promise.getAsJsonObject("content").asMap().entrySet().iterator().next();
        checkBody(response, content.getKey(), content.getValue().getAsJsonObject().getAsJsonObject("schema"));
        SEEN.add(what);
    }

    private static void checkBody(HttpResponse<String> response, String type, JsonObject schema) {
        assertEquals(type, response.headers().firstValue("Content-Type").orElse("none"));
        assertEquals(List.of(), JsonSchema.violations(DOCUMENT, schema, JsonParser.parseString(response.body())));
    }

    static JsonObject schema(String name) {
        return DOCUMENT.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(name);
    }

    private static Optional<Map.Entry<String, JsonObject>> operation(String method, String path) {
        return DOCUMENT.getAsJsonObject("paths").asMap().entrySet().stream()
                .filter(entry -> path.matches(entry.getKey().replace("{id}", "[^/]+")))
                .filter(entry -> entry.getValue().getAsJsonObject().has(method))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().getAsJsonObject().getAsJsonObject(method)))
                .findAny();
    }
}
