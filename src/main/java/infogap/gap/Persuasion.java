package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.LinearProgramme;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// Bayesian persuasion (贝叶斯劝说): the channel that a sender commits to when a receiver sees its message, updates and acts. Any finite number of states and
/// actions.
///
/// With the belief `μ` the receiver takes an action that is best for the receiver, of tied ones the sender's favourite; the sender then expects `v(μ)`. Any
/// distribution of posteriors that averages to the prior can be had, so that the best is the concave closure of `v` at the prior. It is the linear programme
/// over recommendations `x(a, θ) ≥ 0`, the joint probability of the state and the advice to take `a`, that the receiver obeys:
///
///     max Σ x(a, θ) s(a, θ)   with   Σ_a x(a, θ) = p(θ),   Σ_θ x(a, θ)(r(a, θ) − r(a′, θ)) ≥ 0 for all a, a′
///
/// Its dual prices [#prices] are the certificate: `Σ μ(θ) price(θ) ≥ v(μ)` for every belief, with the value at the prior, so that no channel brings more.
/// Payoffs and prior are read as the decimals that they print, the result is exact.
///
///     Persuasion.of(Distribution.binary("guilty", "innocent", 0.3), judge, prosecutor)      // 0 without a message, 3/5 with the best channel
///
/// Sources: E. Kamenica and M. Gentzkow (2011), *Bayesian persuasion*, American Economic Review 101, 2590–2615; the programme: D. Bergemann and S. Morris
/// (2019), *Information design: a unified perspective*, Journal of Economic Literature 57, 44–95.
///
/// @param prior the probability of each state, in the order of the channel's inputs
/// @param valueWithoutMessage `v(prior)`
/// @param value what the sender expects from the best channel: the concave closure of `v` at the prior
/// @param posteriors the beliefs that the best channel leaves, each with a probability for each state; one when saying nothing is best
/// @param weights the probabilities of [#posteriors]
/// @param prices what a unit of probability of each state is worth to the sender: the dual prices of the prior
/// @param channel the best channel, a message for each posterior
public record Persuasion<S>(
        List<BigFraction> prior,
        BigFraction valueWithoutMessage,
        BigFraction value,
        List<List<BigFraction>> posteriors,
        List<BigFraction> weights,
        List<BigFraction> prices,
        Channel<S, String> channel) {

    /// The sender's best channel. Each probability is read as the decimal that it prints, the last one as what the others leave.
    ///
    /// @param prior of at least two states, each possible
    /// @param receiver the receiver's payoffs
    /// @param sender the sender's payoffs, with the same actions and states
    /// @throws IllegalArgumentException if there are fewer than two states, the parts do not fit, or a state has probability 0
    public static <A, S> Persuasion<S> of(Distribution<S> prior, Payoffs<A, S> receiver, Payoffs<A, S> sender) {
        Checks.present("prior", prior);
        Checks.present("receiver", receiver);
        Beliefs.requireStates("prior", prior, receiver.states());
        List<BigFraction> exact = new ArrayList<>();
        BigFraction left = BigFraction.ONE;
        for (int i = 0; i < prior.size(); i++) {
            Checks.inRange("prior probability of " + prior.states().get(i), prior.probabilityAt(i), Double.MIN_VALUE, 1);
            exact.add(i + 1 < prior.size() ? Fractions.ofDecimal(prior.probabilityAt(i)) : left);
            left = left.subtract(exact.getLast());
        }
        return of(exact, receiver, sender);
    }

    /// The sender's best channel for a prior in fractions, so that thirds are thirds: the probability of each of the receiver's states, in their order.
    ///
    /// @throws IllegalArgumentException if there are fewer than two states, the parts do not fit, a probability is not above 0, or they do not sum to 1
    public static <A, S> Persuasion<S> of(List<BigFraction> prior, Payoffs<A, S> receiver, Payoffs<A, S> sender) {
        List<BigFraction> checked = Checks.notEmpty("prior", prior);
        Checks.present("receiver", receiver);
        Checks.present("sender", sender);
        if (!receiver.states().equals(sender.states())) {
            throw new IllegalArgumentException("sender must have the receiver's states " + receiver.states() + ", but has " + sender.states());
        }
        if (!receiver.actions().equals(sender.actions())) {
            throw new IllegalArgumentException(
                    "sender must have the receiver's actions " + receiver.actions() + ", but has " + sender.actions());
        }
        Checks.sameLength("prior", checked.size(), "states", receiver.states().size());
        Checks.atLeast("number of states of the prior", checked.size(), 2);
        for (int i = 0; i < checked.size(); i++) {
            if (checked.get(i).getNumerator().signum() <= 0) {
                throw new IllegalArgumentException(
                        "prior[" + i + "] must be a probability above 0, but is " + Fractions.format(checked.get(i)));
            }
        }
        BigFraction sum = checked.stream().reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("prior must sum to exactly 1, but sums to " + Fractions.format(sum));
        }
        return new Advice(checked, Advice.fractions(receiver), Advice.fractions(sender)).best(receiver.states());
    }

    static <S> Persuasion<S> of(List<S> states, Advice advice, LinearProgramme.Optimal best) {
        BigFraction now = advice.senderValue(advice.prior());
        BigFraction value = best.value().negate();
        List<List<BigFraction>> posteriors = new ArrayList<>();
        List<BigFraction> weights = new ArrayList<>();
        if (value.equals(now)) {
            posteriors.add(advice.prior());
            weights.add(BigFraction.ONE);
        } else {
            advice.posteriors(best.point()).forEach((posterior, weight) -> {
                posteriors.add(posterior);
                weights.add(weight);
            });
        }
        List<String> messages = new ArrayList<>();
        double[][] matrix = new double[states.size()][posteriors.size()];
        for (int y = 0; y < posteriors.size(); y++) {
            messages.add("belief " + text(posteriors.get(y)));
            for (int i = 0; i < matrix.length; i++) {
                matrix[i][y] = Fractions.toDouble(sent(advice.prior(), posteriors, weights, i, y));
            }
        }
        return new Persuasion<>(
                advice.prior(), now, value, List.copyOf(posteriors), List.copyOf(weights),
                best.prices().subList(0, states.size()).stream().map(BigFraction::negate).toList(), Channel.of(states, messages, matrix));
    }

    /// How often the best channel sends a message in a state, exactly: by Bayes' rule, the weight of the message's posterior times that posterior over the
    /// prior. [#channel] has it as the nearest double.
    ///
    /// @param state a state of the prior, counted from 0
    /// @param message a posterior, counted from 0
    /// @throws IllegalArgumentException if there is no such state or message
    public BigFraction probability(int state, int message) {
        return sent(prior, posteriors, weights, Checks.position("state", state, prior.size()), Checks.position("message", message, posteriors.size()));
    }

    private static BigFraction sent(List<BigFraction> prior, List<List<BigFraction>> posteriors, List<BigFraction> weights, int state, int message) {
        return weights.get(message).multiply(posteriors.get(message).get(state)).divide(prior.get(state));
    }

    /// What the sender gains by the channel over saying nothing, at least 0.
    public BigFraction gain() {
        return value.subtract(valueWithoutMessage);
    }

    /// The most that this belief can bring the sender: `Σ μ(θ) price(θ) ≥ v(μ)`, an equality at the prior.
    ///
    /// @throws IllegalArgumentException if there is not a probability for each state
    public BigFraction ceiling(List<BigFraction> belief) {
        Checks.present("belief", belief);
        Checks.sameLength("belief", belief.size(), "prior", prior.size());
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < prior.size(); i++) {
            sum = sum.add(belief.get(i).multiply(prices.get(i)));
        }
        return sum;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "prior %s: %s without a message, %s with the best channel%n", text(prior), Fractions.format(valueWithoutMessage),
                Fractions.format(value)));
        for (int i = 0; i < posteriors.size(); i++) {
            text.append(String.format(
                    Locale.ROOT, "  with probability %s the belief becomes %s%n", Fractions.format(weights.get(i)), text(posteriors.get(i))));
        }
        return text.append(channel).toString();
    }

    /// The probability of the first of two states, or those of all.
    private static String text(List<BigFraction> belief) {
        return belief.size() == 2
                ? Fractions.format(belief.getFirst())
                : "(" + String.join(", ", belief.stream().map(Fractions::format).toList()) + ")";
    }
}
