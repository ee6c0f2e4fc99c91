package infogap.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishClearOutput;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.request.CommInfoRequest;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.dflib.jjava.jupyter.messages.request.InterruptRequest;
import org.dflib.jjava.jupyter.messages.request.IsCompleteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;

/// The kernel as the protocol sees it: one method per request.
///
/// Extensions of the IJava family get this object (`META-INF/services/org.dflib.jjava.jupyter.Extension`) with its renderer, streams
/// and comms. Cells are not searched for magics; those of IJava and JJava differ from one another and from plain Java.
final class JavaKernel extends BaseKernel {

    private static final String NAME = "infogap-java";

    /// What needs JShell, which takes longest to start: a front end that asks who is there need not wait for it.
    private record Cells(CellEvaluator evaluator, CellRunner runner, CodeAssist assist) {}

    private final KernelIO kernelIO;
    private final CompletableFuture<Cells> cells;
    private final SessionHistory history = new SessionHistory();
    private final CountDownLatch shutdown = new CountDownLatch(1);

    /// @param evaluators makes the evaluator, on a thread of its own
    JavaKernel(KernelIO io, Supplier<CellEvaluator> evaluators) {
        super(NAME, version(), language(), helpLinks(), null, io, new CommManager(), new CellRenderer(), null, new MagicsRegistry(),
                true, new StringStyler.Builder().build());
        this.kernelIO = io;
        this.cells = new CompletableFuture<>();
        var starting = new Thread(() -> {
            try {
                CellEvaluator evaluator = evaluators.get();
                cells.complete(new Cells(evaluator, new CellRunner(evaluator, renderer, history, executionCount),
                        new CodeAssist(evaluator.shell(), evaluator.splitter(), new LibrarySources(LaunchCommand.ofThisJvm().classPath()))));
            } catch (Throwable failed) {
                cells.completeExceptionally(failed);
            }
        }, "kernel-jshell");
        starting.setDaemon(true);
        starting.start();
    }

    private static String version() {
        String version = JavaKernel.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static LanguageInfo language() {
        return new LanguageInfo("java", System.getProperty("java.version"), "text/x-java", ".java", "java", "text/x-java", "script");
    }

    private static List<HelpLink> helpLinks() {
        return List.of(new HelpLink("Java API", "https://docs.oracle.com/en/java/javase/25/docs/api/"));
    }

    /// Tells the front end of a running cell that the process ends.
    void processEnds() {
        if (cells.isDone()) {
            cells.join().runner.processEnds();
        }
    }

    void awaitShutdown() throws InterruptedException {
        shutdown.await();
    }

    @Override
    public void becomeHandlerForConnection(JupyterConnection connection) {
        super.becomeHandlerForConnection(connection);
        connection.setHandler(MessageType.COMM_INFO_REQUEST, this::handleCommInfoRequest);
    }

    @Override
    protected void handleExecuteRequest(ShellReplyEnvironment environment, Message<ExecuteRequest> message) {
        commManager.setMessageContext(message);
        var exchange = (Exchange) environment;
        kernelIO.bind(exchange, message.getContent().isStdinEnabled());
        cells.join().runner.run(exchange, message.getContent());
    }

    @Override
    protected void handleInterruptRequest(ShellReplyEnvironment environment, Message<InterruptRequest> message) {
        environment.setBusyDeferIdle();
        interrupt();
        ((Exchange) environment).reply(MessageType.INTERRUPT_REPLY, Map.of("status", "ok"));
    }

    @Override
    public void interrupt() {
        CellThreads cell = cells.isDone() ? cells.join().evaluator.running() : null;
        if (cell != null) {
            cell.interruptAll();
        }
    }

    @Override
    protected void handleKernelInfoRequest(ShellReplyEnvironment environment, Message<KernelInfoRequest> message) {
        environment.setBusyDeferIdle();
        ((Exchange) environment).reply(MessageType.KERNEL_INFO_REPLY, Map.of(
                "status", "ok",
                "protocol_version", Header.PROTOCOL_VERISON,
                "implementation", name,
                "implementation_version", version,
                "language_info", Map.of(
                        "name", languageInfo.getName(),
                        "version", languageInfo.getVersion(),
                        "mimetype", languageInfo.getMimetype(),
                        "file_extension", languageInfo.getFileExtension(),
                        "pygments_lexer", languageInfo.getPygmentsLexer(),
                        "codemirror_mode", languageInfo.getCodemirrorMode(),
                        "nbconvert_exporter", languageInfo.getNbconvertExporter()),
                "banner", "Java " + languageInfo.getVersion() + " (Infogap)",
                "help_links", helpLinks.stream().map(link -> Map.of("text", link.getText(), "url", link.getUrl())).toList()));
    }

    @Override
    protected void handleIsCodeCompeteRequest(ShellReplyEnvironment environment, Message<IsCompleteRequest> message) {
        environment.setBusyDeferIdle();
        String code = message.getContent().getCode();
        String status = cells.join().evaluator.splitter().status(code);
        ((Exchange) environment).reply(MessageType.IS_COMPLETE_REPLY, status.equals("incomplete")
                ? Map.of("status", status, "indent", CellSplitter.indent(code))
                : Map.of("status", status));
    }

    @Override
    protected void handleCompleteRequest(ShellReplyEnvironment environment, Message<CompleteRequest> message) {
        environment.setBusyDeferIdle();
        String code = message.getContent().getCode();
        CodeAssist.Completions found = cells.join().assist.complete(code, utf16(code, message.getContent().getCursorPos()));
        ((Exchange) environment).reply(MessageType.COMPLETE_REPLY, Map.of(
                "status", "ok",
                "matches", found.matches(),
                "cursor_start", code.codePointCount(0, found.start()),
                "cursor_end", code.codePointCount(0, found.end()),
                "metadata", Map.of()));
    }

    @Override
    protected void handleInspectRequest(ShellReplyEnvironment environment, Message<InspectRequest> message) {
        environment.setBusyDeferIdle();
        InspectRequest request = message.getContent();
        int cursor = utf16(request.getCode(), request.getCursorPos());
        Map<String, String> data = cells.join().assist.inspect(request.getCode(), cursor)
                .map(text -> Map.of("text/plain", text))
                .orElse(Map.of());
        ((Exchange) environment).reply(MessageType.INSPECT_REPLY, Map.of(
                "status", "ok", "found", !data.isEmpty(), "data", data, "metadata", Map.of()));
    }

    /// The protocol counts characters, Java strings UTF-16 units.
    private static int utf16(String code, int characters) {
        return code.offsetByCodePoints(0, Math.clamp(characters, 0, code.codePointCount(0, code.length())));
    }

    @Override
    protected void handleHistoryRequest(ShellReplyEnvironment environment, Message<HistoryRequest> message) {
        environment.setBusyDeferIdle();
        ((Exchange) environment).reply(MessageType.HISTORY_REPLY,
                Map.of("status", "ok", "history", history.answer(message.getContent())));
    }

    private void handleCommInfoRequest(ShellReplyEnvironment environment, Message<CommInfoRequest> message) {
        environment.setBusyDeferIdle();
        String target = message.getContent().getTargetName();
        var comms = new LinkedHashMap<String, Object>();
        for (Comm comm : commManager) {
            if (target == null || target.equals(comm.getTargetName())) {
                comms.put(comm.getID(), Map.of("target_name", comm.getTargetName()));
            }
        }
        ((Exchange) environment).reply(MessageType.COMM_INFO_REPLY, Map.of("status", "ok", "comms", comms));
    }

    @Override
    protected void handleShutdownRequest(ShellReplyEnvironment environment, Message<ShutdownRequest> message) {
        environment.setBusyDeferIdle();
        boolean restart = message.getContent().isRestart();
        onShutdown(restart);
        ((Exchange) environment).reply(MessageType.SHUTDOWN_REPLY, Map.of("status", "ok", "restart", restart));
        environment.defer(shutdown::countDown);
        environment.resolveDeferrals();
    }

    /// Where `display(…)` of a cell ends: below the cell whose thread calls it.
    @Override
    public void display(DisplayData data) {
        CellThreads cell = CellThreads.current();
        Exchange exchange = cell != null ? cell.exchange() : kernelIO.latest();
        if (exchange != null) {
            exchange.publish(new PublishDisplayData(data));
            cells.join().runner.displayed(data.getDisplayId());
        }
    }

    /// Below the cell whose thread calls this, the output so far is gone; with `wait`, once there is something new.
    void clearOutput(boolean wait) {
        CellThreads cell = CellThreads.current();
        Exchange exchange = cell != null ? cell.exchange() : kernelIO.latest();
        if (exchange != null) {
            exchange.publish(wait ? PublishClearOutput.BEFORE_NEXT_OUTPUT : PublishClearOutput.NOW);
        }
    }

    /// What the family's `eval("…")` static calls: the value itself, for use inside the running cell.
    @Override
    public Object evalRaw(String source) {
        try {
            return cells.join().evaluator.evaluate(executionCount.get(), source);
        } catch (CellFailure failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    @Override
    public String isComplete(String code) {
        return cells.join().evaluator.splitter().status(code);
    }

    @Override
    public ReplacementOptions complete(String code, int cursor) {
        CodeAssist.Completions found = cells.join().assist.complete(code, cursor);
        return new ReplacementOptions(found.matches(), found.start(), found.end());
    }

    @Override
    public DisplayData inspect(String code, int cursor, boolean extraDetail) {
        return cells.join().assist.inspect(code, cursor).map(DisplayData::new).orElse(null);
    }
}
