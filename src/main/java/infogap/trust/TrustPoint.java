package infogap.trust;

/// A trajectory at one time.
///
/// @param t the time
/// @param transparency I(t)
/// @param trust T(t)
public record TrustPoint(double t, double transparency, double trust) {

    /// `t = 2: I = 0.4, T = 1.1`.
    @Override
    public String toString() {
        return "t = " + Shown.number(t) + ": I = " + Shown.number(transparency) + ", T = " + Shown.number(trust);
    }
}
