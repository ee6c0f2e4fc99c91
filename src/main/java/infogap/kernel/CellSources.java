package infogap.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/// Where compiled code came from: class names and line numbers of JShell's wrappers back to lines of cells.
final class CellSources {

    /// JShell's package for the classes that it makes of snippets.
    private static final String WRAPPER_PACKAGE = "REPL.";

    /// The text of a cell, with the number that the front end shows beside it.
    record Cell(int number, String source) {

        /// The place of a character, counted from 1 as editors do.
        Place place(int offset) {
            int bounded = Math.clamp(offset, 0, source.length());
            int lineStart = source.lastIndexOf('\n', bounded - 1) + 1;
            int lineEnd = source.indexOf('\n', bounded);
            int line = 1 + (int) source.substring(0, bounded).chars().filter(character -> character == '\n').count();
            String text = source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd);
            return new Place(number, line, bounded - lineStart + 1, text);
        }
    }

    /// A place in a cell and the text of its line.
    record Place(int cell, int line, int column, String text) {}

    /// Which cell a snippet is in, and where it starts there.
    record Origin(Cell cell, int offset) {

        /// Where the snippet's first character is that is no blank space.
        Place start() {
            int first = offset;
            while (first < cell.source.length() && Character.isWhitespace(cell.source.charAt(first))) {
                first++;
            }
            return cell.place(first);
        }
    }

    private record Wrapped(Origin origin, String snippet, SnippetWrapper wrapper) {}

    /// The name of a class or a variable of a cell as the JVM, the compiler and reflection spell it; a loader's address may follow.
    private static final Pattern WRAPPED_NAME = Pattern.compile("REPL[./]\\$JShell\\$[0-9A-Z_]+(?:[$.])?");

    private final SourceCodeAnalysis analysis;
    private final ToIntFunction<String> lineShift;
    private final Map<String, Origin> byId = new HashMap<>();
    private final Map<String, Wrapped> byClass = new HashMap<>();

    /// @param lineShift by how many lines the newest source of a class lies below the one that it was compiled from
    CellSources(SourceCodeAnalysis analysis, ToIntFunction<String> lineShift) {
        this.analysis = analysis;
        this.lineShift = lineShift;
    }

    /// Remembers where a snippet that was compiled came from.
    void add(Snippet snippet, Origin origin) {
        byId.put(snippet.id(), origin);
        compiled(snippet);
    }

    /// Remembers that JShell compiled a known snippet, for the first time or again under a new class name.
    void compiled(Snippet snippet) {
        origin(snippet).ifPresent(origin -> {
            SnippetWrapper wrapper = analysis.wrapper(snippet);
            byClass.put(wrapper.fullClassName(), new Wrapped(origin, snippet.source(), wrapper));
        });
    }

    Optional<Origin> origin(Snippet snippet) {
        return Optional.ofNullable(byId.get(snippet.id()));
    }

    static boolean isCellCode(StackTraceElement frame) {
        return frame.getClassName().startsWith(WRAPPER_PACKAGE);
    }

    /// The name that the user gave a class or record of a cell; other names unchanged.
    static String userName(String className) {
        if (!className.startsWith(WRAPPER_PACKAGE)) {
            return className;
        }
        int wrapperEnd = className.indexOf('$', className.indexOf("$JShell$") + "$JShell$".length());
        return wrapperEnd < 0 ? "" : className.substring(wrapperEnd + 1).replace('$', '.');
    }

    /// The same text with the classes and variables of cells under the names that the user gave them.
    static String withUserNames(String text) {
        return text.contains("$JShell$") ? WRAPPED_NAME.matcher(text).replaceAll("") : text;
    }

    /// The cell line that a stack frame stands for; empty for code that is in no cell.
    Optional<Place> place(StackTraceElement frame) {
        String name = frame.getClassName();
        Wrapped wrapped = byClass.get(name);
        for (int nested = name.lastIndexOf('$'); wrapped == null && nested > 0; nested = name.lastIndexOf('$', nested - 1)) {
            name = name.substring(0, nested);
            wrapped = byClass.get(name);
        }
        if (wrapped == null || frame.getLineNumber() < 1) {
            return Optional.empty();
        }
        return Optional.of(wrapped.origin.cell().place(
                wrapped.origin.offset() + snippetOffset(wrapped, frame.getLineNumber() + lineShift.applyAsInt(name))));
    }

    /// The wrapper's line may start with text of the wrapper (`return $1 =`), so both its ends are asked; a position outside the
    /// snippet answers 0, which stands for the snippet's first line that is code.
    private static int snippetOffset(Wrapped wrapped, int wrapperLine) {
        String text = wrapped.wrapper.wrapped();
        int start = 0;
        for (int line = 1; line < wrapperLine && start >= 0; line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        int first = start + line.length() - line.stripLeading().length();
        int last = start + Math.max(0, line.stripTrailing().length() - 1);
        int offset = Math.max(wrapped.wrapper.wrappedToSourcePosition(first), wrapped.wrapper.wrappedToSourcePosition(last));
        return offset > 0 && offset < wrapped.snippet.length() ? offset : firstCode(wrapped.snippet);
    }

    /// Skips white space and comments.
    static int firstCode(String snippet) {
        int i = 0;
        while (i < snippet.length()) {
            if (Character.isWhitespace(snippet.charAt(i))) {
                i++;
            } else if (snippet.startsWith("//", i)) {
                int end = snippet.indexOf('\n', i);
                i = end < 0 ? snippet.length() : end;
            } else if (snippet.startsWith("/*", i)) {
                int end = snippet.indexOf("*/", i + 2);
                i = end < 0 ? snippet.length() : end + 2;
            } else {
                return i;
            }
        }
        return 0;
    }
}
