package infogap.trust;

import infogap.numeric.Checks;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.Collectors;

/// Every crossing that was found, in order of time, and whether some may have been missed. Immutable.
public final class Crossings extends AbstractList<Crossing> {

    private final List<Crossing> found;
    private final Completeness completeness;

    Crossings(List<Crossing> found, Completeness completeness) {
        this.found = List.copyOf(found);
        this.completeness = Checks.present("completeness", completeness);
    }

    /// Whether some may have been missed.
    public Completeness completeness() {
        return completeness;
    }

    @Override
    public Crossing get(int index) {
        return found.get(index);
    }

    @Override
    public int size() {
        return found.size();
    }

    /// The crossings, then [#completeness] where it is not certain that these are all.
    @Override
    public String toString() {
        String crossings = found.isEmpty() ? "no crossing" : found.stream().map(Crossing::toString).collect(Collectors.joining(System.lineSeparator()));
        return completeness.isCertain() ? crossings : crossings + System.lineSeparator() + completeness;
    }
}
