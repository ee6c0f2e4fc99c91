package infogap.trust;

/// A trajectory at one time.
///
/// @param t the time
/// @param transparency I(t)
/// @param trust T(t)
public record TrustPoint(double t, double transparency, double trust) {}
