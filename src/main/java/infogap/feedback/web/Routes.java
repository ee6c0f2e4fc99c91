package infogap.feedback.web;

import infogap.feedback.TrustPolicy;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/// Which request is answered by what.
final class Routes extends Handler.Abstract {

    private final PathMappings<Map<String, Function<Call, Reply>>> routes = new PathMappings<>();
    private final Guard guard;
    private final TrustPolicy policy;

    Routes(FeedbackStore store, Guard guard, TrustPolicy policy) {
        this.guard = guard;
        this.policy = policy;
        Api api = new Api(store, guard);
        Pages pages = new Pages(store, guard);
        add("GET", "/", pages::list);
        add("GET", "/customers/{id}", pages::customer);
        add("POST", "/feedback", pages::give);
        add("GET", "/style.css", file("style.css", "text/css;charset=utf-8"));
        add("GET", "/icon.svg", file("icon.svg", "image/svg+xml"));
        add("GET", "/openapi.json", file("openapi.json", "application/json"));
        add("GET", "/api/health", api::health);
        add("GET", "/api/customers", api::customers);
        add("POST", "/api/customers", api::addCustomer);
        add("GET", "/api/customers/{id}", api::history);
        add("POST", "/api/customers/{id}/feedback", api::give);
    }

    private void add(String method, String path, Function<Call, Reply> answer) {
        UriTemplatePathSpec spec = new UriTemplatePathSpec(path);
        Map<String, Function<Call, Reply>> methods = routes.get(spec);
        if (methods == null) {
            methods = new LinkedHashMap<>();
            routes.put(spec, methods);
        }
        methods.put(method, answer);
    }

    private static Function<Call, Reply> file(String name, String contentType) {
        String content = resource(name);
        return call -> Reply.file(contentType, content);
    }

    static String resource(String name) {
        try (InputStream in = Routes.class.getResourceAsStream("/infogap/feedback/web/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        answer(request).send(response, callback);
        return true;
    }

    private Reply answer(Request request) {
        try {
            guard.checkHost(request);
            return route(request);
        } catch (Refusal refusal) {
            RequestBody.discard(request);
            return Reply.of(refusal);
        } catch (StoreException e) {
            // the cause may name files and accounts; a client needs to know only that it may try again
            return Reply.problem(503, "Database not available", "The database does not answer. Nothing was stored; try again later.");
        } catch (RuntimeException e) {
            return Reply.problem(500, "Internal error", "The server failed on this request.");
        }
    }

    private Reply route(Request request) {
        String path = Request.getPathInContext(request);
        // /api/customers/1;x has the path /api/customers/1 to Jetty; here it is no path at all
        boolean hasParameter = request.getHttpURI().getPath().contains(";");
        MatchedResource<Map<String, Function<Call, Reply>>> match = hasParameter ? null : routes.getMatched(path);
        if (match == null) {
            throw new Refusal(404, "Not found", "There is nothing at this path.");
        }
        Map<String, Function<Call, Reply>> methods = match.getResource();
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Function<Call, Reply> answer = methods.get(method);
        if (answer == null) {
            String allowed = String.join(", ", new TreeSet<>(methods.keySet()));
            throw new Refusal(405, "Wrong method", "This path allows " + allowed + ".", Map.of(HttpHeader.ALLOW.asString(), allowed));
        }
        if (method.equals("POST")) {
            guard.checkOrigin(request);
        }
        Map<String, String> parts = ((UriTemplatePathSpec) match.getPathSpec()).getPathParams(path);
        return answer.apply(new Call(request, parts == null ? Map.of() : parts, query(request), policy));
    }

    private static Fields query(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            throw new Refusal(400, "Wrong query", "The query is not URL-encoded UTF-8.");
        }
    }

    /// The answer to what is refused before it becomes a request: a bad header, a bad address.
    static boolean refuse(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer code ? code : 500;
        Reply.problem(status, status < 500 ? "Bad request" : "Internal error", "The request could not be read.").send(response, callback);
        return true;
    }
}
