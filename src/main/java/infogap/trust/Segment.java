package infogap.trust;

/// A stretch of time on which transparency is a straight line: from `start` on it is `level + slope·(t − start)`.
///
/// @param start when the stretch begins
/// @param level the transparency at its beginning
/// @param slope its change per unit of time
public record Segment(double start, double level, double slope) {

    /// The line at time t.
    public double at(double t) {
        return level + slope * (t - start);
    }

    /// The area under the line from the start to time t.
    double area(double t) {
        double length = t - start;
        return length * (level + slope * length / 2);
    }
}
