package infogap.trust;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/// The laws whose trajectory is a rational function of decimals, in exact fractions.
final class ExactTrust {

    private ExactTrust() {}

    static Optional<BigFraction> at(TrustTrajectory trajectory, BigFraction t) {
        if (Checks.present("t", t).compareTo(BigFraction.ZERO) < 0) {
            throw new IllegalArgumentException("t must be at least 0, but is " + Fractions.format(t));
        }
        return integral(trajectory.transparency(), t).flatMap(integral -> trust(trajectory.model(), t, integral));
    }

    /// The number that the end of a phase stands for: the start of the next, or the decimal that the horizon prints.
    static BigFraction end(Transparency transparency, List<Phase> phases, int index) {
        return index + 1 < phases.size() ? start(transparency, phases.get(index + 1)) : decimal(phases.get(index).end());
    }

    /// The number that the computed start of a phase stands for: the moment at which I meets I_min, the corner of a capped ramp, or the
    /// decimal that it prints.
    static BigFraction start(Transparency transparency, Phase phase) {
        BigFraction threshold = decimal(phase.model().threshold());
        return switch (transparency) {
            case Transparency.Ramp(double initial, double slope) when phase.startsAtTurn() -> turn(threshold, initial, decimal(slope));
            case Transparency.CappedRamp ramp when phase.startsAtTurn() -> turn(threshold, ramp.initial(), decimal(ramp.slope()));
            case Transparency.PiecewiseLinear(List<Double> times, List<Double> levels) when phase.startsAtTurn() -> {
                int found = Collections.binarySearch(times, phase.start());
                int stretch = Math.min(times.size() - 2, found >= 0 ? found : -found - 2);
                yield decimal(times.get(stretch)).add(turn(threshold, levels.get(stretch), slope(times, levels, stretch)));
            }
            default -> moment(transparency, phase.start());
        };
    }

    /// The corner of a capped ramp if the time is its rounding, otherwise the decimal that it prints.
    static BigFraction moment(Transparency transparency, double t) {
        return transparency instanceof Transparency.CappedRamp ramp && t == ramp.cappedFrom() && t > 0
                ? turn(decimal(ramp.cap()), ramp.initial(), decimal(ramp.slope()))
                : decimal(t);
    }

    /// When a line meets a level, after its start.
    private static BigFraction turn(BigFraction level, double initial, BigFraction slope) {
        return level.subtract(decimal(initial)).divide(slope);
    }

    private static BigFraction slope(List<Double> times, List<Double> levels, int i) {
        return decimal(levels.get(i + 1)).subtract(decimal(levels.get(i))).divide(decimal(times.get(i + 1)).subtract(decimal(times.get(i))));
    }

    private static Optional<BigFraction> trust(TrustModel model, BigFraction t, BigFraction integral) {
        return switch (model) {
            case TrustModel.Linear(double initial, double sensitivity, double threshold) -> Optional.of(
                    decimal(initial).add(decimal(sensitivity).multiply(integral.subtract(decimal(threshold).multiply(t)))));
            case TrustModel.Reputation(BetaReputation(double positive, double negative), double rate) -> {
                BigFraction good = decimal(positive).add(decimal(rate).multiply(integral));
                yield Optional.of(good.divide(decimal(positive).add(decimal(negative)).add(decimal(rate).multiply(t))));
            }
            case TrustModel.Logistic _, TrustModel.Asymmetric _ -> Optional.empty();
        };
    }

    private static Optional<BigFraction> integral(Transparency transparency, BigFraction t) {
        return switch (transparency) {
            case Transparency.Constant(double level) -> Optional.of(decimal(level).multiply(t));
            case Transparency.Ramp(double initial, double slope) -> Optional.of(ramp(decimal(initial), decimal(slope), t));
            case Transparency.CappedRamp(double initial, double slope, double cap) -> Optional.of(
                    capped(decimal(initial), decimal(slope), decimal(cap), t));
            case Transparency.Steps(List<Double> times, List<Double> levels) -> Optional.of(pieces(times, levels, false, t));
            case Transparency.PiecewiseLinear(List<Double> times, List<Double> levels) -> Optional.of(pieces(times, levels, true, t));
            case Transparency.Curve _ -> Optional.empty();
        };
    }

    private static BigFraction ramp(BigFraction initial, BigFraction slope, BigFraction t) {
        return t.multiply(initial.add(slope.multiply(t).divide(2)));
    }

    private static BigFraction capped(BigFraction initial, BigFraction slope, BigFraction cap, BigFraction t) {
        if (slope.multiply(t).compareTo(cap.subtract(initial)) <= 0) {
            return ramp(initial, slope, t);
        }
        BigFraction from = initial.equals(cap) ? BigFraction.ZERO : cap.subtract(initial).divide(slope);
        return ramp(initial, slope, from).add(cap.multiply(t.subtract(from)));
    }

    private static BigFraction pieces(List<Double> times, List<Double> levels, boolean linear, BigFraction t) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < times.size() && decimal(times.get(i)).compareTo(t) < 0; i++) {
            BigFraction start = decimal(times.get(i));
            BigFraction level = decimal(levels.get(i));
            boolean last = i + 1 == times.size();
            BigFraction end = last || decimal(times.get(i + 1)).compareTo(t) > 0 ? t : decimal(times.get(i + 1));
            BigFraction slope = last || !linear ? BigFraction.ZERO : slope(times, levels, i);
            sum = sum.add(ramp(level, slope, end.subtract(start)));
        }
        return sum;
    }

    private static BigFraction decimal(double value) {
        return Fractions.ofDecimal(value);
    }
}
