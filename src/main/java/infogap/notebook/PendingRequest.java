package infogap.notebook;

import infogap.notebook.KernelClient.Received;
import java.time.Duration;
import java.util.function.Consumer;

/// A request that was sent and its answers: complete when the reply and the kernel's return to idle have come, in whichever order.
final class PendingRequest {

    private final KernelClient client;
    private final String id;
    private final Consumer<Message> output;
    private Message reply;
    private boolean idle;
    private long lastHeard = System.nanoTime();

    /// @param id     the request's identifier
    /// @param output gets the `iopub` messages that answer it
    PendingRequest(KernelClient client, String id, Consumer<Message> output) {
        this.client = client;
        this.id = id;
        this.output = output;
    }

    boolean complete() {
        return reply != null && idle;
    }

    /// The reply, or null while it has not come.
    Message reply() {
        return reply;
    }

    /// Whether the reply has come, and since then nothing for so long a time.
    boolean silentSinceReply(Duration time) {
        return reply != null && !idle && System.nanoTime() - lastHeard > time.toNanos();
    }

    /// Takes the kernel's next message, if one comes in time; answers to other requests are dropped.
    boolean step(long millis) {
        Received received = client.receive(millis);
        if (received == null) {
            return false;
        }
        Message message = received.message();
        if (message.answers(id)) {
            lastHeard = System.nanoTime();
            switch (received.channel()) {
                case SHELL -> reply = message;
                case IOPUB -> {
                    idle |= message.type().equals("status") && message.text("execution_state").equals("idle");
                    output.accept(message);
                }
                case CONTROL -> { }
            }
        }
        return true;
    }
}
