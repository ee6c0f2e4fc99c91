package infogap.table.stream;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects the different values of some columns. The first record is the header.
final class LevelReader extends AbstractBaseCsvCallbackHandler<LevelReader> {

    private final String file;
    private final List<String> columns;
    private final List<Set<String>> levels = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private boolean isHeader = true;
    private int[] columnOfField;

    LevelReader(String file, List<String> columns) {
        this.file = file;
        this.columns = columns;
        columns.forEach(_ -> levels.add(new HashSet<>()));
    }

    List<String> header() {
        return List.copyOf(header);
    }

    Set<String> levels(int column) {
        return levels.get(column);
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        if (isHeader) {
            header.add(new String(buffer, offset, length));
            return;
        }
        int column = field < columnOfField.length ? columnOfField[field] : -1;
        if (column >= 0) {
            String text = new String(buffer, offset, length);
            if (!CellReader.isMissing(text) && levels.get(column).add(text) && levels.get(column).size() > CsvRows.MOST_LEVELS) {
                throw new IllegalArgumentException(file + ", column '" + columns.get(column) + "' must have at most " + CsvRows.MOST_LEVELS
                        + " different values to be a category, but has more by line " + getStartingLineNumber());
            }
        }
    }

    @Override
    protected LevelReader buildRecord() {
        if (isHeader) {
            isHeader = false;
            columnOfField = header.stream().mapToInt(columns::indexOf).toArray();
            for (String column : columns) {
                if (!header.contains(column)) {
                    throw new IllegalArgumentException(file + " must have a column '" + column + "', but its header is " + header);
                }
            }
        }
        return this;
    }
}
