package infogap.signaling.lemons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class LemonsTest {

    /// Half peaches (sellers 2000, buyers 2400), half lemons (1000, 1200): the average 1800 does not keep the peaches.
    @Test
    void goodQualityIsDrivenOut() {
        LemonsMarket market = LemonsMarket.of(Grade.of("peach", 0.5, 2000, 2400), Grade.of("lemon", 0.5, 1000, 1200));
        assertEquals(List.of(new BigFraction(1800), new BigFraction(1200)), market.unravelling());
        List<LemonsOutcome> outcomes = market.outcomes();
        assertEquals(1, outcomes.size());
        assertEquals(new BigFraction(1200), outcomes.getFirst().price());
        assertEquals(new BigFraction(100), outcomes.getFirst().surplus());
        assertEquals(new BigFraction(300), market.fullInformationSurplus());
        assertTrue(market.toString().contains("price 1200: lemon sold"));
    }

    /// With nine peaches in ten the average 2280 keeps them; the bad price 1200 is a second equilibrium, and at 2000 two ninths of the indifferent peaches
    /// are a third: (0.1·1200 + 0.2·2400)/0.3 = 2000.
    @Test
    void severalPricesAreAllFound() {
        LemonsMarket market = LemonsMarket.of(Grade.of("lemon", 0.1, 1000, 1200), Grade.of("peach", 0.9, 2000, 2400));
        assertEquals(List.of(new BigFraction(1200), new BigFraction(2000), new BigFraction(2280)),
                market.outcomes().stream().map(LemonsOutcome::price).toList());
        assertEquals(Interval.point(BigFraction.ONE), market.outcomes().getLast().shareSold());
    }

    /// Every price on a fine grid that equals what it is worth is listed, and the listed ones equal theirs; the price is never above
    /// the average worth of all grades that are sold.
    @Test
    void outcomesAreAllFixedPoints() {
        SplittableRandom random = new SplittableRandom(51);
        int several = 0;
        for (int i = 0; i < 300; i++) {
            List<Grade> grades = new ArrayList<>();
            int count = random.nextInt(1, 5);
            for (int grade = 0; grade < count; grade++) {
                int seller = random.nextInt(0, 20);
                grades.add(new Grade("grade " + grade, new BigFraction(1, count), new BigFraction(seller),
                        new BigFraction(Math.max(0, seller + random.nextInt(-2, 8)))));
            }
            LemonsMarket market = new LemonsMarket(grades);
            List<BigFraction> listed = market.outcomes().stream().map(LemonsOutcome::price).toList();
            List<BigFraction> found = new ArrayList<>();
            // averages of at most four integers are multiples of 1/12
            for (int price = 0; price <= 12 * 28; price++) {
                BigFraction candidate = new BigFraction(price, 12);
                if (market.worth(candidate).filter(candidate::equals).isPresent()) {
                    found.add(candidate);
                }
            }
            // those of whole supply; partial supply has a test of its own
            assertTrue(listed.containsAll(found), market::toString);
            assertEquals(found, market.outcomes().stream()
                    .filter(outcome -> market.worth(outcome.price()).filter(outcome.price()::equals).isPresent())
                    .map(LemonsOutcome::price)
                    .toList(), market::toString);
            several += listed.size() > 1 ? 1 : 0;
        }
        assertTrue(several >= 10, "only " + several + " markets with several prices");
    }

    /// At 8 the half of grade A sells, and a quarter of the indifferent B: (½·10)/(½ + ⅛) = 8.
    @Test
    void anIndifferentGradeMaySellInPart() {
        LemonsMarket market = LemonsMarket.of(Grade.of("A", 0.5, 0, 10), Grade.of("B", 0.5, 8, 0));
        LemonsOutcome partial = market.outcomes().getFirst();
        assertEquals(List.of(new BigFraction(8)), market.outcomes().stream().map(LemonsOutcome::price).toList());
        assertEquals(Interval.point(Fractions.of("1/8")), partial.supplies().getLast().sold());
        assertEquals(Interval.point(Fractions.of("5/8")), partial.shareSold());
        assertEquals(new BigFraction(4), partial.surplus(), "½·(10 − 0) − ⅛·8");
        assertTrue(partial.isPartial());
        assertEquals("price 8: A, B (1/8 of 1/2) sold, 5/8 of all, surplus 4", partial.toString());
    }

    /// Every split of the indifferent grades in twelfths of their shares that makes the price right lies in a listed outcome, whose ends are themselves right.
    @Test
    void partialSupplyByEnumeration() {
        SplittableRandom random = new SplittableRandom(53);
        int partial = 0;
        int ranges = 0;
        for (int round = 0; round < 300; round++) {
            int count = random.nextInt(1, 4);
            List<Grade> grades = new ArrayList<>();
            for (int grade = 0; grade < count; grade++) {
                grades.add(new Grade("grade " + grade, new BigFraction(1, count), new BigFraction(random.nextInt(0, 5)), new BigFraction(random.nextInt(0, 8))));
            }
            LemonsMarket market = new LemonsMarket(grades);
            for (Grade at : grades) {
                BigFraction price = at.sellerValue();
                List<Grade> offered = market.offered(price);
                List<LemonsOutcome> here = market.outcomes().stream().filter(outcome -> outcome.price().equals(price)).toList();
                assertTrue(here.size() <= 1, market::toString);
                BigFraction least = null;
                BigFraction most = null;
                for (int split = 0; split < 2197; split++) {
                    int[] parts = {split % 13, split / 13 % 13, split / 169};
                    BigFraction mass = BigFraction.ZERO;
                    BigFraction value = BigFraction.ZERO;
                    boolean allowed = true;
                    for (int i = 0; i < offered.size(); i++) {
                        allowed &= offered.get(i).sellerValue().equals(price) || parts[i] == 12;
                        BigFraction sold = offered.get(i).share().multiply(new BigFraction(parts[i], 12));
                        mass = mass.add(sold);
                        value = value.add(sold.multiply(offered.get(i).buyerValue()));
                    }
                    if (allowed && mass.compareTo(BigFraction.ZERO) > 0 && value.equals(price.multiply(mass))) {
                        assertEquals(1, here.size(), market::toString);
                        LemonsOutcome outcome = here.getFirst();
                        assertTrue(outcome.shareSold().contains(mass), market::toString);
                        for (int i = 0; i < offered.size(); i++) {
                            assertTrue(outcome.supplies().get(i).sold().contains(offered.get(i).share().multiply(new BigFraction(parts[i], 12))), market::toString);
                        }
                        least = least == null || mass.compareTo(least) < 0 ? mass : least;
                        most = most == null || mass.compareTo(most) > 0 ? mass : most;
                    }
                }
                if (!here.isEmpty() && here.getFirst().shareSold().isPoint() && least != null) {
                    assertEquals(least, most);
                }
                partial += !here.isEmpty() && here.getFirst().isPartial() ? 1 : 0;
                ranges += !here.isEmpty() && !here.getFirst().shareSold().isPoint() ? 1 : 0;
            }
        }
        assertTrue(partial > 30 && ranges > 10, partial + " partial, " + ranges + " ranges");
    }

    /// Costs (1, 5), values (3, 9): a share of 1/3 good is where trade in both begins (a course notebook's figures); thirds come as text.
    @Test
    void theIntervalsThatTextbooksPrint() {
        assertEquals(List.of("[1, 3]", "{5}"), ranges("1/3"));
        assertEquals(List.of("[1, 3]"), ranges("0.2"));
        assertEquals(List.of("[1, 3]", "[5, 6]"), ranges("0.5"));
        LemonsMarket worthless = LemonsMarket.of(Grade.of("good", 0.5, 7, 6), Grade.of("bad", 0.5, 4, 3));
        assertTrue(worthless.tradingPrices().isEmpty() && worthless.outcomes().isEmpty());
        assertEquals("[5, 6] for bad, good", LemonsMarket.of(Grade.of("good", 0.5, 5, 9), Grade.of("bad", 0.5, 1, 3)).tradingPrices().getLast().toString());
        // the next grade cuts an interval before the worth of what is offered
        assertEquals("[0, 3)", LemonsMarket.of(Grade.of("bad", 0.5, 0, 8), Grade.of("worthless", 0.5, 3, 0)).tradingPrices().getFirst().prices().toString());
    }

    private static List<String> ranges(String good) {
        BigFraction bad = BigFraction.ONE.subtract(Fractions.of(good));
        return LemonsMarket.of(Grade.of("good", good, "5", "9"), Grade.of("bad", Fractions.format(bad), "1", "3")).tradingPrices().stream()
                .map(range -> range.prices().toString())
                .toList();
    }

    /// At every price of a grid, what is offered is worth the price exactly in the interval.
    @Test
    void uniformTradingPricesOnAGrid() {
        SplittableRandom random = new SplittableRandom(54);
        for (int i = 0; i < 200; i++) {
            int lowest = random.nextInt(0, 4);
            UniformLemons market = UniformLemons.of(Integer.toString(lowest), Integer.toString(lowest + random.nextInt(1, 6)), random.nextInt(1, 12) + "/3");
            Interval prices = market.tradingPrices();
            for (int step = 0; step < 200; step++) {
                BigFraction price = market.lowest().add(new BigFraction(step, 7));
                assertEquals(market.worth(price).compareTo(price) >= 0, prices.contains(price), () -> market + " at " + price);
            }
        }
        assertEquals("[1, 3]", UniformLemons.of(1, 4, 1.5).tradingPrices().toString());
        assertTrue(UniformLemons.of(1, 4, 0.5).tradingPrices().isEmpty());
    }

    @Test
    void textsAreReadAsTheNumbersTheyWrite() {
        assertEquals(Fractions.of("1/3"), Grade.of("good", "1/3", "5", "9").share());
        for (String bad : new String[] {"a third", "1/0", ""}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Grade.of("good", bad, "5", "9")).getMessage();
            assertTrue(message.startsWith("share must be") && message.contains("'" + bad + "'"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> UniformLemons.of("0", null, "3/2"));
    }

    @Test
    void unravellingMayEmptyTheMarket() {
        LemonsMarket market = LemonsMarket.of(Grade.of("only", 1, 10, 8));
        assertEquals(List.of(new BigFraction(8)), market.unravelling());
        assertTrue(market.outcomes().isEmpty());
        assertTrue(market.toString().contains("no price with trade"));
    }

    /// Akerlof's example: quality uniform on [0, 2], worth 3/2 to buyers: each price brings an average worth of 3/4 of it.
    @Test
    void akerlofsUniformMarketCollapses() {
        UniformLemons market = UniformLemons.of(0, 2, 1.5);
        assertEquals(List.of(Interval.point(BigFraction.ZERO)), market.prices());
        assertEquals(BigFraction.ZERO, market.shareSold(BigFraction.ZERO));
        assertEquals(List.of(Fractions.of("3/2"), Fractions.of("9/8"), Fractions.of("27/32")), market.unravelling(3));
    }

    @Test
    void uniformMarketByBuyerFactor() {
        assertEquals(List.of(Interval.point(Fractions.of("3"))), UniformLemons.of(1, 4, 1.5).prices(), "1.5/0.5");
        assertEquals(Fractions.of("2/3"), UniformLemons.of(1, 4, 1.5).shareSold(new BigFraction(3)));
        assertEquals(List.of(Interval.point(new BigFraction(5))), UniformLemons.of(1, 4, 2).prices(), "everything is sold");
        assertEquals("[[0, 4]]", UniformLemons.of(0, 4, 2).prices().toString(), "every price is what it is worth");
        assertEquals(List.of(Interval.point(BigFraction.ZERO), Interval.point(new BigFraction(6))), UniformLemons.of(0, 4, 3).prices());
        assertTrue(UniformLemons.of(1, 4, 0.5).prices().isEmpty(), "buyers value it less than sellers");
        assertEquals(List.of(Fractions.of("5/4"), Fractions.of("9/16")), UniformLemons.of(1, 4, 0.5).unravelling(5));
    }

    @Test
    void uniformPricesAreFixedPoints() {
        SplittableRandom random = new SplittableRandom(52);
        for (int i = 0; i < 300; i++) {
            UniformLemons market = UniformLemons.of(random.nextInt(0, 5), random.nextInt(5, 12), random.nextInt(1, 40) / 10.0);
            for (Interval price : market.prices()) {
                assertEquals(price.sample(), market.worth(price.sample()), market::toString);
            }
            // worth is continuous and rises with slope f/2, then flat: a sign change of worth − price needs a listed price
            boolean above = market.worth(market.lowest()).compareTo(market.lowest()) > 0;
            assertFalse(above && market.prices().isEmpty(), market::toString);
        }
    }

    @Test
    void refusesBadMarkets() {
        assertThrows(IllegalArgumentException.class, () -> LemonsMarket.of());
        assertThrows(IllegalArgumentException.class, () -> new LemonsMarket(null));
        assertThrows(IllegalArgumentException.class, () -> LemonsMarket.of(Grade.of("half", 0.5, 1, 1)));
        assertThrows(IllegalArgumentException.class, () -> Grade.of("", 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Grade.of("g", 0, 1, 1));
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Grade.of("g", bad, 1, 1));
            assertThrows(IllegalArgumentException.class, () -> Grade.of("g", 1, bad, 1));
            assertThrows(IllegalArgumentException.class, () -> Grade.of("g", 1, 1, bad));
            assertThrows(IllegalArgumentException.class, () -> UniformLemons.of(bad, 2, 1));
            assertThrows(IllegalArgumentException.class, () -> UniformLemons.of(0, bad, 1));
            assertThrows(IllegalArgumentException.class, () -> UniformLemons.of(0, 1, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> UniformLemons.of(2, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> UniformLemons.of(0, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> UniformLemons.of(1, 2, 1).worth(BigFraction.ZERO));
        assertThrows(IllegalArgumentException.class, () -> UniformLemons.of(1, 2, 1).unravelling(0));
    }
}
