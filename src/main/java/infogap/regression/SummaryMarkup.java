package infogap.regression;

import infogap.display.Markup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A [Summary] as HTML, LaTeX and CSV.
final class SummaryMarkup {

    private SummaryMarkup() {}

    private static Stream<String> heads(Summary summary) {
        return Stream.of("", "Estimate", "Std. Error", summary.statistic() + " value", "Pr(>|" + summary.statistic() + "|)",
                "[" + summary.bound(false), summary.bound(true) + "]");
    }

    private static Stream<String> cells(Coefficient line) {
        return Stream.of(line.name(), Summary.number(line.estimate()), Summary.number(line.standardError()), String.format(Locale.ROOT, "%.3f", line.t()),
                Summary.probability(line.p()), Summary.number(line.lower()), Summary.number(line.upper()));
    }

    private static String caption(Summary summary) {
        return summary.model() + " (" + summary.rows() + ")" + (summary.errors().isEmpty() ? "" : ", " + summary.errors() + " standard errors");
    }

    static String html(Summary summary) {
        StringBuilder html = new StringBuilder("<table>\n<caption>").append(Markup.escaped(caption(summary))).append("</caption>\n<thead><tr>");
        heads(summary).forEach(head -> html.append("<th>").append(Markup.escaped(head)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (Coefficient line : summary.coefficients()) {
            List<String> cells = cells(line).toList();
            html.append("<tr><th style=\"text-align: left\">").append(Markup.escaped(cells.getFirst())).append("</th>");
            cells.stream().skip(1).forEach(cell -> html.append("<td style=\"text-align: right\">").append(Markup.escaped(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
        if (!summary.lines().isEmpty()) {
            html.append("<p>").append(summary.lines().stream().map(Markup::escaped).collect(Collectors.joining("<br>\n"))).append("</p>\n");
        }
        return html.toString();
    }

    static String latex(Summary summary) {
        StringBuilder latex = new StringBuilder("\\begin{tabular}{lrrrrrr}\n\\multicolumn{7}{l}{").append(escaped(caption(summary))).append("}\\\\\n\\hline\n");
        latex.append(heads(summary).map(head -> head.isEmpty() ? "" : "{" + escaped(head) + "}").collect(Collectors.joining(" & "))).append("\\\\\n\\hline\n");
        for (Coefficient line : summary.coefficients()) {
            latex.append(cells(line).map(SummaryMarkup::escaped).collect(Collectors.joining(" & "))).append("\\\\\n");
        }
        latex.append("\\hline\n");
        summary.lines().forEach(line -> latex.append("\\multicolumn{7}{l}{").append(escaped(line)).append("}\\\\\n"));
        return latex.append("\\end{tabular}\n").toString();
    }

    // one pass, so that the braces of a replacement are not escaped in turn
    private static String escaped(String text) {
        return text.chars().mapToObj(c -> switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '|' -> "\\textbar{}";
            case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) c;
            default -> String.valueOf((char) c);
        }).collect(Collectors.joining());
    }

    static String csv(Summary summary) {
        StringBuilder csv = new StringBuilder("name,estimate,standard_error,").append(summary.statistic()).append(",p,lower,upper\n");
        for (Coefficient line : summary.coefficients()) {
            csv.append('"').append(line.name().replace("\"", "\"\"")).append('"');
            Stream.of(line.estimate(), line.standardError(), line.t(), line.p(), line.lower(), line.upper()).forEach(value -> csv.append(',').append(value));
            csv.append('\n');
        }
        return csv.toString();
    }
}
