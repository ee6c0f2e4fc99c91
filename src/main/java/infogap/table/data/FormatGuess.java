package infogap.table.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a file without a description writes its cells and numbers.
///
/// The separator is the one that gives most columns in rows of equal width. What stands before decimals and between groups follows from cells that leave
/// no choice: `12,5` has a decimal comma and `1,234,567` has groups. `1,234` alone has two readings: it is a group in a file whose cells
/// stand between commas or in which a decimal point was seen, a decimal where a decimal comma was seen, and refused otherwise.
final class FormatGuess {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int ROWS_LOOKED_AT = 100;
    private static final List<String> BLANKS = List.of("'", " ", "\u00a0", "\u202f");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[+-]?[0-9][0-9.,' \u00a0\u202f]*");
    private static final Pattern DATE_LIKE = Pattern.compile("[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}");

    private final String file;
    private final char separator;
    private DataProblem decimalPoint;
    private DataProblem decimalComma;
    private DataProblem ambiguousPoint;
    private DataProblem ambiguousComma;
    private DataProblem grouped;
    private String grouping = "";

    private FormatGuess(String file, char separator) {
        this.file = file;
        this.separator = separator;
    }

    static CsvFormat of(String file, String csv, List<String> texts) {
        FormatGuess guess = new FormatGuess(file, separator(file, csv));
        try (CsvRecords rows = CsvRecords.of(file, csv, new CsvFormat(guess.separator, '.', ""), 2)) {
            while (rows.hasNext()) {
                CsvRecords.Row row = rows.next();
                for (int c = 0; c < Math.min(row.cells().size(), rows.header().size()); c++) {
                    String name = rows.header().get(c).strip();
                    if (!texts.contains(name)) {
                        guess.look(row, name, row.cells().get(c).strip());
                    }
                }
            }
        }
        return guess.format();
    }

    private static char separator(String file, String csv) {
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            List<Integer> widths = new ArrayList<>();
            try (CsvRecords rows = CsvRecords.of(file, csv, new CsvFormat(candidate, '.', ""), 2)) {
                widths.add(rows.header().size());
                while (rows.hasNext() && widths.size() < ROWS_LOOKED_AT) {
                    widths.add(rows.next().cells().size());
                }
            } catch (InvalidDataException broken) {
                // the rows before the break decide; the break itself is found again when the rows are read
                if (widths.isEmpty()) {
                    continue;
                }
            }
            // rows of equal width count before many columns
            long equal = widths.stream().filter(widths.getFirst()::equals).count();
            long score = widths.getFirst() < 2 ? 0 : equal == widths.size() ? 1_000_000L + widths.getFirst() : widths.getFirst();
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private void look(CsvRecords.Row row, String column, String cell) {
        int point = cell.lastIndexOf('.');
        int comma = cell.lastIndexOf(',');
        boolean blanks = BLANKS.stream().anyMatch(cell::contains);
        boolean told = !blanks && (point < 0 || comma < 0) && (point < 0 || decimalPoint != null && cell.indexOf('.') == point)
                && (comma < 0 || decimalComma != null && cell.indexOf(',') == comma);
        if (told || !NUMBER_LIKE.matcher(cell).matches() || DATE_LIKE.matcher(cell).matches()) {
            return;
        }
        if (point >= 0 && comma >= 0) {
            char mark = point > comma ? '.' : ',';
            String groups = point > comma ? "," : ".";
            if (new CsvFormat(separator, mark, groups).plain(cell).isPresent()) {
                decimal(mark, row, column, cell);
                group(groups, row, column, cell);
            }
        } else if (point >= 0) {
            one('.', ',', row, column, cell);
        } else if (comma >= 0) {
            one(',', '.', row, column, cell);
        }
        for (String blank : BLANKS) {
            for (char mark : new char[] {'.', ','}) {
                if (cell.contains(blank) && new CsvFormat(separator, mark, blank).plain(cell).isPresent()) {
                    group(blank, row, column, cell);
                    return;
                }
            }
        }
    }

    private void one(char mark, char other, CsvRecords.Row row, String column, String cell) {
        boolean once = cell.indexOf(mark) == cell.lastIndexOf(mark);
        if (once && (mark == '.' ? decimalPoint : decimalComma) != null) {
            // a decimal whichever way it is read, as others of the file
            return;
        }
        boolean groups = new CsvFormat(separator, other, String.valueOf(mark)).plain(cell).isPresent();
        if (!once && groups) {
            group(String.valueOf(mark), row, column, cell);
        } else if (once && groups) {
            DataProblem problem = problem(row, column, cell, "");
            if (mark == '.') {
                ambiguousPoint = ambiguousPoint == null ? problem : ambiguousPoint;
            } else {
                ambiguousComma = ambiguousComma == null ? problem : ambiguousComma;
            }
        } else if (once) {
            decimal(mark, row, column, cell);
        }
    }

    private void decimal(char mark, CsvRecords.Row row, String column, String cell) {
        if (mark == '.' && decimalPoint == null) {
            decimalPoint = problem(row, column, cell, "");
        } else if (mark == ',' && decimalComma == null) {
            decimalComma = problem(row, column, cell, "");
        }
        if (decimalPoint != null && decimalComma != null) {
            throw new InvalidDataException(problem(row, column, cell, "one decimal mark in the file, but " + (mark == '.' ? decimalComma : decimalPoint).found()
                    + " in row " + (mark == '.' ? decimalComma : decimalPoint).row() + " has the other; a column of texts must be named as one"));
        }
    }

    private void group(String mark, CsvRecords.Row row, String column, String cell) {
        if (grouped != null && !grouping.equals(mark)) {
            throw new InvalidDataException(problem(row, column, cell, "one mark between groups of digits in the file, but " + grouped.found() + " in row "
                    + grouped.row() + " has another; a column of texts must be named as one"));
        }
        grouped = grouped == null ? problem(row, column, cell, "") : grouped;
        grouping = mark;
    }

    private DataProblem problem(CsvRecords.Row row, String column, String cell, String expected) {
        return new DataProblem(file, row.row(), row.line(), column, "'" + cell + "'", expected);
    }

    private CsvFormat format() {
        char mark = decimalComma != null || decimalPoint == null && grouping.equals(".") ? ',' : '.';
        DataProblem open = mark == '.' ? ambiguousComma : ambiguousPoint;
        String groups = grouping.isEmpty() && open != null ? (mark == '.' ? "," : ".") : grouping;
        boolean settled = decimalComma != null || decimalPoint != null || !grouping.isEmpty() || separator == ',';
        DataProblem ambiguous = ambiguousComma == null ? ambiguousPoint : ambiguousComma;
        if (!settled && ambiguous != null) {
            throw new InvalidDataException(new DataProblem(file, ambiguous.row(), ambiguous.line(), ambiguous.column(), ambiguous.found(),
                    "a number with one reading: it could have three decimals or a group of thousands, and no other cell tells; give a CsvFormat"));
        }
        Optional<DataProblem> clash = Optional.of(mark).filter(m -> groups.equals(String.valueOf(m))).map(_ -> grouped);
        if (clash.isPresent()) {
            throw new InvalidDataException(new DataProblem(file, clash.get().row(), clash.get().line(), clash.get().column(), clash.get().found(),
                    "groups that differ from the decimal mark of other cells; a column of texts must be named as one"));
        }
        return new CsvFormat(separator, mark, groups);
    }
}
