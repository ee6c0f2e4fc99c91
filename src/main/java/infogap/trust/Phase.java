package infogap.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

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
record Phase(TrustModel.Threshold model, double start, double end, double from, double before, double excess, double slope) {

    /// The phases from time 0 until the horizon.
    static List<Phase> of(TrustModel.Threshold model, Transparency.Segmented transparency, double horizon) {
        List<Phase> phases = new ArrayList<>(4);
        List<Segment> segments = transparency.segments();
        Phase previous = new Phase(model, 0, 0, model.initialTrust(), 0, 0, 0);
        for (int i = 0; i < segments.size() && segments.get(i).start() < horizon; i++) {
            Segment segment = segments.get(i);
            double end = i + 1 < segments.size() ? Math.min(horizon, segments.get(i + 1).start()) : horizon;
            double excess = segment.level() - model.threshold();
            double turn = segment.start() - excess / segment.slope();
            if (excess * segment.slope() < 0 && turn < end) {
                previous = previous.next(turn, excess, segment.slope());
                phases.add(previous);
                excess = 0;
            }
            previous = previous.next(end, excess, segment.slope());
            phases.add(previous);
        }
        return phases;
    }

    private Phase next(double nextEnd, double nextExcess, double nextSlope) {
        return model instanceof TrustModel.Asymmetric
                ? new Phase(model, end, nextEnd, at(end), 0, nextExcess, nextSlope)
                : new Phase(model, end, nextEnd, from, before + area(end), nextExcess, nextSlope);
    }

    /// T at time t within the phase.
    double at(double t) {
        return model.after(from, before + area(t));
    }

    /// The area of I − I_min from the start to time t within the phase.
    double area(double t) {
        double length = t - start;
        return length * (excess + slope * length / 2);
    }

    /// When T takes this value within the phase, other than at its start: the root of excess·τ + slope·τ²/2 = area.
    OptionalDouble passage(double level) {
        double area = model.areaBetween(from, level) - before;
        double direction = Math.signum(excess != 0 ? excess : slope);
        if (!(area * direction > 0 && Double.isFinite(area))) {
            return OptionalDouble.empty();
        }
        double discriminant = excess * excess + 2 * slope * area;
        if (discriminant < 0) {
            return OptionalDouble.empty();
        }
        // the form of the smaller root that does not cancel
        double length = 2 * area / (excess + direction * Math.sqrt(discriminant));
        return start + length <= end ? OptionalDouble.of(start + length) : OptionalDouble.empty();
    }
}
