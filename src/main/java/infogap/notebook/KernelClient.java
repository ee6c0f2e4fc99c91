package infogap.notebook;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/// The client's end of the Jupyter channels `shell`, `control`, `iopub` and heartbeat. ZeroMQ sockets belong to one thread: make, use and
/// close a client on the same thread, and never interrupt that thread, for an interrupt closes the sockets under ZeroMQ.
final class KernelClient implements AutoCloseable {

    /// The channels that answers come from.
    enum Channel { SHELL, IOPUB, CONTROL }

    /// A message and where it came from.
    record Received(Channel channel, Message message) {}

    private static final byte[] BEAT = "beat".getBytes(StandardCharsets.US_ASCII);
    private static final int RECONNECT_MILLIS = 25;
    private static final String PROTOCOL_VERSION = "5.3";

    private final String session = UUID.randomUUID().toString();
    private final String key;
    private final ZContext context = new ZContext();
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket iopub;
    private final ZMQ.Socket heartbeat;
    private final ZMQ.Poller poller;
    private int sent;

    KernelClient(KernelConnection connection) {
        key = connection.key();
        iopub = connect(SocketType.SUB, connection.iopub());
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        shell = connect(SocketType.DEALER, connection.shell());
        control = connect(SocketType.DEALER, connection.control());
        heartbeat = connect(SocketType.REQ, connection.heartbeat());
        poller = context.createPoller(Channel.values().length);
        for (Channel channel : Channel.values()) {
            poller.register(socket(channel), ZMQ.Poller.POLLIN);
        }
    }

    private ZMQ.Socket connect(SocketType type, int port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        // no high-water mark: beyond it ZeroMQ drops messages without a word, the end of the cell among them
        socket.setSndHWM(0);
        socket.setRcvHWM(0);
        socket.setReconnectIVL(RECONNECT_MILLIS);
        socket.connect(KernelConnection.address(port));
        return socket;
    }

    /// Sends a request and returns its identifier, which the answers carry as their parent's.
    String send(Channel channel, String type, JsonObject content) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", session + "_" + sent++);
        header.addProperty("session", session);
        header.addProperty("username", "infogap");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", PROTOCOL_VERSION);
        Message request = new Message(header, new JsonObject(), content);
        request.signed(key).send(socket(channel));
        return request.id();
    }

    /// The next message of any channel, or null when none comes within the time. Output comes before answers, so that it is never behind
    /// them.
    ///
    /// @throws KernelException when a message is broken or has a wrong signature
    Received receive(long millis) {
        poller.poll(millis);
        for (Channel channel : new Channel[] {Channel.IOPUB, Channel.SHELL, Channel.CONTROL}) {
            ZMsg frames = ZMsg.recvMsg(socket(channel), ZMQ.DONTWAIT);
            if (frames != null) {
                return new Received(channel, Message.verified(frames, key));
            }
        }
        return null;
    }

    /// Asks for one heartbeat; call it once, before [#beats].
    void askForBeat() {
        heartbeat.send(BEAT);
    }

    /// Whether the beat that was asked for has come.
    boolean beats(int millis) {
        heartbeat.setReceiveTimeOut(millis);
        return heartbeat.recv() != null;
    }

    private ZMQ.Socket socket(Channel channel) {
        return switch (channel) {
            case SHELL -> shell;
            case IOPUB -> iopub;
            case CONTROL -> control;
        };
    }

    @Override
    public void close() {
        poller.close();
        context.close();
    }
}
