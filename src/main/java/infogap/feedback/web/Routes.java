package infogap.feedback.web;

import infogap.display.Markup;
import infogap.feedback.TrustPolicy;
import infogap.feedback.page.ApiPage;
import infogap.feedback.page.Layout;
import infogap.feedback.page.Site;
import infogap.feedback.page.Today;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    /// What answers at a path: to whom, and whether for people.
    private record Route(Function<Call, Reply> answer, boolean open, boolean forPeople) {}

    private final PathMappings<Map<String, Route>> routes = new PathMappings<>();
    private final Guard guard;
    private final Site site;
    private final TrustPolicy policy;
    private final RateLimit rate;
    private final Metrics metrics = new Metrics();
    private final ServerLog log;

    Routes(FeedbackStore store, Guard guard, Site site, FeedbackOptions options) {
        this.guard = guard;
        this.site = site;
        this.policy = options.policy();
        this.rate = new RateLimit(options.rules().postsPerMinute(), System::nanoTime);
        this.log = options.log();
        Given given = new Given(store, options.rules(), metrics);
        Health health = new Health(store);
        Today today = new Today(store, options.clock());
        Api api = new Api(store, guard, site, given, health, today);
        Pages pages = new Pages(store, site, today);
        Forms forms = new Forms(store, guard, site, pages, given);
        String description = resource("openapi.json");
        page("GET", "/", pages::list);
        page("GET", "/customers/{id}", pages::customer);
        page("GET", "/feedback/{id}", pages::feedback);
        page("POST", "/feedback", forms::give);
        page("POST", "/feedback/{id}/retraction", forms::retract);
        page("POST", "/customers", forms::addCustomer);
        page("POST", "/customers/{id}/name", forms::rename);
        add("POST", "/login", new Route(forms::login, true, true));
        add("POST", "/logout", new Route(forms::logout, true, true));
        add("GET", "/style.css", new Route(file("style.css", "text/css;charset=utf-8"), true, true));
        add("GET", "/icon.svg", new Route(file("icon.svg", "image/svg+xml"), true, true));
        add("GET", "/openapi.json", new Route(file("openapi.json", "application/json"), true, false));
        add("GET", "/api", new Route(call -> Reply.html(200, ApiPage.html(description, site)), true, true));
        add("GET", "/api/health", new Route(api::health, true, false));
        program("GET", "/metrics", call -> Reply.text(200, Metrics.CONTENT_TYPE, metrics.text(health.works())));
        program("GET", "/api/customers", api::customers);
        program("POST", "/api/customers", api::addCustomer);
        program("GET", "/api/customers/{id}", api::history);
        program("PUT", "/api/customers/{id}/name", api::rename);
        program("POST", "/api/customers/{id}/feedback", api::give);
        program("GET", "/api/feedback/{id}", api::feedback);
        program("POST", "/api/feedback/{id}/retraction", api::retract);
    }

    private void page(String method, String path, Function<Call, Reply> answer) {
        add(method, path, new Route(answer, false, true));
    }

    private void program(String method, String path, Function<Call, Reply> answer) {
        add(method, path, new Route(answer, false, false));
    }

    private void add(String method, String path, Route route) {
        UriTemplatePathSpec spec = new UriTemplatePathSpec(path);
        Map<String, Route> methods = routes.get(spec);
        if (methods == null) {
            methods = new LinkedHashMap<>();
            routes.put(spec, methods);
        }
        methods.put(method, route);
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
        long start = System.nanoTime();
        String path = path(request);
        MatchedResource<Map<String, Route>> match = request.getHttpURI().getPath().contains(";") ? null : routes.getMatched(path);
        String template = match == null ? "none" : match.getPathSpec().getDeclaration();
        Reply reply = answer(request, path, match, template);
        long took = System.nanoTime() - start;
        metrics.answered(request.getMethod().matches("[A-Z]{1,10}") ? request.getMethod() : "other", template, reply.status(), took);
        log.access(request.getMethod(), template, reply.status(), took);
        reply.send(response, callback);
        return true;
    }

    /// The path on this site: a proxy may leave the public path before it or take it away.
    private String path(Request request) {
        String path = Request.getPathInContext(request);
        return !site.base().isEmpty() && (path + "/").startsWith(site.base() + "/") ? path.substring(site.base().length()) : path;
    }

    private Reply answer(Request request, String path, MatchedResource<Map<String, Route>> match, String template) {
        try {
            guard.checkHost(request);
            return route(request, path, match);
        } catch (Refusal refusal) {
            if (refusal.getCause() != null) {
                log.error(request.getMethod(), template, refusal.status(), refusal.getCause());
            }
            boolean visitor = refusal.status() == 401 && isForPeople(request, path);
            if (visitor && request.getMethod().equals("POST")) {
                return Forms.askTokenAgain(site, request, path);
            }
            RequestBody.discard(request);
            return visitor
                    ? Forms.askToken(site, path + query(request.getHttpURI().getQuery()), Optional.empty())
                    : problem(request, path, refusal.status(), refusal.title(), refusal.getMessage(), "").with(refusal.headers());
        } catch (Forms.Unanswered unanswered) {
            return failed(request, path, template, unanswered.failure(), unanswered.again(site));
        } catch (StoreException e) {
            return failed(request, path, template, e, "");
        } catch (RuntimeException e) {
            log.error(request.getMethod(), template, 500, e);
            return problem(request, path, 500, "Internal error", "The server failed on this request"
                    + (request.getMethod().equals("GET") ? "." : ". It is not known whether something was stored."), "");
        }
    }

    private static String query(String query) {
        return query == null ? "" : "?" + query;
    }

    /// The cause may name files and accounts: it is for the operator. A client needs to know whether something was stored.
    private Reply failed(Request request, String path, String template, StoreException failure, String form) {
        log.error(request.getMethod(), template, 503, failure);
        boolean writing = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        Reply reply = failure.isOutcomeKnown()
                ? problem(request, path, 503, "Database not available",
                        "The database does not answer." + (writing ? " Nothing was stored; try again later." : " Try again later."), form)
                : problem(request, path, 503, "Outcome not known", "The database broke off while it was storing. It is not known whether this is stored. "
                        + "It may be sent again: a feedback with the same key counts once, a name is taken once.", form);
        return reply.with(Map.of("Retry-After", "5"));
    }

    private Reply problem(Request request, String path, int status, String title, String detail, String form) {
        return isForPeople(request, path)
                ? Reply.html(status, Layout.message(site, title, Layout.alert(detail) + form + "<p><a href=\"" + Markup.escaped(site.base()) + "/\">All customers</a></p>"))
                : Reply.problem(status, title, detail);
    }

    private static boolean isForPeople(Request request, String path) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return !path.startsWith("/api/") && accept != null && accept.contains("text/html");
    }

    private Reply route(Request request, String path, MatchedResource<Map<String, Route>> match) {
        // /api/customers/1;x has the path /api/customers/1 to Jetty; here it is no path at all
        if (match == null) {
            throw new Refusal(404, "Not found", "There is nothing at this path.");
        }
        Map<String, Route> methods = match.getResource();
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Route route = methods.get(method);
        if (route == null) {
            String allowed = String.join(", ", new TreeSet<>(methods.keySet()));
            throw new Refusal(405, "Wrong method", "This path allows " + allowed + ".", Map.of(HttpHeader.ALLOW.asString(), allowed));
        }
        if (!method.equals("GET")) {
            guard.checkOrigin(request);
        }
        if (!route.open()) {
            guard.checkToken(request);
        }
        if (!method.equals("GET")) {
            rate.check(client(request));
        }
        Map<String, String> parts = ((UriTemplatePathSpec) match.getPathSpec()).getPathParams(path);
        return route.answer().apply(new Call(request, parts == null ? Map.of() : parts, query(request), policy));
    }

    /// The address of the client: behind a proxy, the one that the proxy saw.
    private String client(Request request) {
        String forwarded = guard.publicUrl().isPresent() ? request.getHeaders().get(HttpHeader.X_FORWARDED_FOR) : null;
        return forwarded == null ? Request.getRemoteAddr(request) : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    private static Fields query(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            throw new Refusal(400, "Wrong query", "The query is not URL-encoded UTF-8.");
        }
    }

    /// The answer to what is refused before it becomes a call: a bad header, a bad address, a server that stops.
    boolean refuse(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer code ? code : 500;
        if (status == 503) {
            problem(request, "", 503, "Server stops", "The server is being stopped. Nothing was stored; try again later.", "")
                    .with(Map.of("Retry-After", "5", "Connection", "close")).send(response, callback);
            return true;
        }
        if (status >= 500) {
            log.error(request.getMethod(), "none", status, (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION));
        }
        Reply.problem(status, status < 500 ? "Bad request" : "Internal error",
                status < 500 ? "The request could not be read." : "The server failed on this request.").send(response, callback);
        return true;
    }
}
