package infogap.signaling.finite;

import infogap.numeric.Polytope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Goes through the sender's pure strategies; given one, the replies to messages that are sent are the best at the beliefs of Bayes' rule, and those to the
/// others are any that are best at some belief and tempt no type.
final class PureSearch {

    private final FiniteSignalingGame game;
    private final int types;
    private final int messages;
    // for each message and reply the beliefs at which it is best, empty if there are none
    private final List<List<Polytope>> supporting = new ArrayList<>();
    private final List<FiniteEquilibrium> found = new ArrayList<>();

    PureSearch(FiniteSignalingGame game) {
        this.game = game;
        this.types = game.types().size();
        this.messages = game.messages().size();
        for (int m = 0; m < messages; m++) {
            BestReplies best = new BestReplies(game, m);
            supporting.add(IntStream.range(0, best.count()).mapToObj(r -> best.supporting(best.beliefs(), List.of(r))).toList());
        }
    }

    List<FiniteEquilibrium> equilibria() {
        assign(new int[types], 0);
        return List.copyOf(found);
    }

    private void assign(int[] sent, int type) {
        if (type < types) {
            for (int m = 0; m < messages; m++) {
                sent[type] = m;
                assign(sent, type + 1);
            }
            return;
        }
        reply(sent, new int[messages], 0, true);
    }

    /// The messages that are sent first: they fix what every type gets.
    private void reply(int[] sent, int[] replies, int message, boolean path) {
        if (message == messages) {
            if (path) {
                if (contented(sent, replies)) {
                    reply(sent, replies, 0, false);
                }
            } else {
                found.add(equilibrium(sent, replies));
            }
            return;
        }
        boolean onPath = IntStream.of(sent).anyMatch(m -> m == message);
        if (onPath != path) {
            reply(sent, replies, message + 1, path);
            return;
        }
        List<BigFraction> weights = weights(sent, message);
        for (int r = 0; r < game.replies().get(message).size(); r++) {
            boolean possible = path
                    ? new BestReplies(game, message).isBest(r, weights)
                    : !supporting.get(message).get(r).isEmpty() && deters(sent, replies, message, r);
            if (possible) {
                replies[message] = r;
                reply(sent, replies, message + 1, path);
            }
        }
    }

    /// Whether no type would rather send what another type sends.
    private boolean contented(int[] sent, int[] replies) {
        return IntStream.range(0, types).allMatch(t -> IntStream.of(sent)
                .allMatch(m -> gets(t, sent, replies).compareTo(game.sender(t, m, replies[m])) >= 0));
    }

    private boolean deters(int[] sent, int[] replies, int message, int reply) {
        return IntStream.range(0, types).allMatch(t -> gets(t, sent, replies).compareTo(game.sender(t, message, reply)) >= 0);
    }

    private BigFraction gets(int type, int[] sent, int[] replies) {
        return game.sender(type, sent[type], replies[sent[type]]);
    }

    private List<BigFraction> weights(int[] sent, int message) {
        return IntStream.range(0, types).mapToObj(t -> sent[t] == message ? game.prior().get(t) : BigFraction.ZERO).toList();
    }

    private FiniteEquilibrium equilibrium(int[] sent, int[] replies) {
        List<BeliefSet> beliefs = new ArrayList<>();
        for (int m = 0; m < messages; m++) {
            List<BigFraction> weights = weights(sent, m);
            BigFraction sum = weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
            beliefs.add(sum.getNumerator().signum() > 0
                    ? new BeliefSet(List.of(weights.stream().map(weight -> weight.divide(sum)).toList()), true)
                    : new BeliefSet(supporting.get(m).get(replies[m]).corners(), false));
        }
        return new FiniteEquilibrium(
                game,
                IntStream.of(sent).mapToObj(m -> unit(messages, m)).toList(),
                IntStream.range(0, messages).mapToObj(m -> unit(game.replies().get(m).size(), replies[m])).toList(),
                beliefs);
    }

    private static List<BigFraction> unit(int size, int at) {
        List<BigFraction> unit = new ArrayList<>(Collections.nCopies(size, BigFraction.ZERO));
        unit.set(at, BigFraction.ONE);
        return List.copyOf(unit);
    }
}
