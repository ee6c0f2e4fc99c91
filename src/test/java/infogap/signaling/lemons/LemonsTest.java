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
        List<LemonsMarket.Outcome> outcomes = market.outcomes();
        assertEquals(1, outcomes.size());
        assertEquals(new BigFraction(1200), outcomes.getFirst().price());
        assertEquals(new BigFraction(100), outcomes.getFirst().surplus());
        assertEquals(new BigFraction(300), market.fullInformationSurplus());
        assertTrue(market.toString().contains("price 1200: lemon sold"));
    }

    /// With nine peaches in ten the average 2280 keeps them; the bad price 1200 is a second equilibrium.
    @Test
    void severalPricesAreAllFound() {
        LemonsMarket market = LemonsMarket.of(Grade.of("lemon", 0.1, 1000, 1200), Grade.of("peach", 0.9, 2000, 2400));
        assertEquals(List.of(new BigFraction(1200), new BigFraction(2280)),
                market.outcomes().stream().map(LemonsMarket.Outcome::price).toList());
        assertEquals(BigFraction.ONE, market.outcomes().getLast().shareSold());
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
            List<BigFraction> listed = market.outcomes().stream().map(LemonsMarket.Outcome::price).toList();
            List<BigFraction> found = new ArrayList<>();
            // averages of at most four integers are multiples of 1/12
            for (int price = 0; price <= 12 * 28; price++) {
                BigFraction candidate = new BigFraction(price, 12);
                if (market.worth(candidate).filter(candidate::equals).isPresent()) {
                    found.add(candidate);
                }
            }
            assertEquals(found, listed, market::toString);
            several += listed.size() > 1 ? 1 : 0;
        }
        assertTrue(several >= 10, "only " + several + " markets with several prices");
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
