package infogap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.kernel.KernelSpec;
import infogap.kernel.LaunchCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallKernelCommandTest {

    @TempDir
    private Path data;

    @Test
    void saysWhereTheKernelIsAndHowToUndoIt() {
        Path folder = KernelSpec.folder(data);
        Outcome installed = Outcome.of("install-kernel", "--no-cache", "--data-folder", data.toString());
        assertEquals(InfogapCommand.FINE, installed.exitCode());
        assertTrue(installed.out().contains(folder.toString()) && installed.out().contains("To undo: "), installed.out());
        assertTrue(Files.exists(folder.resolve("kernel.json")));
        assertEquals(InfogapCommand.FINE, Outcome.of("install-kernel", "--remove", "--data-folder", data.toString()).exitCode());
        assertFalse(Files.exists(folder));
        Outcome again = Outcome.of("install-kernel", "--remove", "--data-folder", data.toString());
        assertEquals(InfogapCommand.FINE, again.exitCode());
        assertTrue(again.out().contains("There is no kernel spec in " + folder), again.out());
    }

    /// A kernel with a cache, once the cache fits and once it does not any more, answers without a word beside its own.
    @Test
    void theCacheIsUsedAndPassedOverInSilenceWhenItDoesNotFit() throws IOException, InterruptedException {
        assertEquals(InfogapCommand.FINE, Outcome.of("install-kernel", "--data-folder", data.toString()).exitCode());
        Path folder = KernelSpec.folder(data);
        Path cache = folder.resolve("kernel.aot");
        assertTrue(Files.isRegularFile(cache) && Files.readString(folder.resolve("kernel.args")).contains("-XX:AOTCache="), "a JDK 25 makes one");
        assertEquals("usage", said(folder));
        Files.write(cache, new byte[] {1, 2, 3});
        assertEquals("usage", said(folder), "a broken cache");
        Files.delete(cache);
        assertEquals("usage", said(folder), "none at all");
        assertEquals(InfogapCommand.FINE, Outcome.of("install-kernel", "--remove", "--data-folder", data.toString()).exitCode());
        assertFalse(Files.exists(folder));
    }

    /// What the kernel says without a connection file, up to the colon.
    private static String said(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(LaunchCommand.ofThisJvm().java().toString(), "@" + folder.resolve("kernel.args"))
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes());
        assertEquals(2, process.waitFor(), text);
        return text.replaceFirst(":(?s).*", "");
    }

    @Test
    void previewFeaturesAreAllowedOnlyWhenAsked() throws IOException {
        Path arguments = KernelSpec.folder(data).resolve("kernel.args");
        for (String[] asked : new String[][] {{"--enable-preview"}, {"--enable-preview=true"}}) {
            assertEquals(InfogapCommand.FINE, Outcome.of("install-kernel", "--no-cache", "--data-folder", data.toString(), asked[0]).exitCode());
            assertTrue(Files.readString(arguments).contains("\"--enable-preview\""), asked[0]);
        }
        assertEquals(InfogapCommand.FINE, Outcome.of("install-kernel", "--no-cache", "--data-folder", data.toString(), "--enable-preview=false").exitCode());
        assertFalse(Files.readString(arguments).contains("preview"));
    }

    @Test
    void aFolderThatCannotBeMadeIsOneMessage() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "in the way");
        Outcome outcome = Outcome.of("install-kernel", "--no-cache", "--data-folder", file.toString());
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertEquals(1, outcome.err().strip().lines().count(), outcome.err());
        assertTrue(outcome.err().contains(KernelSpec.folder(file).toString()), outcome.err());
        assertEquals("in the way", Files.readString(file));
    }
}
