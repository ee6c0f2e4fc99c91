package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The client library of JupyterLab, which VS Code uses too, against the installed kernel spec over a Jupyter server.
class JupyterLabClientTest {

    private static final String LIBRARY = "@jupyterlab/services@7.6.6";
    private static final Path MODULES = Path.of("target", "jupyterlab-client");
    private static final String TOKEN = "secret-of-the-test";

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aClientOfJupyterLabDoesEverythingItOffers() throws IOException, InterruptedException {
        assumeTrue(Commands.succeeds("node", "--version"), "skipped: there is no Node");
        assumeTrue(JupyterServer.isInstalled(), "skipped: there is no jupyter-server");
        assumeTrue(libraryIsThere(), "skipped: npm does not install " + LIBRARY);
        Path script = folder.resolve("client.cjs");
        try (InputStream source = JupyterLabClientTest.class.getResourceAsStream("jupyterlab-client.cjs")) {
            Files.copy(source, script);
        }
        Map<String, JsonElement> told;
        try (JupyterServer server = JupyterServer.start(folder.resolve("home"), TOKEN)) {
            Commands.Said said = Commands.run(folder, folder.resolve("said.txt"), Duration.ofMinutes(4), List.of(
                    "node", script.toString(), MODULES.toAbsolutePath().toString(), server.url(), TOKEN));
            assertEquals(0, said.exitCode(), said.text() + "\n" + server.said());
            told = said.text().lines()
                    .map(line -> line.split(" ", 3))
                    .filter(words -> words[0].equals("told"))
                    .collect(Collectors.toMap(words -> words[1], words -> JsonParser.parseString(words[2])));
        }

        assertEquals(KernelSpec.DISPLAY_NAME, told.get("spec").getAsString());
        assertEquals("java", told.get("start").getAsJsonObject().get("language").getAsString());

        JsonObject result = told.get("execute").getAsJsonObject().getAsJsonArray("outputs").get(0).getAsJsonObject();
        assertEquals("execute_result", result.get("type").getAsString());
        assertEquals("<b>rich</b>", result.getAsJsonObject("data").get("text/html").getAsString());
        assertEquals("plain", result.getAsJsonObject("data").get("text/plain").getAsString());

        JsonObject completion = told.get("complete").getAsJsonObject();
        assertEquals(List.of("sqrt("), KernelClient.strings(completion.getAsJsonArray("matches")));
        assertEquals(5, completion.get("cursor_start").getAsInt());
        JsonObject inspection = told.get("inspect").getAsJsonObject();
        assertTrue(inspection.get("found").getAsBoolean());
        assertTrue(inspection.getAsJsonObject("data").get("text/plain").getAsString().contains("double Math.sqrt(double a)"), inspection.toString());

        assertEquals("error", told.get("interrupt").getAsJsonObject().get("status").getAsString());
        assertTrue(told.get("kept").toString().contains("\"true\""), "an interrupt keeps the variables: " + told.get("kept"));
        assertEquals("error", told.get("restart").getAsString(), "a restart forgets the variables");

        JsonObject input = told.get("input").getAsJsonObject();
        assertEquals(1, input.getAsJsonArray("prompts").size(), input.toString());
        JsonObject prompt = input.getAsJsonArray("prompts").get(0).getAsJsonObject();
        assertEquals("Your name? ", prompt.get("prompt").getAsString());
        assertFalse(prompt.get("password").getAsBoolean());
        assertTrue(input.getAsJsonArray("outputs").toString().contains("\"text/plain\":\"6\""), "Åke 😀 has six UTF-16 units: " + input);

        assertTrue(told.get("shutdown").getAsJsonObject().get("disposed").getAsBoolean(), told.get("shutdown").toString());
        assertEquals(0, told.get("running").getAsInt());
    }

    /// Installs the library into a folder that survives the test; a second run needs no network.
    private boolean libraryIsThere() throws IOException, InterruptedException {
        Path installed = MODULES.resolve("node_modules/@jupyterlab/services/package.json");
        if (Files.isRegularFile(installed)) {
            return true;
        }
        Files.createDirectories(MODULES);
        Files.writeString(MODULES.resolve("package.json"), "{\"private\": true}\n");
        return Commands.succeeds("npm", "install", "--prefix", MODULES.toString(), "--no-audit", "--no-fund", "--ignore-scripts", LIBRARY)
                && Files.isRegularFile(installed);
    }
}
