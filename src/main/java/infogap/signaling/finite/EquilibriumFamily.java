package infogap.signaling.finite;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Perfect Bayesian equilibria in which the same messages and replies are used: any mean of these sender's strategies with any mean of these receiver's
/// strategies, as long as everything used in some of them is used in the mean.
///
/// @param game the game
/// @param signals the corners of the sender's strategies, each with the probability of each message for each type
/// @param replies the corners of the receiver's strategies, each with the probability of each reply for each message
/// @param beliefs what the receiver may believe after each message; where a message is sent, what the corners leave
public record EquilibriumFamily(
        FiniteSignalingGame game,
        List<List<List<BigFraction>>> signals,
        List<List<List<BigFraction>>> replies,
        List<BeliefSet> beliefs) {

    public EquilibriumFamily {
        Checks.present("game", game);
        signals = Checks.notEmpty("signals", signals);
        replies = Checks.notEmpty("replies", replies);
        beliefs = Checks.notEmpty("beliefs", beliefs);
    }

    /// Whether there is one strategy for each side.
    public boolean isSingle() {
        return signals.size() == 1 && replies.size() == 1;
    }

    /// The equilibrium in the middle of the family.
    public FiniteEquilibrium example() {
        List<List<BigFraction>> sent = middle(signals);
        List<BeliefSet> exact = new ArrayList<>();
        for (int m = 0; m < game.messages().size(); m++) {
            int message = m;
            List<BigFraction> weights = IntStream.range(0, game.types().size())
                    .mapToObj(t -> game.prior().get(t).multiply(sent.get(t).get(message)))
                    .toList();
            BigFraction sum = weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
            exact.add(sum.getNumerator().signum() > 0
                    ? new BeliefSet(List.of(weights.stream().map(weight -> weight.divide(sum)).toList()), true) : beliefs.get(m));
        }
        return new FiniteEquilibrium(game, sent, middle(replies), exact);
    }

    /// Whether it is an equilibrium in pure strategies.
    public boolean isPure() {
        return isSingle() && example().isPure();
    }

    private static List<List<BigFraction>> middle(List<List<List<BigFraction>>> corners) {
        List<List<BigFraction>> middle = new ArrayList<>();
        for (int i = 0; i < corners.getFirst().size(); i++) {
            List<BigFraction> row = new ArrayList<>();
            for (int j = 0; j < corners.getFirst().get(i).size(); j++) {
                int first = i;
                int second = j;
                row.add(corners.stream().map(corner -> corner.get(first).get(second)).reduce(BigFraction.ZERO, BigFraction::add).divide(corners.size()));
            }
            middle.add(List.copyOf(row));
        }
        return List.copyOf(middle);
    }

    @Override
    public String toString() {
        return example() + (isSingle() ? "" : System.lineSeparator() + "the middle of a family with " + signals.size() + " and " + replies.size()
                + " corners of the sender's and the receiver's strategies");
    }
}
