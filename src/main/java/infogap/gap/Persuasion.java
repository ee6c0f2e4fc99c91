package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;

/// Bayesian persuasion with two states: the channel that a sender commits to when a receiver sees its message, updates and acts.
///
/// With the belief `μ` in the first state the receiver takes an action that is best for the receiver, of tied ones the sender's favourite; the sender then
/// expects `v(μ)`, which is linear between the beliefs where the receiver changes the action. Any distribution of posteriors that averages to the prior can
/// be had, so that the best is the concave closure of `v` at the prior. Payoffs and prior are read as the decimals that they print, the result is exact.
///
/// Source: E. Kamenica and M. Gentzkow (2011), *Bayesian persuasion*, American Economic Review 101, 2590–2615.
///
/// @param prior the probability of the first state
/// @param valueWithoutMessage `v(prior)`
/// @param value what the sender expects from the best channel: the concave closure of `v` at the prior
/// @param posteriors the beliefs in the first state that the best channel leaves, ascending; one when saying nothing is best
/// @param weights the probabilities of [#posteriors]
/// @param channel the best channel, a message for each posterior
public record Persuasion<S>(
        BigFraction prior,
        BigFraction valueWithoutMessage,
        BigFraction value,
        List<BigFraction> posteriors,
        List<BigFraction> weights,
        Channel<S, String> channel) {

    private record Point(BigFraction belief, BigFraction value) {}

    /// The sender's best channel.
    ///
    /// @param prior of the two states; not certain
    /// @param receiver the receiver's payoffs
    /// @param sender the sender's payoffs, with the same actions and states
    /// @throws IllegalArgumentException if there are not two states, the parts do not fit, or a state has probability 0
    public static <A, S> Persuasion<S> of(Distribution<S> prior, Payoffs<A, S> receiver, Payoffs<A, S> sender) {
        Checks.present("receiver", receiver);
        Checks.present("sender", sender);
        Beliefs.requireStates("prior", prior, receiver.states());
        Beliefs.requireStates("prior", prior, sender.states());
        if (prior.size() != 2) {
            throw new IllegalArgumentException("prior must have two states, but has " + prior.states());
        }
        if (!receiver.actions().equals(sender.actions())) {
            throw new IllegalArgumentException(
                    "sender must have the receiver's actions " + receiver.actions() + ", but has " + sender.actions());
        }
        Checks.strictlyBetween("prior probability of " + prior.states().getFirst(), prior.probabilityAt(0), 0, 1);
        BigFraction[][] receives = fractions(receiver);
        BigFraction[][] sends = fractions(sender);
        BigFraction belief = Fractions.ofDecimal(prior.probabilityAt(0));
        List<Point> hull = hull(kinks(receives).stream().map(mu -> new Point(mu, senderValue(receives, sends, mu))).toList());
        BigFraction now = senderValue(receives, sends, belief);
        for (int i = 1; i < hull.size(); i++) {
            Point low = hull.get(i - 1);
            Point high = hull.get(i);
            if (belief.compareTo(high.belief) <= 0) {
                BigFraction up = belief.subtract(low.belief).divide(high.belief.subtract(low.belief));
                BigFraction value = low.value.add(high.value.subtract(low.value).multiply(up));
                return value.equals(now)
                        ? plan(prior, belief, now, value, List.of(belief), List.of(BigFraction.ONE))
                        : plan(prior, belief, now, value, List.of(low.belief, high.belief), List.of(BigFraction.ONE.subtract(up), up));
            }
        }
        throw new AssertionError("the hull reaches from belief 0 to belief 1");
    }

    /// What the sender gains by the channel over saying nothing, at least 0.
    public BigFraction gain() {
        return value.subtract(valueWithoutMessage);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "prior %s: %s without a message, %s with the best channel%n", Fractions.format(prior), Fractions.format(valueWithoutMessage),
                Fractions.format(value)));
        for (int i = 0; i < posteriors.size(); i++) {
            text.append(String.format(
                    Locale.ROOT, "  with probability %s the belief becomes %s%n", Fractions.format(weights.get(i)), Fractions.format(posteriors.get(i))));
        }
        return text.append(channel).toString();
    }

    private static <S> Persuasion<S> plan(
            Distribution<S> prior, BigFraction belief, BigFraction now, BigFraction value, List<BigFraction> posteriors, List<BigFraction> weights) {
        List<String> messages = new ArrayList<>();
        double[][] matrix = new double[2][posteriors.size()];
        for (int i = 0; i < posteriors.size(); i++) {
            BigFraction posterior = posteriors.get(i);
            messages.add("belief " + Fractions.format(posterior));
            matrix[0][i] = Fractions.toDouble(weights.get(i).multiply(posterior).divide(belief));
            matrix[1][i] = Fractions.toDouble(
                    weights.get(i).multiply(BigFraction.ONE.subtract(posterior)).divide(BigFraction.ONE.subtract(belief)));
        }
        return new Persuasion<>(belief, now, value, posteriors, weights, Channel.of(prior.states(), messages, matrix));
    }

    /// 0, 1, and where the receiver is indifferent between two actions.
    private static List<BigFraction> kinks(BigFraction[][] payoffs) {
        TreeSet<BigFraction> kinks = new TreeSet<>(List.of(BigFraction.ZERO, BigFraction.ONE));
        for (BigFraction[] a : payoffs) {
            for (BigFraction[] b : payoffs) {
                BigFraction rise = a[0].subtract(a[1]).subtract(b[0].subtract(b[1]));
                if (rise.getNumerator().signum() != 0) {
                    BigFraction crossing = b[1].subtract(a[1]).divide(rise);
                    if (crossing.getNumerator().signum() > 0 && crossing.compareTo(BigFraction.ONE) < 0) {
                        kinks.add(crossing);
                    }
                }
            }
        }
        return List.copyOf(kinks);
    }

    private static BigFraction senderValue(BigFraction[][] receiver, BigFraction[][] sender, BigFraction belief) {
        BigFraction best = null;
        BigFraction value = null;
        for (int action = 0; action < receiver.length; action++) {
            BigFraction payoff = at(receiver[action], belief);
            BigFraction brings = at(sender[action], belief);
            int comparison = best == null ? 1 : payoff.compareTo(best);
            if (comparison > 0 || comparison == 0 && brings.compareTo(value) > 0) {
                best = payoff;
                value = brings;
            }
        }
        return value;
    }

    /// The upper hull of points in ascending order of belief.
    private static List<Point> hull(List<Point> points) {
        List<Point> hull = new ArrayList<>();
        for (Point point : points) {
            while (hull.size() > 1 && !above(hull.get(hull.size() - 2), hull.getLast(), point)) {
                hull.removeLast();
            }
            hull.add(point);
        }
        return hull;
    }

    /// Whether `middle` lies strictly above the line from `left` to `right`.
    private static boolean above(Point left, Point middle, Point right) {
        BigFraction line = left.value
                .multiply(right.belief.subtract(middle.belief))
                .add(right.value.multiply(middle.belief.subtract(left.belief)));
        return middle.value.multiply(right.belief.subtract(left.belief)).compareTo(line) > 0;
    }

    private static BigFraction at(BigFraction[] payoffs, BigFraction belief) {
        return payoffs[0].multiply(belief).add(payoffs[1].multiply(BigFraction.ONE.subtract(belief)));
    }

    private static BigFraction[][] fractions(Payoffs<?, ?> payoffs) {
        BigFraction[][] exact = new BigFraction[payoffs.actions().size()][2];
        for (int i = 0; i < exact.length; i++) {
            for (int j = 0; j < 2; j++) {
                exact[i][j] = Fractions.ofDecimal(payoffs.payoff(i, j));
            }
        }
        return exact;
    }
}
