package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Clients that begin to speak and do not go on: nobody else waits for them, and they are not waited for long.
class SlowClientsTest extends ServerTest {

    private static final int MANY = 1000;
    private static final int BOUND_MILLIS = 25_000;

    private Socket begin(String text) throws IOException {
        Socket socket = new Socket(server.address().getHost(), server.address().getPort());
        socket.setSoTimeout(BOUND_MILLIS);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String post(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\n" + headers + "Content-Type: application/json\r\nContent-Length: 900000\r\nIdempotency-Key: k\r\n\r\nx";
    }

    /// To right and wrong addresses, under right and wrong names, from this site and another: five times the requests that were once served at a time.
    @Test
    void aThousandThatStopInTheirBodyKeepNobodyWaiting() throws IOException {
        String here = "Host: localhost\r\n";
        List<String> beginnings = List.of(post("/api/customers/1/feedback", here), post("/api/customers", here), post("/nothing", here),
                post("/api/customers/1/feedback", "Host: attacker.example\r\n"), post("/feedback", here),
                post("/api/customers/1/feedback", here + "Origin: http://attacker.example\r\n"));
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                slow.add(begin(beginnings.get(i % beginnings.size())));
            }
            for (int i = 0; i < 20; i++) {
                assertEquals(200, client.get("/api/health").statusCode());
                assertEquals(201, client.give(1, "positive", "text", "key-" + i).statusCode());
            }
            assertTrue(slow.stream().filter(SlowClientsTest::isOpen).count() > MANY / 10, "some of them are still there meanwhile");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertEquals(20, events(1).size());
    }

    /// Is the other side still there? What it has sent is read.
    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            InputStream in = socket.getInputStream();
            while (in.available() > 0) {
                in.readNBytes(in.available());
            }
            return in.read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aBodyThatStopsIsTooSlow() throws IOException {
        try (Socket socket = begin("POST /api/customers/1/feedback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 900\r\nIdempotency-Key: k\r\n\r\nx")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 408 ") && answer.contains("Nothing was stored."), answer);
        }
        assertEquals(List.of(), events(1));
    }

    /// A byte now and then never lets a connection become idle.
    @Test
    void aBodyThatTricklesIsTooSlow() throws Exception {
        assertTricklesInVain("POST /api/customers/1/feedback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 900\r\nIdempotency-Key: k\r\n\r\n", "HTTP/1.1 408 ");
    }

    @Test
    void headersThatTrickleAreTooSlow() throws Exception {
        assertTricklesInVain("GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-Long: ", "");
    }

    @Test
    void headersThatTrickleAfterAnAnswerAreTooSlow() throws Exception {
        assertTricklesInVain("GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /api/health HTTP/1.1\r\nHost: localhost\r\nX-Long: ", "HTTP/1.1 200 ");
    }

    private void assertTricklesInVain(String beginning, String answer) throws Exception {
        try (Socket socket = begin(beginning)) {
            int sent = 0;
            try {
                for (; sent < BOUND_MILLIS / 500 && isOpenSoFar(socket, answer); sent++) {
                    Thread.sleep(500);
                    socket.getOutputStream().write('x');
                    socket.getOutputStream().flush();
                }
            } catch (SocketException closed) {
                // as it should be
            }
            assertTrue(sent < BOUND_MILLIS / 500, "a byte each half second was taken " + sent + " times");
        }
    }

    private static boolean isOpenSoFar(Socket socket, String answer) throws IOException {
        InputStream in = socket.getInputStream();
        if (in.available() > 0) {
            String said = new String(in.readNBytes(in.available()), StandardCharsets.UTF_8);
            assertTrue(said.startsWith(answer), said);
            return !said.startsWith("HTTP/1.1 408 ");
        }
        return true;
    }

    /// A body that comes slowly, but steadily, is taken.
    @Test
    void aSlowLineIsNotTooSlow() throws Exception {
        String body = "{\"kind\":\"positive\",\"text\":\"" + "t".repeat(1500) + "\"}";
        try (Socket socket = begin("POST /api/customers/1/feedback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\nIdempotency-Key: k\r\nConnection: close\r\n\r\n")) {
            for (int i = 0; i < body.length(); i += 400) {
                Thread.sleep(500);
                socket.getOutputStream().write(body.substring(i, Math.min(body.length(), i + 400)).getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
            assertTrue(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 201 "));
        }
    }
}
