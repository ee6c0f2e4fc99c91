package infogap.command;

import infogap.numeric.Checks;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquaresAccumulator;
import infogap.regression.RobustCovariance;
import infogap.regression.SandwichSum;
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
import java.util.function.Function;
import picocli.CommandLine.Option;

/// How a file is fitted without being held in memory.
final class StreamOptions {

    /// A file of more than this share of the heap is not read into a table, which takes several times its size.
    private static final int SHARE_OF_HEAP = 8;

    @Option(names = "--stream", description = "read the file row by row and keep only sums, as is done by itself with a file of more than an eighth of the heap; decimals with a point, UTF-8")
    private boolean stream;

    @Option(names = "--skip-bad", description = "while streaming leave out and count rows that cannot be read, instead of refusing the file")
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

    /// Whether the rows of a checkpoint, which nobody can see again, are part of the fit.
    boolean carriesOn() {
        return resume != null;
    }

    /// Reads the file, and writes the checkpoint if that is asked for. Progress, and what became of the rows, go to `err`.
    Pass fit(Path file, Formula formula, PrintWriter err) {
        ProgressBar bar = ProgressBar.on(err, "reading " + Checks.present("file", file).getFileName());
        CsvRows rows = CsvRows.of(file).separatedBy(separator).with(skipBad ? BadRows.Rule.SKIP : BadRows.Rule.REFUSE).reportingTo(bar::show);
        Pass pass;
        try {
            StreamedFormula terms = StreamedFormula.of(formula, rows);
            pass = new Pass(rows, terms, resume == null ? rows.leastSquares(terms) : rows.leastSquares(terms, LeastSquaresAccumulator.load(resume)));
        } finally {
            bar.end();
        }
        if (checkpoint != null) {
            pass.read().accumulator().save(checkpoint);
        }
        err.println(pass.read());
        err.flush();
        return pass;
    }

    /// A file that was read.
    record Pass(CsvRows rows, StreamedFormula terms, StreamedFit read) {

        SandwichSum robust(FittedModel model, RobustCovariance kind, PrintWriter err) {
            return again(err, again -> again.robust(terms, model, kind));
        }

        SandwichSum clustered(FittedModel model, String column, PrintWriter err) {
            return again(err, again -> again.clustered(terms, model, column));
        }

        private SandwichSum again(PrintWriter err, Function<CsvRows, SandwichSum> second) {
            ProgressBar bar = ProgressBar.on(err, "reading " + rows.file().getFileName() + " again");
            try {
                return second.apply(rows.reportingTo(bar::show));
            } finally {
                bar.end();
            }
        }
    }
}
