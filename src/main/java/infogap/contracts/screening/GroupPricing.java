package infogap.contracts.screening;

import infogap.contracts.AsymmetryCost;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// Third-degree price discrimination (三级价格歧视): a seller who sees the group of a customer, beside one who must ask all the same price.
///
/// Group by group the best price is halfway between cost and choke price, (a/b + c)/2. One price for all is the best of those for the groups that are served at
/// it, which may leave the poorer groups out. Discrimination raises profit (weakly). With linear demands and all groups served either way it leaves the quantity as
/// it is and lowers the surplus of both sides together; where it opens a group that one price leaves out, it can be better for everybody.
///
///     GroupPricing.of(2, LinearDemand.of("students", 10, 1), LinearDemand.of("others", 20, 1))
///
/// Source: R. Schmalensee (1981), *Output and welfare implications of monopolistic third-degree price discrimination*, American Economic Review 71, 242–247;
/// H. R. Varian (1985), *Price discrimination and social welfare*, American Economic Review 75, 870–875.
///
/// @param groups the groups
/// @param unitCost c ≥ 0
public record GroupPricing(List<LinearDemand> groups, BigFraction unitCost) {

    /// What a price, or a price for each group, brings.
    ///
    /// @param prices in the order of the groups
    /// @param profit of the seller
    /// @param consumerSurplus of each group
    public record Outcome(List<BigFraction> prices, BigFraction profit, List<BigFraction> consumerSurplus) {

        public Outcome {
            prices = Checks.notEmpty("prices", prices);
            Checks.present("profit", profit);
            consumerSurplus = Checks.notEmpty("consumerSurplus", consumerSurplus);
        }

        /// What seller and customers gain together.
        public BigFraction surplus() {
            return consumerSurplus.stream().reduce(profit, BigFraction::add);
        }
    }

    /// @throws IllegalArgumentException if there is no group, two have the same name, the cost is negative, or no group would pay it
    public GroupPricing {
        groups = Checks.notEmpty("groups", groups);
        Checks.distinct("names of the groups", groups.stream().map(LinearDemand::name).toList());
        Exact.nonNegative("unitCost", unitCost);
        BigFraction highest = groups.stream().map(LinearDemand::chokePrice).max(Comparator.naturalOrder()).orElseThrow();
        if (highest.compareTo(unitCost) <= 0) {
            throw new IllegalArgumentException("unitCost must be below the highest price that anybody pays, " + Fractions.format(highest)
                    + ", but is " + Fractions.format(unitCost));
        }
    }

    /// With a unit cost read as the decimal that it prints.
    public static GroupPricing of(double unitCost, LinearDemand... groups) {
        return new GroupPricing(List.of(Checks.present("groups", groups)), Fractions.ofDecimal(Checks.nonNegative("unitCost", unitCost)));
    }

    /// A price for each group; a group that would pay less than the cost is not served, at its choke price.
    public Outcome byGroup() {
        return outcome(groups.stream()
                .map(group -> group.chokePrice().compareTo(unitCost) <= 0 ? group.chokePrice() : group.chokePrice().add(unitCost).divide(2))
                .toList());
    }

    /// One price for all: the most profitable, of equal ones the lowest.
    public Outcome onePrice() {
        Outcome best = null;
        for (BigFraction price : candidates()) {
            Outcome outcome = outcome(groups.stream().map(_ -> price).toList());
            if (best == null || outcome.profit().compareTo(best.profit()) > 0) {
                best = outcome;
            }
        }
        return best;
    }

    /// Each customer pays what each unit is worth to it, down to the cost (first degree): the seller gets the whole surplus.
    public BigFraction firstDegreeProfit() {
        return groups.stream().map(group -> group.consumerSurplus(unitCost)).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /// What not seeing the group costs the seller: one price against a price for each group. What is lost to both is negative where discrimination lowers the surplus
    /// of both sides together: then the customers gain more by not being seen than the seller loses.
    public AsymmetryCost cost() {
        Outcome seen = byGroup();
        Outcome unseen = onePrice();
        return AsymmetryCost.of("seller", seen.surplus(), unseen.surplus(), seen.profit(), unseen.profit());
    }

    /// What not seeing more than the group costs the seller: a price for each group against first-degree discrimination.
    public AsymmetryCost costWithinGroups() {
        Outcome seen = byGroup();
        return AsymmetryCost.of("seller", firstDegreeProfit(), seen.surplus(), firstDegreeProfit(), seen.profit());
    }

    /// The best price for the groups with the highest choke prices, for each number of them, where just these are served at it; ascending.
    private List<BigFraction> candidates() {
        List<LinearDemand> rich = groups.stream().sorted(Comparator.comparing(LinearDemand::chokePrice).reversed()).toList();
        List<BigFraction> prices = new ArrayList<>();
        BigFraction intercept = BigFraction.ZERO;
        BigFraction slope = BigFraction.ZERO;
        for (LinearDemand group : rich) {
            intercept = intercept.add(group.intercept());
            slope = slope.add(group.slope());
            BigFraction price = intercept.divide(slope).add(unitCost).divide(2);
            if (price.compareTo(unitCost) > 0) {
                prices.add(price);
            }
        }
        return prices.stream().sorted().toList();
    }

    private Outcome outcome(List<BigFraction> prices) {
        BigFraction profit = BigFraction.ZERO;
        List<BigFraction> surplus = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            BigFraction price = prices.get(i);
            profit = profit.add(price.subtract(unitCost).multiply(groups.get(i).quantity(price)));
            surplus.add(groups.get(i).consumerSurplus(price));
        }
        return new Outcome(prices, profit, surplus);
    }

    @Override
    public String toString() {
        Outcome one = onePrice();
        Outcome each = byGroup();
        String format = "%-16s %12s %14s %12s %14s";
        StringBuilder text = new StringBuilder(String.format(format, "group", "one price", "group's gain", "own price", "group's gain"));
        for (int i = 0; i < groups.size(); i++) {
            text.append(System.lineSeparator()).append(String.format(format, groups.get(i), Fractions.readable(one.prices().get(i)),
                    Fractions.readable(one.consumerSurplus().get(i)), Fractions.readable(each.prices().get(i)),
                    Fractions.readable(each.consumerSurplus().get(i))));
        }
        return text + List.of(one, each).stream()
                .map(outcome -> "profit " + Fractions.readable(outcome.profit()) + ", surplus " + Fractions.readable(outcome.surplus()))
                .collect(Collectors.joining("; by group: ", System.lineSeparator() + "one price: ", ""));
    }
}
