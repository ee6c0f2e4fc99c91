package infogap.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a package or a type holds, asked once: to ask JShell takes as long as to analyse a cell, and a completion would ask for every word of the cell.
final class MemberNames {

    private final Function<String, List<String>> ask;
    private final Map<String, List<String>> known = new HashMap<>();

    /// @param ask from a package or a type and its point, `java.util.`, to the names that may follow, a method's with its bracket
    MemberNames(Function<String, List<String>> ask) {
        this.ask = ask;
    }

    /// The names that may follow. None is no answer to keep: the type may be declared by the next cell.
    synchronized List<String> of(String prefix) {
        List<String> names = known.get(prefix);
        if (names == null) {
            names = ask.apply(prefix);
            if (!names.isEmpty()) {
                known.put(prefix, names);
            }
        }
        return names;
    }
}
