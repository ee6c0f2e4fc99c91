package infogap.trust;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/// The adaptive Dormand–Prince 8(5,3) integrator of commons-math3, restarted wherever the right-hand side has a kink or a jump.
///
/// Method: E. Hairer, S. P. Nørsett and G. Wanner (1993), *Solving Ordinary Differential Equations I*, second edition, Springer.
final class TrustIntegrator {

    /// The tolerance for values that have no closed form.
    static final double TOLERANCE = 1e-13;

    // a curve may have pulses that the steps must not jump over; with the stages of a step no gap is longer than a sixtieth of a stretch
    private static final int LEAST_STEPS = 16;

    private final TrustModel model;
    private final double tolerance;
    private double time;
    private double trust;

    private TrustIntegrator(TrustModel model, double tolerance) {
        this.model = model;
        this.tolerance = tolerance;
        this.trust = model.initialTrust();
    }

    static double[] integrate(TrustTrajectory trajectory, double tolerance, double[] times) {
        TrustIntegrator integrator = new TrustIntegrator(trajectory.model(), tolerance);
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            Checks.nonNegative("times[" + i + "]", times[i]);
            if (times[i] < integrator.time) {
                throw Checks.refused("times[" + i + "]", times[i], "at least times[" + (i - 1) + "] = " + times[i - 1]);
            }
            integrator.advance(trajectory.transparency(), times[i], times[times.length - 1]);
            values[i] = integrator.trust;
        }
        return values;
    }

    private void advance(Transparency transparency, double to, double last) {
        switch (transparency) {
            case Transparency.Curve curve -> {
                for (CurveStretch stretch : CurveStretch.until(last, curve)) {
                    double end = Math.min(to, stretch.high());
                    if (end > time) {
                        smooth(stretch::at, end, (stretch.high() - stretch.low()) / LEAST_STEPS);
                    }
                }
            }
            case Transparency.Segmented segmented -> {
                List<Segment> lines = lines(segmented);
                for (int i = 0; i < lines.size(); i++) {
                    double end = i + 1 < lines.size() ? Math.min(to, lines.get(i + 1).start()) : to;
                    if (end > time) {
                        // the line itself, because at its end I may already have jumped
                        smooth(lines.get(i)::at, end, end - time);
                    }
                }
            }
        }
    }

    /// The segments, cut where I crosses the threshold and the asymmetric law has a kink.
    private List<Segment> lines(Transparency.Segmented transparency) {
        List<Segment> lines = new ArrayList<>();
        for (Segment segment : transparency.segments()) {
            lines.add(segment);
            if (model instanceof TrustModel.Threshold threshold) {
                double turn = segment.start() + (threshold.threshold() - segment.level()) / segment.slope();
                if (turn > segment.start() && turn < Double.POSITIVE_INFINITY) {
                    lines.add(new Segment(turn, segment.at(turn), segment.slope()));
                }
            }
        }
        for (int i = lines.size() - 2; i >= 0; i--) {
            if (lines.get(i).start() >= lines.get(i + 1).start()) {
                lines.remove(i);
            }
        }
        return lines;
    }

    private void smooth(DoubleUnaryOperator transparency, double to, double longestStep) {
        double length = to - time;
        // the integrator refuses stretches that are not much longer than the spacing of doubles; an Euler step is exact there
        if (length <= 1000 * Math.ulp(to)) {
            trust += length * model.rate(time, trust, transparency.applyAsDouble(time));
            time = to;
            return;
        }
        double[] state = {trust};
        try {
            new DormandPrince853Integrator(Math.ulp(to), Math.min(length, longestStep), tolerance, tolerance)
                    .integrate(equation(transparency), time, state, to, state);
        } catch (MathIllegalArgumentException e) {
            throw new ArithmeticException("trust cannot be integrated from " + time + " to " + to + " with tolerance " + tolerance
                    + ": " + e.getMessage());
        }
        trust = state[0];
        time = to;
    }

    private FirstOrderDifferentialEquations equation(DoubleUnaryOperator transparency) {
        return new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return 1;
            }

            @Override
            public void computeDerivatives(double t, double[] state, double[] derivative) {
                derivative[0] = model.rate(t, state[0], transparency.applyAsDouble(t));
            }
        };
    }
}
