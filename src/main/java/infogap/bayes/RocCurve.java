package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.numeric.Fractions;
import infogap.numeric.Quantiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// What a score separates: the rates of the test "positive when the score is at least `t`", for every `t`.
///
/// Cases with equal scores change sides together, so that ties make a diagonal step and count one half in the area.
public final class RocCurve {

    /// Cases that share a score.
    private record Level(double threshold, long present, long absent) {}

    private final List<Level> levels;
    private final long present;
    private final long absent;

    private RocCurve(List<Level> levels) {
        this.levels = levels;
        this.present = levels.stream().mapToLong(Level::present).sum();
        this.absent = levels.stream().mapToLong(Level::absent).sum();
    }

    /// The curve of these scores; a higher score speaks for the condition.
    ///
    /// @throws IllegalArgumentException if a score is not finite, the lengths differ, or one of the two groups is empty
    public static RocCurve of(double[] scores, boolean[] present) {
        double[] checked = Checks.finite("scores", scores);
        Checks.present("present", present);
        Checks.sameLength("scores", checked.length, "present", present.length);
        List<Integer> order = IntStream.range(0, checked.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> checked[i]).reversed())
                .toList();
        List<Level> levels = new ArrayList<>();
        for (int from = 0; from < order.size(); ) {
            double threshold = checked[order.get(from)];
            long with = 0;
            long without = 0;
            for (; from < order.size() && checked[order.get(from)] == threshold; from++) {
                with += present[order.get(from)] ? 1 : 0;
                without += present[order.get(from)] ? 0 : 1;
            }
            levels.add(new Level(threshold, with, without));
        }
        RocCurve curve = new RocCurve(List.copyOf(levels));
        Checks.atLeast("number of cases with the condition", curve.present, 1);
        Checks.atLeast("number of cases without the condition", curve.absent, 1);
        return curve;
    }

    /// A point of the curve and what it counts.
    ///
    /// @param threshold positive from this score on; positive infinity for "nobody"
    /// @param counts the test at this threshold
    public record Point(double threshold, ScreeningCounts counts) {

        public RocPoint roc() {
            return new RocPoint(counts.falsePositiveRate().value(), counts.sensitivity().value());
        }
    }

    /// From "nobody is positive" at (0, 0) to "everybody is" at (1, 1), a point for each different score.
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        points.add(point(Double.POSITIVE_INFINITY, 0, 0));
        long truePositives = 0;
        long falsePositives = 0;
        for (Level level : levels) {
            truePositives += level.present;
            falsePositives += level.absent;
            points.add(point(level.threshold, truePositives, falsePositives));
        }
        return List.copyOf(points);
    }

    /// The area under the curve as a fraction: the probability that a case with the condition has the higher score than one without, ties counting one
    /// half (the Mann–Whitney statistic over the number of pairs).
    public BigFraction exactArea() {
        long below = absent;
        long twice = 0;
        for (Level level : levels) {
            below -= level.absent;
            twice = Math.addExact(twice, Math.multiplyExact(level.present, 2 * below + level.absent));
        }
        return new BigFraction(twice).divide(new BigFraction(2).multiply(new BigFraction(present)).multiply(new BigFraction(absent)));
    }

    /// The area under the curve.
    public double area() {
        return Fractions.toDouble(exactArea());
    }

    /// The area over false-positive rates in [0, limit], not rescaled.
    ///
    /// @throws IllegalArgumentException if the limit is outside [0, 1] or NaN
    public double partialArea(double limit) {
        Checks.probability("limit", limit);
        CompensatedSum area = new CompensatedSum();
        List<Point> points = points();
        for (int i = 1; i < points.size(); i++) {
            RocPoint from = points.get(i - 1).roc();
            RocPoint to = points.get(i).roc();
            double right = Math.min(limit, to.falsePositiveRate());
            double width = right - from.falsePositiveRate();
            if (width > 0) {
                double slope = (to.sensitivity() - from.sensitivity()) / (to.falsePositiveRate() - from.falsePositiveRate());
                area.add(width * (from.sensitivity() + slope * width / 2));
            }
        }
        return area.value();
    }

    /// An interval for the area: `area ± z · se` cut to [0, 1], with the variance of the placements.
    ///
    /// Source: E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson (1988), *Comparing the areas under two or more correlated receiver operating
    /// characteristic curves*, Biometrics 44, 837–845.
    ///
    /// @throws IllegalArgumentException if the confidence is not in (0, 1)
    public IntervalEstimate areaInterval(double confidence) {
        Checks.strictlyBetween("confidence", confidence, 0, 1);
        if (present < 2 || absent < 2) {
            return new IntervalEstimate.NotAvailable("the variance needs two cases with and two without the condition");
        }
        double variance = areaVariance();
        if (variance == 0) {
            return new IntervalEstimate.NotAvailable("the placements do not vary (the score separates perfectly or not at all)");
        }
        double half = Quantiles.normal(confidence) * Math.sqrt(variance);
        return new IntervalEstimate.Of(new ConfidenceInterval(Math.max(0, area() - half), Math.min(1, area() + half), confidence));
    }

    /// DeLong's variance of the area; needs two cases of each kind.
    ///
    /// @throws IllegalArgumentException if one of the two groups has a single case
    public double areaVariance() {
        Checks.atLeast("number of cases with the condition", present, 2);
        Checks.atLeast("number of cases without the condition", absent, 2);
        double area = area();
        CompensatedSum amongPresent = new CompensatedSum();
        CompensatedSum amongAbsent = new CompensatedSum();
        long absentBelow = absent;
        long presentAbove = 0;
        for (Level level : levels) {
            absentBelow -= level.absent;
            double beaten = (absentBelow + level.absent / 2.0) / absent - area;
            double beating = (presentAbove + level.present / 2.0) / present - area;
            amongPresent.add(level.present * beaten * beaten);
            amongAbsent.add(level.absent * beating * beating);
            presentAbove += level.present;
        }
        return amongPresent.value() / (present - 1) / present + amongAbsent.value() / (absent - 1) / absent;
    }

    /// The threshold with the largest expected payoff.
    ///
    /// @param threshold act from this score on; positive infinity for "on nobody"
    /// @param payoff the expected payoff for one case, `π Se B − (1−π) FPR C`
    /// @param point where that is on the curve
    public record Choice(double threshold, double payoff, RocPoint point) {
        /// The threshold, what it pays and where it is.
        @Override
        public String toString() {
            return "act from " + threshold + " on: payoff " + payoff + " a case, at " + point;
        }
    }

    /// Where to act when acting brings `benefit` where the condition is present, costs `loss` where it is absent, and the condition has this
    /// prior. Of equally good thresholds the highest is taken, which acts on the fewest.
    ///
    /// @throws IllegalArgumentException if the prior is outside [0, 1], or benefit or loss is negative or not finite
    public Choice bestThreshold(double prior, double benefit, double loss) {
        Checks.probability("prior", prior);
        Checks.nonNegative("benefit", benefit);
        Checks.nonNegative("loss", loss);
        Choice best = null;
        for (Point point : points()) {
            RocPoint roc = point.roc();
            double payoff = prior * roc.sensitivity() * benefit - (1 - prior) * roc.falsePositiveRate() * loss;
            if (best == null || payoff > best.payoff) {
                best = new Choice(point.threshold, payoff, roc);
            }
        }
        return best;
    }

    /// A point of the precision–recall curve.
    ///
    /// @param threshold positive from this score on
    /// @param recall the sensitivity
    /// @param precision the PPV
    public record PrecisionRecall(double threshold, double recall, double precision) {}

    /// The precision–recall curve, by rising recall: a point for each different score. Nothing is said between the points, for precision does not
    /// change in a line there (J. Davis and M. Goadrich (2006), *The Relationship Between Precision-Recall and ROC Curves*, ICML, 233–240).
    public List<PrecisionRecall> precisionRecall() {
        List<PrecisionRecall> curve = new ArrayList<>();
        long truePositives = 0;
        long positives = 0;
        for (Level level : levels) {
            truePositives += level.present;
            positives += level.present + level.absent;
            curve.add(new PrecisionRecall(level.threshold, (double) truePositives / present, (double) truePositives / positives));
        }
        return List.copyOf(curve);
    }

    /// `Σ_k (recall_k − recall_{k−1}) · precision_k` over the thresholds: the area under the precision–recall curve by steps, without interpolation, which
    /// would be too optimistic there. Precision is the PPV, recall the sensitivity, of [#points].
    public double averagePrecision() {
        CompensatedSum sum = new CompensatedSum();
        double recall = 0;
        for (PrecisionRecall point : precisionRecall()) {
            sum.add((point.recall() - recall) * point.precision());
            recall = point.recall();
        }
        return sum.value();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "ROC of %d with and %d without the condition: area %.6f, 95 %% interval %s, average precision %.6f", present, absent, area(),
                areaInterval(0.95), averagePrecision());
    }

    private Point point(double threshold, long truePositives, long falsePositives) {
        return new Point(threshold, new ScreeningCounts(truePositives, present - truePositives, falsePositives, absent - falsePositives));
    }
}
