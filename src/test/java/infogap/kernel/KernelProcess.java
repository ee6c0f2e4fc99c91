package infogap.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// A real kernel in a process of its own and a client that speaks the Jupyter protocol with it, for tests.
final class KernelProcess implements AutoCloseable {

    /// Far longer than anything takes; a hanging kernel fails the test instead of blocking the build.
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String KEY = "secret of the test";
    private static final Gson GSON = new Gson();

    private final Path connectionFile;
    private final Process process;
    private final ZContext context = new ZContext();
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket published;
    private final List<JsonObject> strays = new ArrayList<>();

    private KernelProcess(Path connectionFile, Process process, List<Integer> ports) {
        this.connectionFile = connectionFile;
        this.process = process;
        this.shell = connect(SocketType.DEALER, ports.get(0));
        this.control = connect(SocketType.DEALER, ports.get(1));
        this.published = connect(SocketType.SUB, ports.get(2));
        published.subscribe(ZMQ.SUBSCRIPTION_ALL);
    }

    /// Starts a kernel and waits until it answers and is heard.
    static KernelProcess start(String... options) throws IOException {
        List<Integer> ports = freePorts(5);
        Path connectionFile = Files.createTempFile("kernel", ".json");
        Files.writeString(connectionFile, GSON.toJson(Map.of(
                "ip", "127.0.0.1", "transport", "tcp", "signature_scheme", "hmac-sha256", "key", KEY,
                "shell_port", ports.get(0), "control_port", ports.get(1), "iopub_port", ports.get(2),
                "stdin_port", ports.get(3), "hb_port", ports.get(4))));
        LaunchCommand command = LaunchCommand.ofThisJvm();
        for (String option : options) {
            command = command.withOption(option);
        }
        Process process = new ProcessBuilder(command.forConnection(connectionFile)).inheritIO().start();
        var kernel = new KernelProcess(connectionFile, process, ports);
        kernel.awaitReady();
        return kernel;
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var open = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return open.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : open) {
                socket.close();
            }
        }
    }

    private ZMQ.Socket connect(SocketType type, int port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        socket.setReceiveTimeOut((int) PATIENCE.toMillis());
        socket.setRcvHWM(0);
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    /// A subscription takes effect some time after it was made, so the kernel is asked until it is heard as well.
    private void awaitReady() {
        published.setReceiveTimeOut(500);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            ask("kernel_info_request", Map.of());
            JsonObject heard = receive(published);
            if (heard != null) {
                published.setReceiveTimeOut((int) PATIENCE.toMillis());
                return;
            }
        }
        throw new AssertionError("the kernel was not heard within " + PATIENCE);
    }

    /// What a cell led to: the reply's content, and the published messages up to the idle status.
    record Answer(JsonObject reply, List<JsonObject> outputs) {

        String status() {
            return reply.get("status").getAsString();
        }

        List<JsonObject> contents(String type) {
            return outputs.stream()
                    .filter(message -> typeOf(message).equals(type))
                    .map(message -> message.getAsJsonObject("content"))
                    .toList();
        }

        String printed(String stream) {
            var text = new StringBuilder();
            contents("stream").stream()
                    .filter(content -> content.get("name").getAsString().equals(stream))
                    .forEach(content -> text.append(content.get("text").getAsString()));
            return text.toString();
        }

        /// The MIME bundle of the execute result, or null.
        JsonObject result() {
            List<JsonObject> results = contents("execute_result");
            return results.isEmpty() ? null : results.getFirst().getAsJsonObject("data");
        }

        String resultText() {
            return result() == null ? null : result().get("text/plain").getAsString();
        }

        JsonObject display() {
            return contents("display_data").getFirst().getAsJsonObject("data");
        }

        String errorName() {
            return contents("error").getFirst().get("ename").getAsString();
        }

        String errorMessage() {
            return contents("error").getFirst().get("evalue").getAsString();
        }

        String traceback() {
            var lines = new ArrayList<String>();
            contents("error").getFirst().getAsJsonArray("traceback").forEach(line -> lines.add(line.getAsString()));
            return String.join("\n", lines);
        }
    }

    static String typeOf(JsonObject message) {
        return message.getAsJsonObject("header").get("msg_type").getAsString();
    }

    private static String parentOf(JsonObject message) {
        JsonObject parent = message.getAsJsonObject("parent_header");
        return parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
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
        return send(shell, "execute_request", content);
    }

    Answer answer(String request) {
        var outputs = new ArrayList<JsonObject>();
        while (true) {
            JsonObject message = nextPublished();
            if (!parentOf(message).equals(request)) {
                strays.add(message);
            } else if (typeOf(message).equals("status")) {
                if (message.getAsJsonObject("content").get("execution_state").getAsString().equals("idle")) {
                    return new Answer(reply(shell, request), outputs);
                }
            } else {
                outputs.add(message);
            }
        }
    }

    /// Waits for a message that answers a cell which has ended already.
    JsonObject lateMessage(String request, String type) {
        while (true) {
            for (JsonObject stray : strays) {
                if (parentOf(stray).equals(request) && typeOf(stray).equals(type)) {
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
        } while (!parentOf(message).equals(request) || !typeOf(message).equals("stream"));
    }

    private JsonObject nextPublished() {
        JsonObject message = receive(published);
        if (message == null) {
            throw new AssertionError("nothing was published within " + PATIENCE + "; the kernel "
                    + (process.isAlive() ? "is alive" : "ended with " + process.exitValue()));
        }
        return message;
    }

    /// Any other request on the shell channel; its reply's content.
    JsonObject ask(String type, Map<String, ?> content) {
        return reply(shell, send(shell, type, content));
    }

    JsonObject askControl(String type, Map<String, ?> content) {
        return reply(control, send(control, type, content));
    }

    void interrupt() {
        askControl("interrupt_request", Map.of());
    }

    /// Sends bytes that are no message of the protocol.
    void sendGarbage() {
        for (String part : List.of("<IDS|MSG>", "not a signature", "{", "{}", "{}")) {
            shell.sendMore(part);
        }
        shell.send("{}");
    }

    boolean ends() throws InterruptedException {
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private JsonObject reply(ZMQ.Socket socket, String request) {
        while (true) {
            JsonObject message = receive(socket);
            if (message == null) {
                throw new AssertionError("no reply within " + PATIENCE);
            }
            if (parentOf(message).equals(request)) {
                return message.getAsJsonObject("content");
            }
        }
    }

    private String send(ZMQ.Socket socket, String type, Map<String, ?> content) {
        String identifier = UUID.randomUUID().toString();
        String header = GSON.toJson(Map.of("msg_id", identifier, "msg_type", type, "username", "test", "session", "test",
                "date", "2026-01-01T00:00:00.000000Z", "version", "5.3"));
        List<String> parts = List.of(header, "{}", "{}", GSON.toJson(content));
        socket.sendMore("<IDS|MSG>");
        socket.sendMore(signature(parts));
        parts.subList(0, 3).forEach(socket::sendMore);
        socket.send(parts.get(3));
        return identifier;
    }

    private static String signature(List<String> parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            parts.forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonObject receive(ZMQ.Socket socket) {
        String part = socket.recvStr();
        while (part != null && !part.equals("<IDS|MSG>")) {
            part = socket.recvStr();
        }
        if (part == null) {
            return null;
        }
        String signature = socket.recvStr();
        var parts = new ArrayList<String>();
        while (socket.hasReceiveMore()) {
            parts.add(socket.recvStr());
        }
        if (!signature(parts.subList(0, 4)).equals(signature)) {
            throw new AssertionError("wrong signature");
        }
        var message = new JsonObject();
        message.add("header", JsonParser.parseString(parts.get(0)));
        message.add("parent_header", JsonParser.parseString(parts.get(1)));
        message.add("content", JsonParser.parseString(parts.get(3)));
        return message;
    }

    static List<String> strings(JsonArray array) {
        return array.asList().stream().map(element -> element.getAsString()).toList();
    }

    @Override
    public void close() throws IOException {
        context.close();
        process.destroyForcibly();
        Files.deleteIfExists(connectionFile);
    }
}
