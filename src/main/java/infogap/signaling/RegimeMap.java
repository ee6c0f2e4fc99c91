package infogap.signaling;

import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import infogap.numeric.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/// The half line Δ > 0 as consecutive intervals, each with the kinds of equilibrium that exist on all of it.
///
/// @param market the game but for Δ
/// @param refinement the refinement whose survivors are shown, if any
/// @param regimes the intervals from left to right; neighbours have different kinds
public record RegimeMap(SignalingMarket market, Optional<Refinement> refinement, List<Regime> regimes) {

    public RegimeMap {
        Checks.present("market", market);
        Checks.present("refinement", refinement);
        regimes = List.copyOf(Checks.present("regimes", regimes));
    }

    static RegimeMap of(SignalingMarket market) {
        return new RegimeMap(market, Optional.empty(), cut(market, SignalingGame::kinds));
    }

    static RegimeMap of(SignalingMarket market, Refinement refinement) {
        Checks.present("refinement", refinement);
        return new RegimeMap(market, Optional.of(refinement), cut(market,
                game -> game.equilibria(refinement).stream().map(Equilibrium::kind).toList()));
    }

    /// The regime that holds this Δ.
    public Regime at(BigFraction valueDifference) {
        Exact.positive("valueDifference", valueDifference);
        return regimes.stream().filter(regime -> regime.interval().contains(valueDifference)).findFirst().orElseThrow();
    }

    /// Cuts at every Δ where an existence condition or a refinement's inequality can change, and joins equal neighbours.
    private static List<Regime> cut(SignalingMarket market, Function<SignalingGame, List<EquilibriumKind>> kinds) {
        List<Regime> regimes = new ArrayList<>();
        for (Interval cell : cells(market)) {
            List<EquilibriumKind> here = kinds.apply(market.game(cell.sample()));
            if (!regimes.isEmpty() && regimes.getLast().kinds().equals(here)) {
                Interval before = regimes.removeLast().interval();
                cell = new Interval(before.low(), before.includesLow(), cell.high(), cell.includesHigh());
            }
            regimes.add(new Regime(cell, here));
        }
        return regimes;
    }

    private static List<Interval> cells(SignalingMarket market) {
        List<BigFraction> cuts = Stream.of(market.honestCost(), market.deceptiveCost())
                .flatMap(cost -> Stream.of(cost, cost.divide(market.honestShare()), cost.divide(market.deceptiveShare())))
                .filter(cut -> cut.compareTo(BigFraction.ZERO) > 0)
                .distinct()
                .sorted()
                .toList();
        List<Interval> cells = new ArrayList<>();
        BigFraction low = BigFraction.ZERO;
        for (BigFraction cut : cuts) {
            cells.add(Interval.open(low, cut));
            cells.add(Interval.point(cut));
            low = cut;
        }
        cells.add(Interval.above(low));
        return cells;
    }

    @Override
    public String toString() {
        return "honest share " + Fractions.readable(market.honestShare()) + ", signal costs "
                + Fractions.readable(market.honestCost()) + " (honest) and " + Fractions.readable(market.deceptiveCost())
                + " (deceptive)" + refinement.map(chosen -> ", " + chosen).orElse("") + System.lineSeparator()
                + String.format("%-16s %s%n", "Δ", "equilibria")
                + regimes.stream().map(Regime::toString).collect(Collectors.joining(System.lineSeparator()));
    }
}
