package infogap.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A headless Chromium with one page, driven by the DevTools protocol.
public final class Chromium implements AutoCloseable, WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket page;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final StringBuilder message = new StringBuilder();

    private Chromium(Path program, Path profile) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--hide-scrollbars", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank"));
        if (System.getProperty("user.name").equals("root")) {
            // Chromium refuses to run its sandbox as root
            command.add(1, "--no-sandbox");
        }
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(profile.resolve("output").toFile()).start();
        Path portFile = profile.resolve("DevToolsActivePort");
        await("the browser's port", () -> Files.exists(portFile) && lines(portFile) >= 2);
        String list = "http://127.0.0.1:" + Files.readAllLines(portFile).getFirst() + "/json/list";
        String targets = http.send(HttpRequest.newBuilder(URI.create(list)).build(), BodyHandlers.ofString()).body();
        String socket = JsonParser.parseString(targets).getAsJsonArray().asList().stream()
                .map(target -> target.getAsJsonObject())
                .filter(target -> target.get("type").getAsString().equals("page"))
                .findFirst().orElseThrow().get("webSocketDebuggerUrl").getAsString();
        page = http.newWebSocketBuilder().buildAsync(URI.create(socket), this).join();
        call("Page.enable", new JsonObject());
        call("Runtime.enable", new JsonObject());
        call("Log.enable", new JsonObject());
    }

    /// A started browser; empty, where none is installed.
    public static Optional<Chromium> start(Path profile) throws Exception {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of).filter(Files::isExecutable).findFirst();
        return program.isPresent() ? Optional.of(new Chromium(program.get(), profile)) : Optional.empty();
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            return 0;
        }
    }

    public static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            JsonObject answer = JsonParser.parseString(message.toString()).getAsJsonObject();
            message.setLength(0);
            if (answer.has("id")) {
                answers.remove(answer.get("id").getAsInt()).complete(answer);
            } else if (List.of("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Page.javascriptDialogOpening")
                    .contains(answer.get("method").getAsString())) {
                complaints.add(answer.toString());
            }
        }
        socket.request(1);
        return null;
    }

    public JsonObject call(String method, JsonObject parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        JsonObject call = new JsonObject();
        call.addProperty("id", id);
        call.addProperty("method", method);
        call.add("params", parameters);
        page.sendText(call.toString(), true).join();
        JsonObject result = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (result.has("error")) {
            throw new IllegalStateException(method + ": " + result.get("error"));
        }
        return result.getAsJsonObject("result");
    }

    /// What the browser logged since the last call: refused resources, errors, dialogs.
    public List<String> complaints() {
        List<String> logged = new ArrayList<>();
        for (String complaint = complaints.poll(); complaint != null; complaint = complaints.poll()) {
            logged.add(complaint);
        }
        return logged;
    }

    /// Opens the address and waits until it is there.
    public void open(URI address) throws InterruptedException {
        JsonObject to = new JsonObject();
        to.addProperty("url", address.toString());
        evaluate("window.left = true");
        call("Page.navigate", to);
        awaitNewPage();
    }

    /// Waits until the page that has `window.left` is replaced by another one.
    public void awaitNewPage() throws InterruptedException {
        await("the next page", () -> {
            try {
                return evaluate("window.left !== true && document.readyState === 'complete'").equals("true");
            } catch (IllegalStateException betweenThePages) {
                return false;
            }
        });
    }

    /// Waits until the condition, a script, is true.
    public void awaitThat(String condition) throws InterruptedException {
        await(condition, () -> evaluate(condition).equals("true"));
    }

    /// The value of a script, as text.
    public String evaluate(String script) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", "String(" + script + ")");
        JsonObject result = call("Runtime.evaluate", parameters);
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(script + ": " + result.get("exceptionDetails"));
        }
        return result.getAsJsonObject("result").get("value").getAsString();
    }

    /// A click of the mouse on the middle of the element.
    public void click(String selector) {
        evaluate("document.querySelector('" + selector + "').scrollIntoView({block: 'center', behavior: 'instant'})");
        JsonArray middle = JsonParser.parseString(evaluate("(() => { const r = document.querySelector('" + selector
                + "').getBoundingClientRect(); return JSON.stringify([r.x + r.width / 2, r.y + r.height / 2]); })()")).getAsJsonArray();
        for (String type : List.of("mousePressed", "mouseReleased")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.add("x", middle.get(0));
            event.add("y", middle.get(1));
            event.addProperty("button", "left");
            event.addProperty("clickCount", 1);
            call("Input.dispatchMouseEvent", event);
        }
    }

    /// Types the text into the element that has the focus.
    public void type(String text) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("text", text);
        call("Input.insertText", parameters);
    }

    public void size(int width, int height, boolean phone) {
        JsonObject metrics = new JsonObject();
        metrics.addProperty("width", width);
        metrics.addProperty("height", height);
        metrics.addProperty("deviceScaleFactor", 1);
        metrics.addProperty("mobile", phone);
        call("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// What the browser shows, as PNG.
    public byte[] screenshot() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("captureBeyondViewport", true);
        return Base64.getDecoder().decode(call("Page.captureScreenshot", parameters).get("data").getAsString());
    }

    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        call("Browser.close", new JsonObject());
        page.abort();
        http.close();
        // the profile can be deleted only when nobody writes to it any more
        for (ProcessHandle member : family) {
            member.onExit().completeOnTimeout(member, 10, TimeUnit.SECONDS).join();
            member.destroyForcibly();
        }
    }
}
