package infogap.disclosure;

import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Inequality;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// A partition equilibrium of [FiniteTalk].
///
/// @param talk the game
/// @param groups the states that send the same message
/// @param actions what the receiver does after each message
/// @param senderValue what the sender expects before the state is known
/// @param receiverValue what the receiver expects
/// @param binding for each message the state that would come nearest to sending another, as an inequality; none if there is one message
public record TalkEquilibrium<A, S>(
        FiniteTalk<A, S> talk,
        List<List<S>> groups,
        List<A> actions,
        BigFraction senderValue,
        BigFraction receiverValue,
        List<Inequality> binding) {

    public TalkEquilibrium {
        Checks.present("talk", talk);
        groups = Checks.notEmpty("groups", groups);
        actions = Checks.notEmpty("actions", actions);
        binding = List.copyOf(Checks.present("binding", binding));
    }

    /// The messages as a channel from the states: the names of the states that send each.
    public Channel<S, String> channel() {
        List<S> states = talk.sender().states();
        double[][] matrix = new double[states.size()][groups.size()];
        for (int i = 0; i < states.size(); i++) {
            for (int g = 0; g < groups.size(); g++) {
                matrix[i][g] = groups.get(g).contains(states.get(i)) ? 1 : 0;
            }
        }
        return Channel.of(states, groups.stream().map(TalkEquilibrium::names).toList(), matrix);
    }

    /// What talk is worth to the receiver, and what it would still pay to know.
    public InformationGap<A, S, String> gap() {
        return InformationGap.of(talk.prior(), channel(), talk.receiver());
    }

    /// The same in bits.
    public InformationGap<Distribution<S>, S, String> inBits() {
        return InformationGap.of(talk.prior(), channel(), LogScore.bits());
    }

    /// What the receiver would pay to know the state: what it gets then less what it gets here, the remaining gap in fractions.
    public BigFraction receiverLoss() {
        return known()[0].subtract(receiverValue);
    }

    /// What the sender gets more than if the receiver knew the state: the part of the receiver's loss that is a transfer, below 0 where the sender would
    /// rather have the receiver know. With the state known the receiver takes a best action, of tied ones the sender's favourite.
    public BigFraction senderGain() {
        return senderValue.subtract(known()[1]);
    }

    /// The part of the receiver's loss that nobody gets.
    public BigFraction lostToBoth() {
        return receiverLoss().subtract(senderGain());
    }

    /// What receiver and sender expect if the receiver knows the state.
    private BigFraction[] known() {
        BigFraction[] sums = {BigFraction.ZERO, BigFraction.ZERO};
        for (int i = 0; i < talk.weights().size(); i++) {
            BigFraction receives = null;
            BigFraction sends = null;
            for (int a = 0; a < talk.sender().actions().size(); a++) {
                BigFraction gets = Fractions.ofDecimal(talk.receiver().payoff(a, i));
                BigFraction brings = Fractions.ofDecimal(talk.sender().payoff(a, i));
                int order = receives == null ? 1 : gets.compareTo(receives);
                if (order > 0 || order == 0 && brings.compareTo(sends) > 0) {
                    receives = gets;
                    sends = brings;
                }
            }
            sums[0] = sums[0].add(talk.weights().get(i).multiply(receives));
            sums[1] = sums[1].add(talk.weights().get(i).multiply(sends));
        }
        return sums;
    }

    private static String names(List<?> group) {
        return group.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            lines.add("{" + names(groups.get(g)) + "} → " + actions.get(g));
        }
        lines.add("sender " + Fractions.readable(senderValue) + ", receiver " + Fractions.readable(receiverValue));
        binding.forEach(inequality -> lines.add("  " + inequality));
        return String.join(System.lineSeparator(), lines);
    }
}
