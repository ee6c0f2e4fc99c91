package infogap.kernel;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/// Everything that the kernel publishes, in order, sent by one thread.
///
/// Printed text is gathered: a million `println` make a few hundred messages. Who prints faster than the socket is fed waits, so
/// that a cell that prints without end fills neither this queue nor the client's.
final class Outbox implements Runnable {

    /// Characters in one stream message.
    private static final int CHUNK = 64 * 1024;
    /// Characters that may wait here before a printing thread has to wait as well.
    private static final int LIMIT = 16 * CHUNK;
    /// How long text waits for more text; short enough that a progress line looks alive.
    private static final long GATHER_MILLIS = 20;
    /// The pause after a full chunk: about 16 million characters a second.
    private static final long PAUSE_MILLIS = 4;

    private sealed interface Item {}

    private record Whole(Message<?> message) implements Item {}

    private record Text(MessageContext parent, StreamType stream, StringBuilder characters) implements Item {

        private boolean takesMoreOf(MessageContext otherParent, StreamType otherStream) {
            return parent == otherParent && stream == otherStream && characters.length() < CHUNK;
        }
    }

    private final JupyterSocket published;
    private final ArrayDeque<Item> queue = new ArrayDeque<>();
    private int waitingCharacters;
    private boolean sending;

    Outbox(JupyterSocket published) {
        this.published = published;
    }

    synchronized void send(Message<?> message) {
        queue.add(new Whole(message));
        notifyAll();
    }

    synchronized void text(MessageContext parent, StreamType stream, String text) {
        for (int start = 0; start < text.length(); start += CHUNK) {
            awaitRoom();
            append(parent, stream, text.substring(start, Math.min(text.length(), start + CHUNK)));
        }
    }

    private void append(MessageContext parent, StreamType stream, String text) {
        if (queue.peekLast() instanceof Text last && last.takesMoreOf(parent, stream)) {
            last.characters.append(text);
        } else {
            queue.add(new Text(parent, stream, new StringBuilder(text)));
        }
        waitingCharacters += text.length();
        notifyAll();
    }

    /// Takes the end of what a stream printed out of the queue again, if it still waits there as a whole.
    synchronized void takeBack(MessageContext parent, StreamType stream, String end) {
        if (queue.peekLast() instanceof Text(MessageContext of, StreamType printed, StringBuilder characters)
                && of == parent && printed == stream && characters.toString().endsWith(end)) {
            characters.setLength(characters.length() - end.length());
            waitingCharacters -= end.length();
            if (characters.isEmpty()) {
                queue.removeLast();
            }
        }
    }

    /// An interrupted printer no longer waits: it is about to end, and must keep its interrupt.
    private void awaitRoom() {
        try {
            while (waitingCharacters >= LIMIT) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until everything that was put in before is with ZeroMQ, but no longer than the given time.
    synchronized void flush(long milliseconds) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        try {
            while (!queue.isEmpty() || sending) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The sending thread's work; ends when the thread is interrupted.
    @Override
    public void run() {
        try {
            while (true) {
                Item next = take();
                try {
                    published.sendMessage(message(next));
                } catch (RuntimeException | OutOfMemoryError unsendable) {
                    // One output that has no JSON form, or no room, must not end all later ones.
                    lost(next, unsendable);
                } finally {
                    sent();
                }
                if (next instanceof Text text && text.characters.length() >= CHUNK) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void lost(Item item, Throwable reason) {
        MessageContext parent = switch (item) {
            case Whole(Message<?> message) -> new Message<>(message.getParentHeader(), null);
            case Text text -> text.parent;
        };
        append(parent, StreamType.ERR, "An output could not be sent: " + reason + "\n");
    }

    private synchronized Item take() throws InterruptedException {
        while (queue.isEmpty()) {
            wait();
        }
        if (queue.size() == 1 && queue.peek() instanceof Text) {
            gather();
            if (queue.isEmpty()) {
                return take();
            }
        }
        Item next = queue.remove();
        if (next instanceof Text text) {
            waitingCharacters -= text.characters.length();
            notifyAll();
        }
        sending = true;
        return next;
    }

    private void gather() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
        long left = deadline - System.nanoTime();
        while (left > 0 && queue.size() == 1 && queue.peek() instanceof Text text && text.characters.length() < CHUNK) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }

    private synchronized void sent() {
        sending = false;
        notifyAll();
    }

    private static Message<?> message(Item item) {
        return switch (item) {
            case Whole(Message<?> message) -> message;
            case Text(MessageContext parent, StreamType stream, StringBuilder characters) ->
                new Message<>(parent, PublishStream.MESSAGE_TYPE, new PublishStream(stream, characters.toString()));
        };
    }
}
