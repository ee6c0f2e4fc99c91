package infogap.kernel;

import infogap.kernel.CellSources.Origin;
import infogap.kernel.CellSources.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/// The compiler's complaints about a cell, each with its line, a caret under the place and the message.
final class CompileErrors {

    static final String NAME = "CompilationError";

    private final JShell shell;

    CompileErrors(JShell shell) {
        this.shell = shell;
    }

    /// A snippet that the compiler refused.
    CellFailure refused(Snippet snippet, Origin origin) {
        List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
        var lines = new ArrayList<String>();
        var messages = new ArrayList<String>();
        for (Diag error : errors) {
            String message = message(error);
            messages.add(message.lines().findFirst().orElse(""));
            lines.addAll(pointAt(origin.cell().place(origin.offset() + (int) error.getPosition()), message));
        }
        if (errors.isEmpty()) {
            String message = "this is not a complete Java snippet";
            messages.add(message);
            lines.addAll(pointAt(origin.cell().place(origin.offset() + CellSources.firstCode(snippet.source())), message));
        }
        return new CellFailure(NAME, messages.getFirst(), lines);
    }

    /// A declaration whose names are still unknown at the end of its cell.
    CellFailure unresolved(DeclarationSnippet snippet, Origin origin) {
        var lines = new ArrayList<String>();
        List<String> missing = shell.unresolvedDependencies(snippet).sorted().toList();
        for (String dependency : missing) {
            lines.addAll(pointAt(origin.cell().place(origin.offset() + find(dependency, snippet.source())), "cannot find " + dependency));
        }
        if (missing.isEmpty()) {
            shell.diagnostics(snippet).filter(Diag::isError).forEach(error ->
                    lines.addAll(pointAt(origin.cell().place(origin.offset() + (int) error.getPosition()), message(error))));
        }
        lines.add("The declaration waits: it can be used once what it needs is declared.");
        String first = missing.isEmpty() ? "the declaration does not compile yet" : "cannot find " + missing.getFirst();
        return new CellFailure(NAME, first, lines);
    }

    /// A dependency is named as in `method f(int)`; the text is searched for its identifier.
    private static int find(String dependency, String source) {
        String name = dependency.replaceFirst("\\(.*", "").replaceFirst(".*\\s", "");
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(source);
        return matcher.find() ? matcher.start() : CellSources.firstCode(source);
    }

    /// JShell's own wrapper classes, which `location:` would name, mean nothing to the user.
    private static String message(Diag error) {
        return error.getMessage(Locale.ENGLISH)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .map(String::stripTrailing)
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
    }

    private static List<String> pointAt(Place place, String message) {
        List<String> messageLines = message.lines().toList();
        var lines = new ArrayList<String>();
        lines.add("cell " + place.cell() + ", line " + place.line() + ", column " + place.column() + ": "
                + (messageLines.isEmpty() ? "" : messageLines.getFirst()));
        lines.add("    " + place.text());
        lines.add("    " + blank(place.text(), place.column() - 1) + "^");
        messageLines.stream().skip(1).forEach(lines::add);
        return lines;
    }

    /// As wide as the text before the caret, tabs kept.
    private static String blank(String text, int length) {
        var blank = new StringBuilder();
        for (int i = 0; i < length; i++) {
            blank.append(i < text.length() && text.charAt(i) == '\t' ? '\t' : ' ');
        }
        return blank.toString();
    }
}
