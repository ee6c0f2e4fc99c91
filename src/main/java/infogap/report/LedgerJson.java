package infogap.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import infogap.claims.Claim;
import infogap.claims.Paper;
import java.io.IOException;
import java.io.OutputStream;

/// The machine-readable ledger, described by the JSON Schema `ledger.schema.json` beside it: its version, the articles, the counts, what is not as pinned, and an
/// object for each claim. What nothing found is the empty text.
final class LedgerJson {

    /// The form's version: the first number changes when a reader must.
    static final String VERSION = "2.0";

    /// The schema's file beside the ledger.
    static final String SCHEMA = "ledger.schema.json";

    private LedgerJson() {}

    static void write(SettledLedger ledger, OutputStream stream) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("$schema", SCHEMA);
        json.addProperty("version", VERSION);
        JsonArray papers = new JsonArray();
        ledger.papers().forEach(paper -> papers.add(json(paper)));
        json.add("papers", papers);
        JsonObject counts = new JsonObject();
        ledger.counts().forEach((group, count) -> counts.addProperty(group.label(), count));
        counts.addProperty("waived", ledger.waived());
        json.add("counts", counts);
        JsonArray problems = new JsonArray();
        ledger.problems().forEach(problems::add);
        json.add("problems", problems);
        LongJson.write(stream, json, "claims", ledger.settlements().stream().map(LedgerJson::json));
    }

    private static JsonObject json(Paper paper) {
        JsonObject json = new JsonObject();
        json.addProperty("title", paper.title());
        JsonArray documents = new JsonArray();
        paper.documents().forEach(documents::add);
        json.add("documents", documents);
        return json;
    }

    private static JsonObject json(Settlement settlement) {
        JsonObject json = new JsonObject();
        Fields.of(settlement).forEach(json::addProperty);
        Claim claim = settlement.claim();
        if (!claim.own().isEmpty()) {
            JsonObject own = new JsonObject();
            claim.own().forEach(own::addProperty);
            json.add("own", own);
        }
        JsonArray problems = new JsonArray();
        settlement.problems().forEach(problems::add);
        if (!problems.isEmpty()) {
            json.add("problems", problems);
        }
        return json;
    }
}
