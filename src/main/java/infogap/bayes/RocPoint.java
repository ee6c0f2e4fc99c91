package infogap.bayes;

import infogap.numeric.Checks;
import java.util.Locale;

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

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "false-positive rate %.6g, sensitivity %.6g", falsePositiveRate, sensitivity);
    }
}
