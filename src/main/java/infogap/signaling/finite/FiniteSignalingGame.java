package infogap.signaling.finite;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// A signalling game with any finite number of types, messages and replies.
///
///     FiniteSignalingGame.of(List.of("strong", "weak"), List.of(Fractions.of("9/10"), Fractions.of("1/10")),
///             List.of("beer", "quiche"), List.of("duel", "let go"), sender, receiver)     // payoffs[type][message][reply]
///         .pureEquilibria()
///
/// @param types the sender's types
/// @param prior the probability of each type, above 0
/// @param messages what the sender may send
/// @param replies what the receiver may do after each message; a single reply where a message ends the game
/// @param payoffs of type, message and reply, by their positions
public record FiniteSignalingGame(
        List<String> types,
        List<BigFraction> prior,
        List<String> messages,
        List<List<String>> replies,
        List<List<List<Payoff>>> payoffs) {

    /// How many pairs of supports [#equilibria] tries at most.
    public static final long MOST_SUPPORTS = 50_000;

    /// @throws IllegalArgumentException if a name stands twice, a probability is not above 0, the prior does not sum to exactly 1, or there is not a payoff
    ///     for each type, message and reply
    public FiniteSignalingGame {
        types = Checks.distinct("types", types);
        prior = Checks.notEmpty("prior", prior);
        messages = Checks.distinct("messages", messages);
        Checks.sameLength("prior", prior.size(), "types", types.size());
        for (int t = 0; t < prior.size(); t++) {
            if (prior.get(t).getNumerator().signum() <= 0) {
                throw new IllegalArgumentException("prior[" + t + "] must be a probability above 0, but is " + Fractions.format(prior.get(t)));
            }
        }
        BigFraction sum = prior.stream().reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("prior must sum to exactly 1, but sums to " + Fractions.format(sum));
        }
        replies = Checks.notEmpty("replies", replies).stream().map(names -> Checks.distinct("replies", names)).toList();
        Checks.sameLength("replies", replies.size(), "messages", messages.size());
        List<List<List<Payoff>>> copy = new ArrayList<>();
        Checks.sameLength("payoffs", Checks.notEmpty("payoffs", payoffs).size(), "types", types.size());
        for (int t = 0; t < types.size(); t++) {
            String place = "payoffs[" + t + "]";
            Checks.sameLength(place, Checks.notEmpty(place, payoffs.get(t)).size(), "messages", messages.size());
            List<List<Payoff>> rows = new ArrayList<>();
            for (int m = 0; m < messages.size(); m++) {
                List<Payoff> row = Checks.notEmpty(place + "[" + m + "]", payoffs.get(t).get(m));
                Checks.sameLength(place + "[" + m + "]", row.size(), "replies[" + m + "]", replies.get(m).size());
                rows.add(row);
            }
            copy.add(List.copyOf(rows));
        }
        payoffs = List.copyOf(copy);
    }

    /// The same replies after each message; payoffs by type, message and reply, each read as the decimal that it prints.
    ///
    /// @throws IllegalArgumentException if the parts do not fit, as for the record, or a payoff is not finite
    public static FiniteSignalingGame of(
            List<String> types, List<BigFraction> prior, List<String> messages, List<String> replies, double[][][] sender, double[][][] receiver) {
        Checks.notEmpty("messages", messages);
        Checks.distinct("replies", replies);
        Checks.present("sender", sender);
        Checks.present("receiver", receiver);
        Checks.sameLength("sender", sender.length, "receiver", receiver.length);
        List<List<List<Payoff>>> payoffs = new ArrayList<>();
        for (int t = 0; t < sender.length; t++) {
            double[][] sends = Checks.finiteMatrix("sender[" + t + "]", sender[t]);
            double[][] receives = Checks.finiteMatrix("receiver[" + t + "]", receiver[t]);
            Checks.sameLength("sender[" + t + "]", sends.length, "receiver[" + t + "]", receives.length);
            List<List<Payoff>> rows = new ArrayList<>();
            for (int m = 0; m < sends.length; m++) {
                Checks.sameLength("sender[" + t + "][" + m + "]", sends[m].length, "receiver[" + t + "][" + m + "]", receives[m].length);
                List<Payoff> row = new ArrayList<>();
                for (int r = 0; r < sends[m].length; r++) {
                    row.add(Payoff.of(sends[m][r], receives[m][r]));
                }
                rows.add(row);
            }
            payoffs.add(rows);
        }
        List<List<String>> after = messages.stream().map(_ -> replies).toList();
        return new FiniteSignalingGame(types, prior, messages, after, payoffs);
    }

    /// What the sender of this type gets for this message and reply, by positions counted from 0.
    public BigFraction sender(int type, int message, int reply) {
        return payoffs.get(type).get(message).get(reply).sender();
    }

    /// What the receiver gets from this type, message and reply, by positions counted from 0.
    public BigFraction receiver(int type, int message, int reply) {
        return payoffs.get(type).get(message).get(reply).receiver();
    }

    /// All perfect Bayesian equilibria in which nobody mixes, for any number of types, messages and replies: `messages^types` strategies of the sender are
    /// gone through.
    public List<FiniteEquilibrium> pureEquilibria() {
        return new PureSearch(this).equilibria();
    }

    /// All perfect Bayesian equilibria, pure and mixed, by who uses what: each family is a convex set of strategies with the same supports.
    ///
    /// For given supports the sender's conditions are linear in the replies and the receiver's are linear in the joint probabilities of types and messages,
    /// so that each family is a product of two polytopes, found exactly. Families that differ only in a reply that is never called for stand apart.
    ///
    /// @throws IllegalArgumentException if there are more than [#MOST_SUPPORTS] pairs of supports to try
    public List<EquilibriumFamily> equilibria() {
        return new SupportSearch(this).families();
    }

    /// The pure equilibria that survive the refinement.
    public List<FiniteEquilibrium> pureEquilibria(infogap.signaling.Refinement refinement) {
        return pureEquilibria().stream().filter(equilibrium -> equilibrium.verdict(refinement).survives()).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("payoffs of sender, receiver");
        for (int t = 0; t < types.size(); t++) {
            text.append(String.format(Locale.ROOT, "%n%s (%s)", types.get(t), Fractions.readable(prior.get(t))));
            for (int m = 0; m < messages.size(); m++) {
                List<String> cells = new ArrayList<>();
                for (int r = 0; r < replies.get(m).size(); r++) {
                    cells.add(replies.get(m).get(r) + " " + payoffs.get(t).get(m).get(r));
                }
                text.append(String.format(Locale.ROOT, "%n  %s: %s", messages.get(m), String.join("; ", cells)));
            }
        }
        return text.toString();
    }
}
