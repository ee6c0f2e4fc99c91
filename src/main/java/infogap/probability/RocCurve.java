package infogap.probability;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// All the binary channels that a score makes when cases at or above a threshold are called positive: the ROC curve.
///
/// @param points from calling nothing positive to calling everything positive; equal scores are one point
/// @param positives the number of truly positive cases
/// @param negatives the number of truly negative cases
public record RocCurve(List<Point> points, long positives, long negatives) {

    /// What one threshold does.
    ///
    /// @param threshold cases with at least this score are called positive; positive infinity for none
    /// @param truePositives positive cases called positive
    /// @param falsePositives negative cases called positive
    public record Point(double threshold, long truePositives, long falsePositives) {}

    /// The curve of scored cases.
    ///
    /// @param positive the truth
    /// @param scores the higher, the likelier positive
    /// @throws IllegalArgumentException if the lengths differ, a score is not finite, or one class has no case
    public static RocCurve of(boolean[] positive, double[] scores) {
        double[] score = Checks.finite("scores", scores);
        Checks.sameLength("positive", Checks.present("positive", positive).length, "scores", score.length);
        List<Integer> order = IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -score[i]))
                .toList();
        List<Point> points = new ArrayList<>();
        points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
        long truePositives = 0;
        long falsePositives = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            int i = order.get(rank);
            truePositives += positive[i] ? 1 : 0;
            falsePositives += positive[i] ? 0 : 1;
            if (rank + 1 == order.size() || score[order.get(rank + 1)] != score[i]) {
                points.add(new Point(score[i], truePositives, falsePositives));
            }
        }
        if (truePositives == 0 || falsePositives == 0) {
            throw new IllegalArgumentException("positive must hold both classes, but has " + truePositives + " positive and "
                    + falsePositives + " negative cases");
        }
        return new RocCurve(points, truePositives, falsePositives);
    }

    /// Keeps an immutable copy.
    public RocCurve {
        points = Checks.notEmpty("points", points);
    }

    /// `P(score₊ > score₋) + ½ P(score₊ = score₋)` for a random positive and a random negative case: the area under the curve, equal to
    /// the Mann–Whitney statistic divided by the number of pairs. 1/2 for a score that knows nothing.
    ///
    /// Source: J. A. Hanley and B. J. McNeil (1982), *The meaning and use of the area under a receiver operating characteristic (ROC)
    /// curve*, Radiology 143, 29–36.
    public double area() {
        double twice = 0;
        for (int i = 1; i < points.size(); i++) {
            Point left = points.get(i - 1);
            Point right = points.get(i);
            twice += (double) (right.falsePositives - left.falsePositives) * (right.truePositives + left.truePositives);
        }
        return twice / (2.0 * positives * negatives);
    }

    /// The share of the positive cases that the point calls positive.
    public double sensitivity(Point point) {
        return (double) point.truePositives / positives;
    }

    /// The share of the negative cases that the point calls positive.
    public double falsePositiveRate(Point point) {
        return (double) point.falsePositives / negatives;
    }

    /// The point as a channel from two states (the positive one first) to two messages (the positive one first).
    public <X, Y> Channel<X, Y> channel(Point point, List<X> states, List<Y> messages) {
        return Channel.binary(states, messages, sensitivity(point), falsePositiveRate(point));
    }

    /// `ROC curve of 61 positive and 39 negative cases, area 0.8912`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "ROC curve of %d positive and %d negative cases, area %.4f", positives, negatives, area());
    }
}
