package infogap.customers.basket;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import smile.association.ARM;
import smile.association.FPGrowth;
import smile.association.FPTree;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// What was bought together, basket by basket. An item counts once per basket.
public final class Baskets {

    private static final Comparator<AssociationRule> BEST_FIRST = Comparator.comparingDouble(AssociationRule::lift)
            .thenComparingLong(AssociationRule::together)
            .reversed()
            .thenComparing(rule -> rule.antecedent() + " " + rule.consequent());

    private final List<String> items;
    private final int[][] baskets;

    private Baskets(List<String> items, int[][] baskets) {
        this.items = items;
        this.baskets = baskets;
    }

    /// Baskets as collections of items.
    ///
    /// @throws IllegalArgumentException if there is no basket, a basket is empty or an item is blank
    public static Baskets of(Collection<? extends Collection<String>> baskets) {
        List<Collection<String>> checked = Checks.notEmpty("baskets", baskets);
        SortedSet<String> items = new TreeSet<>();
        for (int i = 0; i < checked.size(); i++) {
            for (String item : Checks.notEmpty("baskets[" + i + "]", checked.get(i))) {
                items.add(Checks.text("item of baskets[" + i + "]", item));
            }
        }
        List<String> names = List.copyOf(items);
        int[][] numbers = checked.stream()
                .map(basket -> basket.stream().distinct().mapToInt(names::indexOf).toArray())
                .toArray(int[][]::new);
        return new Baskets(names, numbers);
    }

    /// A text column with the items of a basket in each row.
    ///
    /// @param separator between two items, taken literally
    /// @throws IllegalArgumentException if the column is not there, is no text, or has a missing or blank item; the message names the row
    public static Baskets of(Table table, String column, String separator) {
        if (!table.columnNames().contains(column) || !(table.column(column) instanceof StringColumn texts)) {
            throw new IllegalArgumentException(table.name() + " must have a text column '" + column + "', but has " + table.columnNames());
        }
        List<List<String>> baskets = new ArrayList<>();
        for (int row = 0; row < texts.size(); row++) {
            List<String> basket = List.of(texts.get(row).split(Pattern.quote(separator), -1));
            if (basket.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(table.name() + ", row " + (row + 1) + ", column '" + column
                        + "' must hold items separated by '" + separator + "', but is '" + texts.get(row) + "'");
            }
            baskets.add(basket);
        }
        return of(baskets);
    }

    /// The number of baskets.
    public int size() {
        return baskets.length;
    }

    /// The items of each basket, in the order in which the baskets were given.
    public List<SortedSet<String>> baskets() {
        return Arrays.stream(baskets).map(this::names).toList();
    }

    /// Every item, in alphabetical order.
    public List<String> items() {
        return items;
    }

    /// The sets of items that stand together in at least so many baskets, and in how many.
    ///
    /// @param least at least 1
    /// @throws IllegalArgumentException if `least` is below 1
    public Map<SortedSet<String>, Integer> frequentSets(int least) {
        Checks.atLeast("least", least, 1);
        Map<SortedSet<String>, Integer> sets = new HashMap<>();
        FPGrowth.apply(FPTree.of(least, baskets)).forEach(set -> sets.put(names(set.items()), set.support()));
        return sets;
    }

    /// The rules `A ⇒ C` that enough baskets hold and that are right often enough, by descending lift.
    ///
    /// @param least in how many baskets A and C must stand together, at least 1
    /// @param confidence the least share of the baskets with A that must have C, in (0, 1]
    /// @throws IllegalArgumentException if an argument is out of its range
    public List<AssociationRule> rules(int least, double confidence) {
        Checks.inRange("confidence", confidence, Double.MIN_VALUE, 1);
        Map<SortedSet<String>, Integer> counts = frequentSets(least);
        return ARM.apply(confidence, FPTree.of(least, baskets))
                .map(rule -> {
                    SortedSet<String> antecedent = names(rule.antecedent());
                    SortedSet<String> consequent = names(rule.consequent());
                    SortedSet<String> both = new TreeSet<>(antecedent);
                    both.addAll(consequent);
                    return new AssociationRule(
                            antecedent, consequent, counts.get(both), counts.get(antecedent), counts.get(consequent), baskets.length);
                })
                .sorted(BEST_FIRST)
                .toList();
    }

    private SortedSet<String> names(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(items::get).collect(Collectors.toCollection(TreeSet::new));
    }
}
