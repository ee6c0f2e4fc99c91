package infogap.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.customers.crm.CrmData;
import infogap.table.data.DataPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawCrmCommandTest {

    private static final Path COMMITTED = Path.of("data/crm");

    @TempDir
    private Path folder;

    @Test
    void drawsTheCommittedSetByteByByte() throws IOException {
        Outcome outcome = Outcome.of("draw-crm", "--folder", folder.toString());
        assertEquals(InfogapCommand.FINE, outcome.exitCode());
        for (String name : List.of("customers.csv", "hidden.csv", "outcomes.csv", DataPackage.FILE_NAME)) {
            assertArrayEquals(Files.readAllBytes(COMMITTED.resolve(name)), Files.readAllBytes(folder.resolve(name)), name);
        }
        assertEquals("3000 customers, seed 20260101, in " + folder, outcome.out().strip());
    }

    @Test
    void drawsAnotherSetThatItsDescriptionFits() {
        assertEquals(InfogapCommand.FINE, Outcome.of("draw-crm", "--folder", folder.toString(), "--rows", "12", "--seed", "5").exitCode());
        DataPackage drawn = DataPackage.read(folder);
        assertEquals(5, drawn.seed().orElseThrow());
        assertEquals(12, drawn.table("customers").rowCount());
    }

    @Test
    void withoutARowThereIsOneMessageAndNoFile() throws IOException {
        Outcome outcome = Outcome.of("draw-crm", "--folder", folder.toString(), "--rows", "0");
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertEquals("rows must be an integer of at least 1, but is 0", outcome.err().strip());
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
}
