package infogap.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ManyTypesGameTest {

    private static final Map<EquilibriumKind, List<String>> SIGNALERS = Map.of(
            EquilibriumKind.SEPARATING, List.of("honest"),
            EquilibriumKind.POOLING_ON_NO_SIGNAL, List.of(),
            EquilibriumKind.POOLING_ON_SIGNAL, List.of("honest", "deceptive"));

    /// Three thirds worth 0, 60 and 120 at costs 90, 40 and 10: the best alone gains 120 − 30 = 90, so that the middle would follow; the best two gain
    /// 90 − 0 = 90, which the worst is indifferent about; all would need a price of at most 60 − 90 without the signal.
    @Test
    void threeTypesByHand() {
        ManyTypesGame game = game(new int[] {0, 60, 120}, new int[] {90, 40, 10}, new int[] {1, 1, 1});
        assertEquals(
                List.of(Set.of(), Set.of("1", "2")), game.pureEquilibria().stream().map(ManyTypesGameTest::names).toList());
        PureEquilibrium cutOff = game.pureEquilibria().getLast();
        assertEquals(Interval.point(Fractions.of("90")), cutOff.priceAfterSignal());
        assertEquals(Interval.point(Fractions.of("0")), cutOff.priceWithoutSignal());
        assertEquals(Fractions.of("50"), cutOff.payoff(game.types().get(1)));
        assertEquals(Fractions.of("50/3"), cutOff.expectedSignalCost());
        // nobody signals: a price of at most 60 + 10 keeps the best from it
        assertEquals(Interval.closed(Fractions.of("0"), Fractions.of("70")), game.pureEquilibria().getFirst().priceAfterSignal());
        assertTrue(game.toString().contains("1, 2 signal"), game::toString);
    }

    /// With two types the pure equilibria are those of the two-type game, with the same prices and payoffs.
    @Test
    void twoTypesAreTheSignalingGame() {
        SplittableRandom random = new SplittableRandom(9);
        Set<EquilibriumKind> seen = new HashSet<>();
        for (int round = 0; round < 500; round++) {
            BigFraction share = Fractions.of(random.nextInt(1, 10), 10);
            SignalingMarket market = new SignalingMarket(
                    share, Fractions.of(random.nextInt(0, 8), 1), Fractions.of(random.nextInt(0, 8), 1));
            SignalingGame two = market.game(Fractions.of(random.nextInt(1, 16), 1));
            ManyTypesGame many = new ManyTypesGame(List.of(
                    new Quality("honest", share, two.valueDifference(), market.honestCost()),
                    new Quality("deceptive", BigFraction.ONE.subtract(share), BigFraction.ZERO, market.deceptiveCost())));
            List<Equilibrium> pure = two.equilibria().stream().filter(e -> SIGNALERS.containsKey(e.kind())).toList();
            assertEquals(
                    pure.stream().map(e -> Set.copyOf(SIGNALERS.get(e.kind()))).collect(Collectors.toSet()),
                    many.pureEquilibria().stream().map(ManyTypesGameTest::names).collect(Collectors.toSet()),
                    two::toString);
            assertEquals(pure.size(), many.pureEquilibria().size());
            for (Equilibrium expected : pure) {
                seen.add(expected.kind());
                PureEquilibrium found = many.pureEquilibria().stream()
                        .filter(e -> names(e).equals(Set.copyOf(SIGNALERS.get(expected.kind()))))
                        .findFirst()
                        .orElseThrow();
                assertEquals(expected.price(Signal.SENT), found.price(Signal.SENT));
                assertEquals(expected.price(Signal.NOT_SENT), found.price(Signal.NOT_SENT));
                assertEquals(expected.payoff(Sender.HONEST), found.payoff(many.types().getFirst()));
                assertEquals(expected.payoff(Sender.DECEPTIVE), found.payoff(many.types().getLast()));
            }
        }
        assertEquals(SIGNALERS.keySet(), seen);
    }

    /// Every set of types tried against the definition, two to four types, costs and values in any order and often equal.
    @Test
    void allOfThemAndNoOthersByBruteForce() {
        SplittableRandom random = new SplittableRandom(10);
        int partial = 0;
        for (int round = 0; round < 600; round++) {
            int n = random.nextInt(2, 5);
            ManyTypesGame game = game(
                    random.ints(n, 0, 10).toArray(), random.ints(n, 0, 6).toArray(), random.ints(n, 1, 5).toArray());
            List<PureEquilibrium> found = game.pureEquilibria();
            assertEquals(bruteForce(game), found.stream().map(ManyTypesGameTest::names).collect(Collectors.toSet()), game::toString);
            assertEquals(found.size(), Set.copyOf(found).size());
            for (PureEquilibrium equilibrium : found) {
                assertEquals(BigFraction.ZERO, equilibrium.regret());
                int size = equilibrium.signalers().size();
                partial += size > 0 && size < n ? 1 : 0;
            }
            assertTrue(found.getFirst().signalers().isEmpty());
        }
        assertTrue(partial > 100, "only " + partial);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Quality half = Quality.of("half", 0.5, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new ManyTypesGame(List.of(half)));
        assertThrows(IllegalArgumentException.class, () -> new ManyTypesGame(List.of(half, half)));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new ManyTypesGame(List.of(half, Quality.of("rest", 0.4, 1, 1))))
                .getMessage();
        assertTrue(message.contains("9/10"), message);
        int[] ones = IntStream.generate(() -> 1).limit(17).toArray();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> game(ones, ones, ones)).getMessage().contains("17"));
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Quality.of("x", bad, 1, 1));
            assertThrows(IllegalArgumentException.class, () -> Quality.of("x", 0.5, bad, 1));
            assertThrows(IllegalArgumentException.class, () -> Quality.of("x", 0.5, 1, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> Quality.of("x", 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Quality.of("x", 0.5, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> Quality.of("", 0.5, 1, 1));
    }

    /// The definition: who signals gains by it, who does not would not, at some price off the path between lowest and highest value.
    private static Set<Set<String>> bruteForce(ManyTypesGame game) {
        List<Quality> types = game.types();
        Set<Set<String>> equilibria = new HashSet<>();
        for (int mask = 0; mask < 1 << types.size(); mask++) {
            // off the path the least tempting belief supports whatever any belief supports: the lowest value
            BigFraction[] weight = {BigFraction.ZERO, BigFraction.ZERO};
            BigFraction[] total = {BigFraction.ZERO, BigFraction.ZERO};
            BigFraction lowest = types.getFirst().value();
            for (int i = 0; i < types.size(); i++) {
                int signals = mask >> i & 1;
                weight[signals] = weight[signals].add(types.get(i).share());
                total[signals] = total[signals].add(types.get(i).share().multiply(types.get(i).value()));
                lowest = lowest.compareTo(types.get(i).value()) < 0 ? lowest : types.get(i).value();
            }
            BigFraction without = weight[0].equals(BigFraction.ZERO) ? lowest : total[0].divide(weight[0]);
            BigFraction with = weight[1].equals(BigFraction.ZERO) ? lowest : total[1].divide(weight[1]);
            Set<String> signalers = new HashSet<>();
            boolean stable = true;
            for (int i = 0; i < types.size(); i++) {
                int gain = with.subtract(types.get(i).cost()).compareTo(without);
                boolean signals = (mask >> i & 1) == 1;
                stable &= signals ? gain >= 0 : gain <= 0;
                if (signals) {
                    signalers.add(types.get(i).name());
                }
            }
            if (stable) {
                equilibria.add(signalers);
            }
        }
        return equilibria;
    }

    private static Set<String> names(PureEquilibrium equilibrium) {
        return equilibrium.signalers().stream().map(Quality::name).collect(Collectors.toSet());
    }

    /// Types named by their position, with shares in proportion to the weights.
    private static ManyTypesGame game(int[] values, int[] costs, int[] weights) {
        int sum = IntStream.of(weights).sum();
        List<Quality> types = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            types.add(new Quality(
                    Integer.toString(i), Fractions.of(weights[i], sum), Fractions.of(values[i], 1), Fractions.of(costs[i], 1)));
        }
        return new ManyTypesGame(types);
    }
}
