package infogap.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// One socket to a kernel: signed messages of the Jupyter protocol, out and in.
final class KernelChannel {

    private static final String DELIMITER = "<IDS|MSG>";
    private static final Gson GSON = new Gson();

    private final ZMQ.Socket socket;
    private final String key;

    private KernelChannel(ZMQ.Socket socket, String key) {
        this.socket = socket;
        this.key = key;
    }

    /// One name for all sockets of a client: by it the kernel finds who is asked for input.
    static KernelChannel connect(ZContext context, SocketType type, int port, String client, String key, Duration patience) {
        ZMQ.Socket socket = context.createSocket(type);
        if (type == SocketType.DEALER) {
            socket.setIdentity(client.getBytes(StandardCharsets.UTF_8));
        }
        socket.setLinger(0);
        socket.setRcvHWM(0);
        socket.connect("tcp://127.0.0.1:" + port);
        if (type == SocketType.SUB) {
            socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
        }
        KernelChannel channel = new KernelChannel(socket, key);
        channel.setPatience(patience);
        return channel;
    }

    /// How long [#receive] waits.
    void setPatience(Duration patience) {
        socket.setReceiveTimeOut((int) patience.toMillis());
    }

    /// Sends a request; its identifier is in the parent header of what answers it.
    String send(String type, Map<String, ?> content) {
        String identifier = UUID.randomUUID().toString();
        String header = GSON.toJson(Map.of("msg_id", identifier, "msg_type", type, "username", "test", "session", "test",
                "date", "2026-01-01T00:00:00.000000Z", "version", "5.3"));
        List<String> parts = List.of(header, "{}", "{}", GSON.toJson(content));
        socket.sendMore(DELIMITER);
        socket.sendMore(signature(parts));
        parts.subList(0, 3).forEach(socket::sendMore);
        socket.send(parts.get(3));
        return identifier;
    }

    /// Sends bytes that are no message of the protocol.
    void sendGarbage() {
        for (String part : List.of(DELIMITER, "not a signature", "{", "{}", "{}")) {
            socket.sendMore(part);
        }
        socket.send("{}");
    }

    /// The next message, its signature checked; null when patience ends.
    JsonObject receive() {
        String part = socket.recvStr();
        while (part != null && !part.equals(DELIMITER)) {
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

    static String typeOf(JsonObject message) {
        return message.getAsJsonObject("header").get("msg_type").getAsString();
    }

    /// The identifier of the request that a message answers; empty where it answers none.
    static String parentOf(JsonObject message) {
        JsonObject parent = message.getAsJsonObject("parent_header");
        return parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
    }

    private String signature(List<String> parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            parts.forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
