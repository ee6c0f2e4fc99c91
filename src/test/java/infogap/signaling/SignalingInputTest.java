package infogap.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Inequality;
import infogap.numeric.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Every public factory of the game refuses what is outside its range and names argument, range and value.
class SignalingInputTest {

    private static final double[] NOT_FINITE = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    private static final SignalingGame GAME = SignalingGame.of(0.6, 75, 50, 100);

    @Test
    void numbersOutsideTheirRange() {
        double[] notShares = {0, 1, -0.1, 1.1};
        double[] notRates = {-0.1, 1.1};
        double[] notAmounts = {-1, -1e-300};
        refuses("honestShare", v -> SignalingGame.of(v, 75, 50, 100), notShares);
        refuses("valueDifference", v -> SignalingGame.of(0.6, v, 50, 100), 0, -5);
        refuses("honestCost", v -> SignalingGame.of(0.6, 75, v, 100), notAmounts);
        refuses("deceptiveCost", v -> SignalingGame.of(0.6, 75, 50, v), notAmounts);
        refuses("lowValue", GAME::withLowValue);
        refuses("honestShare", v -> SignalingMarket.of(v, 50, 100), notShares);
        refuses("honestCost", v -> SignalingMarket.of(0.6, v, 100), notAmounts);
        refuses("deceptiveCost", v -> SignalingMarket.of(0.6, 50, v), notAmounts);
        refuses("valueDifference", v -> GAME.market().game(v), 0, -1);
        refuses("honestShare", v -> SignalingMarket.warranty(v, 1000, 0.9, 0.1), notShares);
        refuses("payout", v -> SignalingMarket.warranty(0.6, v, 0.9, 0.1), notAmounts);
        refuses("honestReliability", v -> SignalingMarket.warranty(0.6, 1000, v, 0.1), notRates);
        refuses("deceptiveReliability", v -> SignalingMarket.warranty(0.6, 1000, 0.9, v), notRates);
        refuses("honestShare", v -> NoisySignal.of(v, 0.9, 0.1), notShares);
        refuses("honestRate", v -> NoisySignal.of(0.6, v, 0.1), notRates);
        refuses("deceptiveRate", v -> NoisySignal.of(0.6, 0.9, v), notRates);
    }

    private static void refuses(String argument, DoubleConsumer factory, double... outside) {
        for (double value : DoubleStream.concat(Arrays.stream(NOT_FINITE), Arrays.stream(outside)).toArray()) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> factory.accept(value), argument + " = " + value);
            assertTrue(refused.getMessage().startsWith(argument + " must be "), refused.getMessage());
        }
    }

    /// Numbers that no decimal can hold come as texts: 1/3 stays 1/3.
    @Test
    void textsAreReadAsTheNumbersTheyWrite() {
        assertEquals(Fractions.of("1/3"), SignalingGame.of("1/3", "75", "50", "100").market().honestShare());
        assertEquals(Fractions.of("100/3"), SignalingMarket.warranty("1/2", "100", "2/3", "1/3").honestCost());
        assertEquals(Fractions.of("1/3"), NoisySignal.of("1/3", "0.9", "0.1").honestShare());
        assertEquals(SignalingGame.of(0.6, 75, 50, 100), SignalingGame.of("0.6", "75", "50", "100"));
        for (String bad : new String[] {"a third", "1/0", "", null}) {
            String message = assertThrows(IllegalArgumentException.class, () -> SignalingGame.of(bad, "75", "50", "100")).getMessage();
            assertTrue(message.startsWith("honestShare must be"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> SignalingGame.of("4/3", "75", "50", "100"));
        assertThrows(IllegalArgumentException.class, () -> SignalingMarket.warranty("1/2", "100", "4/3", "1/3"));
    }

    @Test
    void aShareWithoutAShortDecimalPrintsAsADecimal() {
        String text = SignalingGame.of(1 / 3.0, 75, 50, 100).toString();
        assertTrue(text.startsWith("honest share 0.333333, Δ = 75, signal costs 50 (honest) and 100 (deceptive)"), text);
        assertFalse(text.matches("(?s).*[0-9]{7}.*"), text);
    }

    @Test
    void exactNumbersOutsideTheirRange() {
        BigFraction half = Fractions.of("1/2");
        BigFraction negative = Fractions.of("-1/3");
        for (BigFraction bad : Arrays.asList(null, negative, BigFraction.TWO)) {
            refused(() -> new SignalingMarket(bad, half, half));
            refused(() -> new NoisySignal(half, bad, half));
            refused(() -> new NoisySignal(half, half, bad));
        }
        for (BigFraction bad : Arrays.asList(null, negative)) {
            refused(() -> new SignalingMarket(half, bad, half));
            refused(() -> new SignalingMarket(half, half, bad));
            refused(() -> GAME.market().game(bad));
            refused(() -> GAME.market().regimes().at(bad));
        }
        refused(() -> new SignalingMarket(BigFraction.ONE, half, half));
        refused(() -> GAME.market().game(BigFraction.ZERO));
        assertEquals("honestShare must be a number strictly between 0 and 1, but is -1/3",
                refused(() -> new SignalingMarket(negative, half, half)).getMessage());
    }

    @Test
    void missingArguments() {
        refused(() -> new SignalingGame(null, BigFraction.ONE, BigFraction.ZERO));
        refused(() -> new SignalingGame(GAME.market(), BigFraction.ONE, null));
        refused(() -> GAME.market().region(null));
        refused(() -> GAME.market().regimes(null));
        refused(() -> GAME.market().cost(null));
        refused(() -> GAME.equilibrium(null));
        refused(() -> GAME.value(null));
        refused(() -> GAME.equilibria().getFirst().verdict(null));
        refused(() -> GAME.equilibria().getFirst().signals(null));
        refused(() -> GAME.equilibria().getFirst().belief(null));
        refused(() -> NoisySignal.of(0.6, 0.9, 0.1).probability(null));
        refused(() -> NoisySignal.of(0.6, 0.9, 0.1).gap(null));
        refused(() -> Interval.closed(null, BigFraction.ONE));
        refused(() -> new Interval(BigFraction.ZERO, true, null, false));
        refused(() -> Interval.from(BigFraction.ZERO).contains(null));
    }

    @Test
    void valuesThatContradictThemselves() {
        refused(() -> new Interval(BigFraction.ZERO, true, java.util.Optional.empty(), true));
        refused(() -> new Belief(Interval.closed(BigFraction.ONE, BigFraction.ZERO), false));
        refused(() -> new Belief(Interval.closed(BigFraction.ZERO, BigFraction.TWO), false));
        refused(() -> new Belief(Interval.closed(BigFraction.ZERO, BigFraction.ONE), true));
        refused(() -> new EquilibriumRegion(EquilibriumKind.SEPARATING, Interval.above(BigFraction.ONE), "Δ > 1",
                java.util.Optional.of(Inequality.less("1 < 0", BigFraction.ONE, BigFraction.ZERO))));
        refused(() -> new Equilibrium(GAME, EquilibriumKind.SEPARATING, BigFraction.TWO, BigFraction.ZERO,
                Belief.certain(Sender.HONEST), Belief.certain(Sender.DECEPTIVE)));
        assertThrows(IllegalStateException.class, () -> Interval.open(BigFraction.ONE, BigFraction.ONE).sample());
        SignalingGame even = SignalingGame.of(0.6, 90, 70, 70);
        refused(() -> even.continuum().orElseThrow().at(BigFraction.ONE));
    }

    @Test
    void gridsNeedTwoParametersAndValues() {
        double[] some = {1, 2};
        RegimeGrid.Parameter delta = RegimeGrid.Parameter.VALUE_DIFFERENCE;
        RegimeGrid.Parameter cost = RegimeGrid.Parameter.HONEST_COST;
        refused(() -> RegimeGrid.of(null, delta, some, cost, some));
        refused(() -> RegimeGrid.of(GAME, null, some, cost, some));
        refused(() -> RegimeGrid.of(GAME, delta, some, delta, some));
        refused(() -> RegimeGrid.of(GAME, delta, new double[0], cost, some));
        refused(() -> RegimeGrid.of(GAME, delta, null, cost, some));
        refused(() -> RegimeGrid.of(GAME, delta, some, cost, new double[] {Double.NaN}));
        refused(() -> RegimeGrid.of(GAME, delta, new double[] {0}, cost, some));
        refused(() -> RegimeGrid.of(GAME, delta, some, cost, new double[] {-1}));
        refused(() -> RegimeGrid.of(GAME, delta, some, cost, some).where(null));
    }

    /// A message that is never sent has no posterior, and says so instead of giving NaN.
    @Test
    void posteriorOfAMessageThatIsNeverSent() {
        NoisySignal silent = NoisySignal.of(0.6, 0, 0);
        assertTrue(silent.posterior(Signal.SENT).isEmpty());
        assertTrue(silent.toString().contains("never seen"));
        assertEquals(0, silent.information().bits(), Math.ulp(1.0));
        for (Equilibrium equilibrium : GAME.equilibria()) {
            assertFalse(Double.isNaN(equilibrium.information().bits()));
            assertFalse(equilibrium.information().toString().contains("NaN"));
        }
        assertEquals(List.of(), SignalingGame.of(0.6, 10, 100, 50).equilibria(Refinement.D1).stream()
                .filter(equilibrium -> equilibrium.kind() != EquilibriumKind.POOLING_ON_NO_SIGNAL).toList());
    }

    private static IllegalArgumentException refused(org.junit.jupiter.api.function.Executable factory) {
        return assertThrows(IllegalArgumentException.class, factory);
    }
}
