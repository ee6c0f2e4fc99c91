package infogap.gap;

import infogap.numeric.Fractions;
import infogap.numeric.LinearProgramme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/// The linear programme of [Persuasion]: a sender advises actions, and the receiver follows.
///
/// @param prior the probability of each state
/// @param receiver `r(a, θ)`, a row for each action
/// @param sender `s(a, θ)`
record Advice(List<BigFraction> prior, BigFraction[][] receiver, BigFraction[][] sender) {

    <S> Persuasion<S> best(List<S> states) {
        return Persuasion.of(states, this, (LinearProgramme.Optimal) programme().solve());
    }

    /// With the sender's payoffs as negative costs. Saying nothing obeys every condition and probabilities are bounded, so that it has an optimum.
    private LinearProgramme programme() {
        int actions = receiver.length;
        int states = prior.size();
        List<BigFraction> costs = new ArrayList<>();
        for (BigFraction[] row : sender) {
            Arrays.stream(row).map(BigFraction::negate).forEach(costs::add);
        }
        List<LinearProgramme.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < states; i++) {
            BigFraction[] row = zeros(actions * states);
            for (int a = 0; a < actions; a++) {
                row[a * states + i] = BigFraction.ONE;
            }
            conditions.add(new LinearProgramme.Condition(Arrays.asList(row), LinearProgramme.Relation.EQUAL, prior.get(i)));
        }
        for (int a = 0; a < actions; a++) {
            for (int other = 0; other < actions; other++) {
                if (other != a) {
                    BigFraction[] row = zeros(actions * states);
                    for (int i = 0; i < states; i++) {
                        row[a * states + i] = receiver[other][i].subtract(receiver[a][i]);
                    }
                    conditions.add(new LinearProgramme.Condition(Arrays.asList(row), LinearProgramme.Relation.AT_MOST, BigFraction.ZERO));
                }
            }
        }
        return new LinearProgramme(costs, conditions);
    }

    /// The beliefs after the pieces of advice, in ascending order, with their probabilities; what leaves the same belief is one message.
    SortedMap<List<BigFraction>, BigFraction> posteriors(List<BigFraction> advice) {
        int states = prior.size();
        SortedMap<List<BigFraction>, BigFraction> posteriors = new TreeMap<>(Advice::compare);
        for (int a = 0; a < receiver.length; a++) {
            List<BigFraction> joint = advice.subList(a * states, (a + 1) * states);
            BigFraction weight = joint.stream().reduce(BigFraction.ZERO, BigFraction::add);
            if (weight.getNumerator().signum() > 0) {
                posteriors.merge(joint.stream().map(part -> part.divide(weight)).toList(), weight, BigFraction::add);
            }
        }
        return posteriors;
    }

    /// `v(μ)`: of the receiver's best actions the sender's favourite.
    BigFraction senderValue(List<BigFraction> belief) {
        BigFraction best = Arrays.stream(receiver).map(row -> expected(row, belief)).max(Comparator.naturalOrder()).orElseThrow();
        BigFraction value = null;
        for (int a = 0; a < receiver.length; a++) {
            if (expected(receiver[a], belief).equals(best)) {
                BigFraction brings = expected(sender[a], belief);
                value = value == null || brings.compareTo(value) > 0 ? brings : value;
            }
        }
        return value;
    }

    static BigFraction[][] fractions(Payoffs<?, ?> payoffs) {
        BigFraction[][] exact = new BigFraction[payoffs.actions().size()][payoffs.states().size()];
        for (int i = 0; i < exact.length; i++) {
            for (int j = 0; j < exact[i].length; j++) {
                exact[i][j] = Fractions.ofDecimal(payoffs.payoff(i, j));
            }
        }
        return exact;
    }

    private static BigFraction expected(BigFraction[] payoffs, List<BigFraction> belief) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < payoffs.length; i++) {
            sum = sum.add(payoffs[i].multiply(belief.get(i)));
        }
        return sum;
    }

    private static int compare(List<BigFraction> x, List<BigFraction> y) {
        for (int i = 0; i < x.size(); i++) {
            int order = x.get(i).compareTo(y.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigFraction[] zeros(int size) {
        BigFraction[] zeros = new BigFraction[size];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }
}
