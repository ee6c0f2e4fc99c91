package infogap.signaling.finite;

import infogap.numeric.Checks;
import infogap.numeric.Inequality;
import infogap.signaling.Refinement;
import java.util.List;

/// Whether an equilibrium survives a refinement.
///
/// It is a verdict on the outcome, what is sent and what is replied to it: an equilibrium is eliminated if no reasonable belief about an unsent message
/// has a best reply, mixed or not, that keeps all types from sending it.
///
/// @param equilibrium the equilibrium on trial
/// @param refinement the refinement
/// @param eliminations what eliminates it, for each unsent message that does; none if it survives
public record FiniteVerdict(FiniteEquilibrium equilibrium, Refinement refinement, List<Elimination> eliminations) {

    /// A message that nobody sends, and why somebody would.
    ///
    /// @param message the message
    /// @param reason in words
    /// @param inequalities that hold and eliminate together
    public record Elimination(String message, String reason, List<Inequality> inequalities) {
        public Elimination {
            Checks.text("message", message);
            Checks.text("reason", reason);
            inequalities = Checks.notEmpty("inequalities", inequalities);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(message).append(": ").append(reason);
            inequalities.forEach(inequality -> text.append(System.lineSeparator()).append("  ").append(inequality));
            return text.toString();
        }
    }

    public FiniteVerdict {
        Checks.present("equilibrium", equilibrium);
        Checks.present("refinement", refinement);
        eliminations = List.copyOf(Checks.present("eliminations", eliminations));
    }

    /// Whether the equilibrium survives.
    public boolean survives() {
        return eliminations.isEmpty();
    }

    @Override
    public String toString() {
        if (survives()) {
            return "survives " + refinement;
        }
        StringBuilder text = new StringBuilder("is eliminated by ").append(refinement);
        eliminations.forEach(elimination -> text.append(System.lineSeparator()).append(elimination));
        return text.toString();
    }
}
