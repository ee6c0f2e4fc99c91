package infogap.table.data;

import com.google.gson.JsonNull;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Between a [DataPackage] and the text of its `datapackage.json`. The column's `unit` and the set's `seed` are ours; the standard
/// allows further members. A member of the standard that would change how a cell is read is either obeyed or refused, never passed over.
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
        if (resource.format().separator() != CsvFormat.STANDARD.separator()) {
            JsonObject dialect = new JsonObject();
            dialect.addProperty("delimiter", String.valueOf(resource.format().separator()));
            json.add("dialect", dialect);
        }
        JsonArray fields = new JsonArray();
        resource.schema().fields().forEach(field -> fields.add(print(field, resource.format())));
        JsonObject schema = new JsonObject();
        schema.add("fields", fields);
        if (!resource.schema().missingValues().equals(List.of(""))) {
            JsonArray missing = new JsonArray();
            resource.schema().missingValues().forEach(missing::add);
            schema.add("missingValues", missing);
        }
        json.add("schema", schema);
        return json;
    }

    private static JsonObject print(Field field, CsvFormat format) {
        JsonObject json = new JsonObject();
        json.addProperty("name", field.name());
        json.addProperty("type", field.type().toString());
        if (field.dates() != DateForm.ISO) {
            json.addProperty("format", field.dates().pattern());
        }
        if (field.type().isNumeric() && format.decimalMark() != '.') {
            json.addProperty("decimalChar", String.valueOf(format.decimalMark()));
        }
        if (field.type().isNumeric() && !format.grouping().isEmpty()) {
            json.addProperty("groupChar", format.grouping());
        }
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
        JsonObject json = element(text).getAsJsonObject();
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

    /// IJava puts a Gson of 2018 (2.8.5) in front of this library's, which parses so.
    private static JsonElement element(String text) {
        JsonElement parsed = new Gson().fromJson(text, JsonElement.class);
        return parsed == null ? JsonNull.INSTANCE : parsed;
    }

    private static DataResource resource(JsonObject json) {
        String name = text(json, "name");
        PackageStandard.requireReadable("resource '" + name + "'", json, PackageStandard.RESOURCE);
        JsonObject schema = member(json, "schema").getAsJsonObject();
        PackageStandard.requireReadable("schema of resource '" + name + "'", schema, PackageStandard.SCHEMA);
        List<Field> fields = new ArrayList<>();
        for (JsonElement field : array(schema, "fields")) {
            fields.add(field(field.getAsJsonObject()));
        }
        List<String> missing = new ArrayList<>();
        if (schema.has("missingValues")) {
            schema.getAsJsonArray("missingValues").forEach(value -> missing.add(value.getAsString()));
        } else {
            missing.add("");
        }
        return new DataResource(name, text(json, "path"), text(json, "hash"), PackageStandard.format(name, json), new TableSchema(fields, missing));
    }

    private static Field field(JsonObject json) {
        String name = text(json, "name");
        PackageStandard.requireReadable("field '" + name + "'", json, PackageStandard.FIELD);
        JsonObject limits = json.has("constraints") ? json.getAsJsonObject("constraints") : new JsonObject();
        PackageStandard.requireReadable("constraints of field '" + name + "'", limits, PackageStandard.CONSTRAINTS);
        List<String> categories = new ArrayList<>();
        if (limits.has("enum")) {
            array(limits, "enum").forEach(category -> categories.add(category.getAsString()));
        }
        FieldType type = type(name, json);
        String format = json.has("format") ? text(json, "format") : "default";
        if (type != FieldType.DATE && !format.equals("default")) {
            throw new IllegalArgumentException("format of field '" + name + "' of type " + type + " must be default, but is '" + format + "'");
        }
        return new Field(
                name,
                type,
                json.has("unit") ? text(json, "unit") : "",
                json.has("description") ? text(json, "description") : "",
                limits.has("required") && limits.get("required").getAsBoolean(),
                limits.has("unique") && limits.get("unique").getAsBoolean(),
                number(limits, "minimum"),
                number(limits, "maximum"),
                categories,
                type == FieldType.DATE ? DateForm.of(format) : DateForm.ISO);
    }

    private static FieldType type(String field, JsonObject json) {
        try {
            return FieldType.of(text(json, "type"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("field '" + field + "': " + e.getMessage(), e);
        }
    }

    private static OptionalDouble number(JsonObject json, String name) {
        return json.has(name) ? OptionalDouble.of(json.get(name).getAsDouble()) : OptionalDouble.empty();
    }

    private static String text(JsonObject json, String name) {
        return member(json, name).getAsString();
    }

    private static JsonArray array(JsonObject json, String name) {
        JsonArray array = member(json, name).getAsJsonArray();
        if (array.size() == 0) {
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
