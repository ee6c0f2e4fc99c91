package infogap.trust;

import infogap.numeric.Fractions;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/// On which side of a level trust is at each of the moments between which it is monotone: −1 below, 1 above, 0 on the level.
///
/// This is the one notion of reaching a level. Where trust is a rational function of the parameters and a comparison in double could be
/// wrong, it is decided in fractions, every parameter and the level read as the decimal that it prints.
final class LevelSides {

    // what a few operations on positive numbers round away
    private static final double ROUNDINGS = 16 * Math.ulp(1.0);

    private final TrustTrajectory trajectory;
    private final double level;
    private final double tolerance;

    private LevelSides(TrustTrajectory trajectory, double level, double touchUlps) {
        this.trajectory = trajectory;
        this.level = level;
        this.tolerance = touchUlps * Math.ulp(level);
    }

    /// At time 0 and at the end of each phase. At a time at which trust turns, and at the last, trust is on a level that differs from it by
    /// no more than its rounding error and this many units in the last place; with 0 units only if it is the level.
    static int[] alongPhases(TrustTrajectory trajectory, List<Phase> phases, double level, double touchUlps) {
        LevelSides sides = new LevelSides(trajectory, level, touchUlps);
        int[] result = new int[phases.size() + 1];
        result[0] = (int) Math.signum(trajectory.model().initialTrust() - level);
        for (int i = 0; i < phases.size(); i++) {
            result[i + 1] = sides.after(result[i], phases, i);
        }
        return result;
    }

    /// At these times, at which trust has these values; the same tolerance at each.
    static int[] atTimes(TrustTrajectory trajectory, double[] times, double[] trust, double level, double touchUlps) {
        LevelSides sides = new LevelSides(trajectory, level, touchUlps);
        int[] result = new int[times.length];
        for (int i = 0; i < times.length; i++) {
            result[i] = sides.at(times[i], trust[i]);
        }
        return result;
    }

    /// Whether trust comes back after this phase: 1 if it does, 0 if the phases end there, −1 if it goes on.
    private static int turns(List<Phase> phases, int phase) {
        for (int i = phase + 1; i < phases.size(); i++) {
            if (phases.get(i).direction() != 0) {
                return phases.get(i).direction() == phases.get(phase).direction() ? -1 : 1;
            }
        }
        return 0;
    }

    private int after(int before, List<Phase> phases, int index) {
        Phase phase = phases.get(index);
        int direction = phase.direction();
        if (direction == 0 || before * direction > 0) {
            return before;
        }
        double beyond = phase.beyond(level);
        double error = phase.errorBeyond(level);
        boolean comparable = Double.isFinite(beyond) && Double.isFinite(error);
        int side;
        if (comparable && Math.abs(beyond) > error) {
            side = (int) Math.signum(beyond);
        } else if (phase.model() instanceof TrustModel.Linear) {
            side = exactly(ExactTrust.end(trajectory.transparency(), phases, index));
        } else {
            // an area that overflows is one that takes trust to certainty, or is out of reach
            side = comparable ? 0 : (int) Math.signum(phase.at(phase.end()) - level);
        }
        boolean near = tolerance > 0 && comparable && Math.abs(beyond) <= error + tolerance / phase.perArea(level);
        boolean touches = side == 0 || near;
        if (before == 0) {
            return touches ? 0 : direction;
        }
        int turns = turns(phases, index);
        return touches && (turns > 0 || turns == 0 && side != direction) ? 0 : side;
    }

    private int exactly(BigFraction moment) {
        return trajectory.exact(moment).orElseThrow().compareTo(Fractions.ofDecimal(level));
    }

    private int at(double time, double trust) {
        double gap = trust - level;
        boolean near = Math.abs(gap) <= Math.max(tolerance, error(time, trust));
        boolean decided = tolerance == 0
                && trajectory.model() instanceof TrustModel.Reputation && trajectory.transparency() instanceof Transparency.Segmented;
        return !near ? (int) Math.signum(gap) : decided ? exactly(ExactTrust.moment(trajectory.transparency(), time)) : 0;
    }

    /// How much of T at this time may be rounding: a share of its terms, signs aside, which follow from their sum.
    private double error(double time, double trust) {
        return ROUNDINGS * switch (trajectory.model()) {
            case TrustModel.Linear linear -> Math.abs(trust) + 2 * linear.sensitivity() * linear.threshold() * time;
            case TrustModel.Reputation reputation ->
                Math.max(trust, 2 * reputation.prior().positive() / reputation.evidence(time) - trust);
            case TrustModel.Logistic _, TrustModel.Asymmetric _ -> 0;
        };
    }
}
