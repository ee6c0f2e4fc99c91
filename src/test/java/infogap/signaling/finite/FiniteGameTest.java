package infogap.signaling.finite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.numeric.Fractions;
import infogap.signaling.Refinement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class FiniteGameTest {

    private static final FiniteSignalingGame BREAKFAST = CanonicalGames.beerAndQuiche(Fractions.of("9/10"));

    /// As commonly taught (Cho and Kreps 1987): with nine strong of ten both pooling equilibria exist, and only pooling on beer is intuitive.
    @Test
    void onlyBeerIsIntuitive() {
        List<FiniteEquilibrium> all = BREAKFAST.pureEquilibria();
        assertEquals(2, all.size());
        assertTrue(all.stream().allMatch(FiniteEquilibrium::isPooling));
        for (Refinement refinement : new Refinement[] {Refinement.INTUITIVE_CRITERION, Refinement.D1, Refinement.DIVINITY}) {
            List<FiniteEquilibrium> left = BREAKFAST.pureEquilibria(refinement);
            assertEquals(1, left.size(), refinement::toString);
            assertTrue(left.getFirst().isSent(0), "beer");
        }
        FiniteEquilibrium quiche = all.stream().filter(equilibrium -> equilibrium.isSent(1)).findFirst().orElseThrow();
        // the belief that an eater of beer is weak must be at least 1/2 for the duel that keeps the strong from it
        assertEquals(Fractions.of("1/2"), quiche.beliefs().getFirst().of(0).high().orElseThrow());
        FiniteVerdict.Elimination elimination = quiche.verdict(Refinement.INTUITIVE_CRITERION).eliminations().getFirst();
        assertEquals(
                List.of("weak gets at most by beer < in equilibrium: 2 < 3 holds",
                        "strong in equilibrium < gets at least, if only strong can have sent it: 2 < 3 holds"),
                elimination.inequalities().stream().map(Object::toString).toList());
    }

    /// With a strong share below 1/2 nobody pools; the one equilibrium mixes: the weak drink beer with probability p/(1 − p), beer is answered with a duel
    /// half the time (from 2σ + ... = indifference of the bully at belief 1/2 and of the weak between 2(1 − d) and 1).
    @Test
    void aFewStrongOnesMakeEverybodyMix() {
        List<EquilibriumFamily> families = CanonicalGames.beerAndQuiche(Fractions.of("1/10")).equilibria();
        assertEquals(1, families.size());
        FiniteEquilibrium mixed = families.getFirst().example();
        assertTrue(families.getFirst().isSingle());
        assertEquals(Fractions.of("1/9"), mixed.signals().get(1).getFirst());
        assertEquals(Fractions.of("1/2"), mixed.replies().getFirst().getFirst());
        assertEquals(Fractions.of("1/2"), mixed.beliefs().getFirst().corners().getFirst().getFirst());
        assertEquals(BigFraction.ZERO, mixed.regret());
    }

    /// Watson's figure 29.1: high takes the education and low does not; or nobody does. By hand from the payoffs of the figure.
    @Test
    void theJobMarket() {
        FiniteSignalingGame game = CanonicalGames.jobMarket();
        List<FiniteEquilibrium> all = game.pureEquilibria();
        // separating: education → manager (6 against 4), none → clerk (4 against 3); pooling on none: clerk, since 10/3 < 4
        assertEquals(1, all.stream().filter(FiniteEquilibrium::isSeparating).count());
        FiniteEquilibrium separating = all.stream().filter(FiniteEquilibrium::isSeparating).findFirst().orElseThrow();
        assertEquals(Fractions.of("6"), separating.payoff(0));
        assertEquals(Fractions.of("4"), separating.payoff(1));
        assertEquals(Fractions.of("6"), separating.receiverValue(), "10/3 + 2·4/3");
        assertEquals(BigFraction.ZERO, separating.worthOfKnowingTheType());
        FiniteEquilibrium pooling = all.stream().filter(FiniteEquilibrium::isPooling).findFirst().orElseThrow();
        assertEquals(Fractions.of("2"), pooling.worthOfKnowingTheType(), "(10 − 4)/3");
        // an education: the belief in high that makes a clerk of him is at most 4/10
        assertEquals(Fractions.of("2/5"), pooling.beliefs().getFirst().of(0).high().orElseThrow());
        assertFalse(pooling.verdict(Refinement.INTUITIVE_CRITERION).survives());
        assertEquals(1, separating.inBits().shareClosed(), 1e-12);
        assertEquals(0, pooling.inBits().closed(), 1e-12);
    }

    /// By hand from the figure. Seen, the high type is made a manager without an education and gets 10, the firm 10; the low type a clerk: 4 and 4. In the
    /// separating equilibrium the education costs the high type 4, and nobody gets it; in the pooling one a manager is a clerk: he and the firm lose 6 each.
    @Test
    void whatAsymmetryCostsInTheJobMarket() {
        for (FiniteEquilibrium equilibrium : CanonicalGames.jobMarket().pureEquilibria()) {
            AsymmetryEffect effect = equilibrium.effectOfAsymmetry();
            assertEquals(Fractions.of(equilibrium.isSeparating() ? "-4" : "-6"), effect.rents().getFirst());
            assertEquals(BigFraction.ZERO, effect.rents().getLast());
            assertEquals(Fractions.of(equilibrium.isSeparating() ? "0" : "2"), effect.receiverLoss());
            assertEquals(Fractions.of(equilibrium.isSeparating() ? "4/3" : "4"), effect.lostToBoth());
            assertEquals(effect.receiverLoss(), effect.transfer().add(effect.lostToBoth()));
        }
    }

    /// Every pure profile of small random games, held against the definition with no theory: no deviation of a type, a best reply after each message at
    /// Bayes' belief or, off the path, at some belief on a grid that contains every indifference of these payoffs.
    @Test
    void pureEquilibriaAreThoseOfBruteForce() {
        SplittableRandom random = new SplittableRandom(51);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            int messages = random.nextInt(2, 4);
            int replies = random.nextInt(2, 4);
            FiniteSignalingGame game = draw(random, 2, messages, replies);
            Set<String> expected = bruteForce(game);
            Set<String> actual = new HashSet<>();
            for (FiniteEquilibrium equilibrium : game.pureEquilibria()) {
                actual.add(code(equilibrium));
                assertEquals(BigFraction.ZERO, equilibrium.regret());
            }
            assertEquals(expected, actual, game::toString);
            found += actual.size();
        }
        assertTrue(found > 300);
    }

    /// There is always an equilibrium (Kreps and Wilson 1982), each family is one at its middle and at its corners, and its pure members are the pure
    /// equilibria.
    @Test
    void mixedFamiliesAreEquilibriaAndContainThePureOnes() {
        SplittableRandom random = new SplittableRandom(52);
        int mixed = 0;
        for (int round = 0; round < 120; round++) {
            FiniteSignalingGame game = draw(random, random.nextInt(2, 4), 2, 2);
            List<EquilibriumFamily> families = game.equilibria();
            assertFalse(families.isEmpty(), game::toString);
            Set<String> pure = new HashSet<>();
            for (EquilibriumFamily family : families) {
                FiniteEquilibrium example = family.example();
                assertEquals(BigFraction.ZERO, example.regret(), family::toString);
                for (List<List<BigFraction>> signals : family.signals()) {
                    for (List<List<BigFraction>> replies : family.replies()) {
                        assertEquals(BigFraction.ZERO, new FiniteEquilibrium(game, signals, replies, family.beliefs()).regret(), family::toString);
                    }
                }
                mixed += example.isPure() ? 0 : 1;
                if (family.isPure()) {
                    pure.add(code(example));
                }
            }
            Set<String> searched = new HashSet<>();
            game.pureEquilibria().forEach(equilibrium -> searched.add(code(equilibrium)));
            assertEquals(searched, pure, game::toString);
        }
        assertTrue(mixed > 100, mixed + " mixed");
    }

    /// Mixed equilibria of random games without ties are found by a fine grid of strategies as well: near each grid profile with tiny regret there is one.
    @Test
    void beliefsAreTheWholeSupportingSet() {
        SplittableRandom random = new SplittableRandom(53);
        for (int round = 0; round < 200; round++) {
            FiniteSignalingGame game = draw(random, 2, 2, 3);
            for (FiniteEquilibrium equilibrium : game.pureEquilibria()) {
                for (int m = 0; m < 2; m++) {
                    int reply = equilibrium.replies().get(m).indexOf(BigFraction.ONE);
                    for (int i = 0; i <= 60 && !equilibrium.isSent(m); i++) {
                        List<BigFraction> belief = List.of(Fractions.of(i, 60), Fractions.of(60 - i, 60));
                        assertEquals(new BestReplies(game, m).isBest(reply, belief), equilibrium.beliefs().get(m).of(0).contains(belief.getFirst()));
                    }
                }
            }
        }
    }

    /// What survives D1 survives divinity and the intuitive criterion (Cho and Kreps 1987; van Damme 1991, section 10.5), as each excludes fewer beliefs.
    @Test
    void refinementsAreNested() {
        SplittableRandom random = new SplittableRandom(54);
        int[] eliminated = new int[4];
        for (int round = 0; round < 400; round++) {
            FiniteSignalingGame game = draw(random, random.nextInt(2, 4), 2, random.nextInt(2, 4));
            for (FiniteEquilibrium equilibrium : game.pureEquilibria()) {
                for (Refinement refinement : Refinement.values()) {
                    FiniteVerdict verdict = equilibrium.verdict(refinement);
                    eliminated[refinement.ordinal()] += verdict.survives() ? 0 : 1;
                    verdict.eliminations().forEach(elimination -> assertTrue(
                            elimination.inequalities().stream().allMatch(inequality -> inequality.holds()), verdict::toString));
                }
                if (equilibrium.verdict(Refinement.D1).survives()) {
                    assertTrue(equilibrium.verdict(Refinement.INTUITIVE_CRITERION).survives(), equilibrium::toString);
                    assertTrue(equilibrium.verdict(Refinement.DIVINITY).survives(), equilibrium::toString);
                }
            }
        }
        assertTrue(Arrays.stream(eliminated).allMatch(count -> count > 5), () -> Arrays.toString(eliminated));
    }

    @Test
    void fourTypesThreeMessagesThreeReplies() {
        SplittableRandom random = new SplittableRandom(55);
        FiniteSignalingGame game = draw(random, 4, 3, 3);
        game.pureEquilibria().forEach(equilibrium -> assertEquals(BigFraction.ZERO, equilibrium.regret()));
        String refusal = assertThrows(IllegalArgumentException.class, game::equilibria).getMessage();
        assertTrue(refusal.startsWith("mixed equilibria are looked for in at most 50000 pairs of supports, but this game has "), refusal);
    }

    @Test
    void gamesThatDoNotFitAreRefused() {
        List<String> two = List.of("a", "b");
        double[][][] payoffs = {{{1, 0}, {0, 1}}, {{1, 0}, {0, 1}}};
        List<BigFraction> half = List.of(Fractions.of("1/2"), Fractions.of("1/2"));
        assertEquals("prior must sum to exactly 1, but sums to 5/6", assertThrows(IllegalArgumentException.class,
                () -> FiniteSignalingGame.of(two, List.of(Fractions.of("1/2"), Fractions.of("1/3")), two, two, payoffs, payoffs)).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> FiniteSignalingGame.of(List.of("a", "a"), half, two, two, payoffs, payoffs))
                .getMessage().startsWith("types must hold different elements"));
        assertTrue(assertThrows(IllegalArgumentException.class,
                () -> FiniteSignalingGame.of(two, List.of(BigFraction.ONE, BigFraction.ZERO), two, two, payoffs, payoffs))
                .getMessage().startsWith("prior[1] must be a probability above 0"));
        double[][][] hole = {{{1, 0}, {0, Double.NaN}}, {{1, 0}, {0, 1}}};
        assertTrue(assertThrows(IllegalArgumentException.class, () -> FiniteSignalingGame.of(two, half, two, two, hole, payoffs))
                .getMessage().startsWith("sender[0][1][1] must be a finite number, but is NaN"));
    }

    static FiniteSignalingGame draw(SplittableRandom random, int types, int messages, int replies) {
        double[][][] sender = new double[types][messages][replies];
        double[][][] receiver = new double[types][messages][replies];
        for (int t = 0; t < types; t++) {
            for (int m = 0; m < messages; m++) {
                for (int r = 0; r < replies; r++) {
                    // few values, so that there are ties
                    sender[t][m][r] = random.nextInt(0, 5);
                    receiver[t][m][r] = random.nextInt(0, 4);
                }
            }
        }
        long[] weights = random.longs(types, 1, 4).toArray();
        long sum = Arrays.stream(weights).sum();
        return FiniteSignalingGame.of(names("t", types), Arrays.stream(weights).mapToObj(weight -> Fractions.of(weight, sum)).toList(), names("m", messages),
                names("r", replies), sender, receiver);
    }

    private static List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }

    private static String code(FiniteEquilibrium equilibrium) {
        return equilibrium.signals().stream().map(row -> row.indexOf(BigFraction.ONE)).toList().toString()
                + equilibrium.replies().stream().map(row -> row.indexOf(BigFraction.ONE)).toList();
    }

    private static Set<String> bruteForce(FiniteSignalingGame game) {
        int messages = game.messages().size();
        int replies = game.replies().getFirst().size();
        Set<String> found = new HashSet<>();
        for (int sent = 0; sent < messages * messages; sent++) {
            int[] send = {sent % messages, sent / messages};
            for (int answered = 0; answered < Math.pow(replies, messages); answered++) {
                int[] reply = new int[messages];
                for (int m = 0, rest = answered; m < messages; m++, rest /= replies) {
                    reply[m] = rest % replies;
                }
                boolean best = true;
                for (int t = 0; t < 2; t++) {
                    for (int m = 0; m < messages; m++) {
                        best &= game.sender(t, m, reply[m]).compareTo(game.sender(t, send[t], reply[send[t]])) <= 0;
                    }
                }
                for (int m = 0; m < messages && best; m++) {
                    best = isBestSomewhere(game, send, m, reply[m]);
                }
                if (best) {
                    List<Integer> answers = new ArrayList<>();
                    IntStream.of(reply).forEach(answers::add);
                    found.add(List.of(send[0], send[1]).toString() + answers);
                }
            }
        }
        return found;
    }

    /// Payoffs are 0 to 3, so that indifference lies at a multiple of 1/2, 1/3, 1/4, 1/5 or 1/6: of 1/60.
    private static boolean isBestSomewhere(FiniteSignalingGame game, int[] send, int message, int reply) {
        boolean sent = send[0] == message || send[1] == message;
        for (int i = 0; i <= 60; i++) {
            BigFraction first = sent
                    ? send[0] != message ? BigFraction.ZERO : send[1] != message ? BigFraction.ONE : game.prior().getFirst()
                    : Fractions.of(i, 60);
            BigFraction second = BigFraction.ONE.subtract(first);
            boolean best = true;
            for (int other = 0; other < game.replies().get(message).size(); other++) {
                BigFraction mine = first.multiply(game.receiver(0, message, reply)).add(second.multiply(game.receiver(1, message, reply)));
                BigFraction its = first.multiply(game.receiver(0, message, other)).add(second.multiply(game.receiver(1, message, other)));
                best &= mine.compareTo(its) >= 0;
            }
            if (best) {
                return true;
            }
        }
        return false;
    }
}
