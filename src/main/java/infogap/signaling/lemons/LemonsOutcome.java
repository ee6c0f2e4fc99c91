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

/// A price that is the average worth of what is sold at it.
///
/// @param price p
/// @param supplies the grades with r ≤ p, and how much of each is sold
/// @param shareSold the share of sellers who sell: a single number, or a range where an indifferent grade may sell more or less
/// @param surplus what trade adds to the value of the goods, an average over all sellers: Σ share (p − r) over the grades with r < p, the same in the whole range
public record LemonsOutcome(BigFraction price, List<Supply> supplies, Interval shareSold, BigFraction surplus) {

    public LemonsOutcome {
        Checks.present("price", price);
        supplies = Checks.notEmpty("supplies", supplies);
        Checks.present("shareSold", shareSold);
        Checks.present("surplus", surplus);
    }

    /// How much of a grade is sold.
    ///
    /// @param grade the grade
    /// @param sold the share of all sellers who have it and sell: a single number, or a range
    public record Supply(Grade grade, Interval sold) {

        public Supply {
            Checks.present("grade", grade);
            Checks.present("sold", sold);
        }

        /// Whether all of the grade is sold.
        public boolean isWhole() {
            return sold.isPoint() && sold.low().equals(grade.share());
        }

        /// Whether none of it is sold: its sellers are indifferent and keep it.
        public boolean isNone() {
            return sold.isPoint() && sold.low().equals(BigFraction.ZERO);
        }

        @Override
        public String toString() {
            if (isWhole()) {
                return grade.name();
            }
            String amount = sold.isPoint() ? Fractions.readable(sold.low()) : "any of " + sold;
            return grade.name() + " (" + amount + " of " + Fractions.readable(grade.share()) + ")";
        }
    }

    /// The grades of which something is or may be sold.
    public List<Grade> sold() {
        return supplies.stream().filter(supply -> !supply.isNone()).map(Supply::grade).toList();
    }

    /// Whether a grade with r = p is sold in part, or may be.
    public boolean isPartial() {
        return supplies.stream().anyMatch(supply -> !supply.isWhole() && !supply.isNone());
    }

    /// Every grade with r ≤ p sold whole.
    static LemonsOutcome whole(LemonsMarket market, BigFraction price) {
        List<Grade> sold = market.offered(price);
        return new LemonsOutcome(price, sold.stream().map(grade -> new Supply(grade, Interval.point(grade.share()))).toList(),
                Interval.point(LemonsMarket.mass(sold)), surplus(sold, price));
    }

    /// What is sold at the seller value of a grade, which makes its sellers indifferent, if anything: amounts `0 ≤ x_g ≤ share_g` of these grades with
    /// `Σ x_g (b_g − p) = p W − V`, where the grades with r < p have the share `W` and the worth `V` together.
    static Optional<LemonsOutcome> indifferent(LemonsMarket market, BigFraction price) {
        List<Grade> certain = market.offered(price).stream().filter(grade -> grade.sellerValue().compareTo(price) < 0).toList();
        List<Grade> tied = market.offered(price).stream().filter(grade -> grade.sellerValue().equals(price)).toList();
        BigFraction missing = price.multiply(LemonsMarket.mass(certain)).subtract(LemonsMarket.value(certain));
        BigFraction most = excess(tied, price, 1);
        BigFraction least = excess(tied, price, -1);
        if (missing.compareTo(most) > 0 || missing.compareTo(least) < 0) {
            return Optional.empty();
        }
        List<Supply> supplies = new ArrayList<>(certain.stream().map(grade -> new Supply(grade, Interval.point(grade.share()))).toList());
        for (Grade grade : tied) {
            supplies.add(new Supply(grade, amount(grade, price, missing, least, most)));
        }
        BigFraction sure = LemonsMarket.mass(certain);
        Interval share = Interval.closed(sure.add(fewest(tied, price, missing)), sure.add(greatest(tied, price, missing)));
        if (share.high().orElseThrow().equals(BigFraction.ZERO)) {
            return Optional.empty();
        }
        boolean mayBeNothing = share.low().equals(BigFraction.ZERO);
        return Optional.of(new LemonsOutcome(price, supplies,
                mayBeNothing ? new Interval(share.low(), false, share.high(), true) : share, surplus(certain, price)));
    }

    /// The positive (sign 1) or negative (−1) part of Σ share (b − p).
    private static BigFraction excess(List<Grade> tied, BigFraction price, int sign) {
        return tied.stream()
                .map(grade -> grade.share().multiply(grade.buyerValue().subtract(price)))
                .filter(part -> part.getNumerator().signum() == sign)
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    /// The amounts of one grade that some amounts of the others complete.
    private static Interval amount(Grade grade, BigFraction price, BigFraction missing, BigFraction least, BigFraction most) {
        BigFraction unit = grade.buyerValue().subtract(price);
        int sign = unit.getNumerator().signum();
        if (sign == 0) {
            return Interval.closed(BigFraction.ZERO, grade.share());
        }
        BigFraction own = grade.share().multiply(unit);
        // what is left for this grade when the others give their most, and when they give their least
        BigFraction afterMost = missing.subtract(sign > 0 ? most.subtract(own) : most).divide(unit);
        BigFraction afterLeast = missing.subtract(sign > 0 ? least : least.subtract(own)).divide(unit);
        return Interval.closed(sign > 0 ? afterMost : afterLeast, sign > 0 ? afterLeast : afterMost)
                .intersect(Interval.closed(BigFraction.ZERO, grade.share()));
    }

    /// The least that makes up for what is missing: from the grades whose worth differs most from the price.
    private static BigFraction fewest(List<Grade> tied, BigFraction price, BigFraction missing) {
        return needed(tied, price, missing, missing.getNumerator().signum());
    }

    /// The most: everything, less the least that must be left out.
    private static BigFraction greatest(List<Grade> tied, BigFraction price, BigFraction missing) {
        BigFraction all = LemonsMarket.value(tied).subtract(price.multiply(LemonsMarket.mass(tied)));
        BigFraction tooMuch = all.subtract(missing);
        return LemonsMarket.mass(tied).subtract(needed(tied, price, tooMuch, tooMuch.getNumerator().signum()));
    }

    private static BigFraction needed(List<Grade> tied, BigFraction price, BigFraction amount, int sign) {
        BigFraction left = amount.abs();
        BigFraction mass = BigFraction.ZERO;
        List<Grade> byDistance = tied.stream()
                .filter(grade -> grade.buyerValue().compareTo(price) * sign > 0)
                .sorted(Comparator.comparing((Grade grade) -> grade.buyerValue().subtract(price).abs()).reversed())
                .toList();
        for (Grade grade : byDistance) {
            BigFraction unit = grade.buyerValue().subtract(price).abs();
            BigFraction whole = grade.share().multiply(unit);
            if (left.compareTo(whole) <= 0) {
                return mass.add(left.divide(unit));
            }
            left = left.subtract(whole);
            mass = mass.add(grade.share());
        }
        return mass;
    }

    private static BigFraction surplus(List<Grade> sold, BigFraction price) {
        return sold.stream()
                .map(grade -> grade.share().multiply(price.subtract(grade.sellerValue())))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    @Override
    public String toString() {
        return "price " + Fractions.readable(price) + ": "
                + supplies.stream().filter(supply -> !supply.isNone()).map(Supply::toString).collect(Collectors.joining(", "))
                + " sold, " + (shareSold.isPoint() ? Fractions.readable(shareSold.low()) : shareSold.toString()) + " of all, surplus " + Fractions.readable(surplus);
    }
}
