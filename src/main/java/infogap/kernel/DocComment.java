package infogap.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A doc comment as text to read: HTML and inline tags become what they stand for, block tags their headings. What Markdown comments
/// consist of is text already.
final class DocComment {

    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern BLOCK = Pattern.compile("(?m)^[ \\t]*@(\\w+)[ \\t]*");
    private static final Pattern TYPE_PARAMETER = Pattern.compile("@param\\s+<(\\w+)>");
    private static final Pattern HTML = Pattern.compile("(?is)<(/?)(\\w+)(?:\\s[^<>]*)?/?>");
    private static final Map<String, String> ENTITIES = Map.of(
            "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&nbsp;", " ", "&#39;", "'", "&mdash;", "—", "&ndash;", "–", "&hellip;", "…");
    private static final Map<String, String> HEADINGS = Map.ofEntries(
            Map.entry("param", "Parameter "), Map.entry("return", "Returns "), Map.entry("returns", "Returns "), Map.entry("throws", "Throws "),
            Map.entry("exception", "Throws "), Map.entry("see", "See "), Map.entry("since", "Since "), Map.entry("apiNote", "Note: "),
            Map.entry("implNote", "Implementation note: "), Map.entry("implSpec", "Implementation: "), Map.entry("deprecated", "Deprecated: "),
            Map.entry("author", "Author: "), Map.entry("jls", "JLS "), Map.entry("spec", "Specification: "));

    private DocComment() {}

    static String text(String comment) {
        String text = comment.strip();
        String before;
        do {
            before = text;
            text = INLINE.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(inline(tag.group(1), tag.group(2).strip())));
        } while (!before.equals(text));
        text = TYPE_PARAMETER.matcher(text).replaceAll("@param $1");
        text = BLOCK.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(
                HEADINGS.getOrDefault(tag.group(1), Character.toUpperCase(tag.group(1).charAt(0)) + tag.group(1).substring(1) + " ")));
        text = HTML.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(html(tag.group(1).isEmpty(), tag.group(2).toLowerCase())));
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            text = text.replace(entity.getKey(), entity.getValue());
        }
        return tidy(text.replace("&amp;", "&").replaceAll("\\n\\s*\\n - ", "\n - "));
    }

    /// Braces and brackets of code must not be taken for tags of the comment.
    private static String inline(String name, String content) {
        return switch (name) {
            case "code", "literal" -> content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            case "link", "linkplain" -> label(content);
            case "value" -> content;
            case "inheritDoc" -> "(as in the supertype)";
            case "return" -> "Returns " + content + ".";
            default -> content;
        };
    }

    /// A link's label, or the name that it leads to.
    private static String label(String content) {
        int depth = 0;
        for (int i = 0; i < content.length(); i++) {
            switch (content.charAt(i)) {
                case '(', '<' -> depth++;
                case ')', '>' -> depth--;
                case ' ', '\n' -> {
                    if (depth == 0) {
                        return content.substring(i).strip();
                    }
                }
                default -> { }
            }
        }
        return content.replaceFirst("^#", "").replace('#', '.').replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String html(boolean opens, String name) {
        return switch (name) {
            case "p", "ul", "ol", "dl", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "div" -> "\n\n";
            case "br", "tr", "dt" -> opens ? "\n" : "";
            case "li", "dd" -> opens ? "\n - " : "";
            case "td", "th" -> opens ? "  " : "";
            case "sup" -> opens ? "^" : "";
            default -> "";
        };
    }

    private static String tidy(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            boolean blank = line.isBlank();
            if (!(blank && (lines.isEmpty() || lines.getLast().isEmpty()))) {
                lines.add(blank ? "" : line.stripTrailing().replaceFirst("^ (?=\\S)(?! ?- )", ""));
            }
        }
        return String.join("\n", lines).strip();
    }
}
