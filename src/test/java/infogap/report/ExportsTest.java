package infogap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import infogap.claims.Ledger;
import infogap.claims.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The ledger in the forms that others read, read by others where they are installed: Python's jsonschema, junitparser and rdflib, the JDK's XML parser; where there is
/// Node, Ajv with the schema of SARIF that Microsoft publishes, and the table reader of the Frictionless project.
class ExportsTest {

    private static final String CLAIMS = """
            id,document,claim,printed,correct,verdict,origin,reason,waiver,coder
            1,a.txt,<b>0.18</b> + 0.08 | `x`,0.28,13/50,wrong arithmetic,root,a factor is missing,,JD
            2,a.txt,0.54 + 0.04,0.58,29/50,reproduced,,,,JD
            3,b.txt,收入 rises,,,unsupported,,,no data anywhere in the article,JD
            4,b.txt,never checked,1,1,reproduced,,,,JD
            """;

    private static final Path MODULES = Path.of("target", "schema-readers");
    private static final List<String> READERS = List.of("ajv@8.20.0", "ajv-draft-04@1.0.0", "ajv-formats@3.0.1", "@microsoft/jest-sarif@1.0.0-beta.0", "tableschema@1.12.6");

    @TempDir
    private Path folder;

    private Path report;

    @BeforeEach
    void writeReport() throws IOException, javax.xml.parsers.ParserConfigurationException {
        Files.createDirectories(folder.resolve("papers/mine"));
        Files.writeString(folder.resolve("papers/mine/claims.csv"), CLAIMS);
        Files.writeString(folder.resolve("papers/mine/README.md"), "# A paper & its numbers\n");
        Files.writeString(folder.resolve("papers/mine/values.json"), "[{\"id\": \"1\", \"value\": \"13/50\"}, {\"id\": \"2\", \"value\": 0.58}, {\"id\": \"9\", \"value\": 1}]");
        Ledger ledger = Ledger.of(folder.resolve("papers"));
        SettledLedger settled = Settling.of(ledger).withValuesBeside(folder.resolve("papers/mine/claims.csv"), folder).settled();
        report = folder.resolve("report");
        Report.write(report, settled, Map.of(), folder);
    }

    @Test
    void theLedgerHasAVersionAndASchemaThatKnowsEveryVerdict() throws IOException, InterruptedException {
        JsonObject ledger = json("ledger.json").getAsJsonObject();
        assertEquals(LedgerJson.VERSION, ledger.get("version").getAsString());
        assertEquals("A paper & its numbers", ledger.getAsJsonArray("papers").get(0).getAsJsonObject().get("title").getAsString());
        JsonObject first = ledger.getAsJsonArray("claims").get(0).getAsJsonObject();
        assertEquals("JD", first.getAsJsonObject("own").get("coder").getAsString());
        assertEquals("wrong arithmetic", first.get("pinned").getAsString());
        JsonArray known = json("ledger.schema.json").getAsJsonObject().getAsJsonObject("properties").getAsJsonObject("claims").getAsJsonObject("items")
                .getAsJsonObject("properties").getAsJsonObject("verdict").getAsJsonArray("enum");
        Set<String> labels = Arrays.stream(Verdict.values()).map(Verdict::label).collect(Collectors.toSet());
        labels.add("");
        assertEquals(labels, StreamSupport.stream(known.spliterator(), false).map(JsonElement::getAsString).collect(Collectors.toSet()));
        python("jsonschema", "import json, jsonschema; jsonschema.validate(json.load(open('ledger.json')), json.load(open('ledger.schema.json'))); print('ok')");
    }

    @Test
    void theTableHasARowForEachClaim() throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text("ledger.csv"))) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            assertEquals(List.of("1", "2", "3", "4"), rows.stream().map(row -> row.getField("id")).toList());
            assertEquals(List.of("as pinned", "as pinned", "waived", "unchecked"), rows.stream().map(row -> row.getField("status")).toList());
            assertEquals("13/50", rows.getFirst().getField("recomputed"));
        }
    }

    @Test
    void eachClaimIsATest() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text("junit.xml").getBytes(StandardCharsets.UTF_8)));
        assertEquals(5, xml.getElementsByTagName("testcase").getLength());
        assertEquals(2, xml.getElementsByTagName("failure").getLength(), "the unchecked claim, and the value of no claim");
        assertEquals(1, xml.getElementsByTagName("skipped").getLength());
        assertEquals("1 <b>0.18</b> + 0.08 | `x`", ((Element) xml.getElementsByTagName("testcase").item(0)).getAttribute("name"));
        python("junitparser", "from junitparser import JUnitXml; x = JUnitXml.fromfile('junit.xml'); assert sum(s.failures for s in x) == 2 and sum(s.tests for s in x) == 5; print('ok')");
    }

    @Test
    void findingsStandAtTheirLines() throws IOException {
        JsonObject run = json("ledger.sarif").getAsJsonObject().getAsJsonArray("runs").get(0).getAsJsonObject();
        JsonArray results = run.getAsJsonArray("results");
        assertEquals(List.of("note", "error", "error"), StreamSupport.stream(results.spliterator(), false).map(r -> r.getAsJsonObject().get("level").getAsString()).toList());
        JsonObject place = results.get(0).getAsJsonObject().getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
        assertEquals("papers/mine/claims.csv", place.getAsJsonObject("artifactLocation").get("uri").getAsString());
        assertEquals(2, place.getAsJsonObject("region").get("startLine").getAsInt());
        Set<String> rules = StreamSupport.stream(run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules").spliterator(), false)
                .map(rule -> rule.getAsJsonObject().get("id").getAsString()).collect(Collectors.toSet());
        results.forEach(result -> assertTrue(rules.contains(result.getAsJsonObject().get("ruleId").getAsString()), result.toString()));
    }

    @Test
    void othersReadersAcceptTheFindingsAndTheClaimsFiles() throws IOException, InterruptedException {
        node("""
                const fs = require('fs');
                const Ajv = require('ajv-draft-04');
                const ajv = new Ajv({strict: false, unicodeRegExp: false});
                require('ajv-formats')(ajv);
                const sarif = JSON.parse(fs.readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')));
                const valid = ajv.compile(sarif);
                const log = JSON.parse(fs.readFileSync('ledger.sarif'));
                if (!valid(log)) throw new Error(JSON.stringify(valid.errors));
                delete log.runs[0].tool;
                if (valid(log)) throw new Error('the schema accepts everything');

                const {Schema, Table} = require('tableschema');
                const columns = JSON.parse(fs.readFileSync(process.argv[1])).fields;
                const badRows = async text => {
                  fs.writeFileSync('table.csv', text);
                  const fields = text.split('\\n')[0].split(',').map(name => columns.find(column => column.name === name) || {name, type: 'string'});
                  const table = await Table.load('table.csv', {schema: await Schema.load({fields}, {strict: true})});
                  return (await table.read({forceCast: true})).filter(row => row instanceof Error).length;
                };
                (async () => {
                  const claims = fs.readFileSync('papers/mine/claims.csv', 'utf8').trim();
                  if (await badRows(claims) !== 0) throw new Error('the claims are refused');
                  if (await badRows(claims.replace('unsupported', 'unsuported')) !== 1) throw new Error('a misspelt verdict is accepted');
                  console.log('ok');
                })();
                """, Path.of("src/main/resources/infogap/claims/claims.schema.json").toAbsolutePath().toString());
    }

    @Test
    void theFolderIsACrateOfItsFiles() throws IOException {
        JsonArray graph = json(RoCrate.FILE).getAsJsonObject().getAsJsonArray("@graph");
        Map<String, JsonObject> byId = StreamSupport.stream(graph.spliterator(), false).map(JsonElement::getAsJsonObject)
                .collect(Collectors.toMap(entity -> entity.get("@id").getAsString(), entity -> entity));
        assertEquals("https://w3id.org/ro/crate/1.3", byId.get(RoCrate.FILE).getAsJsonObject("conformsTo").get("@id").getAsString());
        JsonArray parts = byId.get("./").getAsJsonArray("hasPart");
        assertTrue(parts.size() >= 9, parts.toString());
        parts.forEach(part -> assertTrue(Files.exists(report.resolve(part.getAsJsonObject().get("@id").getAsString())), part.toString()));
        parts.forEach(part -> assertTrue(byId.containsKey(part.getAsJsonObject().get("@id").getAsString())));
    }

    @Test
    void checkedClaimsAreReviews() throws IOException {
        JsonArray reviews = json("claim-reviews.jsonld").getAsJsonObject().getAsJsonArray("@graph");
        assertEquals(List.of(1, 5), StreamSupport.stream(reviews.spliterator(), false)
                .map(review -> review.getAsJsonObject().getAsJsonObject("reviewRating").get("ratingValue").getAsInt()).toList());
    }

    @Test
    void linkedDataAreTriples() throws IOException, InterruptedException {
        // the published contexts are not asked for over the network: their names are those of schema.org, and of Dublin Core for what a crate conforms to
        python("rdflib", """
                import json, rdflib
                schema = rdflib.Namespace('https://schema.org/')
                def graph(name):
                    document = json.load(open(name))
                    document['@context'] = {'@vocab': str(schema), 'conformsTo': 'http://purl.org/dc/terms/conformsTo'}
                    return rdflib.Graph().parse(data=json.dumps(document), format='json-ld')
                reviews = graph('claim-reviews.jsonld')
                assert len(list(reviews.subjects(rdflib.RDF.type, schema.ClaimReview))) == 2, len(reviews)
                for review in reviews.subjects(rdflib.RDF.type, schema.ClaimReview):
                    assert reviews.value(review, schema.itemReviewed) and reviews.value(review, schema.reviewRating)
                crate = graph('ro-crate-metadata.json')
                root, = crate.subjects(rdflib.RDF.type, schema.Dataset)
                parts = list(crate.objects(root, schema.hasPart))
                assert len(parts) >= 9 and all((part, rdflib.RDF.type, None) in crate for part in parts), parts
                print('ok')
                """);
    }

    @Test
    void aPullRequestAndAWebPageGetALine() throws Exception {
        String summary = text("summary.md");
        assertTrue(summary.contains("**2 not as pinned**") && summary.contains("\\<b\\>0.18\\</b\\> + 0.08 \\| \\`x\\`"), summary);
        Document badge = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text("badge.svg").getBytes(StandardCharsets.UTF_8)));
        assertEquals("claims: 2 not as pinned", badge.getDocumentElement().getAttribute("aria-label"));
    }

    @Test
    void oneLedgerIsToldFromAnother() throws IOException {
        Path other = folder.resolve("other.json");
        Files.writeString(other, text("ledger.json").replace("\"recomputed\": \"13/50\"", "\"recomputed\": \"14/50\"").replace("\"id\": \"4\"", "\"id\": \"5\""));
        assertEquals(List.of("claim 1: the recomputed value was '13/50' and is '14/50'", "claim 5 is new: never checked: unchecked", "claim 4 is gone: never checked"),
                LedgerDifference.between(report.resolve("ledger.json"), other).sentences());
        assertEquals("Nothing changed.", LedgerDifference.between(other, other).toString());
    }

    private String text(String file) throws IOException {
        return Files.readString(report.resolve(file));
    }

    private JsonElement json(String file) throws IOException {
        return JsonParser.parseString(text(file));
    }

    private void python(String module, String program) throws IOException, InterruptedException {
        Path interpreter = Path.of("/usr/bin/python3");
        assumeTrue(Files.exists(interpreter), "no Python here to read it with");
        assumeTrue(new ProcessBuilder(interpreter.toString(), "-c", "import " + module).start().waitFor() == 0, "Python has no " + module + " here to read it with");
        assertEquals("ok", said(new ProcessBuilder(interpreter.toString(), "-c", program).directory(report.toFile())));
    }

    /// Runs a program that finds [#READERS], which are installed once for all runs; skips where there is no Node or nowhere to install them from.
    private void node(String program, String argument) throws IOException, InterruptedException {
        assumeTrue(starts("node", "--version"), "no Node here to read it with");
        Path modules = MODULES.toAbsolutePath().resolve("node_modules");
        if (!Files.isDirectory(modules.resolve("tableschema"))) {
            Files.createDirectories(MODULES);
            Files.writeString(MODULES.resolve("package.json"), "{\"private\": true}\n");
            List<String> install = new ArrayList<>(List.of("npm", "install", "--prefix", MODULES.toString(), "--no-audit", "--no-fund", "--ignore-scripts"));
            install.addAll(READERS);
            assumeTrue(starts(install.toArray(String[]::new)) && Files.isDirectory(modules.resolve("tableschema")), "npm does not install the readers here");
        }
        ProcessBuilder node = new ProcessBuilder("node", "--no-deprecation", "-e", program, argument).directory(report.toFile());
        node.environment().put("NODE_PATH", modules.toString());
        assertEquals("ok", said(node));
    }

    private static boolean starts(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// What a program prints that ends well.
    private static String said(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.strip();
    }
}
