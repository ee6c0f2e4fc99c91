package infogap.trust;

import java.util.Locale;

/// Whether the turns of trust that crossings and extrema are looked for between are all known.
public sealed interface Completeness {

    /// I is made of straight stretches: every turn has a closed form, none is missed.
    record Complete() implements Completeness {
        @Override
        public String toString() {
            return "none is missed";
        }
    }

    /// I is a function that can only be asked: its sides of I_min agreed on three grids, each with more than twice the points of the one before.
    ///
    /// @param width an excursion of I across I_min (for the reputation law: across T) that lasts less than this, and holds no breakpoint, can be missed
    record UpTo(double width) implements Completeness {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "an excursion of I shorter than %.3g could be missed", width);
        }
    }

    /// I is a function that still changed sides more often on the finest grid than on the one before: some turns are missed in all likelihood.
    ///
    /// @param width the spacing of the finest grid
    /// @param turns how many turns were found on it
    record Unresolved(double width, int turns) implements Completeness {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "INCOMPLETE: I changes sides %d times on a grid of %.3g and still more often on finer ones; ask for a shorter horizon", turns,
                    width);
        }
    }

    /// Whether it is certain that none is missed.
    default boolean isCertain() {
        return this instanceof Complete;
    }
}
