package infogap.bayes;

import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    /// A likelihood ratio this close to a threshold, on the logarithmic scale and relative to its size, has reached it.
    private static final double THRESHOLD_ROUNDING = 1e-12;

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
    public record Outcome(Decision decision, int used) {}

    /// How the test behaves when the condition is as said, computed over all sequences of results.
    ///
    /// @param decidesPresent probability of ending with "present"
    /// @param decidesAbsent probability of ending with "absent"
    /// @param expectedLength mean number of results
    /// @param undecided probability of still going on where the computation stopped
    public record Performance(double decidesPresent, double decidesAbsent, double expectedLength, double undecided) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "decides present %.6g, absent %.6g, after %.4f results on average", decidesPresent, decidesAbsent, expectedLength);
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
        double up = positives == 0 ? 0 : positives * Math.log(sensitivity / falsePositiveRate);
        double down = negatives == 0 ? 0 : negatives * Math.log((1 - sensitivity) / (1 - falsePositiveRate));
        double logRatio = up + down;
        if (Double.isNaN(logRatio)) {
            throw new IllegalArgumentException("positives and negatives must be possible together, but " + positives + " and " + negatives
                    + " have probability 0 whether the condition is present or absent");
        }
        if (Double.isInfinite(logRatio)) {
            return logRatio > 0 ? Decision.PRESENT : Decision.ABSENT;
        }
        double rounding = THRESHOLD_ROUNDING * (1 + Math.abs(up) + Math.abs(down));
        if (logRatio >= Math.log(upperThreshold()) - rounding) {
            return Decision.PRESENT;
        }
        return logRatio <= Math.log(lowerThreshold()) + rounding ? Decision.ABSENT : Decision.CONTINUE;
    }

    /// Where this sequence of results ends.
    public Outcome run(List<Result> results) {
        int positives = 0;
        int used = 0;
        for (Result result : Checks.notEmpty("results", results)) {
            used++;
            positives += result == Result.POSITIVE ? 1 : 0;
            Decision decision = decide(positives, used - positives);
            if (decision != Decision.CONTINUE) {
                return new Outcome(decision, used);
            }
        }
        return new Outcome(Decision.CONTINUE, used);
    }

    /// Wald's approximation of the mean number of results, which neglects by how much the last result passes the threshold:
    /// `(P(present) log A + P(absent) log B) / E log LR` with the nominal error probabilities. Below 1 when a single result is decisive.
    public double approximateExpectedLength(Condition condition) {
        double rate = rate(condition);
        double present = condition == Condition.PRESENT ? 1 - miss : falseAlarm;
        double drift = (rate == 0 ? 0 : rate * Math.log(sensitivity / falsePositiveRate))
                + (rate == 1 ? 0 : (1 - rate) * Math.log((1 - sensitivity) / (1 - falsePositiveRate)));
        return (present * Math.log(upperThreshold()) + (1 - present) * Math.log(lowerThreshold())) / drift;
    }

    /// Error probabilities and mean length without approximation: the probability of every tally that has not stopped is followed until what is left
    /// is [#NEGLIGIBLE].
    public Performance performance(Condition condition) {
        double rate = rate(condition);
        double[] alive = {1};
        int fewestPositives = 0;
        double present = 0;
        double absent = 0;
        double length = 0;
        double left = 1;
        for (int n = 1; n <= LONGEST_RUN && left > NEGLIGIBLE; n++) {
            double[] next = new double[alive.length + 1];
            for (int i = 0; i < alive.length; i++) {
                next[i + 1] += alive[i] * rate;
                next[i] += alive[i] * (1 - rate);
            }
            left = 0;
            int first = next.length;
            int last = -1;
            for (int i = 0; i < next.length; i++) {
                if (next[i] > 0) {
                    int positives = fewestPositives + i;
                    switch (decide(positives, n - positives)) {
                        case PRESENT -> {
                            present += next[i];
                            length += n * next[i];
                            next[i] = 0;
                        }
                        case ABSENT -> {
                            absent += next[i];
                            length += n * next[i];
                            next[i] = 0;
                        }
                        case CONTINUE -> {
                            left += next[i];
                            first = Math.min(first, i);
                            last = i;
                        }
                    }
                }
            }
            alive = last < 0 ? new double[0] : Arrays.copyOfRange(next, first, last + 1);
            fewestPositives += last < 0 ? 0 : first;
        }
        return new Performance(present, absent, length, left);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "present when LR >= %.6g, absent when LR <= %.6g%n  if present: %s%n  if absent:  %s", upperThreshold(),
                lowerThreshold(), performance(Condition.PRESENT), performance(Condition.ABSENT));
    }

    private double rate(Condition condition) {
        return Checks.present("condition", condition) == Condition.PRESENT ? sensitivity : falsePositiveRate;
    }
}
