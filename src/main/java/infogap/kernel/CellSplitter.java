package infogap.kernel;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/// Cuts a cell into the snippets that JShell evaluates one at a time, and tells whether the cell is finished.
final class CellSplitter {

    /// A snippet, where it starts in its cell, and whether it is well formed as far as the parser knows.
    record Piece(String source, int offset, boolean wellFormed) {}

    private final SourceCodeAnalysis analysis;

    CellSplitter(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /// The snippets in order; blank space and comments at the end belong to none. The first piece that is not well formed is the
    /// last one: what follows it cannot be told apart.
    List<Piece> split(String cell) {
        var pieces = new ArrayList<Piece>();
        int offset = 0;
        while (offset < cell.length()) {
            String rest = cell.substring(offset);
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case EMPTY -> offset = cell.length();
                case COMPLETE -> {
                    pieces.add(new Piece(info.source(), offset, true));
                    offset += info.source().length();
                }
                // the source has a semicolon that the cell has not; both end here
                case COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE -> {
                    pieces.add(new Piece(info.source(), offset, true));
                    offset = cell.length();
                }
                case DEFINITELY_INCOMPLETE, UNKNOWN -> {
                    pieces.add(new Piece(rest, offset, false));
                    offset = cell.length();
                }
            }
        }
        return pieces;
    }

    /// The last snippet of the text before the cursor and where it starts: what completion and inspection look at.
    Piece at(String cell, int cursor) {
        List<Piece> pieces = split(cell.substring(0, cursor));
        int start = pieces.isEmpty() ? 0 : pieces.getLast().offset();
        return new Piece(cell.substring(start), start, false);
    }

    /// The `is_complete_reply` status of a cell: `complete`, `incomplete` or `invalid`.
    String status(String cell) {
        String rest = cell;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            Completeness completeness = info.completeness();
            if (completeness == Completeness.COMPLETE && !info.remaining().isEmpty()) {
                rest = info.remaining();
                continue;
            }
            return switch (completeness) {
                case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> "complete";
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> "incomplete";
                case UNKNOWN -> "invalid";
            };
        }
    }

    /// The white space that the next line of an unfinished cell starts with: four spaces per bracket that is still open.
    static String indent(String cell) {
        int open = 0;
        for (int i = 0; i < cell.length(); i++) {
            switch (cell.charAt(i)) {
                case '{', '(' -> open++;
                case '}', ')' -> open--;
                default -> { }
            }
        }
        return "    ".repeat(Math.max(0, open));
    }
}
