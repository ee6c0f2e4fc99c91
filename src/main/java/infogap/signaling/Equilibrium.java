package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// A perfect Bayesian equilibrium (完美贝叶斯均衡): strategies and beliefs, from which prices, payoffs and regret follow.
///
/// @param game the game it is an equilibrium of
/// @param kind which of the kinds it is
/// @param honestSignals p, the probability with which the honest type signals
/// @param deceptiveSignals q, the probability with which the deceptive type signals
/// @param beliefAfterSignal μ₁, the probability that a sender of the signal is honest
/// @param beliefWithoutSignal μ₀, the probability that a seller without the signal is honest
public record Equilibrium(
        SignalingGame game,
        EquilibriumKind kind,
        BigFraction honestSignals,
        BigFraction deceptiveSignals,
        Belief beliefAfterSignal,
        Belief beliefWithoutSignal) {

    public Equilibrium {
        Checks.present("game", game);
        Checks.present("kind", kind);
        Exact.probability("honestSignals", honestSignals);
        Exact.probability("deceptiveSignals", deceptiveSignals);
        Checks.present("beliefAfterSignal", beliefAfterSignal);
        Checks.present("beliefWithoutSignal", beliefWithoutSignal);
    }

    /// The probability with which this type signals.
    public BigFraction signals(Sender sender) {
        return Checks.present("sender", sender) == Sender.HONEST ? honestSignals : deceptiveSignals;
    }

    /// What buyers believe after this message.
    public Belief belief(Signal signal) {
        return Checks.present("signal", signal) == Signal.SENT ? beliefAfterSignal : beliefWithoutSignal;
    }

    /// What buyers pay after this message, v_L + μΔ; off the path at the most favourable belief that supports the equilibrium.
    public BigFraction price(Signal signal) {
        return game.value(belief(signal).highest());
    }

    /// What this type gets: the price minus the cost of the signal, averaged over its own strategy.
    public BigFraction payoff(Sender sender) {
        BigFraction signals = signals(sender);
        return signals.multiply(payoff(sender, Signal.SENT))
                .add(BigFraction.ONE.subtract(signals).multiply(payoff(sender, Signal.NOT_SENT)));
    }

    /// The most that a type could gain by another message, over both types and, off the path, over every supporting belief.
    /// Zero by the definition of an equilibrium.
    public BigFraction regret() {
        BigFraction largest = BigFraction.ZERO;
        for (Sender sender : Sender.values()) {
            for (Signal signal : Signal.values()) {
                BigFraction gain = payoff(sender, signal).subtract(payoff(sender));
                largest = gain.compareTo(largest) > 0 ? gain : largest;
            }
        }
        return largest;
    }

    /// λp + (1 − λ)q, the share of sellers who signal.
    public BigFraction signalShare() {
        return game.average(honestSignals, deceptiveSignals);
    }

    /// What signalling costs the average seller: λ p c_H + (1 − λ) q c_D. Buyers pay the expected value and the signal makes
    /// nothing, so that this is the loss against a world where nobody signals.
    public BigFraction expectedSignalCost() {
        SignalingMarket market = game.market();
        return game.average(
                honestSignals.multiply(market.honestCost()), deceptiveSignals.multiply(market.deceptiveCost()));
    }

    /// The equilibrium as a buyer sees it: a message from each type with a known probability.
    public NoisySignal asSignal() {
        return new NoisySignal(game.market().honestShare(), honestSignals, deceptiveSignals);
    }

    /// How much of the information gap it closes, and at what cost.
    public InformationClosed information() {
        return InformationClosed.of(asSignal(), expectedSignalCost());
    }

    /// Whether it survives the refinement, with the inequality that decides.
    public RefinementVerdict verdict(Refinement refinement) {
        return Checks.present("refinement", refinement).judge(this);
    }

    private BigFraction payoff(Sender sender, Signal signal) {
        BigFraction price = price(signal);
        return signal == Signal.SENT ? price.subtract(game.market().cost(sender)) : price;
    }

    @Override
    public String toString() {
        String line = "%n  %-22s %-14s %s";
        return kind
                + String.format(line, "signals", "p = " + Fractions.readable(honestSignals), "q = " + Fractions.readable(deceptiveSignals))
                + String.format(line, "believed honest", "signal: " + beliefAfterSignal, "  no signal: " + beliefWithoutSignal)
                + String.format(line, "payoffs", "honest: " + Fractions.readable(payoff(Sender.HONEST)),
                        "  deceptive: " + Fractions.readable(payoff(Sender.DECEPTIVE)))
                + String.format(line, "spent on signals", Fractions.readable(expectedSignalCost()), "").stripTrailing();
    }
}
