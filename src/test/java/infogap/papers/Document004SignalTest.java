package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import infogap.claims.Accounts;
import infogap.claims.Coherence;
import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Printed;
import infogap.claims.Readings;
import infogap.gap.Payoffs;
import infogap.numeric.Fractions;
import infogap.probability.Distribution;
import infogap.signaling.Equilibrium;
import infogap.signaling.EquilibriumKind;
import infogap.signaling.NoisySignal;
import infogap.signaling.Sender;
import infogap.signaling.Signal;
import infogap.signaling.SignalingMarket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 004, sections 4.3 and 4.6: what quality says about a seller, and what a costly signal would.
class Document004SignalTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final NoisySignal QUALITY = NoisySignal.of(0.6, 0.9, 0.1);
    private static final SignalingMarket PRINTED = SignalingMarket.of(0.6, 100, 50);
    private static final SignalingMarket SWAPPED = SignalingMarket.of(0.6, 50, 100);

    @Test
    void theNumbers() {
        confirm("4-21", Coherence.ofExact(BigFraction.ONE, List.of(Fractions.of("0.6"), Fractions.of("0.4"))));
        LEDGER.check("4-23", QUALITY.probability(Signal.SENT)).confirm();
        LEDGER.check("4-24", posterior(Signal.SENT)).confirm();
        LEDGER.check("4-25", QUALITY.probability(Signal.NOT_SENT)).confirm();
    }

    @Test
    void theErrorsThatAreCarriedOn() {
        Printed high = LEDGER.claim("4-23").printed();
        Printed low = LEDGER.claim("4-25").printed();
        LEDGER.check("4-26", Coherence.of(BigFraction.ONE, List.of(List.of(high), List.of(low))), "4-25",
                Coherence.of(BigFraction.ONE, List.of(List.of(high), List.of(exactly(QUALITY.probability(Signal.NOT_SENT)))))).confirm();
        BigFraction honestAndLow = QUALITY.probability(Signal.NOT_SENT, Sender.HONEST).multiply(QUALITY.honestShare());
        LEDGER.check("4-27", posterior(Signal.NOT_SENT), "4-25", honestAndLow.divide(low.value())).confirm();
        BigFraction average = Arrays.stream(Signal.values())
                .map(signal -> QUALITY.probability(signal).multiply(posterior(signal)))
                .reduce(BigFraction.ZERO, BigFraction::add);
        assertEquals(QUALITY.honestShare(), average, "posteriors average to the prior");
        Printed afterLow = LEDGER.claim("4-27").printed();
        Coherence printed = Coherence.of(average, List.of(List.of(high, LEDGER.claim("4-24").printed()), List.of(low, afterLow)));
        assertEquals(Fractions.of("0.59166"), printed.found().value());
        LEDGER.check("4-28", printed, "4-24",
                Coherence.of(average, List.of(List.of(high, exactly(posterior(Signal.SENT))), List.of(low, afterLow)))).confirm();
    }

    @Test
    void theWordsAroundTheNumbers() {
        confirm("4-19", Readings.of(
                Readings.gives("I - C at I = 2, C = 1", Fractions.of(2 - 1, 1)), Readings.gives("I / C there", Fractions.of(2, 1))));
        confirm("4-22", Accounts.of(
                "high quality of honest and deceptive sellers", "as defined", "1 and 0",
                "as used", Fractions.format(QUALITY.honestRate()) + " and " + Fractions.format(QUALITY.deceptiveRate())));
        Payoffs<String, Sender> customer = Payoffs.actOrNot(List.of(Sender.HONEST, Sender.DECEPTIVE), 100, 100);
        confirm("4-29", new Finding.Equation(Arrays.stream(Signal.values())
                .map(seen -> {
                    Distribution<Sender> belief =
                            Distribution.binary(Sender.HONEST, Sender.DECEPTIVE, Fractions.toDouble(posterior(seen)));
                    boolean buys = customer.bestActions(belief).contains("act");
                    return new Point("after " + seen, posterior(seen), buys ? BigFraction.ONE : BigFraction.ZERO);
                })
                .toList()));
        List<Case> moved = Arrays.stream(Signal.values())
                .map(seen -> new Case("after " + seen, !posterior(seen).equals(QUALITY.honestShare())))
                .toList();
        confirm("4-32", new Finding.Statement(moved));
        // I = H(quality) − H(quality | honesty), 40 digits: 0.5124583014443720
        assertEquals(0.512458301444372, QUALITY.information().bits(), 1e-15);
        assertEquals("128/203", Fractions.format(QUALITY.information().varianceShare()));
    }

    @Test
    void theCostsAreInTheWrongOrder() {
        boolean anywhere = IntStream.rangeClosed(1, 100)
                .anyMatch(tens -> PRINTED.game(10 * tens).kinds().contains(EquilibriumKind.SEPARATING));
        confirm("4-31", new Finding.Statement(List.of(new Case("a separating equilibrium at some Δ", anywhere))));
        // at Δ = 75 a separating equilibrium needs c_H ≤ 75 ≤ c_D
        assertEquals(List.of(0.0, 1.0), List.of(mostTold(80, 90), mostTold(70, 90)));
        assertEquals(1, mostTold(50, 80));
        assertEquals(0.766, mostTold(50, 70), 0.0005);
        assertEquals(List.of(0.0, 1.0), List.of(mostTold(80, 160), mostTold(70, 140)));
        confirm("4-20", Readings.of(
                Readings.holds("the honest seller's", mostTold(70, 90) > mostTold(80, 90), "80 to 70"),
                Readings.holds("the deceptive seller's", mostTold(50, 70) > mostTold(50, 80), "80 to 70"),
                Readings.holds("both", mostTold(70, 140) > mostTold(80, 160), "80 and 160 to 70 and 140")));
        Equilibrium pooling = PRINTED.game(200).equilibrium(EquilibriumKind.POOLING_ON_SIGNAL).orElseThrow();
        Equilibrium separating = SWAPPED.game(75).equilibrium(EquilibriumKind.SEPARATING).orElseThrow();
        assertEquals(Fractions.of(3, 5), afterSignal(pooling));
        assertEquals(BigFraction.ONE, afterSignal(separating));
        confirm("4-30", new Finding.Equation(List.of(
                new Point("costs 100 and 50, Δ = 200", posterior(Signal.SENT), afterSignal(pooling)),
                new Point("costs 50 and 100, Δ = 75", posterior(Signal.SENT), afterSignal(separating)))));
    }

    /// Bayes' rule with the equilibrium's probabilities to signal.
    private static BigFraction afterSignal(Equilibrium equilibrium) {
        BigFraction honest = equilibrium.honestSignals().multiply(SWAPPED.honestShare());
        return honest.divide(honest.add(equilibrium.deceptiveSignals().multiply(BigFraction.ONE.subtract(SWAPPED.honestShare()))));
    }

    private static Printed exactly(BigFraction value) {
        return Printed.of(Fractions.format(value));
    }

    private static double mostTold(double honestCost, double deceptiveCost) {
        return SignalingMarket.of(0.6, honestCost, deceptiveCost).game(75).equilibria().stream()
                .mapToDouble(equilibrium -> equilibrium.information().bitsShare())
                .max()
                .orElseThrow();
    }

    private static BigFraction posterior(Signal signal) {
        return QUALITY.posterior(signal).orElseThrow();
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }
}
