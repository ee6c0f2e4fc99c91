package infogap.trust;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Level crossings and extrema of a trajectory: it is cut where dT/dt may change sign, and is monotone in between.
final class TrustEvents {

    private static final int CURVE_INTERVALS = 4096;
    // a turning point is known to a few roundings; trust this close to a level touches it
    private static final double TOUCH_ULPS = 4;

    private final TrustTrajectory trajectory;
    private final double[] cuts;
    private final double[] trust;

    private TrustEvents(TrustTrajectory trajectory, double[] cuts) {
        this.trajectory = trajectory;
        this.cuts = cuts;
        this.trust = trajectory.values(cuts);
    }

    static TrustEvents of(TrustTrajectory trajectory, double horizon) {
        Checks.positive("horizon", horizon);
        List<Double> turns = switch (trajectory.transparency()) {
            case Transparency.Segmented segmented -> switch (trajectory.model()) {
                case TrustModel.Threshold threshold ->
                    Phase.of(threshold, segmented, horizon).stream().map(Phase::start).toList();
                case TrustModel.Reputation reputation -> reputationTurns(trajectory, reputation, segmented, horizon);
            };
            case Transparency.Curve curve -> curveTurns(trajectory, curve, horizon);
        };
        double[] cuts = turns.stream().mapToDouble(Double::doubleValue).filter(t -> t > 0 && t < horizon).distinct().toArray();
        double[] all = new double[cuts.length + 2];
        System.arraycopy(cuts, 0, all, 1, cuts.length);
        all[all.length - 1] = horizon;
        return new TrustEvents(trajectory, all);
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
                crossings.add(new Crossing(Math.nextDown(cuts[i]), cuts[i], turns ? Crossing.Direction.TOUCH : direction));
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

    /// Halves the stretch before the cut until no double is left inside.
    private Crossing bracket(double level, int cut) {
        double before = cuts[cut - 1];
        double at = cuts[cut];
        double side = Math.signum(trust[cut - 1] - level);
        for (double middle = before + (at - before) / 2; middle > before && middle < at; middle = before + (at - before) / 2) {
            if (Math.signum(trajectory.at(middle) - level) == side) {
                before = middle;
            } else {
                at = middle;
            }
        }
        return new Crossing(before, at, side < 0 ? Crossing.Direction.UP : Crossing.Direction.DOWN);
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

    /// On a straight stretch of I the numerator (a + b + ρt)I(t) − a − ρJ(t) of dT/dt has the derivative (a + b + ρt)k′, so that it
    /// changes sign at most once.
    private static List<Double> reputationTurns(
            TrustTrajectory trajectory, TrustModel.Reputation model, Transparency.Segmented transparency, double horizon) {
        List<Double> turns = new ArrayList<>();
        List<Segment> segments = transparency.segments();
        for (int i = 0; i < segments.size() && segments.get(i).start() < horizon; i++) {
            Segment segment = segments.get(i);
            double end = i + 1 < segments.size() ? Math.min(horizon, segments.get(i + 1).start()) : horizon;
            turns.add(segment.start());
            DoubleUnaryOperator rate = t -> model.rate(t, trajectory.at(t), segment.at(t));
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
        }
        if (side * other >= 0) {
            return;
        }
        for (double middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (Math.signum(function.applyAsDouble(middle)) == side) {
                low = middle;
            } else {
                high = middle;
            }
        }
        roots.add(high);
    }
}
