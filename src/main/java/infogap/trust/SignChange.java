package infogap.trust;

import java.util.function.DoubleUnaryOperator;

/// Where a continuous function changes its sign, to the last double.
///
/// Method: T. R. Chandrupatla (1997), *A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without using
/// derivatives*, Advances in Engineering Software 28, 145–149; what is left is halved.
final class SignChange {

    private SignChange() {}

    /// The last double for which the function still has the sign that it has at `low`; at `high` it has another.
    static double lastOn(double side, DoubleUnaryOperator function, double low, double high) {
        double before = low;
        double after = high;
        double newest = high;
        double newestValue = function.applyAsDouble(high);
        double opposite = low;
        double oppositeValue = function.applyAsDouble(low);
        double share = 0.5;
        while (true) {
            double x = newest + share * (opposite - newest);
            if (!(x > before && x < after)) {
                break;
            }
            double value = function.applyAsDouble(x);
            boolean still = Math.signum(value) == side;
            double replaced = newest;
            double replacedValue = newestValue;
            if (still != (newest == before)) {
                replaced = opposite;
                replacedValue = oppositeValue;
                opposite = newest;
                oppositeValue = newestValue;
            }
            newest = x;
            newestValue = value;
            if (still) {
                before = x;
            } else {
                after = x;
            }
            double least = 2 * Math.ulp(x) / (after - before);
            if (value == 0 || least > 0.25) {
                break;
            }
            share = Math.clamp(share(newest, newestValue, opposite, oppositeValue, replaced, replacedValue), least, 1 - least);
        }
        for (double middle = before + (after - before) / 2; middle > before && middle < after; middle = before + (after - before) / 2) {
            if (Math.signum(function.applyAsDouble(middle)) == side) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return before;
    }

    /// Where between the newest point and the one of the other sign to look next: by inverse quadratic interpolation where it is safe, otherwise halfway.
    private static double share(double newest, double newestValue, double opposite, double oppositeValue, double replaced, double replacedValue) {
        double position = (newest - opposite) / (replaced - opposite);
        double height = (newestValue - oppositeValue) / (replacedValue - oppositeValue);
        if (height * height < position && (1 - height) * (1 - height) < 1 - position) {
            return newestValue / (oppositeValue - newestValue) * replacedValue / (oppositeValue - replacedValue)
                    + (replaced - newest) / (opposite - newest) * newestValue / (replacedValue - newestValue)
                            * oppositeValue / (replacedValue - oppositeValue);
        }
        return 0.5;
    }
}
