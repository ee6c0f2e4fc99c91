package infogap.signaling;

import static org.apache.commons.math3.fraction.BigFraction.ONE;
import static org.apache.commons.math3.fraction.BigFraction.ZERO;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// The definitions of equilibrium and of the refinements applied to a game's four numbers by search, sharing no code with the
/// closed forms. Types are 0 (deceptive) and 1 (honest), messages 0 (no signal) and 1 (signal).
record BruteForce(BigFraction share, BigFraction delta, BigFraction[] cost) {

    /// A strategy profile: the probability with which each type signals.
    record Profile(BigFraction honest, BigFraction deceptive) {}

    static BruteForce of(SignalingGame game) {
        return new BruteForce(game.market().honestShare(), game.valueDifference(),
                new BigFraction[] {game.market().deceptiveCost(), game.market().honestCost()});
    }

    /// Every profile on the grid that some beliefs make an equilibrium.
    List<Profile> equilibria(int steps, int beliefSteps) {
        List<Profile> found = new ArrayList<>();
        for (int p = 0; p <= steps; p++) {
            for (int q = 0; q <= steps; q++) {
                Profile profile = new Profile(new BigFraction(p, steps), new BigFraction(q, steps));
                if (!supports(profile, beliefSteps).isEmpty()) {
                    found.add(profile);
                }
            }
        }
        return found;
    }

    /// The beliefs on the grid about an unsent message that make the profile an equilibrium; 0 alone if both are sent.
    List<BigFraction> supports(Profile profile, int beliefSteps) {
        BigFraction sent = share.multiply(profile.honest).add(ONE.subtract(share).multiply(profile.deceptive));
        List<BigFraction> beliefs = new ArrayList<>();
        boolean all = sent.equals(ZERO) || sent.equals(ONE);
        for (int i = 0; i <= (all ? beliefSteps : 0); i++) {
            BigFraction free = new BigFraction(i, beliefSteps);
            BigFraction after = sent.equals(ZERO) ? free : share.multiply(profile.honest).divide(sent);
            BigFraction without = sent.equals(ONE) ? free
                    : share.multiply(ONE.subtract(profile.honest)).divide(ONE.subtract(sent));
            if (bestReply(1, profile.honest, after, without) && bestReply(0, profile.deceptive, after, without)) {
                beliefs.add(free);
            }
        }
        return beliefs;
    }

    private boolean bestReply(int type, BigFraction signals, BigFraction after, BigFraction without) {
        int order = payoff(type, 1, after).compareTo(payoff(type, 0, without));
        return signals.equals(ONE) ? order >= 0 : signals.equals(ZERO) ? order <= 0 : order == 0;
    }

    BigFraction payoff(int type, int message, BigFraction belief) {
        BigFraction price = belief.multiply(delta);
        return message == 1 ? price.subtract(cost[type]) : price;
    }

    /// Cho and Kreps: strike the types that lose by the unsent message under every belief; the equilibrium fails if one of the
    /// others gains under every belief about those who are left.
    boolean intuitive(int pooledOn) {
        int unsent = 1 - pooledOn;
        List<Integer> left = new ArrayList<>();
        for (int type = 0; type < 2; type++) {
            if (payoff(type, unsent, ONE).compareTo(payoff(type, pooledOn, share)) >= 0) {
                left.add(type);
            }
        }
        if (left.isEmpty()) {
            return true;
        }
        BigFraction worst = left.contains(0) ? ZERO : ONE;
        for (int type = 0; type < 2; type++) {
            if (payoff(type, unsent, worst).compareTo(payoff(type, pooledOn, share)) > 0) {
                return false;
            }
        }
        return true;
    }

    /// The beliefs about the unsent message for which the type gains, or gains or is indifferent.
    private List<BigFraction> tempted(int type, int pooledOn, boolean weakly, List<BigFraction> grid) {
        return grid.stream().filter(belief -> payoff(type, 1 - pooledOn, belief).compareTo(payoff(type, pooledOn, share))
                >= (weakly ? 0 : 1)).toList();
    }

    private boolean lessEager(int type, int pooledOn, List<BigFraction> grid) {
        List<BigFraction> own = tempted(type, pooledOn, true, grid);
        List<BigFraction> other = tempted(1 - type, pooledOn, false, grid);
        return other.containsAll(own) && other.size() > own.size();
    }

    /// D1: a type is struck if its set of tempting beliefs lies strictly inside the other's. Survival asks for a supporting
    /// belief that gives no weight to a struck type.
    boolean d1(int pooledOn, List<BigFraction> grid) {
        boolean honestStruck = lessEager(1, pooledOn, grid);
        boolean deceptiveStruck = lessEager(0, pooledOn, grid);
        return grid.stream().anyMatch(belief -> keeps(pooledOn, belief)
                && (belief.equals(ZERO) || !honestStruck) && (belief.equals(ONE) || !deceptiveStruck));
    }

    /// Divinity: the less eager type gets at most its prior weight.
    boolean divine(int pooledOn, List<BigFraction> grid) {
        boolean honestLess = lessEager(1, pooledOn, grid);
        boolean deceptiveLess = lessEager(0, pooledOn, grid);
        return grid.stream().anyMatch(belief -> keeps(pooledOn, belief)
                && (belief.compareTo(share) <= 0 || !honestLess) && (belief.compareTo(share) >= 0 || !deceptiveLess));
    }

    /// Undefeated by the pure equilibria that send the unsent message.
    boolean undefeated(int pooledOn, List<BigFraction> grid) {
        BigFraction pooled = new BigFraction(pooledOn);
        for (Profile rival : equilibria(1, 1)) {
            if (!rival.equals(new Profile(pooled, pooled)) && defeats(rival, pooledOn, grid)) {
                return false;
            }
        }
        return true;
    }

    private boolean defeats(Profile rival, int pooledOn, List<BigFraction> grid) {
        int unsent = 1 - pooledOn;
        BigFraction[] strategy = {rival.deceptive, rival.honest};
        BigFraction sent = share.multiply(rival.honest).add(ONE.subtract(share).multiply(rival.deceptive));
        BigFraction usual = unsent == 1 ? sent : ONE.subtract(sent);
        if (usual.equals(ZERO)) {
            return false;
        }
        BigFraction rivalBelief = share.multiply(unsent == 1 ? rival.honest : ONE.subtract(rival.honest)).divide(usual);
        boolean someStrictly = false;
        BigFraction[] least = {ZERO, ZERO};
        BigFraction[] most = {ZERO, ZERO};
        for (int type = 0; type < 2; type++) {
            if (strategy[type].equals(new BigFraction(unsent))) {
                int order = payoff(type, unsent, rivalBelief).compareTo(payoff(type, pooledOn, share));
                if (order < 0) {
                    return false;
                }
                someStrictly |= order > 0;
                least[type] = order > 0 ? ONE : ZERO;
                most[type] = ONE;
            }
        }
        // the belief rises with the honest type's weight and falls with the deceptive one's
        return someStrictly && grid.stream().noneMatch(belief -> keeps(pooledOn, belief)
                && between(belief, odds(least[1], most[0]), odds(most[1], least[0])));
    }

    private BigFraction odds(BigFraction honest, BigFraction deceptive) {
        BigFraction first = share.multiply(honest);
        BigFraction second = ONE.subtract(share).multiply(deceptive);
        return first.add(second).equals(ZERO) ? ONE : first.divide(first.add(second));
    }

    private static boolean between(BigFraction value, BigFraction low, BigFraction high) {
        return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
    }

    private boolean keeps(int pooledOn, BigFraction belief) {
        return payoff(0, 1 - pooledOn, belief).compareTo(payoff(0, pooledOn, share)) <= 0
                && payoff(1, 1 - pooledOn, belief).compareTo(payoff(1, pooledOn, share)) <= 0;
    }

    /// All multiples of 1/steps in [0, 1].
    static List<BigFraction> grid(int steps) {
        List<BigFraction> grid = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            grid.add(new BigFraction(i, steps));
        }
        return grid;
    }
}
