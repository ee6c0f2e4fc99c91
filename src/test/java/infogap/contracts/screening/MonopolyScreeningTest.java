package infogap.contracts.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.Constraint;
import infogap.gap.InformationGap;
import infogap.numeric.Fractions;
import infogap.numeric.LinearProgramme;
import infogap.probability.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class MonopolyScreeningTest {

    private static final BigFraction ZERO = BigFraction.ZERO;
    private static final double ROUNDING = 1e-12;

    /// θ_L = 2, θ_H = 3, half of each: q_L = 2 − 1·1 = 1, q_H = 3, t_L = 2, t_H = 2 + 3·2 = 8, rent (3 − 2)·1 = 1; profit ½(2 − ½) + ½(8 − 9/2) = 5/2.
    @Test
    void twoTypesInClosedForm() {
        MonopolyScreening half = MonopolyScreening.of(CustomerType.of("high", 0.5, 3), CustomerType.of("low", 0.5, 2));
        Menu menu = half.menu();
        assertEquals(Fractions.of("1"), menu.offer("low").quality());
        assertEquals(Fractions.of("2"), menu.offer("low").price());
        assertEquals(Fractions.of("3"), menu.offer("high").quality());
        assertEquals(Fractions.of("8"), menu.offer("high").price());
        assertEquals(Fractions.of("1"), menu.offer("high").rent());
        assertEquals(Fractions.of("5/2"), menu.profit());
        assertEquals(Fractions.of("13/4"), half.fullInformation().profit(), "½·4/2 + ½·9/2");
        AsymmetryCost cost = half.cost();
        assertEquals(0.75, cost.loss(), ROUNDING);
        assertEquals(0.5, cost.transfer(), ROUNDING, "½ of the rent 1");
        assertEquals(0.25, cost.lostToBoth(), ROUNDING, "½·(2 − 1)²/2");
        assertEquals(List.of("0 ≤ rent of low", "high as low ≤ as itself"),
                menu.binding().stream().map(constraint -> constraint.inequality().formula()).toList());
        assertTrue(menu.toString().endsWith("profit 5/2, rents 1/2, surplus 3"), menu::toString);
    }

    /// The low type's quality max(0, θ_L − (λ/(1−λ))(θ_H − θ_L)) and the price of exclusion θ_L ≤ λθ_H, for every λ = i/12.
    @Test
    void theLowTypeIsLeftOutExactlyWhereTheFormulaSays() {
        for (int i = 1; i < 12; i++) {
            BigFraction share = new BigFraction(i, 12);
            MonopolyScreening problem = MonopolyScreening.of(
                    new CustomerType("low", BigFraction.ONE.subtract(share), Fractions.of("2")), new CustomerType("high", share, Fractions.of("3")));
            BigFraction formula = Fractions.of("2").subtract(share.divide(BigFraction.ONE.subtract(share)));
            assertEquals(formula.compareTo(ZERO) > 0 ? formula : ZERO, problem.menu().offer("low").quality());
            assertEquals(share.multiply(3).compareTo(Fractions.of("2")) < 0, problem.menu().offer("low").isServed());
            assertEquals(problem.menu().offer("low").quality(), problem.menu().offer("high").rent(), "(θ_H − θ_L) q_L");
        }
    }

    /// Tastes 1, 2, 3 and shares 1/2, 1/20, 9/20: φ = 0, 2 − 9 = −7, 3 falls, so that the first two are pooled at (½·0 + 1/20·(−7))/(11/20) = −7/11: left out.
    /// With tastes 6, 7, 8: φ = 5, −2, 8, pooled (5/2 − 1/10)/(11/20) = 48/11.
    @Test
    void bunchingIsExact() {
        MonopolyScreening problem = MonopolyScreening.of(
                CustomerType.of("a", 0.5, 6), CustomerType.of("b", 0.05, 7), CustomerType.of("c", 0.45, 8));
        assertEquals(List.of(Fractions.of("5"), Fractions.of("-2"), Fractions.of("8")), problem.virtualValues());
        assertEquals(List.of(Fractions.of("48/11"), Fractions.of("48/11"), Fractions.of("8")), problem.ironedValues());
        assertEquals(List.of(List.of("a", "b")), problem.menu().bunches().stream().map(bunch -> bunch.stream().map(CustomerType::name).toList()).toList());
    }

    /// No menu of a grid of qualities with the best prices for it (a linear programme that has every participation and incentive constraint and knows nothing
    /// else) earns more, and the menu's own qualities earn exactly what the menu says. Types include equal tastes and shares of 0.
    @Test
    void noMenuOfAGridEarnsMore() {
        SplittableRandom random = new SplittableRandom(71);
        int equal = 0;
        int empty = 0;
        for (int round = 0; round < 25; round++) {
            int[] weights = {random.nextInt(0, 4), random.nextInt(1, 4), random.nextInt(0, 4)};
            int sum = IntStream.of(weights).sum();
            List<CustomerType> types = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                types.add(new CustomerType("type " + i, Fractions.of(weights[i], sum), Fractions.of(random.nextInt(0, 5), 1)));
            }
            MonopolyScreening problem = MonopolyScreening.of(types);
            Menu menu = problem.menu();
            assertEquals(menu.profit(), bestProfit(problem, menu.offers().stream().map(Offer::quality).toList()), menu::toString);
            for (int grid = 0; grid < 125; grid++) {
                List<BigFraction> qualities = List.of(Fractions.of(grid % 5, 1), Fractions.of(grid / 5 % 5, 1), Fractions.of(grid / 25, 1));
                BigFraction profit = bestProfit(problem, qualities);
                assertTrue(profit == null || profit.compareTo(menu.profit()) <= 0, menu::toString);
            }
            equal += problem.types().stream().map(CustomerType::taste).distinct().count() < 3 ? 1 : 0;
            empty += weights[0] * weights[2] == 0 ? 1 : 0;
        }
        assertTrue(equal > 3 && empty > 3, equal + " with equal tastes, " + empty + " with a share of 0");
    }

    /// Theorems on random types: every constraint holds, no distortion at the top, qualities at most first best, rents rise with the taste, surplus at most that of
    /// full information, the loss is transfer plus what is lost to both and is the gap of the decision which menu to offer.
    @Test
    void theorems() {
        SplittableRandom random = new SplittableRandom(72);
        int bunched = 0;
        for (int round = 0; round < 200; round++) {
            int n = random.nextInt(1, 7);
            int[] weights = random.ints(n, 0, 5).toArray();
            weights[n - 1]++;
            int sum = IntStream.of(weights).sum();
            List<CustomerType> types = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                types.add(new CustomerType("type " + i, Fractions.of(weights[i], sum), Fractions.of(4 + random.nextInt(0, 9), 2)));
            }
            MonopolyScreening problem = MonopolyScreening.of(types).withCost(random.nextInt(0, 3), 0.5);
            Menu menu = problem.menu();
            assertTrue(menu.incentives().stream().allMatch(Constraint::holds), menu::toString);
            assertTrue(menu.constraints().stream().allMatch(Constraint::holds), menu::toString);
            List<Offer> existing = menu.offers().stream().filter(offer -> !offer.type().share().equals(ZERO)).toList();
            assertEquals(ZERO, existing.getLast().distortion(), menu::toString);
            for (Offer offer : existing) {
                assertTrue(offer.distortion().compareTo(ZERO) >= 0);
            }
            for (int i = 1; i < n; i++) {
                assertTrue(menu.offers().get(i).rent().compareTo(menu.offers().get(i - 1).rent()) >= 0);
            }
            AsymmetryCost cost = problem.cost();
            assertTrue(cost.lostToBoth() >= -ROUNDING && cost.transfer() >= -ROUNDING);
            InformationGap<String, String, String> gap = problem.informationGap();
            assertEquals(cost.loss(), gap.total(), 1e-11 * (1 + Math.abs(cost.loss())));
            assertEquals(0, gap.remaining(), ROUNDING);
            bunched += menu.bunches().isEmpty() ? 0 : 1;
        }
        assertTrue(bunched > 20, "only " + bunched + " menus with bunching");
    }

    /// A message with the shares of the channel 0.9 and 0.1 is worth the average profit of the menus that are best after it, less that without it.
    @Test
    void aMessageIsWorthTheBetterMenus() {
        MonopolyScreening problem = MonopolyScreening.of(CustomerType.of("ordinary", 0.8, 2), CustomerType.of("high-value", 0.2, 3));
        Channel<String, String> screening = Channel.of(
                List.of("ordinary", "high-value"), List.of("identified", "not"), new double[][] {{0.1, 0.9}, {0.9, 0.1}});
        double identified = profitAt("9/13");
        double not = profitAt("1/37");
        double expected = 0.26 * identified + 0.74 * not - Fractions.toDouble(problem.menu().profit());
        InformationGap<String, String, String> gap = problem.informationGap(screening);
        assertEquals(expected, gap.closed(), ROUNDING);
        assertTrue(gap.closed() > 0 && gap.closed() < gap.total());
    }

    @Test
    void refusesWhatIsNoProblem() {
        CustomerType half = CustomerType.of("half", 0.5, 1);
        assertThrows(IllegalArgumentException.class, () -> MonopolyScreening.of(half));
        String twice = assertThrows(IllegalArgumentException.class, () -> MonopolyScreening.of(half, half)).getMessage();
        assertTrue(twice.contains("'half'"), twice);
        MonopolyScreening problem = MonopolyScreening.of(CustomerType.of("one", 1, 1));
        String flat = assertThrows(IllegalArgumentException.class, () -> problem.withCost(0, 0)).getMessage();
        assertTrue(flat.startsWith("curvature"), flat);
        assertThrows(IllegalArgumentException.class, () -> problem.menu().offer("nobody"));
        assertFalse(problem.menu().offer("one").rent().compareTo(ZERO) > 0);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThrows(IllegalArgumentException.class, () -> CustomerType.of("x", bad, 1));
            assertThrows(IllegalArgumentException.class, () -> CustomerType.of("x", 1, bad));
            assertThrows(IllegalArgumentException.class, () -> problem.withCost(bad, 1));
            assertThrows(IllegalArgumentException.class, () -> problem.withCost(1, bad));
        }
    }

    private static double profitAt(String highShare) {
        BigFraction share = Fractions.of(highShare);
        return Fractions.toDouble(MonopolyScreening.of(
                        new CustomerType("ordinary", BigFraction.ONE.subtract(share), Fractions.of("2")), new CustomerType("high-value", share, Fractions.of("3")))
                .menu()
                .profit());
    }

    /// The best profit with these qualities, by a linear programme in the prices (split into differences of non-negative numbers); null if no prices do.
    private static BigFraction bestProfit(MonopolyScreening problem, List<BigFraction> qualities) {
        int n = qualities.size();
        List<BigFraction> costs = new ArrayList<>();
        for (CustomerType type : problem.types()) {
            costs.add(type.share().negate());
            costs.add(type.share());
        }
        LinearProgramme programme = LinearProgramme.minimising(costs);
        BigFraction production = ZERO;
        for (int i = 0; i < n; i++) {
            CustomerType type = problem.types().get(i);
            production = production.add(type.share().multiply(problem.costOf(qualities.get(i))));
            programme = programme.with(prices(n, i, -1), LinearProgramme.Relation.AT_MOST, type.taste().multiply(qualities.get(i)));
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    BigFraction gain = type.taste().multiply(qualities.get(i).subtract(qualities.get(j)));
                    programme = programme.with(prices(n, i, j), LinearProgramme.Relation.AT_MOST, gain);
                }
            }
        }
        return programme.solve() instanceof LinearProgramme.Optimal optimal ? optimal.value().negate().subtract(production) : null;
    }

    /// t_i, less t_j if there is a j.
    private static List<BigFraction> prices(int n, int i, int j) {
        BigFraction[] row = new BigFraction[2 * n];
        Arrays.fill(row, ZERO);
        row[2 * i] = BigFraction.ONE;
        row[2 * i + 1] = BigFraction.MINUS_ONE;
        if (j >= 0) {
            row[2 * j] = BigFraction.MINUS_ONE;
            row[2 * j + 1] = BigFraction.ONE;
        }
        return List.of(row);
    }
}
