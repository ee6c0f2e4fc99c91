package infogap.contracts.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.contracts.Constraint;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ScreeningProgrammeTest {

    private static final double QUALITY = 1e-13;
    private static final double MONEY = 1e-12;

    /// The exact menu of θq − t with a quadratic cost, for random types with bunching and exclusion.
    @Test
    void agreesWithTheExactMenu() {
        SplittableRandom random = new SplittableRandom(73);
        for (int round = 0; round < 200; round++) {
            int n = random.nextInt(1, 9);
            int[] tastes = random.ints(0, 40).distinct().limit(n).sorted().toArray();
            int[] weights = random.ints(n, 1, 9).toArray();
            int sum = IntStream.of(weights).sum();
            List<CustomerType> types = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                types.add(new CustomerType("type " + i, Fractions.of(weights[i], sum), Fractions.of(tastes[i], 4)));
            }
            Menu exact = MonopolyScreening.of(types).withCost(1, 0.5).menu();
            NumericMenu menu = ScreeningProgramme.of(
                            Arrays.stream(tastes).mapToDouble(taste -> taste / 4.0).toArray(),
                            Arrays.stream(weights).mapToDouble(weight -> weight / (double) sum).toArray(),
                            TasteUtility.linear(), QualityCost.quadratic(1, 0.5), 20)
                    .menu();
            for (int i = 0; i < n; i++) {
                assertEquals(Fractions.toDouble(exact.offers().get(i).quality()), menu.quality(i), 20 * QUALITY, exact::toString);
                assertEquals(Fractions.toDouble(exact.offers().get(i).price()), menu.price(i), 200 * MONEY);
                assertEquals(Fractions.toDouble(exact.offers().get(i).rent()), menu.rent(i), 200 * MONEY);
            }
            assertEquals(Fractions.toDouble(exact.profit()), menu.profit(), 200 * MONEY);
            assertTrue(menu.constraints().stream().allMatch(Constraint::holds), menu::toString);
        }
    }

    /// Maskin and Riley's two buyers of a quantity, u = θ√q at the cost q: q_H = (θ_H/2)², q_L = (φ_L/2)² with φ_L = θ_L − (λ/(1−λ))(θ_H − θ_L), because the
    /// virtual surplus is φ_L√q − q.
    @Test
    void twoBuyersOfAQuantityInClosedForm() {
        NumericMenu menu = ScreeningProgramme.of(
                        new double[] {4, 5}, new double[] {0.75, 0.25}, TasteUtility.power(0.5), QualityCost.linear(1), 100)
                .menu();
        double virtual = 4 - 1 / 3.0;
        assertEquals(virtual * virtual / 4, menu.quality(0), 100 * QUALITY);
        assertEquals(6.25, menu.quality(1), 100 * QUALITY);
        assertEquals(4 * virtual / 2, menu.price(0), 100 * MONEY, "all of the low type's utility");
        assertEquals(virtual / 2, menu.rent(1), 100 * MONEY, "(θ_H − θ_L)√q_L");
        assertEquals(menu.cost().loss(), menu.cost().transfer() + menu.cost().lostToBoth(), MONEY);
    }

    /// Uniform tastes on [1, 2] with θq − q²/2: q(θ) = 2θ − 2 in the continuum, profit ∫ (2θ − 2)²/2 dθ = 2/3.
    @Test
    void tenThousandTypesApproachTheContinuum() {
        int n = 10_000;
        double[] tastes = IntStream.range(0, n).mapToDouble(i -> 1 + (i + 0.5) / n).toArray();
        double[] shares = new double[n];
        Arrays.fill(shares, 1.0 / n);
        NumericMenu menu = ScreeningProgramme.of(tastes, shares, TasteUtility.linear(), QualityCost.quadratic(0, 1), 2).menu();
        assertEquals(2 / 3.0, menu.profit(), 1.0 / n);
        assertEquals(2 * tastes[n / 2] - 2, menu.quality(n / 2), 1.0 / n);
        assertEquals(2, menu.problem().fullInformation().quality(n - 1), 1.0 / n);
        assertEquals(n, menu.size());
    }

    /// All types bunched: a decreasing density makes one pool, whose quality is the exact average.
    @Test
    void manyTypesInOnePool() {
        int n = 400;
        List<CustomerType> types = new ArrayList<>();
        double[] tastes = new double[n];
        double[] shares = new double[n];
        for (int i = 0; i < n; i++) {
            // most customers at both ends make virtual values fall in between
            BigFraction share = new BigFraction(i < n / 2 ? 2 * (n - 2L * i) - 1 : 2 * (2L * i - n) + 1).divide(new BigFraction((long) n * n));
            types.add(new CustomerType("type " + i, share, new BigFraction(n + i, 100)));
            tastes[i] = (n + i) / 100.0;
            shares[i] = Fractions.toDouble(share);
        }
        Menu exact = MonopolyScreening.of(types).menu();
        NumericMenu menu = ScreeningProgramme.of(tastes, shares, TasteUtility.linear(), QualityCost.quadratic(0, 1), 10).menu();
        assertTrue(exact.bunches().stream().anyMatch(bunch -> bunch.size() > 50), () -> exact.bunches().toString());
        for (int i = 0; i < n; i++) {
            assertEquals(Fractions.toDouble(exact.offers().get(i).quality()), menu.quality(i), 1e-11);
        }
    }

    @Test
    void refusesWhatIsNotConvex() {
        double[] tastes = {1, 2};
        double[] shares = {0.5, 0.5};
        refused("marginal cost at quality", () -> ScreeningProgramme.of(tastes, shares, TasteUtility.linear(),
                new QualityCost("√q", Math::sqrt, q -> 0.5 / Math.sqrt(q)), 10));
        refused("marginal utility of taste 1.0", () -> ScreeningProgramme.of(tastes, shares,
                new TasteUtility("θ q²", (t, q) -> t * q * q, (t, q) -> 2 * t * q), QualityCost.linear(1), 10));
        refused("marginal utility of taste 2.0", () -> ScreeningProgramme.of(tastes, shares,
                new TasteUtility("q/θ", (t, q) -> q / t, (t, _) -> 1 / t), QualityCost.quadratic(0, 1), 10));
        refused("utility of taste 1.0 at quality 0", () -> ScreeningProgramme.of(tastes, shares,
                new TasteUtility("1 + θ q", (t, q) -> 1 + t * q, (t, _) -> t), QualityCost.quadratic(0, 1), 10));
        refused("tastes[1]", () -> ScreeningProgramme.of(new double[] {2, 2}, shares, TasteUtility.linear(), QualityCost.quadratic(0, 1), 10));
        refused("shares[0]", () -> ScreeningProgramme.of(tastes, new double[] {0, 1}, TasteUtility.linear(), QualityCost.quadratic(0, 1), 10));
        refused("shares", () -> ScreeningProgramme.of(tastes, new double[] {0.5, 0.6}, TasteUtility.linear(), QualityCost.quadratic(0, 1), 10));
        refused("maximalQuality", () -> ScreeningProgramme.of(tastes, shares, TasteUtility.linear(), QualityCost.quadratic(0, 1), Double.NaN));
        refused("exponent", () -> TasteUtility.power(2));
        refused("unitCost", () -> QualityCost.linear(-1));
    }

    private static void refused(String start, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.startsWith(start), message);
    }
}
