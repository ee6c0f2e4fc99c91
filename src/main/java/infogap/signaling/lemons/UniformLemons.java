package infogap.signaling.lemons;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// Akerlof's market with quality θ uniform on [lowest, highest]: sellers keep it for θ, buyers value it at f·θ.
///
/// At a price p within the range, offered quality averages (lowest + p)/2, so that buyers pay f(lowest + p)/2; above the range
/// everything is offered.
///
/// @param lowest the worst quality, at least 0
/// @param highest the best quality, above the worst
/// @param buyerFactor f > 0, how much more a buyer values quality than a seller
public record UniformLemons(BigFraction lowest, BigFraction highest, BigFraction buyerFactor) {

    public UniformLemons {
        Checks.present("lowest", lowest);
        Checks.present("highest", highest);
        Checks.present("buyerFactor", buyerFactor);
        if (lowest.compareTo(BigFraction.ZERO) < 0) {
            throw new IllegalArgumentException("lowest must be at least 0, but is " + Fractions.format(lowest));
        }
        if (highest.compareTo(lowest) <= 0) {
            throw new IllegalArgumentException(
                    "highest must be above lowest = " + Fractions.format(lowest) + ", but is " + Fractions.format(highest));
        }
        if (buyerFactor.compareTo(BigFraction.ZERO) <= 0) {
            throw new IllegalArgumentException("buyerFactor must be above 0, but is " + Fractions.format(buyerFactor));
        }
    }

    /// From decimals, each read as the decimal that it prints.
    public static UniformLemons of(double lowest, double highest, double buyerFactor) {
        return new UniformLemons(Fractions.ofDecimal(Checks.nonNegative("lowest", lowest)),
                Fractions.ofDecimal(Checks.nonNegative("highest", highest)),
                Fractions.ofDecimal(Checks.positive("buyerFactor", buyerFactor)));
    }

    /// From texts, for numbers that no decimal can hold: `UniformLemons.of("0", "2", "4/3")`.
    public static UniformLemons of(String lowest, String highest, String buyerFactor) {
        return new UniformLemons(Exact.number("lowest", lowest), Exact.number("highest", highest), Exact.number("buyerFactor", buyerFactor));
    }

    /// What buyers pay for what is offered at this price.
    ///
    /// @throws IllegalArgumentException if the price is below the lowest quality, where nothing is offered
    public BigFraction worth(BigFraction price) {
        if (Checks.present("price", price).compareTo(lowest) < 0) {
            throw new IllegalArgumentException("price must be at least the lowest quality "
                    + Fractions.format(lowest) + ", but is " + Fractions.format(price));
        }
        BigFraction best = price.compareTo(highest) < 0 ? price : highest;
        return buyerFactor.multiply(lowest.add(best)).divide(2);
    }

    /// Every price p = worth(p), as points, or as an interval in the one case with a continuum (f = 2 and lowest = 0).
    ///
    /// Within the range p = f·lowest/(2 − f); above it p = f(lowest + highest)/2. At p = lowest only the worst quality is offered,
    /// which nobody has: the market is empty. There may be no such price at all.
    public List<Interval> prices() {
        BigFraction two = new BigFraction(2);
        if (buyerFactor.equals(two) && lowest.equals(BigFraction.ZERO)) {
            return List.of(Interval.closed(lowest, highest));
        }
        List<Interval> prices = new ArrayList<>();
        if (!buyerFactor.equals(two)) {
            BigFraction inside = buyerFactor.multiply(lowest).divide(two.subtract(buyerFactor));
            if (inside.compareTo(lowest) >= 0 && inside.compareTo(highest) < 0) {
                prices.add(Interval.point(inside));
            }
        }
        BigFraction above = worth(highest);
        if (above.compareTo(highest) >= 0) {
            prices.add(Interval.point(above));
        }
        return List.copyOf(prices);
    }

    /// Every price at which what is offered is worth at least the price: from the lowest quality to the highest of [#prices]. Competing buyers pay the end
    /// of it, a single buyer may pay less. Empty, or the point `lowest` at which nothing is offered, where buyers value quality too little.
    public Interval tradingPrices() {
        BigFraction whole = worth(highest);
        if (whole.compareTo(highest) >= 0) {
            return Interval.closed(lowest, whole);
        }
        // f < 2 here, as f(lowest + highest)/2 < highest; worth(p) ≥ p iff p(2 − f) ≤ f·lowest
        return Interval.closed(lowest, buyerFactor.multiply(lowest).divide(new BigFraction(2).subtract(buyerFactor)));
    }

    /// The share of sellers who sell at this price.
    public BigFraction shareSold(BigFraction price) {
        BigFraction best = Checks.present("price", price).compareTo(highest) < 0 ? price : highest;
        return best.compareTo(lowest) <= 0 ? BigFraction.ZERO : best.subtract(lowest).divide(highest.subtract(lowest));
    }

    /// The first prices of the unravelling: the worth of all qualities, then each time the worth of what the last price brings to
    /// the market. It stops early where nothing is offered any more.
    public List<BigFraction> unravelling(int steps) {
        Checks.atLeast("steps", steps, 1);
        List<BigFraction> prices = new ArrayList<>();
        BigFraction price = worth(highest);
        while (prices.size() < steps) {
            prices.add(price);
            if (price.compareTo(lowest) < 0) {
                break;
            }
            price = worth(price);
        }
        return List.copyOf(prices);
    }

    @Override
    public String toString() {
        return "quality uniform on [" + Fractions.readable(lowest) + ", " + Fractions.readable(highest) + "], worth "
                + Fractions.readable(buyerFactor) + " times as much to buyers; prices " + prices();
    }
}
