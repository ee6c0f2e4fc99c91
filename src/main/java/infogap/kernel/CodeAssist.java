package infogap.kernel;

import infogap.kernel.CellSplitter.Piece;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/// What an editor asks while a cell is written: how a word may go on, and what a name means.
final class CodeAssist {

    /// What may stand between two positions of a cell, in UTF-16 units.
    record Completions(List<String> matches, int start, int end) {}

    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final CellSplitter splitter;

    CodeAssist(JShell shell, CellSplitter splitter) {
        this.shell = shell;
        this.analysis = shell.sourceCodeAnalysis();
        this.splitter = splitter;
    }

    /// How the text may go on at the cursor; those that fit the expected type first.
    Completions complete(String cell, int cursor) {
        Piece piece = splitter.at(cell, cursor);
        var anchor = new int[] {cursor - piece.offset()};
        List<Suggestion> suggestions = analysis.completionSuggestions(piece.source(), cursor - piece.offset(), anchor);
        List<String> matches = suggestions.stream()
                .sorted((one, other) -> Boolean.compare(other.matchesType(), one.matchesType()))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return new Completions(matches, piece.offset() + anchor[0], cursor);
    }

    /// What the name at the cursor is: a variable's type, or signatures with their documentation; empty when nothing is known.
    Optional<String> inspect(String cell, int cursor) {
        int end = endOfName(cell, cursor);
        Optional<String> variable = variable(cell, end);
        if (variable.isPresent()) {
            return variable;
        }
        String source = cell.substring(splitter.at(cell, end).offset(), end);
        // a method is described at its opening bracket, whether the cell has one yet or not
        return describe(source).or(() -> describe(source + "("));
    }

    private Optional<String> describe(String source) {
        String found = analysis.documentation(source, source.length(), true).stream()
                .map(CodeAssist::text)
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return Optional.of(found).filter(text -> !text.isEmpty());
    }

    private Optional<String> variable(String cell, int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(cell.charAt(start - 1))) {
            start--;
        }
        String name = cell.substring(start, end);
        boolean member = start > 0 && cell.charAt(start - 1) == '.';
        return member ? Optional.empty() : shell.variables()
                .filter(variable -> variable.name().equals(name))
                .map(VarSnippet::typeName)
                .map(type -> CellSources.userName(type) + " " + name)
                .findFirst();
    }

    private static int endOfName(String cell, int cursor) {
        int end = cursor;
        while (end < cell.length() && Character.isJavaIdentifierPart(cell.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String text(Documentation documentation) {
        String comment = documentation.javadoc();
        return comment != null
                ? documentation.signature() + "\n\n" + comment.strip()
                : documentation.signature();
    }
}
