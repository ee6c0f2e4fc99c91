package infogap.customers.basket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.table.data.DataPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BasketsTest {

    private static final List<String> ITEMS = List.of("a", "b", "c", "d", "e", "f");

    @Test
    void aSmallCaseByHand() {
        Baskets baskets = Baskets.of(List.of(
                List.of("tea", "cup"), List.of("tea", "cup", "honey"), List.of("tea"), List.of("honey"), List.of("cup", "cup")));
        AssociationRule rule = baskets.rules(2, 0.6).stream()
                .filter(candidate -> candidate.antecedent().equals(new TreeSet<>(Set.of("tea"))))
                .findFirst()
                .orElseThrow();
        // tea in 3, cup in 3, both in 2 of 5: confidence 2/3, lift (2/5)/(3/5 · 3/5) = 10/9
        assertEquals(new AssociationRule(new TreeSet<>(Set.of("tea")), new TreeSet<>(Set.of("cup")), 2, 3, 3, 5), rule);
        assertEquals(0.4, rule.support());
        assertEquals(2.0 / 3, rule.confidence());
        assertEquals(10.0 / 9, rule.lift(), 1e-15);
    }

    @Test
    void setsAndRulesAreThoseOfBruteForce() {
        SplittableRandom random = new SplittableRandom(9);
        for (int trial = 0; trial < 40; trial++) {
            List<List<String>> data = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                List<String> basket = new ArrayList<>(ITEMS);
                basket.removeIf(item -> random.nextDouble() < 0.5);
                data.add(basket.isEmpty() ? List.of("a") : basket);
            }
            int least = 1 + trial % 8;
            double confidence = new double[] {0.3, 0.5, 0.75, 1}[trial % 4];
            Baskets baskets = Baskets.of(data);
            Map<SortedSet<String>, Integer> counts = bruteForce(data, least);
            assertEquals(counts, baskets.frequentSets(least));
            assertEquals(bruteForceRules(counts, confidence, data.size()), new HashSet<>(baskets.rules(least, confidence)));
        }
    }

    @Test
    void thePlantedRulesAreFoundInTheCrmBaskets() {
        Baskets baskets = Baskets.of(DataPackage.read(Path.of("data/crm")).table("customers"), "basket", ";");
        assertEquals(3000, baskets.size());
        List<AssociationRule> rules = baskets.rules(60, 0.5);
        AssociationRule sugar = rule(rules, Set.of("honey", "tea"), "sugar");
        AssociationRule cup = rule(rules, Set.of("tea"), "cup");
        // truth 0.6 and 0.7; four standard errors of a share of about 300 and 1200 baskets
        assertEquals(0.6, sugar.confidence(), 4 * Math.sqrt(0.24 / 300));
        assertEquals(0.7, cup.confidence(), 4 * Math.sqrt(0.21 / 1200));
        assertTrue(rules.stream().noneMatch(rule -> rule.consequent().contains("filter")), "the filter is bought by chance");
        for (int i = 1; i < rules.size(); i++) {
            assertTrue(rules.get(i - 1).lift() >= rules.get(i).lift());
        }
    }

    @Test
    void nothingFrequentGivesNoRules() {
        Baskets baskets = Baskets.of(List.of(List.of("a"), List.of("b")));
        assertEquals(Map.of(), baskets.frequentSets(2));
        assertEquals(List.of(), baskets.rules(2, 0.5));
    }

    @Test
    void emptyBasketsAndBadThresholdsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Baskets.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Baskets.of(List.of(List.of("a"), List.of())));
        assertThrows(IllegalArgumentException.class, () -> Baskets.of(List.of(List.of(" "))));
        Baskets baskets = Baskets.of(List.of(List.of("a")));
        assertThrows(IllegalArgumentException.class, () -> baskets.rules(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> baskets.rules(1, 0));
        assertThrows(IllegalArgumentException.class, () -> baskets.rules(1, 1.5));
        assertThrows(IllegalArgumentException.class,
                () -> new AssociationRule(new TreeSet<>(Set.of("a")), new TreeSet<>(Set.of("a", "b")), 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class,
                () -> new AssociationRule(new TreeSet<>(Set.of("a")), new TreeSet<>(Set.of("b")), 3, 2, 3, 5));
    }

    private static AssociationRule rule(List<AssociationRule> rules, Set<String> antecedent, String consequent) {
        return rules.stream()
                .filter(rule -> rule.antecedent().equals(antecedent) && rule.consequent().equals(Set.of(consequent)))
                .findFirst()
                .orElseThrow();
    }

    private static Map<SortedSet<String>, Integer> bruteForce(List<List<String>> data, int least) {
        Map<SortedSet<String>, Integer> counts = new HashMap<>();
        for (int code = 1; code < 64; code++) {
            SortedSet<String> set = subset(code);
            int count = (int) data.stream().filter(basket -> basket.containsAll(set)).count();
            if (count >= least) {
                counts.put(set, count);
            }
        }
        return counts;
    }

    private static Set<AssociationRule> bruteForceRules(Map<SortedSet<String>, Integer> counts, double confidence, int baskets) {
        Set<AssociationRule> rules = new HashSet<>();
        for (int a = 1; a < 64; a++) {
            for (int c = 1; c < 64; c++) {
                SortedSet<String> both = subset(a | c);
                if ((a & c) == 0 && counts.containsKey(both)) {
                    AssociationRule rule = new AssociationRule(
                            subset(a), subset(c), counts.get(both), counts.get(subset(a)), counts.get(subset(c)), baskets);
                    if (rule.confidence() >= confidence) {
                        rules.add(rule);
                    }
                }
            }
        }
        return rules;
    }

    private static SortedSet<String> subset(int code) {
        SortedSet<String> set = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            if ((code >> i & 1) == 1) {
                set.add(ITEMS.get(i));
            }
        }
        return set;
    }
}
