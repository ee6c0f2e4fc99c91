package infogap.report;

import infogap.display.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown with formulas between dollar signs, as notebooks have it, to HTML.
///
/// A formula is taken out before the Markdown is read, so that its underscores and backslashes stay as they are, and comes back
/// as `<span class="math">`, which the page's script typesets. Dollar signs inside code are left alone.
final class MathMarkdown {

    /// Code first, so that a dollar inside it is passed over; then displayed and inline formulas.
    private static final Pattern CODE_OR_MATH = Pattern.compile(
            "(?<code>(?<ticks>`+)(?!`)[\\s\\S]*?(?<!`)\\k<ticks>(?!`))"
                    + "|\\$\\$(?<display>[\\s\\S]+?)\\$\\$"
                    + "|(?<!\\\\)\\$(?<inline>[^\\s$](?:[^$\\n]|\\n(?!\\n))*?(?<![\\s\\\\]))\\$(?!\\d)");

    /// A private-use character on both sides of a number: nothing that a text or the Markdown reader knows.
    private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE000");

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private MathMarkdown() {}

    static String html(String markdown) {
        List<String> formulas = new ArrayList<>();
        String protectedText = CODE_OR_MATH.matcher(markdown).replaceAll(match -> Matcher.quoteReplacement(placed(match, formulas)));
        String html = RENDERER.render(PARSER.parse(protectedText));
        return PLACE.matcher(html)
                .replaceAll(match -> Matcher.quoteReplacement(formulas.get(Integer.parseInt(match.group(1)))));
    }

    /// A formula as the page's script expects it.
    static String math(String latex, boolean display) {
        return "<span class=\"math\"" + (display ? " data-display" : "") + ">" + Markup.escaped(latex.strip()) + "</span>";
    }

    /// The formula of a `text/latex` output, without the dollar signs or brackets around it.
    static String latexOutput(String latex) {
        String formula = latex.strip()
                .replaceFirst("^\\$+|^\\\\\\[|^\\\\\\(", "")
                .replaceFirst("\\$+$|\\\\]$|\\\\\\)$", "");
        return "<div class=\"latex\">" + math(formula, true) + "</div>";
    }

    private static String placed(MatchResult match, List<String> formulas) {
        if (match.group("code") != null) {
            return match.group();
        }
        boolean display = match.group("display") != null;
        formulas.add(math(display ? match.group("display") : match.group("inline"), display));
        return "\uE000" + (formulas.size() - 1) + "\uE000";
    }
}
