package infogap.contracts.screening;

import infogap.contracts.Constraint;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;

/// A menu of qualities and prices, an offer for each type, in exact fractions.
///
/// @param problem what it is an answer to
/// @param offers in ascending order of taste
public record Menu(MonopolyScreening problem, List<Offer> offers) {

    public Menu {
        Checks.present("problem", problem);
        offers = Checks.notEmpty("offers", offers);
    }

    /// What the seller earns from the average customer: E[t − C(q)].
    public BigFraction profit() {
        return average(offer -> offer.price().subtract(problem.costOf(offer.quality())));
    }

    /// What the average customer keeps: E[θq − t].
    public BigFraction rents() {
        return average(Offer::rent);
    }

    /// What both gain together: E[θq − C(q)].
    public BigFraction surplus() {
        return profit().add(rents());
    }

    /// The offer for this type.
    ///
    /// @throws IllegalArgumentException if the menu has none
    public Offer offer(String name) {
        return offers.stream()
                .filter(offer -> offer.type().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name must be a type of the menu " + problem.types() + ", but is " + name));
    }

    /// Participation of every type, incentives between neighbours in both directions, and monotone qualities: under θq − t these imply [#incentives].
    public List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        for (Offer offer : offers) {
            constraints.add(Constraint.exact(Constraint.Kind.PARTICIPATION, "0 ≤ rent of " + offer.type(), BigFraction.ZERO, offer.rent()));
        }
        for (int i = 1; i < offers.size(); i++) {
            constraints.add(incentive(offers.get(i), offers.get(i - 1)));
            constraints.add(incentive(offers.get(i - 1), offers.get(i)));
            constraints.add(Constraint.exact(Constraint.Kind.MONOTONICITY,
                    "q of " + offers.get(i - 1).type() + " ≤ q of " + offers.get(i).type(), offers.get(i - 1).quality(), offers.get(i).quality()));
        }
        return constraints;
    }

    /// That no type prefers the offer for any other: n(n − 1) inequalities.
    public List<Constraint> incentives() {
        List<Constraint> constraints = new ArrayList<>();
        for (Offer own : offers) {
            for (Offer other : offers) {
                if (own != other) {
                    constraints.add(incentive(own, other));
                }
            }
        }
        return constraints;
    }

    /// The constraints of [#constraints] that bind.
    public List<Constraint> binding() {
        return constraints().stream().filter(Constraint::binds).toList();
    }

    /// Neighbouring types that are served the same quality, each group with at least two (混同).
    public List<List<CustomerType>> bunches() {
        List<List<CustomerType>> bunches = new ArrayList<>();
        List<CustomerType> bunch = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            if (i > 0 && !offers.get(i).quality().equals(offers.get(i - 1).quality())) {
                addIfSeveral(bunches, bunch);
                bunch = new ArrayList<>();
            }
            if (offers.get(i).isServed()) {
                bunch.add(offers.get(i).type());
            }
        }
        addIfSeveral(bunches, bunch);
        return bunches;
    }

    private static void addIfSeveral(List<List<CustomerType>> bunches, List<CustomerType> bunch) {
        if (bunch.size() > 1) {
            bunches.add(List.copyOf(bunch));
        }
    }

    private static Constraint incentive(Offer own, Offer other) {
        return Constraint.exact(Constraint.Kind.INCENTIVE, own.type() + " as " + other.type() + " ≤ as itself",
                other.worthTo(own.type()).subtract(other.price()), own.rent());
    }

    private BigFraction average(Function<Offer, BigFraction> of) {
        return offers.stream().map(offer -> offer.type().share().multiply(of.apply(offer))).reduce(BigFraction.ZERO, BigFraction::add);
    }

    @Override
    public String toString() {
        String format = "%-14s %10s %10s %12s %12s %12s %12s";
        StringBuilder text = new StringBuilder(String.format(format, "type", "share", "taste", "first best", "quality", "price", "rent"));
        for (Offer offer : offers) {
            text.append(System.lineSeparator()).append(String.format(format, offer.type(), Fractions.readable(offer.type().share()),
                    Fractions.readable(offer.type().taste()), Fractions.readable(offer.firstBest()),
                    offer.isServed() ? Fractions.readable(offer.quality()) : "not served", Fractions.readable(offer.price()), Fractions.readable(offer.rent())));
        }
        return text.append(System.lineSeparator()).append("profit ").append(Fractions.readable(profit())).append(", rents ")
                .append(Fractions.readable(rents())).append(", surplus ").append(Fractions.readable(surplus())).toString();
    }
}
