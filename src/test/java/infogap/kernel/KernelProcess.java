package infogap.kernel;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real kernel in a process of its own, for tests; a [KernelClient] speaks with it.
final class KernelProcess implements AutoCloseable {

    /// Signs the messages.
    static final String KEY = "secret of the test";

    private final Path connectionFile;
    private final Process process;
    private final List<Integer> ports;

    private KernelProcess(Path connectionFile, Process process, List<Integer> ports) {
        this.connectionFile = connectionFile;
        this.process = process;
        this.ports = ports;
    }

    /// Starts a kernel with these options of the JVM; it answers some time later.
    static KernelProcess start(List<String> options) throws IOException {
        List<Integer> ports = freePorts(5);
        Path connectionFile = Files.createTempFile("kernel", ".json");
        Files.writeString(connectionFile, new Gson().toJson(Map.of(
                "ip", "127.0.0.1", "transport", "tcp", "signature_scheme", "hmac-sha256", "key", KEY,
                "shell_port", ports.get(0), "control_port", ports.get(1), "iopub_port", ports.get(2),
                "stdin_port", ports.get(3), "hb_port", ports.get(4))));
        LaunchCommand command = LaunchCommand.ofThisJvm();
        for (String option : options) {
            command = command.withOption(option);
        }
        Process process = new ProcessBuilder(command.forConnection(connectionFile)).inheritIO().start();
        return new KernelProcess(connectionFile, process, ports);
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var open = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return open.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : open) {
                socket.close();
            }
        }
    }

    int shellPort() {
        return ports.get(0);
    }

    int controlPort() {
        return ports.get(1);
    }

    int publishedPort() {
        return ports.get(2);
    }

    int inputPort() {
        return ports.get(3);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for the end; false when patience ends first.
    boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(connectionFile);
    }
}
