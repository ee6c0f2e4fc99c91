package infogap.regression;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The printed form of a fit: the layout of R's `summary(lm)` with the lines that statsmodels adds.
final class Summary {

    private Summary() {}

    static String of(FittedModel model, Optional<double[]> residuals) {
        StringBuilder text = new StringBuilder();
        text.append(Design.formula(model.response(), model.names())).append("    (").append(model.rows()).append(" rows)\n\n");
        residuals.ifPresent(values -> text.append(quantiles(values)).append('\n'));
        text.append(table(model)).append('\n');
        line(text, "Residual standard error: %s on %d degrees of freedom", number(model.residualStandardError()), model.degreesOfFreedom());
        line(text, "Multiple R-squared: %s,  Adjusted R-squared: %s", number(model.rSquared()), number(model.adjustedRSquared()));
        model.fTest().ifPresent(test -> line(text, "F-statistic: %s on %d and %d DF,  p-value: %s",
                number(test.statistic()), test.numerator(), test.denominator(), probability(test.p())));
        line(text, "Log-likelihood: %s,  AIC: %s,  BIC: %s (R; statsmodels: %s, %s)", number(model.logLikelihood()),
                number(model.aic(Convention.WITH_VARIANCE)), number(model.bic(Convention.WITH_VARIANCE)),
                number(model.aic(Convention.COEFFICIENTS_ONLY)), number(model.bic(Convention.COEFFICIENTS_ONLY)));
        residuals.ifPresent(values -> line(text, "%s", ResidualShape.of(values)));
        line(text, "Condition number: %.3g (columns scaled to length 1: %.3g)", model.conditionNumber(), model.scaledConditionNumber());
        line(text, "Trusted: %s", model.accuracy());
        return text.toString();
    }

    private static String table(FittedModel model) {
        int width = Math.max(11, model.names().stream().mapToInt(String::length).max().orElse(0));
        StringBuilder text = new StringBuilder("Coefficients:\n");
        line(text, "%-" + width + "s  %12s  %12s  %8s  %9s      %12s  %12s", "", "Estimate", "Std. Error", "t value", "Pr(>|t|)", "[0.025", "0.975]");
        for (Coefficient line : model.coefficients()) {
            line(text, "%-" + width + "s  %12s  %12s  %8s  %9s %-3s  %12s  %12s", line.name(), number(line.estimate()),
                    number(line.standardError()), String.format(Locale.ROOT, "%.3f", line.t()), probability(line.p()), stars(line.p()),
                    number(line.lower()), number(line.upper()));
        }
        return text.append("---\nSignif. codes:  0 '***' 0.001 '**' 0.01 '*' 0.05 '.' 0.1 ' ' 1\n").toString();
    }

    // R's default quantile (type 7): linear between order statistics
    private static String quantiles(double[] residuals) {
        double[] sorted = residuals.clone();
        Arrays.sort(sorted);
        StringBuilder text = new StringBuilder("Residuals:\n");
        line(text, "%12s %12s %12s %12s %12s", "Min", "1Q", "Median", "3Q", "Max");
        Object[] shown = Arrays.stream(new double[] {0, 0.25, 0.5, 0.75, 1})
                .mapToObj(share -> number(quantile(sorted, share)))
                .toArray();
        line(text, "%12s %12s %12s %12s %12s", shown);
        return text.toString();
    }

    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }

    // six significant digits, without an exponent where R would not print one either
    private static String number(double value) {
        double size = Math.abs(value);
        if (value == 0 || (size >= 1e-4 && size < 1e7)) {
            int decimals = value == 0 ? 4 : Math.max(0, 5 - (int) Math.floor(Math.log10(size)));
            return String.format(Locale.ROOT, "%." + Math.min(decimals, 9) + "f", value);
        }
        return String.format(Locale.ROOT, "%.5e", value);
    }

    private static String probability(double p) {
        return p < 2.2e-16 ? "< 2.2e-16" : p < 1e-4 ? String.format(Locale.ROOT, "%.2e", p) : String.format(Locale.ROOT, "%.6f", p);
    }

    private static String stars(double p) {
        return p < 0.001 ? "***" : p < 0.01 ? "**" : p < 0.05 ? "*" : p < 0.1 ? "." : "";
    }
}
