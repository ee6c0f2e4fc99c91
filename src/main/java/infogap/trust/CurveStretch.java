package infogap.trust;

/// A curve between two times, at a breakpoint the limit from inside.
///
/// @param curve the curve
/// @param low 0 or a breakpoint
/// @param high a breakpoint or the last time
record CurveStretch(Transparency.Curve curve, double low, double high) {

    double at(double t) {
        if (t <= low && low > 0) {
            return curve.at(Math.nextUp(low));
        }
        return curve.at(t >= high && curve.breakpoints().contains(high) ? Math.nextDown(high) : t);
    }
}
