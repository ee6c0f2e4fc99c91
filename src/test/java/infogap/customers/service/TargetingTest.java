package infogap.customers.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.bayes.ConfidenceInterval;
import infogap.customers.service.Targeting.Group;
import infogap.customers.service.Targeting.Trial;
import infogap.probability.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TargetingTest {

    private static final double CLOSE = 1e-12;

    /// Sure customers who need no coupon, persuadable ones, and some that a coupon annoys.
    private static final List<Group> GROUPS = List.of(
            new Group("sure", 0.5, 0.42, 0.40), new Group("persuadable", 0.3, 0.30, 0.10), new Group("annoyed", 0.2, 0.05, 0.10));

    @Test
    void threeGroupsByHand() {
        Targeting targeting = Targeting.of(GROUPS, 100, 5);
        // all: .5·37 + .3·25 + .2·0 = 26; none: .5·40 + .3·10 + .2·10 = 25; by group: .5·40 + .3·25 + .2·10 = 29.5
        assertEquals(26, targeting.treatAll(), CLOSE);
        assertEquals(25, targeting.treatNone(), CLOSE);
        assertEquals(29.5, targeting.treatByMessage(), CLOSE);
        assertEquals(3.5, targeting.breakEvenPrice(), CLOSE);
        assertEquals(Set.of("persuadable"), targeting.treated());
        assertEquals(29.5, targeting.profitOf(targeting.treated()), CLOSE);
        assertEquals(0.5, targeting.gap().netOf(3), CLOSE);
    }

    @Test
    void theBreakEvenCostMakesBothActionsEquallyGood() {
        Targeting targeting = Targeting.of(GROUPS, 100, 5);
        assertEquals(2, targeting.breakEvenCost("sure"), CLOSE);
        assertEquals(20, targeting.breakEvenCost("persuadable"), CLOSE);
        assertEquals(-5, targeting.breakEvenCost("annoyed"), CLOSE);
        // .5·2 + .3·20 − .2·5
        assertEquals(6, targeting.breakEvenCost(), CLOSE);
        Targeting there = Targeting.of(GROUPS, 100, 6);
        assertEquals(there.treatAll(), there.treatNone(), CLOSE);
        assertEquals(Set.of("sure", "persuadable"), Targeting.of(GROUPS, 100, 1.99).treated());
        assertEquals(Set.of("persuadable"), Targeting.of(GROUPS, 100, 2.01).treated());
    }

    @Test
    void whereOneActionIsBestForAllTheGroupIsWorthNothing() {
        assertEquals(0, Targeting.of(GROUPS, 100, 21).breakEvenPrice());
        assertEquals(0, Targeting.of(GROUPS.subList(1, 2).stream().map(g -> new Group(g.name(), 1, g.treated(), g.untreated())).toList(), 100, 5).breakEvenPrice());
    }

    /// Newcombe (1998), table II, method 10: 56/70 against 48/80 gives 0.0524 to 0.3339. Exchanging the sides turns the interval round.
    @Test
    void anIntervalForTheUpliftIsNewcombes() {
        ConfidenceInterval interval = new Trial("his example", 70, 56, 80, 48).upliftInterval(0.95);
        assertEquals(0.0524, interval.low(), 5e-5);
        assertEquals(0.3339, interval.high(), 5e-5);
        ConfidenceInterval turned = new Trial("turned", 80, 48, 70, 56).upliftInterval(0.95);
        assertEquals(-interval.high(), turned.low(), CLOSE);
        assertEquals(-interval.low(), turned.high(), CLOSE);
        assertTrue(new Trial("extreme", 3, 3, 3, 0).upliftInterval(0.95).contains(1));
        assertThrows(IllegalArgumentException.class, () -> new Trial("bad", 3, 3, 3, 0).upliftInterval(1));
    }

    @Test
    void noChoiceOfGroupsBeatsTheBest() {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 100; trial++) {
            List<Group> groups = new ArrayList<>();
            double left = 1;
            for (int g = 0; g < 5; g++) {
                double share = g == 4 ? left : left * random.nextDouble();
                left -= share;
                groups.add(new Group("g" + g, share, random.nextDouble(), random.nextDouble()));
            }
            Targeting targeting = Targeting.of(groups, 80, random.nextDouble(40));
            double best = Double.NEGATIVE_INFINITY;
            for (int choice = 0; choice < 32; choice++) {
                Set<String> treated = new HashSet<>();
                for (int g = 0; g < 5; g++) {
                    if ((choice >> g & 1) == 1) {
                        treated.add("g" + g);
                    }
                }
                best = Math.max(best, targeting.profitOf(treated));
            }
            assertEquals(best, targeting.treatByMessage(), 1e-10);
            assertEquals(best - Math.max(targeting.treatAll(), targeting.treatNone()), targeting.breakEvenPrice(), 1e-10);
        }
    }

    @Test
    void aMessageThatMayBeWrongIsWorthLess() {
        List<String> names = GROUPS.stream().map(Group::name).toList();
        double last = Targeting.of(GROUPS, 100, 5).breakEvenPrice();
        for (double wrong : new double[] {0.1, 0.3, 0.6}) {
            double[][] matrix = new double[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    matrix[i][j] = i == j ? 1 - wrong : wrong / 2;
                }
            }
            double worth = Targeting.of(GROUPS, Channel.of(names, names, matrix), 100, 5).breakEvenPrice();
            assertTrue(worth < last, worth + " after " + last);
            last = worth;
        }
    }

    @Test
    void anExperimentsCountsAreItsRates() {
        Targeting targeting = Targeting.ofCounts(
                List.of(new Trial("sure", 250, 105, 250, 100), new Trial("persuadable", 200, 60, 100, 10), new Trial("annoyed", 100, 5, 100, 10)), 100, 5);
        assertEquals(GROUPS, targeting.groups());
        assertEquals(3.5, targeting.breakEvenPrice(), CLOSE);
        assertTrue(targeting.toString().contains("treat all 26.0000, none 25.0000, by message 29.5000; the message is worth 3.5000"), targeting.toString());
    }

    @Test
    void groupsChosenByChanceAreWorthLessToOtherCustomers() {
        // all groups alike: whatever the counts of one experiment seem to say is worth nothing in another
        SplittableRandom random = new SplittableRandom(4);
        double promised = 0;
        double kept = 0;
        for (int trial = 0; trial < 200; trial++) {
            Targeting one = Targeting.ofCounts(trials(random), 100, 5);
            Targeting other = Targeting.ofCounts(trials(random), 100, 5);
            promised += one.breakEvenPrice() / 200;
            kept += (other.profitOf(one.treated()) - Math.max(other.treatAll(), other.treatNone())) / 200;
        }
        assertTrue(promised > 0.5, "promised " + promised);
        assertTrue(kept < 0, "kept " + kept);
    }

    @Test
    void badArgumentsAreRefused() {
        assertMessage("share must be a number in [0, 1], but is 1.5", () -> new Group("a", 1.5, 0.1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Group("a", 0.5, Double.NaN, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Group("a", 0.5, 0.1, -0.1));
        assertMessage("treated must be an integer of at least 1, but is 0", () -> new Trial("a", 0, 0, 5, 1));
        assertMessage("responded must be a number in [0, 5], but is 6", () -> new Trial("a", 5, 6, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new Trial("a", 5, 1, 5, -1));
        assertThrows(IllegalArgumentException.class, () -> Targeting.of(List.of(), 100, 5));
        assertThrows(IllegalArgumentException.class, () -> Targeting.of(GROUPS.subList(0, 2), 100, 5));
        assertThrows(IllegalArgumentException.class, () -> Targeting.of(GROUPS, -1, 5));
        assertThrows(IllegalArgumentException.class, () -> Targeting.of(GROUPS, 100, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Targeting.ofCounts(List.of(), 100, 5));
        assertThrows(IllegalArgumentException.class, () -> Targeting.of(GROUPS, Channel.perfect(List.of("sure", "other")), 100, 5));
        assertMessage("group must be one of [sure, persuadable, annoyed], but is 'other'", () -> Targeting.of(GROUPS, 100, 5).breakEvenCost("other"));
        assertMessage("group must be one of [sure, persuadable, annoyed], but is 'other'", () -> Targeting.of(GROUPS, 100, 5).profitOf(Set.of("other")));
    }

    private static List<Trial> trials(SplittableRandom random) {
        List<Trial> trials = new ArrayList<>();
        for (int g = 0; g < 6; g++) {
            trials.add(new Trial("g" + g, 100, responses(0.15, random), 100, responses(0.10, random)));
        }
        return trials;
    }

    private static long responses(double rate, SplittableRandom random) {
        return random.doubles(100).filter(u -> u < rate).count();
    }

    private static void assertMessage(String expected, Executable call) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
