package infogap.regression;

import infogap.display.Displayable;
import infogap.numeric.Checks;
import infogap.numeric.SampleQuantile;
import infogap.storage.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A fit as a report: the layout of R's `summary` with the lines that statsmodels adds. It shows itself in a notebook, and is written as text, HTML,
/// LaTeX or CSV.
///
/// ```java
/// model.summary(RobustCovariance.HC3, 0.95).write(Path.of("table.tex"));
/// ```
///
/// @param model        the model as a formula
/// @param rows         the rows that were fitted, in words
/// @param residuals    minimum, quartiles and maximum of the residuals; empty where rows were streamed
/// @param coefficients the coefficient table
/// @param statistic    `t` or `z`
/// @param errors       the kind of the standard errors; empty for the classical ones
/// @param level        of the intervals
/// @param lines        what is said below the table
public record Summary(String model, String rows, List<Double> residuals, List<Coefficient> coefficients, String statistic, String errors,
        double level, List<String> lines) implements Displayable {

    private static final String LEGEND = "Signif. codes:  0 '***' 0.001 '**' 0.01 '*' 0.05 '.' 0.1 ' ' 1";

    /// @throws IllegalArgumentException if something is null, or the level is not strictly between 0 and 1
    public Summary {
        Checks.text("model", model);
        Checks.present("rows", rows);
        residuals = List.copyOf(Checks.present("residuals", residuals));
        coefficients = List.copyOf(Checks.present("coefficients", coefficients));
        Checks.text("statistic", statistic);
        Checks.present("errors", errors);
        Checks.strictlyBetween("level", level, 0, 1);
        lines = List.copyOf(Checks.present("lines", lines));
    }

    static Summary of(FittedModel model, double[] residuals, List<Coefficient> coefficients, String errors, double level) {
        List<Double> quantiles = new ArrayList<>();
        if (residuals.length > 0) {
            // R's default quantile (type 7): linear between order statistics
            double[] sorted = residuals.clone();
            Arrays.sort(sorted);
            for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
                quantiles.add(SampleQuantile.ofSorted(sorted, share));
            }
        }
        return new Summary(Design.formula(model.response(), model.names()), model.rows() + " rows" + model.weights().map(w -> ", " + w).orElse(""),
                quantiles, coefficients, "t", errors, level, lines(model, residuals.length > 0));
    }

    private static List<String> lines(FittedModel model, boolean inMemory) {
        List<String> lines = new ArrayList<>();
        lines.add(line("Residual standard error: %s on %d degrees of freedom", number(model.residualStandardError()), model.degreesOfFreedom()));
        lines.add(line("Multiple R-squared: %s,  Adjusted R-squared: %s", number(model.rSquared()), number(model.adjustedRSquared())));
        model.fTest().ifPresent(test -> lines.add(line("F-statistic: %s on %d and %d DF,  p-value: %s",
                number(test.statistic()), test.numerator(), test.denominator(), probability(test.p()))));
        lines.add(line("Log-likelihood: %s,  AIC: %s,  BIC: %s (R; statsmodels: %s, %s)", number(model.logLikelihood()),
                number(model.aic(Convention.WITH_VARIANCE)), number(model.bic(Convention.WITH_VARIANCE)),
                number(model.aic(Convention.COEFFICIENTS_ONLY)), number(model.bic(Convention.COEFFICIENTS_ONLY))));
        if (inMemory && !(model.weights().orElse(null) instanceof Weights.Frequency)) {
            lines.add(model.residualShape().toString());
        }
        lines.add(line("Condition number: %.3g (columns scaled to length 1: %.3g)", model.conditionNumber(), model.scaledConditionNumber()));
        lines.add(line("Trusted: %s", model.accuracy()));
        return lines;
    }

    /// A copy under this heading, with more lines below.
    ///
    /// @throws IllegalArgumentException if something is null
    public Summary with(String heading, List<String> more) {
        return new Summary(heading, rows, residuals, coefficients, statistic, errors, level,
                Stream.concat(lines.stream(), Checks.present("more", more).stream()).toList());
    }

    /// Plain text.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(model).append("    (").append(rows).append(")\n\n");
        if (!residuals.isEmpty()) {
            text.append("Residuals:\n");
            append(text, "%12s %12s %12s %12s %12s", "Min", "1Q", "Median", "3Q", "Max");
            append(text, "%12s %12s %12s %12s %12s", residuals.stream().map(Summary::number).toArray());
            text.append('\n');
        }
        int width = Math.max(11, coefficients.stream().mapToInt(line -> line.name().length()).max().orElse(0));
        text.append("Coefficients").append(errors.isEmpty() ? "" : ", " + errors + " standard errors").append(":\n");
        append(text, "%-" + width + "s  %12s  %12s  %8s  %9s      %12s  %12s", "", "Estimate", "Std. Error", statistic + " value", "Pr(>|" + statistic + "|)",
                "[" + bound(false), bound(true) + "]");
        for (Coefficient line : coefficients) {
            append(text, "%-" + width + "s  %12s  %12s  %8s  %9s %-3s  %12s  %12s", line.name(), number(line.estimate()),
                    number(line.standardError()), line("%.3f", line.t()), probability(line.p()), stars(line.p()),
                    number(line.lower()), number(line.upper()));
        }
        text.append("---\n").append(LEGEND).append("\n\n");
        lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
        return text.toString();
    }

    /// An HTML fragment: a table with the model as caption, and the lines below it.
    public String html() {
        return SummaryMarkup.html(this);
    }

    /// A LaTeX `tabular` with the lines below it, for a document: a notebook typesets formulas and no tables, so that it is not part of the bundle.
    public String latex() {
        return SummaryMarkup.latex(this);
    }

    /// The coefficient table as CSV with all digits of the doubles, header first.
    public String csv() {
        return SummaryMarkup.csv(this);
    }

    /// Writes the report in the form that the file's ending names: `.txt`, `.html`, `.tex` or `.csv`.
    ///
    /// @throws IllegalArgumentException     if the ending is another
    /// @throws java.io.UncheckedIOException if the file cannot be written
    public void write(Path file) {
        String name = Checks.present("file", file).toString();
        String content = switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "txt" -> text();
            case "html" -> html();
            case "tex" -> latex();
            case "csv" -> csv();
            default -> throw new IllegalArgumentException("file must end in .txt, .html, .tex or .csv, but is '" + name + "'");
        };
        AtomicFile.write(file, content);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("text/html", html());
        bundle.put("text/plain", text());
        return bundle;
    }

    @Override
    public String toString() {
        return text();
    }

    String bound(boolean upper) {
        double share = upper ? 0.5 + level / 2 : 0.5 - level / 2;
        return line("%.6f", share).replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static void append(StringBuilder text, String format, Object... values) {
        text.append(line(format, values).stripTrailing()).append('\n');
    }

    // six significant digits, without an exponent where R would not print one either
    static String number(double value) {
        double size = Math.abs(value);
        if (value == 0 || (size >= 1e-4 && size < 1e7)) {
            int decimals = value == 0 ? 4 : Math.max(0, 5 - (int) Math.floor(Math.log10(size)));
            return String.format(Locale.ROOT, "%." + Math.min(decimals, 9) + "f", value);
        }
        return String.format(Locale.ROOT, "%.5e", value);
    }

    static String probability(double p) {
        return p < 2.2e-16 ? "< 2.2e-16" : p < 1e-4 ? String.format(Locale.ROOT, "%.2e", p) : String.format(Locale.ROOT, "%.6f", p);
    }

    static String stars(double p) {
        return p < 0.001 ? "***" : p < 0.01 ? "**" : p < 0.05 ? "*" : p < 0.1 ? "." : "";
    }
}
