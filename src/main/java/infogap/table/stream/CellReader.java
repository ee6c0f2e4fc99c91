package infogap.table.stream;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import infogap.table.data.TableGuess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns the fields of a record into numbers while the parser still holds their characters. The first record is the header.
final class CellReader extends AbstractBaseCsvCallbackHandler<CellReader> {

    // the same file must have the same rows, however it is read
    private static final TextPositions MISSING = TextPositions.of(TableGuess.USUAL_MISSING);
    private static final int[] NOT_NEEDED = {};

    private final String file;
    private final List<SourceColumn> sources;
    private final CellPositions[] positions;
    private final List<String> header = new ArrayList<>();
    private int[][] sourcesOfField;
    private boolean isHeader = true;
    private boolean isRow;
    private int fields;
    private String problem;
    private String noLevel;
    private boolean complete;
    private final boolean[] missing;
    final double[] cells;

    CellReader(String file, List<SourceColumn> sources) {
        this.file = file;
        this.sources = sources;
        this.cells = new double[sources.size()];
        this.missing = new boolean[sources.size()];
        this.positions = new CellPositions[sources.size()];
        for (int source = 0; source < positions.length; source++) {
            positions[source] = switch (sources.get(source)) {
                case SourceColumn.Number _ -> null;
                case SourceColumn.Levels levels -> CellPositions.of(levels);
                case SourceColumn.Label label -> CellPositions.of(label);
            };
        }
    }

    static boolean isMissing(char[] buffer, int offset, int length) {
        int start = offset;
        int end = offset + length;
        while (start < end && Character.isWhitespace(buffer[start])) {
            start++;
        }
        while (start < end && Character.isWhitespace(buffer[end - 1])) {
            end--;
        }
        return MISSING.find(buffer, start, end - start) != TextPositions.NONE;
    }

    @Override
    protected void handleBegin(long line) {
        fields = 0;
        problem = null;
        noLevel = null;
        if (!complete) {
            Arrays.fill(missing, false);
            complete = true;
        }
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        fields++;
        if (isHeader) {
            header.add(new String(buffer, offset, length));
        } else if (field < sourcesOfField.length) {
            for (int source : sourcesOfField[field]) {
                cells[source] = positions[source] == null ? number(source, buffer, offset, length) : position(source, buffer, offset, length);
            }
        }
    }

    private double number(int source, char[] buffer, int offset, int length) {
        double value = Decimals.parse(buffer, offset, length);
        if (Double.isNaN(value)) {
            missingOr(source, "a finite number", buffer, offset, length);
        }
        return value;
    }

    private double position(int source, char[] buffer, int offset, int length) {
        boolean label = sources.get(source) instanceof SourceColumn.Label;
        if (label && isMissing(buffer, offset, length)) {
            return Double.NaN;
        }
        int position = positions[source].find(buffer, offset, length);
        if (position == CellPositions.NONE) {
            noLevel(source, (SourceColumn.Levels) sources.get(source), buffer, offset, length);
            return Double.NaN;
        }
        return position;
    }

    private void noLevel(int source, SourceColumn.Levels column, char[] buffer, int offset, int length) {
        if (isMissing(buffer, offset, length) || column.numbers() && Double.isNaN(Decimals.parse(buffer, offset, length))) {
            missingOr(source, "a finite number", buffer, offset, length);
        } else if (noLevel == null) {
            noLevel = "column '" + column.name() + "' must hold one of the levels " + column.levels().stream().sorted().toList() + ", but is '"
                    + new String(buffer, offset, length) + "'";
        }
    }

    private void missingOr(int source, String right, char[] buffer, int offset, int length) {
        if (isMissing(buffer, offset, length)) {
            missing[source] = true;
            complete = false;
        } else if (problem == null) {
            problem = "column '" + sources.get(source).name() + "' must hold " + right + ", but is '" + new String(buffer, offset, length) + "'";
        }
    }

    /// Whether the record is a row, which the header is not.
    boolean isRow() {
        return isRow;
    }

    /// What is wrong with the record; null if it can be read.
    String problem() {
        // what is found in no row that can be used is no level, and no mistake
        return problem != null || !complete ? problem : noLevel;
    }

    /// Whether a number or a level is missing.
    boolean isIncomplete() {
        return !complete;
    }

    /// Whether this source's cell is missing; a label that is missing is NaN instead.
    boolean isMissing(int source) {
        return missing[source];
    }

    long line() {
        return getStartingLineNumber();
    }

    @Override
    protected CellReader buildRecord() {
        isRow = !isHeader;
        if (isHeader) {
            readHeader();
            isHeader = false;
        } else if (fields != sourcesOfField.length) {
            problem = "must have " + sourcesOfField.length + " fields, as the header has, but has " + fields;
        }
        return this;
    }

    private void readHeader() {
        sourcesOfField = new int[header.size()][];
        Arrays.fill(sourcesOfField, NOT_NEEDED);
        for (int source = 0; source < sources.size(); source++) {
            String name = sources.get(source).name();
            int field = header.indexOf(name);
            if (field < 0) {
                throw new IllegalArgumentException(file + " must have a column '" + name + "', but its header is " + header);
            }
            if (header.lastIndexOf(name) != field) {
                throw new IllegalArgumentException(file + " must have one column '" + name + "', but its header is " + header);
            }
            // a column may be read twice: as a number and as a category
            int[] before = sourcesOfField[field];
            sourcesOfField[field] = Arrays.copyOf(before, before.length + 1);
            sourcesOfField[field][before.length] = source;
        }
    }
}
