package infogap.information;

import infogap.numeric.Checks;

/// Checks and small facts about vectors of counts.
final class Counts {

    private Counts() {}

    /// The sum of the counts, checked: at least one entry, none negative, not all zero, no overflow.
    static long total(String argument, long[] counts) {
        Checks.present(argument, counts);
        if (counts.length == 0) {
            throw new IllegalArgumentException(argument + " must have at least one element, but is empty");
        }
        Checks.atLeast(argument, counts, 0);
        long total = 0;
        for (long count : counts) {
            total += count;
            if (total < 0) {
                throw new IllegalArgumentException(argument + " must sum to at most " + Long.MAX_VALUE + ", but the sum overflows");
            }
        }
        if (total == 0) {
            throw new IllegalArgumentException(argument + " must hold at least one observation, but all are 0");
        }
        return total;
    }

    /// How many counts equal this value.
    static int equalTo(long value, long[] counts) {
        int found = 0;
        for (long count : counts) {
            if (count == value) {
                found++;
            }
        }
        return found;
    }

    /// How many counts are above zero: the observed support.
    static int support(long[] counts) {
        return counts.length - equalTo(0, counts);
    }
}
