package infogap.command;

import infogap.numeric.Checks;
import infogap.regression.LeastSquaresAccumulator;
import infogap.table.formula.Formula;
import infogap.table.formula.StreamedFormula;
import infogap.table.stream.BadRows;
import infogap.table.stream.CsvRows;
import infogap.table.stream.StreamedFit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// How a file is fitted without being held in memory.
final class StreamOptions {

    /// A file of more than this share of the heap is not read into a table, which takes several times its size.
    private static final int SHARE_OF_HEAP = 8;

    @Option(names = "--stream", description = "read the file row by row and keep only sums, as is done by itself with a file of more than an eighth of the heap; decimals with a point, UTF-8")
    private boolean stream;

    @Option(names = "--skip-bad", description = "while streaming leave bad rows out, those with a missing cell among them, and count them, instead of refusing the file")
    private boolean skipBad;

    @Option(names = "--separator", paramLabel = "CHARACTER", defaultValue = ",", description = "while streaming what stands between fields; default: ${DEFAULT-VALUE}")
    private char separator;

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "stream, and write the sums, to carry on from or to merge")
    private Path checkpoint;

    @Option(names = "--resume", paramLabel = "FILE", description = "stream, carrying on from such sums: yesterday's rows, or a colleague's")
    private Path resume;

    /// Whether the options ask for a stream.
    boolean areGiven() {
        return stream || skipBad || checkpoint != null || resume != null;
    }

    /// Whether a table of the file would not fit into the heap.
    static boolean isNeededBy(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        }
    }

    /// Reads the file, and writes the checkpoint if that is asked for. Progress and bad rows go to `err`.
    StreamedFit fit(Path file, Formula formula, PrintWriter err) {
        ProgressBar bar = ProgressBar.on(err, "reading " + Checks.present("file", file).getFileName());
        CsvRows rows = CsvRows.of(file).separatedBy(separator).with(skipBad ? BadRows.Rule.SKIP : BadRows.Rule.REFUSE).reportingTo(bar::show);
        StreamedFit read;
        try {
            StreamedFormula terms = StreamedFormula.of(formula, rows);
            read = resume == null ? rows.leastSquares(terms) : rows.leastSquares(terms, LeastSquaresAccumulator.load(resume));
        } finally {
            bar.end();
        }
        if (checkpoint != null) {
            read.accumulator().save(checkpoint);
        }
        err.println(read);
        err.flush();
        return read;
    }
}
