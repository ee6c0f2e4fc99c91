package infogap.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import infogap.claims.Claim;
import infogap.claims.ClaimsEditor;
import infogap.claims.Ledger;
import infogap.claims.Origin;
import infogap.claims.Verdict;
import infogap.numeric.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the last run found, as its `ledger.json` keeps it.
public final class LastRun {

    private LastRun() {}

    /// The verdicts of the claims that were checked and that the ledger still has.
    ///
    /// @throws IllegalArgumentException if the file is no ledger
    /// @throws UncheckedIOException if it cannot be read
    public static List<ClaimsEditor.Pin> read(Path file, Ledger ledger) {
        Checks.present("ledger", ledger);
        try {
            Set<String> known = ledger.claims().stream().map(Claim::id).collect(Collectors.toSet());
            List<ClaimsEditor.Pin> pins = new ArrayList<>();
            for (JsonElement element : JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("claims")) {
                JsonObject claim = element.getAsJsonObject();
                String id = claim.get("id").getAsString();
                if (known.contains(id) && !claim.get("verdict").getAsString().isEmpty()) {
                    pins.add(new ClaimsEditor.Pin(id, claim.get("recomputed").getAsString(), Verdict.of(claim.get("verdict").getAsString()),
                            Origin.of(claim.get("origin").getAsString()), ""));
                }
            }
            return List.copyOf(pins);
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IllegalArgumentException(file + ": must be the ledger.json of a run, but is not: " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(file + ": there is no such file; 'infogap run' writes it", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        }
    }
}
