package infogap.contracts.screening;

import infogap.numeric.Checks;
import java.util.function.DoubleBinaryOperator;

/// What a quality is worth to a customer of a taste, `u(θ, q)` with `u(θ, 0) = 0`, and its derivative by `q`.
///
/// It must be concave in `q` and have single crossing: the derivative by `q` rises with `θ`. [ScreeningProgramme] looks that up.
///
/// @param formula for tables
/// @param utility `u(θ, q)`, in money
/// @param marginal `∂u/∂q`
public record TasteUtility(String formula, DoubleBinaryOperator utility, DoubleBinaryOperator marginal) {

    public TasteUtility {
        Checks.text("formula", formula);
        Checks.present("utility", utility);
        Checks.present("marginal", marginal);
    }

    /// `θq`.
    public static TasteUtility linear() {
        return new TasteUtility("θ q", (taste, quality) -> taste * quality, (taste, _) -> taste);
    }

    /// `θ q^a` with `0 < a ≤ 1`: falling marginal utility of quantity, as for a good that is bought in units.
    ///
    /// @throws IllegalArgumentException if the exponent is not above 0 and at most 1
    public static TasteUtility power(double exponent) {
        if (!(exponent > 0 && exponent <= 1)) {
            throw Checks.refused("exponent", exponent, "a number above 0 and at most 1");
        }
        return new TasteUtility("θ q^" + exponent, (taste, quality) -> taste * Math.pow(quality, exponent),
                (taste, quality) -> exponent == 1 ? taste : taste * exponent * Math.pow(quality, exponent - 1));
    }

    /// `θq − q²/2`, linear demand `θ − p`: worth rises up to `q = θ` only.
    public static TasteUtility linearDemand() {
        return new TasteUtility("θ q - q^2/2", (taste, quality) -> (taste - quality / 2) * quality, (taste, quality) -> taste - quality);
    }

    @Override
    public String toString() {
        return "u = " + formula;
    }
}
