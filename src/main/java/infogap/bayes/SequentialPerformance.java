package infogap.bayes;

import infogap.numeric.Checks;
import java.util.Locale;

/// How a [SequentialTest] behaves when the condition is as said, computed over all sequences of results.
public sealed interface SequentialPerformance {

    /// Every sequence was followed to its end.
    ///
    /// @param decidesPresent probability of ending with "present"
    /// @param decidesAbsent probability of ending with "absent"
    /// @param expectedLength mean number of results
    /// @param undecided probability of still going on where the computation stopped, at most [SequentialTest#NEGLIGIBLE]
    record Complete(double decidesPresent, double decidesAbsent, double expectedLength, double undecided) implements SequentialPerformance {

        /// @throws IllegalArgumentException if a probability is outside [0, 1] or the length is negative or not finite
        public Complete {
            requireProbabilities(decidesPresent, decidesAbsent, undecided);
            Checks.nonNegative("expectedLength", expectedLength);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "decides present %.6g, absent %.6g, after %.4f results on average", decidesPresent, decidesAbsent, expectedLength);
        }
    }

    /// The computation was broken off while some sequences were still going on.
    ///
    /// @param decidesPresent probability of having ended with "present", a lower bound of what it becomes
    /// @param decidesAbsent probability of having ended with "absent", a lower bound as well
    /// @param undecided probability of still going on
    /// @param after how many results were followed
    /// @param leastExpectedLength the mean of the number of results or `after`, whichever is less: a lower bound of the mean
    /// @param approximateExpectedLength Wald's approximation of the mean, [SequentialTest#approximateExpectedLength]
    record Truncated(
            double decidesPresent, double decidesAbsent, double undecided, int after, double leastExpectedLength, double approximateExpectedLength)
            implements SequentialPerformance {

        /// @throws IllegalArgumentException if a probability is outside [0, 1], a length is negative or NaN, or the least one is not finite
        public Truncated {
            requireProbabilities(decidesPresent, decidesAbsent, undecided);
            Checks.atLeast("after", after, 0);
            Checks.nonNegative("leastExpectedLength", leastExpectedLength);
            Checks.inRange("approximateExpectedLength", approximateExpectedLength, 0, Double.POSITIVE_INFINITY);
        }

        /// @throws ArithmeticException always: the mean is not known
        @Override
        public double expectedLength() {
            throw new ArithmeticException(toString());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "undecided %.6g after %d results (present %.6g, absent %.6g so far); at least %.6g results on average, about %.6g by Wald's"
                            + " approximation", undecided, after, decidesPresent, decidesAbsent, leastExpectedLength, approximateExpectedLength);
        }
    }

    double decidesPresent();

    double decidesAbsent();

    double undecided();

    /// Mean number of results.
    ///
    /// @throws ArithmeticException if the computation was broken off
    double expectedLength();

    private static void requireProbabilities(double decidesPresent, double decidesAbsent, double undecided) {
        Checks.probability("decidesPresent", decidesPresent);
        Checks.probability("decidesAbsent", decidesAbsent);
        Checks.probability("undecided", undecided);
    }
}
