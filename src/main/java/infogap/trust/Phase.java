package infogap.trust;

import java.util.ArrayList;
import java.util.List;

/// A stretch of time on which I is a straight line that stays on one side of I_min, so that trust is monotone and has a closed
/// form: trust at t is `model.after(from, before + area(t))`.
///
/// @param model the law
/// @param start when it begins
/// @param end when it ends
/// @param from the trust that the closed form starts from: for the asymmetric law T at the start; for the others T₀, because a
///     logistic trust that has rounded to 1 on the way could not come back
/// @param before the area of I − I_min between `from` and the start
/// @param excess I − I_min at the start
/// @param slope the change of I per unit of time
/// @param terms how large the terms are whose sum is `before`, signs aside: its rounding error is a few units of 2⁻⁵³ of them
record Phase(
        TrustModel.Threshold model, double start, double end, double from, double before, double excess, double slope, double terms) {

    // a turn this close to the end of a straight stretch is the end
    private static final double TURN_ULPS = 4;
    private static final double ROUNDINGS = 4 * Math.ulp(1.0);

    /// The phases from time 0 until the horizon.
    static List<Phase> of(TrustModel.Threshold model, Transparency.Segmented transparency, double horizon) {
        List<Phase> phases = new ArrayList<>(4);
        List<Segment> segments = transparency.segments();
        Phase previous = new Phase(model, 0, 0, model.initialTrust(), 0, 0, 0, 0);
        for (int i = 0; i < segments.size() && segments.get(i).start() < horizon; i++) {
            Segment segment = segments.get(i);
            double end = i + 1 < segments.size() ? Math.min(horizon, segments.get(i + 1).start()) : horizon;
            double excess = segment.level() - model.threshold();
            double turn = segment.start() - excess / segment.slope();
            if (excess * segment.slope() < 0 && turn < end - TURN_ULPS * Math.ulp(end)) {
                if (turn > segment.start()) {
                    previous = previous.next(turn, excess, segment.slope());
                    phases.add(previous);
                }
                excess = 0;
            }
            previous = previous.next(end, excess, segment.slope());
            phases.add(previous);
        }
        return phases;
    }

    private Phase next(double nextEnd, double nextExcess, double nextSlope) {
        return model instanceof TrustModel.Asymmetric
                ? new Phase(model, end, nextEnd, at(end), 0, nextExcess, nextSlope, 0)
                : new Phase(model, end, nextEnd, from, before + area(end), nextExcess, nextSlope, terms + termsOfArea());
    }

    /// T at time t within the phase.
    double at(double t) {
        return model.after(from, before + area(t));
    }

    /// T at time t from the phases until t or later.
    static double at(List<Phase> phases, double t) {
        int low = 0;
        int high = phases.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (phases.get(middle).end >= t) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return phases.get(low).at(t);
    }

    /// The area of I − I_min from the start to time t within the phase.
    double area(double t) {
        double length = t - start;
        return length * (excess + slope * length / 2);
    }

    /// I and I_min one by one, because their decimals are rounded before the difference is.
    private double termsOfArea() {
        double length = end - start;
        return length * (2 * model.threshold() + Math.abs(excess) + Math.abs(slope) * length / 2);
    }

    /// Whether trust rises (1), falls (−1) or stays (0).
    int direction() {
        return (int) Math.signum(excess != 0 ? excess : slope);
    }

    /// Whether the phase begins where I meets I_min within a straight stretch.
    boolean startsAtTurn() {
        return start > 0 && excess == 0 && slope != 0;
    }

    /// The area by which trust is past this level at the end; negative if it is below.
    double beyond(double level) {
        return before + area(end) - model.areaBetween(from, level);
    }

    /// A bound of the rounding error of [#beyond].
    double errorBeyond(double level) {
        double ends = switch (model) {
            case TrustModel.Linear linear -> (linear.initialTrust() + Math.abs(level)) / linear.sensitivity();
            case TrustModel.Logistic _ -> 0;
            case TrustModel.Asymmetric _ -> start == 0 ? 0 : Math.ulp(from) / Math.ulp(1.0) / perArea(from);
        };
        return ROUNDINGS * (terms + termsOfArea() + Math.abs(model.areaBetween(from, level)) + ends);
    }

    /// |dT/dA| at this trust: how much trust moves in the direction of the phase for a unit of area.
    double perArea(double trust) {
        return Math.abs(model.rate(start, trust, model.threshold() + direction()));
    }

    /// When T takes a value that it is known to take within the phase: the root of excess·τ + slope·τ²/2 = area.
    double passage(double level) {
        double area = model.areaBetween(from, level) - before;
        double direction = direction();
        if (!(area * direction > 0)) {
            return start;
        }
        // the form of the smaller root that does not cancel; without a slope the square of a small excess could underflow
        double length = slope == 0 ? area / excess
                : 2 * area / (excess + direction * Math.sqrt(Math.max(0, excess * excess + 2 * slope * area)));
        return Math.min(start + length, end);
    }
}
