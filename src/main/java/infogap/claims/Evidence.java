package infogap.claims;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A card as it travels from the kernel to the report: the part that a program reads.
///
/// @param id the claim
/// @param recomputed what the computation gave
/// @param verdict what followed
/// @param origin where an error comes from
/// @param remark what else the comparison showed
/// @param changes how the outcome differed from the claims file that the notebook read
public record Evidence(String id, String recomputed, Verdict verdict, Origin origin, String remark, List<String> changes) {

    /// The MIME type under which a card carries its evidence.
    public static final String MIME_TYPE = "application/vnd.infogap.claim+json";

    private static final Pattern FRACTION = Pattern.compile("-?\\d+/\\d+");

    /// A number computed in floating point that is a result, alone, in a vector or after the name of a reading. One within a sentence is left as it stands.
    private static final Pattern DOUBLE = Pattern.compile("(?<=^|\\[|, |: )-?\\d+\\.\\d+(?:E-?\\d+)?(?=$|,|]| ±| \\p{L}+(?:;|$))");

    /// The other digits of a double tell its roundings.
    private static final MathContext READABLE = new MathContext(10);

    private static final int MOST_DIGITS = 12;

    public Evidence {
        Checks.text("id", id);
        Checks.text("recomputed", recomputed);
        Checks.present("verdict", verdict);
        Checks.present("origin", origin);
        Checks.present("remark", remark);
        changes = List.copyOf(Checks.present("changes", changes));
    }

    /// What the computation gave, for a reader: a fraction with the decimal that can be held against a printed one, a number of more than twelve digits
    /// rounded to ten. What is compared keeps them all.
    public String readable() {
        return FRACTION.matcher(recomputed).matches()
                ? recomputed + " = " + String.format(Locale.ROOT, "%.6g", Fractions.toDouble(Fractions.of(recomputed)))
                : DOUBLE.matcher(recomputed).replaceAll(number -> rounded(number.group()));
    }

    private static String rounded(String number) {
        BigDecimal all = new BigDecimal(number);
        return all.precision() > MOST_DIGITS ? String.valueOf(all.round(READABLE).doubleValue()) : number;
    }

    /// Whether both found the same: number by number, decimals up to the noise of floating point or the uncertainty that they state.
    public boolean agreesWith(Evidence other) {
        return Sameness.same(recomputed, Checks.present("other", other).recomputed);
    }

    /// What a card of a kernel or of this program carries.
    public static Evidence of(Card card) {
        return new Evidence(
                card.claim().id(), card.recomputed(), card.verdict(), card.origin(), card.remark(), card.changes());
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("recomputed", recomputed);
        json.addProperty("verdict", verdict.label());
        json.addProperty("origin", origin.toString());
        json.addProperty("remark", remark);
        JsonArray list = new JsonArray();
        changes.forEach(list::add);
        json.add("changes", list);
        return json;
    }

    /// Reads what a card wrote.
    ///
    /// @throws IllegalArgumentException if a member is missing or not what a card writes
    public static Evidence of(JsonObject json) {
        Checks.present("json", json);
        List<String> changes = new ArrayList<>();
        if (json.get("changes") == null || !json.get("changes").isJsonArray()) {
            throw new IllegalArgumentException("evidence must have an array 'changes', but is " + json);
        }
        json.getAsJsonArray("changes").forEach(change -> changes.add(change.getAsString()));
        return new Evidence(
                member(json, "id"),
                member(json, "recomputed"),
                Verdict.of(member(json, "verdict")),
                Origin.of(member(json, "origin")),
                member(json, "remark"),
                changes);
    }

    private static String member(JsonObject json, String name) {
        JsonElement value = json.get(name);
        if (value == null || !value.isJsonPrimitive()) {
            throw new IllegalArgumentException("evidence must have a text '" + name + "', but is " + json);
        }
        return value.getAsString();
    }
}
