package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// Wald's sequential probability ratio test: results come one at a time, independent given the condition, until the likelihood ratio leaves an interval.
///
///     stop for "present" at LR ≥ A = (1−β)/α,    stop for "absent" at LR ≤ B = β/(1−α),    otherwise go on
///
/// With `A` and `B` so chosen, the true error probabilities `α′`, `β′` satisfy `α′ ≤ α/(1−β)`, `β′ ≤ β/(1−α)` and `α′ + β′ ≤ α + β`.
///
/// Source: A. Wald (1945), *Sequential tests of statistical hypotheses*, Annals of Mathematical Statistics 16, 117–186.
///
/// @param sensitivity of a single result
/// @param falsePositiveRate of a single result, different from the sensitivity
/// @param falseAlarm `α`, the nominal probability of deciding "present" when absent
/// @param miss `β`, the nominal probability of deciding "absent" when present
public record SequentialTest(double sensitivity, double falsePositiveRate, double falseAlarm, double miss) {

    /// Probability of still going on at which an exact computation stops; what is left is reported.
    public static final double NEGLIGIBLE = 1e-16;

    /// Results after which an exact computation stops even when it is not negligible that the test goes on.
    public static final int LONGEST_RUN = 1_000_000;

    /// How many tallies are followed for a print.
    private static final long PRINTED_TALLIES = 3_000_000;

    /// @throws IllegalArgumentException if a rate is outside [0, 1] or NaN, the two rates are equal, an error probability is not in (0, 1), or the two
    ///     errors do not add to less than 1
    public SequentialTest {
        Checks.probability("sensitivity", sensitivity);
        Checks.probability("falsePositiveRate", falsePositiveRate);
        Checks.strictlyBetween("falseAlarm", falseAlarm, 0, 1);
        Checks.strictlyBetween("miss", miss, 0, 1);
        if (sensitivity == falsePositiveRate) {
            throw Checks.refused("falsePositiveRate", falsePositiveRate, "different from the sensitivity, or no number of results says anything");
        }
        if (falseAlarm + miss >= 1) {
            throw Checks.refused("falseAlarm + miss", falseAlarm + miss, "below 1");
        }
    }

    /// What to do at a tally of results.
    public enum Decision {
        PRESENT,
        ABSENT,
        CONTINUE
    }

    /// Where a sequence of results ended.
    ///
    /// @param decision the decision, [Decision#CONTINUE] when the sequence was too short
    /// @param used how many results were looked at
    public record Outcome(Decision decision, int used) {
        /// The decision and after how many results.
        @Override
        public String toString() {
            return decision + " after " + used + (used == 1 ? " result" : " results");
        }
    }

    /// `A = (1−β)/α`.
    public double upperThreshold() {
        return (1 - miss) / falseAlarm;
    }

    /// `B = β/(1−α)`.
    public double lowerThreshold() {
        return miss / (1 - falseAlarm);
    }

    /// What to do when a run has seen this many results of each kind.
    ///
    /// @throws IllegalArgumentException if a number is negative, or these results exclude each other under both conditions
    public Decision decide(int positives, int negatives) {
        Checks.atLeast("positives", positives, 0);
        Checks.atLeast("negatives", negatives, 0);
        return new SequentialWalk(this).decide(positives, negatives);
    }

    /// Where this sequence of results ends.
    public Outcome run(List<Result> results) {
        int positives = 0;
        int used = 0;
        SequentialWalk walk = new SequentialWalk(this);
        for (Result result : Checks.notEmpty("results", results)) {
            used++;
            positives += result == Result.POSITIVE ? 1 : 0;
            Decision decision = walk.decide(positives, used - positives);
            if (decision != Decision.CONTINUE) {
                return new Outcome(decision, used);
            }
        }
        return new Outcome(Decision.CONTINUE, used);
    }

    /// Wald's approximation of the mean number of results, which neglects by how much the last result passes the threshold:
    /// `(P(present) log A + P(absent) log B) / E log LR` with the nominal error probabilities. Below 1 when a single result is decisive.
    public double approximateExpectedLength(Condition condition) {
        boolean isPresent = Checks.present("condition", condition) == Condition.PRESENT;
        BigFraction se = Fractions.ofDecimal(sensitivity);
        BigFraction fpr = Fractions.ofDecimal(falsePositiveRate);
        double drift = isPresent ? LogRatio.divergence(se, fpr) : -LogRatio.divergence(fpr, se);
        double present = isPresent ? 1 - miss : falseAlarm;
        return (present * Math.log(upperThreshold()) + (1 - present) * Math.log(lowerThreshold())) / drift;
    }

    /// Error probabilities and mean length without approximation: the probability of every tally that has not stopped is followed until what is left
    /// is [#NEGLIGIBLE], or for [#LONGEST_RUN] results. Rates that differ by little take long: seconds for a million results.
    public SequentialPerformance performance(Condition condition) {
        return new SequentialWalk(this).performance(condition, Long.MAX_VALUE);
    }

    /// The thresholds and both performances; Wald's approximation of the length where to follow the tallies would take long.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "present when LR >= %.6g, absent when LR <= %.6g%n  if present: %s%n  if absent:  %s", upperThreshold(),
                lowerThreshold(), inShort(Condition.PRESENT), inShort(Condition.ABSENT));
    }

    private String inShort(Condition condition) {
        return switch (new SequentialWalk(this).performance(condition, PRINTED_TALLIES)) {
            case SequentialPerformance.Complete complete -> complete.toString();
            case SequentialPerformance.Truncated truncated -> String.format(
                    Locale.ROOT, "about %.6g results on average (Wald's approximation; the exact computation is long)", approximateExpectedLength(condition));
        };
    }

    double rate(Condition condition) {
        return Checks.present("condition", condition) == Condition.PRESENT ? sensitivity : falsePositiveRate;
    }
}
