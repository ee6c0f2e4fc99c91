package infogap.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.numeric.Inequality;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class VerifiableDisclosureTest {

    private static final double FEW_ROUNDINGS = 1e-12;
    private static final List<Grade> THREE = List.of(Grade.of("good", "1/3", "9"), Grade.of("plain", "1/3", "6"), Grade.of("bad", "1/3", "3"));

    /// Grossman and Milgrom 1981: everything is told, but that the worst may as well be silent.
    @Test
    void withoutACostEverythingUnravels() {
        List<DisclosureEquilibrium> equilibria = VerifiableDisclosure.of(THREE).equilibria();
        assertEquals(2, equilibria.size(), "the worst grade is indifferent");
        for (DisclosureEquilibrium equilibrium : equilibria) {
            THREE.forEach(grade -> assertEquals(grade.value(), equilibrium.payoff(grade)));
            assertEquals(0, equilibrium.inBits().remaining(), FEW_ROUNDINGS);
        }
    }

    /// By hand: proof for 2. If only the good prove, the silent are worth (6 + 3)/2 = 4.5: 9 − 2 ≥ 4.5 ≥ 6 − 2.
    @Test
    void aCostLetsTheRestHide() {
        DisclosureEquilibrium equilibrium = VerifiableDisclosure.of(THREE).withCost(2).equilibria().getFirst();
        assertEquals(List.of("good"), equilibrium.proved().stream().map(Grade::name).toList());
        assertEquals(Fractions.of("9/2"), equilibrium.priceOfSilence());
        assertEquals(Fractions.of("2/3"), equilibrium.spentOnProof());
        assertEquals(Fractions.of("3/2"), equilibrium.rent(THREE.get(2)));
        // what the good and the plain lose is what the bad gains and what is spent
        BigFraction rents = THREE.stream().map(grade -> grade.share().multiply(equilibrium.rent(grade))).reduce(BigFraction.ZERO, BigFraction::add);
        assertEquals(equilibrium.spentOnProof().negate(), rents);
    }

    /// Every set of provers, held against the definition of an equilibrium.
    @Test
    void equilibriaAreThoseOfBruteForce() {
        SplittableRandom random = new SplittableRandom(73);
        int several = 0;
        for (int round = 0; round < 500; round++) {
            VerifiableDisclosure market = draw(random);
            Set<Set<Grade>> actual = new HashSet<>();
            for (DisclosureEquilibrium equilibrium : market.equilibria()) {
                actual.add(Set.copyOf(equilibrium.proved()));
                assertTrue(equilibrium.conditions().stream().allMatch(Inequality::holds));
            }
            assertEquals(bruteForce(market), actual, market::toString);
            assertFalse(actual.isEmpty(), "there is always one");
            several += actual.size() > 1 ? 1 : 0;
        }
        assertTrue(several > 5);
    }

    /// The minimum principle of Dye's model without a cost: the price of silence is the least that any set of provers could bring about (Acharya, DeMarzo
    /// and Kremer 2011, *Endogenous information flows and the clustering of announcements*, American Economic Review 101).
    @Test
    void silenceIsPaidTheLeastThatAnyBehaviourWouldGiveIt() {
        SplittableRandom random = new SplittableRandom(74);
        for (int round = 0; round < 200; round++) {
            VerifiableDisclosure drawn = draw(random);
            VerifiableDisclosure market = new VerifiableDisclosure(drawn.grades(), BigFraction.ZERO, Fractions.of(random.nextInt(1, 9), 10));
            BigFraction least = null;
            for (int subset = 0; subset < 1 << market.grades().size(); subset++) {
                BigFraction price = priceOfSilence(market, provers(market, subset));
                least = least == null || price.compareTo(least) < 0 ? price : least;
            }
            for (DisclosureEquilibrium equilibrium : market.equilibria()) {
                assertEquals(least, equilibrium.priceOfSilence());
            }
        }
    }

    /// Jovanovic 1982: uniform quality, cost c: threshold 2c. Dye 1985: √(1 − q)/(1 + √(1 − q)).
    @Test
    void theUniformThresholds() {
        assertEquals(0.5, new UniformDisclosure(0.25, 1).threshold());
        assertEquals(1, new UniformDisclosure(0.7, 1).threshold());
        assertEquals(0, new UniformDisclosure(0, 1).threshold());
        assertEquals(0, new UniformDisclosure(0, 1).shareHidden());
        assertEquals(1.0 / 3, new UniformDisclosure(0, 0.75).threshold(), FEW_ROUNDINGS);
        SplittableRandom random = new SplittableRandom(75);
        for (int round = 0; round < 300; round++) {
            UniformDisclosure market = new UniformDisclosure(random.nextDouble(0.6), random.nextDouble());
            double x = market.threshold();
            if (x < 1) {
                assertEquals(x - market.cost(), market.priceOfSilence(), FEW_ROUNDINGS, market::toString);
            } else {
                assertTrue(1 - market.cost() <= market.priceOfSilence() + FEW_ROUNDINGS, market::toString);
            }
            double root = Math.sqrt(1 - market.informed());
            assertEquals(root / (1 + root), new UniformDisclosure(0, market.informed()).threshold(), FEW_ROUNDINGS);
            assertTrue(market.shareHidden() >= 0 && market.shareHidden() <= 1 + FEW_ROUNDINGS);
        }
        assertEquals(1, new UniformDisclosure(0, 0).shareHidden(), FEW_ROUNDINGS);
    }

    /// Four hundred equally likely grades have the threshold of the uniform one to within a grade.
    @Test
    void manyGradesApproachTheUniform() {
        List<Grade> grades = new ArrayList<>();
        int count = 400;
        for (int i = 0; i < count; i++) {
            grades.add(new Grade("g" + i, Fractions.of(1, count), Fractions.of(2 * i + 1, 2 * count)));
        }
        DisclosureEquilibrium equilibrium = VerifiableDisclosure.of(grades).withCost(0.1).withInformed(0.8).equilibria().getFirst();
        assertEquals(new UniformDisclosure(0.1, 0.8).threshold(), Fractions.toDouble(equilibrium.silent().getFirst().value()), 1.0 / count);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals("the shares of the grades must sum to exactly 1, but sum to 2/3",
                assertThrows(IllegalArgumentException.class, () -> VerifiableDisclosure.of(THREE.subList(0, 2))).getMessage());
        assertThrows(IllegalArgumentException.class, () -> VerifiableDisclosure.of(List.of(Grade.of("a", "1/2", "1"), Grade.of("a", "1/2", "2"))));
        assertThrows(IllegalArgumentException.class, () -> VerifiableDisclosure.of(List.of(Grade.of("a", "1/2", "1"), Grade.of("b", "1/2", "1"))));
        assertThrows(IllegalArgumentException.class, () -> VerifiableDisclosure.of(THREE).withCost(-1));
        assertThrows(IllegalArgumentException.class, () -> VerifiableDisclosure.of(THREE).withInformed(1.5));
        assertThrows(IllegalArgumentException.class, () -> Grade.of("a", "0", "1"));
        assertThrows(IllegalArgumentException.class, () -> new UniformDisclosure(Double.NaN, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new UniformDisclosure(0.1, 2));
    }

    private static VerifiableDisclosure draw(SplittableRandom random) {
        int count = random.nextInt(1, 5);
        List<Grade> grades = new ArrayList<>();
        int value = 0;
        int left = 12;
        for (int i = 0; i < count; i++) {
            value += random.nextInt(1, 4);
            int share = i + 1 == count ? left : random.nextInt(1, left - (count - i) + 2);
            left -= share;
            grades.add(new Grade("g" + i, Fractions.of(share, 12), new BigFraction(value)));
        }
        return new VerifiableDisclosure(grades, Fractions.of(random.nextInt(0, 9), 2), Fractions.of(random.nextInt(0, 5), 4));
    }

    private static List<Grade> provers(VerifiableDisclosure market, int subset) {
        List<Grade> provers = new ArrayList<>();
        for (int i = 0; i < market.grades().size(); i++) {
            if ((subset >> i & 1) == 1) {
                provers.add(market.grades().get(i));
            }
        }
        return provers;
    }

    private static BigFraction priceOfSilence(VerifiableDisclosure market, List<Grade> provers) {
        BigFraction weight = BigFraction.ZERO;
        BigFraction value = BigFraction.ZERO;
        BigFraction worst = null;
        for (Grade grade : market.grades()) {
            BigFraction silent = grade.share().multiply(provers.contains(grade) ? BigFraction.ONE.subtract(market.informed()) : BigFraction.ONE);
            weight = weight.add(silent);
            value = value.add(silent.multiply(grade.value()));
            worst = worst == null || grade.value().compareTo(worst) < 0 ? grade.value() : worst;
        }
        return weight.equals(BigFraction.ZERO) ? worst : value.divide(weight);
    }

    private static Set<Set<Grade>> bruteForce(VerifiableDisclosure market) {
        Set<Set<Grade>> found = new HashSet<>();
        for (int subset = 0; subset < 1 << market.grades().size(); subset++) {
            List<Grade> provers = provers(market, subset);
            BigFraction price = priceOfSilence(market, provers);
            boolean content = market.grades().stream().allMatch(grade -> {
                int order = grade.value().subtract(market.cost()).compareTo(price);
                return provers.contains(grade) ? order >= 0 : order <= 0;
            });
            // where nobody is silent any belief about silence that keeps it so would do; the worst keeps it if any does
            if (content) {
                found.add(Set.copyOf(provers));
            }
        }
        return found;
    }
}
