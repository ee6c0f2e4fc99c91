package infogap.table.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Between a [DataPackage] and the text of its `datapackage.json`. The column's `unit` and the set's `seed` are ours; the standard
/// allows further members.
final class PackageJson {

    private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private PackageJson() {}

    static String print(DataPackage data) {
        JsonObject json = new JsonObject();
        json.addProperty("profile", "tabular-data-package");
        json.addProperty("name", data.name());
        json.addProperty("title", data.title());
        json.add("licenses", oneObject("name", data.rights()));
        json.add("sources", oneObject("title", data.source()));
        data.seed().ifPresent(seed -> json.addProperty("seed", seed));
        JsonArray resources = new JsonArray();
        data.resources().forEach(resource -> resources.add(print(resource)));
        json.add("resources", resources);
        return PRETTY.toJson(json) + "\n";
    }

    private static JsonObject print(DataResource resource) {
        JsonObject json = new JsonObject();
        json.addProperty("name", resource.name());
        json.addProperty("path", resource.path());
        json.addProperty("profile", "tabular-data-resource");
        json.addProperty("encoding", "utf-8");
        json.addProperty("hash", resource.hash());
        JsonArray fields = new JsonArray();
        resource.schema().fields().forEach(field -> fields.add(print(field)));
        JsonObject schema = new JsonObject();
        schema.add("fields", fields);
        json.add("schema", schema);
        return json;
    }

    private static JsonObject print(Field field) {
        JsonObject json = new JsonObject();
        json.addProperty("name", field.name());
        json.addProperty("type", field.type().name().toLowerCase(Locale.ROOT));
        if (!field.unit().isEmpty()) {
            json.addProperty("unit", field.unit());
        }
        json.addProperty("description", field.description());
        JsonObject limits = new JsonObject();
        limits.addProperty("required", field.required());
        if (field.unique()) {
            limits.addProperty("unique", true);
        }
        field.minimum().ifPresent(least -> limits.add("minimum", number(least)));
        field.maximum().ifPresent(most -> limits.add("maximum", number(most)));
        if (!field.categories().isEmpty()) {
            JsonArray categories = new JsonArray();
            field.categories().forEach(categories::add);
            limits.add("enum", categories);
        }
        json.add("constraints", limits);
        return json;
    }

    private static JsonPrimitive number(double value) {
        return value == Math.rint(value) ? new JsonPrimitive((long) value) : new JsonPrimitive(value);
    }

    private static JsonArray oneObject(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        JsonArray array = new JsonArray();
        array.add(object);
        return array;
    }

    static DataPackage parse(Path folder, String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        List<DataResource> resources = new ArrayList<>();
        for (JsonElement resource : array(json, "resources")) {
            resources.add(resource(resource.getAsJsonObject()));
        }
        return new DataPackage(
                folder,
                text(json, "name"),
                text(json, "title"),
                text(array(json, "licenses").get(0).getAsJsonObject(), "name"),
                text(array(json, "sources").get(0).getAsJsonObject(), "title"),
                json.has("seed") ? OptionalLong.of(json.get("seed").getAsLong()) : OptionalLong.empty(),
                resources);
    }

    private static DataResource resource(JsonObject json) {
        List<Field> fields = new ArrayList<>();
        for (JsonElement field : array(member(json, "schema").getAsJsonObject(), "fields")) {
            fields.add(field(field.getAsJsonObject()));
        }
        return new DataResource(text(json, "name"), text(json, "path"), text(json, "hash"), new TableSchema(fields));
    }

    private static Field field(JsonObject json) {
        JsonObject limits = json.has("constraints") ? json.getAsJsonObject("constraints") : new JsonObject();
        List<String> categories = new ArrayList<>();
        if (limits.has("enum")) {
            array(limits, "enum").forEach(category -> categories.add(category.getAsString()));
        }
        return new Field(
                text(json, "name"),
                FieldType.valueOf(text(json, "type").toUpperCase(Locale.ROOT)),
                json.has("unit") ? text(json, "unit") : "",
                text(json, "description"),
                limits.has("required") && limits.get("required").getAsBoolean(),
                limits.has("unique") && limits.get("unique").getAsBoolean(),
                number(limits, "minimum"),
                number(limits, "maximum"),
                categories);
    }

    private static OptionalDouble number(JsonObject json, String name) {
        return json.has(name) ? OptionalDouble.of(json.get(name).getAsDouble()) : OptionalDouble.empty();
    }

    private static String text(JsonObject json, String name) {
        return member(json, name).getAsString();
    }

    private static JsonArray array(JsonObject json, String name) {
        JsonArray array = member(json, name).getAsJsonArray();
        if (array.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' must have at least one element");
        }
        return array;
    }

    private static JsonElement member(JsonObject json, String name) {
        JsonElement member = json.get(name);
        if (member == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return member;
    }
}
