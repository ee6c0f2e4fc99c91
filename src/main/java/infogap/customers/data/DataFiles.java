package infogap.customers.data;

import infogap.numeric.Checks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the files of a data set so that a reader never sees half of one: all are written under temporary names in the same folder
/// first, and only then moved, each in one step, in the order of the map. Put the description last: it vouches for the others.
public final class DataFiles {

    private DataFiles() {}

    /// Writes texts as UTF-8.
    ///
    /// @param folder made when it is not there
    /// @param texts the content by file name
    /// @throws IOException if a file cannot be written; then none was replaced, and the temporary files are gone
    public static void write(Path folder, Map<String, String> texts) throws IOException {
        Checks.present("folder", folder);
        Checks.notEmpty("texts", texts.keySet());
        Files.createDirectories(folder);
        Map<Path, Path> moves = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                // not createTempFile, whose files only their owner may read
                Path temporary = folder.resolve("." + text.getKey() + "." + ProcessHandle.current().pid() + ".tmp");
                moves.put(temporary, folder.resolve(text.getKey()));
                Files.write(temporary, text.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                Files.move(move.getKey(), move.getValue(), StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (Path temporary : moves.keySet()) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
