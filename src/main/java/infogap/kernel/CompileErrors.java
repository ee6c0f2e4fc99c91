package infogap.kernel;

import infogap.kernel.CellSources.Cell;
import infogap.kernel.CellSources.Origin;
import infogap.kernel.CellSources.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/// The compiler's complaints about a cell, each with its line, a caret under the place and the message.
final class CompileErrors {

    static final String NAME = "CompilationError";

    /// Of a crash of the compiler, its exception and the compiler's own place.
    private static final int CRASH_LINES = 3;

    /// `%magic` and `%%magic` of other kernels, `/vars` of the `jshell` tool, `!command` of IPython.
    private static final Pattern FOREIGN_COMMAND = Pattern.compile("%.*|/[a-z!?-].*|![a-z].*");
    private static final Pattern UNKNOWN_VARIABLE = Pattern.compile("symbol:\\s+variable (\\w+)");

    private final JShell shell;

    CompileErrors(JShell shell) {
        this.shell = shell;
    }

    /// A snippet that the compiler refused.
    CellFailure refused(Snippet snippet, Origin origin) {
        Place start = origin.start();
        if (FOREIGN_COMMAND.matcher(start.text().strip()).matches()) {
            String message = "this kernel has no magics and no commands; a cell holds Java only";
            return new CellFailure(NAME, message, pointAt(start, message));
        }
        List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
        var lines = new ArrayList<String>();
        var messages = new ArrayList<String>();
        for (Diag error : errors) {
            String message = explained(message(error));
            messages.add(message.lines().findFirst().orElse(""));
            lines.addAll(pointAt(origin.cell().place(origin.offset() + (int) error.getPosition()), message));
        }
        if (errors.isEmpty()) {
            return incomplete(origin.cell());
        }
        return new CellFailure(NAME, messages.getFirst(), lines);
    }

    /// A cell that ends in the middle of something.
    CellFailure incomplete(Cell cell) {
        CellText.Open open = CellText.at(cell.source(), cell.source().length());
        String message = switch (open.kind()) {
            case BLOCK_COMMENT -> "the comment is not closed";
            case STRING, CHARACTER, TEXT_BLOCK -> "the literal is not closed";
            case CODE, LINE_COMMENT -> "this is not a complete Java snippet";
        };
        return new CellFailure(NAME, message, pointAt(cell.place(open.start()), message));
    }

    /// The compiler crashed over a snippet or one that depends on it.
    ///
    /// @param report what the compiler says about it: an introduction, its exception, and where that was
    CellFailure compilerDied(String report, Origin origin) {
        String message = "the Java compiler crashed; what this declares, and what depends on it, is dropped";
        var lines = new ArrayList<String>(pointAt(origin.start(), message));
        report.lines().skip(1).limit(CRASH_LINES).map(line -> "    " + line.replace("\t", "    ")).forEach(lines::add);
        return new CellFailure(NAME, message, lines);
    }

    /// What a snippet declares, or else its text.
    static String named(Snippet snippet) {
        return switch (snippet) {
            case MethodSnippet method -> method.name() + "(" + method.parameterTypes() + ")";
            case DeclarationSnippet declaration -> declaration.name();
            default -> snippet.source().strip();
        };
    }

    /// A declaration that is used before the names in it are known.
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

    /// What the compiler cannot know: that a name is declared and waits, that it is the name of a type, and how preview features are allowed.
    private String explained(String message) {
        Matcher unknown = UNKNOWN_VARIABLE.matcher(message);
        if (unknown.find()) {
            String name = unknown.group(1);
            return shell.snippets()
                    .filter(snippet -> snippet instanceof DeclarationSnippet declaration
                            && declaration.name().equals(name) && CellEvaluator.isPending(shell.status(snippet)))
                    .map(snippet -> message + "\n  " + name + " is declared and waits for "
                            + String.join(" and ", shell.unresolvedDependencies((DeclarationSnippet) snippet).sorted().toList()))
                    .findFirst()
                    .orElseGet(() -> Character.isUpperCase(name.charAt(0)) ? typeInstead(name).orElse(message) : message);
        }
        if (message.contains("--enable-preview")) {
            return message + "\n  To allow preview features in this kernel install it with --enable-preview"
                    + " (mvn -q exec:exec@install-kernel -Dkernel.preview=true) and restart it.";
        }
        return message;
    }

    /// A type's name alone is no expression; asked for as an expression, even an ambiguous one is unknown as a variable.
    private Optional<String> typeInstead(String name) {
        SnippetEvent tried = shell.eval(name + "[] typeName$;").getFirst();
        try {
            return tried.status() == Snippet.Status.VALID
                    ? Optional.of(name + " is a type, not a value")
                    : shell.diagnostics(tried.snippet()).map(CompileErrors::message).filter(reason -> reason.contains("ambiguous")).findFirst();
        } finally {
            if (shell.status(tried.snippet()).isActive()) {
                shell.drop(tried.snippet());
            }
        }
    }

    /// JShell's own wrapper classes, which `location:` would name, mean nothing to the user.
    private static String message(Diag error) {
        return error.getMessage(Locale.ENGLISH)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .map(String::stripTrailing)
                .map(CellSources::withUserNames)
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
