package infogap.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A stretch of time on which I is a straight line that stays on one side of I_min, so that trust is monotone and has a closed
/// form.
///
/// @param model the law
/// @param start when it begins
/// @param end when it ends, possibly never
/// @param trust T at the start
/// @param excess I − I_min at the start
/// @param slope the change of I per unit of time
record Phase(TrustModel.Threshold model, double start, double end, double trust, double excess, double slope) {

    /// The phases from time 0 until the horizon, which may be infinite.
    static List<Phase> of(TrustModel.Threshold model, Transparency.Segmented transparency, double horizon) {
        List<Phase> phases = new ArrayList<>();
        List<Segment> segments = transparency.segments();
        double trust = model.initialTrust();
        for (int i = 0; i < segments.size() && segments.get(i).start() < horizon; i++) {
            Segment segment = segments.get(i);
            double end = i + 1 < segments.size() ? Math.min(horizon, segments.get(i + 1).start()) : horizon;
            double excess = segment.level() - model.threshold();
            double turn = segment.start() - excess / segment.slope();
            if (excess * segment.slope() < 0 && turn < end) {
                Phase before = new Phase(model, segment.start(), turn, trust, excess, segment.slope());
                trust = before.at(turn);
                phases.add(before);
                Phase after = new Phase(model, turn, end, trust, 0, segment.slope());
                phases.add(after);
            } else {
                phases.add(new Phase(model, segment.start(), end, trust, excess, segment.slope()));
            }
            trust = phases.getLast().at(end);
        }
        return phases;
    }

    /// T at time t within the phase.
    double at(double t) {
        double length = t - start;
        return model.after(trust, length == 0 ? 0 : length * (excess + slope * length / 2));
    }

    /// When T takes this value within the phase: the root of excess·τ + slope·τ²/2 = area.
    OptionalDouble passage(double level) {
        double area = model.areaBetween(trust, level);
        double direction = Math.signum(excess != 0 ? excess : slope);
        if (!(area * direction > 0) || Double.isInfinite(area)) {
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
