package infogap.command;

import infogap.plot.ResidualPlots;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.RobustCovariance;
import infogap.regression.Summary;
import infogap.regression.glm.Family;
import infogap.regression.glm.GeneralizedModel;
import infogap.regression.glm.MultinomialModel;
import infogap.storage.AtomicFile;
import infogap.table.data.Field;
import infogap.table.data.FieldType;
import infogap.table.data.MissingCells;
import infogap.table.data.TableGuess;
import infogap.table.formula.ClassFit;
import infogap.table.formula.Formula;
import infogap.table.formula.GeneralizedFit;
import infogap.table.formula.LinearFit;
import infogap.table.formula.WeightKind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

/// Fits a formula to a CSV file and prints the report.
@Command(
        name = "fit",
        description = "Fit a formula to a CSV file: infogap fit data.csv \"purchase ~ age + C(city)\" --robust HC3",
        mixinStandardHelpOptions = true)
final class FitCommand implements Callable<Integer> {

    /// What the response is.
    enum Response { NUMBER, BINARY, COUNT, CLASS }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "a CSV file with a header; separator, decimal mark and columns' types are found, or the file is refused with row and column")
    private Path file;

    @Parameters(index = "1", paramLabel = "FORMULA", description = "as R and patsy write it")
    private String formula;

    @Option(names = "--response", paramLabel = "KIND", defaultValue = "number",
            description = "number (least squares), binary (logistic), count (Poisson) or class (multinomial); default: ${DEFAULT-VALUE}")
    private Response response;

    @Option(names = "--robust", paramLabel = "KIND", description = "standard errors that do not assume equal variances: ${COMPLETION-CANDIDATES}")
    private RobustCovariance robust;

    @Option(names = "--cluster", paramLabel = "COLUMN", description = "standard errors that let rows with the same cell in this column depend on each other")
    private String cluster;

    @Option(names = "--frequency", paramLabel = "COLUMN", description = "each row stands for so many equal ones")
    private String frequency;

    @Option(names = "--precision", paramLabel = "COLUMN", description = "each row's error has variance in inverse proportion to this column")
    private String precision;

    @Option(names = "--firth", description = "Firth's estimate for a binary or count response, finite also where the responses are separated")
    private boolean firth;

    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "0.95", description = "of the intervals; default: ${DEFAULT-VALUE}")
    private double level;

    @Option(names = "--complete", description = "refuse a row with a missing cell instead of leaving it out")
    private boolean complete;

    @Option(names = "--text", paramLabel = "COLUMN", description = "a column of texts, whatever it holds; may be repeated")
    private List<String> texts = List.of();

    @Option(names = "--write", paramLabel = "FILE", description = "write the report as .txt, .html, .tex or .csv; may be repeated")
    private List<Path> reports = List.of();

    @Option(names = "--plot", paramLabel = "FILE", description = "write the residual plots of a number as .png")
    private Path plot;

    @Mixin
    private StreamOptions stream = new StreamOptions();

    @Override
    public Integer call() {
        require(robust == null || cluster == null, "--robust and --cluster exclude each other");
        require(frequency == null || precision == null, "--frequency and --precision exclude each other");
        require(response == Response.NUMBER || robust == null && cluster == null && plot == null, "--robust, --cluster and --plot are for a response of kind number");
        require(!firth || response == Response.BINARY || response == Response.COUNT, "--firth is for a response of kind binary or count");
        Formula read = formula();
        boolean rowsAreKept = response != Response.NUMBER || plot != null || read.isWeighted() || !texts.isEmpty();
        require(!stream.areGiven() || !rowsAreKept,
                "a stream keeps no rows: it fits a response of kind number without --plot, --frequency, --precision and --text");
        require(!stream.carriesOn() || robust == null && cluster == null,
                "--robust and --cluster read every row a second time, and --resume has only the sums of the rows before: give one file with all rows");
        if (stream.areGiven() || !rowsAreKept && StreamOptions.isNeededBy(file)) {
            return streamed(read);
        }
        return report(read, TableGuess.of(file, texts.stream().map(name -> Field.of(name, FieldType.STRING)).toArray(Field[]::new)).table());
    }

    private void require(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private Formula formula() {
        Formula read = Formula.of(formula).withMissing(complete ? MissingCells.REFUSE : MissingCells.DROP_ROWS);
        return frequency != null ? read.weightedBy(frequency, WeightKind.FREQUENCY) : precision != null ? read.weightedBy(precision, WeightKind.PRECISION) : read;
    }

    private int report(Formula read, Table table) {
        return switch (response) {
            case NUMBER -> linear(read.fit(table));
            case BINARY -> generalized(read, table, Family.BINOMIAL);
            case COUNT -> generalized(read, table, Family.POISSON);
            case CLASS -> {
                ClassFit fit = read.fitClasses(table);
                yield fit.outcome() instanceof MultinomialModel ? told(fit.summary()) : toldWhyNot(fit);
            }
        };
    }

    private int streamed(Formula read) {
        PrintWriter err = spec.commandLine().getErr();
        StreamOptions.Pass pass = stream.fit(file, read, err);
        LeastSquares fit = pass.read().fit();
        if (!(fit instanceof FittedModel model)) {
            return toldWhyNot(fit);
        }
        Summary summary = cluster != null ? pass.clustered(model, cluster, err).clusterSummary(model, cluster, level)
                : robust != null ? pass.robust(model, robust, err).summary(model, robust, level)
                : model.summary(level);
        return told(summary.with(read.toString(), pass.read().notes()));
    }

    private int linear(LinearFit fit) {
        if (!(fit.outcome() instanceof FittedModel model)) {
            return toldWhyNot(fit);
        }
        if (plot != null) {
            require(plot.toString().endsWith(".png"), "--plot must end in .png, but is '" + plot + "'");
            AtomicFile.write(plot, ResidualPlots.of(model).draw().png());
        }
        return told(cluster != null ? fit.summaryClusteredBy(cluster, level)
                : robust != null ? fit.summary(robust, level)
                : fit.summary(level));
    }

    private int generalized(Formula read, Table table, Family family) {
        GeneralizedFit fit = firth ? read.fitFirth(table, family) : read.fit(table, family);
        return fit.outcome() instanceof GeneralizedModel ? told(fit.summary(level)) : toldWhyNot(fit);
    }

    private int told(Summary summary) {
        reports.forEach(summary::write);
        print(summary.text());
        return InfogapCommand.FINE;
    }

    private int toldWhyNot(Object fit) {
        print(fit.toString());
        return InfogapCommand.PROBLEM;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
