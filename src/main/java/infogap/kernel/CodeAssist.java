package infogap.kernel;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import infogap.kernel.CellSplitter.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final LibrarySources libraries;
    private final MemberNames members;

    CodeAssist(JShell shell, CellSplitter splitter, LibrarySources libraries) {
        this.libraries = libraries;
        this.shell = shell;
        this.analysis = shell.sourceCodeAnalysis();
        this.splitter = splitter;
        this.members = new MemberNames(prefix -> analysis.completionSuggestions(prefix, prefix.length(), new int[1]).stream()
                .map(Suggestion::continuation)
                .toList());
    }

    /// How the text may go on at the cursor; those that fit the expected type first. Nothing goes on inside a comment or a literal.
    Completions complete(String cell, int cursor) {
        if (CellText.at(cell, cursor).kind() != CellText.CODE) {
            return new Completions(List.of(), cursor, cursor);
        }
        Piece piece = splitter.at(cell, cursor);
        List<String> above = splitter.split(cell.substring(0, piece.offset())).stream().filter(Piece::wellFormed).map(Piece::source).toList();
        List<String> names = new ArrayList<>();
        // in a block the compiler sees what the cell declares above, which has not been evaluated yet
        var open = new StringBuilder();
        for (String source : above) {
            for (Tree member : members(source)) {
                switch (member) {
                    case VariableTree variable -> names.add(variable.getName().toString());
                    case ClassTree type -> names.add(type.getSimpleName().toString());
                    case MethodTree method -> names.add(method.getName() + "(");
                    default -> { }
                }
                if (member instanceof VariableTree || member instanceof ClassTree) {
                    open.append(open.isEmpty() ? "{ " : "").append(source.strip()).append('\n');
                }
            }
        }
        String block = open.toString();
        var anchor = new int[1];
        CellImports imports = CellImports.of(above);
        String text = imports.qualified(block + piece.source().substring(0, cursor - piece.offset()), members);
        List<Suggestion> suggestions = analysis.completionSuggestions(text, text.length(), anchor);
        int start = startOfName(cell, cursor);
        String word = cell.substring(start, cursor);
        Stream<String> declared = word.isEmpty() || isMember(cell, start)
                ? Stream.empty()
                : Stream.concat(names.stream().filter(name -> name.startsWith(word)), imports.startingWith(word, members));
        List<String> known = suggestions.stream()
                .sorted((one, other) -> Boolean.compare(other.matchesType(), one.matchesType()))
                .map(Suggestion::continuation)
                .toList();
        // counted from the end: what stands before the word may have been qualified
        int replaced = known.isEmpty() ? start : cursor - (text.length() - anchor[0]);
        return new Completions(Stream.concat(declared, known.stream()).distinct().toList(), replaced, cursor);
    }

    /// What a snippet declares. JShell would say too, but to have it analyse a record outside an evaluation leaves it without documentation.
    private static List<Tree> members(String snippet) {
        return ParsedJava.of("class Cell {" + snippet + "}").unit().getTypeDecls().stream()
                .limit(1)
                .flatMap(type -> type instanceof ClassTree cell ? cell.getMembers().stream().map(Tree.class::cast) : Stream.empty())
                .limit(1)
                .toList();
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
                .map(this::text)
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return Optional.of(found).filter(text -> !text.isEmpty());
    }

    private Optional<String> variable(String cell, int end) {
        int start = startOfName(cell, end);
        String name = cell.substring(start, end);
        return isMember(cell, start) ? Optional.empty() : shell.variables()
                .filter(variable -> variable.name().equals(name))
                .map(VarSnippet::typeName)
                .map(type -> CellSources.userName(type) + " " + name)
                .findFirst();
    }

    private static int startOfName(String cell, int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(cell.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isMember(String cell, int start) {
        return start > 0 && cell.charAt(start - 1) == '.';
    }

    private static int endOfName(String cell, int cursor) {
        int end = cursor;
        while (end < cell.length() && Character.isJavaIdentifierPart(cell.charAt(end))) {
            end++;
        }
        return end;
    }

    private String text(Documentation documentation) {
        String comment = documentation.javadoc() != null ? documentation.javadoc() : libraries.comment(documentation.signature()).orElse(null);
        return comment != null
                ? documentation.signature() + "\n\n" + DocComment.text(comment)
                : documentation.signature();
    }
}
