package infogap.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import infogap.claims.Claim;
import infogap.claims.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The ledger as SARIF 2.1.0 (OASIS): an editor or a code host shows each finding at its line of the claims file.
///
/// A claim that is not as pinned is an *error*; a claim that does not hold, as pinned, is a *note*; one that holds is left out.
/// Format: [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
final class Sarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String CHANGED = "not-as-pinned";
    private static final String STRAY = "no-claim";

    private Sarif() {}

    /// @param project the folder that the paths of files are relative to
    static String text(SettledLedger ledger, Path project) {
        JsonArray results = new JsonArray();
        for (Settlement settlement : ledger.settlements()) {
            List<String> problems = settlement.problems();
            if (!problems.isEmpty()) {
                results.add(result(CHANGED, "error", String.join("; ", problems), settlement.claim(), project));
            } else if (settlement instanceof Settlement.Checked checked && checked.evidence().verdict().isError()) {
                Claim claim = checked.claim();
                String message = "claim " + claim.id() + ": " + claim.claim() + ": " + checked.evidence().verdict().label() + ", " + checked.evidence().origin()
                        + (claim.printed().isEmpty() ? "" : "; printed " + claim.printed().text()) + "; recomputed " + checked.evidence().readable();
                results.add(result(ruleId(checked.evidence().verdict()), "note", message, claim, project));
            }
        }
        ledger.strays().forEach(stray -> results.add(result(STRAY, "error", stray)));
        JsonObject driver = new JsonObject();
        driver.addProperty("name", "Infogap");
        driver.addProperty("semanticVersion", LedgerJson.VERSION + ".0");
        driver.add("rules", rules());
        JsonObject tool = new JsonObject();
        tool.add("driver", driver);
        JsonObject run = new JsonObject();
        run.add("tool", tool);
        run.addProperty("columnKind", "utf16CodeUnits");
        run.add("results", results);
        JsonArray runs = new JsonArray();
        runs.add(run);
        JsonObject sarif = new JsonObject();
        sarif.addProperty("$schema", SCHEMA);
        sarif.addProperty("version", "2.1.0");
        sarif.add("runs", runs);
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(sarif) + "\n";
    }

    private static JsonArray rules() {
        JsonArray rules = new JsonArray();
        Arrays.stream(Verdict.values()).filter(Verdict::isError).forEach(verdict -> rules.add(rule(ruleId(verdict), verdict.meaning())));
        rules.add(rule(CHANGED, "what was found is not what the claims file pins"));
        rules.add(rule(STRAY, "a value that belongs to no claim"));
        return rules;
    }

    private static JsonObject rule(String id, String meaning) {
        JsonObject rule = new JsonObject();
        rule.addProperty("id", id);
        rule.add("shortDescription", message(meaning));
        return rule;
    }

    private static String ruleId(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonObject result(String rule, String level, String text) {
        JsonObject result = new JsonObject();
        result.addProperty("ruleId", rule);
        result.addProperty("level", level);
        result.add("message", message(text));
        return result;
    }

    private static JsonObject result(String rule, String level, String text, Claim claim, Path project) {
        JsonObject artifact = new JsonObject();
        artifact.addProperty("uri", relative(claim.row().file(), project));
        JsonObject region = new JsonObject();
        region.addProperty("startLine", claim.row().line());
        JsonObject physical = new JsonObject();
        physical.add("artifactLocation", artifact);
        physical.add("region", region);
        JsonObject location = new JsonObject();
        location.add("physicalLocation", physical);
        JsonArray locations = new JsonArray();
        locations.add(location);
        JsonObject fingerprints = new JsonObject();
        fingerprints.addProperty("claim/v1", claim.id());
        JsonObject result = result(rule, level, text);
        result.add("locations", locations);
        result.add("partialFingerprints", fingerprints);
        return result;
    }

    private static JsonObject message(String text) {
        JsonObject message = new JsonObject();
        message.addProperty("text", text);
        return message;
    }

    /// The file's path below the project as a URI, its special characters escaped.
    static String relative(Path file, Path project) {
        URI root = project.toAbsolutePath().normalize().toUri();
        URI uri = file.toAbsolutePath().normalize().toUri();
        String base = root.getRawPath().endsWith("/") ? root.getRawPath() : root.getRawPath() + "/";
        return uri.getRawPath().startsWith(base) ? uri.getRawPath().substring(base.length()) : uri.toString();
    }
}
