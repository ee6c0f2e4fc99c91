package infogap.trust;

/// The smallest or largest trust on a stretch of time.
///
/// @param at when it is reached first
/// @param trust the value
public record Extremum(double at, double trust) {

    @Override
    public String toString() {
        return "T = " + trust + " at t = " + at;
    }
}
