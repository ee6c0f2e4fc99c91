package infogap.gap;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where information hurts (Hirshleifer's effect): people who share a risk in a market lose when the risk is announced before they trade.
///
/// Everybody has the utility `log c` and owns `e_i(θ) > 0` in state `θ`. Contingent claims are traded in a complete competitive market at the belief `m`. With
/// logarithmic utility the equilibrium is in closed form: the price of a claim on `θ` is `m(θ) / E(θ)` with `E(θ)` the sum of all endowments, person `i` holds the
/// share `w_i = Σ m(θ) e_i(θ) / E(θ)` of everything, and consumes `w_i E(θ)`. A public message changes `m` before the trade, and with it who can still
/// insure: `w_i(m)` is linear in `m` and averages to `w_i(m_0)`, so that `E log w_i(m) ≤ log w_i(m_0)` by Jensen's inequality: nobody gains, and whoever's share
/// moves loses.
///
/// `Gap ≥ 0` is not contradicted: it is about one decision maker whose choices are his own. Here the message changes the prices.
///
/// Source: J. Hirshleifer (1971), *The private and social value of information and the reward to inventive activity*, American Economic Review 61,
/// 561–574.
///
/// @param people what the message does to each, in the order of the endowments
public record RiskSharing(List<Person> people) {

    /// One person.
    ///
    /// @param expectedUtilityWithoutMessage `E log c` when all trade on the prior
    /// @param expectedUtilityWithMessage `E log c` when all trade after the public message, before it is known
    /// @param certaintyEquivalentWithoutMessage `exp` of the first
    /// @param certaintyEquivalentWithMessage `exp` of the second
    public record Person(
            double expectedUtilityWithoutMessage,
            double expectedUtilityWithMessage,
            double certaintyEquivalentWithoutMessage,
            double certaintyEquivalentWithMessage) {

        /// The sure consumption that the message costs, at least 0 up to rounding.
        public double loss() {
            return certaintyEquivalentWithoutMessage - certaintyEquivalentWithMessage;
        }
    }

    public RiskSharing {
        people = Checks.notEmpty("people", people);
    }

    /// The market with and without the public message.
    ///
    /// @param endowments what each person (row) owns in each state (column), above 0
    /// @throws IllegalArgumentException if the parts do not fit or an endowment is not above 0
    public static <S, Y> RiskSharing of(Distribution<S> prior, Channel<S, Y> message, double[][] endowments) {
        Checks.present("prior", prior);
        Checks.present("message", message);
        double[][] owned = Checks.finiteMatrix("endowments", endowments);
        Checks.sameLength("states", prior.size(), "endowments[0]", owned[0].length);
        for (int i = 0; i < owned.length; i++) {
            for (int j = 0; j < owned[i].length; j++) {
                Checks.positive("endowments[" + i + "][" + j + "]", owned[i][j]);
            }
        }
        JointDistribution<Y, S> joint = JointDistribution.of(prior, message).transposed();
        Distribution<Y> marginal = joint.rowMarginal();
        List<Person> people = new ArrayList<>();
        for (double[] mine : owned) {
            double without = expectedLogarithm(prior, mine, owned);
            CompensatedSum with = new CompensatedSum();
            for (int y = 0; y < marginal.size(); y++) {
                if (marginal.probabilityAt(y) > 0) {
                    with.add(marginal.probabilityAt(y) * expectedLogarithm(joint.columnsGiven(marginal.states().get(y)), mine, owned));
                }
            }
            people.add(new Person(without, with.value(), Math.exp(without), Math.exp(with.value())));
        }
        return new RiskSharing(people);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%8s  %16s  %16s  %10s%n", "person", "without message", "with message", "loss"));
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            text.append(String.format(
                    Locale.ROOT, "%8d  %16.6f  %16.6f  %10.6f%n", i + 1, person.certaintyEquivalentWithoutMessage,
                    person.certaintyEquivalentWithMessage, person.loss()));
        }
        return text.append("(sure consumption of the same utility)").toString();
    }

    /// `log w_i + E log E(θ)` at this belief.
    private static double expectedLogarithm(Distribution<?> belief, double[] mine, double[][] owned) {
        CompensatedSum share = new CompensatedSum();
        CompensatedSum logarithm = new CompensatedSum();
        for (int state = 0; state < mine.length; state++) {
            CompensatedSum all = new CompensatedSum();
            for (double[] person : owned) {
                all.add(person[state]);
            }
            share.add(belief.probabilityAt(state) * mine[state] / all.value());
            logarithm.add(belief.probabilityAt(state) * Math.log(all.value()));
        }
        return Math.log(share.value()) + logarithm.value();
    }
}
