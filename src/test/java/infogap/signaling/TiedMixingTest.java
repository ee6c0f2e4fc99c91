package infogap.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class TiedMixingTest {

    /// Halves worth 0 and 8 at the cost 6: x = 4a + 6a(1 − a) reaches 8a, the most, at a = 1/3 and 8a − 4, the least, at a = 2/3; at 1/2 all prices are 4 ± 3.
    @Test
    void twoTypesByHand() {
        ManyTypesGame game = new ManyTypesGame(List.of(Quality.of("a", "1/2", "0", "6"), Quality.of("b", "1/2", "8", "6")));
        TiedMixing mixing = game.tiedMixing().getFirst();
        assertEquals(List.of(new TiedMixing.Shares(Interval.point(Fractions.of("1/3")), Interval.point(Fractions.of("2/3")))), mixing.shares());
        TiedMixing.Strategy strategy = mixing.at(Fractions.of("1/2"));
        assertEquals(List.of(Fractions.of("1/8"), Fractions.of("7/8")), strategy.signals(), "7/8 of those who signal are worth 8");
        assertEquals(Fractions.of("7"), strategy.priceAfterSignal());
        assertEquals(Fractions.of("1"), strategy.priceWithoutSignal());
        assertTrue(game.toString().contains("a, b mix, all at the cost 6: an equilibrium for each share that signals in 1/3 to 2/3"), game::toString);
        assertThrows(IllegalArgumentException.class, () -> mixing.at(Fractions.of("1/4")));
        assertThrows(IllegalArgumentException.class, () -> mixing.has(BigFraction.ONE));
        assertThrows(IllegalArgumentException.class, () -> new TiedMixing(game, List.of(game.types().getFirst())));
    }

    /// With two types these are the equilibria of the two-type game, where both mix.
    @Test
    void twoTypesAreTheSignallingGame() {
        SplittableRandom random = new SplittableRandom(91);
        int found = 0;
        for (int round = 0; round < 200; round++) {
            BigFraction share = Fractions.of(random.nextInt(1, 10), 10);
            BigFraction cost = Fractions.of(random.nextInt(1, 9), 1);
            BigFraction difference = Fractions.of(random.nextInt(1, 12), 1);
            SignalingGame two = new SignalingMarket(share, cost, cost).game(difference);
            TiedMixing many = new ManyTypesGame(List.of(new Quality("honest", share, difference, cost), new Quality("deceptive", BigFraction.ONE.subtract(share), BigFraction.ZERO, cost)))
                    .tiedMixing()
                    .getFirst();
            Interval expected = MixingContinuum.of(two).signalShare();
            List<TiedMixing.Shares> shares = many.shares();
            if (cost.compareTo(difference) >= 0 || expected.isEmpty()) {
                assertEquals(List.of(), shares, two::toString);
            } else {
                found++;
                assertEquals(List.of(new TiedMixing.Shares(Interval.point(expected.low()), Interval.point(expected.high().orElseThrow()))), shares);
            }
        }
        assertTrue(found > 50, "found " + found);
    }

    /// By the definition: a strategy between two others, one with which the signal gains too much and one with which it gains too little, at which it gains just its cost is an equilibrium,
    /// and its share is in a range; and what is given for a share of a range is an equilibrium with the prices of Bayes' rule.
    @Test
    void rangesAreAllSharesAndNoMore() {
        SplittableRandom random = new SplittableRandom(92);
        int outside = 0;
        int several = 0;
        int irrational = 0;
        int between = 0;
        for (int round = 0; round < 150; round++) {
            ManyTypesGame game = game(random);
            for (TiedMixing mixing : game.tiedMixing()) {
                List<TiedMixing.Shares> ranges = mixing.shares();
                several += ranges.size() > 1 ? 1 : 0;
                irrational += ranges.stream().anyMatch(range -> !range.from().isPoint() || !range.to().isPoint()) ? 1 : 0;
                for (int step = 1; step < 60; step++) {
                    BigFraction share = Fractions.of(step, 60);
                    if (!mixing.has(share)) {
                        outside++;
                        assertFalse(ranges.stream().anyMatch(range -> holds(range, share, BigFraction.ZERO)), game::toString);
                        continue;
                    }
                    TiedMixing.Strategy strategy = mixing.at(share);
                    BigFraction[] prices = prices(game, strategy.signals());
                    assertEquals(prices[1], strategy.priceAfterSignal());
                    assertEquals(prices[0], strategy.priceWithoutSignal());
                    assertEquals(mixing.cost(), prices[1].subtract(prices[0]));
                    boolean mixes = strategy.signals().stream().anyMatch(p -> !p.equals(BigFraction.ZERO) && !p.equals(BigFraction.ONE));
                    assertTrue(!mixes || ranges.stream().anyMatch(range -> holds(range, share, BigFraction.ZERO)), game::toString);
                }
                List<BigFraction> enough = null;
                List<BigFraction> little = null;
                for (int trial = 0; trial < 40 && (enough == null || little == null); trial++) {
                    List<BigFraction> strategy = strategy(mixing, random);
                    BigFraction[] prices = prices(game, strategy);
                    if (prices[1].subtract(prices[0]).compareTo(mixing.cost()) >= 0) {
                        enough = strategy;
                    } else {
                        little = strategy;
                    }
                }
                if (enough != null && little != null) {
                    between++;
                    BigFraction share = indifferent(mixing, enough, little);
                    assertTrue(ranges.stream().anyMatch(range -> holds(range, share, Fractions.of(1, 1_000_000))), () -> share.doubleValue() + " in " + game);
                }
            }
        }
        assertTrue(outside > 500 && irrational > 20 && between > 50, outside + " outside, " + irrational + " irrational, " + between + " between, " + several + " several");
    }

    /// Types that are alike are one type: a share that signals, and any split of it.
    @Test
    void twinsAreOneType() {
        ManyTypesGame twins = new ManyTypesGame(List.of(Quality.of("l", "0.15", "10", "13"), Quality.of("k", "0.15", "10", "13"), Quality.of("m", ".5", "20", "5"), Quality.of("h", ".2", "40", "3")));
        List<TiedMixing.Shares> shares = twins.tiedMixing().getFirst().shares();
        assertEquals(1, shares.size());
        assertTrue(shares.getFirst().isSingle());
        BigFraction share = Fractions.of("7/10").add(Fractions.of("3/10").multiply(Fractions.of("19/39")));
        assertEquals(Interval.point(share), shares.getFirst().from(), "19/39 of the low types, as where they are one type");
        assertEquals(Fractions.of("23"), twins.tiedMixing().getFirst().at(share).priceAfterSignal());
    }

    private static ManyTypesGame game(SplittableRandom random) {
        int n = random.nextInt(2, 6);
        int[] weights = random.ints(n, 1, 6).toArray();
        int sum = IntStream.of(weights).sum();
        List<Quality> types = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            types.add(new Quality("t" + i, Fractions.of(weights[i], sum), Fractions.of(random.nextInt(0, 12), 1), Fractions.of(random.nextInt(0, 4), 1)));
        }
        return new ManyTypesGame(types);
    }

    private static List<BigFraction> strategy(TiedMixing mixing, SplittableRandom random) {
        List<BigFraction> signals = new ArrayList<>();
        for (Quality type : mixing.game().types()) {
            int order = type.cost().compareTo(mixing.cost());
            signals.add(order < 0 ? BigFraction.ONE : order > 0 ? BigFraction.ZERO : Fractions.of(random.nextInt(1, 100), 100));
        }
        return signals;
    }

    /// The share of a strategy between the two at which the signal gains its cost, by halving.
    private static BigFraction indifferent(TiedMixing mixing, List<BigFraction> enough, List<BigFraction> little) {
        BigFraction low = BigFraction.ZERO;
        BigFraction high = BigFraction.ONE;
        for (int i = 0; i < 30; i++) {
            BigFraction middle = low.add(high).divide(2);
            BigFraction[] prices = prices(mixing.game(), between(enough, little, middle));
            if (prices[1].subtract(prices[0]).compareTo(mixing.cost()) >= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        List<BigFraction> found = between(enough, little, low);
        BigFraction share = BigFraction.ZERO;
        for (int i = 0; i < found.size(); i++) {
            share = share.add(found.get(i).multiply(mixing.game().types().get(i).share()));
        }
        return share;
    }

    private static List<BigFraction> between(List<BigFraction> first, List<BigFraction> second, BigFraction weight) {
        List<BigFraction> between = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            between.add(first.get(i).multiply(BigFraction.ONE.subtract(weight)).add(second.get(i).multiply(weight)));
        }
        return between;
    }

    private static boolean holds(TiedMixing.Shares range, BigFraction share, BigFraction tolerance) {
        return share.compareTo(range.from().low().subtract(tolerance)) >= 0 && share.compareTo(range.to().high().orElseThrow().add(tolerance)) <= 0;
    }

    /// Bayes' rule: the price without and with the signal.
    private static BigFraction[] prices(ManyTypesGame game, List<BigFraction> signals) {
        BigFraction[] mass = {BigFraction.ZERO, BigFraction.ZERO};
        BigFraction[] worth = {BigFraction.ZERO, BigFraction.ZERO};
        for (int i = 0; i < signals.size(); i++) {
            Quality type = game.types().get(i);
            for (int message = 0; message < 2; message++) {
                BigFraction part = type.share().multiply(message == 1 ? signals.get(i) : BigFraction.ONE.subtract(signals.get(i)));
                mass[message] = mass[message].add(part);
                worth[message] = worth[message].add(part.multiply(type.value()));
            }
        }
        return new BigFraction[] {worth[0].divide(mass[0]), worth[1].divide(mass[1])};
    }
}
