package infogap.regression;

import java.util.List;
import java.util.Locale;

/// Two nested models on the same rows: what the larger one explains beyond the smaller one, and whether that is more than chance.
///
/// F = ((SSE₀ − SSE₁)/(d₀ − d₁)) / (SSE₁/d₁) with residual degrees of freedom d, as R's `anova(smaller, larger)`.
///
/// @param smaller the smaller model's columns
/// @param larger  the larger model's columns
/// @param smallerSumOfSquaredErrors SSE₀
/// @param largerSumOfSquaredErrors  SSE₁
/// @param test    the F test that the columns which only the larger model has add nothing
public record Comparison(List<String> smaller, List<String> larger, double smallerSumOfSquaredErrors, double largerSumOfSquaredErrors, FTest test) {

    // by so much rounding may make a larger model worse
    private static final double ROUNDING = 1e-12;

    static Comparison of(FittedModel smaller, FittedModel larger) {
        if (!smaller.response().equals(larger.response()) || smaller.rows() != larger.rows() || !smaller.weights().equals(larger.weights())) {
            throw new IllegalArgumentException("smaller must have the response " + larger.response() + ", " + larger.rows() + " rows and "
                    + larger.weights().map(Object::toString).orElse("no weights") + ", but has " + smaller.response() + ", " + smaller.rows() + " rows and "
                    + smaller.weights().map(Object::toString).orElse("no weights"));
        }
        long columns = smaller.degreesOfFreedom() - larger.degreesOfFreedom();
        double gain = smaller.sumOfSquaredErrors() - larger.sumOfSquaredErrors();
        if (columns <= 0 || gain < -ROUNDING * smaller.sumOfSquaredErrors()) {
            throw new IllegalArgumentException("smaller must have columns that are combinations of " + larger.names() + ", and fewer of them, but has "
                    + smaller.names());
        }
        long freedom = larger.degreesOfFreedom();
        double f = Math.max(0, gain) / columns / (larger.sumOfSquaredErrors() / freedom);
        return new Comparison(smaller.names(), larger.names(), smaller.sumOfSquaredErrors(), larger.sumOfSquaredErrors(),
                new FTest(f, columns, freedom, Tails.upper(f, columns, freedom)));
    }

    /// The table that R prints.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Model 1: %s%nModel 2: %s%n  Res.Df  %12s  Df  %12s  %10s  %9s%n1 %6d  %12.6g%n2 %6d  %12.6g  %2d  %12.6g  %10.4f  %9.4g%n",
                smaller, larger, "RSS", "Sum of Sq", "F", "Pr(>F)", test.denominator() + test.numerator(), smallerSumOfSquaredErrors, test.denominator(),
                largerSumOfSquaredErrors, test.numerator(), smallerSumOfSquaredErrors - largerSumOfSquaredErrors, test.statistic(), test.p());
    }
}
