package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/// The signalling game (信号博弈) with any number of types and one signal, sent or not; [SignalingGame] has two types and refinements.
///
/// Buyers pay the expected value of the types that send the same message. A pure-strategy perfect Bayesian equilibrium is a set `S` of types that signal
/// with
///
///     c_t ≤ v₁ − v₀ for t in S,   c_t ≥ v₁ − v₀ for the others,   v₁ = E[v | S],  v₀ = E[v | not S],
///
/// so that it is a *cut-off* in the cost: who signals has no higher cost than who does not. Where nobody sends one of the messages, its price may be any
/// that some belief gives, from the lowest value to the highest.
///
/// In a semi-separating equilibrium (半分离均衡) the types with one cost `c` mix, so that `v₁ − v₀ = c`; cheaper types signal and dearer ones do not. Where
/// a single type has the cost, all such equilibria are listed; types of equal cost mix in a continuum, which [TiedMixing] describes.
///
/// Nobody signalling is always an equilibrium. Values and costs may come in any order: single crossing is not assumed.
///
/// Source: A. Mas-Colell, M. D. Whinston and J. R. Green (1995), *Microeconomic Theory*, chapter 13.
///
/// @param types the types, at least two, with shares that sum to 1
public record ManyTypesGame(List<Quality> types) {

    /// The most types with the same cost: every subset of them may be who signals.
    public static final int MOST_OF_ONE_COST = 16;

    /// @throws IllegalArgumentException if there are fewer than two types, two have the same name, the shares do not sum to exactly 1, or more than
    ///     [#MOST_OF_ONE_COST] types have the same cost
    public ManyTypesGame {
        types = Checks.notEmpty("types", types);
        Checks.atLeast("number of types", types.size(), 2);
        Checks.distinct("names of the types", types.stream().map(Quality::name).toList());
        BigFraction sum = types.stream().map(Quality::share).reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("the shares of the types must sum to exactly 1, but sum to " + Fractions.format(sum));
        }
        types.stream().collect(Collectors.groupingBy(Quality::cost, Collectors.counting())).forEach((cost, count) -> {
            if (count > MOST_OF_ONE_COST) {
                throw new IllegalArgumentException("at most " + MOST_OF_ONE_COST + " types must have the same cost, but "
                        + Fractions.format(cost) + " is that of " + count);
            }
        });
    }

    /// All equilibria in pure strategies, by the number of types that signal.
    public List<PureEquilibrium> pureEquilibria() {
        return cutOffs().stream()
                .map(this::supported)
                .filter(equilibrium -> !equilibrium.priceAfterSignal().isEmpty()
                        && !equilibrium.priceWithoutSignal().isEmpty()
                        && equilibrium.regret().equals(BigFraction.ZERO))
                .sorted(Comparator.comparingInt(equilibrium -> equilibrium.signalers().size()))
                .toList();
    }

    /// All equilibria in which a type mixes that has its cost alone, by that cost and then by the probability of signalling.
    public List<MixedEquilibrium> mixedEquilibria() {
        return types.stream()
                .filter(type -> types.stream().filter(other -> other.cost().equals(type.cost())).count() == 1)
                .sorted(Comparator.comparing(Quality::cost))
                .flatMap(type -> MixedEquilibrium.of(this, type).stream())
                .toList();
    }

    /// All equilibria in which types mix that have their cost in common, a continuum for each such cost, by that cost.
    public List<TiedMixing> tiedMixing() {
        return types.stream().collect(Collectors.groupingBy(Quality::cost)).values().stream()
                .filter(group -> group.size() > 1)
                .sorted(Comparator.comparing(group -> group.getFirst().cost()))
                .map(group -> new TiedMixing(this, group))
                .toList();
    }

    /// `E[v | type in group]` for a group that is not empty.
    BigFraction averageValue(List<Quality> group) {
        BigFraction share = group.stream().map(Quality::share).reduce(BigFraction.ZERO, BigFraction::add);
        return group.stream().map(type -> type.share().multiply(type.value())).reduce(BigFraction.ZERO, BigFraction::add).divide(share);
    }

    /// Every set of types of which none has a higher cost than a type outside.
    private List<List<Quality>> cutOffs() {
        List<List<Quality>> sets = new ArrayList<>();
        sets.add(List.of());
        List<BigFraction> costs = types.stream().map(Quality::cost).distinct().sorted().toList();
        for (BigFraction cost : costs) {
            List<Quality> cheaper = types.stream().filter(type -> type.cost().compareTo(cost) < 0).toList();
            List<Quality> tied = types.stream().filter(type -> type.cost().equals(cost)).toList();
            for (int subset = 1; subset < 1 << tied.size(); subset++) {
                Set<Quality> signal = new HashSet<>(cheaper);
                for (int i = 0; i < tied.size(); i++) {
                    if ((subset >> i & 1) == 1) {
                        signal.add(tied.get(i));
                    }
                }
                sets.add(types.stream().filter(signal::contains).toList());
            }
        }
        return sets;
    }

    /// Who signals with the prices that Bayes' rule fixes, and off the path those that keep everybody from deviating.
    private PureEquilibrium supported(List<Quality> signalers) {
        List<Quality> others = types.stream().filter(type -> !signalers.contains(type)).toList();
        BigFraction lowest = extreme(Quality::value, Comparator.reverseOrder());
        BigFraction highest = extreme(Quality::value, Comparator.naturalOrder());
        if (signalers.isEmpty()) {
            BigFraction tempting = averageValue(others).add(extreme(Quality::cost, Comparator.reverseOrder()));
            return new PureEquilibrium(this, signalers, offPath(lowest, tempting, highest), Interval.point(averageValue(others)));
        }
        BigFraction signal = averageValue(signalers);
        Interval without = others.isEmpty()
                ? offPath(lowest, signal.subtract(extreme(Quality::cost, Comparator.naturalOrder())), highest)
                : Interval.point(averageValue(others));
        return new PureEquilibrium(this, signalers, Interval.point(signal), without);
    }

    private static Interval offPath(BigFraction lowest, BigFraction tempting, BigFraction highest) {
        return Interval.closed(lowest, tempting.compareTo(highest) < 0 ? tempting : highest);
    }

    private BigFraction extreme(Function<Quality, BigFraction> of, Comparator<BigFraction> order) {
        return types.stream().map(of).max(order).orElseThrow();
    }

    @Override
    public String toString() {
        String table = types.stream()
                .map(type -> "%-12s  share %8s  value %8s  cost %8s".formatted(
                        type.name(), Fractions.readable(type.share()), Fractions.readable(type.value()), Fractions.readable(type.cost())))
                .collect(Collectors.joining(System.lineSeparator()));
        List<String> lines = new ArrayList<>(List.of(table));
        pureEquilibria().forEach(equilibrium -> lines.add(equilibrium.toString()));
        mixedEquilibria().forEach(equilibrium -> lines.add(equilibrium.toString()));
        tiedMixing().forEach(mixing -> lines.add(mixing.toString()));
        return String.join(System.lineSeparator(), lines);
    }
}
