package infogap.signaling.finite;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// What both sides get at the end of a play.
///
/// @param sender of the sender
/// @param receiver of the receiver
public record Payoff(BigFraction sender, BigFraction receiver) {

    public Payoff {
        Checks.present("sender", sender);
        Checks.present("receiver", receiver);
    }

    /// Each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if one is not finite
    public static Payoff of(double sender, double receiver) {
        return new Payoff(
                Fractions.ofDecimal(Checks.finite("sender", sender)), Fractions.ofDecimal(Checks.finite("receiver", receiver)));
    }

    @Override
    public String toString() {
        return Fractions.readable(sender) + ", " + Fractions.readable(receiver);
    }
}
