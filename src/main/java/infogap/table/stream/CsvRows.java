package infogap.table.stream;

import infogap.numeric.Checks;
import infogap.regression.ClusterAccumulator;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquaresAccumulator;
import infogap.regression.RobustAccumulator;
import infogap.regression.RobustCovariance;
import infogap.regression.SandwichSum;
import infogap.table.data.TableGuess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/// The rows of a CSV file of any size, read once and not kept: memory for one row and a model's sums.
///
///     StreamedFit read = CsvRows.of(Path.of("customers.csv")).leastSquares(RowTerms.columns("purchase", List.of("age", "income")));
///     read.accumulator().fit();
///
/// UTF-8, a header first; a file whose name ends in `.gz` is unpacked on the way. Numbers are decimals with a point. The texts that stand for
/// a missing cell are those of [TableGuess#USUAL_MISSING].
///
/// @param file the file
/// @param separator what stands between fields
/// @param rule what becomes of a bad row
/// @param progress is told the share of the file that was read, in [0, 1], after every few megabytes
public record CsvRows(Path file, char separator, BadRows.Rule rule, DoubleConsumer progress) {

    /// A column with more levels is refused as a category.
    public static final int MOST_LEVELS = 1000;

    /// So many rows show whether a column holds numbers.
    public static final int SAMPLE = MOST_LEVELS;

    private static final double LARGEST_WHOLE = 0x1p53;

    /// @throws IllegalArgumentException if something is null
    public CsvRows {
        Checks.present("file", file);
        Checks.present("rule", rule);
        Checks.present("progress", progress);
    }

    /// Fields between commas; bad rows are refused.
    public static CsvRows of(Path file) {
        return new CsvRows(file, ',', BadRows.Rule.REFUSE, _ -> {});
    }

    /// The same with another separator.
    public CsvRows separatedBy(char other) {
        return new CsvRows(file, other, rule, progress);
    }

    /// The same with another rule for bad rows.
    public CsvRows with(BadRows.Rule other) {
        return new CsvRows(file, separator, other, progress);
    }

    /// The same with somebody to tell how far the file was read.
    public CsvRows reportingTo(DoubleConsumer listener) {
        return new CsvRows(file, separator, rule, listener);
    }

    /// Least squares over all rows, in one pass.
    ///
    /// @throws UncheckedIOException     if the file cannot be read
    /// @throws IllegalArgumentException if a column is not there, the file is no CSV, or bad rows are refused: the message shows the first ten
    public StreamedFit leastSquares(RowTerms terms) {
        Checks.present("terms", terms);
        return leastSquares(terms, LeastSquaresAccumulator.of(terms.regressors(), terms.response(), terms.hasIntercept()));
    }

    /// The same, carrying on from a checkpoint, which stays as it is.
    ///
    /// @throws UncheckedIOException     as [#leastSquares(RowTerms)]
    /// @throws IllegalArgumentException also if the checkpoint is of other columns
    public StreamedFit leastSquares(RowTerms terms, LeastSquaresAccumulator checkpoint) {
        LeastSquaresAccumulator sums = LeastSquaresAccumulator.of(terms.regressors(), terms.response(), terms.hasIntercept());
        LeastSquaresAccumulator merged = checkpoint.merge(sums);
        RowTally rows = pass(terms, terms.sources(), (_, regressors, response) -> merged.add(regressors, response));
        return new StreamedFit(merged, rows.used(), rows.missing(), rows.bad());
    }

    /// A second pass for standard errors that do not assume equal variances: the rows that [#leastSquares(RowTerms)] used, once more. A checkpoint's rows cannot be seen
    /// again, so that a fit that carried one on has no second pass.
    ///
    /// @param model the fit to this file, and only this one
    /// @throws UncheckedIOException     as [#leastSquares(RowTerms)]
    /// @throws IllegalArgumentException as [#leastSquares(RowTerms)]; if the file has other rows than the fit is told when the sum is used
    public SandwichSum robust(RowTerms terms, FittedModel model, RobustCovariance kind) {
        RobustAccumulator second = RobustAccumulator.of(model, kind);
        pass(Checks.present("terms", terms), terms.sources(), (_, regressors, response) -> second.add(regressors, response));
        return second.sum();
    }

    /// A second pass for standard errors that let rows with the same cell in this column depend on each other; memory grows with the number of different cells. A
    /// column is compared as numbers if its first [#SAMPLE] rows are.
    ///
    /// @param model as in [#robust]
    /// @throws UncheckedIOException     as [#leastSquares(RowTerms)]
    /// @throws IllegalArgumentException as [#robust], or if the column is not there or has no value in a row of the fit
    public SandwichSum clustered(RowTerms terms, FittedModel model, String column) {
        ClusterAccumulator second = ClusterAccumulator.of(model);
        int label = Checks.present("terms", terms).sources().size();
        List<SourceColumn> sources = new ArrayList<>(terms.sources());
        sources.add(new SourceColumn.Label(column, !numeric(List.of(column)).isEmpty()));
        pass(terms, sources, (row, regressors, response) -> {
            if (Double.isNaN(row.cells[label])) {
                throw new IllegalArgumentException(file + ", line " + row.line() + ", column '" + column + "' must have a value in each row of the fit, but is missing");
            }
            second.add((int) row.cells[label], regressors, response);
        });
        return second.sum();
    }

    private static Optional<String> problem(RowTerms terms, double[] regressors, double response) {
        for (int k = 0; k < regressors.length; k++) {
            if (!(Math.abs(regressors[k]) <= LeastSquaresAccumulator.LARGEST)) {
                return Optional.of("'" + terms.regressors().get(k) + "' must be a finite number of magnitude at most 2^400, but is " + regressors[k]);
            }
        }
        return Math.abs(response) <= LeastSquaresAccumulator.LARGEST ? Optional.empty()
                : Optional.of("'" + terms.response() + "' must be a finite number of magnitude at most 2^400, but is " + response);
    }

    /// The different values of text columns, sorted by their characters, by a pass of its own: levels for [SourceColumn.Levels]. Missing cells are none.
    ///
    /// @throws UncheckedIOException     as [#leastSquares(RowTerms)]
    /// @throws IllegalArgumentException if a column is not there, the file is no CSV, or a column has more than [#MOST_LEVELS] values
    public List<SourceColumn.Levels> levels(List<String> columns) {
        return columns.stream().map(column -> levels(List.of(column), List.of(column), List.of()).getFirst()).toList();
    }

    /// The different values of some columns among the rows that can be used: those in which no needed cell is missing, and each that must be a number is one.
    ///
    /// @param columns the columns whose values are sought, among the needed ones
    /// @param needed all columns that a row needs
    /// @param numbers those of them that must be numbers
    /// @throws UncheckedIOException     as [#leastSquares(RowTerms)]
    /// @throws IllegalArgumentException as [#levels(List)]
    public List<SourceColumn.Levels> levels(List<String> columns, List<String> needed, List<String> numbers) {
        LevelReader reader = new LevelReader(file.toString(), Checks.distinct("needed", needed), Set.copyOf(numbers), Set.copyOf(columns));
        source().read(reader, _ -> true);
        List<SourceColumn.Levels> found = new ArrayList<>();
        for (String column : columns) {
            found.add(new SourceColumn.Levels(column, List.copyOf(new TreeSet<>(reader.levels(needed.indexOf(column)))), numbers.contains(column)));
        }
        return found;
    }

    /// The names of all columns.
    ///
    /// @throws UncheckedIOException     as [#leastSquares(RowTerms)]
    /// @throws IllegalArgumentException if the file is empty or no CSV
    public List<String> header() {
        LevelReader reader = new LevelReader(file.toString(), List.of(), Set.of(), Set.of());
        source().read(reader, _ -> false);
        return reader.header();
    }

    /// Which of these columns hold numbers, judging by the first [#SAMPLE] rows: no cell that is neither missing nor a decimal. Whole numbers that begin with 0 or
    /// have more than 53 bits are codes, as in [TableGuess].
    ///
    /// @throws UncheckedIOException     as [#leastSquares(RowTerms)]
    /// @throws IllegalArgumentException if a column is not there, or the file is no CSV
    public List<String> numeric(List<String> columns) {
        Checks.distinct("columns", columns);
        return columns.stream().filter(this::isNumeric).toList();
    }

    private boolean isNumeric(String column) {
        LevelReader reader = new LevelReader(file.toString(), List.of(column), Set.of(), Set.of(column));
        int[] rows = new int[1];
        source().read(reader, _ -> ++rows[0] <= SAMPLE);
        return reader.levels(0).stream().noneMatch(text -> isCode(text) || Double.isNaN(Decimals.parse(text.toCharArray(), 0, text.length())));
    }

    private static boolean isCode(String text) {
        return !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && (text.length() > 1 && text.charAt(0) == '0' || Double.parseDouble(text) >= LARGEST_WHOLE);
    }

    /// What is done with a row of the fit; the regressors are overwritten by those of the next.
    private interface FormedRow {
        void use(CellReader row, double[] regressors, double response);
    }

    private RowTally pass(RowTerms terms, List<SourceColumn> sources, FormedRow formed) {
        RowTally tally = new RowTally(file, sources, rule, terms.missing());
        double[] regressors = new double[terms.regressors().size()];
        RowTally.Use use = row -> {
            double response = terms.form(row.cells, regressors);
            Optional<String> problem = problem(terms, regressors, response);
            if (problem.isEmpty()) {
                formed.use(row, regressors, response);
            }
            return problem;
        };
        source().read(new CellReader(file.toString(), sources), row -> {
            tally.add(row, use);
            return true;
        });
        tally.end();
        return tally;
    }

    private CsvSource source() {
        return new CsvSource(file, separator, progress);
    }
}
