package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {

    private static final LaunchCommand COMMAND = new LaunchCommand(
            Path.of("/jdk/bin/java"), List.of("-Dname=\"a b\""), List.of(Path.of("/with space/classes"), Path.of("/lib/x.jar")));

    @TempDir
    private Path dataFolder;

    @Test
    void installWritesASpecThatJupyterUnderstands() throws IOException {
        Path folder = KernelSpec.install(dataFolder, COMMAND);
        assertEquals(dataFolder.resolve("kernels").resolve("infogap-java"), folder);
        JsonObject spec = JsonParser.parseString(Files.readString(folder.resolve("kernel.json"))).getAsJsonObject();
        assertEquals(List.of(Path.of("/jdk/bin/java").toString(), "@{resource_dir}/kernel.args", "{connection_file}"),
                KernelClient.strings(spec.getAsJsonArray("argv")));
        assertEquals("Java 25 (Infogap)", spec.get("display_name").getAsString());
        assertEquals("java", spec.get("language").getAsString());
        assertEquals("message", spec.get("interrupt_mode").getAsString());
    }

    @Test
    void argumentsAreQuotedForTheArgumentFile() throws IOException {
        Path folder = KernelSpec.install(dataFolder, COMMAND);
        List<String> lines = Files.readAllLines(folder.resolve("kernel.args"));
        assertEquals("\"-Dname=\\\"a b\\\"\"", lines.getFirst());
        assertTrue(lines.get(2).startsWith("\"") && lines.get(2).contains("with space"), lines.get(2));
        assertEquals("\"infogap.kernel.KernelMain\"", lines.getLast());
    }

    @Test
    void javaItselfReadsTheArgumentFile() throws IOException, InterruptedException {
        Path folder = KernelSpec.install(dataFolder, LaunchCommand.ofThisJvm());
        Process process = new ProcessBuilder(
                        LaunchCommand.ofThisJvm().java().toString(), "@" + folder.resolve("kernel.args"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(2, process.waitFor(), said);
        assertTrue(said.startsWith("usage: java infogap.kernel.KernelMain <connection file>"), said);
    }

    /// Under the locale C the JVM would not find folders whose names are not ASCII.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void namesOutsideAsciiAreFoundUnderEveryLocale() throws IOException, InterruptedException {
        assertFalse(spec(KernelSpec.install(dataFolder, COMMAND)).has("env"), "nothing is set without need");
        Path classes = Files.createDirectories(dataFolder.resolve("信息差"));
        Path compiled = Path.of(URI.create(KernelMain.class.getResource("KernelMain.class").toString())).getParent();
        Path copy = Files.createDirectories(classes.resolve("infogap/kernel"));
        try (Stream<Path> files = Files.list(compiled)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        var elsewhere = new ArrayList<>(LaunchCommand.ofThisJvm().classPath());
        elsewhere.removeIf(entry -> entry.endsWith(Path.of("target", "classes")));
        elsewhere.addFirst(classes);
        Path folder = KernelSpec.install(dataFolder, new LaunchCommand(LaunchCommand.ofThisJvm().java(), List.of(), elsewhere));
        var builder = new ProcessBuilder(LaunchCommand.ofThisJvm().java().toString(), "@" + folder.resolve("kernel.args")).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        spec(folder).getAsJsonObject("env").asMap().forEach((name, value) -> builder.environment().put(name, value.getAsString()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(2, process.waitFor(), said);
        assertTrue(said.startsWith("usage: java infogap.kernel.KernelMain"), said);
    }

    private static JsonObject spec(Path folder) throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve("kernel.json"))).getAsJsonObject();
    }

    @Test
    void installingAgainReplacesAndLeavesNothingBeside() throws IOException {
        KernelSpec.install(dataFolder, COMMAND);
        Path folder = KernelSpec.install(dataFolder, COMMAND.withOption("-Xmx1g"));
        assertTrue(Files.readString(folder.resolve("kernel.args")).contains("-Xmx1g"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("kernel.args", "kernel.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void uninstallRemovesTheFolderAndSaysWhetherThereWasOne() throws IOException {
        Path folder = KernelSpec.install(dataFolder, COMMAND);
        assertTrue(KernelSpec.uninstall(dataFolder));
        assertFalse(Files.exists(folder));
        assertFalse(KernelSpec.uninstall(dataFolder));
    }

    @Test
    void aFolderThatCannotBeMadeIsAnError() throws IOException {
        Path file = Files.writeString(dataFolder.resolve("file"), "in the way");
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> KernelSpec.install(file, COMMAND));
        assertTrue(e.getMessage().startsWith(KernelSpec.folder(file).toString()), e.getMessage());
    }

    @Test
    void aFolderWithOtherFilesIsNotRemoved() throws IOException {
        Path logo = Files.writeString(KernelSpec.install(dataFolder, COMMAND).resolve("logo.svg"), "somebody's");
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> KernelSpec.uninstall(dataFolder));
        assertTrue(e.getMessage().startsWith(KernelSpec.folder(dataFolder) + ": the kernel spec cannot be removed: "), e.getMessage());
        assertTrue(Files.exists(logo));
    }

    /// A data folder may be shared: whoever may read a new file there may read the spec.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theSpecHasThePermissionsOfAnyNewFile() throws IOException {
        Path folder = KernelSpec.install(dataFolder, COMMAND);
        var ordinary = Files.getPosixFilePermissions(Files.writeString(dataFolder.resolve("file"), "ordinary"));
        assertEquals(ordinary, Files.getPosixFilePermissions(folder.resolve("kernel.json")));
        assertEquals(ordinary, Files.getPosixFilePermissions(folder.resolve("kernel.args")));
    }

    @Test
    void theDataFolderFollowsThePlatform() {
        Path home = Path.of("/home/u");
        assertEquals(Path.of("/chosen"), KernelSpec.userDataFolder(Map.of("JUPYTER_DATA_DIR", "/chosen"), "Linux", home));
        assertEquals(home.resolve(".local/share/jupyter"), KernelSpec.userDataFolder(Map.of(), "Linux", home));
        assertEquals(Path.of("/xdg/jupyter"), KernelSpec.userDataFolder(Map.of("XDG_DATA_HOME", "/xdg"), "Linux", home));
        assertEquals(Path.of("/set/.local/share/jupyter"), KernelSpec.userDataFolder(Map.of("HOME", "/set"), "Linux", home));
        assertEquals(Path.of("/set/Library/Jupyter"), KernelSpec.userDataFolder(Map.of("HOME", "/set"), "Mac OS X", home));
        assertEquals(home.resolve("Library/Jupyter"), KernelSpec.userDataFolder(Map.of(), "Mac OS X", home));
        assertEquals(Path.of("/roaming", "jupyter"), KernelSpec.userDataFolder(Map.of("HOME", "/set", "APPDATA", "/roaming"), "Windows 11", home));
        assertEquals(Path.of("/roaming", "jupyter"), KernelSpec.userDataFolder(Map.of("APPDATA", "/roaming"), "Windows 11", home));
    }

    @Test
    void theDirectCommandEndsWithTheConnectionFile() {
        List<String> command = COMMAND.forConnection(Path.of("c.json"));
        assertEquals(List.of("infogap.kernel.KernelMain", "c.json"), command.subList(command.size() - 2, command.size()));
        assertEquals(Path.of("/jdk/bin/java").toString(), command.getFirst());
    }
}
