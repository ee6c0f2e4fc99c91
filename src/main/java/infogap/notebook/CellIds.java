package infogap.notebook;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Identifiers for cells that have none, as those of notebooks older than nbformat 4.5. They come from the content, so that every read of a file gives the same
/// ones and an inserted cell does not change those of its neighbours; Jupyter's own are random.
final class CellIds {

    private CellIds() {}

    /// Adds an identifier to each cell that has none.
    static void complete(List<JsonObject> cells) {
        Set<String> taken = new HashSet<>();
        cells.stream().filter(cell -> cell.has("id")).forEach(cell -> taken.add(cell.get("id").getAsString()));
        for (JsonObject cell : cells) {
            if (!cell.has("id")) {
                String base = hash(cell.get("cell_type").getAsString() + "\n" + cell.get("source").getAsString());
                String id = base;
                for (int n = 2; !taken.add(id); n++) {
                    id = base + "-" + n;
                }
                cell.addProperty("id", id);
            }
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
