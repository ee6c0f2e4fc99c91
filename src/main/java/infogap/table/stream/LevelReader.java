package infogap.table.stream;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects the different values of some columns, from the rows in which none of these columns' cells is missing, bad where a number is needed, or not there. The
/// first record is the header.
final class LevelReader extends AbstractBaseCsvCallbackHandler<LevelReader> {

    private static final int NOT_NEEDED = -1;

    private final String file;
    private final List<String> columns;
    private final Set<String> numbers;
    private final Set<String> collected;
    private final List<TextPositions> seen = new ArrayList<>();
    private final List<Set<String>> levels = new ArrayList<>();
    private final String[] fresh;
    private final List<String> header = new ArrayList<>();
    private boolean isHeader = true;
    private int[] columnOfField;
    private int fields;
    private boolean usable;
    private boolean anyFresh;

    /// @param columns what is needed
    /// @param numbers those of them that must be numbers
    /// @param collected those of them whose values are sought
    LevelReader(String file, List<String> columns, Set<String> numbers, Set<String> collected) {
        this.file = file;
        this.columns = columns;
        this.numbers = numbers;
        this.collected = collected;
        this.fresh = new String[columns.size()];
        columns.forEach(_ -> {
            seen.add(new TextPositions());
            levels.add(new LinkedHashSet<>());
        });
    }

    List<String> header() {
        return List.copyOf(header);
    }

    Set<String> levels(int column) {
        return levels.get(column);
    }

    @Override
    protected void handleBegin(long line) {
        fields = 0;
        usable = true;
        if (anyFresh) {
            Arrays.fill(fresh, null);
            anyFresh = false;
        }
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        fields++;
        if (isHeader) {
            header.add(new String(buffer, offset, length));
            return;
        }
        int column = field < columnOfField.length ? columnOfField[field] : NOT_NEEDED;
        if (column == NOT_NEEDED || !usable) {
            return;
        }
        String name = columns.get(column);
        usable = !(numbers.contains(name) ? Double.isNaN(Decimals.parse(buffer, offset, length)) : CellReader.isMissing(buffer, offset, length));
        if (usable && collected.contains(name) && seen.get(column).find(buffer, offset, length) == TextPositions.NONE) {
            fresh[column] = new String(buffer, offset, length);
            anyFresh = true;
        }
    }

    @Override
    protected LevelReader buildRecord() {
        if (isHeader) {
            readHeader();
        } else if (anyFresh && usable && fields == columnOfField.length) {
            for (int column = 0; column < fresh.length; column++) {
                if (fresh[column] != null) {
                    add(column, fresh[column]);
                }
            }
        }
        return this;
    }

    private void add(int column, String text) {
        seen.get(column).findOrAdd(text.toCharArray(), 0, text.length());
        levels.get(column).add(text);
        if (levels.get(column).size() > CsvRows.MOST_LEVELS) {
            throw new IllegalArgumentException(file + ", column '" + columns.get(column) + "' must have at most " + CsvRows.MOST_LEVELS
                    + " different values to be a category, but has more by line " + getStartingLineNumber());
        }
    }

    private void readHeader() {
        isHeader = false;
        columnOfField = header.stream().mapToInt(columns::indexOf).toArray();
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new IllegalArgumentException(file + " must have a column '" + column + "', but its header is " + header);
            }
        }
    }
}
