package infogap.signaling.finite;

import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.signaling.Refinement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// A perfect Bayesian equilibrium: what each type sends, what is replied to each message, and the beliefs that support it.
///
/// @param game the game it is an equilibrium of
/// @param signals for each type the probability of each message
/// @param replies for each message the probability of each reply
/// @param beliefs for each message what the receiver may believe
public record FiniteEquilibrium(
        FiniteSignalingGame game, List<List<BigFraction>> signals, List<List<BigFraction>> replies, List<BeliefSet> beliefs) {

    public FiniteEquilibrium {
        Checks.present("game", game);
        signals = Checks.notEmpty("signals", signals);
        replies = Checks.notEmpty("replies", replies);
        beliefs = Checks.notEmpty("beliefs", beliefs);
    }

    /// Whether nobody mixes.
    public boolean isPure() {
        return IntStream.concat(signals.stream().flatMapToInt(FiniteEquilibrium::signs), replies.stream().flatMapToInt(FiniteEquilibrium::signs)).sum()
                == signals.size() + replies.size();
    }

    /// Whether some type sends the message, by its position.
    public boolean isSent(int message) {
        return signals.stream().anyMatch(row -> row.get(message).getNumerator().signum() > 0);
    }

    /// Whether each message that is sent is sent by one type only: the receiver knows the type.
    public boolean isSeparating() {
        return IntStream.range(0, game.messages().size())
                .allMatch(m -> signals.stream().filter(row -> row.get(m).getNumerator().signum() > 0).count() <= 1);
    }

    /// Whether all types send the same one message.
    public boolean isPooling() {
        return IntStream.range(0, game.messages().size()).filter(this::isSent).count() == 1;
    }

    /// What this type gets.
    public BigFraction payoff(int type) {
        BigFraction sum = BigFraction.ZERO;
        for (int m = 0; m < game.messages().size(); m++) {
            sum = sum.add(signals.get(type).get(m).multiply(payoff(type, m)));
        }
        return sum;
    }

    /// What this type would get by this message.
    public BigFraction payoff(int type, int message) {
        BigFraction sum = BigFraction.ZERO;
        for (int r = 0; r < replies.get(message).size(); r++) {
            sum = sum.add(replies.get(message).get(r).multiply(game.sender(type, message, r)));
        }
        return sum;
    }

    /// What the sender gets before it knows its type.
    public BigFraction senderValue() {
        BigFraction sum = BigFraction.ZERO;
        for (int t = 0; t < signals.size(); t++) {
            sum = sum.add(game.prior().get(t).multiply(payoff(t)));
        }
        return sum;
    }

    /// What the receiver gets.
    public BigFraction receiverValue() {
        BigFraction sum = BigFraction.ZERO;
        for (int t = 0; t < signals.size(); t++) {
            for (int m = 0; m < game.messages().size(); m++) {
                for (int r = 0; r < replies.get(m).size(); r++) {
                    sum = sum.add(joint(t, m).multiply(replies.get(m).get(r)).multiply(game.receiver(t, m, r)));
                }
            }
        }
        return sum;
    }

    /// What the receiver would pay to be told the type as well, while the sender goes on to send the same: the part of the information gap (信息差) that the
    /// messages leave open, at least 0.
    public BigFraction worthOfKnowingTheType() {
        BigFraction best = BigFraction.ZERO;
        for (int t = 0; t < signals.size(); t++) {
            for (int m = 0; m < game.messages().size(); m++) {
                BigFraction most = null;
                for (int r = 0; r < replies.get(m).size(); r++) {
                    BigFraction gets = game.receiver(t, m, r);
                    most = most == null || gets.compareTo(most) > 0 ? gets : most;
                }
                best = best.add(joint(t, m).multiply(most));
            }
        }
        return best.subtract(receiverValue());
    }

    /// What each side gains and loses because the receiver does not see the type.
    public AsymmetryEffect effectOfAsymmetry() {
        return AsymmetryEffect.of(this);
    }

    /// What the messages tell about the type, in bits: closed and remaining.
    public InformationGap<Distribution<String>, String, String> inBits() {
        double[] prior = game.prior().stream().mapToDouble(Fractions::toDouble).toArray();
        double[][] matrix = signals.stream().map(row -> row.stream().mapToDouble(Fractions::toDouble).toArray()).toArray(double[][]::new);
        return InformationGap.of(
                Distribution.normalized(game.types(), prior), Channel.of(game.types(), game.messages(), matrix), LogScore.bits());
    }

    /// The most that either side could gain by another strategy, 0 in an equilibrium: of each type over all messages, and of the receiver over all replies
    /// to each message that is sent. This is the definition of Nash; that each reply to an unsent message is best at [#beliefs] makes it perfect Bayesian.
    public BigFraction regret() {
        BigFraction largest = BigFraction.ZERO;
        for (int m = 0; m < game.messages().size(); m++) {
            for (int t = 0; t < signals.size(); t++) {
                BigFraction gain = payoff(t, m).subtract(payoff(t));
                largest = gain.compareTo(largest) > 0 ? gain : largest;
            }
            BestReplies best = new BestReplies(game, m);
            int message = m;
            List<BigFraction> weights = IntStream.range(0, signals.size()).mapToObj(t -> joint(t, message)).toList();
            for (int r = 0; r < best.count(); r++) {
                for (int other = 0; other < best.count(); other++) {
                    if (replies.get(m).get(r).getNumerator().signum() > 0) {
                        BigFraction gain = BestReplies.dot(best.advantage(other, r), weights);
                        largest = gain.compareTo(largest) > 0 ? gain : largest;
                    }
                }
            }
        }
        return largest;
    }

    /// Whether it survives the refinement, and if not the inequalities that eliminate it.
    public FiniteVerdict verdict(Refinement refinement) {
        return new OffPathTrial(this, Checks.present("refinement", refinement)).verdict();
    }

    /// p(t)·σ(m|t).
    BigFraction joint(int type, int message) {
        return game.prior().get(type).multiply(signals.get(type).get(message));
    }

    private static IntStream signs(List<BigFraction> probabilities) {
        return probabilities.stream().mapToInt(probability -> probability.getNumerator().signum());
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        int width = game.types().stream().mapToInt(String::length).max().orElse(1);
        for (int t = 0; t < signals.size(); t++) {
            lines.add(String.format(
                    Locale.ROOT, "%-" + width + "s sends %s, gets %s", game.types().get(t), mixture(game.messages(), signals.get(t)),
                    Fractions.readable(payoff(t))));
        }
        for (int m = 0; m < replies.size(); m++) {
            lines.add("after " + game.messages().get(m) + ": " + mixture(game.replies().get(m), replies.get(m)) + ", believed "
                    + game.types().getFirst() + (game.types().size() == 2 ? "" : ", …") + ": " + beliefs.get(m));
        }
        return String.join(System.lineSeparator(), lines);
    }

    static String mixture(List<String> names, List<BigFraction> probabilities) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (probabilities.get(i).equals(BigFraction.ONE)) {
                return names.get(i);
            }
            if (probabilities.get(i).getNumerator().signum() > 0) {
                parts.add(names.get(i) + " with " + Fractions.readable(probabilities.get(i)));
            }
        }
        return String.join(", ", parts);
    }
}
