package infogap.contracts.insurance;

import java.util.function.DoubleUnaryOperator;

/// Where a rising function reaches 0.
final class Bisection {

    private Bisection() {}

    /// The smallest double between both ends at which the function is at least 0, or the higher end if it is below 0 everywhere.
    static double first(double low, double high, DoubleUnaryOperator rising) {
        if (rising.applyAsDouble(low) >= 0) {
            return low;
        }
        double below = low;
        double above = high;
        for (double middle = below + (above - below) / 2; middle > below && middle < above; middle = below + (above - below) / 2) {
            if (rising.applyAsDouble(middle) >= 0) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }
}
