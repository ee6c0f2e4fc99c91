package infogap.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZContext;

/// What a notebook front end does, for tests: it starts a kernel and speaks the Jupyter protocol with it.
///
/// One that all tests of a class share is a line: `@AutoClose private static final KernelClient kernel = KernelClient.start();`
final class KernelClient implements AutoCloseable {

    /// Far longer than anything takes; a hanging kernel fails the test instead of blocking the build.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KernelProcess process;
    private final ZContext context = new ZContext();
    private final KernelChannel shell;
    private final KernelChannel control;
    private final KernelChannel input;
    private final KernelChannel published;
    private final List<JsonObject> strays = new ArrayList<>();

    private KernelClient(KernelProcess process) {
        this.process = process;
        this.shell = connect(SocketType.DEALER, process.shellPort());
        this.control = connect(SocketType.DEALER, process.controlPort());
        this.input = connect(SocketType.DEALER, process.inputPort());
        this.published = connect(SocketType.SUB, process.publishedPort());
    }

    /// Starts a kernel with these options of the JVM and waits until it answers and is heard.
    static KernelClient start(String... options) {
        try {
            KernelClient client = new KernelClient(KernelProcess.start(List.of(options)));
            try {
                client.awaitReady();
            } catch (AssertionError e) {
                client.close();
                throw e;
            }
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException("the kernel does not start: " + e, e);
        }
    }

    private KernelChannel connect(SocketType type, int port) {
        return KernelChannel.connect(context, type, port, "client", KernelProcess.KEY, PATIENCE);
    }

    /// A subscription takes effect some time after it was made, so the kernel is asked until it is heard as well.
    private void awaitReady() {
        published.setPatience(Duration.ofMillis(500));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            ask("kernel_info_request", Map.of());
            if (published.receive() != null) {
                published.setPatience(PATIENCE);
                return;
            }
        }
        throw new AssertionError("the kernel was not heard within " + PATIENCE);
    }

    Answer execute(String code) {
        return answer(send(code));
    }

    /// Sends a cell without waiting; the identifier is for [#answer(String)].
    String send(String code) {
        return send(code, Map.of());
    }

    String send(String code, Map<String, Object> changes) {
        var content = new HashMap<String, Object>(Map.of(
                "code", code, "silent", false, "store_history", true, "user_expressions", Map.of(),
                "allow_stdin", false, "stop_on_error", true));
        content.putAll(changes);
        return shell.send("execute_request", content);
    }

    Answer answer(String request) {
        var outputs = new ArrayList<JsonObject>();
        while (true) {
            JsonObject message = nextPublished();
            if (!KernelChannel.parentOf(message).equals(request)) {
                strays.add(message);
            } else if (KernelChannel.typeOf(message).equals("status")) {
                if (message.getAsJsonObject("content").get("execution_state").getAsString().equals("idle")) {
                    return new Answer(reply(shell, request), outputs);
                }
            } else {
                outputs.add(message);
            }
        }
    }

    /// Waits until a cell that was sent with `allow_stdin` asks for a line of input; what it asks with.
    String nextPrompt() {
        JsonObject message = input.receive();
        if (message == null) {
            throw new AssertionError("nothing was asked within " + PATIENCE);
        }
        return message.getAsJsonObject("content").get("prompt").getAsString();
    }

    /// The user's answer to the prompt.
    void enter(String line) {
        input.send("input_reply", Map.of("value", line));
    }

    /// Waits for a message that answers a cell which has ended already.
    JsonObject lateMessage(String request, String type) {
        while (true) {
            for (JsonObject stray : strays) {
                if (KernelChannel.parentOf(stray).equals(request) && KernelChannel.typeOf(stray).equals(type)) {
                    return stray.getAsJsonObject("content");
                }
            }
            strays.add(nextPublished());
        }
    }

    /// Waits until a cell prints.
    void awaitOutput(String request) {
        JsonObject message;
        do {
            message = nextPublished();
        } while (!KernelChannel.parentOf(message).equals(request) || !KernelChannel.typeOf(message).equals("stream"));
    }

    private JsonObject nextPublished() {
        JsonObject message = published.receive();
        if (message == null) {
            throw new AssertionError("nothing was published within " + PATIENCE + "; the kernel "
                    + (process.isAlive() ? "is alive" : "ended with " + process.exitCode()));
        }
        return message;
    }

    /// Any other request on the shell channel; its reply's content.
    JsonObject ask(String type, Map<String, ?> content) {
        return reply(shell, shell.send(type, content));
    }

    JsonObject askControl(String type, Map<String, ?> content) {
        return reply(control, control.send(type, content));
    }

    void interrupt() {
        askControl("interrupt_request", Map.of());
    }

    /// Sends bytes that are no message of the protocol.
    void sendGarbage() {
        shell.sendGarbage();
    }

    private static JsonObject reply(KernelChannel channel, String request) {
        while (true) {
            JsonObject message = channel.receive();
            if (message == null) {
                throw new AssertionError("no reply within " + PATIENCE);
            }
            if (KernelChannel.parentOf(message).equals(request)) {
                return message.getAsJsonObject("content");
            }
        }
    }

    /// Whether the kernel's process ends, sooner or later.
    boolean ends() throws InterruptedException {
        return process.endsWithin(PATIENCE);
    }

    int exitCode() {
        return process.exitCode();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    static List<String> strings(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }

    @Override
    public void close() throws IOException {
        context.close();
        process.close();
    }
}
