package infogap.signaling.lemons;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// A market for finitely many grades of hidden quality, in exact fractions.
///
/// @param grades from the least to the greatest seller value; the shares sum to 1
public record LemonsMarket(List<Grade> grades) {

    public LemonsMarket {
        grades = Checks.notEmpty("grades", grades).stream().sorted(Comparator.comparing(Grade::sellerValue)).toList();
        BigFraction total = grades.stream().map(Grade::share).reduce(BigFraction.ZERO, BigFraction::add);
        if (!total.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("shares of grades must sum to 1, but sum to " + Fractions.format(total));
        }
    }

    /// The market with these grades.
    public static LemonsMarket of(Grade... grades) {
        return new LemonsMarket(List.of(Checks.present("grades", grades)));
    }

    /// A price that is the average worth of what it brings to the market.
    ///
    /// @param price p
    /// @param sold the grades that are sold, r ≤ p
    /// @param shareSold the share of sellers who sell
    /// @param surplus what trade adds to the value of the goods, an average over all sellers
    public record Outcome(BigFraction price, List<Grade> sold, BigFraction shareSold, BigFraction surplus) {
        @Override
        public String toString() {
            return "price " + Fractions.readable(price) + ": " + sold.stream().map(Grade::name).collect(Collectors.joining(", "))
                    + " sold, " + Fractions.readable(shareSold) + " of all, surplus " + Fractions.readable(surplus);
        }
    }

    /// The grades offered at this price.
    public List<Grade> offered(BigFraction price) {
        Checks.present("price", price);
        return grades.stream().filter(grade -> grade.sellerValue().compareTo(price) <= 0).toList();
    }

    /// E[b | r ≤ p], what buyers pay for what is offered at the price; empty if nothing is.
    public Optional<BigFraction> worth(BigFraction price) {
        List<Grade> offered = offered(price);
        return offered.isEmpty() ? Optional.empty() : Optional.of(average(offered));
    }

    /// Every price with trade at which p = E[b | r ≤ p], from the lowest to the highest. Without one the market is empty.
    ///
    /// What is offered changes only at the seller values, so that each set of offered grades is tried once.
    public List<Outcome> outcomes() {
        return grades.stream()
                .map(Grade::sellerValue)
                .distinct()
                .map(value -> average(offered(value)))
                .filter(price -> worth(price).equals(Optional.of(price)))
                .distinct()
                .sorted()
                .map(this::outcome)
                .toList();
    }

    /// How the market unravels: from the price for the average of all grades, each price is the worth of what the one before brings to
    /// the market. It ends at a price that repeats, or with the last price at which nothing is offered.
    public List<BigFraction> unravelling() {
        List<BigFraction> prices = new ArrayList<>();
        Optional<BigFraction> next = Optional.of(average(grades));
        while (next.isPresent() && !prices.contains(next.get())) {
            prices.add(next.get());
            next = worth(next.get());
        }
        return List.copyOf(prices);
    }

    /// The surplus if quality were known: every grade that is worth more to buyers than to sellers is sold.
    public BigFraction fullInformationSurplus() {
        return surplus(grades.stream().filter(grade -> grade.buyerValue().compareTo(grade.sellerValue()) > 0).toList());
    }

    private Outcome outcome(BigFraction price) {
        List<Grade> sold = offered(price);
        return new Outcome(price, sold, sold.stream().map(Grade::share).reduce(BigFraction.ZERO, BigFraction::add), surplus(sold));
    }

    private static BigFraction surplus(List<Grade> sold) {
        return sold.stream()
                .map(grade -> grade.share().multiply(grade.buyerValue().subtract(grade.sellerValue())))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static BigFraction average(List<Grade> offered) {
        BigFraction weight = offered.stream().map(Grade::share).reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction worth = offered.stream().map(grade -> grade.share().multiply(grade.buyerValue()))
                .reduce(BigFraction.ZERO, BigFraction::add);
        return worth.divide(weight);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format("%-14s %10s %14s %14s", "grade", "share", "seller value", "buyer value"));
        grades.forEach(grade -> text.append(String.format("%n%-14s %10s %14s %14s", grade.name(), Fractions.readable(grade.share()),
                Fractions.readable(grade.sellerValue()), Fractions.readable(grade.buyerValue()))));
        List<Outcome> outcomes = outcomes();
        text.append(outcomes.isEmpty() ? System.lineSeparator() + "no price with trade" : "");
        outcomes.forEach(outcome -> text.append(System.lineSeparator()).append(outcome));
        return text.toString();
    }
}
