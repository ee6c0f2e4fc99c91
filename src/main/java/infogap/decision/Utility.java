package infogap.decision;

import java.util.function.DoubleUnaryOperator;

/// A utility of money `u(x)`, its derivatives and the measures of Arrow and Pratt.
///
/// Source: J. W. Pratt (1964), *Risk aversion in the small and in the large*, Econometrica 32, 122–136.
public sealed interface Utility
        permits LinearUtility, CaraUtility, CrraUtility, QuadraticUtility, HaraUtility, CustomUtility {

    /// `u(x)`.
    ///
    /// @throws IllegalArgumentException if `x` is outside the domain
    double of(double x);

    /// `u′(x)`.
    ///
    /// @throws IllegalArgumentException if `x` is outside the domain
    double marginal(double x);

    /// `A(x) = −u″(x) / u′(x)`: absolute risk aversion.
    ///
    /// @throws IllegalArgumentException if `x` is outside the domain or `u′(x) = 0`
    double absoluteRiskAversion(double x);

    /// `P(x) = −u‴(x) / u″(x)`: absolute prudence. Source: M. S. Kimball (1990), *Precautionary saving in the small and in the large*,
    /// Econometrica 58, 53–73.
    ///
    /// @throws IllegalArgumentException if `x` is outside the domain
    /// @throws ArithmeticException if `u″(x) = 0`, where it is not defined
    double prudence(double x);

    /// `R(x) = W A(x)`: relative risk aversion at the wealth `W` that the outcome `x` leads to; `W = x` unless the utility has a wealth of its own.
    default double relativeRiskAversion(double x) {
        return x * absoluteRiskAversion(x);
    }

    /// How the utility runs on [low, high].
    Course course(double low, double high);

    /// The sure outcome `c` between the lottery's lowest and highest with `u(c) = E u`, where the utility is strictly monotone there; [Valuation]
    /// checks that first.
    double certaintyEquivalent(Lottery lottery);

    /// `E x − CE`, where [#certaintyEquivalent] is defined; computed as such, so that a premium that is small beside the outcomes keeps its digits.
    double riskPremium(Lottery lottery);

    /// The formula, for tables.
    String formula();

    /// `u(x) = x`.
    static Utility linear() {
        return new LinearUtility();
    }

    /// `u(x) = −e^(−a x)`: constant absolute risk aversion `a`.
    static Utility cara(double absoluteRiskAversion) {
        return new CaraUtility(absoluteRiskAversion);
    }

    /// `u(x) = (w + x)^(1−γ) / (1−γ)`, the logarithm for `γ = 1`: constant relative risk aversion `γ` of the wealth `w + x`.
    static Utility crra(double relativeRiskAversion, double wealth) {
        return new CrraUtility(relativeRiskAversion, wealth);
    }

    /// `u(x) = −(x − b)²`, increasing up to the bliss point `b` only.
    static Utility quadratic(double blissPoint) {
        return new QuadraticUtility(blissPoint);
    }

    /// `u(x) = (1−γ)/γ · (a x / (1−γ) + b)^γ`: hyperbolic absolute risk aversion.
    static Utility hara(double gamma, double a, double b) {
        return new HaraUtility(gamma, a, b);
    }

    /// Any function; its measures of risk aversion need the derivatives, see [CustomUtility].
    static Utility custom(String formula, DoubleUnaryOperator function) {
        return new CustomUtility(formula, function, null, null, null);
    }

    /// Any function with its first three derivatives.
    static Utility custom(
            String formula,
            DoubleUnaryOperator function,
            DoubleUnaryOperator first,
            DoubleUnaryOperator second,
            DoubleUnaryOperator third) {
        return CustomUtility.withDerivatives(formula, function, first, second, third);
    }
}
