package infogap.kernel;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.zeromq.ZMQ;

/// The kernel's five sockets. The protocol library makes them and knows the message format; who reads them, and when, is decided
/// here.
final class KernelConnection extends JupyterConnection {

    /// How long closing waits for a slow client to fetch the last messages.
    private static final int LINGER_MILLIS = 2_000;
    /// The shell's thread compiles the cells, and javac recurses once per nesting level of an expression.
    private static final long SHELL_STACK_BYTES = 16L << 20;

    private final KernelConnectionProperties properties;
    private final Outbox outbox;
    private final InputDesk inputDesk;
    private volatile boolean closed;

    KernelConnection(KernelConnectionProperties properties) throws GeneralSecurityException {
        super(properties);
        this.properties = properties;
        // ZeroMQ drops published messages beyond its high-water mark, the idle status with them; 0 means none.
        getIOPub().setSndHWM(0);
        for (ZMQ.Socket socket : new ZMQ.Socket[] {heartbeat, shell, control, stdin, iopub}) {
            socket.setLinger(LINGER_MILLIS);
        }
        outbox = new Outbox(getIOPub());
        inputDesk = new InputDesk(stdin);
    }

    @Override
    public void connect() {
        heartbeat.bind(address(properties.getHbPort()));
        shell.bind(address(properties.getShellPort()));
        control.bind(address(properties.getControlPort()));
        stdin.bind(properties);
        iopub.bind(properties);
        outbox.send(new Message<>(null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
        start("outbox", outbox, 0);
        start("input", inputDesk, 0);
        start("heartbeat", this::echoHeartbeats, 0);
        start("control", new RequestLoop(this, control), 0);
        start("shell", new RequestLoop(this, shell), SHELL_STACK_BYTES);
    }

    private String address(int port) {
        String separator = properties.getTransport().equals("ipc") ? "-" : ":";
        return properties.getTransport() + "://" + properties.getIp() + separator + port;
    }

    private static void start(String name, Runnable work, long stackBytes) {
        var thread = new Thread(null, work, "kernel-" + name, stackBytes);
        thread.setDaemon(true);
        thread.start();
    }

    private void echoHeartbeats() {
        while (!closed) {
            heartbeat.send(heartbeat.recv());
        }
    }

    @Override
    public Exchange prepareReplyEnv(ShellChannel asker, MessageContext request) {
        return new Exchange(asker, stdin, iopub, request, outbox, inputDesk);
    }

    boolean closed() {
        return closed;
    }

    /// Sends what waits and closes the sockets; returns after a few seconds even if nobody fetches it.
    @Override
    public void close() {
        outbox.flush(LINGER_MILLIS);
        closed = true;
        var closing = new Thread(super::close, "kernel-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(LINGER_MILLIS + TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
