package infogap.trust;

/// Whether a trajectory is a share: trust in [0, 1] from time 0 to the horizon.
public sealed interface Validity {

    /// Trust stays in [0, 1].
    ///
    /// @param horizon until when it was examined
    record StaysInUnitInterval(double horizon) implements Validity {
        @Override
        public String toString() {
            return "trust stays in [0, 1] until t = " + horizon;
        }
    }

    /// Trust leaves [0, 1], so that the model says nothing about trust from then on.
    ///
    /// @param at when
    /// @param boundary through which end, 0 or 1
    record LeavesUnitInterval(double at, int boundary) implements Validity {
        @Override
        public String toString() {
            return "trust leaves [0, 1] through " + boundary + " at t = " + at;
        }
    }

    /// Whether trust stays in [0, 1].
    default boolean stays() {
        return this instanceof StaysInUnitInterval;
    }
}
