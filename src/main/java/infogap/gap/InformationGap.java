package infogap.gap;

import infogap.numeric.Checks;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a message is worth to one side, and what the better informed side still has ahead of it.
///
/// `V(m) = max_a E_m u(a, θ)`; without the message the value is `V(m_0)`, with it `E V(m_G)`, the better informed side has `E V(m_F)`:
///
///     closed = E V(m_G) − V(m_0) = Σ p(y) d(m_y, m_0),   remaining = E V(m_F) − E V(m_G),   total = closed + remaining
///
/// Every figure is a sum of non-negative Bregman pieces, so that no large common value cancels.
///
/// @param decision what there is to decide
/// @param asymmetry who knows what
/// @param actionsWithoutMessage the best actions at the prior, more than one when they tie
/// @param valueWithoutMessage `V(m_0)`
/// @param messages what each message that can occur is worth
/// @param closed `Gap(∅→G)`, what the message is worth (EVSI when payoffs are money)
/// @param remaining `Gap(G→F)`
/// @param total `Gap(∅→F)` (EVPI when the informed side knows the state)
public record InformationGap<A, S, Y>(
        DecisionProblem<A, S> decision,
        Asymmetry<S, ?, Y> asymmetry,
        List<A> actionsWithoutMessage,
        double valueWithoutMessage,
        List<MessageValue<A, S, Y>> messages,
        double closed,
        double remaining,
        double total)
        implements Gap {

    /// The gap between a side that knows the state and one that sees the channel's message.
    ///
    /// @throws IllegalArgumentException if prior, channel and decision are not about the same states in the same order
    public static <A, S, Y> InformationGap<A, S, Y> of(
            Distribution<S> prior, Channel<S, Y> channel, DecisionProblem<A, S> decision) {
        return Asymmetry.toTheTruth(prior, channel).under(decision);
    }

    /// The gap between a side that sees the fine message and one that sees what the noise leaves of it.
    ///
    /// @throws IllegalArgumentException if the parts do not fit
    public static <A, S, F, Y> InformationGap<A, S, Y> between(
            Distribution<S> prior, Channel<S, F> fine, Channel<F, Y> noise, DecisionProblem<A, S> decision) {
        return new Asymmetry<>(prior, fine, noise).under(decision);
    }

    /// `E V(m_G) − V(m_0)`: what the message is worth before it is seen.
    public double valueOfMessage() {
        return closed;
    }

    /// `E V(δ_θ) − V(m_0)`: what knowing the state is worth, whatever the better informed side sees.
    public double valueOfPerfectInformation() {
        return decision.uncertainty(asymmetry.prior());
    }

    /// The price of the message at which buying it is as good as not, for payoffs in money and a side that is neutral to risk.
    ///
    /// @throws IllegalStateException if the decision problem does not pay money
    public double breakEvenPrice() {
        if (decision instanceof Payoffs) {
            return closed;
        }
        throw new IllegalStateException("a break-even price needs payoffs in money, but the decision pays in " + decision.unit());
    }

    /// What remains of the message's value after paying for it; negative when the price is above [#breakEvenPrice].
    ///
    /// @throws IllegalArgumentException if the price is negative or not finite
    public double netOf(double price) {
        return breakEvenPrice() - Checks.nonNegative("price", price);
    }

    /// The same two sides under the logarithmic score: the gap in bits, `closed` is the mutual information.
    public InformationGap<Distribution<S>, S, Y> inBits() {
        return asymmetry.under(LogScore.bits());
    }

    /// The same two sides under the Brier score.
    public InformationGap<Distribution<S>, S, Y> inBrierScore() {
        return asymmetry.under(BrierScore.of());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "information gap in %s%n  message worth      %12.6g%n  still ahead        %12.6g%n  without a message  %12.6g%n"
                        + "  share closed       %12s%n",
                decision.unit(), closed, remaining, total, share()));
        int width = messages.stream().mapToInt(message -> message.message().toString().length()).max().orElse(1);
        String format = "  %-" + Math.max(7, width) + "s  %11s  %12s  %12s%s%n";
        boolean named = decision instanceof Payoffs;
        text.append(String.format(Locale.ROOT, format, "message", "probability", "value", "gain", named ? "  best action" : ""));
        text.append(line(format, "none", 1, valueWithoutMessage, 0, named ? actionsWithoutMessage : List.of()));
        messages.forEach(message -> text.append(line(
                format,
                message.message(),
                message.probability(),
                message.value(),
                message.gain(),
                named ? message.bestActions() : List.of())));
        return text.toString().stripTrailing();
    }

    private static String line(String format, Object label, double probability, double value, double gain, List<?> actions) {
        return String.format(
                Locale.ROOT,
                format,
                label,
                String.format(Locale.ROOT, "%.6f", probability),
                String.format(Locale.ROOT, "%.6g", value),
                String.format(Locale.ROOT, "%.6g", gain),
                actions.isEmpty() ? "" : actions.stream().map(Object::toString).collect(Collectors.joining(" = ", "  ", "")));
    }
}
