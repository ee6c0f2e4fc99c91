package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The ways in which a kernel's process ends; the client is never left without an answer.
class KernelEndTest {

    @Test
    void shutdownEndsTheProcessEvenWhileACellRuns() throws IOException, InterruptedException {
        try (KernelClient kernel = KernelClient.start()) {
            kernel.awaitOutput(kernel.send("System.out.println(\"started\");\nwhile (true) { }"));
            var reply = kernel.askControl("shutdown_request", Map.of("restart", false));
            assertEquals("ok", reply.get("status").getAsString());
            assertTrue(kernel.ends());
            assertEquals(0, kernel.exitCode());
        }
    }

    @Test
    void aCellThatExitsIsAnsweredFirst() throws IOException, InterruptedException {
        try (KernelClient kernel = KernelClient.start()) {
            Answer answer = kernel.execute("System.out.print(\"last words\");\nSystem.exit(3);");
            assertEquals("error", answer.status());
            assertEquals("KernelExit", answer.errorName());
            assertEquals("last words", answer.printed("stdout"));
            assertTrue(kernel.ends());
            assertEquals(3, kernel.exitCode());
        }
    }
}
