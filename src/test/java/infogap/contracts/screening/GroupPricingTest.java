package infogap.contracts.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class GroupPricingTest {

    /// Demands 10 − p and 20 − p at the cost 2: prices (10 + 2)/2 = 6 and (20 + 2)/2 = 11 by group, ((30/2) + 2)/2 = 17/2 for all; profit 16 + 81 = 97 against
    /// 13/2·(3/2 + 23/2) = 84.5; the quantity is 13 either way, and the surplus falls from 151.75 to 145.5.
    @Test
    void twoGroupsByHand() {
        GroupPricing pricing = GroupPricing.of(2, LinearDemand.of("students", 10, 1), LinearDemand.of("others", 20, 1));
        assertEquals(List.of(Fractions.of("6"), Fractions.of("11")), pricing.byGroup().prices());
        assertEquals(Fractions.of("97"), pricing.byGroup().profit());
        assertEquals(Fractions.of("17/2"), pricing.onePrice().prices().getFirst());
        assertEquals(Fractions.of("169/2"), pricing.onePrice().profit());
        assertEquals(Fractions.of("607/4"), pricing.onePrice().surplus(), "84.5 + 1.5²/2 + 11.5²/2");
        assertEquals(Fractions.of("291/2"), pricing.byGroup().surplus(), "97 + 4²/2 + 9²/2");
        assertEquals(Fractions.of("194"), pricing.firstDegreeProfit(), "8²/2 + 18²/2");
        assertTrue(pricing.toString().contains("one price: profit 169/2, surplus 607/4; by group: profit 97, surplus 291/2"), pricing::toString);
    }

    /// Where one price leaves the poor group out, discrimination opens it: nobody loses and the group and the seller gain.
    @Test
    void discriminationMayServeAGroupThatOnePriceLeavesOut() {
        GroupPricing pricing = GroupPricing.of(0, LinearDemand.of("poor", 2, 1), LinearDemand.of("rich", 20, 1));
        assertEquals(Fractions.of("10"), pricing.onePrice().prices().getFirst());
        assertEquals(BigFraction.ZERO, pricing.onePrice().consumerSurplus().getFirst());
        for (int group = 0; group < 2; group++) {
            assertTrue(pricing.byGroup().consumerSurplus().get(group).compareTo(pricing.onePrice().consumerSurplus().get(group)) >= 0);
        }
        assertTrue(pricing.byGroup().surplus().compareTo(pricing.onePrice().surplus()) > 0);
    }

    /// No price on a grid earns more, by group or for all; discrimination never earns less than one price, nor more than the first degree.
    @Test
    void noPriceOfAGridEarnsMore() {
        SplittableRandom random = new SplittableRandom(74);
        for (int round = 0; round < 200; round++) {
            List<LinearDemand> groups = new ArrayList<>();
            for (int i = 0; i < random.nextInt(1, 5); i++) {
                groups.add(LinearDemand.of("group " + i, Integer.toString(random.nextInt(1, 30)), Fractions.format(Fractions.of(random.nextInt(1, 9), 3))));
            }
            groups.add(LinearDemand.of("rich", 40, 1));
            GroupPricing pricing = new GroupPricing(groups, Fractions.of(random.nextInt(0, 9), 2));
            BigFraction one = pricing.onePrice().profit();
            for (int step = 0; step <= 200; step++) {
                BigFraction price = Fractions.of(step, 5);
                BigFraction together = BigFraction.ZERO;
                for (int i = 0; i < groups.size(); i++) {
                    BigFraction profit = groups.get(i).quantity(price).multiply(price.subtract(pricing.unitCost()));
                    BigFraction best = pricing.byGroup().prices().get(i);
                    BigFraction own = groups.get(i).quantity(best).multiply(best.subtract(pricing.unitCost()));
                    assertTrue(profit.compareTo(own) <= 0, pricing::toString);
                    together = together.add(profit);
                }
                assertTrue(together.compareTo(one) <= 0, pricing::toString);
            }
            assertTrue(one.compareTo(pricing.byGroup().profit()) <= 0 && pricing.byGroup().profit().compareTo(pricing.firstDegreeProfit()) <= 0);
        }
    }

    /// The two groups by hand: not seeing them costs the seller 97 − 84.5; the customers get 67.25 instead of 48.5, and both together 6.25 more. Not seeing more than the
    /// group costs 194 − 97, of which 48.5 goes to the customers.
    @Test
    void whatIsNotSeenIsPartlyATransfer() {
        GroupPricing pricing = GroupPricing.of(2, LinearDemand.of("students", 10, 1), LinearDemand.of("others", 20, 1));
        assertEquals(12.5, pricing.cost().loss());
        assertEquals(18.75, pricing.cost().transfer());
        assertEquals(-6.25, pricing.cost().lostToBoth());
        assertEquals(97, pricing.costWithinGroups().loss());
        assertEquals(48.5, pricing.costWithinGroups().transfer());
        assertEquals(48.5, pricing.costWithinGroups().lostToBoth());
    }

    @Test
    void refusesWhatNobodyBuys() {
        assertThrows(IllegalArgumentException.class, () -> GroupPricing.of(10, LinearDemand.of("poor", 10, 1)));
        assertThrows(IllegalArgumentException.class, () -> GroupPricing.of(0));
        assertThrows(IllegalArgumentException.class, () -> LinearDemand.of("x", 0, 1));
        assertThrows(IllegalArgumentException.class, () -> LinearDemand.of("x", 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> GroupPricing.of(0, LinearDemand.of("x", 1, 1), LinearDemand.of("x", 2, 1)));
    }
}
