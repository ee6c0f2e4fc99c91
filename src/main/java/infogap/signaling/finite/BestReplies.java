package infogap.signaling.finite;

import infogap.numeric.Polytope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// What is best for the receiver after one message, and at which beliefs.
///
/// @param game the game
/// @param message the position of the message
record BestReplies(FiniteSignalingGame game, int message) {

    /// The most sets of replies to one message that are gone through.
    static final int MOST_SETS = 4096;

    /// All beliefs.
    Polytope beliefs() {
        return Polytope.simplex(game.types().size());
    }

    /// The beliefs that give the other types probability 0.
    Polytope beliefsOn(List<Integer> types) {
        Polytope beliefs = beliefs();
        for (int t = 0; t < game.types().size(); t++) {
            if (!types.contains(t)) {
                int out = t;
                beliefs = beliefs.cut(IntStream.range(0, game.types().size())
                        .mapToObj(i -> i == out ? BigFraction.MINUS_ONE : BigFraction.ZERO)
                        .toList());
            }
        }
        return beliefs;
    }

    /// The part of these beliefs at which each of these replies is best.
    Polytope supporting(Polytope beliefs, List<Integer> replies) {
        Polytope left = beliefs;
        for (int reply : replies) {
            for (int other = 0; other < count(); other++) {
                if (other != reply && !left.isEmpty()) {
                    left = left.cut(advantage(reply, other));
                }
            }
        }
        return left;
    }

    /// The largest sets of replies that are best together at one of these beliefs.
    List<List<Integer>> together(Polytope beliefs) {
        List<List<Integer>> sets = sets(beliefs);
        return sets.stream().filter(set -> sets.stream().noneMatch(other -> other.size() > set.size() && other.containsAll(set))).toList();
    }

    /// Every set of replies that are best together at one of these beliefs: a set is extended only where it is one.
    List<List<Integer>> sets(Polytope beliefs) {
        List<List<Integer>> sets = new ArrayList<>();
        extend(beliefs, List.of(), sets);
        return sets;
    }

    private void extend(Polytope left, List<Integer> set, List<List<Integer>> sets) {
        for (int reply = set.isEmpty() ? 0 : set.getLast() + 1; reply < count(); reply++) {
            Polytope supporting = supporting(left, List.of(reply));
            if (!supporting.isEmpty()) {
                List<Integer> larger = new ArrayList<>(set);
                larger.add(reply);
                sets.add(List.copyOf(larger));
                if (sets.size() > MOST_SETS) {
                    throw new IllegalArgumentException("replies to " + game.messages().get(message) + " must not tie so often that more than " + MOST_SETS
                            + " sets of them are best at some belief");
                }
                extend(supporting, larger, sets);
            }
        }
    }

    /// The replies that are best at one of these beliefs.
    List<Integer> single(Polytope beliefs) {
        return IntStream.range(0, count()).filter(r -> !supporting(beliefs, List.of(r)).isEmpty()).boxed().toList();
    }

    /// By how much a reply is better than another, for each type.
    List<BigFraction> advantage(int reply, int other) {
        return IntStream.range(0, game.types().size())
                .mapToObj(t -> game.receiver(t, message, reply).subtract(game.receiver(t, message, other)))
                .toList();
    }

    /// Whether the reply is best at a belief, or at any multiple of it.
    boolean isBest(int reply, List<BigFraction> belief) {
        return IntStream.range(0, count()).allMatch(other -> dot(advantage(reply, other), belief).getNumerator().signum() >= 0);
    }

    int count() {
        return game.replies().get(message).size();
    }

    static BigFraction dot(List<BigFraction> x, List<BigFraction> y) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < x.size(); i++) {
            sum = sum.add(x.get(i).multiply(y.get(i)));
        }
        return sum;
    }
}
