package infogap.bayes;

import infogap.numeric.Checks;

/// A point of the ROC plane.
///
/// @param falsePositiveRate the horizontal coordinate, `P(+ | ¬H)`
/// @param sensitivity the vertical coordinate, `P(+ | H)`
public record RocPoint(double falsePositiveRate, double sensitivity) {

    /// @throws IllegalArgumentException if a rate is outside [0, 1] or NaN
    public RocPoint {
        Checks.probability("falsePositiveRate", falsePositiveRate);
        Checks.probability("sensitivity", sensitivity);
    }
}
