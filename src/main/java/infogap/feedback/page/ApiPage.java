package infogap.feedback.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.display.Markup;
import java.util.Locale;
import java.util.Map;

/// The description of the interface for programs as a page, made from `openapi.json`, so that the two cannot differ.
public final class ApiPage {

    private final JsonObject document;
    private final Site site;

    private ApiPage(JsonObject document, Site site) {
        this.document = document;
        this.site = site;
    }

    /// As HTML.
    public static String html(String document, Site site) {
        return new ApiPage(JsonParser.parseString(document).getAsJsonObject(), site).html();
    }

    private String html() {
        StringBuilder cards = new StringBuilder();
        document.getAsJsonObject("paths").asMap().forEach((path, methods) -> methods.getAsJsonObject().asMap()
                .forEach((method, operation) -> cards.append(card(method, path, operation.getAsJsonObject()))));
        String head = "<p>" + text(document.getAsJsonObject("info"), "description") + " The same as OpenAPI: <a href=\"" + site.base()
                + "/openapi.json\">openapi.json</a>.</p>";
        return Layout.page(site, "For programs · Customer trust", head, "<main class=\"one\">" + cards + schemas() + "</main>");
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) ? Markup.escaped(object.get(name).getAsString()) : "";
    }

    private String card(String method, String path, JsonObject operation) {
        StringBuilder rows = new StringBuilder();
        if (operation.has("parameters")) {
            for (JsonElement element : operation.getAsJsonArray("parameters")) {
                JsonObject parameter = element.getAsJsonObject();
                if (parameter.has("$ref")) {
                    String[] way = parameter.get("$ref").getAsString().split("/");
                    parameter = document.getAsJsonObject(way[1]).getAsJsonObject(way[2]).getAsJsonObject(way[3]);
                }
                rows.append(row(text(parameter, "in") + " <code>" + text(parameter, "name") + "</code>",
                        text(parameter, "description") + " " + type(parameter.getAsJsonObject("schema"))));
            }
        }
        if (operation.has("requestBody")) {
            rows.append(row("body", content(operation.getAsJsonObject("requestBody"))));
        }
        operation.getAsJsonObject("responses").asMap().forEach((status, answer) -> {
            JsonObject response = answer.getAsJsonObject();
            if (response.has("$ref")) {
                String[] way = response.get("$ref").getAsString().split("/");
                response = document.getAsJsonObject(way[1]).getAsJsonObject(way[2]).getAsJsonObject(way[3]);
            }
            rows.append(row("<b>" + status + "</b>", text(response, "description") + " " + content(response)));
        });
        return "<article class=\"card\"><h2><code>" + method.toUpperCase(Locale.ROOT) + " " + Markup.escaped(path) + "</code></h2><p>"
                + text(operation, "summary") + "</p><table><tbody>" + rows + "</tbody></table></article>";
    }

    private static String row(String left, String right) {
        return "<tr><td>" + left + "</td><td>" + right + "</td></tr>";
    }

    private static String content(JsonObject holder) {
        if (!holder.has("content")) {
            return "";
        }
        StringBuilder content = new StringBuilder();
        for (Map.Entry<String, JsonElement> kind : holder.getAsJsonObject("content").entrySet()) {
            content.append("<code>" + Markup.escaped(kind.getKey()) + "</code> " + type(kind.getValue().getAsJsonObject().getAsJsonObject("schema")) + " ");
        }
        return content.toString();
    }

    private static String type(JsonObject schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").getAsString().replaceFirst(".*/", "");
            return "<a href=\"#" + name + "\">" + name + "</a>";
        }
        StringBuilder type = new StringBuilder(text(schema, "type"));
        if (schema.has("items")) {
            type.append(" of ").append(type(schema.getAsJsonObject("items")));
        }
        for (String bound : new String[] {"minimum", "maximum", "minLength", "maxLength", "default", "format", "pattern", "enum"}) {
            if (schema.has(bound)) {
                type.append(", ").append(bound).append(" <code>").append(Markup.escaped(schema.get(bound).toString())).append("</code>");
            }
        }
        return type.toString();
    }

    private String schemas() {
        StringBuilder cards = new StringBuilder();
        document.getAsJsonObject("components").getAsJsonObject("schemas").asMap().forEach((name, element) -> {
            JsonObject schema = element.getAsJsonObject();
            StringBuilder rows = new StringBuilder();
            if (schema.has("properties")) {
                schema.getAsJsonObject("properties").asMap().forEach((field, value) -> rows.append(row("<code>" + Markup.escaped(field) + "</code>",
                        text(value.getAsJsonObject(), "description") + " " + type(value.getAsJsonObject()))));
            }
            cards.append("<article class=\"card\" id=\"" + name + "\"><h2>" + name + "</h2><p>" + text(schema, "description")
                    + (schema.has("properties") ? "" : " " + type(schema)) + "</p><table><tbody>" + rows + "</tbody></table></article>");
        });
        return cards.toString();
    }
}
