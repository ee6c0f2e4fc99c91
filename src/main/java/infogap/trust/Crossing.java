package infogap.trust;

/// A moment at which trust takes a value. Trust is on one side of the value at `before` and on the other side, or exactly on it,
/// at `at`; no double lies between both times.
///
/// @param before the last double before the crossing
/// @param at the crossing
/// @param direction where trust comes from and goes to
public record Crossing(double before, double at, Direction direction) {

    /// How trust meets the value.
    public enum Direction {
        /// From below to above.
        UP,
        /// From above to below.
        DOWN,
        /// It turns exactly there.
        TOUCH
    }

    @Override
    public String toString() {
        return direction + " at t = " + at;
    }
}
