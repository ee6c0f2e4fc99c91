package infogap.trust;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/// Level crossings and extrema of a trajectory: it is cut where dT/dt may change sign, and is monotone in between.
final class TrustEvents {

    private static final int CURVE_INTERVALS = 4096;
    // a turning point is known to a few roundings; trust this close to a level touches it
    private static final double TOUCH_ULPS = 4;

    private final TrustTrajectory trajectory;
    private final List<Phase> phases;
    private final double[] cuts;
    private final double[] trust;

    private TrustEvents(TrustTrajectory trajectory, List<Phase> phases, double[] cuts) {
        this.trajectory = trajectory;
        this.phases = phases;
        this.cuts = cuts;
        this.trust = trajectory.values(cuts);
    }

    static TrustEvents of(TrustTrajectory trajectory, double horizon) {
        Checks.positive("horizon", horizon);
        List<Phase> phases = List.of();
        List<Double> turns;
        switch (trajectory.transparency()) {
            case Transparency.Segmented segmented when trajectory.model() instanceof TrustModel.Threshold threshold -> {
                phases = Phase.of(threshold, segmented, horizon);
                turns = thresholdTurns(threshold, segmented, phases);
            }
            case Transparency.Segmented segmented -> turns = reputationTurns(trajectory, segmented, horizon);
            case Transparency.Curve curve -> turns = curveTurns(trajectory, curve, horizon);
        }
        double[] cuts = DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(0), turns.stream().mapToDouble(turn -> turn).filter(t -> t > 0 && t < horizon)),
                        DoubleStream.of(horizon))
                .distinct()
                .toArray();
        return new TrustEvents(trajectory, phases, cuts);
    }

    List<Crossing> crossings(double level) {
        double[] gaps = Arrays.stream(trust).map(value -> gap(value, level)).toArray();
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 1; i < cuts.length; i++) {
            if (gaps[i - 1] * gaps[i] < 0) {
                crossings.add(bracket(level, i));
            } else if (gaps[i] == 0 && gaps[i - 1] != 0) {
                double after = next(gaps, i);
                boolean turns = after * gaps[i - 1] > 0;
                Crossing.Direction direction = gaps[i - 1] < 0 ? Crossing.Direction.UP : Crossing.Direction.DOWN;
                crossings.add(new Crossing(cuts[i], cuts[i], cuts[i], turns ? Crossing.Direction.TOUCH : direction));
            }
        }
        return List.copyOf(crossings);
    }

    Extremum minimum() {
        return extremum(-1);
    }

    Extremum maximum() {
        return extremum(1);
    }

    Validity validity() {
        double horizon = cuts[cuts.length - 1];
        for (int i = 1; i < cuts.length; i++) {
            for (int boundary = 0; boundary <= 1; boundary++) {
                int outwards = boundary == 1 ? 1 : -1;
                if (outwards * (trust[i] - boundary) > 0) {
                    boolean inside = outwards * (trust[i - 1] - boundary) < 0;
                    return new Validity.LeavesUnitInterval(inside ? bracket(boundary, i).at() : cuts[i - 1], boundary);
                }
            }
        }
        return new Validity.StaysInUnitInterval(horizon);
    }

    private Extremum extremum(int sign) {
        int best = 0;
        for (int i = 1; i < trust.length; i++) {
            best = sign * trust[i] > sign * trust[best] ? i : best;
        }
        return new Extremum(cuts[best], trust[best]);
    }

    /// The crossing between two cuts: in closed form where there is one, otherwise by halving until no double is left.
    private Crossing bracket(double level, int cut) {
        double side = Math.signum(trust[cut - 1] - level);
        double at = closedForm(level, cut).orElseGet(() -> lastOn(side, t -> trajectory.at(t) - level, cuts[cut - 1], cuts[cut]));
        double low = at;
        for (double step = Math.ulp(at); low > cuts[cut - 1] && Math.signum(trajectory.at(low) - level) != side; step *= 2) {
            low = Math.max(cuts[cut - 1], low - step);
        }
        double high = at;
        for (double step = Math.ulp(at); high < cuts[cut] && Math.signum(trajectory.at(high) - level) == side; step *= 2) {
            high = Math.min(cuts[cut], high + step);
        }
        return new Crossing(at, low, high, side < 0 ? Crossing.Direction.UP : Crossing.Direction.DOWN);
    }

    private OptionalDouble closedForm(double level, int cut) {
        for (Phase phase : phases) {
            if (phase.end() > cuts[cut - 1] && phase.start() < cuts[cut]) {
                OptionalDouble passage = phase.passage(level);
                if (passage.isPresent()) {
                    return passage;
                }
            }
        }
        return OptionalDouble.empty();
    }

    private static double gap(double value, double level) {
        return Math.abs(value - level) <= TOUCH_ULPS * Math.ulp(level) ? 0 : value - level;
    }

    private static double next(double[] gaps, int index) {
        for (int i = index + 1; i < gaps.length; i++) {
            if (gaps[i] != 0) {
                return gaps[i];
            }
        }
        return 0;
    }

    /// A ramp meets I_min at (I_min − I₀)/k′, computed from the decimals so that 0.1/0.1 is 1; other turns as the phases have them.
    private static List<Double> thresholdTurns(
            TrustModel.Threshold model, Transparency.Segmented transparency, List<Phase> phases) {
        double initial;
        double slope;
        switch (transparency) {
            case Transparency.Ramp ramp -> {
                initial = ramp.initial();
                slope = ramp.slope();
            }
            case Transparency.CappedRamp ramp -> {
                initial = ramp.initial();
                slope = ramp.slope();
            }
            case Transparency.Constant _, Transparency.Steps _, Transparency.PiecewiseLinear _ -> {
                return phases.stream().map(Phase::start).toList();
            }
        }
        if ((model.threshold() - initial) * slope <= 0) {
            return phases.stream().map(Phase::start).toList();
        }
        double turn = Fractions.toDouble(Fractions.ofDecimal(model.threshold())
                .subtract(Fractions.ofDecimal(initial)).divide(Fractions.ofDecimal(slope)));
        return phases.stream().map(Phase::start)
                .map(start -> Math.abs(start - turn) <= TOUCH_ULPS * Math.ulp(turn) ? turn : start).toList();
    }

    /// On a straight stretch of I the numerator (a + b + ρt)I(t) − a − ρJ(t) of dT/dt has the derivative (a + b + ρt)k′, so that it
    /// changes sign at most once.
    private static List<Double> reputationTurns(
            TrustTrajectory trajectory, Transparency.Segmented transparency, double horizon) {
        List<Double> turns = new ArrayList<>();
        List<Segment> segments = transparency.segments();
        for (int i = 0; i < segments.size() && segments.get(i).start() < horizon; i++) {
            Segment segment = segments.get(i);
            double end = i + 1 < segments.size() ? Math.min(horizon, segments.get(i + 1).start()) : horizon;
            turns.add(segment.start());
            DoubleUnaryOperator rate = t -> trajectory.model().rate(t, trajectory.at(t), segment.at(t));
            addRoot(turns, rate, segment.start(), end);
        }
        return turns;
    }

    private static List<Double> curveTurns(TrustTrajectory trajectory, Transparency.Curve curve, double horizon) {
        DoubleUnaryOperator sign = switch (trajectory.model()) {
            case TrustModel.Threshold threshold -> t -> curve.at(t) - threshold.threshold();
            case TrustModel.Reputation _ -> trajectory::rate;
        };
        List<Double> turns = new ArrayList<>();
        for (int i = 0; i < CURVE_INTERVALS; i++) {
            addRoot(turns, sign, horizon * i / CURVE_INTERVALS, horizon * (i + 1) / CURVE_INTERVALS);
        }
        return turns;
    }

    private static void addRoot(List<Double> roots, DoubleUnaryOperator function, double low, double high) {
        double side = Math.signum(function.applyAsDouble(low));
        double other = Math.signum(function.applyAsDouble(high));
        if (side == 0) {
            roots.add(low);
        } else if (side * other < 0) {
            roots.add(Math.nextUp(lastOn(side, function, low, high)));
        }
    }

    /// The last double for which the function still has the sign that it has at `low`.
    private static double lastOn(double side, DoubleUnaryOperator function, double low, double high) {
        double before = low;
        double after = high;
        for (double middle = low + (high - low) / 2; middle > before && middle < after; middle = before + (after - before) / 2) {
            if (Math.signum(function.applyAsDouble(middle)) == side) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return before;
    }
}
