package infogap.kernel;

import infogap.kernel.CellSources.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/// What the user should know of a cell that ran: which of its declarations wait for others, and which variables could not keep what they
/// held. Printed under the cell, on the standard error stream.
final class CellNotes {

    private final JShell shell;
    private final CellSources sources;
    private final Set<DeclarationSnippet> waiting = new LinkedHashSet<>();
    private final Set<LoadedSnippets.Reset> resets = new LinkedHashSet<>();

    CellNotes(JShell shell, CellSources sources) {
        this.shell = shell;
        this.sources = sources;
    }

    /// A declaration that mentions what does not exist yet, or no longer.
    void waits(DeclarationSnippet declaration) {
        waiting.add(declaration);
    }

    void reset(List<LoadedSnippets.Reset> variables) {
        resets.addAll(variables);
    }

    void writeTo(Exchange exchange) {
        for (DeclarationSnippet declaration : waiting) {
            if (CellEvaluator.isPending(shell.status(declaration))) {
                exchange.print(StreamType.ERR, "note: " + waitingNote(declaration) + "\n");
            }
        }
        if (!resets.isEmpty()) {
            exchange.print(StreamType.ERR, "note: set to null, because a class of their type was declared anew and what they held belongs to the old one: "
                    + resets.stream().map(reset -> reset.name() + " (" + reset.type() + ")").collect(Collectors.joining(", ")) + "\n");
        }
    }

    private String waitingNote(DeclarationSnippet declaration) {
        List<String> missing = shell.unresolvedDependencies(declaration).sorted().toList();
        String where = sources.origin(declaration).map(Origin::start).map(place -> " (cell " + place.cell() + ", line " + place.line() + ")").orElse("");
        return CompileErrors.named(declaration) + where + (missing.isEmpty()
                ? " does not compile as long as what it uses is declared as it is now"
                : " can be used once there is " + String.join(" and ", missing));
    }
}
