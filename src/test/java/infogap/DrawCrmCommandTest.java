package infogap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.customers.crm.CrmData;
import infogap.customers.data.DataPackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawCrmCommandTest {

    private static final Path COMMITTED = Path.of("data/crm");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void drawsTheCommittedSetByteByByte() throws IOException {
        assertEquals(Infogap.FINE, execute("--folder", folder.toString()));
        for (String name : List.of("customers.csv", "hidden.csv", DataPackage.FILE_NAME)) {
            assertArrayEquals(Files.readAllBytes(COMMITTED.resolve(name)), Files.readAllBytes(folder.resolve(name)), name);
        }
        assertEquals("3000 customers, seed 20260101, in " + folder, out.toString().strip());
    }

    @Test
    void drawsAnotherSetThatItsDescriptionFits() {
        assertEquals(Infogap.FINE, execute("--folder", folder.toString(), "--rows", "12", "--seed", "5"));
        DataPackage drawn = DataPackage.read(folder);
        assertEquals(5, drawn.seed().orElseThrow());
        assertEquals(12, drawn.table("customers").rowCount());
    }

    @Test
    void withoutARowThereIsOneMessageAndNoFile() throws IOException {
        assertEquals(Infogap.PROBLEM, execute("--folder", folder.toString(), "--rows", "0"));
        assertEquals("rows must be an integer of at least 1, but is 0", err.toString().strip());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    /// The build hands both numbers on, so that they can be changed from its command line.
    @Test
    void theBuildDrawsTheSameSetUnlessToldOtherwise() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        assertTrue(build.contains("<crm.rows>" + CrmData.ROWS + "</crm.rows>"));
        assertTrue(build.contains("<crm.seed>" + CrmData.SEED + "</crm.seed>"));
    }

    private int execute(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "draw-crm";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Infogap.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(all);
    }
}
