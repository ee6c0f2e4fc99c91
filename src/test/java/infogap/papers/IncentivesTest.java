package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.contracts.audit.InspectionGame;
import infogap.contracts.effort.Action;
import infogap.contracts.effort.LimitedLiability;
import infogap.contracts.screening.GroupPricing;
import infogap.contracts.screening.LinearDemand;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What documents 002 (3.2, step 3) and 004 (6.1) say of incentives and of prices for different customers.
class IncentivesTest {

    private static final Ledger LEDGER = Ledger.find();

    @Test
    void incentivesDoNotEnsureTheEffect() {
        List<Finding.Statement.Case> cases = new ArrayList<>();
        for (int fine : new int[] {40, 400, 4000}) {
            InspectionGame.Equilibrium equilibrium = InspectionGame.of(10, fine, 0, 5, 50).equilibrium();
            assertEquals(Fractions.of("1/10"), equilibrium.cheats(), "k/R = 5/50 at every fine");
            cases.add(new Finding.Statement.Case("with a fine of " + fine + ", a share of " + Fractions.format(equilibrium.cheats()) + " cheats",
                    equilibrium.cheats().equals(BigFraction.ZERO)));
        }
        // two kinds of care that look the same from outside: no wage pays for the dearer one
        LimitedLiability hidden = LimitedLiability.of(new double[] {100, 0}, 0, 0, Action.of("careful", 1, 0.8, 0.2), Action.of("careless", 0, 0.8, 0.2));
        boolean induced = hidden.implement("careful") instanceof LimitedLiability.Wages;
        assertTrue(!induced);
        cases.add(new Finding.Statement.Case("care that cannot be seen in what follows is induced", induced));
        // and one that can be seen, but costs more in rent than it brings: 0.6·2/0.3 = 4 beyond the 2 of effort for 3
        LimitedLiability dear = LimitedLiability.of(new double[] {10, 0}, 0, 0, Action.of("careful", 2, 0.9, 0.1), Action.of("careless", 0, 0.6, 0.4));
        assertEquals(Fractions.of("4"), assertInstanceOf(LimitedLiability.Wages.class, dear.implement("careful")).rent());
        assertEquals("careless", dear.best().action().name());
        LEDGER.check("2-39", new Finding.Statement(cases)).confirm();
    }

    @Test
    void pricesByGroupNeverEarnLess() {
        List<Finding.Statement.Case> cases = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(86);
        for (int i = 0; i < 20; i++) {
            GroupPricing pricing = GroupPricing.of(random.nextInt(0, 5), LinearDemand.of("a", random.nextInt(6, 30), 1), LinearDemand.of("b", random.nextInt(12, 60), 2));
            int order = pricing.byGroup().profit().compareTo(pricing.onePrice().profit());
            boolean differ = !pricing.byGroup().prices().getFirst().equals(pricing.byGroup().prices().getLast());
            cases.add(new Finding.Statement.Case(pricing.groups() + " at " + Fractions.format(pricing.unitCost()), differ ? order > 0 : order == 0));
        }
        LEDGER.check("4-59", new Finding.Statement(cases)).confirm();
    }

    @Test
    void oneGroupGainsAndTheOtherLoses() {
        GroupPricing pricing = GroupPricing.of(2, LinearDemand.of("ordinary", 10, 1), LinearDemand.of("high-value", 20, 1));
        List<Boolean> gains = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            gains.add(pricing.byGroup().consumerSurplus().get(i).compareTo(pricing.onePrice().consumerSurplus().get(i)) > 0);
        }
        assertEquals(List.of(true, false), gains);
        LEDGER.check("4-60", Readings.of(
                        Readings.holds("of the group whose price falls", gains.get(0), "from 9/8 to 8"),
                        Readings.holds("of the group whose price rises", gains.get(1), "from 529/8 to 81/2")))
                .confirm();
        assertEquals(List.of(Fractions.of("9/8"), Fractions.of("529/8")), pricing.onePrice().consumerSurplus());
        assertEquals(List.of(Fractions.of("8"), Fractions.of("81/2")), pricing.byGroup().consumerSurplus());
    }
}
