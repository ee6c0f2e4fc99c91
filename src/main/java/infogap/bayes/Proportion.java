package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Ratio;
import org.apache.commons.math3.fraction.BigFraction;

/// A proportion that was counted.
///
/// @param successes `x`
/// @param trials `n ≥ x`
public record Proportion(long successes, long trials) {

    /// @throws IllegalArgumentException if a count is negative or there are more successes than trials
    public Proportion {
        Checks.atLeast("successes", successes, 0);
        Checks.atLeast("trials", trials, successes);
    }

    /// `x / n`; undefined without trials.
    public Ratio estimate() {
        return Ratio.of(new BigFraction(successes), new BigFraction(trials), "there were no trials");
    }

    /// `x / n` as the nearest double.
    ///
    /// @throws ArithmeticException if there were no trials
    public double value() {
        return estimate().toDouble();
    }

    /// An interval for the proportion behind the count.
    ///
    /// @throws IllegalArgumentException if the confidence is not in (0, 1)
    public ConfidenceInterval interval(IntervalMethod method, double confidence) {
        return Checks.present("method", method).interval(successes, trials, confidence);
    }

    @Override
    public String toString() {
        return successes + " of " + trials;
    }
}
