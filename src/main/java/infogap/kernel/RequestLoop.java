package infogap.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.zeromq.ZMQ;

/// Reads one socket's requests and has each answered before the next. A request that cannot be read or answered is dropped; it
/// never ends the loop, as it would in the protocol library's own.
final class RequestLoop implements Runnable {

    private final KernelConnection connection;
    private final ShellChannel socket;

    RequestLoop(KernelConnection connection, ShellChannel socket) {
        this.connection = connection;
        this.socket = socket;
    }

    @Override
    public void run() {
        var readable = new ZMQ.PollItem[] {new ZMQ.PollItem(socket, ZMQ.Poller.POLLIN)};
        try (Selector selector = Selector.open()) {
            while (!connection.closed()) {
                if (ZMQ.poll(selector, readable, -1) > 0) {
                    answerNext();
                }
            }
        } catch (IOException noSelector) {
            throw new UncheckedIOException(noSelector);
        } catch (RuntimeException socketGone) {
            if (!connection.closed()) {
                throw socketGone;
            }
        }
    }

    private void answerNext() {
        Message<?> request = read();
        if (request != null && answer(request)) {
            abortWaiting();
        }
    }

    private Message<?> read() {
        try {
            return socket.readMessage();
        } catch (RuntimeException unreadable) {
            // a wrong signature or broken JSON: not from our front end
            return null;
        }
    }

    /// Whether the requests that wait must be aborted.
    @SuppressWarnings({"unchecked", "rawtypes"}) // a handler is registered under the type of the messages it takes
    private boolean answer(Message<?> request) {
        ShellHandler handler = connection.getHandler(request.getHeader().getType());
        if (handler == null) {
            return false;
        }
        Exchange exchange = connection.prepareReplyEnv(socket, request);
        try {
            handler.handle(exchange, request);
        } finally {
            exchange.resolveDeferrals();
        }
        return exchange.abortsWaiting();
    }

    /// After a failed cell, the cells that were sent together with it are not run (the specification's `stop_on_error`).
    private void abortWaiting() {
        while ((socket.getEvents() & ZMQ.Poller.POLLIN) != 0) {
            Message<?> waiting = read();
            if (waiting == null) {
                continue;
            }
            if (waiting.getHeader().getType() == MessageType.EXECUTE_REQUEST) {
                Exchange exchange = connection.prepareReplyEnv(socket, waiting);
                exchange.setBusyDeferIdle();
                exchange.reply(MessageType.EXECUTE_REPLY, Map.of("status", "aborted"));
                exchange.resolveDeferrals();
            } else {
                answer(waiting);
            }
        }
    }
}
