package infogap.signaling.finite;

import infogap.numeric.Polytope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Goes through the supports of both sides: which messages each type uses, and which replies each message gets.
final class SupportSearch {

    private final FiniteSignalingGame game;
    private final int types;
    private final int messages;
    private final List<BestReplies> best = new ArrayList<>();
    // for each message the sets of replies that are best together at some belief
    private final List<List<List<Integer>>> candidates = new ArrayList<>();
    private final Map<List<Object>, Polytope> senders = new HashMap<>();
    private final List<EquilibriumFamily> found = new ArrayList<>();

    SupportSearch(FiniteSignalingGame game) {
        this.game = game;
        this.types = game.types().size();
        this.messages = game.messages().size();
        double pairs = Math.pow(Math.pow(2, messages) - 1, types);
        for (int m = 0; m < messages; m++) {
            BestReplies replies = new BestReplies(game, m);
            best.add(replies);
            candidates.add(replies.sets(replies.beliefs()));
            pairs *= candidates.getLast().size();
        }
        if (pairs > FiniteSignalingGame.MOST_SUPPORTS) {
            throw new IllegalArgumentException("mixed equilibria are looked for in at most " + FiniteSignalingGame.MOST_SUPPORTS
                    + " pairs of supports, but this game has " + String.format(java.util.Locale.ROOT, "%.0f", pairs) + "; its pure equilibria can be had");
        }
    }

    List<EquilibriumFamily> families() {
        choose(new int[types], 0);
        return List.copyOf(found);
    }

    /// Sets of messages as bits.
    private void choose(int[] sent, int type) {
        if (type < types) {
            for (int set = 1; set < 1 << messages; set++) {
                sent[type] = set;
                choose(sent, type + 1);
            }
            return;
        }
        reply(sent, new ArrayList<>(), 0);
    }

    private void reply(int[] sent, List<List<Integer>> replies, int message) {
        if (message < messages) {
            for (List<Integer> set : candidates.get(message)) {
                replies.add(set);
                reply(sent, replies, message + 1);
                replies.removeLast();
            }
            return;
        }
        Polytope signals = signals(sent, replies);
        if (signals.isEmpty() || !usesAll(signals)) {
            return;
        }
        Polytope strategies = strategies(sent, replies);
        if (!strategies.isEmpty() && usesAll(strategies)) {
            found.add(family(sent, List.copyOf(replies), signals, strategies));
        }
    }

    /// The joint probabilities of types and their messages at which each reply used is best after each message sent.
    private Polytope signals(int[] sent, List<List<Integer>> replies) {
        List<Object> key = new ArrayList<>();
        IntStream.of(sent).forEach(key::add);
        for (int m = 0; m < messages; m++) {
            key.add(isSent(sent, m) ? replies.get(m) : List.of());
        }
        return senders.computeIfAbsent(key, _ -> {
            Polytope joint = Polytope.product(IntStream.of(sent).map(Integer::bitCount).boxed().toList(), game.prior());
            for (int m = 0; m < messages; m++) {
                if (isSent(sent, m)) {
                    for (int reply : replies.get(m)) {
                        for (int other = 0; other < best.get(m).count(); other++) {
                            if (other != reply && !joint.isEmpty()) {
                                joint = joint.cut(spread(sent, m, best.get(m).advantage(reply, other)));
                            }
                        }
                    }
                }
            }
            return joint;
        });
    }

    /// A number for each type as a normal of the joint probabilities: it stands where the type sends the message.
    private List<BigFraction> spread(int[] sent, int message, List<BigFraction> values) {
        List<BigFraction> normal = new ArrayList<>();
        for (int t = 0; t < types; t++) {
            for (int m = 0; m < messages; m++) {
                if ((sent[t] >> m & 1) == 1) {
                    normal.add(m == message ? values.get(t) : BigFraction.ZERO);
                }
            }
        }
        return normal;
    }

    /// The probabilities of the replies at which each type gets most by each of its messages.
    private Polytope strategies(int[] sent, List<List<Integer>> replies) {
        Polytope mixed = Polytope.product(replies.stream().map(List::size).toList(), Collections.nCopies(messages, BigFraction.ONE));
        for (int t = 0; t < types; t++) {
            for (int m = 0; m < messages; m++) {
                for (int other = 0; other < messages; other++) {
                    if ((sent[t] >> m & 1) == 1 && other != m && !mixed.isEmpty()) {
                        mixed = mixed.cut(difference(replies, t, m, other));
                    }
                }
            }
        }
        return mixed;
    }

    private List<BigFraction> difference(List<List<Integer>> replies, int type, int message, int other) {
        List<BigFraction> normal = new ArrayList<>();
        for (int m = 0; m < messages; m++) {
            for (int reply : replies.get(m)) {
                BigFraction gets = game.sender(type, m, reply);
                normal.add(m == message ? gets : m == other ? gets.negate() : BigFraction.ZERO);
            }
        }
        return normal;
    }

    private EquilibriumFamily family(int[] sent, List<List<Integer>> replies, Polytope signals, Polytope strategies) {
        List<BeliefSet> beliefs = new ArrayList<>();
        for (int m = 0; m < messages; m++) {
            beliefs.add(isSent(sent, m) ? onPath(sent, m, signals) : new BeliefSet(
                    best.get(m).supporting(best.get(m).beliefs(), replies.get(m)).corners(), false));
        }
        return new EquilibriumFamily(
                game,
                signals.corners().stream().map(corner -> rows(sent, corner)).toList(),
                strategies.corners().stream().map(corner -> rows(replies, corner)).toList(),
                beliefs);
    }

    /// What Bayes' rule leaves at each corner at which the message is sent.
    private BeliefSet onPath(int[] sent, int message, Polytope signals) {
        List<List<BigFraction>> beliefs = new ArrayList<>();
        for (List<BigFraction> corner : signals.corners()) {
            List<BigFraction> joint = new ArrayList<>();
            int at = 0;
            for (int t = 0; t < types; t++) {
                for (int m = 0; m < messages; m++) {
                    boolean uses = (sent[t] >> m & 1) == 1;
                    if (m == message) {
                        joint.add(uses ? corner.get(at) : BigFraction.ZERO);
                    }
                    at += uses ? 1 : 0;
                }
            }
            BigFraction sum = joint.stream().reduce(BigFraction.ZERO, BigFraction::add);
            if (sum.getNumerator().signum() > 0) {
                beliefs.add(joint.stream().map(part -> part.divide(sum)).toList());
            }
        }
        return new BeliefSet(beliefs.stream().distinct().toList(), true);
    }

    private List<List<BigFraction>> rows(int[] sent, List<BigFraction> joint) {
        List<List<BigFraction>> rows = new ArrayList<>();
        int at = 0;
        for (int t = 0; t < types; t++) {
            BigFraction[] row = zeros(messages);
            for (int m = 0; m < messages; m++) {
                if ((sent[t] >> m & 1) == 1) {
                    row[m] = joint.get(at++).divide(game.prior().get(t));
                }
            }
            rows.add(List.of(row));
        }
        return List.copyOf(rows);
    }

    private List<List<BigFraction>> rows(List<List<Integer>> replies, List<BigFraction> probabilities) {
        List<List<BigFraction>> rows = new ArrayList<>();
        int at = 0;
        for (int m = 0; m < messages; m++) {
            BigFraction[] row = zeros(best.get(m).count());
            for (int reply : replies.get(m)) {
                row[reply] = probabilities.get(at++);
            }
            rows.add(List.of(row));
        }
        return List.copyOf(rows);
    }

    private static boolean isSent(int[] sent, int message) {
        return IntStream.of(sent).anyMatch(set -> (set >> message & 1) == 1);
    }

    private static boolean usesAll(Polytope polytope) {
        return polytope.middle().stream().allMatch(value -> value.getNumerator().signum() > 0);
    }

    private static BigFraction[] zeros(int size) {
        BigFraction[] zeros = new BigFraction[size];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }
}
