package infogap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.kernel.KernelSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallKernelCommandTest {

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysWhereTheKernelIsAndHowToUndoIt() {
        Path folder = KernelSpec.folder(data);
        assertEquals(Infogap.FINE, execute("install-kernel", "--data-folder", data.toString()));
        assertTrue(out.toString().contains(folder.toString()) && out.toString().contains("To undo: "), out.toString());
        assertTrue(Files.exists(folder.resolve("kernel.json")));
        assertEquals(Infogap.FINE, execute("install-kernel", "--remove", "--data-folder", data.toString()));
        assertFalse(Files.exists(folder));
        assertEquals(Infogap.FINE, execute("install-kernel", "--remove", "--data-folder", data.toString()));
        assertTrue(out.toString().contains("There is no kernel spec in " + folder), out.toString());
    }

    @Test
    void aFolderThatCannotBeMadeIsOneMessage() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "in the way");
        assertEquals(Infogap.PROBLEM, execute("install-kernel", "--data-folder", file.toString()));
        assertEquals(1, err.toString().strip().lines().count(), err.toString());
        assertTrue(err.toString().contains(KernelSpec.folder(file).toString()), err.toString());
        assertEquals("in the way", Files.readString(file));
    }

    private int execute(String... arguments) {
        return Infogap.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
