package infogap.feedback.web;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A complete answer.
record Reply(int status, String contentType, String body, Map<String, String> headers) {

    // without HTML escaping a browser that guessed the type of a JSON answer would see tags in it
    private static final Gson GSON = new GsonBuilder().create();

    /// What every answer says to a browser: run nothing, load nothing from elsewhere, be framed by nobody, keep nothing.
    /// `same-origin` and not `no-referrer`, because the latter makes a browser hide the origin of our own form.
    private static final Map<String, String> PROTECTION = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    static Reply json(int status, JsonElement body) {
        return new Reply(status, "application/json", GSON.toJson(body), Map.of());
    }

    static Reply html(int status, String body) {
        return new Reply(status, "text/html;charset=utf-8", body, Map.of());
    }

    static Reply text(int status, String contentType, String body) {
        return new Reply(status, contentType, body, Map.of());
    }

    static Reply file(String contentType, String body) {
        return new Reply(200, contentType, body, Map.of());
    }

    /// The answer to a posted form: look there, with a GET.
    static Reply seeOther(String path) {
        return new Reply(303, "text/plain;charset=utf-8", "", Map.of(HttpHeader.LOCATION.asString(), path));
    }

    /// A problem as RFC 9457 describes it.
    static Reply problem(int status, String title, String detail) {
        JsonObject body = new JsonObject();
        body.addProperty("status", status);
        body.addProperty("title", title);
        body.addProperty("detail", detail);
        return new Reply(status, "application/problem+json", GSON.toJson(body), Map.of());
    }

    static Reply of(Refusal refusal) {
        return problem(refusal.status(), refusal.title(), refusal.getMessage()).with(refusal.headers());
    }

    Reply with(Map<String, String> other) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(other);
        return new Reply(status, contentType, body, all);
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        PROTECTION.forEach(response.getHeaders()::put);
        headers.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
