package infogap.table;

import infogap.display.DisplayAdapter;
import infogap.display.Displayable;
import infogap.display.Markup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/// Shows a Tablesaw table as HTML and as text: its first [#ROWS] rows, and how many more there are.
public final class TableDisplay implements DisplayAdapter {

    /// Rows shown; a notebook is read, not scrolled.
    static final int ROWS = 20;

    /// For the service loader.
    public TableDisplay() {
    }

    @Override
    public Optional<Displayable> adapt(Object value) {
        return value instanceof Table table ? Optional.of(() -> bundle(table)) : Optional.empty();
    }

    private static Map<String, Object> bundle(Table table) {
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("text/html", html(table));
        bundle.put("text/plain", text(table));
        return bundle;
    }

    private static String html(Table table) {
        var html = new StringBuilder("<table>\n");
        if (!table.name().isEmpty()) {
            html.append("<caption>").append(Markup.escaped(table.name())).append("</caption>\n");
        }
        html.append("<thead><tr>");
        table.columnNames().forEach(name -> html.append("<th>").append(Markup.escaped(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < shownRows(table); row++) {
            html.append(htmlRow(table, row));
        }
        html.append("</tbody>\n</table>\n");
        if (leftOut(table) > 0) {
            html.append("<p>").append(note(table)).append("</p>\n");
        }
        return html.toString();
    }

    private static String htmlRow(Table table, int row) {
        return IntStream.range(0, table.columnCount())
                .mapToObj(column -> (table.column(column) instanceof NumericColumn<?>
                                ? "<td style=\"text-align: right\">"
                                : "<td style=\"text-align: left\">")
                        + Markup.escaped(table.getString(row, column)) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String text(Table table) {
        String rows = table.first(shownRows(table)).print().stripTrailing();
        return leftOut(table) > 0 ? rows + "\n" + note(table) : rows;
    }

    private static int shownRows(Table table) {
        return Math.min(ROWS, table.rowCount());
    }

    private static int leftOut(Table table) {
        return table.rowCount() - shownRows(table);
    }

    private static String note(Table table) {
        return "… and " + leftOut(table) + " more of " + table.rowCount() + " rows";
    }
}
