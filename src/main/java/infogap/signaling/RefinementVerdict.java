package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Inequality;
import java.util.List;

/// Whether an equilibrium survives a refinement: it is eliminated iff all the inequalities hold.
///
/// @param equilibrium the equilibrium on trial
/// @param refinement the refinement
/// @param reason what eliminates it if the inequalities hold
/// @param eliminating the inequalities that eliminate it together; none if both messages are sent in the equilibrium
public record RefinementVerdict(
        Equilibrium equilibrium, Refinement refinement, String reason, List<Inequality> eliminating) {

    public RefinementVerdict {
        Checks.present("equilibrium", equilibrium);
        Checks.present("refinement", refinement);
        Checks.text("reason", reason);
        eliminating = List.copyOf(Checks.present("eliminating", eliminating));
    }

    /// Whether the equilibrium survives.
    public boolean survives() {
        return eliminating.isEmpty() || !eliminating.stream().allMatch(Inequality::holds);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(equilibrium.kind().toString())
                .append(survives() ? " survives " : " is eliminated by ").append(refinement);
        if (eliminating.isEmpty()) {
            return text.append(": both messages are sent, so that no belief is free").toString();
        }
        text.append(survives() ? ", since not all of these hold" : ": " + reason);
        eliminating.forEach(inequality -> text.append(System.lineSeparator()).append("  ").append(inequality));
        return text.toString();
    }
}
