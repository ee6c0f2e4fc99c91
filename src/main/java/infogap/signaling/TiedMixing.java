package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// All equilibria of a [ManyTypesGame] in which types of one and the same cost mix: cheaper types signal, dearer ones do not, and the tied ones are indifferent together.
///
/// Where a share `a` of all sellers signals, with the worth `x = Σ share·value` of those who do, indifference `x/a − (V − x)/(1 − a) = c` says
///
///     x = aV + c a(1 − a),   so that the prices are V + c(1 − a) with the signal and V − ca without,   V = E[v],
///
/// and every strategy of the tied types with this share and worth is an equilibrium. There is one iff `x` is between the least and the greatest worth that the tied types
/// can bring to the share, the lowest or the highest values first. The shares for which it is form finitely many ranges, with ends that are fractions or roots of a quadratic equation.
/// At the end of a range the strategy may be pure,
/// and 0 and 1 themselves are never among the shares.
///
///     new ManyTypesGame(List.of(Quality.of("a", "1/2", "0", "2"), Quality.of("b", "1/2", "8", "2"))).tiedMixing().getFirst().at(Fractions.of("1/2"))
///
/// @param game the game
/// @param tied the types that mix, all with the same cost
public record TiedMixing(ManyTypesGame game, List<Quality> tied) {

    /// A range of shares that signal.
    ///
    /// @param from the lowest: a point, or an open interval of fractions that holds an irrational number
    /// @param to the highest, likewise
    public record Shares(Interval from, Interval to) {

        public Shares {
            Checks.present("from", from);
            Checks.present("to", to);
        }

        /// Whether there is one share only.
        public boolean isSingle() {
            return from.equals(to);
        }

        private static String end(Interval end) {
            return end.isPoint() ? Fractions.readable(end.low()) : String.format(Locale.ROOT, "%.6f…", Fractions.toDouble(end.sample()));
        }

        @Override
        public String toString() {
            return isSingle() ? end(from) : end(from) + " to " + end(to);
        }
    }

    /// One of the equilibria.
    ///
    /// @param signals the probability with which each type of the game signals
    /// @param priceAfterSignal what buyers pay with the signal
    /// @param priceWithoutSignal and without
    public record Strategy(List<BigFraction> signals, BigFraction priceAfterSignal, BigFraction priceWithoutSignal) {

        public Strategy {
            signals = Checks.notEmpty("signals", signals);
            Checks.present("priceAfterSignal", priceAfterSignal);
            Checks.present("priceWithoutSignal", priceWithoutSignal);
        }

        @Override
        public String toString() {
            return "signal with probabilities " + signals.stream().map(Fractions::readable).collect(Collectors.joining(", ")) + ": price "
                    + Fractions.readable(priceAfterSignal) + " with the signal, " + Fractions.readable(priceWithoutSignal) + " without";
        }
    }

    /// @throws IllegalArgumentException if the tied types are not all the types of the game with one cost, at least two
    public TiedMixing {
        Checks.present("game", game);
        tied = Checks.notEmpty("tied", tied);
        BigFraction cost = tied.getFirst().cost();
        List<Quality> all = game.types().stream().filter(type -> type.cost().equals(cost)).toList();
        if (all.size() < 2 || !all.equals(tied)) {
            throw new IllegalArgumentException("tied must be all types with one cost, at least two, but is " + tied + " of " + all + " with the cost " + Fractions.format(cost));
        }
    }

    /// What the signal costs each of them.
    public BigFraction cost() {
        return tied.getFirst().cost();
    }

    /// Whether there is an equilibrium in which this share of all sellers signals.
    ///
    /// @throws IllegalArgumentException if the share is not strictly between 0 and 1
    public boolean has(BigFraction share) {
        BigFraction mass = Exact.share("share", share).subtract(certain());
        return mass.compareTo(BigFraction.ZERO) >= 0
                && mass.compareTo(mass(tied)) <= 0
                && worth(share).compareTo(filled(mass, false)) >= 0
                && worth(share).compareTo(filled(mass, true)) <= 0;
    }

    /// An equilibrium in which this share of all sellers signals: of those with its prices, one that mixes the two extreme ones.
    ///
    /// @throws IllegalArgumentException if there is none
    public Strategy at(BigFraction share) {
        if (!has(share)) {
            throw new IllegalArgumentException("share must be in one of the ranges " + shares() + ", but is " + Fractions.format(share));
        }
        BigFraction mass = share.subtract(certain());
        BigFraction least = filled(mass, false);
        BigFraction spread = filled(mass, true).subtract(least);
        BigFraction weight = spread.equals(BigFraction.ZERO) ? BigFraction.ZERO : worth(share).subtract(least).divide(spread);
        List<BigFraction> signals = new ArrayList<>();
        for (Quality type : game.types()) {
            int order = type.cost().compareTo(cost());
            signals.add(order < 0 ? BigFraction.ONE : order > 0 ? BigFraction.ZERO
                    : weight.multiply(part(type, mass, true)).add(BigFraction.ONE.subtract(weight).multiply(part(type, mass, false))));
        }
        BigFraction average = average();
        return new Strategy(signals, average.add(cost().multiply(BigFraction.ONE.subtract(share))), average.subtract(cost().multiply(share)));
    }

    /// The shares that signal in these equilibria, from the lowest to the highest; empty if nobody of the tied types can mix.
    public List<Shares> shares() {
        List<Interval> ends = ends();
        List<Shares> ranges = new ArrayList<>();
        Interval from = null;
        for (int i = 0; i < ends.size(); i++) {
            boolean open = i + 1 < ends.size() && has(middle(ends.get(i), ends.get(i + 1)));
            if (open && from == null) {
                from = ends.get(i);
            } else if (!open && from != null) {
                ranges.add(new Shares(from, ends.get(i)));
                from = null;
            } else if (!open && mixesAt(ends.get(i))) {
                ranges.add(new Shares(ends.get(i), ends.get(i)));
            }
        }
        return ranges;
    }

    /// Where a range may begin or end: where the tied types of one value begin and end to be who signals, and where the worth is an extreme one.
    private List<Interval> ends() {
        List<Interval> ends = new ArrayList<>(List.of(Interval.point(certain())));
        for (boolean highest : new boolean[] {false, true}) {
            BigFraction share = certain();
            BigFraction extreme = certainWorth();
            for (var block : blocks(highest).entrySet()) {
                // aV + c a(1 − a) = extreme + (a − share) v
                BigFraction start = share;
                BigFraction end = share.add(block.getValue());
                BigFraction value = block.getKey();
                MixedEquilibrium.roots(cost(), value.subtract(average()).subtract(cost()), extreme.subtract(share.multiply(value))).stream()
                        .map(TiedMixing::enclosure)
                        .filter(root -> root.sample().compareTo(start) > 0 && root.sample().compareTo(end) < 0)
                        .forEach(ends::add);
                ends.add(Interval.point(end));
                extreme = extreme.add(block.getValue().multiply(value));
                share = end;
            }
        }
        return ends.stream().distinct().sorted(Comparator.comparing(Interval::sample)).toList();
    }

    /// A root that is no kink is one of either extreme: only types of that value mix there. At a kink nobody mixes if the worth is extreme.
    private boolean mixesAt(Interval end) {
        if (!end.isPoint()) {
            return true;
        }
        BigFraction share = end.low();
        if (share.compareTo(BigFraction.ZERO) <= 0 || share.compareTo(BigFraction.ONE) >= 0 || !has(share)) {
            return false;
        }
        return at(share).signals().stream().anyMatch(signal -> !signal.equals(BigFraction.ZERO) && !signal.equals(BigFraction.ONE));
    }

    private static Interval enclosure(MixedEquilibrium.Probability root) {
        return switch (root) {
            case MixedEquilibrium.Rational(BigFraction value) -> Interval.point(value);
            case MixedEquilibrium.Irrational(Interval enclosure) -> enclosure;
            case MixedEquilibrium.Any _ -> Interval.point(BigFraction.ZERO);
        };
    }

    private static BigFraction middle(Interval from, Interval to) {
        return from.sample().add(to.sample()).divide(2);
    }

    private BigFraction worth(BigFraction share) {
        return share.multiply(average()).add(cost().multiply(share).multiply(BigFraction.ONE.subtract(share)));
    }

    /// The least or greatest worth of those who signal where the tied types bring this mass to it.
    private BigFraction filled(BigFraction mass, boolean highest) {
        return tied.stream().map(type -> part(type, mass, highest).multiply(type.share()).multiply(type.value())).reduce(certainWorth(), BigFraction::add);
    }

    /// How much of this type signals where the lowest or highest values do first; types of one value do alike.
    private BigFraction part(Quality type, BigFraction mass, boolean highest) {
        BigFraction left = mass;
        for (var block : blocks(highest).entrySet()) {
            if (block.getKey().equals(type.value())) {
                BigFraction part = left.divide(block.getValue());
                return part.compareTo(BigFraction.ONE) > 0 ? BigFraction.ONE : part.compareTo(BigFraction.ZERO) < 0 ? BigFraction.ZERO : part;
            }
            left = left.subtract(block.getValue());
        }
        throw new AssertionError("a tied type is in a block");
    }

    /// The mass of the tied types of each value, the lowest or the highest value first.
    private SequencedMap<BigFraction, BigFraction> blocks(boolean highest) {
        Comparator<BigFraction> order = Comparator.naturalOrder();
        SequencedMap<BigFraction, BigFraction> blocks = new TreeMap<>(highest ? order.reversed() : order);
        tied.forEach(type -> blocks.merge(type.value(), type.share(), BigFraction::add));
        return blocks;
    }

    private BigFraction average() {
        return game.averageValue(game.types());
    }

    private List<Quality> cheaper() {
        return game.types().stream().filter(type -> type.cost().compareTo(cost()) < 0).toList();
    }

    private BigFraction certain() {
        return mass(cheaper());
    }

    private BigFraction certainWorth() {
        return cheaper().stream().map(type -> type.share().multiply(type.value())).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static BigFraction mass(List<Quality> types) {
        return types.stream().map(Quality::share).reduce(BigFraction.ZERO, BigFraction::add);
    }

    @Override
    public String toString() {
        String names = tied.stream().map(Quality::name).collect(Collectors.joining(", "));
        List<Shares> ranges = shares();
        return ranges.isEmpty()
                ? names + ", all at the cost " + Fractions.readable(cost()) + ", cannot mix"
                : names + " mix, all at the cost " + Fractions.readable(cost()) + ": an equilibrium for each share that signals in "
                        + ranges.stream().map(Shares::toString).collect(Collectors.joining(" and "));
    }
}
