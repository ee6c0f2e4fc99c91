package infogap.notebook;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Where a kernel listens, and the secret both sides sign with: the content of Jupyter's connection file.
record KernelConnection(int shell, int iopub, int stdin, int control, int heartbeat, String key) {

    static final String LOOPBACK = "127.0.0.1";
    private static final int PORTS = 5;
    private static final int KEY_BYTES = 32;

    /// Ports that are free now, all five held at once so that no two are the same, and a fresh key. Between letting a port go and the
    /// kernel's binding it another process may take it: [KernelProcess] then starts again with other ports.
    static KernelConnection fresh() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            try {
                for (int i = 0; i < PORTS; i++) {
                    held.add(new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK)));
                }
                int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                return new KernelConnection(ports[0], ports[1], ports[2], ports[3], ports[4], HexFormat.of().formatHex(key));
            } finally {
                for (ServerSocket socket : held) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no free ports on " + LOOPBACK + ": " + e.getMessage(), e);
        }
    }

    /// Writes the connection file, which only its owner can read: it holds the key.
    Path writeFile(String kernelName) {
        JsonObject json = new JsonObject();
        json.addProperty("transport", "tcp");
        json.addProperty("ip", LOOPBACK);
        json.addProperty("shell_port", shell);
        json.addProperty("iopub_port", iopub);
        json.addProperty("stdin_port", stdin);
        json.addProperty("control_port", control);
        json.addProperty("hb_port", heartbeat);
        json.addProperty("key", key);
        json.addProperty("signature_scheme", "hmac-sha256");
        json.addProperty("kernel_name", kernelName);
        try {
            // the JDK gives temporary files to their owner alone
            Path file = Files.createTempFile("kernel-", ".json");
            // for the case that this JVM ends before the kernel does
            file.toFile().deleteOnExit();
            Files.writeString(file, CanonicalJson.text(json));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the connection file cannot be written: " + e.getMessage(), e);
        }
    }

    static String address(int port) {
        return "tcp://" + LOOPBACK + ":" + port;
    }
}
