package infogap.probability;

import java.util.Locale;

/// Why one channel is, or is not, a garbling of another: the two sides of Blackwell's theorem, each with what proves it.
///
/// Source: D. Blackwell (1953), *Equivalent comparisons of experiments*, Annals of Mathematical Statistics 24, 265–272.
///
/// @param <X> the type of the states
/// @param <F> the type of the finer channel's messages
/// @param <Y> the type of the messages of the channel that may be a garbling
public sealed interface GarblingWitness<X, F, Y> {

    /// The largest difference, in any entry, between a garbling and the product that shows it.
    double TOLERANCE = 1e-9;

    /// Whether it is a garbling.
    default boolean isGarbling() {
        return this instanceof Garbling;
    }

    /// It is: `coarse = fine.then(noise)`, so that nobody, whatever there is to decide, loses by seeing `fine` instead of `coarse`.
    ///
    /// @param noise the channel from the finer messages to the coarser ones
    /// @param error the largest difference of `fine.then(noise)` from `coarse` in any entry, at most [#TOLERANCE]
    record Garbling<X, F, Y>(Channel<F, Y> noise, double error) implements GarblingWitness<X, F, Y> {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "garbling, exact to %.1e, by%n%s", error, noise);
        }
    }

    /// It is not: a decision problem in which the alleged garbling is worth strictly more.
    ///
    /// @param problem payoffs with a row for each action (an action for each message of the alleged garbling) and a column for each state
    /// @param prior the prior of the states
    /// @param coarseValue the expected payoff of the best use of the alleged garbling, `Σ_y max_a Σ_x p(x) p(y | x) u(a, x)`
    /// @param fineValue the same for the other channel, strictly less
    record Separation<X, F, Y>(double[][] problem, Distribution<X> prior, double coarseValue, double fineValue)
            implements GarblingWitness<X, F, Y> {

        public Separation {
            problem = java.util.Arrays.stream(problem).map(double[]::clone).toArray(double[][]::new);
        }

        /// A deep copy of the payoffs.
        @Override
        public double[][] problem() {
            return java.util.Arrays.stream(problem).map(double[]::clone).toArray(double[][]::new);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format(
                    Locale.ROOT, "no garbling: worth %.6g against %.6g under these payoffs (a row for each action)", coarseValue, fineValue));
            for (double[] row : problem) {
                text.append('\n');
                for (double payoff : row) {
                    text.append(String.format(Locale.ROOT, "  %10.6f", payoff));
                }
            }
            return text.toString();
        }
    }
}
