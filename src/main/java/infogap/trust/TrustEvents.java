package infogap.trust;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Level crossings and extrema of a trajectory: it is cut where dT/dt may change sign, and is monotone in between.
final class TrustEvents {

    // a turning point is known to a few roundings; trust this close to a level touches it
    private static final double TOUCH_ULPS = 4;

    private final TrustTrajectory trajectory;
    private final List<Phase> phases;
    private final double[] cuts;
    private final Completeness completeness;
    private TrustWalk walk;

    private TrustEvents(TrustTrajectory trajectory, List<Phase> phases, double[] cuts, Completeness completeness) {
        this.trajectory = trajectory;
        this.phases = phases;
        this.cuts = cuts;
        this.completeness = completeness;
    }

    static TrustEvents of(TrustTrajectory trajectory, double horizon) {
        Checks.positive("horizon", horizon);
        return switch (trajectory.transparency()) {
            case Transparency.Segmented segmented when trajectory.model() instanceof TrustModel.Threshold threshold -> {
                List<Phase> phases = Phase.of(threshold, segmented, horizon);
                double[] ends = DoubleStream.concat(DoubleStream.of(0), phases.stream().mapToDouble(Phase::end)).toArray();
                yield new TrustEvents(trajectory, phases, ends, new Completeness.Complete());
            }
            case Transparency.Segmented segmented -> between(
                    trajectory, reputationTurns((TrustModel.Reputation) trajectory.model(), segmented, horizon), horizon, new Completeness.Complete());
            case Transparency.Curve curve -> {
                CurveTurns found = CurveTurns.find(trajectory, curve, horizon);
                yield between(trajectory, found.turns(), horizon, found.completeness());
            }
        };
    }

    private static TrustEvents between(TrustTrajectory trajectory, List<Double> turns, double horizon, Completeness completeness) {
        double[] cuts = DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(0), turns.stream().mapToDouble(turn -> turn).filter(t -> t > 0 && t < horizon)),
                        DoubleStream.of(horizon))
                .distinct()
                .toArray();
        return new TrustEvents(trajectory, List.of(), cuts, completeness);
    }

    Completeness completeness() {
        return completeness;
    }

    /// Made when trust is asked for, which needs the integral of I between all cuts.
    private TrustWalk walk() {
        if (walk == null) {
            walk = TrustWalk.between(trajectory, cuts);
        }
        return walk;
    }

    Crossings crossings(double level) {
        int[] sides = sides(level, TOUCH_ULPS);
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 1; i < sides.length; i++) {
            if (sides[i - 1] * sides[i] < 0) {
                crossings.add(bracket(level, i, sides[i - 1]));
            } else if (sides[i] == 0 && sides[i - 1] != 0) {
                boolean turns = next(sides, i) * sides[i - 1] > 0;
                Crossing.Direction direction = sides[i - 1] < 0 ? Crossing.Direction.UP : Crossing.Direction.DOWN;
                crossings.add(new Crossing(cut(i), cut(i), cut(i), turns ? Crossing.Direction.TOUCH : direction));
            }
        }
        return new Crossings(crossings, completeness);
    }

    /// When the first of the crossings is.
    OptionalDouble firstPassage(double level) {
        int[] sides = sides(level, TOUCH_ULPS);
        for (int i = 1; i < sides.length; i++) {
            if (sides[i - 1] != 0 && sides[i] != sides[i - 1]) {
                return OptionalDouble.of(sides[i] == 0 ? cut(i) : passage(level, i, sides[i - 1]));
            }
        }
        return OptionalDouble.empty();
    }

    private boolean staysInside() {
        return trajectory.model() instanceof TrustModel.Logistic || trajectory.model() instanceof TrustModel.Asymmetric;
    }

    private int[] sides(double level, double touchUlps) {
        if (staysInside() && !(level > 0 && level < 1)) {
            // trust that has rounded to 0 or 1 has not reached it, and trust that starts there does not come back
            return new int[0];
        }
        return phases.isEmpty()
                ? LevelSides.atTimes(trajectory, cuts, walk().values(), level, touchUlps)
                : LevelSides.alongPhases(trajectory, phases, level, touchUlps);
    }

    Extremum minimum() {
        return extremum(-1);
    }

    Extremum maximum() {
        return extremum(1);
    }

    Validity validity() {
        Validity stays = new Validity.StaysInUnitInterval(cuts[cuts.length - 1]);
        if (staysInside()) {
            return stays;
        }
        int[][] sides = {sides(0, 0), sides(1, 0)};
        for (int i = 1; i < cuts.length; i++) {
            for (int boundary = 0; boundary <= 1; boundary++) {
                int outwards = boundary == 1 ? 1 : -1;
                if (outwards * sides[boundary][i] > 0) {
                    boolean inside = outwards * sides[boundary][i - 1] < 0;
                    double at = inside ? passage(boundary, i, sides[boundary][i - 1]) : cut(i - 1);
                    return new Validity.LeavesUnitInterval(at, boundary);
                }
            }
        }
        return stays;
    }

    private Extremum extremum(int sign) {
        double[] times = IntStream.range(0, cuts.length).mapToDouble(this::cut).toArray();
        // a cut of a phase is reported at the double nearest to its fraction, which may be the next one
        double[] trust = phases.isEmpty() ? walk().values() : trajectory.values(times);
        int best = 0;
        for (int i = 1; i < trust.length; i++) {
            best = sign * trust[i] > sign * trust[best] ? i : best;
        }
        boolean rational = best > 0 && !phases.isEmpty() && trajectory.model() instanceof TrustModel.Linear;
        return new Extremum(times[best], rational
                ? Fractions.toDouble(trajectory.exact(ExactTrust.end(trajectory.transparency(), phases, best - 1)).orElseThrow()) : trust[best]);
    }

    /// When trust, on this side of the level at the cut before, passes it: in closed form where there is one, otherwise by halving until no double is left.
    private double passage(double level, int cut, int side) {
        return phases.isEmpty()
                ? SignChange.lastOn(side, t -> walk().at(cut - 1, t) - level, cuts[cut - 1], cuts[cut])
                : phases.get(cut - 1).passage(level);
    }

    private Crossing bracket(double level, int cut, int side) {
        double at = passage(level, cut, side);
        double low = at;
        for (double step = Math.ulp(at); low > cuts[cut - 1] && Math.signum(walk().at(cut - 1, low) - level) != side; step *= 2) {
            low = Math.max(cuts[cut - 1], low - step);
        }
        double high = at;
        for (double step = Math.ulp(at); high < cuts[cut] && Math.signum(walk().at(cut - 1, high) - level) == side; step *= 2) {
            high = Math.min(cuts[cut], high + step);
        }
        return new Crossing(at, low, high, side < 0 ? Crossing.Direction.UP : Crossing.Direction.DOWN);
    }

    private static int next(int[] sides, int index) {
        for (int i = index + 1; i < sides.length; i++) {
            if (sides[i] != 0) {
                return sides[i];
            }
        }
        return 0;
    }

    /// A cut as it is reported. The moment at which I meets I_min and the corner of a capped ramp are computed from the decimals, so that 0.1/0.1
    /// is 1; other cuts are given, or found by halving.
    private double cut(int index) {
        if (index == 0 || index >= phases.size()) {
            return cuts[index];
        }
        Phase phase = phases.get(index);
        boolean computed = phase.startsAtTurn() || trajectory.transparency() instanceof Transparency.CappedRamp;
        return computed
                ? Fractions.toDouble(ExactTrust.start(trajectory.transparency(), phase)) : cuts[index];
    }

    /// On a straight stretch of I the numerator (a + b + ρt)I(t) − a − ρJ(t) of dT/dt has the derivative (a + b + ρt)k′, so that it
    /// changes sign at most once.
    private static List<Double> reputationTurns(
            TrustModel.Reputation reputation, Transparency.Segmented transparency, double horizon) {
        List<Double> turns = new ArrayList<>();
        List<Segment> segments = transparency.segments();
        SegmentIntegral integral = new SegmentIntegral(transparency);
        for (int i = 0; i < segments.size() && segments.get(i).start() < horizon; i++) {
            Segment segment = segments.get(i);
            double end = i + 1 < segments.size() ? Math.min(horizon, segments.get(i + 1).start()) : horizon;
            turns.add(segment.start());
            DoubleUnaryOperator rate = t -> reputation.rate(t, reputation.trust(t, integral.integral(t)), segment.at(t));
            double side = Math.signum(rate.applyAsDouble(segment.start()));
            if (side * Math.signum(rate.applyAsDouble(end)) < 0) {
                turns.add(Math.nextUp(SignChange.lastOn(side, rate, segment.start(), end)));
            }
        }
        return turns;
    }
}
