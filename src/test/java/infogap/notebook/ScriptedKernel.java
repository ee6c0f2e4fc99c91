package infogap.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /// With whole paths, as the kernel runs in the notebook's folder.
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
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
            publish(request, "status", ScriptedCell.object("execution_state", "busy"));
            boolean idle = answer(socket, client, request);
            if (idle) {
                publish(request, "status", ScriptedCell.object("execution_state", "idle"));
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
                JsonObject content = ScriptedCell.object("status", "ok");
                content.addProperty("protocol_version", "5.3");
                content.addProperty("implementation", "scripted");
                content.addProperty("implementation_version", "1");
                content.addProperty("banner", "");
                JsonObject language = ScriptedCell.object("name", "script");
                language.addProperty("version", "1");
                language.addProperty("mimetype", "text/plain");
                language.addProperty("file_extension", ".txt");
                content.add("language_info", language);
                reply(socket, client, request, "kernel_info_reply", content);
            }
            case "interrupt_request" -> {
                interrupted = true;
                reply(socket, client, request, "interrupt_reply", ScriptedCell.object("status", "ok"));
            }
            case "shutdown_request" -> {
                reply(socket, client, request, "shutdown_reply", request.content());
                if (Boolean.getBoolean("stubborn")) {
                    return true;
                }
                // give the reply a moment to leave
                Thread.startVirtualThread(() -> {
                    ScriptedCell.pause(100);
                    Runtime.getRuntime().halt(0);
                });
            }
            case "execute_request" -> {
                return execute(socket, client, request);
            }
            default -> reply(socket, client, request, request.type().replace("_request", "_reply"), ScriptedCell.object("status", "error"));
        }
        return true;
    }

    private boolean execute(ZMQ.Socket socket, ZFrame client, Message request) {
        count++;
        JsonObject input = ScriptedCell.object("code", request.text("code"));
        input.addProperty("execution_count", count);
        publish(request, "execute_input", input);
        interrupted = false;
        ScriptedCell cell = new ScriptedCell(count, () -> interrupted, (type, content) -> publish(request, type, content));
        reply(socket, client, request, "execute_reply", cell.execute(request.text("code")));
        return cell.becomesIdle();
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
        JsonObject header = ScriptedCell.object("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", "scripted");
        header.addProperty("username", "kernel");
        header.addProperty("date", "2026-01-01T00:00:00Z");
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.3");
        return new Message(header, request.header(), content);
    }
}
