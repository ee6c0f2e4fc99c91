package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/// A kernel whose cells are scripts of one instruction per line, for what a well-behaved kernel never does: being deaf to interrupts,
/// forgetting to become idle, dying on request. Every socket has a thread of its own; `iopub` is shared under a lock.
final class ScriptedKernel {

    private final String key;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket iopub;
    private volatile boolean interrupted;
    private int count;

    static KernelLaunch launch(String... javaOptions) {
        ArrayList<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-cp", classPath(), ScriptedKernel.class.getName(), "{connection_file}"));
        return new KernelLaunch("scripted", "Scripted", "script", command);
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Boolean.getBoolean("silent")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        JsonObject connection = JsonParser.parseString(Files.readString(Path.of(arguments[0]))).getAsJsonObject();
        try (ZContext context = new ZContext()) {
            new ScriptedKernel(connection, context).serve(context, connection);
        }
    }

    private ScriptedKernel(JsonObject connection, ZContext context) {
        key = Boolean.getBoolean("wrong-key") ? "wrong" : connection.get("key").getAsString();
        shell = bind(context, SocketType.ROUTER, connection, "shell_port");
        control = bind(context, SocketType.ROUTER, connection, "control_port");
        iopub = bind(context, SocketType.PUB, connection, "iopub_port");
    }

    private static ZMQ.Socket bind(ZContext context, SocketType type, JsonObject connection, String port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setSndHWM(0);
        socket.setRcvHWM(0);
        socket.bind("tcp://" + connection.get("ip").getAsString() + ":" + connection.get(port).getAsInt());
        return socket;
    }

    private void serve(ZContext context, JsonObject connection) throws InterruptedException {
        ZMQ.Socket heartbeat = bind(context, SocketType.REP, connection, "hb_port");
        ZMQ.Socket stdin = bind(context, SocketType.ROUTER, connection, "stdin_port");
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                heartbeat.send(heartbeat.recv());
            }
        });
        Thread.ofPlatform().daemon().start(() -> listen(control));
        Thread shellThread = Thread.ofPlatform().start(() -> listen(shell));
        shellThread.join();
        stdin.close();
    }

    private void listen(ZMQ.Socket socket) {
        while (true) {
            ZMsg frames = ZMsg.recvMsg(socket);
            ZFrame client = frames.getFirst().duplicate();
            Message request = Boolean.getBoolean("wrong-key") ? unverified(frames) : Message.verified(frames, key);
            publish(request, "status", object("execution_state", "busy"));
            boolean idle = answer(socket, client, request);
            if (idle) {
                publish(request, "status", object("execution_state", "idle"));
            }
        }
    }

    private static Message unverified(ZMsg frames) {
        List<ZFrame> parts = List.copyOf(frames);
        return new Message(JsonParser.parseString(parts.get(parts.size() - 4).getString(ZMQ.CHARSET)).getAsJsonObject(),
                new JsonObject(), new JsonObject());
    }

    private boolean answer(ZMQ.Socket socket, ZFrame client, Message request) {
        switch (request.type()) {
            case "kernel_info_request" -> {
                JsonObject content = object("status", "ok");
                content.addProperty("protocol_version", "5.3");
                content.addProperty("implementation", "scripted");
                content.addProperty("implementation_version", "1");
                content.addProperty("banner", "");
                JsonObject language = object("name", "script");
                language.addProperty("version", "1");
                language.addProperty("mimetype", "text/plain");
                language.addProperty("file_extension", ".txt");
                content.add("language_info", language);
                reply(socket, client, request, "kernel_info_reply", content);
            }
            case "interrupt_request" -> {
                interrupted = true;
                reply(socket, client, request, "interrupt_reply", object("status", "ok"));
            }
            case "shutdown_request" -> {
                reply(socket, client, request, "shutdown_reply", request.content());
                if (Boolean.getBoolean("stubborn")) {
                    return true;
                }
                // give the reply a moment to leave
                Thread.startVirtualThread(() -> {
                    pause(100);
                    Runtime.getRuntime().halt(0);
                });
            }
            case "execute_request" -> {
                return execute(socket, client, request);
            }
            default -> reply(socket, client, request, request.type().replace("_request", "_reply"), object("status", "error"));
        }
        return true;
    }

    private boolean execute(ZMQ.Socket socket, ZFrame client, Message request) {
        count++;
        JsonObject input = object("code", request.text("code"));
        input.addProperty("execution_count", count);
        publish(request, "execute_input", input);
        JsonObject reply = object("status", "ok");
        boolean idle = true;
        for (String line : request.text("code").lines().toList()) {
            String[] words = line.split(" ", 3);
            String rest = line.contains(" ") ? line.substring(line.indexOf(' ') + 1).replace("\\n", "\n") : "";
            switch (words[0]) {
                case "stdout", "stderr" -> print(request, words[0], rest);
                case "flood" -> {
                    for (int i = 0; i < Integer.parseInt(rest); i++) {
                        print(request, "stdout", "line " + i + "\n");
                    }
                }
                case "result" -> {
                    JsonObject content = bundle("text/plain", new JsonPrimitive(rest));
                    content.addProperty("execution_count", count);
                    publish(request, "execute_result", content);
                }
                case "display" -> publish(request, "display_data", bundle(words[1], new JsonPrimitive(words[2].replace("\\n", "\n"))));
                case "json" -> publish(request, "display_data", bundle(words[1], JsonParser.parseString(words[2])));
                case "show" -> publish(request, "display_data", identified(words[1], words[2]));
                case "update" -> publish(request, "update_display_data", identified(words[1], words[2]));
                case "clear", "clear-wait" -> {
                    JsonObject content = new JsonObject();
                    content.addProperty("wait", words[0].equals("clear-wait"));
                    publish(request, "clear_output", content);
                }
                case "fail" -> reply = error(request, words[1], words[2]);
                case "sleep" -> {
                    interrupted = false;
                    while (!interrupted) {
                        pause(10);
                    }
                    reply = error(request, "Interrupted", "while sleeping");
                }
                case "deaf" -> pause(Long.MAX_VALUE);
                case "never-idle" -> idle = false;
                case "spawn" -> print(request, "stdout", Long.toString(spawn()));
                case "pid" -> print(request, "stdout", Long.toString(ProcessHandle.current().pid()));
                case "folder" -> print(request, "stdout", Path.of("").toAbsolutePath().toString());
                case "halt" -> {
                    pause(200); // what was printed leaves by another thread
                    System.err.println("last words");
                    System.err.flush();
                    Runtime.getRuntime().halt(Integer.parseInt(rest));
                }
                default -> reply = error(request, "UnknownInstruction", line);
            }
            if (!reply.get("status").getAsString().equals("ok")) {
                break;
            }
        }
        reply.addProperty("execution_count", count);
        reply(socket, client, request, "execute_reply", reply);
        return idle;
    }

    private void print(Message request, String stream, String text) {
        JsonObject content = object("name", stream);
        content.addProperty("text", text);
        publish(request, "stream", content);
    }

    private JsonObject error(Message request, String name, String message) {
        JsonObject content = object("ename", name);
        content.addProperty("evalue", message);
        JsonArray traceback = new JsonArray();
        traceback.add("\u001B[31m" + name + "\u001B[0m: " + message);
        traceback.add("  at line 1");
        content.add("traceback", traceback);
        publish(request, "error", content);
        JsonObject reply = content.deepCopy();
        reply.addProperty("status", "error");
        return reply;
    }

    private static JsonObject bundle(String mime, JsonElement value) {
        JsonObject data = new JsonObject();
        data.add(mime, value);
        JsonObject content = new JsonObject();
        content.add("data", data);
        content.add("metadata", new JsonObject());
        content.add("transient", new JsonObject());
        return content;
    }

    private static JsonObject identified(String displayId, String text) {
        JsonObject content = bundle("text/plain", new JsonPrimitive(text));
        content.add("transient", object("display_id", displayId));
        return content;
    }

    private static long spawn() {
        try {
            return new ProcessBuilder("sleep", "1000").start().pid();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reply(ZMQ.Socket socket, ZFrame client, Message request, String type, JsonObject content) {
        ZMsg frames = message(request, type, content).signed(key);
        frames.addFirst(client.duplicate());
        frames.send(socket);
    }

    private void publish(Message request, String type, JsonObject content) {
        synchronized (iopub) {
            ZMsg frames = message(request, type, content).signed(key);
            frames.addFirst(type);
            frames.send(iopub);
        }
    }

    private static Message message(Message request, String type, JsonObject content) {
        JsonObject header = object("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", "scripted");
        header.addProperty("username", "kernel");
        header.addProperty("date", "2026-01-01T00:00:00Z");
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.3");
        return new Message(header, request.header(), content);
    }

    private static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
