package infogap.gap;

import infogap.decision.CaraUtility;
import infogap.decision.Course;
import infogap.decision.LinearUtility;
import infogap.decision.Lottery;
import infogap.decision.Utility;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;

/// The search for a [BuyingPrice]: final wealth as exact lotteries, compared by their certainty equivalents, which keep their digits where the
/// utilities themselves under- or overflow.
final class Purchase<A, S, Y> {

    private final Payoffs<A, S> payoffs;
    private final Utility utility;
    private final double wealth;
    private final double riskNeutralPrice;
    private final List<Message<Y>> messages;
    private final List<BigFraction> prior;

    /// A message with `p(y) p(θ | y)` for each state.
    private record Message<Y>(Y message, List<BigFraction> joint) {}

    Purchase(Distribution<S> prior, Channel<S, Y> channel, Payoffs<A, S> payoffs, Utility utility, double wealth) {
        this.utility = Checks.present("utility", utility);
        this.wealth = Checks.finite("wealth", wealth);
        this.payoffs = Checks.present("payoffs", payoffs);
        this.riskNeutralPrice = InformationGap.of(prior, channel, payoffs).closed();
        this.prior = Arrays.stream(prior.probabilities()).mapToObj(Fractions::ofDecimal).toList();
        this.messages = new ArrayList<>();
        for (int y = 0; y < channel.outputs().size(); y++) {
            List<BigFraction> joint = new ArrayList<>();
            for (int x = 0; x < prior.size(); x++) {
                joint.add(this.prior.get(x).multiply(Fractions.ofDecimal(channel.probability(x, y))));
            }
            if (joint.stream().anyMatch(p -> p.getNumerator().signum() > 0)) {
                messages.add(new Message<>(channel.outputs().get(y), joint));
            }
        }
    }

    BuyingPrice<A, Y> price() {
        double[] sums = Arrays.stream(payoffs.matrix())
                .flatMapToDouble(Arrays::stream)
                .map(x -> Checks.finite("wealth plus payoff", wealth + x))
                .sorted()
                .toArray();
        double lowest = sums[0];
        double highest = sums[sums.length - 1];
        String failure = failure(lowest, highest);
        if (!failure.isEmpty()) {
            return new BuyingPrice.NoPrice<>(failure);
        }
        int uninformed = best(prior, 0);
        Lottery without = lottery(List.of(prior), List.of(uninformed), 0);
        double worth = utility.certaintyEquivalent(without);
        return switch (utility) {
            // constant absolute aversion: a sum paid for sure lowers the certainty equivalent by itself
            case LinearUtility linear ->
                at(Math.max(0, Fractions.toDouble(bought(0).exactMean().subtract(without.exactMean()))), without, worth, uninformed);
            case CaraUtility cara -> {
                Lottery bought = bought(0);
                double means = Fractions.toDouble(bought.exactMean().subtract(without.exactMean()));
                yield at(Math.max(0, means - (cara.riskPremium(bought) - cara.riskPremium(without))), without, worth, uninformed);
            }
            default -> searched(lowest, highest, without, worth, uninformed);
        };
    }

    private BuyingPrice<A, Y> searched(double lowest, double highest, Lottery without, double worth, int uninformed) {
        double low = 0;
        // at this price even the best payoff for sure leaves no more than the certain worth of not buying
        double high = highest - worth;
        double resolution = BuyingPrice.RESOLUTION * Math.max(Math.abs(lowest), Math.abs(highest));
        while (high - low > resolution) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (failure(lowest - middle, highest).isEmpty() && utility.certaintyEquivalent(bought(middle)) >= worth) {
                low = middle;
            } else {
                high = middle;
            }
        }
        String beyond = failure(lowest - high, highest);
        if (!beyond.isEmpty()) {
            return new BuyingPrice.NoPrice<>("the buyer still buys at " + low + ", and dearer " + beyond);
        }
        return at(low, without, worth, uninformed);
    }

    private BuyingPrice<A, Y> at(double price, Lottery without, double worth, int uninformed) {
        Lottery with = bought(price);
        Map<Y, A> actions = new LinkedHashMap<>();
        for (Message<Y> message : messages) {
            actions.put(message.message, payoffs.actions().get(best(message.joint, price)));
        }
        return new BuyingPrice.Price<>(
                price, riskNeutralPrice, without, with, worth, utility.certaintyEquivalent(with), payoffs.actions().get(uninformed),
                Collections.unmodifiableMap(actions));
    }

    /// The final wealth of who pays the price and does what is best after each message.
    private Lottery bought(double price) {
        return lottery(
                messages.stream().map(Message::joint).toList(),
                messages.stream().map(message -> best(message.joint, price)).toList(),
                price);
    }

    private int best(List<BigFraction> weights, double price) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < payoffs.actions().size(); action++) {
            double worth = utility.certaintyEquivalent(lottery(List.of(weights), List.of(action), price));
            if (worth > most) {
                best = action;
                most = worth;
            }
        }
        return best;
    }

    /// `w + a(θ) − p` with these weights of the states, for each list of weights under the action at its position.
    private Lottery lottery(List<List<BigFraction>> weights, List<Integer> actions, double price) {
        BigFraction net = Fractions.ofDecimal(wealth).subtract(Fractions.ofDecimal(price));
        List<BigFraction> outcomes = new ArrayList<>();
        List<BigFraction> probabilities = new ArrayList<>();
        BigFraction sum = weights.stream().flatMap(List::stream).reduce(BigFraction.ZERO, BigFraction::add);
        for (int i = 0; i < weights.size(); i++) {
            for (int state = 0; state < payoffs.states().size(); state++) {
                outcomes.add(net.add(Fractions.ofDecimal(payoffs.payoff(actions.get(i), state))));
                probabilities.add(weights.get(i).get(state).divide(sum));
            }
        }
        return Lottery.of(outcomes, probabilities);
    }

    /// Empty, or why the utility does not prefer more to less on this interval.
    private String failure(double low, double high) {
        return switch (utility.course(low, high)) {
            case Course.Increasing increasing -> "";
            case Course.Decreasing(String reason) -> reason;
            case Course.Neither(String reason) -> reason;
            case Course.Undefined(String reason) -> reason;
        };
    }
}
