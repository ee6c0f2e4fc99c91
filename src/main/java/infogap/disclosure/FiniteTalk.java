package infogap.disclosure;

import infogap.gap.Payoffs;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Cheap talk with finitely many states and actions: a sender who knows the state says something that costs nothing, and the receiver acts.
///
/// In a *partition equilibrium* the sender tells to which group of states the state belongs; the receiver takes an action that is best for the group, and in
/// no state would the sender rather have the action of another group. All partitions are gone through, and where the receiver is indifferent all of its best
/// actions. To tell nothing is always an equilibrium. Payoffs and prior are read as the decimals that they print.
///
/// Equilibria in which the sender mixes between messages are not among them.
///
/// Source: V. P. Crawford and J. Sobel (1982), *Strategic information transmission*, Econometrica 50, 1431–1451.
///
///     FiniteTalk.of(Distribution.uniform(products), seller, customer).mostInformative()
///
/// @param weights the probability of each state, above 0, in the order of the payoffs' states
/// @param sender the sender's payoffs
/// @param receiver the receiver's payoffs, with the same actions and states
public record FiniteTalk<A, S>(List<BigFraction> weights, Payoffs<A, S> sender, Payoffs<A, S> receiver) {

    /// The most states: they have 115,975 partitions.
    public static final int MOST_STATES = 10;

    /// @throws IllegalArgumentException if the parts do not fit, a probability is not above 0, they do not sum to exactly 1, or there are more than
    ///     [#MOST_STATES] states
    public FiniteTalk {
        weights = Checks.notEmpty("weights", weights);
        Checks.present("sender", sender);
        Checks.present("receiver", receiver);
        Checks.sameLength("weights", weights.size(), "states", sender.states().size());
        if (!receiver.states().equals(sender.states())) {
            throw new IllegalArgumentException("receiver must have the sender's states " + sender.states() + ", but has " + receiver.states());
        }
        if (!sender.actions().equals(receiver.actions())) {
            throw new IllegalArgumentException(
                    "sender must have the receiver's actions " + receiver.actions() + ", but has " + sender.actions());
        }
        if (weights.size() > MOST_STATES) {
            throw new IllegalArgumentException("weights must have at most " + MOST_STATES + " states, but has " + weights.size());
        }
        for (int i = 0; i < weights.size(); i++) {
            Exact.positive("weights[" + i + "]", weights.get(i));
        }
        BigFraction sum = weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("weights must sum to exactly 1, but sum to " + Fractions.format(sum));
        }
    }

    /// Talk with this prior, each probability read as the decimal that it prints, the last one as what the others leave.
    ///
    /// @throws IllegalArgumentException if the parts do not fit, as for the record
    public static <A, S> FiniteTalk<A, S> of(Distribution<S> prior, Payoffs<A, S> sender, Payoffs<A, S> receiver) {
        Checks.present("prior", prior);
        Checks.present("sender", sender);
        if (!sender.states().equals(prior.states())) {
            throw new IllegalArgumentException("sender must have the states of the prior " + prior.states() + ", but has " + sender.states());
        }
        List<BigFraction> weights = new ArrayList<>();
        BigFraction left = BigFraction.ONE;
        for (int i = 0; i < prior.size(); i++) {
            weights.add(i + 1 < prior.size() ? Fractions.ofDecimal(prior.probabilityAt(i)) : left);
            left = left.subtract(weights.getLast());
        }
        return new FiniteTalk<>(weights, sender, receiver);
    }

    /// The prior in double.
    public Distribution<S> prior() {
        return Distribution.normalized(sender.states(), weights.stream().mapToDouble(Fractions::toDouble).toArray());
    }

    /// All partition equilibria, the ones with fewest groups first. Groups that bring about the same action stand as one message would: two partitions with
    /// the same actions in every state are the same outcome, and only the coarsest of them is listed.
    public List<TalkEquilibrium<A, S>> equilibria() {
        return new PartitionSearch<>(this).equilibria();
    }

    /// The equilibrium that is best for the receiver before the state is known; of equal ones the first.
    public TalkEquilibrium<A, S> mostInformative() {
        TalkEquilibrium<A, S> best = null;
        for (TalkEquilibrium<A, S> equilibrium : equilibria()) {
            best = best == null || equilibrium.receiverValue().compareTo(best.receiverValue()) > 0 ? equilibrium : best;
        }
        return best;
    }

    /// A quadratic loss on a grid: states `0, 1/n, …, 1` equally likely, actions `0, 1/m, …, 1`, the sender's favourite action is the state plus the bias.
    ///
    /// @param states how many states, from 2 to [#MOST_STATES]
    /// @param actions how many actions, at least 2
    /// @param bias of the sender
    public static FiniteTalk<Double, Double> quadratic(int states, int actions, double bias) {
        Checks.inRange("states", states, 2, MOST_STATES);
        Checks.atLeast("actions", actions, 2);
        Checks.finite("bias", bias);
        List<Double> worlds = grid(states);
        List<Double> choices = grid(actions);
        double[][] sender = new double[actions][states];
        double[][] receiver = new double[actions][states];
        for (int a = 0; a < actions; a++) {
            for (int i = 0; i < states; i++) {
                sender[a][i] = -Math.pow(choices.get(a) - worlds.get(i) - bias, 2);
                receiver[a][i] = -Math.pow(choices.get(a) - worlds.get(i), 2);
            }
        }
        return new FiniteTalk<>(
                Collections.nCopies(states, Fractions.of(1, states)), Payoffs.of(choices, worlds, sender), Payoffs.of(choices, worlds, receiver));
    }

    private static List<Double> grid(int size) {
        List<Double> grid = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            grid.add(Fractions.toDouble(Fractions.of(i, size - 1)));
        }
        return grid;
    }
}
