package infogap.report;

import infogap.display.Markup;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Java source as HTML with comments, texts, numbers and keywords in classes of their own.
final class JavaHighlighter {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*[\\s\\S]*?\\*/)"
                    + "|(?<text>\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+')"
                    + "|(?<keyword>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum|extends|final"
                    + "|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null|package|permits|private|protected|public|record"
                    + "|return|sealed|short|static|super|switch|this|throw|throws|true|false|try|var|void|when|while|yield)\\b)"
                    + "|(?<number>\\b\\d[\\d_]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?[dDfFlL]?\\b)");

    private JavaHighlighter() {}

    static String html(String source) {
        StringBuilder html = new StringBuilder();
        Matcher tokens = TOKEN.matcher(source);
        int end = 0;
        while (tokens.find()) {
            html.append(Markup.escaped(source.substring(end, tokens.start())));
            html.append("<span class=\"").append(kind(tokens.toMatchResult())).append("\">").append(Markup.escaped(tokens.group()))
                    .append("</span>");
            end = tokens.end();
        }
        return html.append(Markup.escaped(source.substring(end))).toString();
    }

    private static String kind(MatchResult token) {
        if (token.group("comment") != null) {
            return "c";
        }
        if (token.group("text") != null) {
            return "s";
        }
        return token.group("keyword") != null ? "k" : "n";
    }
}
