package infogap.trust;

import java.util.List;

/// The integral of a segmented transparency with the sums up to each segment kept, so that a time costs a search and not a pass over all segments. The
/// additions are those of [Transparency#integral], in the same order.
final class SegmentIntegral {

    private final Transparency transparency;
    private final List<Segment> segments;
    private final double[] before;

    SegmentIntegral(Transparency.Segmented transparency) {
        this.transparency = transparency;
        this.segments = transparency.segments();
        this.before = new double[segments.size()];
        for (int i = 1; i < before.length; i++) {
            before[i] = before[i - 1] + segments.get(i - 1).area(segments.get(i).start());
        }
    }

    double integral(double t) {
        if (closed()) {
            return transparency.integral(t);
        }
        int segment = last(t);
        return segments.get(segment).start() < t ? before[segment] + segments.get(segment).area(t) : before[segment];
    }

    double excess(double t, double threshold) {
        return closed() ? transparency.excess(t, threshold) : integral(t) - threshold * t;
    }

    /// The last segment that starts at t or before.
    private int last(double t) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).start() <= t) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private boolean closed() {
        return segments.size() <= 2;
    }
}
