package infogap.feedback.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The part of JSON Schema that the OpenAPI document uses. A keyword that this class does not know is an error, so that nothing
/// in the document is silently left unchecked.
final class JsonSchema {

    private static final Set<String> NOT_CONSTRAINTS = Set.of("description", "default");

    private final JsonObject document;
    private final List<String> violations = new ArrayList<>();

    private JsonSchema(JsonObject document) {
        this.document = document;
    }

    /// What is wrong with the value; empty when it fits the schema.
    static List<String> violations(JsonObject document, JsonObject schema, JsonElement value) {
        JsonSchema check = new JsonSchema(document);
        check.check("$", schema, value);
        return check.violations;
    }

    private void check(String where, JsonObject schema, JsonElement value) {
        for (Map.Entry<String, JsonElement> keyword : schema.entrySet()) {
            JsonElement bound = keyword.getValue();
            boolean holds = switch (keyword.getKey()) {
                case "$ref" -> {
                    check(where, resolve(bound.getAsString()), value);
                    yield true;
                }
                case "type" -> isOfType(bound.getAsString(), value);
                case "enum" -> bound.getAsJsonArray().contains(value);
                case "pattern" -> !isString(value) || value.getAsString().matches(bound.getAsString());
                case "format" -> !isString(value) || isInstant(bound.getAsString(), value.getAsString());
                case "minLength" -> !isString(value) || length(value) >= bound.getAsInt();
                case "maxLength" -> !isString(value) || length(value) <= bound.getAsInt();
                case "minimum" -> !isNumber(value) || value.getAsBigDecimal().compareTo(bound.getAsBigDecimal()) >= 0;
                case "maximum" -> !isNumber(value) || value.getAsBigDecimal().compareTo(bound.getAsBigDecimal()) <= 0;
                case "required" -> !value.isJsonObject() || hasAll(bound.getAsJsonArray(), value.getAsJsonObject());
                case "properties" -> {
                    checkProperties(where, bound.getAsJsonObject(), value);
                    yield true;
                }
                case "additionalProperties" -> !value.isJsonObject() || bound.getAsBoolean()
                        || schema.getAsJsonObject("properties").keySet().containsAll(value.getAsJsonObject().keySet());
                case "items" -> {
                    checkItems(where, bound.getAsJsonObject(), value);
                    yield true;
                }
                case String other when NOT_CONSTRAINTS.contains(other) -> true;
                case String other -> throw new IllegalStateException("keyword '" + other + "' of the schema is not checked");
            };
            if (!holds) {
                violations.add(where + " breaks " + keyword.getKey() + " " + bound + ": " + value);
            }
        }
    }

    private JsonObject resolve(String reference) {
        JsonElement target = document;
        for (String part : reference.replaceFirst("^#/", "").split("/")) {
            target = target.getAsJsonObject().get(part);
            if (target == null) {
                throw new IllegalStateException("the document does not hold " + reference);
            }
        }
        return target.getAsJsonObject();
    }

    private void checkProperties(String where, JsonObject properties, JsonElement value) {
        if (value.isJsonObject()) {
            properties.asMap().forEach((name, schema) -> {
                if (value.getAsJsonObject().has(name)) {
                    check(where + "." + name, schema.getAsJsonObject(), value.getAsJsonObject().get(name));
                }
            });
        }
    }

    private void checkItems(String where, JsonObject schema, JsonElement value) {
        if (value.isJsonArray()) {
            for (int i = 0; i < value.getAsJsonArray().size(); i++) {
                check(where + "[" + i + "]", schema, value.getAsJsonArray().get(i));
            }
        }
    }

    private static boolean hasAll(JsonArray names, JsonObject value) {
        return names.asList().stream().allMatch(name -> value.has(name.getAsString()));
    }

    private static boolean isOfType(String type, JsonElement value) {
        return switch (type) {
            case "object" -> value.isJsonObject();
            case "array" -> value.isJsonArray();
            case "string" -> isString(value);
            case "number" -> isNumber(value);
            case "integer" -> isNumber(value) && isWhole(value.getAsBigDecimal());
            case "boolean" -> value instanceof JsonPrimitive primitive && primitive.isBoolean();
            default -> throw new IllegalStateException("type '" + type + "' of the schema is not checked");
        };
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isString(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static boolean isNumber(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isNumber();
    }

    private static int length(JsonElement value) {
        String text = value.getAsString();
        return text.codePointCount(0, text.length());
    }

    private static boolean isInstant(String format, String text) {
        if (!format.equals("date-time")) {
            throw new IllegalStateException("format '" + format + "' of the schema is not checked");
        }
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
