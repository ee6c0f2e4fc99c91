package infogap.regression;

import infogap.numeric.Checks;
import java.util.List;
import java.util.Locale;

/// How many decimal digits of a fit can be trusted: lower bounds, from the method's rounding errors and from the fact that
/// data are rounded numbers, both carried through the problem's condition to first order and doubled.
///
/// `arithmetic` digits are right for the numbers as they were given, bit for bit. `data` digits survive if every value,
/// except the constant column, is wrong by its [Variable#roundoff]: a decimal rounded to a double. A coefficient near
/// zero has few digits relative to itself; 0 digits means that not even its sign is sure.
///
/// Source: N. J. Higham (2002), *Accuracy and Stability of Numerical Algorithms*, 2nd ed., SIAM, ch. 20.
///
/// @param names               the coefficients' names
/// @param arithmetic          digits of each coefficient for the data as given
/// @param data                digits of each coefficient for data known to within rounding
/// @param standardErrorDigits digits of each standard error, the smaller of both views
/// @param method              how the fit was computed
public record Accuracy(List<String> names, List<Double> arithmetic, List<Double> data, List<Double> standardErrorDigits, Solver method) {

    /// Nothing rounded to a double is better than this: −log₁₀ 2⁻⁵³.
    public static final double MOST = 15.95;

    /// Checks the lengths and copies the lists.
    public Accuracy {
        names = List.copyOf(names);
        arithmetic = List.copyOf(arithmetic);
        data = List.copyOf(data);
        standardErrorDigits = List.copyOf(standardErrorDigits);
        Checks.sameLength("names", names.size(), "arithmetic", arithmetic.size());
        Checks.sameLength("names", names.size(), "data", data.size());
        Checks.sameLength("names", names.size(), "standardErrorDigits", standardErrorDigits.size());
    }

    /// Digits of one coefficient, the smaller of both views.
    public double coefficientDigits(int column) {
        return Math.min(arithmetic.get(column), data.get(column));
    }

    /// The smallest over all coefficients.
    public double coefficientDigits() {
        return Math.min(smallest(arithmetic), smallest(data));
    }

    /// The smallest over all coefficients for the data as given.
    public double arithmeticDigits() {
        return smallest(arithmetic);
    }

    /// The smallest over all standard errors.
    public double smallestStandardErrorDigits() {
        return smallest(standardErrorDigits);
    }

    private static double smallest(List<Double> digits) {
        return digits.stream().mapToDouble(Double::doubleValue).min().orElse(MOST);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "coefficients to %.1f digits (%.1f for the data as given), standard errors to %.1f; %s",
                coefficientDigits(), arithmeticDigits(), smallestStandardErrorDigits(), method);
    }
}
