package infogap.decision;

import infogap.numeric.Checks;
import java.util.function.DoubleUnaryOperator;

/// A utility given as a function. Whether it is increasing on a lottery is looked up at the ends and at [#PROBES] points between: a finite
/// sample, unlike the proofs that the other utilities carry. The certainty equivalent is found by bisection to the last bit.
///
/// @param formula for tables
/// @param function `u`
/// @param first `u′`, or null when not given
/// @param second `u″`, or null when not given
/// @param third `u‴`, or null when not given
public record CustomUtility(
        String formula,
        DoubleUnaryOperator function,
        DoubleUnaryOperator first,
        DoubleUnaryOperator second,
        DoubleUnaryOperator third)
        implements Utility {

    /// Points between the lowest and the highest outcome at which the function's course is looked up.
    public static final int PROBES = 1000;

    /// @throws IllegalArgumentException if the formula is blank or the function missing
    public CustomUtility {
        Checks.text("formula", formula);
        Checks.present("function", function);
    }

    /// @throws IllegalArgumentException if a part is missing
    static CustomUtility withDerivatives(
            String formula,
            DoubleUnaryOperator function,
            DoubleUnaryOperator first,
            DoubleUnaryOperator second,
            DoubleUnaryOperator third) {
        return new CustomUtility(
                formula,
                function,
                Checks.present("first", first),
                Checks.present("second", second),
                Checks.present("third", third));
    }

    @Override
    public double of(double x) {
        return Checks.finite("utility " + formula + " at " + x, function.applyAsDouble(Checks.finite("x", x)));
    }

    /// @throws IllegalStateException if no derivative was given
    @Override
    public double marginal(double x) {
        return derivative("first", first, x);
    }

    /// @throws IllegalStateException if no derivatives were given
    @Override
    public double absoluteRiskAversion(double x) {
        double slope = marginal(x);
        if (slope == 0) {
            throw Checks.refused("x", x, "a point where u' is not 0");
        }
        return -derivative("second", second, x) / slope;
    }

    /// @throws IllegalStateException if no derivatives were given
    @Override
    public double prudence(double x) {
        double curvature = derivative("second", second, x);
        if (curvature == 0) {
            throw new ArithmeticException("prudence -u'''/u'' is undefined: u'' is 0 at " + x);
        }
        return -derivative("third", third, x) / curvature;
    }

    @Override
    public Course course(double low, double high) {
        if (low == high) {
            return Double.isFinite(function.applyAsDouble(low)) ? new Course.Increasing() : notFinite(low);
        }
        boolean rising = true;
        boolean falling = true;
        String rise = "";
        String fall = "";
        double before = low;
        for (int i = 0; i <= PROBES; i++) {
            double x = i == PROBES ? high : low + (high - low) * i / PROBES;
            double value = function.applyAsDouble(x);
            if (!Double.isFinite(value)) {
                return notFinite(x);
            }
            if (i > 0 && x > before) {
                double change = value - function.applyAsDouble(before);
                if (change <= 0) {
                    rising = false;
                    fall = fall.isEmpty() ? "u(x) = " + formula + " does not rise from " + before + " to " + x : fall;
                }
                if (change >= 0) {
                    falling = false;
                    rise = rise.isEmpty() ? "u(x) = " + formula + " does not fall from " + before + " to " + x : rise;
                }
            }
            before = x;
        }
        return rising ? new Course.Increasing() : falling ? new Course.Decreasing(fall) : new Course.Neither(fall + ", and " + rise);
    }

    @Override
    public double certaintyEquivalent(Lottery lottery) {
        double target = Checks.present("lottery", lottery).expectation(this::of);
        double low = lottery.lowest();
        double high = lottery.highest();
        boolean rising = of(low) < of(high);
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return Math.abs(of(low) - target) <= Math.abs(of(high) - target) ? low : high;
            }
            if (of(middle) < target == rising) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    @Override
    public double riskPremium(Lottery lottery) {
        return Checks.present("lottery", lottery).mean() - certaintyEquivalent(lottery);
    }

    @Override
    public String toString() {
        return "u(x) = " + formula();
    }

    private Course notFinite(double x) {
        return new Course.Undefined("u(x) = " + formula + " is not finite at " + x);
    }

    private double derivative(String name, DoubleUnaryOperator derivative, double x) {
        if (derivative == null) {
            throw new IllegalStateException("the " + name + " derivative of " + formula
                    + " was not given; use Utility.custom with the first three derivatives");
        }
        return Checks.finite("the " + name + " derivative of " + formula + " at " + x, derivative.applyAsDouble(Checks.finite("x", x)));
    }
}
