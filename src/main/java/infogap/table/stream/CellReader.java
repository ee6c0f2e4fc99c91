package infogap.table.stream;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import infogap.table.data.TableGuess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns the fields of a record into numbers while the parser still holds their characters. The first record is the header.
final class CellReader extends AbstractBaseCsvCallbackHandler<CellReader> {

    // the same file must have the same rows, however it is read
    private static final Set<String> MISSING = Set.copyOf(TableGuess.USUAL_MISSING);
    /// Nothing is wrong.
    static final String NONE = "";
    private static final int NOT_NEEDED = -1;

    private final String file;
    private final List<SourceColumn> sources;
    private final List<Map<String, Integer>> levels = new ArrayList<>();
    private final List<String> header = new ArrayList<>();
    private int[] sourceOfField;
    private boolean isHeader = true;
    private int fields;
    private String problem;
    final double[] cells;

    CellReader(String file, List<SourceColumn> sources) {
        this.file = file;
        this.sources = sources;
        this.cells = new double[sources.size()];
        for (SourceColumn source : sources) {
            Map<String, Integer> positions = new HashMap<>();
            if (source instanceof SourceColumn.Levels(String _, List<String> names)) {
                names.forEach(level -> positions.put(level, positions.size()));
            }
            levels.add(positions);
        }
    }

    static boolean isMissing(String text) {
        return MISSING.contains(text.strip());
    }

    @Override
    protected void handleBegin(long line) {
        fields = 0;
        problem = null;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        fields++;
        if (isHeader) {
            header.add(new String(buffer, offset, length));
        } else if (field < sourceOfField.length && sourceOfField[field] != NOT_NEEDED) {
            int source = sourceOfField[field];
            cells[source] = sources.get(source) instanceof SourceColumn.Number ? number(source, buffer, offset, length) : level(source, buffer, offset, length);
        }
    }

    private double number(int source, char[] buffer, int offset, int length) {
        double value = Decimals.parse(buffer, offset, length);
        if (Double.isNaN(value)) {
            String text = new String(buffer, offset, length);
            problem("column '" + sources.get(source).name() + "' must hold a finite number, but "
                    + (isMissing(text) ? "is missing" : "is '" + text + "'"));
        }
        return value;
    }

    private double level(int source, char[] buffer, int offset, int length) {
        String text = new String(buffer, offset, length);
        Integer position = levels.get(source).get(text);
        if (position == null) {
            problem("column '" + sources.get(source).name() + "' must hold one of the levels " + levels.get(source).keySet().stream().sorted().toList()
                    + ", but " + (isMissing(text) ? "is missing" : "is '" + text + "'"));
            return Double.NaN;
        }
        return position;
    }

    private void problem(String what) {
        problem = problem == null ? what : problem;
    }

    /// What is wrong with the record; null if it can be used.
    String problem() {
        return problem;
    }

    long line() {
        return getStartingLineNumber();
    }

    @Override
    protected CellReader buildRecord() {
        if (isHeader) {
            readHeader();
            isHeader = false;
            // no row of numbers: passed over
            problem = NONE;
        } else if (fields != sourceOfField.length) {
            problem = "must have " + sourceOfField.length + " fields, as the header has, but has " + fields;
        }
        return this;
    }

    private void readHeader() {
        sourceOfField = new int[header.size()];
        Arrays.fill(sourceOfField, NOT_NEEDED);
        for (int source = 0; source < sources.size(); source++) {
            String name = sources.get(source).name();
            int field = header.indexOf(name);
            if (field < 0) {
                throw new IllegalArgumentException(file + " must have a column '" + name + "', but its header is " + header);
            }
            if (header.lastIndexOf(name) != field) {
                throw new IllegalArgumentException(file + " must have one column '" + name + "', but its header is " + header);
            }
            sourceOfField[field] = source;
        }
    }
}
