package infogap.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import infogap.display.Markup;
import infogap.notebook.Cell;
import infogap.notebook.CellType;
import infogap.notebook.Notebook;
import infogap.notebook.Output;
import java.util.List;
import java.util.stream.Collectors;

/// An executed notebook as a page: prose, code, outputs, pictures, typeset formulas.
final class NotebookPage {

    /// Richest first; of the representations that an output has, the page shows the first.
    private static final List<String> PREFERRED =
            List.of("text/html", "text/markdown", "text/latex", "image/svg+xml", "image/png", "image/jpeg", "text/plain");

    private NotebookPage() {}

    /// The page's file name for a notebook's.
    static String fileName(String notebook) {
        return notebook.replaceFirst("\\.ipynb$", "") + ".html";
    }

    /// The notebook's first heading, or its file name.
    static String title(String name, Notebook notebook) {
        return notebook.cells().stream()
                .filter(cell -> cell.type() == CellType.MARKDOWN)
                .flatMap(cell -> cell.source().lines())
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElse(name);
    }

    static String html(String name, Notebook notebook) {
        String cells = notebook.cells().stream().map(NotebookPage::cell).collect(Collectors.joining("\n"));
        String body = "<nav><a href=\"../index.html\">← The ledger</a><a href=\"" + Markup.escaped(name) + "\" download>"
                + "Notebook file</a></nav>\n<main class=\"notebook\">\n" + cells + "\n</main>";
        return Html.page(title(name, notebook) + " · Infogap", "../", body);
    }

    private static String cell(Cell cell) {
        String anchor = "<section id=\"cell-" + Markup.escaped(cell.id()) + "\" class=\"" + cell.type().jsonName() + "\">";
        return switch (cell.type()) {
            case MARKDOWN -> anchor + MathMarkdown.html(cell.source()) + "</section>";
            case RAW -> anchor + "<pre>" + Markup.escaped(cell.source()) + "</pre></section>";
            case CODE -> anchor + source(cell.source())
                    + cell.outputs().stream().map(NotebookPage::output).collect(Collectors.joining()) + "</section>";
        };
    }

    /// The code; a cell of nothing but imports is folded away, because it is long and says little.
    private static String source(String source) {
        String code = "<pre class=\"source\"><code>" + JavaHighlighter.html(source) + "</code></pre>";
        List<String> lines = source.lines().filter(line -> !line.isBlank()).toList();
        boolean imports = lines.size() > 3 && lines.stream().allMatch(line -> line.startsWith("import "));
        return imports ? "<details class=\"imports\"><summary>" + lines.size() + " imports</summary>" + code + "</details>" : code;
    }

    private static String output(Output output) {
        return switch (output.type()) {
            case STREAM -> "<pre class=\"output " + Markup.escaped(output.streamName()) + "\">" + Markup.escaped(output.text()) + "</pre>";
            case ERROR -> "<pre class=\"output error\">" + Markup.escaped(output.error().toString()) + "</pre>";
            case DISPLAY_DATA, EXECUTE_RESULT -> "<div class=\"output\">" + bundle(output.data()) + "</div>";
        };
    }

    private static String bundle(JsonObject data) {
        return PREFERRED.stream().filter(data::has).findFirst().map(type -> shown(type, data)).orElse("");
    }

    private static String shown(String type, JsonObject data) {
        String content = text(data.get(type));
        return switch (type) {
            case "text/html" -> "<div class=\"scroll\">" + content + "</div>";
            case "text/markdown" -> MathMarkdown.html(content);
            case "text/latex" -> MathMarkdown.latexOutput(content);
            case "image/svg+xml" -> content;
            case "image/png", "image/jpeg" ->
                "<img alt=\"" + Markup.escaped(data.has("text/plain") ? text(data.get("text/plain")) : "chart") + "\" src=\"data:" + type
                        + ";base64," + content.replaceAll("\\s", "") + "\">";
            default -> "<pre>" + Markup.escaped(content) + "</pre>";
        };
    }

    private static String text(JsonElement content) {
        return content.isJsonArray()
                ? content.getAsJsonArray().asList().stream().map(JsonElement::getAsString).collect(Collectors.joining())
                : content.getAsString();
    }
}
