package infogap.trust;

import java.util.ArrayList;
import java.util.List;

/// A curve between two times, at a breakpoint the limit from inside.
///
/// @param curve the curve
/// @param low 0 or a breakpoint
/// @param high a breakpoint or the last time
/// @param jumpsAtHigh whether `high` is a breakpoint
record CurveStretch(Transparency.Curve curve, double low, double high, boolean jumpsAtHigh) {

    /// The stretches between the breakpoints from time 0 to t.
    static List<CurveStretch> until(double t, Transparency.Curve curve) {
        List<CurveStretch> stretches = new ArrayList<>();
        double low = 0;
        for (double breakpoint : curve.breakpoints()) {
            if (breakpoint < t) {
                stretches.add(new CurveStretch(curve, low, breakpoint, true));
                low = breakpoint;
            } else {
                stretches.add(new CurveStretch(curve, low, t, breakpoint == t));
                return stretches;
            }
        }
        stretches.add(new CurveStretch(curve, low, t, false));
        return stretches;
    }

    double at(double t) {
        if (t <= low && low > 0) {
            return curve.at(Math.nextUp(low));
        }
        return curve.at(t >= high && jumpsAtHigh ? Math.nextDown(high) : t);
    }

    /// The integral of I between two times within the stretch.
    double integral(double from, double to) {
        return Quadrature.integrate(this::at, from, to);
    }
}
