package infogap.report;

import infogap.claims.Claim;
import infogap.claims.printed.Rounding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What there is to say of a settled claim, by name, in the order of the files that a program reads.
final class Fields {

    /// The names, the same for every claim.
    static final List<String> NAMES = List.of("id", "document", "section", "line", "kind", "claim", "inputs", "printed", "rounding", "correct", "recomputed", "verdict",
            "pinned", "origin", "pinned_origin", "remark", "reason", "also_at", "notebook", "cell", "status", "waiver");

    private Fields() {}

    static Map<String, String> of(Settlement settlement) {
        Claim claim = settlement.claim();
        Settlement.Checked checked = settlement instanceof Settlement.Checked found ? found : null;
        Settlement.Failure failure = settlement instanceof Settlement.Failed failed ? failed.failure() : null;
        boolean pinned = claim.pins() != Claim.Pins.NOTHING;
        Rounding rounding = claim.printed().notation().rounding();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", claim.id());
        fields.put("document", claim.document());
        fields.put("section", claim.section());
        fields.put("line", claim.line());
        fields.put("kind", claim.kind());
        fields.put("claim", claim.claim());
        fields.put("inputs", claim.inputs());
        fields.put("printed", claim.printed().text());
        fields.put("rounding", claim.printed().numbers().isEmpty() ? "" : rounding.toString());
        fields.put("correct", claim.correct().text());
        fields.put("recomputed", checked == null ? "" : checked.evidence().recomputed());
        fields.put("verdict", checked == null ? "" : checked.evidence().verdict().label());
        fields.put("pinned", pinned ? claim.pinned().label() : "");
        fields.put("origin", checked == null ? "" : checked.evidence().origin().toString());
        fields.put("pinned_origin", pinned ? claim.origin().toString() : "");
        fields.put("remark", checked == null ? "" : checked.evidence().remark());
        fields.put("reason", claim.reason());
        fields.put("also_at", claim.alsoAt());
        fields.put("notebook", checked != null ? checked.places().getFirst().notebook() : failure != null ? failure.notebook() : "");
        fields.put("cell", checked != null ? checked.places().getFirst().cellId() : failure != null ? failure.cellId() : "");
        fields.put("status", settlement.status());
        fields.put("waiver", claim.waiver());
        return fields;
    }
}
