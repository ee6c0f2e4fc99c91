package infogap.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import infogap.numeric.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What changed between two ledgers, in words.
///
/// @param sentences one for each change, in the order of the new ledger; empty when nothing changed
public record LedgerDifference(List<String> sentences) {

    private static final Map<String, String> MEMBERS = new LinkedHashMap<>();

    static {
        MEMBERS.put("claim", "the statement");
        MEMBERS.put("printed", "what is printed");
        MEMBERS.put("rounding", "the rounding");
        MEMBERS.put("recomputed", "the recomputed value");
        MEMBERS.put("verdict", "the verdict");
        MEMBERS.put("origin", "the origin");
        MEMBERS.put("pinned", "the pinned verdict");
        MEMBERS.put("correct", "the pinned value");
        MEMBERS.put("status", "the status");
        MEMBERS.put("remark", "the note");
        MEMBERS.put("reason", "the reason");
    }

    public LedgerDifference {
        sentences = List.copyOf(Checks.present("sentences", sentences));
    }

    /// Compares two files `ledger.json`, of this version or of the first, which was a list of claims.
    ///
    /// @throws IllegalArgumentException if one is no ledger
    /// @throws UncheckedIOException if one cannot be read
    public static LedgerDifference between(Path before, Path after) {
        Map<String, JsonObject> old = claims(before);
        Map<String, JsonObject> now = claims(after);
        List<String> sentences = new ArrayList<>();
        now.forEach((id, claim) -> {
            JsonObject earlier = old.get(id);
            if (earlier == null) {
                sentences.add("claim " + id + " is new: " + text(claim, "claim") + ": " + answer(claim));
            } else {
                MEMBERS.forEach((member, name) -> {
                    if (claim.has(member) && earlier.has(member) && !text(earlier, member).equals(text(claim, member))) {
                        sentences.add("claim " + id + ": " + name + " was " + quoted(text(earlier, member)) + " and is " + quoted(text(claim, member)));
                    }
                });
            }
        });
        old.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> sentences.add("claim " + id + " is gone: " + text(old.get(id), "claim")));
        return new LedgerDifference(sentences);
    }

    private static Map<String, JsonObject> claims(Path file) {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(file));
            JsonElement list = json.isJsonObject() ? json.getAsJsonObject().get("claims") : json;
            if (list instanceof JsonArray claims) {
                Map<String, JsonObject> byId = new LinkedHashMap<>();
                claims.forEach(claim -> byId.put(text(claim.getAsJsonObject(), "id"), claim.getAsJsonObject()));
                return byId;
            }
        } catch (JsonParseException | IllegalStateException e) {
            throw new IllegalArgumentException(file + ": must be a ledger.json, but is not: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        }
        throw new IllegalArgumentException(file + ": must be a ledger.json with a list 'claims', but has none");
    }

    private static String answer(JsonObject claim) {
        return text(claim, "verdict").isEmpty() ? text(claim, "status") : text(claim, "verdict");
    }

    private static String text(JsonObject claim, String member) {
        return claim.has(member) && claim.get(member).isJsonPrimitive() ? claim.get(member).getAsString() : "";
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "empty" : "'" + text + "'";
    }

    /// A line for each change, or that there is none.
    @Override
    public String toString() {
        return sentences.isEmpty() ? "Nothing changed." : sentences.stream().collect(Collectors.joining("\n"));
    }
}
