package infogap.contracts.insurance;

import infogap.numeric.Checks;
import java.util.Locale;

/// An insurance policy: a premium that is paid for certain, and what is paid out after a loss.
///
/// @param premium in money
/// @param indemnity what is paid out after the loss, in money; all of the loss for full insurance
public record Policy(double premium, double indemnity) {

    public Policy {
        Checks.finite("premium", premium);
        Checks.nonNegative("indemnity", indemnity);
    }

    /// What the insurer expects to earn from a customer of this risk.
    public double profit(double risk) {
        return premium - Checks.probability("risk", risk) * indemnity;
    }

    @Override
    public String toString() {
        return indemnity == 0 && premium == 0
                ? "no insurance"
                : String.format(Locale.ROOT, "premium %.6g, pays %.6g after the loss", premium, indemnity);
    }
}
