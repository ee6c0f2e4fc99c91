package infogap.signaling;

import infogap.gap.DecisionProblem;
import infogap.gap.InformationGap;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// A signal that nobody chooses: each type sends it with a fixed probability, and buyers update by Bayes' rule (贝叶斯法则).
///
/// P(signal) = λp + (1 − λ)q, P(honest | signal) = λp / P(signal), P(honest | no signal) = λ(1 − p) / (1 − P(signal)). The
/// posteriors average to the prior.
///
/// @param honestShare λ, strictly between 0 and 1
/// @param honestRate p, the probability of the signal from the honest type
/// @param deceptiveRate q, the probability of the signal from the deceptive type
public record NoisySignal(BigFraction honestShare, BigFraction honestRate, BigFraction deceptiveRate) {

    public NoisySignal {
        Exact.share("honestShare", honestShare);
        Exact.probability("honestRate", honestRate);
        Exact.probability("deceptiveRate", deceptiveRate);
    }

    /// From decimals, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if the share is not strictly between 0 and 1, or a rate is outside [0, 1]
    public static NoisySignal of(double honestShare, double honestRate, double deceptiveRate) {
        return new NoisySignal(
                Fractions.ofDecimal(Checks.strictlyBetween("honestShare", honestShare, 0, 1)),
                Fractions.ofDecimal(Checks.probability("honestRate", honestRate)),
                Fractions.ofDecimal(Checks.probability("deceptiveRate", deceptiveRate)));
    }

    /// From texts, for numbers that no decimal can hold: `NoisySignal.of("1/3", "0.9", "0.1")`.
    ///
    /// @throws IllegalArgumentException as the constructor, or if a text is not a number
    public static NoisySignal of(String honestShare, String honestRate, String deceptiveRate) {
        return new NoisySignal(Exact.number("honestShare", honestShare), Exact.number("honestRate", honestRate),
                Exact.number("deceptiveRate", deceptiveRate));
    }

    /// The probability that the type sends the message.
    public BigFraction probability(Signal signal, Sender sender) {
        BigFraction rate = Checks.present("sender", sender) == Sender.HONEST ? honestRate : deceptiveRate;
        return Checks.present("signal", signal) == Signal.SENT ? rate : BigFraction.ONE.subtract(rate);
    }

    /// The probability of the message.
    public BigFraction probability(Signal signal) {
        return honestShare.multiply(probability(signal, Sender.HONEST))
                .add(BigFraction.ONE.subtract(honestShare).multiply(probability(signal, Sender.DECEPTIVE)));
    }

    /// P(honest | message); empty if the message has probability 0.
    public Optional<BigFraction> posterior(Signal signal) {
        BigFraction weight = probability(signal);
        return weight.equals(BigFraction.ZERO)
                ? Optional.empty()
                : Optional.of(honestShare.multiply(probability(signal, Sender.HONEST)).divide(weight));
    }

    /// Who sends what, as a channel from types to messages.
    public Channel<Sender, Signal> channel() {
        return Channel.binary(
                List.of(Sender.HONEST, Sender.DECEPTIVE),
                List.of(Signal.SENT, Signal.NOT_SENT),
                Fractions.toDouble(honestRate),
                Fractions.toDouble(deceptiveRate));
    }

    /// The types with their prior probabilities.
    public Distribution<Sender> prior() {
        return Distribution.binary(Sender.HONEST, Sender.DECEPTIVE, Fractions.toDouble(honestShare));
    }

    /// What the message is worth to a buyer with this decision, of what knowing the type is worth.
    public <A> InformationGap<A, Sender, Signal> gap(DecisionProblem<A, Sender> decision) {
        return InformationGap.of(prior(), channel(), decision);
    }

    /// How much of the gap between knowing nothing and knowing the type the signal closes.
    public InformationClosed information() {
        return InformationClosed.of(this, BigFraction.ZERO);
    }

    /// A line for each message: its probability and what it says about the sender.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format("%-10s %-12s %s", "message", "probability", "honest if seen"));
        for (Signal signal : Signal.values()) {
            text.append(String.format("%n%-10s %-12s %s", signal, Fractions.readable(probability(signal)),
                    posterior(signal).map(Fractions::readable).orElse("never seen")));
        }
        return text.toString();
    }
}
