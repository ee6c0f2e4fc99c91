package infogap.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import infogap.claims.Claim;

/// The machine-readable ledger: an array with an object for each claim.
///
/// Members: `id`, `document`, `section`, `line`, `kind`, `claim`, `inputs`, `printed`, `correct`, `recomputed`, `verdict`, `origin`,
/// `reason`, `also_at`, `notebook`, `cell`, `status` ([Settlement#status]) and `waiver`. What nothing found is the empty text.
final class LedgerJson {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private LedgerJson() {}

    static String text(SettledLedger ledger) {
        JsonArray array = new JsonArray();
        ledger.settlements().forEach(settlement -> array.add(json(settlement)));
        return GSON.toJson(array) + "\n";
    }

    private static JsonObject json(Settlement settlement) {
        Claim claim = settlement.claim();
        JsonObject json = new JsonObject();
        json.addProperty("id", claim.id());
        json.addProperty("document", claim.document());
        json.addProperty("section", claim.section());
        json.addProperty("line", claim.line());
        json.addProperty("kind", claim.kind());
        json.addProperty("claim", claim.claim());
        json.addProperty("inputs", claim.inputs());
        json.addProperty("printed", claim.printed().text());
        json.addProperty("correct", claim.correct().text());
        Settlement.Checked checked = settlement instanceof Settlement.Checked found ? found : null;
        json.addProperty("recomputed", checked == null ? "" : checked.evidence().recomputed());
        json.addProperty("verdict", checked == null ? "" : checked.evidence().verdict().label());
        json.addProperty("origin", checked == null ? "" : checked.evidence().origin().toString());
        json.addProperty("reason", claim.reason());
        json.addProperty("also_at", claim.alsoAt());
        json.addProperty("notebook", checked == null ? "" : checked.places().getFirst().notebook());
        json.addProperty("cell", checked == null ? "" : checked.places().getFirst().cellId());
        json.addProperty("status", settlement.status());
        json.addProperty("waiver", claim.waiver());
        return json;
    }
}
