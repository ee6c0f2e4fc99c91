package infogap.bayes;

import infogap.bayes.SequentialTest.Decision;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import org.apache.commons.math3.fraction.BigFraction;

/// The logarithm of a [SequentialTest]'s likelihood ratio as a walk between two thresholds: a step up for each positive, down for each negative result.
final class SequentialWalk {

    /// A likelihood ratio this close to a threshold, on the logarithmic scale and relative to its size, has reached it.
    private static final double THRESHOLD_ROUNDING = 1e-12;

    private final SequentialTest test;
    private final double step;
    private final double stepBack;
    private final double upper;
    private final double lower;

    SequentialWalk(SequentialTest test) {
        BigFraction se = Fractions.ofDecimal(test.sensitivity());
        BigFraction fpr = Fractions.ofDecimal(test.falsePositiveRate());
        this.test = test;
        this.step = LogRatio.of(se, fpr);
        this.stepBack = LogRatio.of(ExactScreening.complement(se), ExactScreening.complement(fpr));
        this.upper = Math.log(test.upperThreshold());
        this.lower = Math.log(test.lowerThreshold());
    }

    Decision decide(int positives, int negatives) {
        double up = positives == 0 ? 0 : positives * step;
        double down = negatives == 0 ? 0 : negatives * stepBack;
        double logRatio = up + down;
        if (Double.isNaN(logRatio)) {
            throw new IllegalArgumentException("positives and negatives must be possible together, but " + positives + " and " + negatives
                    + " have probability 0 whether the condition is present or absent");
        }
        if (Double.isInfinite(logRatio)) {
            return logRatio > 0 ? Decision.PRESENT : Decision.ABSENT;
        }
        double rounding = THRESHOLD_ROUNDING * (1 + Math.abs(up) + Math.abs(down));
        if (logRatio >= upper - rounding) {
            return Decision.PRESENT;
        }
        return logRatio <= lower + rounding ? Decision.ABSENT : Decision.CONTINUE;
    }

    /// @param tallies after how many of them, over all lengths, to break off
    SequentialPerformance performance(Condition condition, long tallies) {
        double rate = test.rate(condition);
        double complement = Fractions.complement(rate);
        // probabilities of the tallies that go on, which are neighbours: from `first` on, with this many positives
        double[] alive = {1};
        int first = 0;
        int size = 1;
        int fewestPositives = 0;
        double present = 0;
        double absent = 0;
        double length = 0;
        double left = 1;
        long followed = 0;
        int n = 0;
        while (n < SequentialTest.LONGEST_RUN && left > SequentialTest.NEGLIGIBLE && followed < tallies) {
            n++;
            followed += size;
            double[] next = new double[size + 1];
            for (int i = 0; i < size; i++) {
                next[i + 1] = alive[first + i] * rate;
                next[i] += alive[first + i] * complement;
            }
            alive = next;
            first = 0;
            size++;
            // at a given length the likelihood ratio is monotone in the positives, so that those who stop are at the two ends
            for (int end = 0; end < 2; end++) {
                while (size > 0) {
                    int at = end == 0 ? first : first + size - 1;
                    int positives = fewestPositives + at;
                    Decision decision = alive[at] > 0 ? decide(positives, n - positives) : null;
                    if (decision == Decision.CONTINUE) {
                        break;
                    }
                    present += decision == Decision.PRESENT ? alive[at] : 0;
                    absent += decision == Decision.ABSENT ? alive[at] : 0;
                    length += n * alive[at];
                    first += end == 0 ? 1 : 0;
                    size--;
                }
            }
            fewestPositives += first;
            left = 0;
            for (int i = 0; i < size; i++) {
                left += alive[first + i];
            }
        }
        // the sum of many terms may pass 1 by its last digit
        present = Math.min(1, present);
        absent = Math.min(1, absent);
        left = Math.min(1, left);
        return left <= SequentialTest.NEGLIGIBLE
                ? new SequentialPerformance.Complete(present, absent, length, left)
                : new SequentialPerformance.Truncated(
                        present, absent, left, n, length + n * left, test.approximateExpectedLength(Checks.present("condition", condition)));
    }
}
