package infogap.claims.values;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import infogap.claims.Card;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Printed;
import infogap.claims.Quantity;
import infogap.claims.printed.Reading;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A value that a program in any language computed for a claim.
///
/// ```json
/// {"id": "9-01", "value": "11/122"}
/// {"id": "9-02", "value": 0.0902, "uncertainty": 0.0001}
/// {"id": "9-03", "value": [1.2, 3.4]}
/// {"id": "9-04", "value": 2, "source": "9-03", "from_printed": 2.01}
/// ```
///
/// A JSON integer, and a text that is an integer, a fraction or a decimal, is exact; a JSON number with a point or an exponent was computed in floating point
/// and is off by its `uncertainty`, or without one by the roundings of a short computation. A list is a vector, a list of lists a table, any other text words.
/// With `source`, one id or a list of ids, `from_printed` says what the article's own printed numbers give there.
///
/// @param id the claim
/// @param finding the value
/// @param sources the earlier claims that `fromPrinted` was computed from; empty without one
/// @param fromPrinted the same computation from their printed numbers
public record SentValue(String id, Finding finding, List<String> sources, Optional<Finding> fromPrinted) {

    /// The MIME type of an output that holds one value, or a list of values.
    public static final String MIME_TYPE = "application/vnd.infogap.value+json";

    private static final List<String> MEMBERS = List.of("id", "value", "uncertainty", "source", "from_printed");
    private static final Pattern EXACT = Pattern.compile("[-+]?\\d{1,1000}");
    private static final Pattern EXACT_TEXT = Pattern.compile("[-+]?\\d{1,1000}(?:\\s*/\\s*\\d{1,1000}|\\.\\d{1,1000})?");

    /// @throws IllegalArgumentException if a part is missing, or only one of sources and `fromPrinted` is there
    public SentValue {
        Checks.text("id", id);
        Checks.present("value", finding);
        sources = List.copyOf(Checks.present("source", sources));
        Checks.present("from_printed", fromPrinted);
        if (sources.isEmpty() != fromPrinted.isEmpty()) {
            throw new IllegalArgumentException("source and from_printed must stand together, but of claim '" + id + "' only "
                    + (sources.isEmpty() ? "from_printed" : "source") + " is given");
        }
    }

    /// Reads one value or a list of them.
    ///
    /// @throws IllegalArgumentException naming the member that is missing or wrong
    public static List<SentValue> of(JsonElement json) {
        if (json instanceof JsonArray list) {
            List<SentValue> values = new ArrayList<>();
            list.forEach(element -> values.add(one(element)));
            return List.copyOf(values);
        }
        return List.of(one(json));
    }

    private static SentValue one(JsonElement json) {
        if (!(json instanceof JsonObject object)) {
            throw new IllegalArgumentException("a value must be an object {\"id\": …, \"value\": …} or a list of them, but is " + json);
        }
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            String member = entry.getKey();
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException("a value may have the members " + MEMBERS + ", but '" + member + "' is none of them");
            }
        }
        String id = object.get("id") instanceof JsonPrimitive text ? text.getAsString() : "";
        JsonElement value = object.get("value");
        if (id.isBlank() || value == null || value.isJsonNull()) {
            throw new IllegalArgumentException("a value must have an 'id' and a 'value', but is " + json);
        }
        Optional<Double> uncertainty = object.get("uncertainty") instanceof JsonPrimitive number ? Optional.of(asDouble("uncertainty", number)) : Optional.empty();
        List<String> sources = new ArrayList<>();
        if (object.get("source") instanceof JsonArray list) {
            list.forEach(source -> sources.add(source.getAsString()));
        } else if (object.get("source") instanceof JsonPrimitive source) {
            sources.add(source.getAsString());
        }
        Optional<Finding> fromPrinted = Optional.ofNullable(object.get("from_printed")).map(element -> finding(element, Optional.empty()));
        return new SentValue(id, finding(value, uncertainty), sources, fromPrinted);
    }

    /// Reads a text as a cell of a table or an argument has it: as a JSON text, but a decimal is taken as computed in floating point.
    ///
    /// @param uncertainty how far it may be off; empty for no statement
    /// @throws IllegalArgumentException if the uncertainty is no number
    public static Finding read(String text, String uncertainty) {
        String value = Checks.text("value", text).strip();
        Optional<Double> known = uncertainty.isBlank() ? Optional.empty() : Optional.of(asDouble("uncertainty", new JsonPrimitive(uncertainty.strip())));
        try {
            boolean exact = EXACT_TEXT.matcher(value).matches() && !value.contains(".");
            return exact || Double.isNaN(Double.parseDouble(value)) ? words(value) : number(value, known);
        } catch (NumberFormatException e) {
            return words(value);
        }
    }

    private static Finding finding(JsonElement value, Optional<Double> uncertainty) {
        return switch (value) {
            case JsonArray list when isNumeric(list) -> quantity(list, uncertainty);
            case JsonArray list -> new Finding.Text(list.toString());
            case JsonPrimitive text when text.isString() && uncertainty.isPresent() -> number(text.getAsString(), uncertainty);
            case JsonPrimitive text when text.isString() -> words(text.getAsString());
            case JsonPrimitive number when number.isNumber() -> number(number.getAsString(), uncertainty);
            case JsonPrimitive truth -> new Finding.Text(truth.getAsString());
            default -> throw new IllegalArgumentException("value must be a number, a text or a list, but is " + value);
        };
    }

    private static boolean isNumeric(JsonElement element) {
        return element instanceof JsonArray list
                ? list.size() > 0 && elements(list).stream().allMatch(SentValue::isNumeric)
                : element instanceof JsonPrimitive value && (value.isNumber() || value.isString() && EXACT_TEXT.matcher(value.getAsString()).matches());
    }

    static List<JsonElement> elements(JsonArray list) {
        List<JsonElement> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }

    private static Quantity quantity(JsonElement element, Optional<Double> uncertainty) {
        if (element instanceof JsonArray list) {
            return new Quantity.Vector(elements(list).stream().map(each -> quantity(each, uncertainty)).toList());
        }
        return (Quantity) finding(element, uncertainty);
    }

    /// A text: an exact number, a vector or words.
    private static Finding words(String text) {
        if (EXACT_TEXT.matcher(text).matches()) {
            return new Finding.ExactValue(Fractions.of(text));
        }
        return Printed.of(text).reading() instanceof Reading.Number number && number.exact()
                ? new Finding.ExactValue(number.value())
                : new Finding.Text(text);
    }

    private static Finding number(String digits, Optional<Double> uncertainty) {
        if (uncertainty.isEmpty() && EXACT.matcher(digits).matches()) {
            return new Finding.ExactValue(Fractions.of(digits));
        }
        double value = asDouble("value", new JsonPrimitive(digits));
        return uncertainty.<Finding>map(known -> new Finding.Value(value, Math.max(known, Math.ulp(value)))).orElseGet(() -> new Finding.Value(value));
    }

    private static double asDouble(String member, JsonPrimitive number) {
        try {
            return Checks.finite(member, new BigDecimal(number.getAsString()).doubleValue());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(member + " must be a finite number, but is '" + number.getAsString() + "'", e);
        }
    }

    /// Holds the value against its claim.
    ///
    /// @throws IllegalArgumentException if there is no such claim, or the value does not fit what is printed
    public Card check(Ledger ledger) {
        return fromPrinted.map(there -> ledger.check(id, finding, sources, there)).orElseGet(() -> ledger.check(id, finding));
    }
}
