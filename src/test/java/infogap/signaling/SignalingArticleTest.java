package infogap.signaling;

import static infogap.signaling.EquilibriumKind.DECEPTIVE_MIXES;
import static infogap.signaling.EquilibriumKind.HONEST_MIXES;
import static infogap.signaling.EquilibriumKind.POOLING_ON_NO_SIGNAL;
import static infogap.signaling.EquilibriumKind.POOLING_ON_SIGNAL;
import static infogap.signaling.EquilibriumKind.SEPARATING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// The article's game: honest share 0.6, signal costs 100 and 50, a signal that is right with probability 0.9.
///
/// Expected values are exact, from the conditions in [EquilibriumKind] with these numbers put in by hand.
class SignalingArticleTest {

    /// Correctly rounded entropies; each result is a sum of a few such terms.
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private static final SignalingMarket PRINTED = SignalingMarket.of(0.6, 100, 50);
    private static final SignalingMarket SWAPPED = SignalingMarket.of(0.6, 50, 100);

    @Test
    void printedCostsLeaveNoSeparatingEquilibriumAndSayWhy() {
        EquilibriumRegion region = PRINTED.region(SEPARATING);
        assertTrue(region.isEmpty());
        assertEquals("100 ≤ Δ ≤ 50", region.condition());
        assertEquals("c_H ≤ c_D: 100 ≤ 50 fails", region.violated().orElseThrow().toString());
        assertFalse(PRINTED.singleCrossing());
    }

    @Test
    void printedCostsAllowPoolingOnly() {
        BigFraction third = Fractions.of(500, 3);
        assertEquals(
                List.of(new Regime(new Interval(BigFraction.ZERO, false, Optional.of(third), false), List.of(POOLING_ON_NO_SIGNAL)),
                        new Regime(Interval.from(third), List.of(POOLING_ON_NO_SIGNAL, POOLING_ON_SIGNAL))),
                PRINTED.regimes().regimes());
    }

    @Test
    void swappedCosts() {
        assertEquals("[50, 100]", SWAPPED.region(SEPARATING).interval().toString());
        assertEquals("(100, 500/3)", SWAPPED.region(DECEPTIVE_MIXES).interval().toString());
        assertEquals("(50, 125)", SWAPPED.region(HONEST_MIXES).interval().toString());
        assertEquals("[500/3, ∞)", SWAPPED.region(POOLING_ON_SIGNAL).interval().toString());
        assertEquals("(0, ∞)", SWAPPED.region(POOLING_ON_NO_SIGNAL).interval().toString());
        assertEquals(
                List.of("(0, 50)", "{50}", "(50, 100]", "(100, 125)", "[125, 500/3)", "[500/3, ∞)"),
                SWAPPED.regimes().regimes().stream().map(regime -> regime.interval().toString()).toList());
    }

    /// μ₁ = 100/Δ and q = 3(Δ − 100)/200.
    @Test
    void swappedCostsDeceptiveTypeMixes() {
        for (int delta = 101; delta <= 166; delta++) {
            Equilibrium equilibrium = SWAPPED.game(delta).equilibrium(DECEPTIVE_MIXES).orElseThrow();
            assertEquals(Interval.point(Fractions.of(100, delta)), equilibrium.beliefAfterSignal().range());
            assertEquals(Fractions.of(3L * (delta - 100), 200), equilibrium.deceptiveSignals());
            assertEquals(BigFraction.ONE, equilibrium.honestSignals());
        }
    }

    /// A warranty that pays W costs the types 0.1 W and 0.9 W: it separates iff 0.1 W ≤ Δ ≤ 0.9 W.
    @Test
    void warrantyRestoresSingleCrossing() {
        SignalingMarket warranty = SignalingMarket.warranty(0.6, 1000, 0.9, 0.1);
        assertEquals(new BigFraction(100), warranty.honestCost());
        assertEquals("[100, 900]", warranty.region(SEPARATING).interval().toString());
        assertTrue(warranty.singleCrossing());
    }

    /// P(HQ) = 29/50, P(LQ) = 21/50, posteriors 27/29 and 1/7.
    @Test
    void noisySignalIsExact() {
        NoisySignal signal = NoisySignal.of(0.6, 0.9, 0.1);
        assertEquals(Fractions.of("29/50"), signal.probability(Signal.SENT));
        assertEquals(Fractions.of("21/50"), signal.probability(Signal.NOT_SENT));
        assertEquals(Optional.of(Fractions.of("27/29")), signal.posterior(Signal.SENT));
        assertEquals(Optional.of(Fractions.of("1/7")), signal.posterior(Signal.NOT_SENT));
        assertEquals(BigFraction.ONE, signal.probability(Signal.SENT).add(signal.probability(Signal.NOT_SENT)));
        BigFraction average = signal.probability(Signal.SENT).multiply(signal.posterior(Signal.SENT).orElseThrow())
                .add(signal.probability(Signal.NOT_SENT).multiply(signal.posterior(Signal.NOT_SENT).orElseThrow()));
        assertEquals(Fractions.of("3/5"), average, "posteriors average to the prior");
    }

    /// Entropies computed to 50 digits with mpmath, rounded.
    @Test
    void noisySignalClosesHalfOfTheGapInBits() {
        InformationClosed closed = NoisySignal.of(0.6, 0.9, 0.1).information();
        assertEquals(0.512458301444372, closed.bits(), ROUNDING);
        assertEquals(0.970950594454668638998, closed.gapBits(), ROUNDING);
        assertEquals(0.527790295789656448, closed.bitsShare(), ROUNDING);
        assertEquals(Fractions.of("128/203"), closed.varianceShare());
    }

    @Test
    void separatingClosesTheWholeGapAndPoolingNone() {
        for (Equilibrium equilibrium : SWAPPED.game(75).equilibria()) {
            InformationClosed closed = equilibrium.information();
            switch (equilibrium.kind()) {
                case SEPARATING -> {
                    assertEquals(1, closed.bitsShare());
                    assertEquals(BigFraction.ONE, closed.varianceShare());
                    assertEquals(new BigFraction(30), closed.cost(), "0.6 of the sellers pay 50");
                    assertEquals(closed.gapBits() / 30, closed.bitsPerUnitOfCost().orElseThrow(), ROUNDING);
                }
                case POOLING_ON_NO_SIGNAL -> {
                    assertEquals(BigFraction.ZERO, closed.varianceShare());
                    assertEquals(0, closed.bits(), ROUNDING);
                    assertTrue(closed.bitsPerUnitOfCost().isEmpty(), "nothing is spent");
                }
                default -> assertTrue(closed.bitsShare() > 0 && closed.bitsShare() < 1, equilibrium::toString);
            }
        }
    }

    @Test
    void printsAsATableThatNamesTheRegions() {
        String text = PRINTED.toString();
        assertTrue(text.contains("100 ≤ Δ ≤ 50") && text.contains("empty, because c_H ≤ c_D: 100 ≤ 50 fails"), text);
        assertTrue(SWAPPED.game(120).toString().contains("q = 3/10"));
        assertTrue(NoisySignal.of(0.6, 0.9, 0.1).toString().contains("27/29"));
    }
}
