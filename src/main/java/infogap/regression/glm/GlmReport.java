package infogap.regression.glm;

import infogap.regression.Design;
import infogap.regression.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The report of a generalized linear model, as R's `summary(glm)`.
final class GlmReport {

    private GlmReport() {}

    static Summary of(GeneralizedModel model, double level) {
        List<String> lines = new ArrayList<>();
        lines.add(line("%s family, %s link%s", model.family().name().toLowerCase(Locale.ROOT), model.family().link(),
                model.isFirth() ? ", Firth's penalised likelihood" : ""));
        boolean constant = model.names().contains(Design.INTERCEPT);
        lines.add(line("Null deviance: %.6g on %d DF,  residual deviance: %.6g on %d DF", model.nullDeviance(), model.rows() - (constant ? 1 : 0),
                model.deviance(), model.degreesOfFreedom()));
        lines.add(line("Log-likelihood: %.6g,  AIC: %.6g,  BIC: %.6g", model.logLikelihood(), model.aic(), model.bic()));
        if (constant && model.names().size() > 1 && !model.isFirth()) {
            lines.add("Against the constant alone, " + model.againstConstant());
        }
        lines.add(line("Trusted: coefficients to %.1f digits", model.smallestDigits()));
        return new Summary(model.response() + " ~ " + String.join(" + ", model.names().stream().map(name -> name.equals(Design.INTERCEPT) ? "1" : name).toList())
                + (constant ? "" : " - 1"), model.rows() + " rows", List.of(), model.coefficients(level), "z", "", level, lines);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
