package infogap.table.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

class DataPackageTest {

    private static final Path DATA = Path.of("data");

    @TempDir
    Path folder;

    static List<Path> packages() throws IOException {
        try (Stream<Path> folders = Files.list(DATA)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void theDataFolderHoldsThePackagesThatItsReadmeLists() throws IOException {
        String readme = Files.readString(DATA.resolve("README.md"));
        assertTrue(packages().size() >= 6, packages().toString());
        for (Path data : packages()) {
            assertTrue(readme.contains("`" + data.getFileName() + "/`"), data.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageIsDescribedCompletelyAndItsFilesMatch(Path data) throws IOException {
        DataPackage read = DataPackage.read(data);
        assertEquals(data.getFileName().toString(), read.name());
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(read.resources().size() + 1, files.count(), "every file is a resource or the description");
        }
        for (DataResource resource : read.resources()) {
            Table table = read.table(resource.name());
            assertTrue(table.rowCount() > 0, resource.name());
            resource.schema().fields().forEach(field -> assertFalse(field.description().isBlank(), field.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aDescriptionPrintedAndReadAgainIsTheSame(Path data) throws IOException {
        DataPackage read = DataPackage.read(data);
        Files.writeString(folder.resolve(DataPackage.FILE_NAME), read.toJson());
        DataPackage again = DataPackage.read(folder);
        assertEquals(read.resources(), again.resources());
        assertEquals(read.toJson(), again.toJson());
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        copy("article-004", "customers.csv", "1,25,50000", "1,25,50001");
        InvalidDataException refused = assertThrows(InvalidDataException.class, () -> DataPackage.read(folder).table("customers"));
        assertTrue(refused.getMessage().endsWith("as described: the file was changed"), refused.getMessage());
    }

    @Test
    void aChangeThatBreaksACellIsReportedAtTheCell() throws IOException {
        copy("article-004", "customers.csv", "1,25,50000", "1,young,50000");
        InvalidDataException refused = assertThrows(InvalidDataException.class, () -> DataPackage.read(folder).table("customers"));
        assertTrue(refused.getMessage().contains("row 1 (line 2), column 'age': found 'young'"), refused.getMessage());
    }

    @Test
    void aDescriptionThatIsNotThereOrNoneIsRefused() throws IOException {
        assertTrue(assertThrows(InvalidDataException.class, () -> DataPackage.read(folder)).getMessage().contains("no such file"));
        for (String json : List.of("{", "[]", "{\"name\": \"x\"}", "{\"resources\": 3}")) {
            Files.writeString(folder.resolve(DataPackage.FILE_NAME), json);
            InvalidDataException refused = assertThrows(InvalidDataException.class, () -> DataPackage.read(folder), json);
            assertTrue(refused.getMessage().contains("a description that cannot be used"), refused.getMessage());
        }
    }

    @Test
    void aResourceThatIsNotDescribedIsRefusedWithThoseThatAre() {
        DataPackage read = DataPackage.read(DATA.resolve("article-004"));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> read.table("sellers"));
        assertTrue(refused.getMessage().contains("[customers, bands]"), refused.getMessage());
    }

    private DataPackage described(String csv, String resource, String schema) throws IOException {
        Files.writeString(folder.resolve("t.csv"), csv);
        Files.writeString(folder.resolve(DataPackage.FILE_NAME), """
                {"name": "t", "title": "t", "licenses": [{"name": "CC0"}], "sources": [{"title": "ours"}],
                 "resources": [{"name": "t", "path": "t.csv", "hash": "%s"%s, "schema": {%s}}]}
                """.formatted(DataResource.hashOf(csv.getBytes(StandardCharsets.UTF_8)), resource, schema));
        return DataPackage.read(folder);
    }

    @Test
    void whatADescriptionSaysAboutCellsIsObeyed() throws IOException {
        DataPackage read = described("day;x;year\n7.3.2024;1.234,5;2024\n-;n.a.;-\n", ", \"dialect\": {\"delimiter\": \";\", \"header\": true}",
                """
                "missingValues": ["-", "n.a."], "fields": [{"name": "day", "type": "date", "format": "%d.%m.%Y"},
                {"name": "x", "type": "number", "decimalChar": ",", "groupChar": "."}, {"name": "year", "type": "year"}]""");
        Table table = read.table("t");
        assertEquals(LocalDate.of(2024, 3, 7), table.dateColumn("day").get(0));
        assertEquals(1234.5, table.doubleColumn("x").get(0));
        assertEquals(2024, table.intColumn("year").get(0));
        table.columns().forEach(column -> assertTrue(column.isMissing(1), column.name()));
        // and what is written says the same
        Files.writeString(folder.resolve(DataPackage.FILE_NAME), read.toJson());
        assertEquals(read, DataPackage.read(folder));
    }

    @Test
    void whatADescriptionSaysAndTheReaderDoesNotObeyIsRefused() throws IOException {
        String x = "\"fields\": [{\"name\": \"x\", \"type\": \"number\"%s}]";
        for (String[] bad : new String[][] {
            {"", "\"fields\": [{\"name\": \"x\", \"type\": \"geopoint\"}]", "field 'x': type must be one of [integer, number, string, boolean, date, datetime, year], but is 'geopoint'"},
            {"", x.formatted(", \"bareNumber\": false"), "field 'x' must not have the member 'bareNumber'"},
            {"", x.formatted(", \"constraints\": {\"pattern\": \"1.*\"}"), "constraints of field 'x' must not have the member 'pattern'"},
            {"", x.formatted("") + ", \"primaryKey\": \"x\"", "must not have the member 'primaryKey'"},
            {", \"encoding\": \"latin1\"", x.formatted(""), "must have the encoding utf-8"},
            {", \"dialect\": {\"quoteChar\": \"'\"}", x.formatted(""), "must leave 'quoteChar' at its default"},
            {"", "\"fields\": [{\"name\": \"x\", \"type\": \"date\", \"format\": \"%y\"}]", "format of a date must be one of default, %Y-%m-%d"},
            {"", "\"fields\": [{\"name\": \"x\", \"type\": \"datetime\", \"format\": \"any\"}]", "format of field 'x' of type datetime must be default"}}) {
            InvalidDataException refused = assertThrows(InvalidDataException.class, () -> described("x\n1\n", bad[0], bad[1]), bad[2]);
            assertTrue(refused.getMessage().contains(bad[2]), refused.getMessage());
        }
    }

    @Test
    void aPathOutOfTheFolderIsRefused() {
        String hash = DataResource.hashOf(new byte[0]);
        TableSchema schema = TableSchema.of(Field.of("x", FieldType.NUMBER));
        for (String path : List.of("../secret.csv", "/etc/hosts", "a/../../b.csv")) {
            assertThrows(IllegalArgumentException.class, () -> new DataResource("x", path, hash, schema), path);
        }
    }

    @Test
    void theHashIsTheOneOfTheStandard() {
        // FIPS 180-2, appendix B.1: SHA-256 of "abc"
        assertEquals("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                DataResource.hashOf("abc".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void tablesawItselfReadsTheFilesToo() throws IOException {
        // its reader guesses the encoding with ICU; a notebook may call it directly
        Table guessed = Table.read().csv(DATA.resolve("article-004/bands.csv").toFile());
        assertEquals(DataPackage.read(DATA.resolve("article-004")).table("bands").stringColumn("band").asList(),
                guessed.stringColumn("band").asList());
    }

    private void copy(String name, String file, String before, String after) throws IOException {
        try (Stream<Path> files = Files.list(DATA.resolve(name))) {
            for (Path source : files.toList()) {
                Files.copy(source, folder.resolve(source.getFileName()));
            }
        }
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(before), text);
        Files.writeString(folder.resolve(file), text.replace(before, after));
    }
}
