package infogap.regression;

import infogap.numeric.Fractions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// A derivation as LaTeX, Markdown and plain text.
final class DerivationText {

    private DerivationText() {}

    static String latex(Derivation derivation) {
        List<String> lines = new ArrayList<>();
        lines.add("X &= " + matrix(derivation.design(), false) + ",\\quad y = " + column(derivation.y()));
        for (Derivation.Step step : derivation.steps()) {
            String what = step == derivation.steps().getFirst() ? "[X^{\\mathsf T}X \\mid X^{\\mathsf T}y] &= " : "&\\to ";
            lines.add(what + matrix(step.matrix(), true) + " && \\text{" + step.what() + "}");
        }
        lines.add("b &= " + column(derivation.coefficients()) + ",\\quad y - Xb = " + column(derivation.residuals())
                + ",\\quad \\mathrm{SSE} = " + latex(derivation.sumOfSquaredErrors()));
        return "\\begin{aligned}\n" + String.join(" \\\\\n", lines) + "\n\\end{aligned}";
    }

    static String markdown(Derivation derivation) {
        StringBuilder text = new StringBuilder("Columns: ").append(names(derivation)).append("\n\n");
        for (Derivation.Step step : derivation.steps()) {
            text.append("1. ").append(step.what()).append(": $").append(matrix(step.matrix(), true)).append("$\n");
        }
        return text.append("\n$b = ").append(column(derivation.coefficients())).append("$, $\\mathrm{SSE} = ")
                .append(latex(derivation.sumOfSquaredErrors())).append("$\n").toString();
    }

    private static String names(Derivation derivation) {
        return derivation.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String column(List<BigFraction> values) {
        return matrix(values.stream().map(List::of).toList(), false);
    }

    private static String matrix(List<List<BigFraction>> rows, boolean augmented) {
        int columns = rows.getFirst().size();
        String layout = augmented ? "r".repeat(columns - 1) + "|r" : "r".repeat(columns);
        return rows.stream()
                .map(row -> row.stream().map(DerivationText::latex).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\ ", "\\left[\\begin{array}{" + layout + "} ", " \\end{array}\\right]"));
    }

    private static String latex(BigFraction value) {
        if (value.getDenominator().equals(BigInteger.ONE)) {
            return value.getNumerator().toString();
        }
        String sign = value.getNumerator().signum() < 0 ? "-" : "";
        return sign + "\\tfrac{" + value.getNumerator().abs() + "}{" + value.getDenominator() + "}";
    }

    static String plain(Derivation derivation) {
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < derivation.steps().size(); s++) {
            Derivation.Step step = derivation.steps().get(s);
            text.append(s == 0 ? "[XᵀX | Xᵀy], " : "").append(step.what()).append(":\n").append(grid(step.matrix())).append('\n');
        }
        List<BigFraction> b = derivation.coefficients();
        for (int k = 0; k < b.size(); k++) {
            text.append(derivation.names().get(k)).append(" = ").append(Fractions.format(b.get(k))).append('\n');
        }
        return text.append("SSE = ").append(Fractions.format(derivation.sumOfSquaredErrors())).append('\n').toString();
    }

    private static String grid(List<List<BigFraction>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(k -> rows.stream().mapToInt(row -> Fractions.format(row.get(k)).length()).max().orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<BigFraction> row : rows) {
            text.append("  ");
            for (int k = 0; k < columns; k++) {
                text.append(k == columns - 1 ? "  |  " : "  ");
                text.append(" ".repeat(widths[k] - Fractions.format(row.get(k)).length())).append(Fractions.format(row.get(k)));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
