package infogap.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class MixedEquilibriumTest {

    /// Values, costs (10, 13), (20, 5), (40, 3) and shares .3, .5, .2. The type of cost 13 alone stays silent and mixes: without the signal its value 10 is paid, with
    /// it 10 + 13 = 23, so that (18 + 3p)/(0.7 + 0.3p) = 23 and p = 19/39.
    @Test
    void theDearestTypeMixes() {
        ManyTypesGame game = new ManyTypesGame(
                List.of(Quality.of("low", 0.3, 10, 13), Quality.of("middle", 0.5, 20, 5), Quality.of("high", 0.2, 40, 3)));
        List<MixedEquilibrium> mixed = game.mixedEquilibria();
        MixedEquilibrium low = mixed.stream().filter(e -> e.mixing().name().equals("low")).findFirst().orElseThrow();
        assertEquals(new MixedEquilibrium.Rational(Fractions.of("19/39")), low.signals());
        assertEquals(Fractions.of("23"), low.price(Signal.SENT, Fractions.of("19/39")));
        assertEquals(Fractions.of("10"), low.price(Signal.NOT_SENT, Fractions.of("19/39")));
        assertEquals(List.of("middle", "high"), low.signalers().stream().map(Quality::name).toList());
        assertTrue(game.toString().contains("middle, high signal, low signals with probability 19/39: price 23 with the signal, 10 without"), game::toString);
    }

    /// With two types of different costs the equilibria in which one type mixes are those of the two-type game.
    @Test
    void twoTypesAreTheSignalingGame() {
        SplittableRandom random = new SplittableRandom(19);
        Set<EquilibriumKind> seen = new HashSet<>();
        for (int round = 0; round < 600; round++) {
            BigFraction share = Fractions.of(random.nextInt(1, 10), 10);
            BigFraction honestCost = Fractions.of(random.nextInt(0, 8), 1);
            BigFraction deceptiveCost = honestCost.add(Fractions.of(random.nextInt(1, 8) * (random.nextBoolean() && honestCost.intValue() == 7 ? -1 : 1), 1));
            SignalingGame two = new SignalingMarket(share, honestCost, deceptiveCost).game(Fractions.of(random.nextInt(1, 16), 1));
            ManyTypesGame many = new ManyTypesGame(List.of(
                    new Quality("honest", share, two.valueDifference(), honestCost),
                    new Quality("deceptive", BigFraction.ONE.subtract(share), BigFraction.ZERO, deceptiveCost)));
            List<String> expected = new ArrayList<>();
            for (Equilibrium equilibrium : two.equilibria()) {
                switch (equilibrium.kind()) {
                    case HONEST_MIXES -> expected.add("honest " + equilibrium.honestSignals());
                    case DECEPTIVE_MIXES -> expected.add("deceptive " + equilibrium.deceptiveSignals());
                    case BOTH_MIX -> throw new AssertionError("costs differ");
                    default -> {}
                }
                seen.add(equilibrium.kind());
            }
            assertEquals(Set.copyOf(expected), Set.copyOf(many.mixedEquilibria().stream()
                    .map(e -> e.mixing() + " " + assertInstanceOf(MixedEquilibrium.Rational.class, e.signals()).value())
                    .toList()), two::toString);
        }
        assertTrue(seen.containsAll(Set.of(EquilibriumKind.HONEST_MIXES, EquilibriumKind.DECEPTIVE_MIXES)), seen::toString);
    }

    /// Three and four types: wherever the gain from signalling less the cost of the mixing type changes its sign between two probabilities of a grid, one
    /// equilibrium is listed between them, and none is listed where it does not (an even number of them within one step aside).
    @Test
    void allOfThemOnAGrid() {
        SplittableRandom random = new SplittableRandom(20);
        int rational = 0;
        int irrational = 0;
        for (int round = 0; round < 400; round++) {
            int n = random.nextInt(3, 5);
            int[] weights = random.ints(n, 1, 5).toArray();
            int sum = IntStream.of(weights).sum();
            List<Quality> types = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                types.add(new Quality(Integer.toString(i), Fractions.of(weights[i], sum), Fractions.of(random.nextInt(0, 20), 1),
                        Fractions.of(2 * random.nextInt(0, 3) + (i == 0 ? 1 : 0) + 7L * (i % 2), 1)));
            }
            ManyTypesGame game = new ManyTypesGame(types);
            for (Quality mixing : types) {
                List<MixedEquilibrium> listed = game.mixedEquilibria().stream().filter(e -> e.mixing().equals(mixing)).toList();
                if (game.tiedMixing().stream().anyMatch(group -> group.tied().contains(mixing))) {
                    assertTrue(listed.isEmpty());
                    continue;
                }
                for (MixedEquilibrium equilibrium : listed) {
                    switch (equilibrium.signals()) {
                        case MixedEquilibrium.Rational(BigFraction p) -> {
                            assertEquals(BigFraction.ZERO, gain(game, mixing, p), game::toString);
                            rational++;
                        }
                        case MixedEquilibrium.Irrational(Interval enclosure) -> {
                            BigFraction low = gain(game, mixing, enclosure.low());
                            BigFraction high = gain(game, mixing, enclosure.high().orElseThrow());
                            assertEquals(-1, low.getNumerator().signum() * high.getNumerator().signum(), game::toString);
                            irrational++;
                        }
                        case MixedEquilibrium.Any _ -> assertEquals(BigFraction.ZERO, gain(game, mixing, new BigFraction(1, 7)));
                    }
                }
                int steps = 200;
                for (int step = 0; step < steps; step++) {
                    // the ends are no probabilities of mixing, and one price may be undefined there
                    BigFraction low = new BigFraction(2 * step + 1, 2 * steps + 1);
                    BigFraction high = new BigFraction(2 * step + 3, 2 * steps + 1);
                    if (step == steps - 1 || listed.stream().anyMatch(e -> e.signals() instanceof MixedEquilibrium.Any)) {
                        break;
                    }
                    int lowSign = gain(game, mixing, low).getNumerator().signum();
                    int highSign = gain(game, mixing, high).getNumerator().signum();
                    long between = listed.stream()
                            .filter(e -> e.signals().toDouble() > low.doubleValue() && e.signals().toDouble() < high.doubleValue())
                            .count();
                    if (lowSign * highSign != 0) {
                        assertEquals(lowSign != highSign ? 1 : 0, between % 2, game::toString);
                    }
                }
            }
        }
        assertTrue(rational > 30 && irrational > 30, rational + " rational, " + irrational + " irrational");
    }

    @Test
    void tiedTypesAreApart() {
        ManyTypesGame game = new ManyTypesGame(List.of(Quality.of("a", "1/3", "1", "2"), Quality.of("b", "1/3", "5", "2"), Quality.of("c", "1/3", "3", "1")));
        assertEquals(List.of(List.of("a", "b")), game.tiedMixing().stream().map(group -> group.tied().stream().map(Quality::name).toList()).toList());
        assertTrue(game.toString().contains("a, b mix, all at the cost 2: an equilibrium for each share that signals in "), game::toString);
        assertThrows(IllegalArgumentException.class, () -> Quality.of("a", "third", "1", "2"));
    }

    /// Worth nothing more, the signal costs nothing: each probability leaves both prices as they are.
    @Test
    void anyProbabilityWillDo() {
        ManyTypesGame game = new ManyTypesGame(List.of(Quality.of("a", 0.5, 4, 0), Quality.of("b", 0.5, 4, 1)));
        assertEquals(List.of(new MixedEquilibrium.Any()), game.mixedEquilibria().stream().map(MixedEquilibrium::signals).toList());
        assertTrue(game.toString().contains("a signals with probability any p in (0, 1)"), game::toString);
    }

    /// `v₁ − v₀ − c` by the definition of the two averages.
    private static BigFraction gain(ManyTypesGame game, Quality mixing, BigFraction p) {
        BigFraction[] mass = {BigFraction.ZERO, BigFraction.ZERO};
        BigFraction[] worth = {BigFraction.ZERO, BigFraction.ZERO};
        for (Quality type : game.types()) {
            BigFraction signals = type.equals(mixing) ? p : type.cost().compareTo(mixing.cost()) < 0 ? BigFraction.ONE : BigFraction.ZERO;
            for (int message = 0; message < 2; message++) {
                BigFraction share = type.share().multiply(message == 1 ? signals : BigFraction.ONE.subtract(signals));
                mass[message] = mass[message].add(share);
                worth[message] = worth[message].add(share.multiply(type.value()));
            }
        }
        return worth[1].divide(mass[1]).subtract(worth[0].divide(mass[0])).subtract(mixing.cost());
    }
}
