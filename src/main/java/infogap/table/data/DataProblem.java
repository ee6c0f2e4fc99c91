package infogap.table.data;

/// One place where a file differs from its description.
///
/// @param file what was read, as the caller named it
/// @param row the data row, 1 for the first row below the header; 0 when the problem is not in a row
/// @param line the line of the file as an editor counts it; 0 when the problem is not in a line
/// @param column the column's name; empty when the problem is not in a column
/// @param found what stands there
/// @param expected what would be right
public record DataProblem(String file, long row, long line, String column, String found, String expected) {

    /// A problem of the file as a whole.
    static DataProblem ofFile(String file, String found, String expected) {
        return new DataProblem(file, 0, 0, "", found, expected);
    }

    /// A problem of a column as a whole.
    static DataProblem ofColumn(String file, String column, String found, String expected) {
        return new DataProblem(file, 0, 1, column, found, expected);
    }

    /// `customers.csv, row 3 (line 4), column 'age': found 'old', expected an integer`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (row > 0) {
            text.append(", row ").append(row).append(" (line ").append(line).append(')');
        } else if (line > 0) {
            text.append(", line ").append(line);
        }
        if (!column.isEmpty()) {
            text.append(", column '").append(column).append('\'');
        }
        return text.append(": found ").append(found).append(", expected ").append(expected).toString();
    }
}
