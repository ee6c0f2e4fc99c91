package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Interval;
import java.util.List;
import java.util.stream.Collectors;

/// An interval of Δ on which the same kinds of equilibrium exist.
///
/// @param interval the values of Δ
/// @param kinds the kinds, in the order of [EquilibriumKind]
public record Regime(Interval interval, List<EquilibriumKind> kinds) {

    public Regime {
        Checks.present("interval", interval);
        kinds = List.copyOf(Checks.present("kinds", kinds));
    }

    @Override
    public String toString() {
        return String.format("%-16s %s", interval, kinds.stream().map(EquilibriumKind::toString).collect(Collectors.joining(", ")));
    }
}
