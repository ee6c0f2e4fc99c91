package infogap.customers.offer;

import infogap.numeric.Checks;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a shopper would take next, learned from other shoppers' whole baskets and profiles.
///
///     OfferModel model = OfferModel.fit(Shopper.of(customers, "basket", ";", "channel"));
///     model.rank(new Shopper(new TreeSet<>(Set.of("tea")), List.of("app")), margins);
///
/// Of an item i that is not in the basket B of a shopper with profile z, the belief is that it is the next one,
///
///     P(next = i | B, z) ∝ P(i) · Π_{j ∈ B} P(j | i) · Π_{j ∉ B, j ≠ i} (1 − P(j | i)) · Π_a P(z_a | i)
///
/// an estimate of how often the basket `B ∪ {i}` stands with this profile, in which the items and attributes are independent given i (naive Bayes, 朴素贝叶斯).
/// Shares are smoothed by a count of one: `(together + 1)/(with i + 2)` for items, `(together + 1)/(with i + categories)` for attributes (Laplace's rule).
///
/// Source: T. M. Mitchell (1997), *Machine Learning*, McGraw-Hill, section 6.9.
public final class OfferModel {

    private final List<String> items;
    private final int shoppers;
    private final Map<String, Integer> counts;
    private final Map<String, Map<String, Integer>> together;
    private final List<Map<String, Map<String, Integer>>> profiles;
    private final List<Integer> categories;

    private OfferModel(List<String> items, int shoppers, Map<String, Integer> counts, Map<String, Map<String, Integer>> together,
            List<Map<String, Map<String, Integer>>> profiles, List<Integer> categories) {
        this.items = items;
        this.shoppers = shoppers;
        this.counts = counts;
        this.together = together;
        this.profiles = profiles;
        this.categories = categories;
    }

    /// An item with what it promises.
    ///
    /// @param item what to offer
    /// @param probability that it is what the shopper takes next
    /// @param expectedProfit `probability · margin`, in the margins' unit
    public record Offer(String item, double probability, double expectedProfit) {

        /// `cup: 0.61, expected profit 3.05`.
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s: %.3f, expected profit %.4g", item, probability, expectedProfit);
        }
    }

    /// Counts what stands together.
    ///
    /// @throws IllegalArgumentException if there is no shopper, fewer than two items, or the profiles differ in length
    public static OfferModel fit(List<Shopper> shoppers) {
        List<Shopper> given = Checks.notEmpty("shoppers", shoppers);
        int attributes = given.getFirst().profile().size();
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Map<String, Integer>> together = new HashMap<>();
        List<Map<String, Map<String, Integer>>> profiles = new ArrayList<>();
        List<Set<String>> seen = new ArrayList<>();
        for (int a = 0; a < attributes; a++) {
            profiles.add(new HashMap<>());
            seen.add(new HashSet<>());
        }
        for (Shopper shopper : given) {
            Checks.sameLength("attributes of " + shopper, shopper.profile().size(), "of the first shopper", attributes);
            for (int a = 0; a < attributes; a++) {
                seen.get(a).add(shopper.profile().get(a));
            }
            for (String item : shopper.basket()) {
                counts.merge(item, 1, Integer::sum);
                for (String other : shopper.basket()) {
                    together.computeIfAbsent(item, _ -> new HashMap<>()).merge(other, 1, Integer::sum);
                }
                for (int a = 0; a < attributes; a++) {
                    profiles.get(a).computeIfAbsent(item, _ -> new HashMap<>()).merge(shopper.profile().get(a), 1, Integer::sum);
                }
            }
        }
        List<String> items = List.copyOf(new TreeSet<>(counts.keySet()));
        if (items.size() < 2) {
            throw new IllegalArgumentException("shoppers must have bought at least two different items, but bought " + items);
        }
        return new OfferModel(items, given.size(), counts, together, profiles, seen.stream().map(Set::size).toList());
    }

    /// What is sold, in alphabetical order.
    public List<String> items() {
        return items;
    }

    /// The belief about the next item, over all that are not in the basket.
    ///
    /// @throws IllegalArgumentException if the basket has an unknown item or all of them, or the profile has another number of attributes
    public Distribution<String> belief(Shopper shopper) {
        List<String> candidates = candidates(shopper);
        Checks.sameLength("attributes of the shopper", shopper.profile().size(), "attributes in training", categories.size());
        double[] logarithms = candidates.stream().mapToDouble(item -> logarithm(item, shopper)).toArray();
        return weighted(candidates, logarithms);
    }

    /// The belief of somebody who looks at how often each item is bought, and at nothing else.
    ///
    /// @throws IllegalArgumentException if the basket has an unknown item or all of them
    public Distribution<String> popularity(Shopper shopper) {
        List<String> candidates = candidates(shopper);
        return weighted(candidates, candidates.stream().mapToDouble(item -> Math.log(counts.get(item))).toArray());
    }

    /// The items not in the basket by descending expected profit; equal ones in alphabetical order.
    ///
    /// @param margins what each item brings when it is taken, in money, not negative
    /// @throws IllegalArgumentException as [#belief], or if an item has no margin or a negative one
    public List<Offer> rank(Shopper shopper, Map<String, Double> margins) {
        return rank(belief(shopper), margins);
    }

    static List<Offer> rank(Distribution<String> belief, Map<String, Double> margins) {
        return belief.states().stream()
                .map(item -> new Offer(item, belief.probability(item), belief.probability(item) * margin(item, margins)))
                .sorted(Comparator.comparingDouble(Offer::expectedProfit).reversed().thenComparing(Offer::item))
                .toList();
    }

    static double margin(String item, Map<String, Double> margins) {
        Double margin = Checks.present("margins", margins).get(item);
        if (margin == null) {
            throw new IllegalArgumentException("margins must have one for every item, but '" + item + "' has none");
        }
        return Checks.nonNegative("margins of " + item, margin);
    }

    private List<String> candidates(Shopper shopper) {
        for (String item : Checks.present("shopper", shopper).basket()) {
            if (!counts.containsKey(item)) {
                throw new IllegalArgumentException("basket must hold items that were bought in training, " + items + ", but holds '" + item + "'");
            }
        }
        List<String> candidates = items.stream().filter(item -> !shopper.basket().contains(item)).toList();
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("basket must leave an item to offer, but holds all of " + items);
        }
        return candidates;
    }

    private double logarithm(String item, Shopper shopper) {
        int with = counts.get(item);
        double sum = Math.log((double) with / shoppers);
        for (String other : items) {
            if (!other.equals(item)) {
                double share = (together.get(item).getOrDefault(other, 0) + 1.0) / (with + 2.0);
                sum += Math.log(shopper.basket().contains(other) ? share : 1 - share);
            }
        }
        for (int a = 0; a < categories.size(); a++) {
            int matching = profiles.get(a).get(item).getOrDefault(shopper.profile().get(a), 0);
            sum += Math.log((matching + 1.0) / (with + categories.get(a)));
        }
        return sum;
    }

    /// Weights in the largest one's units, so that none of them underflows where it matters.
    private static Distribution<String> weighted(List<String> candidates, double[] logarithms) {
        double greatest = Arrays.stream(logarithms).max().orElseThrow();
        return Distribution.normalized(candidates, Arrays.stream(logarithms).map(l -> Math.exp(l - greatest)).toArray());
    }

    /// `5 items learned from 2400 shoppers`.
    @Override
    public String toString() {
        return items.size() + " items learned from " + shoppers + " shoppers";
    }
}
