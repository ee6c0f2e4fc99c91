package infogap.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.display.DisplayAdapters;
import infogap.display.Displayable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableDisplayTest {

    private static String shown(Table table, String type) {
        return (String) DisplayAdapters.displayable(table).map(Displayable::mimeBundle).orElseThrow().get(type);
    }

    private static Table table(int rows) {
        return Table.create("customers & friends",
                IntColumn.create("n", IntStream.range(0, rows).toArray()),
                StringColumn.create("name", IntStream.range(0, rows).mapToObj(n -> "<" + n + ">").toArray(String[]::new)));
    }

    @Test
    void aSmallTableIsShownWhole() {
        String html = shown(table(2), "text/html");
        assertTrue(html.contains("<caption>customers &amp; friends</caption>"), html);
        assertTrue(html.contains("<tr><td style=\"text-align: right\">1</td><td style=\"text-align: left\">&lt;1&gt;</td></tr>"), html);
        assertFalse(html.contains("more"), html);
        assertTrue(shown(table(2), "text/plain").contains("<1>"));
    }

    @Test
    void aLongTableSaysHowManyRowsAreLeftOut() {
        String html = shown(table(57), "text/html");
        assertEquals(TableDisplay.ROWS + 1, html.split("<tr>", -1).length - 1, "the head and the first rows");
        assertTrue(html.contains("… and 37 more of 57 rows"), html);
        assertTrue(shown(table(57), "text/plain").endsWith("… and 37 more of 57 rows"));
    }

    @Test
    void anEmptyTableIsATable() {
        assertTrue(shown(table(0), "text/html").contains("<th>n</th>"));
    }
}
