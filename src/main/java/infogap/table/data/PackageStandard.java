package infogap.table.data;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The members of the Frictionless standard that would change what is read and that this reader does not obey: with one of them a description is
/// refused. Sources: the Tabular Data Resource, Table Schema and CSV Dialect specifications, version 1.
final class PackageStandard {

    static final Set<String> RESOURCE = Set.of("data", "compression");
    static final Set<String> SCHEMA = Set.of("primaryKey", "foreignKeys");
    static final Set<String> FIELD = Set.of("trueValues", "falseValues", "bareNumber");
    static final Set<String> CONSTRAINTS = Set.of("pattern", "minLength", "maxLength");

    private static final Set<String> DIALECT_DEFAULTS = Set.of("quoteChar=\"", "doubleQuote=true", "header=true", "lineTerminator=\r\n", "csvddfVersion=1.2",
            "skipInitialSpace=false", "caseSensitiveHeader=true");

    private PackageStandard() {}

    /// Refuses a member of `unread`.
    static void requireReadable(String what, JsonObject json, Set<String> unread) {
        for (String member : json.keySet()) {
            if (unread.contains(member)) {
                throw new IllegalArgumentException(what + " must not have the member '" + member + "', which this reader does not obey, but it is "
                        + json.get(member));
            }
        }
        if (json.has("encoding") && !json.get("encoding").getAsString().equalsIgnoreCase("utf-8")) {
            throw new IllegalArgumentException(what + " must have the encoding utf-8, but has " + json.get("encoding"));
        }
    }

    /// The format of the file: the dialect's delimiter, and the decimal and group characters on which all numeric fields agree.
    static CsvFormat format(String resource, JsonObject json) {
        char separator = ',';
        if (json.has("dialect")) {
            for (var member : json.getAsJsonObject("dialect").entrySet()) {
                String text = member.getValue().getAsString();
                if (member.getKey().equals("delimiter")) {
                    separator = character("delimiter of resource '" + resource + "'", member.getValue());
                } else if (!DIALECT_DEFAULTS.contains(member.getKey() + "=" + text)) {
                    throw new IllegalArgumentException("dialect of resource '" + resource + "' must leave '" + member.getKey()
                            + "' at its default, but has '" + text + "'");
                }
            }
        }
        Set<List<String>> marks = new HashSet<>();
        for (JsonElement element : json.getAsJsonObject("schema").getAsJsonArray("fields")) {
            JsonObject field = element.getAsJsonObject();
            boolean numeric = field.has("type") && Set.of("number", "integer").contains(field.get("type").getAsString());
            if (numeric) {
                marks.add(List.of(field.has("decimalChar") ? field.get("decimalChar").getAsString() : ".",
                        field.has("groupChar") ? field.get("groupChar").getAsString() : ""));
            }
        }
        if (marks.size() > 1) {
            throw new IllegalArgumentException("numeric fields of resource '" + resource + "' must agree on decimalChar and groupChar, but have " + marks);
        }
        List<String> mark = marks.isEmpty() ? List.of(".", "") : marks.iterator().next();
        if (mark.getFirst().length() != 1) {
            throw new IllegalArgumentException("decimalChar of resource '" + resource + "' must be one character, but is '" + mark.getFirst() + "'");
        }
        return new CsvFormat(separator, mark.getFirst().charAt(0), mark.getLast());
    }

    private static char character(String what, JsonElement element) {
        String text = element.getAsString();
        if (text.length() != 1) {
            throw new IllegalArgumentException(what + " must be one character, but is '" + text + "'");
        }
        return text.charAt(0);
    }
}
