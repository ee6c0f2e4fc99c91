package infogap.contracts.screening;

import infogap.numeric.Checks;
import java.util.function.DoubleUnaryOperator;

/// What a quality costs the seller, `C(q)`, and its derivative, which may not fall: the cost is convex. [ScreeningProgramme] looks that up.
///
/// @param formula for tables
/// @param cost `C(q)`, in money, with `C(0) = 0`
/// @param marginal `C′(q)`
public record QualityCost(String formula, DoubleUnaryOperator cost, DoubleUnaryOperator marginal) {

    public QualityCost {
        Checks.text("formula", formula);
        Checks.present("cost", cost);
        Checks.present("marginal", marginal);
    }

    /// `cq + kq²/2`.
    ///
    /// @throws IllegalArgumentException if a number is negative or not finite
    public static QualityCost quadratic(double unitCost, double curvature) {
        Checks.nonNegative("unitCost", unitCost);
        Checks.nonNegative("curvature", curvature);
        return new QualityCost(unitCost + " q + " + curvature + " q^2/2", quality -> (unitCost + curvature * quality / 2) * quality,
                quality -> unitCost + curvature * quality);
    }

    /// `cq`.
    ///
    /// @throws IllegalArgumentException if the unit cost is negative or not finite
    public static QualityCost linear(double unitCost) {
        Checks.nonNegative("unitCost", unitCost);
        return new QualityCost(unitCost + " q", quality -> unitCost * quality, _ -> unitCost);
    }

    @Override
    public String toString() {
        return "C = " + formula;
    }
}
