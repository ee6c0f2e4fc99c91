package infogap.signaling.lemons;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
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
        BigFraction total = mass(grades);
        if (!total.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("shares of grades must sum to 1, but sum to " + Fractions.format(total));
        }
    }

    /// The market with these grades.
    public static LemonsMarket of(Grade... grades) {
        return new LemonsMarket(List.of(Checks.present("grades", grades)));
    }

    /// Prices at which the same grades are offered and worth at least the price.
    ///
    /// @param prices from the seller value of the last grade that is offered; competing buyers bid the price up to the worth of what is offered, where the
    ///     interval ends, unless the next grade comes to the market before
    /// @param offered the grades with r ≤ p
    public record TradingPrices(Interval prices, List<Grade> offered) {

        public TradingPrices {
            Checks.present("prices", prices);
            offered = Checks.notEmpty("offered", offered);
        }

        @Override
        public String toString() {
            return prices + " for " + offered.stream().map(Grade::name).collect(Collectors.joining(", "));
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
        return offered.isEmpty() ? Optional.empty() : Optional.of(value(offered).divide(mass(offered)));
    }

    /// Every outcome with trade at which the price is the average worth of what is sold, from the lowest price to the highest. Without one the market is empty.
    ///
    /// A grade with r < p is sold whole. One with r = p is indifferent and may be sold whole, in part or not at all: just so much that the price is right.
    /// Where several amounts are right they make one outcome, with their range.
    public List<LemonsOutcome> outcomes() {
        List<LemonsOutcome> outcomes = new ArrayList<>();
        List<BigFraction> sellerValues = grades.stream().map(Grade::sellerValue).distinct().toList();
        for (int i = 0; i < sellerValues.size(); i++) {
            BigFraction here = sellerValues.get(i);
            LemonsOutcome.indifferent(this, here).ifPresent(outcomes::add);
            BigFraction price = worth(here).orElseThrow();
            boolean beforeTheNext = i + 1 == sellerValues.size() || price.compareTo(sellerValues.get(i + 1)) < 0;
            if (price.compareTo(here) > 0 && beforeTheNext) {
                outcomes.add(LemonsOutcome.whole(this, price));
            }
        }
        return List.copyOf(outcomes);
    }

    /// Every price at which what is offered is worth at least the price, for each set of grades that is offered. Nobody loses at these prices; those of
    /// [#outcomes] are the ones at which buyers gain nothing, as their competition wants.
    ///
    /// With costs (1, 5) and values (3, 9), half of each: `[1, 3]` for the bad grade and `[5, 6]` for both.
    public List<TradingPrices> tradingPrices() {
        List<TradingPrices> ranges = new ArrayList<>();
        List<BigFraction> sellerValues = grades.stream().map(Grade::sellerValue).distinct().toList();
        for (int i = 0; i < sellerValues.size(); i++) {
            BigFraction from = sellerValues.get(i);
            BigFraction worth = worth(from).orElseThrow();
            boolean cut = i + 1 < sellerValues.size() && sellerValues.get(i + 1).compareTo(worth) <= 0;
            Interval prices = new Interval(from, true, Optional.of(cut ? sellerValues.get(i + 1) : worth), !cut);
            if (!prices.isEmpty()) {
                ranges.add(new TradingPrices(prices, offered(from)));
            }
        }
        return List.copyOf(ranges);
    }

    /// How the market unravels: from the price for the average of all grades, each price is the worth of what the one before brings to
    /// the market. It ends at a price that repeats, or with the last price at which nothing is offered.
    public List<BigFraction> unravelling() {
        List<BigFraction> prices = new ArrayList<>();
        Optional<BigFraction> next = Optional.of(value(grades));
        while (next.isPresent() && !prices.contains(next.get())) {
            prices.add(next.get());
            next = worth(next.get());
        }
        return List.copyOf(prices);
    }

    /// The surplus if quality were known: every grade that is worth more to buyers than to sellers is sold.
    public BigFraction fullInformationSurplus() {
        return grades.stream()
                .filter(grade -> grade.buyerValue().compareTo(grade.sellerValue()) > 0)
                .map(grade -> grade.share().multiply(grade.buyerValue().subtract(grade.sellerValue())))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    static BigFraction mass(List<Grade> some) {
        return some.stream().map(Grade::share).reduce(BigFraction.ZERO, BigFraction::add);
    }

    static BigFraction value(List<Grade> some) {
        return some.stream().map(grade -> grade.share().multiply(grade.buyerValue())).reduce(BigFraction.ZERO, BigFraction::add);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format("%-14s %10s %14s %14s", "grade", "share", "seller value", "buyer value"));
        grades.forEach(grade -> text.append(String.format("%n%-14s %10s %14s %14s", grade.name(), Fractions.readable(grade.share()),
                Fractions.readable(grade.sellerValue()), Fractions.readable(grade.buyerValue()))));
        List<LemonsOutcome> outcomes = outcomes();
        text.append(outcomes.isEmpty() ? System.lineSeparator() + "no price with trade" : "");
        outcomes.forEach(outcome -> text.append(System.lineSeparator()).append(outcome));
        return text.toString();
    }
}
