package infogap.trust;

import java.util.ArrayList;
import java.util.List;

/// A curve between two times, at a breakpoint the limit from inside.
///
/// @param curve the curve
/// @param low 0 or a breakpoint
/// @param high a breakpoint or the last time
record CurveStretch(Transparency.Curve curve, double low, double high) {

    /// The stretches between the breakpoints from time 0 to t.
    static List<CurveStretch> until(double t, Transparency.Curve curve) {
        List<CurveStretch> stretches = new ArrayList<>();
        double low = 0;
        for (double breakpoint : curve.breakpoints()) {
            if (breakpoint < t) {
                stretches.add(new CurveStretch(curve, low, breakpoint));
                low = breakpoint;
            }
        }
        stretches.add(new CurveStretch(curve, low, t));
        return stretches;
    }

    double at(double t) {
        if (t <= low && low > 0) {
            return curve.at(Math.nextUp(low));
        }
        return curve.at(t >= high && curve.breakpoints().contains(high) ? Math.nextDown(high) : t);
    }
}
