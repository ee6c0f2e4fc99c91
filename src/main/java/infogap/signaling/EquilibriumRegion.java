package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Inequality;
import infogap.numeric.Interval;
import java.util.Optional;

/// Where in Δ the equilibria of one kind exist.
///
/// @param kind the kind of equilibrium
/// @param interval the values of Δ, possibly none
/// @param condition the condition with the market's numbers, such as `100 ≤ Δ ≤ 50`
/// @param violated if the interval is empty, the inequality that fails
public record EquilibriumRegion(
        EquilibriumKind kind, Interval interval, String condition, Optional<Inequality> violated) {

    public EquilibriumRegion {
        Checks.present("kind", kind);
        Checks.present("interval", interval);
        Checks.text("condition", condition);
        Checks.present("violated", violated);
        if (interval.isEmpty() != violated.isPresent()) {
            throw new IllegalArgumentException("violated must be given exactly if the interval is empty, but the interval is "
                    + interval + " and violated is " + violated);
        }
    }

    /// Whether there is no Δ with an equilibrium of this kind.
    public boolean isEmpty() {
        return interval.isEmpty();
    }

    @Override
    public String toString() {
        String text = String.format("%-23s %-33s %s", kind, kind.condition(), condition);
        return violated.map(inequality -> text + "  empty, because " + inequality).orElse(text);
    }
}
