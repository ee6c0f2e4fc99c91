package infogap.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// The listed equilibria are exactly those that an exhaustive search of strategies and beliefs finds, on random rational games.
class EquilibriaByBruteForceTest {

    private static final int STRATEGY_STEPS = 12;
    private static final int BELIEF_STEPS = 40;
    private static final int GAMES = 250;
    private static final List<BruteForce.Profile> PROFILES = BruteForce.grid(STRATEGY_STEPS).stream()
            .flatMap(p -> BruteForce.grid(STRATEGY_STEPS).stream().map(q -> new BruteForce.Profile(p, q)))
            .toList();

    @Test
    void listedAreExactlyTheOnesFoundOnTheGrid() {
        Map<EquilibriumKind, Integer> seen = new EnumMap<>(EquilibriumKind.class);
        for (SignalingGame game : randomGames(11)) {
            Set<BruteForce.Profile> listed = game.equilibria().stream()
                    .filter(equilibrium -> equilibrium.kind() != EquilibriumKind.BOTH_MIX)
                    .map(equilibrium -> new BruteForce.Profile(equilibrium.honestSignals(), equilibrium.deceptiveSignals()))
                    .filter(EquilibriaByBruteForceTest::onGrid)
                    .collect(Collectors.toCollection(HashSet::new));
            game.continuum().ifPresent(continuum -> PROFILES.stream()
                    .filter(profile -> belongs(profile, continuum))
                    .forEach(listed::add));
            Set<BruteForce.Profile> found = new HashSet<>(BruteForce.of(game).equilibria(STRATEGY_STEPS, BELIEF_STEPS));
            assertEquals(found, listed, game::toString);
            game.kinds().forEach(kind -> seen.merge(kind, 1, Integer::sum));
        }
        for (EquilibriumKind kind : EquilibriumKind.values()) {
            assertTrue(seen.getOrDefault(kind, 0) >= 15, kind + " was met only in " + seen.get(kind) + " games");
        }
    }

    @Test
    void supportingBeliefsAreExactlyTheRange() {
        int offPath = 0;
        for (SignalingGame game : randomGames(12)) {
            for (Equilibrium equilibrium : game.equilibria()) {
                Belief free = equilibrium.beliefAfterSignal().onPath()
                        ? equilibrium.beliefWithoutSignal() : equilibrium.beliefAfterSignal();
                if (!free.onPath()) {
                    offPath++;
                    List<BigFraction> found = BruteForce.of(game).supports(new BruteForce.Profile(
                            equilibrium.honestSignals(), equilibrium.deceptiveSignals()), BELIEF_STEPS);
                    assertEquals(BruteForce.grid(BELIEF_STEPS).stream().filter(free.range()::contains).toList(), found, game::toString);
                }
            }
        }
        assertTrue(offPath > GAMES, "pooling exists in every game");
    }

    @Test
    void regretIsZeroAndPosteriorsAverageToThePrior() {
        for (SignalingGame game : randomGames(13)) {
            for (Equilibrium equilibrium : game.withLowValue(17.5).equilibria()) {
                assertEquals(BigFraction.ZERO, equilibrium.regret(), equilibrium::toString);
                BigFraction sent = equilibrium.signalShare();
                BigFraction average = BigFraction.ZERO;
                if (equilibrium.beliefAfterSignal().onPath()) {
                    average = average.add(sent.multiply(equilibrium.beliefAfterSignal().highest()));
                }
                if (equilibrium.beliefWithoutSignal().onPath()) {
                    average = average.add(BigFraction.ONE.subtract(sent).multiply(equilibrium.beliefWithoutSignal().highest()));
                }
                assertEquals(game.market().honestShare(), average, equilibrium::toString);
            }
        }
    }

    /// Regret is computed, not assumed: beliefs that do not support the profile show a gain.
    @Test
    void regretOfAProfileThatIsNoEquilibriumIsPositive() {
        SignalingGame game = SignalingGame.of(0.6, 300, 100, 50);
        Equilibrium wrong = new Equilibrium(game, EquilibriumKind.SEPARATING, BigFraction.ONE, BigFraction.ZERO,
                Belief.certain(Sender.HONEST), Belief.certain(Sender.DECEPTIVE));
        assertEquals(new BigFraction(250), wrong.regret(), "the deceptive type gains Δ − c_D");
    }

    /// Average payoff plus what is spent on signals is the expected value: buyers pay what they get.
    @Test
    void sellersTogetherGetTheExpectedValueLessTheSignals() {
        for (SignalingGame game : randomGames(14)) {
            for (Equilibrium equilibrium : game.equilibria()) {
                BigFraction received = game.average(equilibrium.payoff(Sender.HONEST), equilibrium.payoff(Sender.DECEPTIVE));
                assertEquals(game.value(game.market().honestShare()), received.add(equilibrium.expectedSignalCost()));
            }
        }
    }

    /// Half of the games are drawn at large; the others are built so that a mixed equilibrium lies on the grid of strategies.
    static List<SignalingGame> randomGames(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SignalingGame> games = new ArrayList<>();
        while (games.size() < GAMES) {
            BigFraction share = new BigFraction(random.nextInt(1, 10), 10);
            BigFraction delta = new BigFraction(random.nextInt(1, 31), random.nextInt(1, 4));
            BigFraction one = new BigFraction(random.nextInt(0, 16));
            BigFraction two = random.nextInt(4) == 0 ? one : new BigFraction(random.nextInt(0, 16));
            BigFraction mixed = new BigFraction(random.nextInt(1, STRATEGY_STEPS), STRATEGY_STEPS);
            BigFraction less = new BigFraction(random.nextInt(0, 5), 4);
            SignalingMarket market = switch (random.nextInt(6)) {
                case 0 -> {
                    BigFraction after = share.divide(share.add(BigFraction.ONE.subtract(share).multiply(mixed)));
                    BigFraction deceptive = after.multiply(delta);
                    yield new SignalingMarket(share, deceptive.multiply(less), deceptive);
                }
                case 1 -> {
                    BigFraction silent = share.multiply(BigFraction.ONE.subtract(mixed));
                    BigFraction without = silent.divide(silent.add(BigFraction.ONE).subtract(share));
                    BigFraction honest = BigFraction.ONE.subtract(without).multiply(delta);
                    yield new SignalingMarket(share, honest, honest.add(less));
                }
                case 2 -> {
                    BigFraction other = mixed.multiply(new BigFraction(random.nextInt(1, 4), 4));
                    BigFraction sent = share.multiply(mixed).add(BigFraction.ONE.subtract(share).multiply(other));
                    BigFraction after = share.multiply(mixed).divide(sent);
                    BigFraction without = share.multiply(BigFraction.ONE.subtract(mixed)).divide(BigFraction.ONE.subtract(sent));
                    BigFraction cost = after.subtract(without).multiply(delta);
                    yield new SignalingMarket(share, cost, cost);
                }
                default -> new SignalingMarket(share, one, two);
            };
            games.add(market.game(delta));
        }
        return games;
    }

    private static boolean onGrid(BruteForce.Profile profile) {
        return PROFILES.contains(profile);
    }

    private static boolean belongs(BruteForce.Profile profile, MixingContinuum continuum) {
        BigFraction share = continuum.game().average(profile.honest(), profile.deceptive());
        if (!continuum.signalShare().contains(share)) {
            return false;
        }
        Equilibrium member = continuum.at(share);
        assertEquals(BigFraction.ZERO, member.regret(), () -> "member at " + Fractions.format(share));
        return member.honestSignals().equals(profile.honest()) && member.deceptiveSignals().equals(profile.deceptive());
    }
}
