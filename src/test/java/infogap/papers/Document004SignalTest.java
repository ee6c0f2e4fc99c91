package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import infogap.claims.Finding;
import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Ledger;
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
import java.util.Map;
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
        LEDGER.check("4-21", Fractions.of("0.6").add(Fractions.of("0.4"))).confirm();
        LEDGER.check("4-23", QUALITY.probability(Signal.SENT)).confirm();
        LEDGER.check("4-24", posterior(Signal.SENT)).confirm();
        LEDGER.check("4-25", QUALITY.probability(Signal.NOT_SENT)).confirm();
    }

    @Test
    void theErrorsThatAreCarriedOn() {
        BigFraction low = LEDGER.claim("4-25").printed().value();
        LEDGER.check("4-26", QUALITY.probability(Signal.SENT).add(QUALITY.probability(Signal.NOT_SENT)), "4-25",
                QUALITY.probability(Signal.SENT).add(low)).confirm();
        BigFraction honestAndLow = QUALITY.probability(Signal.NOT_SENT, Sender.HONEST).multiply(QUALITY.honestShare());
        LEDGER.check("4-27", posterior(Signal.NOT_SENT), "4-25", honestAndLow.divide(low)).confirm();
        BigFraction average = Arrays.stream(Signal.values())
                .map(signal -> QUALITY.probability(signal).multiply(posterior(signal)))
                .reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction printed = LEDGER.claim("4-23").printed().value().multiply(LEDGER.claim("4-24").printed().value())
                .add(low.multiply(LEDGER.claim("4-27").printed().value()));
        LEDGER.check("4-28", average, "4-24", printed).confirm();
    }

    @Test
    void theWordsAroundTheNumbers() {
        confirm("4-19", new Finding.Readings(Map.of("I - C", "1", "I / C", "2")));
        confirm("4-22", new Finding.Comparison(
                "1 and 0", Fractions.format(QUALITY.honestRate()) + " and " + Fractions.format(QUALITY.deceptiveRate())));
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
        confirm("4-20", new Finding.Statement(IntStream.of(90, 80, 70, 60)
                .mapToObj(cost -> new Case("lowered to " + cost, mostTold(cost) >= mostTold(cost + 10)))
                .toList()));
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

    private static double mostTold(double deceptiveCost) {
        return SignalingMarket.of(0.6, 50, deceptiveCost).game(75).equilibria().stream()
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
