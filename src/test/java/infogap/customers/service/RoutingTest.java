package infogap.customers.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.customers.service.Routing.Case;
import infogap.gap.Payoffs;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final Payoffs<String, String> PAYOFFS = Payoffs.actOrNot(List.of("positive", "negative"), 100, 50);

    @Test
    void aSmallCaseByHand() {
        // in ascending order of the gap a human gains −3, −1, +2 over the automatic decision
        Routing routing = Routing.of(List.of(new Case(5, 10, 12), new Case(1, 10, 7), new Case(3, 10, 9)));
        assertEquals(List.of(
                        new Routing.Point(-1, 3, Fractions.of("28")),
                        new Routing.Point(1, 2, Fractions.of("31")),
                        new Routing.Point(3, 1, Fractions.of("32")),
                        new Routing.Point(5, 0, Fractions.of("30"))),
                routing.curve());
        assertEquals(new Routing.Point(3, 1, Fractions.of("32")), routing.best());
        assertEquals(routing.best(), routing.at(4.9));
        assertEquals(routing.curve().getFirst(), routing.at(0));
        assertEquals(routing.curve().getLast(), routing.at(100));
    }

    @Test
    void casesWithTheSameGapGoTogetherAndATieSendsFewer() {
        Routing routing = Routing.of(List.of(new Case(2, 1, 1), new Case(2, 0, 0)));
        assertEquals(2, routing.curve().size());
        assertEquals(0, routing.best().toHuman());
    }

    @Test
    void noThresholdOnAGridBeatsTheBest() {
        SplittableRandom random = new SplittableRandom(21);
        for (int trial = 0; trial < 50; trial++) {
            List<Case> cases = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                cases.add(new Case(random.nextInt(100) / 10.0, random.nextInt(200) / 10.0, random.nextInt(200) / 10.0));
            }
            Routing routing = Routing.of(cases);
            for (int step = -20; step <= 220; step++) {
                double threshold = step / 20.0;
                BigFraction payoff = BigFraction.ZERO;
                int toHuman = 0;
                for (Case one : cases) {
                    boolean human = one.predictedGap() > threshold;
                    toHuman += human ? 1 : 0;
                    payoff = payoff.add(Fractions.ofDecimal(human ? one.human() : one.automatic()));
                }
                assertTrue(routing.best().payoff().compareTo(payoff) >= 0);
                assertEquals(payoff, routing.at(threshold).payoff(), "threshold " + threshold);
                assertEquals(toHuman, routing.at(threshold).toHuman());
            }
        }
    }

    @Test
    void thePredictedGapIsTheValueOfTheTruth() {
        List<Case> cases = Routing.cases(new double[] {0.2, 0.9, 0.5}, new boolean[] {true, false, true}, PAYOFFS, 8);
        // benefit 100, loss 50: at 0.2 nothing is done (−20) and the truth is worth 0.2 · 100; at 0.9 acting, 0.1 · 50; at 0.5 25
        assertEquals(20, cases.get(0).predictedGap(), 1e-12);
        assertEquals(5, cases.get(1).predictedGap(), 1e-12);
        assertEquals(25, cases.get(2).predictedGap(), 1e-12);
        assertEquals(new Case(cases.get(0).predictedGap(), 0, 92), cases.get(0));
        assertEquals(new Case(cases.get(1).predictedGap(), -50, -8), cases.get(1));
        assertEquals(new Case(cases.get(2).predictedGap(), 100, 92), cases.get(2));
    }

    @Test
    void withCalibratedEstimatesTheCostOfAHumanIsTheBestThreshold() {
        // a case goes to a human when knowing the truth is worth more than it costs; truths drawn from the estimates themselves
        SplittableRandom random = new SplittableRandom(5);
        int n = 20_000;
        double[] estimates = new double[n];
        boolean[] truth = new boolean[n];
        for (int i = 0; i < n; i++) {
            estimates[i] = random.nextDouble();
            truth[i] = random.nextDouble() < estimates[i];
        }
        Routing routing = Routing.of(Routing.cases(estimates, truth, PAYOFFS, 20));
        double best = Fractions.toDouble(routing.best().payoff());
        double atCost = Fractions.toDouble(routing.at(20).payoff());
        assertTrue(best - atCost < 0.002 * best, best + " against " + atCost);
        assertEquals(20, routing.best().threshold(), 2);
    }

    @Test
    void noCasesAndImpossibleNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Routing.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Case(-1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Case(1, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> Routing.cases(new double[] {1.5}, new boolean[] {true}, PAYOFFS, 0));
        assertThrows(IllegalArgumentException.class, () -> Routing.cases(new double[] {0.5}, new boolean[] {true, false}, PAYOFFS, 0));
        assertThrows(IllegalArgumentException.class, () -> Routing.of(List.of(new Case(1, 1, 1))).at(Double.NaN));
    }
}
