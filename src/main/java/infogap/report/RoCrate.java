package infogap.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The report's folder as a research object ([RO-Crate 1.3](https://w3id.org/ro/crate/1.3)): what each file is, and which run made which from which.
final class RoCrate {

    /// The file that makes a folder a crate.
    static final String FILE = "ro-crate-metadata.json";

    private static final String VERSION = "https://w3id.org/ro/crate/1.3";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("json", "application/json"), Map.entry("csv", "text/csv"), Map.entry("html", "text/html"), Map.entry("xml", "application/xml"),
            Map.entry("md", "text/markdown"), Map.entry("svg", "image/svg+xml"), Map.entry("sarif", "application/sarif+json"), Map.entry("jsonld", "application/ld+json"),
            Map.entry("ipynb", "application/x-ipynb+json"));

    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("index.html", "the claims ledger as a page"),
            Map.entry("ledger.json", "the claims ledger"),
            Map.entry(LedgerJson.SCHEMA, "JSON Schema of ledger.json"),
            Map.entry("ledger.csv", "the claims ledger as a table"),
            Map.entry("junit.xml", "the claims ledger as a test report"),
            Map.entry("summary.md", "the claims ledger for a pull request"),
            Map.entry("badge.svg", "the claims ledger in one line"),
            Map.entry("ledger.sarif", "the findings at their lines of the claims files"),
            Map.entry("claim-reviews.jsonld", "the checked claims as schema.org ClaimReview"));

    private RoCrate() {}

    /// @param files the names of all files of the report but this one
    /// @param date when the newest input was changed, as 2026-11-28
    static String text(SettledLedger ledger, List<String> files, String date) {
        JsonArray graph = new JsonArray();
        JsonObject descriptor = entity(FILE, "CreativeWork");
        descriptor.add("conformsTo", reference(VERSION));
        descriptor.add("about", reference("./"));
        graph.add(descriptor);
        Map<String, JsonObject> entities = new LinkedHashMap<>();
        for (String file : files) {
            if (!file.startsWith("assets/")) {
                entities.put(file, file(file));
            }
        }
        JsonObject root = entity("./", "Dataset");
        root.addProperty("name", "Claims ledger");
        root.addProperty("description", "What " + (ledger.papers().size() == 1 ? "an article prints" : ledger.papers().size() + " articles print")
                + ", recomputed: " + ledger.settlements().size() + " claims, the notebooks that check them, and the verdicts.");
        root.addProperty("datePublished", date);
        root.add("license", reference("#license"));
        root.add("hasPart", references(entities.keySet()));
        JsonArray mentions = new JsonArray();
        mentions.add(reference("#run"));
        root.add("mentions", mentions);
        graph.add(root);
        JsonObject licence = entity("#license", "CreativeWork");
        licence.addProperty("name", "not stated");
        licence.addProperty("description", "The claims and notebooks are under the terms of the project that they come from.");
        graph.add(licence);
        entities.values().forEach(graph::add);
        graph.add(run(entities));
        JsonObject program = entity("#infogap", "SoftwareApplication");
        program.addProperty("name", "Infogap");
        program.addProperty("softwareVersion", "0.1");
        graph.add(program);
        JsonObject crate = new JsonObject();
        crate.addProperty("@context", VERSION + "/context");
        crate.add("@graph", graph);
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(crate) + "\n";
    }

    private static JsonObject run(Map<String, JsonObject> entities) {
        JsonObject run = entity("#run", "CreateAction");
        run.addProperty("name", "Execute the notebooks and settle the ledger");
        run.add("instrument", reference("#infogap"));
        run.add("object", references(entities.keySet().stream().filter(RoCrate::isInput).toList()));
        run.add("result", references(entities.keySet().stream().filter(file -> !isInput(file)).toList()));
        return run;
    }

    private static boolean isInput(String file) {
        return file.startsWith("papers/") || file.endsWith(".ipynb");
    }

    private static JsonObject file(String name) {
        JsonObject file = entity(name, "File");
        String title = name.endsWith("claims.csv") ? "claims of " + name : DESCRIPTIONS.getOrDefault(name, name.endsWith(".ipynb") ? "executed notebook " + name : name);
        file.addProperty("name", title);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (TYPES.containsKey(ending)) {
            file.addProperty("encodingFormat", TYPES.get(ending));
        }
        return file;
    }

    private static JsonObject entity(String id, String type) {
        JsonObject entity = new JsonObject();
        entity.addProperty("@id", id.startsWith("#") ? id : path(id));
        entity.addProperty("@type", type);
        return entity;
    }

    private static JsonArray references(Iterable<String> ids) {
        JsonArray references = new JsonArray();
        ids.forEach(id -> references.add(reference(id)));
        return references;
    }

    private static JsonObject reference(String id) {
        JsonObject reference = new JsonObject();
        reference.addProperty("@id", id.startsWith("#") || id.startsWith("https:") ? id : path(id));
        return reference;
    }

    /// A file's name as a relative URI: what may not stand in one is escaped.
    private static String path(String name) {
        StringBuilder path = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            int c = each & 0xFF;
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0;
            path.append(plain ? String.valueOf((char) c) : String.format("%%%02X", c));
        }
        return path.toString();
    }
}
