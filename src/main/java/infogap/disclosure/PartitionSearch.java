package infogap.disclosure;

import infogap.numeric.Fractions;
import infogap.numeric.Inequality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Goes through the partitions of the states, as restricted growth strings, and through the receiver's best actions for each group.
final class PartitionSearch<A, S> {

    private final FiniteTalk<A, S> talk;
    private final int states;
    private final int actions;
    private final BigFraction[][] sender;
    private final BigFraction[][] receiver;
    private final Map<List<Integer>, TalkEquilibrium<A, S>> found = new LinkedHashMap<>();
    private final Map<Integer, int[]> best = new LinkedHashMap<>();

    PartitionSearch(FiniteTalk<A, S> talk) {
        this.talk = talk;
        this.states = talk.weights().size();
        this.actions = talk.sender().actions().size();
        this.sender = new BigFraction[actions][states];
        this.receiver = new BigFraction[actions][states];
        for (int a = 0; a < actions; a++) {
            for (int i = 0; i < states; i++) {
                sender[a][i] = Fractions.ofDecimal(talk.sender().payoff(a, i));
                receiver[a][i] = Fractions.ofDecimal(talk.receiver().payoff(a, i));
            }
        }
    }

    List<TalkEquilibrium<A, S>> equilibria() {
        partition(new int[states], 0, 0);
        return found.values().stream().sorted(Comparator.comparingInt(equilibrium -> equilibrium.groups().size())).toList();
    }

    private void partition(int[] group, int state, int groups) {
        if (state == states) {
            int[] masks = new int[groups];
            for (int i = 0; i < states; i++) {
                masks[group[i]] |= 1 << i;
            }
            act(masks, new int[groups], 0);
            return;
        }
        for (int g = 0; g <= groups; g++) {
            group[state] = g;
            partition(group, state + 1, Math.max(groups, g + 1));
        }
    }

    /// Different messages with the same action are one message.
    private void act(int[] masks, int[] chosen, int group) {
        if (group == masks.length) {
            if (obeys(masks, chosen)) {
                keep(masks, chosen);
            }
            return;
        }
        for (int action : best.computeIfAbsent(masks[group], this::bestActions)) {
            if (IntStream.range(0, group).noneMatch(g -> chosen[g] == action)) {
                chosen[group] = action;
                act(masks, chosen, group + 1);
            }
        }
    }

    private int[] bestActions(int mask) {
        BigFraction[] values = new BigFraction[actions];
        for (int a = 0; a < actions; a++) {
            values[a] = BigFraction.ZERO;
            for (int i = 0; i < states; i++) {
                if ((mask >> i & 1) == 1) {
                    values[a] = values[a].add(talk.weights().get(i).multiply(receiver[a][i]));
                }
            }
        }
        BigFraction most = Arrays.stream(values).max(Comparator.naturalOrder()).orElseThrow();
        return IntStream.range(0, actions).filter(a -> values[a].equals(most)).toArray();
    }

    private boolean obeys(int[] masks, int[] chosen) {
        for (int g = 0; g < masks.length; g++) {
            for (int i = 0; i < states; i++) {
                if ((masks[g] >> i & 1) == 1) {
                    for (int other : chosen) {
                        if (sender[other][i].compareTo(sender[chosen[g]][i]) > 0) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private void keep(int[] masks, int[] chosen) {
        List<List<S>> groups = new ArrayList<>();
        List<A> done = new ArrayList<>();
        List<Inequality> binding = new ArrayList<>();
        Integer[] outcome = new Integer[states];
        BigFraction sends = BigFraction.ZERO;
        BigFraction receives = BigFraction.ZERO;
        for (int g = 0; g < masks.length; g++) {
            List<S> members = new ArrayList<>();
            Inequality nearest = null;
            for (int i = 0; i < states; i++) {
                if ((masks[g] >> i & 1) == 1) {
                    members.add(talk.sender().states().get(i));
                    outcome[i] = chosen[g];
                    sends = sends.add(talk.weights().get(i).multiply(sender[chosen[g]][i]));
                    receives = receives.add(talk.weights().get(i).multiply(receiver[chosen[g]][i]));
                    for (int other : chosen) {
                        if (other != chosen[g]) {
                            Inequality stays = new Inequality(
                                    "in " + talk.sender().states().get(i) + " the sender's payoff of " + talk.sender().actions().get(other) + " ≤ of "
                                            + talk.sender().actions().get(chosen[g]),
                                    sender[other][i], Inequality.Relation.AT_MOST, sender[chosen[g]][i]);
                            nearest = nearest == null || slack(stays).compareTo(slack(nearest)) < 0 ? stays : nearest;
                        }
                    }
                }
            }
            groups.add(List.copyOf(members));
            done.add(talk.sender().actions().get(chosen[g]));
            if (nearest != null) {
                binding.add(nearest);
            }
        }
        found.putIfAbsent(List.of(outcome), new TalkEquilibrium<>(talk, groups, done, sends, receives, binding));
    }

    private static BigFraction slack(Inequality inequality) {
        return inequality.right().subtract(inequality.left());
    }
}
