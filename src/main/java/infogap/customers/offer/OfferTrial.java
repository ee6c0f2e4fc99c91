package infogap.customers.offer;

import infogap.customers.service.Routing;
import infogap.gap.Payoffs;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Offers on trial: of each held-out basket one item is hidden, and the shop makes one offer to whoever holds the rest. The hidden item is what the shopper
/// would take; any other offer brings nothing.
///
/// A person can be asked first (人机协作): they find out what the shopper wants, for a price. Before anybody looks, that is expected to be worth
/// `Σ_i P(i) m_i − max_i P(i) m_i`, the value of perfect information at the model's belief, an information gap in money. Asking pays when it exceeds the price,
/// if the beliefs are right; [#routing] finds the threshold that earned most, to be tried on other cases.
///
/// @param cases one for each basket
/// @param margins what each item brings when it is taken, in money
public record OfferTrial(List<Case> cases, Map<String, Double> margins) {

    /// One held-out basket.
    ///
    /// @param hidden what the shopper would take
    /// @param belief of the model
    /// @param popularity the belief of who looks at nothing but how often items are bought
    public record Case(String hidden, Distribution<String> belief, Distribution<String> popularity) {}

    /// Keeps immutable copies.
    ///
    /// @throws IllegalArgumentException if there is no case
    public OfferTrial {
        cases = Checks.notEmpty("cases", cases);
        margins = Map.copyOf(margins);
    }

    /// Hides one item of each basket that has one, all as likely.
    ///
    /// @param model fitted to other shoppers
    /// @param heldOut shoppers with whole baskets; empty baskets and those with items that the model never saw are left out
    /// @param margins one for every item, not negative
    /// @param seed decides what is hidden
    /// @throws IllegalArgumentException if a margin is missing or negative, or no basket is left
    public static OfferTrial of(OfferModel model, List<Shopper> heldOut, Map<String, Double> margins, long seed) {
        model.items().forEach(item -> OfferModel.margin(item, margins));
        SplittableRandom random = new SplittableRandom(seed);
        List<Case> cases = new ArrayList<>();
        for (Shopper shopper : Checks.notEmpty("heldOut", heldOut)) {
            if (shopper.basket().isEmpty() || !model.items().containsAll(shopper.basket())) {
                continue;
            }
            String hidden = List.copyOf(shopper.basket()).get(random.nextInt(shopper.basket().size()));
            Shopper seen = shopper.without(hidden);
            cases.add(new Case(hidden, model.belief(seen), model.popularity(seen)));
        }
        return new OfferTrial(cases, margins);
    }

    /// The share of the cases in which the hidden item is among the k most likely of the model's.
    ///
    /// @throws IllegalArgumentException if k is below 1
    public double hitRate(int k) {
        return hitRate(k, Case::belief);
    }

    /// The same for the k most popular items.
    ///
    /// @throws IllegalArgumentException if k is below 1
    public double hitRateOfPopularity(int k) {
        return hitRate(k, Case::popularity);
    }

    /// The mean profit a case of offering what the model expects most of, in money.
    public double profit() {
        return profit(Case::belief);
    }

    /// The same for who offers what is expected most by popularity.
    public double profitOfPopularity() {
        return profit(Case::popularity);
    }

    /// The mean profit a case of knowing what the shopper wants: no offer can earn more.
    public double profitOfTruth() {
        return mean(one -> margins.get(one.hidden()));
    }

    /// Which cases go to a person, by what knowing is expected to be worth.
    ///
    /// @param price what asking about one case costs, in money
    /// @throws IllegalArgumentException if the price is negative or not finite
    public Routing routing(double price) {
        Checks.nonNegative("price", price);
        return Routing.of(cases.stream()
                .map(one -> new Routing.Case(payoffs(one.belief()).uncertainty(one.belief()), earned(one, one.belief()), margins.get(one.hidden()) - price))
                .toList());
    }

    /// `u(offer i, wants j) = m_i` where i is j, else 0.
    private Payoffs<String, String> payoffs(Distribution<String> belief) {
        List<String> items = belief.states();
        double[][] payoffs = new double[items.size()][items.size()];
        for (int i = 0; i < payoffs.length; i++) {
            payoffs[i][i] = margins.get(items.get(i));
        }
        return Payoffs.of(items, items, payoffs);
    }

    private double earned(Case one, Distribution<String> belief) {
        String offered = OfferModel.rank(belief, margins).getFirst().item();
        return offered.equals(one.hidden()) ? margins.get(offered) : 0;
    }

    private double profit(Function<Case, Distribution<String>> belief) {
        return mean(one -> earned(one, belief.apply(one)));
    }

    private double hitRate(int k, Function<Case, Distribution<String>> belief) {
        Checks.atLeast("k", k, 1);
        return mean(one -> {
            Distribution<String> of = belief.apply(one);
            double hidden = of.probability(one.hidden());
            // ties go against the hidden item, so that a belief that knows nothing is not lucky
            long before = of.states().stream().filter(item -> !item.equals(one.hidden()) && of.probability(item) >= hidden).count();
            return before < k ? 1 : 0;
        });
    }

    private double mean(ToDoubleFunction<Case> value) {
        return CompensatedSum.of(cases.stream().mapToDouble(value).toArray()) / cases.size();
    }

    /// Hit rates and profits beside those of popularity and of the truth.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d cases%n%-12s %10s %10s %14s%n%-12s %10.4f %10.4f %14.4f%n%-12s %10.4f %10.4f %14.4f%n%-12s %10s %10s %14.4f",
                cases.size(), "offers by", "first hit", "in first 2", "profit a case",
                "model", hitRate(1), hitRate(2), profit(),
                "popularity", hitRateOfPopularity(1), hitRateOfPopularity(2), profitOfPopularity(),
                "truth", "", "", profitOfTruth());
    }
}
