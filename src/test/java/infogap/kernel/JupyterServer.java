package infogap.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Jupyter's server (Debian: `jupyter-server`) on the loopback address, for tests: it sees nothing of the user's own Jupyter folders and
/// knows one kernel, ours.
final class JupyterServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final String token;
    private final Path log;

    private JupyterServer(Process process, int port, String token, Path log) {
        this.process = process;
        this.port = port;
        this.token = token;
        this.log = log;
    }

    static boolean isInstalled() throws InterruptedException {
        return Commands.succeeds("jupyter-server", "--version");
    }

    /// Starts a server whose folders are below `home`, and waits until it answers.
    static JupyterServer start(Path home, String token) throws IOException, InterruptedException {
        KernelSpec.install(home.resolve("data"), LaunchCommand.ofThisJvm());
        Path root = Files.createDirectories(home.resolve("notebooks"));
        Path log = home.resolve("server.log");
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var builder = new ProcessBuilder("jupyter-server", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=" + port,
                        "--ServerApp.port_retries=0", "--ServerApp.root_dir=" + root, "--ServerApp.open_browser=False")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JUPYTER_TOKEN", token);
        for (String folder : List.of("config", "data", "runtime")) {
            builder.environment().put("JUPYTER_" + folder.toUpperCase(Locale.ROOT) + "_DIR", Files.createDirectories(home.resolve(folder)).toString());
        }
        var server = new JupyterServer(builder.start(), port, token, log);
        try {
            server.awaitReady();
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
        return server;
    }

    private void awaitReady() throws InterruptedException, IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "api/kernelspecs")).header("Authorization", "token " + token).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notListening) {
                    // not yet
                }
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the server does not answer:\n" + said());
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /// What the server wrote into its log.
    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        // it ends its kernels on the way
        process.destroy();
        if (process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
