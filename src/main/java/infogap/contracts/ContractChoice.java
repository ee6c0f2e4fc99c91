package infogap.contracts;

import infogap.gap.InformationGap;
import infogap.gap.Payoffs;
import infogap.numeric.Checks;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The decision of the uninformed side which contract to offer, and what a message about the other side's type is worth for it.
///
/// As a table of payoffs it has an action for what is best at the prior, for what is best after each message, and for what is best for each type for certain. Every
/// other contract is worse at each of these beliefs, so that the table gives the value of the message and of knowing the type exactly.
public final class ContractChoice {

    private ContractChoice() {}

    /// What the message closes of the gap between not knowing the type and knowing it.
    ///
    /// @param prior of the types
    /// @param message what the uninformed side may learn of the type
    /// @param best for each belief, what the best contract for it earns from each type, in the order of the prior
    /// @throws IllegalArgumentException if the channel's inputs are not the prior's states
    public static <T, Y> InformationGap<String, T, Y> gap(
            Distribution<T> prior, Channel<T, Y> message, Function<Distribution<T>, double[]> best) {
        Checks.present("prior", prior);
        Checks.present("message", message);
        Checks.present("best", best);
        Map<String, double[]> offers = new LinkedHashMap<>();
        offers.put("without a message", best.apply(prior));
        JointDistribution<Y, T> joint = JointDistribution.of(prior, message).transposed();
        Distribution<Y> messages = joint.rowMarginal();
        for (Y seen : messages.states()) {
            if (messages.probability(seen) > 0) {
                offers.put("after " + seen, best.apply(joint.columnsGiven(seen)));
            }
        }
        for (T type : prior.states()) {
            double[] certain = new double[prior.size()];
            certain[prior.states().indexOf(type)] = 1;
            offers.put("for " + type, best.apply(Distribution.of(prior.states(), certain)));
        }
        return InformationGap.of(prior, message, Payoffs.of(List.copyOf(offers.keySet()), prior.states(), offers.values().toArray(double[][]::new)));
    }
}
