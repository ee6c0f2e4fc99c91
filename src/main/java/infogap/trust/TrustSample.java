package infogap.trust;

import infogap.numeric.Checks;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A trajectory at equally spaced times, ready to plot.
///
/// @param points the points in order of time
public record TrustSample(List<TrustPoint> points) {

    public TrustSample {
        points = Checks.notEmpty("points", points);
    }

    /// The times.
    public double[] times() {
        return column(TrustPoint::t);
    }

    /// The transparency at each time.
    public double[] transparency() {
        return column(TrustPoint::transparency);
    }

    /// The trust at each time.
    public double[] trust() {
        return column(TrustPoint::trust);
    }

    private double[] column(ToDoubleFunction<TrustPoint> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format("%10s  %12s  %12s", "t", "transparency", "trust"));
        points.forEach(point -> text.append(
                String.format(Locale.ROOT, "%n%10.4g  %12.6f  %12.6f", point.t(), point.transparency(), point.trust())));
        return text.toString();
    }
}
