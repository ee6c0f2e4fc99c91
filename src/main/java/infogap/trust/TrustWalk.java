package infogap.trust;

import infogap.numeric.CompensatedSum;
import java.util.List;

/// Trust at increasing times and in between, each stretch of time integrated once: the values at n times cost as much as the stretches between them,
/// where n times [TrustTrajectory#at] starts from 0 every time.
final class TrustWalk {

    private final TrustTrajectory trajectory;
    private final double[] times;
    private final double[] values;
    // under a curve: the integral of I up to each time
    private final double[] integrals;
    private final List<CurveStretch> stretches;
    private final int[] stretchOf;
    private final SegmentIntegral segments;
    private final List<Phase> phases;

    private TrustWalk(TrustTrajectory trajectory, double[] times) {
        this.trajectory = trajectory;
        this.times = times;
        this.values = new double[times.length];
        double last = times[times.length - 1];
        switch (trajectory.transparency()) {
            case Transparency.Curve curve -> {
                segments = null;
                phases = List.of();
                stretches = CurveStretch.until(last, curve);
                stretchOf = new int[times.length];
                integrals = new double[times.length];
                integrate();
            }
            case Transparency.Segmented segmented -> {
                segments = new SegmentIntegral(segmented);
                stretches = List.of();
                stretchOf = null;
                integrals = null;
                phases = trajectory.model() instanceof TrustModel.Asymmetric asymmetric && last > 0
                        ? Phase.of(asymmetric, segmented, last) : List.of();
            }
        }
    }

    /// Trust at these increasing times.
    static double[] values(TrustTrajectory trajectory, double[] times) {
        if (trajectory.model() instanceof TrustModel.Asymmetric && trajectory.transparency() instanceof Transparency.Curve) {
            return trajectory.integrated(TrustIntegrator.TOLERANCE, times);
        }
        return between(trajectory, times).values;
    }

    /// A walk along cuts, between which I stays on one side of I_min.
    static TrustWalk between(TrustTrajectory trajectory, double[] cuts) {
        TrustWalk walk = new TrustWalk(trajectory, cuts);
        walk.values[0] = cuts[0] == 0 ? trajectory.model().initialTrust() : walk.compute(0, cuts[0]);
        for (int i = 1; i < cuts.length; i++) {
            walk.values[i] = walk.compute(i - 1, cuts[i]);
        }
        return walk;
    }

    double[] values() {
        return values;
    }

    /// T(t), for a time between the times at this index and the next.
    double at(int index, double t) {
        return t == times[index] ? values[index] : compute(index, t);
    }

    private double compute(int index, double t) {
        return switch (trajectory.model()) {
            case TrustModel.Reputation reputation -> reputation.trust(t, integral(index, t));
            case TrustModel.Asymmetric asymmetric when segments != null -> t == 0 ? asymmetric.initialTrust() : Phase.at(phases, t);
            case TrustModel.Asymmetric asymmetric ->
                asymmetric.after(values[index], area(index, t) - asymmetric.threshold() * (t - times[index]));
            case TrustModel.Threshold threshold -> threshold.after(
                    threshold.initialTrust(),
                    segments != null ? segments.excess(t, threshold.threshold()) : integral(index, t) - threshold.threshold() * t);
        };
    }

    private double integral(int index, double t) {
        return segments != null ? segments.integral(t) : integrals[index] + area(index, t);
    }

    private void integrate() {
        CompensatedSum sum = new CompensatedSum();
        int stretch = 0;
        for (int i = 0; i < times.length; i++) {
            double from = i == 0 ? 0 : times[i - 1];
            while (stretch + 1 < stretches.size() && stretches.get(stretch).high() <= times[i]) {
                sum.add(stretches.get(stretch).integral(Math.max(from, stretches.get(stretch).low()), stretches.get(stretch).high()));
                stretch++;
            }
            sum.add(stretches.get(stretch).integral(Math.max(from, stretches.get(stretch).low()), times[i]));
            stretchOf[i] = stretch;
            integrals[i] = sum.value();
        }
    }

    /// The integral of I from the time at this index to t, which may lie behind a breakpoint.
    private double area(int index, double t) {
        CompensatedSum sum = new CompensatedSum();
        double from = times[index];
        int stretch = stretchOf[index];
        while (stretch + 1 < stretches.size() && stretches.get(stretch).high() < t) {
            sum.add(stretches.get(stretch).integral(from, stretches.get(stretch).high()));
            from = stretches.get(stretch).high();
            stretch++;
        }
        return sum.add(stretches.get(stretch).integral(from, t)).value();
    }
}
