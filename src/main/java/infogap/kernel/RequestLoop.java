package infogap.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.List;
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
        }
    }

    private void answerNext() {
        Message<?> request;
        try {
            request = socket.readMessage();
        } catch (RuntimeException unreadable) {
            // a wrong signature or broken JSON: not from our front end
            return;
        }
        if (request != null) {
            answer(request).forEach(this::abort);
        }
    }

    /// Answers a request.
    ///
    /// @return requests that waited behind a failed cell
    @SuppressWarnings({"unchecked", "rawtypes"}) // a handler is registered under the type of the messages it takes
    private List<Message<?>> answer(Message<?> request) {
        ShellHandler handler = connection.getHandler(request.getHeader().getType());
        if (handler == null) {
            return List.of();
        }
        Exchange exchange = connection.prepareReplyEnv(socket, request);
        try {
            handler.handle(exchange, request);
        } catch (RuntimeException | StackOverflowError failed) {
            var error = new CellFailure(failed.getClass().getName(), String.valueOf(failed.getMessage()), List.of());
            exchange.reply(MessageType.getType(replyName(request)), Exchange.error(error));
        } finally {
            exchange.resolveDeferrals();
        }
        return exchange.waiting();
    }

    private static String replyName(Message<?> request) {
        return request.getHeader().getType().getName().replace("_request", "_reply");
    }

    /// After a failed cell, the cells that were sent together with it are not run (the specification's `stop_on_error`).
    private void abort(Message<?> request) {
        if (request.getHeader().getType() == MessageType.EXECUTE_REQUEST) {
            Exchange exchange = connection.prepareReplyEnv(socket, request);
            exchange.setBusyDeferIdle();
            exchange.reply(MessageType.EXECUTE_REPLY, Map.of("status", "aborted"));
            exchange.resolveDeferrals();
        } else {
            answer(request);
        }
    }
}
