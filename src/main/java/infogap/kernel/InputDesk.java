package infogap.kernel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.zeromq.ZMQ;

/// Asks the front end for a line of input. One thread owns the socket: a cell's thread that waits for its line may be interrupted, and an
/// interrupt inside ZeroMQ closes the socket for every later cell.
final class InputDesk implements Runnable {

    private static final int TICK_MILLIS = 20;

    private record Question(MessageContext context, String prompt, BlockingQueue<String> answer) {}

    private final StdinChannel socket;
    private final SynchronousQueue<Question> questions = new SynchronousQueue<>();
    private volatile Question current;

    InputDesk(StdinChannel socket) {
        this.socket = socket;
    }

    /// The line that the user enters, without its end.
    ///
    /// @throws InterruptedException if the asking thread is interrupted; what the user enters then answers nobody
    String ask(MessageContext context, String prompt) throws InterruptedException {
        var question = new Question(context, prompt, new LinkedBlockingQueue<>());
        questions.put(question);
        try {
            return question.answer.take();
        } finally {
            current = null;
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                Question question = questions.take();
                current = question;
                while (answered()) {
                    // the late answer to a question that nobody waits for any more
                    socket.readMessage(InputReply.MESSAGE_TYPE);
                }
                socket.sendMessage(new Message<>(question.context, InputRequest.MESSAGE_TYPE, new InputRequest(question.prompt, false)));
                while (current == question) {
                    if (answered()) {
                        Message<InputReply> reply = socket.readMessage(InputReply.MESSAGE_TYPE);
                        question.answer.add(reply.getContent().getValue());
                        break;
                    }
                    Thread.sleep(TICK_MILLIS);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answered() {
        return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }
}
