package infogap.table.stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import infogap.numeric.Checks;
import infogap.regression.LeastSquaresAccumulator;
import infogap.table.data.StrictCsv;
import infogap.table.data.TableGuess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

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

    private static final int BETWEEN_REPORTS = 4 << 20;

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
        double[] regressors = new double[terms.regressors().size()];
        long[] rows = new long[1];
        BadRows bad = pass(terms.sources(), cells -> {
            double response = terms.form(cells, regressors);
            Optional<String> problem = problem(terms, regressors, response);
            if (problem.isEmpty()) {
                merged.add(regressors, response);
                rows[0]++;
            }
            return problem;
        });
        return new StreamedFit(merged, rows[0], bad);
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
        LevelReader reader = new LevelReader(file.toString(), Checks.distinct("columns", columns));
        read(reader, _ -> true);
        List<SourceColumn.Levels> found = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            found.add(new SourceColumn.Levels(columns.get(k), List.copyOf(new TreeSet<>(reader.levels(k)))));
        }
        return found;
    }

    /// The names of all columns.
    ///
    /// @throws UncheckedIOException     as [#leastSquares(RowTerms)]
    /// @throws IllegalArgumentException if the file is empty or no CSV
    public List<String> header() {
        LevelReader reader = new LevelReader(file.toString(), List.of());
        read(reader, _ -> false);
        return reader.header();
    }

    /// Which of these columns hold numbers, judging by the first [#SAMPLE] rows: no cell that is neither missing nor a decimal.
    ///
    /// @throws UncheckedIOException     as [#leastSquares(RowTerms)]
    /// @throws IllegalArgumentException if a column is not there, or the file is no CSV
    public List<String> numeric(List<String> columns) {
        LevelReader reader = new LevelReader(file.toString(), Checks.distinct("columns", columns));
        int[] rows = new int[1];
        read(reader, _ -> ++rows[0] <= SAMPLE);
        return IntStream.range(0, columns.size())
                .filter(k -> reader.levels(k).stream().allMatch(text -> !Double.isNaN(Decimals.parse(text.toCharArray(), 0, text.length()))))
                .mapToObj(columns::get)
                .toList();
    }

    /// What is done with a row's numbers.
    interface Use {
        /// @return what is wrong with them; empty if they were used
        Optional<String> row(double[] cells);
    }

    private BadRows pass(List<SourceColumn> sources, Use use) {
        List<String> first = new ArrayList<>();
        long[] bad = new long[1];
        read(new CellReader(file.toString(), sources), row -> {
            String problem = row.problem() == null ? use.row(row.cells).orElse(CellReader.NONE) : row.problem();
            if (!problem.equals(CellReader.NONE)) {
                bad[0]++;
                if (first.size() < BadRows.SHOWN) {
                    first.add("line " + row.line() + ": " + problem);
                }
                if (rule == BadRows.Rule.REFUSE && bad[0] == BadRows.SHOWN) {
                    refuse(bad[0] + " bad rows or more", first);
                }
            }
            return true;
        });
        if (rule == BadRows.Rule.REFUSE && bad[0] > 0) {
            refuse(bad[0] == 1 ? "1 bad row" : bad[0] + " bad rows", first);
        }
        return new BadRows(bad[0], first);
    }

    private void refuse(String count, List<String> first) {
        throw new IllegalArgumentException(file + " has " + count + ":\n  " + String.join("\n  ", first)
                + "\nMend them, or leave bad rows out (" + BadRows.Rule.class.getSimpleName() + "." + BadRows.Rule.SKIP + ")");
    }

    private <T extends de.siegmar.fastcsv.reader.CsvCallbackHandler<T>> void read(T handler, Predicate<T> each) {
        try (InputStream bytes = Files.newInputStream(file);
                CountedStream counted = new CountedStream(bytes, Math.max(1, Files.size(file)));
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(counted, 1 << 16) : counted;
                CsvReader<T> reader = StrictCsv.parser(separator, true).detectBomHeader(true)
                        .build(handler, plain, StandardCharsets.UTF_8)) {
            long records = 0;
            for (T row : reader) {
                records++;
                if (!each.test(row)) {
                    return;
                }
                if (counted.sinceReport() > BETWEEN_REPORTS) {
                    progress.accept(counted.report());
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException(file + ": reading was interrupted after " + records + " records");
                    }
                }
            }
            if (records == 0) {
                throw new IllegalArgumentException(file + " must begin with a header, but is empty");
            }
            progress.accept(1);
        } catch (CsvParseException e) {
            // the parser wraps what a handler refuses
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalArgumentException(file + " is no CSV: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getCause(), e.getCause());
        }
    }
}
