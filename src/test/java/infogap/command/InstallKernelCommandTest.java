package infogap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.kernel.KernelSpec;
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
        Outcome installed = Outcome.of("install-kernel", "--data-folder", data.toString());
        assertEquals(InfogapCommand.FINE, installed.exitCode());
        assertTrue(installed.out().contains(folder.toString()) && installed.out().contains("To undo: "), installed.out());
        assertTrue(Files.exists(folder.resolve("kernel.json")));
        assertEquals(InfogapCommand.FINE, Outcome.of("install-kernel", "--remove", "--data-folder", data.toString()).exitCode());
        assertFalse(Files.exists(folder));
        Outcome again = Outcome.of("install-kernel", "--remove", "--data-folder", data.toString());
        assertEquals(InfogapCommand.FINE, again.exitCode());
        assertTrue(again.out().contains("There is no kernel spec in " + folder), again.out());
    }

    @Test
    void previewFeaturesAreAllowedOnlyWhenAsked() throws IOException {
        Path arguments = KernelSpec.folder(data).resolve("kernel.args");
        for (String[] asked : new String[][] {{"--enable-preview"}, {"--enable-preview=true"}}) {
            assertEquals(InfogapCommand.FINE, Outcome.of("install-kernel", "--data-folder", data.toString(), asked[0]).exitCode());
            assertTrue(Files.readString(arguments).contains("\"--enable-preview\""), asked[0]);
        }
        assertEquals(InfogapCommand.FINE, Outcome.of("install-kernel", "--data-folder", data.toString(), "--enable-preview=false").exitCode());
        assertFalse(Files.readString(arguments).contains("preview"));
    }

    @Test
    void aFolderThatCannotBeMadeIsOneMessage() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "in the way");
        Outcome outcome = Outcome.of("install-kernel", "--data-folder", file.toString());
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertEquals(1, outcome.err().strip().lines().count(), outcome.err());
        assertTrue(outcome.err().contains(KernelSpec.folder(file).toString()), outcome.err());
        assertEquals("in the way", Files.readString(file));
    }
}
