package infogap.table.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class TableReaderTest {

    private static final TableSchema SCHEMA = TableSchema.of(
            Field.of("id", FieldType.INTEGER).key(),
            Field.of("age", FieldType.INTEGER).between(0, 120).described("years", "age"),
            Field.of("income", FieldType.NUMBER),
            Field.of("level", FieldType.STRING).oneOf("低", "高"),
            Field.of("active", FieldType.BOOLEAN));

    private static final String HEADER = "id,age,income,level,active\n";

    @TempDir
    Path folder;

    @Test
    void readsTypedColumnsWithMissingCellsInTheSchemasOrder() {
        Table table = TableReader.parse("t.csv", "age,id,income,active,level\n25,1,5e3,true,低\n,2,,false,\n", SCHEMA);
        assertEquals(SCHEMA.names(), table.columnNames());
        assertInstanceOf(IntColumn.class, table.column("age"));
        assertInstanceOf(DoubleColumn.class, table.column("income"));
        assertEquals(25, table.intColumn("age").get(0));
        assertEquals(5000.0, table.doubleColumn("income").get(0));
        assertEquals("低", table.stringColumn("level").get(0));
        assertEquals(false, table.booleanColumn("active").get(1));
        for (String column : List.of("age", "income", "level")) {
            assertTrue(table.column(column).isMissing(1), column);
        }
    }

    @Test
    void textInANumericColumnIsRefusedWithFileRowColumnAndValue() {
        assertEquals(
                "t.csv, row 2 (line 3), column 'income': found 'much', expected a decimal number such as 12.5, or an empty cell",
                refusal(HEADER + "1,25,5000,低,true\n2,30,much,高,true\n"));
    }

    @Test
    void numbersThatJavaWouldAcceptButNoTableShouldHoldAreRefused() {
        for (String cell : List.of("NaN", "Infinity", "1f", "0x1p3", "1 000", "1e999")) {
            assertTrue(refusal(HEADER + "1,25," + cell + ",低,true\n").contains("column 'income': found '" + cell + "'"), cell);
        }
        for (String cell : List.of("2.5", "3000000000", "-2147483648")) {
            assertTrue(refusal(HEADER + "1," + cell + ",1,低,true\n").contains("column 'age': found '" + cell + "'"), cell);
        }
    }

    @Test
    void aValueOutsideTheRangeOrTheCategoriesIsRefusedWithWhatIsAllowed() {
        assertEquals(
                "t.csv, row 1 (line 2), column 'age': found '130', expected an integer such as 42 in [0, 120] (years), or an empty cell",
                refusal(HEADER + "1,130,1,低,true\n"));
        assertEquals("t.csv, row 1 (line 2), column 'level': found '中', expected a text out of [低, 高], or an empty cell",
                refusal(HEADER + "1,13,1,中,true\n"));
        assertTrue(refusal(HEADER + "1,13,1,低,yes\n").endsWith("column 'active': found 'yes', expected true or false, or an empty cell"));
    }

    @Test
    void aKeyMustBeThereAndStandOnce() {
        assertTrue(refusal(HEADER + ",13,1,低,true\n").contains("row 1 (line 2), column 'id': found an empty cell"));
        assertTrue(refusal(HEADER + "7,13,1,低,true\n7,14,1,低,true\n")
                .contains("row 2 (line 3), column 'id': found '7' again (first in line 2)"));
    }

    @Test
    void missingUnknownAndRepeatedColumnsAreRefused() {
        assertTrue(refusal("id,age,level,active\n").contains("column 'income': found no such column in the header [id, age, level, active]"));
        assertTrue(refusal("id,age,income,level,active,mood\n").contains("column 'mood': found a column that is not described"));
        assertTrue(refusal("id,age,age,income,level,active\n").contains("column 'age': found the column twice"));
        assertTrue(refusal("").contains("t.csv: found an empty file, expected a header [id, age"));
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertEquals("t.csv, row 1 (line 2): found 3 cells, expected 5 cells as in the header", refusal(HEADER + "1,2,3\n"));
    }

    @Test
    void lineNumbersCountQuotedLineBreaks() {
        TableSchema schema = TableSchema.of(Field.of("note", FieldType.STRING), Field.of("n", FieldType.INTEGER));
        InvalidDataException refused = assertThrows(
                InvalidDataException.class, () -> TableReader.parse("t.csv", "note,n\n\"two\nlines\",1\nplain,x\n", schema));
        assertEquals(2, refused.problems().getFirst().row());
        assertEquals(4, refused.problems().getFirst().line());
    }

    @Test
    void everyProblemIsListedUpToALimit() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= 100; i++) {
            csv.append(i).append(",old,1,低,true\n");
        }
        InvalidDataException refused = assertThrows(InvalidDataException.class, () -> TableReader.parse("t.csv", csv.toString(), SCHEMA));
        assertEquals(TableReader.MOST_PROBLEMS, refused.problems().size());
        assertTrue(refused.getMessage().endsWith("(and 19 more)"), refused.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nowhere.csv");
        InvalidDataException refused = assertThrows(InvalidDataException.class, () -> TableReader.read(file, SCHEMA));
        assertTrue(refused.getMessage().startsWith(file + ": found no such file, expected a file that can be read"), refused.getMessage());
        InvalidDataException directory = assertThrows(InvalidDataException.class, () -> TableReader.read(folder, SCHEMA));
        assertTrue(directory.getMessage().startsWith(folder + ": found a folder"), directory.getMessage());
    }

    @Test
    void aFileInGbkIsRefusedWhereItsFirstChineseCharacterStands() throws Exception {
        Path file = folder.resolve("gbk.csv");
        Files.write(file, (HEADER + "1,25,5000,低,true\n").getBytes(Charset.forName("GBK")));
        InvalidDataException refused = assertThrows(InvalidDataException.class, () -> TableReader.read(file, SCHEMA));
        // 低 is B5 CD in GBK; B5 cannot begin a character in UTF-8
        assertEquals(file + ", row 1 (line 2), column 'level': found bytes B5 CD 2C 74 that are not UTF-8, expected a file saved as UTF-8",
                refused.getMessage());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() throws Exception {
        Path file = folder.resolve("bom.csv");
        Files.writeString(file, "\uFEFF" + HEADER + "1,25,5000,低,true\n");
        assertEquals(1, TableReader.read(file, SCHEMA).rowCount());
    }

    private static String refusal(String csv) {
        return assertThrows(InvalidDataException.class, () -> TableReader.parse("t.csv", csv, SCHEMA)).getMessage();
    }
}
