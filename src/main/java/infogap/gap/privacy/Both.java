package infogap.gap.privacy;

import infogap.numeric.Checks;

/// Two things together: the data of two people, or two messages about the same data.
///
/// @param first the one
/// @param second the other
public record Both<A, B>(A first, B second) {

    /// @throws IllegalArgumentException if one is missing
    public Both {
        Checks.present("first", first);
        Checks.present("second", second);
    }

    /// Whether exactly one of the two differs: neighbouring data sets, where the data of one person was changed.
    public boolean neighbours(Both<A, B> other) {
        Checks.present("other", other);
        return first.equals(other.first) != second.equals(other.second);
    }

    @Override
    public String toString() {
        return "(" + first + ", " + second + ")";
    }
}
