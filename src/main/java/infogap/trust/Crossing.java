package infogap.trust;

/// A moment at which trust takes a value.
///
/// @param at the crossing, in closed form where there is one
/// @param low a time not after the crossing, a few doubles away: computed trust is still on the old side
/// @param high a time not before the crossing: computed trust is on the other side, or on the value
/// @param direction where trust comes from and goes to
public record Crossing(double at, double low, double high, Direction direction) {

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
