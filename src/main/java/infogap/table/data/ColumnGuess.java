package infogap.table.data;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the cells of one column can be, narrowed cell by cell.
final class ColumnGuess {

    // a column with at least this share of numbers or dates is one with mistakes in it, not a text
    private static final double MOSTLY = 0.5;
    private static final double LARGEST_WHOLE = 0x1p53;

    private final String file;
    private final String name;
    private final CsvFormat format;
    private final Set<DateForm> dates = EnumSet.allOf(DateForm.class);
    private final long[] dateCounts = new long[DateForm.values().length];
    private final List<DataProblem> noNumbers = new ArrayList<>();
    private final List<DataProblem> noDates = new ArrayList<>();
    private String firstDate = "";
    private long firstDateRow;
    private long firstDateLine;
    private long missing;
    private long present;
    private long numbers;
    private boolean integers = true;
    private boolean codes;
    private boolean booleans = true;
    private boolean times = true;

    ColumnGuess(String file, String name, CsvFormat format) {
        this.file = file;
        this.name = name;
        this.format = format;
    }

    long missing() {
        return missing;
    }

    void addMissing() {
        missing++;
    }

    void add(CsvRecords.Row row, String given) {
        String cell = given.strip();
        present++;
        number(row, cell);
        booleans = booleans && FieldType.BOOLEAN.parse(cell).isPresent();
        times = times && FieldType.DATETIME.parse(cell).isPresent();
        // a column without a date among its first cells is none; one with more numbers than dates neither
        if (present <= TableReader.MOST_PROBLEMS || dateLike()) {
            date(row, cell);
        }
    }

    private void number(CsvRecords.Row row, String cell) {
        Optional<String> plain = format.plain(cell);
        if (plain.isEmpty()) {
            note(noNumbers, row, cell, FieldType.NUMBER.expected());
            return;
        }
        numbers++;
        String digits = plain.get();
        boolean onlyDigits = onlyDigits(digits);
        if (!integers && !onlyDigits) {
            return;
        }
        boolean whole = FieldType.INTEGER.parse(digits).isPresent();
        integers = integers && whole;
        codes = codes || onlyDigits && (digits.length() > 1 && digits.charAt(0) == '0' || !whole && Double.parseDouble(digits) >= LARGEST_WHOLE);
    }

    private static boolean onlyDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private void date(CsvRecords.Row row, String cell) {
        boolean any = false;
        for (DateForm form : DateForm.values()) {
            if (form.parse(cell).isPresent()) {
                any = true;
                dateCounts[form.ordinal()]++;
            } else {
                dates.remove(form);
            }
        }
        if (!any) {
            note(noDates, row, cell, "a date as the others of its column");
        } else if (firstDate.isEmpty()) {
            firstDate = cell;
            firstDateRow = row.row();
            firstDateLine = row.line();
        }
    }

    private boolean dateLike() {
        return !firstDate.isEmpty();
    }

    private void note(List<DataProblem> problems, CsvRecords.Row row, String cell, String expected) {
        if (problems.size() < TableReader.MOST_PROBLEMS) {
            problems.add(new DataProblem(file, row.row(), row.line(), name, "'" + cell + "'", expected));
        }
    }

    /// The field, or the reason why it cannot be told.
    Field field(List<DataProblem> problems) {
        if (present == 0) {
            return Field.of(name, FieldType.STRING);
        }
        if (booleans) {
            return Field.of(name, FieldType.BOOLEAN);
        }
        if (numbers == present) {
            return Field.of(name, codes ? FieldType.STRING : integers ? FieldType.INTEGER : FieldType.NUMBER);
        }
        if (times) {
            return Field.of(name, FieldType.DATETIME);
        }
        if (!dates.isEmpty() && dateLike()) {
            return date(problems);
        }
        long mostDates = 0;
        for (long count : dateCounts) {
            mostDates = Math.max(mostDates, count);
        }
        if (numbers >= MOSTLY * present) {
            problems.addAll(mixed(noNumbers, numbers + " of its " + present + " cells are numbers"));
        } else if (mostDates >= MOSTLY * present) {
            problems.addAll(mixed(noDates.isEmpty() ? List.of(dateProblem("dates in more than one form")) : noDates,
                    "most of its " + present + " cells are dates"));
        }
        return Field.of(name, FieldType.STRING);
    }

    private Field date(List<DataProblem> problems) {
        if (dates.size() > 1) {
            problems.add(dateProblem("the day and the month told apart somewhere in the column; every cell can be read as "
                    + dates.stream().map(DateForm::example).collect(Collectors.joining(" or as "))
                    + ": say which with Field.of(\"" + name + "\", FieldType.DATE).written(DateForm." + dates.iterator().next() + ")"));
        }
        return Field.of(name, FieldType.DATE).written(dates.iterator().next());
    }

    private DataProblem dateProblem(String expected) {
        return new DataProblem(file, firstDateRow, firstDateLine, name, "'" + firstDate + "'", expected);
    }

    private List<DataProblem> mixed(List<DataProblem> found, String why) {
        return found.stream()
                .map(problem -> new DataProblem(file, problem.row(), problem.line(), name, problem.found(), problem.expected() + ", as " + why
                        + "; a column of texts must be named as one: Field.of(\"" + name + "\", FieldType.STRING)"))
                .toList();
    }
}
