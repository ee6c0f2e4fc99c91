package infogap.table.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.Design;
import infogap.regression.LeastSquares;
import infogap.regression.Variable;
import infogap.table.prepare.Features;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/// What strangers' files look like: read rightly, or refused with row and column.
class BadTablesTest {

    private static final String BOM = "\uFEFF";

    private static Arguments read(String what, String csv, String types, String cells) {
        return Arguments.of(what, csv, types, cells);
    }

    static Stream<Arguments> readRightly() {
        return Stream.of(
                read("a byte order mark", BOM + "x,y\n1,2.5\n", "[integer, number]", "1|2.5"),
                read("semicolons", "x;y\n1;2.5\n3;4.25\n", "[integer, number]", "1|2.5|3|4.25"),
                read("tabs", "x\ty\n1\ta,b\n", "[integer, string]", "1|a,b"),
                read("bars", "x|y\n1|2\n", "[integer, integer]", "1|2"),
                read("decimal commas", "x;y\n1,5;2\n-0,25;3\n", "[number, integer]", "1.5|2|-0.25|3"),
                read("decimal commas and groups with points", "x;y\n1.234,5;2\n17,25;3\n", "[number, integer]", "1234.5|2|17.25|3"),
                read("thousands between commas in quotes", "x,y\n\"1,234\",2\n\"12,345,678\",3\n", "[integer, integer]", "1234|2|12345678|3"),
                read("thousands with decimals", "x,y\n\"1,234.5\",2\n7,3\n", "[number, integer]", "1234.5|2|7.0|3"),
                read("thousands after an apostrophe", "x;y\n1'234.5;2\n", "[number, integer]", "1234.5|2"),
                read("thousands after a narrow space", "x;y\n1\u202F234,5;2\n", "[number, integer]", "1234.5|2"),
                read("a minus sign that is no hyphen", "x,y\n\u22121.5,2\n", "[number, integer]", "-1.5|2"),
                read("quoted newlines, commas and quotes", "x,s\n1,\"a\nb, \"\"c\"\"\"\n2,d\n", "[integer, string]", "1|a\nb, \"c\"|2|d"),
                read("NA, -, null and an empty cell", "x,y\nNA,1\n-,2\nnull,3\n,4\n5,5\n", "[integer, integer]", "|1||2||3||4|5|5"),
                read("spaces around numbers", "x, y\n 1, 2.5\n", "[integer, number]", "1|2.5"),
                read("Windows line ends and a missing last one", "x,y\r\n1,2\r\n3,4", "[integer, integer]", "1|2|3|4"),
                read("ISO dates", "day,x\n2024-03-07,1\n", "[date, integer]", "2024-03-07|1"),
                read("dates with slashes", "day,x\n2024/3/7,1\n", "[date, integer]", "2024-03-07|1"),
                read("dates with points", "day;x\n07.03.2024;1\n", "[date, integer]", "2024-03-07|1"),
                read("American dates, told by 3/27", "day,x\n3/7/2024,1\n3/27/2024,2\n", "[date, integer]", "2024-03-07|1|2024-03-27|2"),
                read("British dates, told by 27/3", "day,x\n7/3/2024,1\n27/3/2024,2\n", "[date, integer]", "2024-03-07|1|2024-03-27|2"),
                read("dates with the month's name", "day,x\n7 Mar 2024,1\n", "[date, integer]", "2024-03-07|1"),
                read("Chinese dates", "day,x\n2024年3月7日,1\n", "[date, integer]", "2024-03-07|1"),
                read("times", "at,x\n2024-03-07T12:30:00,1\n2024-03-08 01:00,2\n", "[datetime, integer]", "2024-03-07T12:30|1|2024-03-08T01:00|2"),
                read("booleans in capitals", "b,x\nTRUE,1\nFALSE,2\n", "[boolean, integer]", "true|1|false|2"),
                read("codes with leading zeros", "zip,x\n01099,1\n80331,2\n", "[string, integer]", "01099|1|80331|2"),
                read("identifiers of more than 53 bits", "id,x\n9007199254740993,1\n", "[string, integer]", "9007199254740993|1"),
                read("whole numbers beyond an int", "x,y\n3000000000,1\n", "[number, integer]", "3.0E9|1"),
                read("an inch in a text", "s,x\n5\" pipe,1\n", "[string, integer]", "5\" pipe|1"),
                read("a text that looks like a decimal comma", "s,x\n\"red, blue\",1\n", "[string, integer]", "red, blue|1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readRightly")
    void isReadRightly(String what, String csv, String types, String cells) {
        TableGuess guess = TableGuess.ofText("t.csv", csv);
        Table table = guess.table();
        assertEquals(types, guess.schema().fields().stream().map(Field::type).toList().toString());
        List<String> found = IntStream.range(0, table.rowCount()).boxed()
                .flatMap(row -> table.columns().stream().map(column -> MissingValues.at(column, row) ? "" : String.valueOf(column.get(row))))
                .toList();
        assertEquals(cells, String.join("|", found));
    }

    private static Arguments refused(String what, String csv, String message) {
        return Arguments.of(what, csv, message);
    }

    static Stream<Arguments> refused() {
        String thousandRows = IntStream.rangeClosed(1, 1000).mapToObj(i -> i + "," + (i == 10 ? "\"said he" : "fine") + "\n")
                .reduce("id,remark\n", String::concat);
        return Stream.of(
                refused("a quote that is never closed", "id,x,s\n1,2,\"a\n2,3,b\n", "t.csv, row 1 (line 2): found a quote that is never closed"),
                refused("the same in a thousand rows", thousandRows, "t.csv, row 10 (line 11): found a quote that is never closed"),
                refused("a quote closed by the next one", "id,s\n1,\"said he\n2,x\n3,\"ha\"\n4,y\n", "t.csv, row 1 (line 2): found text that is no CSV"),
                refused("a quote never closed in the header", "id,\"x\n1,2\n", "t.csv, line 1: found a quote that is never closed"),
                refused("a text among numbers", "x,y\n1,2\n3,4\nmuch,5\n", "t.csv, row 3 (line 4), column 'x': found 'much'"),
                refused("a unit among numbers", "x,y\n1,2\n3 kg,4\n5,6\n", "row 2 (line 3), column 'x': found '3 kg'"),
                refused("groups of two digits", "x,y\n\"12,34,567\",1\n5,2\n6,3\n", "row 1 (line 2), column 'x': found '12,34,567'"),
                refused("a text among dates", "day,x\n2024-03-07,1\n2024-03-08,2\nsoon,3\n", "row 3 (line 4), column 'day': found 'soon'"),
                refused("30 February", "day,x\n2024-02-28,1\n2024-02-29,2\n2024-02-30,3\n", "column 'day': found '2024-02-30'"),
                refused("dates with two readings", "day,x\n3/7/2024,1\n4/5/2024,2\n", "row 1 (line 2), column 'day': found '3/7/2024', expected the day and the month told apart"),
                refused("a number with two readings", "x;y\n1,234;1\n5,678;2\n", "row 1 (line 2), column 'x': found '1,234', expected a number with one reading"),
                refused("two decimal marks", "x;y\n1,5;1\n2.5;2\n", "row 2 (line 3), column 'x': found '2.5'"),
                refused("a name twice", "x,y,x\n1,2,3\n", "t.csv, line 1, column 'x': found the column twice"),
                refused("no name", "x,,y\n1,2,3\n", "t.csv, line 1, column '2': found no name"),
                refused("a row that is too long", "x,y\n1,2\n1,2,3\n", "t.csv, row 2 (line 3): found 3 cells, expected 2 cells"),
                refused("nothing", "", "t.csv: found an empty file"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithItsPlace(String what, String csv, String message) {
        String found = assertThrows(InvalidDataException.class, () -> TableGuess.ofText("t.csv", csv).table()).getMessage();
        assertTrue(found.contains(message), found);
    }

    @Test
    void whatHasTwoReadingsIsReadAsTheUserSays() {
        Table dates = TableGuess.ofText("t.csv", "day,x\n3/7/2024,1\n", Field.of("day", FieldType.DATE).written(DateForm.DAY_FIRST)).table();
        assertEquals(LocalDate.of(2024, 7, 3), dates.dateColumn("day").get(0));
        Table numbers = TableGuess.ofText("t.csv", "x;y\n1,234;1\n", new CsvFormat(';', ',', "")).table();
        assertEquals(1.234, numbers.doubleColumn("x").get(0));
        Table texts = TableGuess.ofText("t.csv", "x,y\n1,2\n3,4\nmuch,5\n", Field.of("x", FieldType.STRING)).table();
        assertEquals("much", texts.stringColumn("x").get(2));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> TableGuess.ofText("t.csv", "x\n1\n", Field.of("z", FieldType.STRING)))
                .getMessage().contains("must have a column 'z'"));
    }

    @Test
    void parseLeavesOutTheByteOrderMarkAsReadDoes(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), BOM + "x\n1\n", StandardCharsets.UTF_8);
        TableSchema schema = TableSchema.of(Field.of("x", FieldType.INTEGER));
        assertEquals(1, TableReader.read(file, schema).intColumn("x").get(0));
        assertEquals(1, TableReader.parse("t.csv", BOM + "x\n1\n", schema).intColumn("x").get(0));
    }

    /// Σ(x − x̄)(y − ȳ)/Σ(x − x̄)² of x = 10⁹ + {0, …, 9}/8 and y = 2x + (−1)^i: the slope of the small parts alone, in exact fractions
    /// 2 + Σ(i − 4.5)(−1)^i/8 / Σ(i − 4.5)²/64 = 2 − (5/8)/(82.5/64) = 2 − 16/33.
    @Test
    void aLargeOffsetCostsNoDigits() {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int i = 0; i < 10; i++) {
            csv.append(new java.math.BigDecimal(1e9 + i / 8.0).toPlainString()).append(',').append(2 * (i / 8.0) + (i % 2 == 0 ? 1 : -1)).append('\n');
        }
        Table table = TableGuess.ofText("t.csv", csv.toString()).table();
        double slope = LeastSquares.fit(Design.of(Variable.of("x", Features.column(table, "x"))), Variable.of("y", Features.column(table, "y")))
                .orThrow().coefficient("x").estimate();
        assertEquals(2 - 16.0 / 33, slope, 1e-15);
    }

    @Test
    void aMillionRows() {
        StringBuilder csv = new StringBuilder(20_000_000).append("id,amount,city\n");
        for (int i = 0; i < 1_000_000; i++) {
            csv.append(i).append(',').append(i % 100).append(".5,").append(i % 2 == 0 ? "Ulm" : "Kiel").append('\n');
        }
        Table table = TableGuess.ofText("t.csv", csv.toString()).table();
        assertEquals(1_000_000, table.rowCount());
        assertEquals("99.5 Kiel", table.doubleColumn("amount").get(999_999) + " " + table.stringColumn("city").get(999_999));
    }

    @Test
    void theGuessSaysWhatItFound() {
        assertEquals("""
                t.csv: 3 rows, cells between ';', decimals after ','
                  day   date
                  x     number    1 missing
                  note  string    2 missing""",
                TableGuess.ofText("t.csv", "day;x;note\n2024-03-07;1,5;\n2024-03-08;NA;good\n2024-03-09;2;-\n").toString());
    }
}
