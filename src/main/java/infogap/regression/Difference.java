package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// The signed difference D = X − Ŷ of regressor and prediction that an article on the information gap calls by that name (信息差).
///
/// It is not a residual. A residual y − ŷ compares a prediction with the true response; D compares it with the regressor. On the line
/// ŷ = θx it is D = (1 − θ)x: zero for θ = 1 whatever the response, and different from zero for a perfect fit with another slope.
///
/// @param regressors  x_i
/// @param predictions ŷ_i
public record Difference(List<BigFraction> regressors, List<BigFraction> predictions) {

    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException if the lengths differ or there is no value
    public Difference {
        regressors = Checks.notEmpty("regressors", regressors);
        predictions = Checks.notEmpty("predictions", predictions);
        Checks.sameLength("regressors", regressors.size(), "predictions", predictions.size());
    }

    /// x against the line intercept + slope·x, all read as the decimals that they print.
    ///
    /// @throws IllegalArgumentException if there is no x, or a number is not finite
    public static Difference fromLine(double intercept, double slope, double... x) {
        BigFraction start = Fractions.ofDecimal(Checks.finite("intercept", intercept));
        BigFraction rise = Fractions.ofDecimal(Checks.finite("slope", slope));
        List<BigFraction> exact = Arrays.stream(Checks.finite("x", x)).mapToObj(Fractions::ofDecimal).toList();
        return new Difference(exact, exact.stream().map(value -> start.add(rise.multiply(value))).toList());
    }

    /// D_i = x_i − ŷ_i
    public List<BigFraction> exact() {
        return IntStream.range(0, regressors.size())
                .mapToObj(i -> regressors.get(i).subtract(predictions.get(i)))
                .toList();
    }

    /// D_i, each rounded once.
    public double[] values() {
        return exact().stream().mapToDouble(Fractions::toDouble).toArray();
    }

    /// What numpy makes of X − Ŷ when X has the shape (n, 1) and Ŷ the shape (n,): the n×n matrix x_i − ŷ_j, of which only the
    /// diagonal is D.
    public List<List<BigFraction>> broadcast() {
        return Broadcasting.subtract(regressors, predictions);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%10s %10s %10s%n", "x", "ŷ", "D = x − ŷ"));
        for (int i = 0; i < regressors.size(); i++) {
            text.append(String.format(Locale.ROOT, "%10s %10s %10s%n", Fractions.format(regressors.get(i)),
                    Fractions.format(predictions.get(i)), Fractions.format(exact().get(i))));
        }
        return text.toString();
    }
}
