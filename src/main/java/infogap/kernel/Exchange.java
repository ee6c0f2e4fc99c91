package infogap.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;
import org.zeromq.ZMQ;

/// One request and what answers it: the reply goes to the asker, everything else is published through the [Outbox].
///
/// Only the kernel's own threads touch ZeroMQ sockets. A cell's thread may be interrupted at any moment, and an interrupt in the
/// middle of a socket operation closes the socket's channel for everybody.
final class Exchange extends ShellReplyEnvironment {

    private final Outbox outbox;
    private final InputDesk inputDesk;
    /// What was printed after the last line break: the question that an input answers.
    private final StringBuilder unfinishedLine = new StringBuilder();
    private static final int LONGEST_PROMPT = 1_000;

    private boolean deferNext;
    private final List<Message<?>> waiting = new ArrayList<>();

    Exchange(ShellChannel asker, StdinChannel stdin, JupyterSocket published, MessageContext request, Outbox outbox,
            InputDesk inputDesk) {
        super(asker, stdin, published, request);
        this.outbox = outbox;
        this.inputDesk = inputDesk;
    }

    /// Publishes a message whose content is given as JSON values.
    void publish(MessageType<?> type, Map<String, ?> content) {
        publish(message(type, content));
    }

    /// Replies with content given as JSON values.
    void reply(MessageType<?> type, Map<String, ?> content) {
        reply(message(type, content));
    }

    /// An `error` status as the messaging specification spells it, for any kind of request.
    static Map<String, Object> error(CellFailure failure) {
        return Map.of(
                "status", "error",
                "ename", failure.name(),
                "evalue", failure.value(),
                "traceback", failure.traceback());
    }

    /// Takes the requests that already wait behind this one off the socket, so that they can be aborted. To be called before this
    /// request is answered: what the front end sends after it has the answer is not meant.
    void takeWaiting() {
        while ((getShell().getEvents() & ZMQ.Poller.POLLIN) != 0) {
            waiting.add(getShell().readMessage());
        }
    }

    /// What [#takeWaiting()] took.
    List<Message<?>> waiting() {
        return waiting;
    }

    void print(StreamType stream, String text) {
        if (stream == StreamType.OUT) {
            noteUnfinishedLine(text);
        }
        outbox.text(getContext(), stream, text);
    }

    private synchronized void noteUnfinishedLine(String text) {
        int lineEnd = text.lastIndexOf('\n');
        if (lineEnd >= 0) {
            unfinishedLine.setLength(0);
        }
        unfinishedLine.append(text, lineEnd + 1, text.length());
        if (unfinishedLine.length() > LONGEST_PROMPT) {
            unfinishedLine.delete(0, unfinishedLine.length() - LONGEST_PROMPT);
        }
    }

    /// Asks for a line, with the unfinished line as the prompt; where it is not on its way yet, the front end shows it as that only.
    @Override
    public String readFromStdIn() {
        String prompt;
        synchronized (this) {
            prompt = unfinishedLine.toString();
            unfinishedLine.setLength(0);
        }
        outbox.takeBack(getContext(), StreamType.OUT, prompt);
        try {
            return inputDesk.ask(getContext(), prompt) + "\n";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StopCheck.InterruptedCell();
        }
    }

    @Override
    public void writeToStdOut(String text) {
        print(StreamType.OUT, text);
    }

    @Override
    public void writeToStdErr(String text) {
        print(StreamType.ERR, text);
    }

    @Override
    public void setBusyDeferIdle() {
        publish(PublishStatus.BUSY);
        defer(() -> publish(PublishStatus.IDLE));
    }

    @Override
    public Exchange defer() {
        deferNext = true;
        return this;
    }

    @Override
    public void publish(Message<?> message) {
        nowOrDeferred(() -> outbox.send(message));
    }

    @Override
    public void reply(Message<?> message) {
        nowOrDeferred(() -> getShell().sendMessage(message));
    }

    private void nowOrDeferred(Runnable sending) {
        if (deferNext) {
            deferNext = false;
            defer(sending);
        } else {
            sending.run();
        }
    }

    @SuppressWarnings("unchecked") // a type's class only says how to read a message; writing takes any JSON value
    private Message<Object> message(MessageType<?> type, Map<String, ?> content) {
        return new Message<>(getContext(), (MessageType<Object>) type, content);
    }

}
