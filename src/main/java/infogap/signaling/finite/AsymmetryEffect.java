package infogap.signaling.finite;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// What changes because the receiver does not know the type: an equilibrium against the same game with the type seen.
///
/// With the type seen the receiver gives a best reply to each type and message, of tied ones the sender's favourite, and each type sends what brings it most,
/// of tied messages the receiver's favourite. Of what the receiver loses a part is a transfer to the sender and the rest is lost to both:
///
///     loss = transfer + lost to both,   lost to both = surplus with the type seen − surplus
///
/// In a game with fixed payoffs each of the three may be below 0: not being seen can also spare both a costly signal.
///
/// @param types their names
/// @param rents what each type gets more than with its type seen
/// @param senderGain the same before the type is known
/// @param receiverLoss what the receiver gets less: what it would pay for a world in which the type is seen
public record AsymmetryEffect(List<String> types, List<BigFraction> rents, BigFraction senderGain, BigFraction receiverLoss) {

    public AsymmetryEffect {
        types = Checks.notEmpty("types", types);
        rents = Checks.notEmpty("rents", rents);
        Checks.present("senderGain", senderGain);
        Checks.present("receiverLoss", receiverLoss);
    }

    static AsymmetryEffect of(FiniteEquilibrium equilibrium) {
        FiniteSignalingGame game = equilibrium.game();
        List<BigFraction> rents = new ArrayList<>();
        BigFraction sender = BigFraction.ZERO;
        BigFraction receiver = BigFraction.ZERO;
        for (int t = 0; t < game.types().size(); t++) {
            Payoff seen = seen(game, t);
            rents.add(equilibrium.payoff(t).subtract(seen.sender()));
            sender = sender.add(game.prior().get(t).multiply(rents.getLast()));
            receiver = receiver.add(game.prior().get(t).multiply(seen.receiver()));
        }
        return new AsymmetryEffect(game.types(), rents, sender, receiver.subtract(equilibrium.receiverValue()));
    }

    private static Payoff seen(FiniteSignalingGame game, int type) {
        Payoff best = null;
        for (List<Payoff> replies : game.payoffs().get(type)) {
            Payoff reply = replies.getFirst();
            for (Payoff other : replies) {
                reply = better(other.receiver(), other.sender(), reply.receiver(), reply.sender()) ? other : reply;
            }
            best = best == null || better(reply.sender(), reply.receiver(), best.sender(), best.receiver()) ? reply : best;
        }
        return best;
    }

    private static boolean better(BigFraction first, BigFraction second, BigFraction thanFirst, BigFraction thanSecond) {
        int order = first.compareTo(thanFirst);
        return order > 0 || order == 0 && second.compareTo(thanSecond) > 0;
    }

    /// The part of the receiver's loss that the sender gets.
    public BigFraction transfer() {
        return senderGain;
    }

    /// The part of the receiver's loss that nobody gets.
    public BigFraction lostToBoth() {
        return receiverLoss.subtract(senderGain);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("against a world in which the type is seen");
        for (int t = 0; t < types.size(); t++) {
            text.append(String.format(Locale.ROOT, "%n  %s gets %s more", types.get(t), Fractions.readable(rents.get(t))));
        }
        return text.append(String.format(Locale.ROOT, "%n  the receiver loses %s: %s transferred, %s lost to both", Fractions.readable(receiverLoss),
                Fractions.readable(transfer()), Fractions.readable(lostToBoth()))).toString();
    }
}
