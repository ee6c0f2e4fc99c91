package infogap.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import infogap.display.Offered;
import infogap.display.Displayable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/// Answers an execute request: runs the cell, publishes its result or its failure, replies, keeps it in the history.
final class CellRunner {

    private static final Gson JSON = new Gson();

    private record Running(Exchange exchange, CellThreads threads, int count) {}

    private final CellEvaluator evaluator;
    private final Renderer renderer;
    private final SessionHistory history;
    private final AtomicInteger nextCount;
    private final ThreadGroup kernelThreads = Thread.currentThread().getThreadGroup();
    private final Set<String> displayedHere = ConcurrentHashMap.newKeySet();
    private volatile Running running;

    CellRunner(CellEvaluator evaluator, Renderer renderer, SessionHistory history, AtomicInteger nextCount) {
        this.evaluator = evaluator;
        this.renderer = renderer;
        this.history = history;
        this.nextCount = nextCount;
    }

    void run(Exchange exchange, ExecuteRequest request) {
        boolean stored = request.shouldStoreHistory() && !request.isSilent();
        int count = stored ? nextCount.getAndIncrement() : nextCount.get();
        exchange.setBusyDeferIdle();
        if (!request.isSilent()) {
            exchange.publish(new PublishExecuteInput(request.getCode(), count));
        }
        var cell = new Running(exchange, new CellThreads(kernelThreads, exchange), count);
        String shown = null;
        try {
            starts(cell);
            DisplayData result = evaluate(cell, request.getCode());
            showOffered(cell, request.isSilent());
            if (result != null && !request.isSilent()) {
                shown = String.valueOf(result.getData(MIMEType.TEXT_PLAIN));
                exchange.publish(new PublishExecuteResult(count, result));
            }
            exchange.reply(MessageType.EXECUTE_REPLY, Map.of(
                    "status", "ok",
                    "execution_count", count,
                    "payload", List.of(),
                    "user_expressions", userExpressions(cell, request.getUserExpr())));
        } catch (CellFailure failure) {
            showOffered(cell, request.isSilent());
            failed(cell, failure, request.shouldStopOnError());
        } catch (StopCheck.InterruptedCell interrupted) {
            failed(cell, interrupted(cell.threads), request.shouldStopOnError());
        } catch (RuntimeException | Error outsideTheCell) {
            if (outsideTheCell instanceof OutOfMemoryError) {
                MemoryReserve.release();
            }
            failed(cell, outsideTheCell(outsideTheCell), request.shouldStopOnError());
        } finally {
            Offered.end();
            evaluator.ended();
            running = null;
        }
        if (stored) {
            history.add(count, request.getCode(), shown);
        }
    }

    private void starts(Running cell) {
        running = cell;
        displayedHere.clear();
        Offered.begin();
        evaluator.starts(cell.threads);
        MemoryReserve.restore();
    }

    private DisplayData evaluate(Running cell, String source) throws CellFailure {
        Object value = evaluator.evaluate(cell.count, source);
        // A cell that ends with display(x) has shown what it had to show; the identifier it returns is random.
        if (value == null || value instanceof String text && displayedHere.contains(text)) {
            return null;
        }
        return evaluator.inCell(() -> renderer.render(value));
    }

    /// What the cell checked on its way shows above its result; what it shows itself is not among them.
    private void showOffered(Running cell, boolean silent) {
        for (Displayable offered : Offered.end()) {
            if (!silent) {
                cell.exchange.publish(new PublishDisplayData(renderer.render(offered)));
            }
        }
    }

    /// Notes an identifier that `display` returns to the running cell.
    void displayed(String identifier) {
        if (identifier != null) {
            displayedHere.add(identifier);
        }
    }

    private Map<String, Object> userExpressions(Running cell, Map<String, String> expressions) {
        var results = new LinkedHashMap<String, Object>();
        if (expressions == null) {
            return results;
        }
        expressions.forEach((name, expression) -> {
            try {
                Object value = evaluator.evaluate(cell.count, expression);
                results.put(name, evaluator.inCell(() -> expressionResult(value)));
            } catch (CellFailure failure) {
                results.put(name, Exchange.error(failure));
            }
        });
        return results;
    }

    /// The same bundle as a cell's result; what has no value shows as `null`, so that each expression is answered.
    private Map<String, Object> expressionResult(Object value) {
        JsonObject rendered = value == null ? new JsonObject() : JSON.toJsonTree(renderer.render(value)).getAsJsonObject();
        return Map.of(
                "status", "ok",
                "data", rendered.has("data") ? rendered.get("data") : Map.of("text/plain", "null"),
                "metadata", rendered.has("metadata") ? rendered.get("metadata") : Map.of());
    }

    private void failed(Running cell, CellFailure failure, boolean stopOnError) {
        if (stopOnError) {
            cell.exchange.takeWaiting();
        }
        publishFailure(cell, failure);
    }

    private static void publishFailure(Running cell, CellFailure failure) {
        Map<String, Object> error = new LinkedHashMap<>(Exchange.error(failure));
        error.remove("status");
        cell.exchange.publish(MessageType.PUBLISH_ERROR, error);
        Map<String, Object> reply = new LinkedHashMap<>(Exchange.error(failure));
        reply.put("execution_count", cell.count);
        cell.exchange.reply(MessageType.EXECUTE_REPLY, reply);
    }

    private static CellFailure interrupted(CellThreads threads) {
        var lines = new ArrayList<String>();
        lines.add(InterruptedException.class.getName() + ": the cell was interrupted");
        if (threads.abandoned()) {
            lines.add("    Its code did not stop within " + CellThreads.GRACE.toSeconds()
                    + " s and goes on in the background; a restart of the kernel ends it.");
        }
        return new CellFailure(InterruptedException.class.getName(), "the cell was interrupted", lines);
    }

    /// The compiler itself ran out of stack or memory, or a piece of the kernel failed.
    private static CellFailure outsideTheCell(Throwable thrown) {
        String name = thrown.getClass().getName();
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        var lines = new ArrayList<String>();
        lines.add(name + (message.isEmpty() ? "" : ": " + message));
        lines.add("    thrown while the cell was compiled or shown, not by the cell's own code");
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (lines.size() > 10) {
                break;
            }
            lines.add("    at " + frame);
        }
        return new CellFailure(name, message, lines);
    }

    /// Tells the front end that the process ends while a cell runs: without an answer it would wait for ever.
    void processEnds() {
        Running cell = running;
        if (cell == null) {
            return;
        }
        String message = "the cell ended the kernel's process, or the process was told to end";
        publishFailure(cell, new CellFailure("KernelExit", message, List.of("KernelExit: " + message)));
        cell.exchange.resolveDeferrals();
    }
}
