package infogap.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    /// A folder that is not empty cannot be replaced, so that the last step fails.
    @Test
    void aFailedWriteLeavesWhatWasThereAndNothingElse() throws IOException {
        Path target = folder.resolve("n.ipynb");
        Files.createDirectory(target);
        Files.writeString(target.resolve("inside"), "old");
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> AtomicFile.write(target, "new"));
        assertTrue(e.getMessage().startsWith(target + ": cannot be written: "), e.getMessage());
        assertEquals("old", Files.readString(target.resolve("inside")));
        assertEquals(List.of(target), files());
    }

    @Test
    void aWriteReplacesTheOldFile() throws IOException {
        Path target = folder.resolve("n.ipynb");
        AtomicFile.write(target, "a longer old text");
        AtomicFile.write(target, "新");
        assertEquals("新", Files.readString(target, StandardCharsets.UTF_8));
        AtomicFile.write(target, new byte[] {1, -1});
        assertArrayEquals(new byte[] {1, -1}, Files.readAllBytes(target));
        assertEquals(List.of(target), files());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
