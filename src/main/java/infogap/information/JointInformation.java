package infogap.information;

import infogap.numeric.Checks;
import infogap.probability.JointDistribution;
import java.util.Locale;

/// The information diagram of two variables: every entropy, and what they share.
///
/// @param unit the unit of every number here
/// @param rowEntropy `H(X)`
/// @param columnEntropy `H(Y)`
/// @param jointEntropy `H(X, Y)`
/// @param rowsGivenColumns `H(X | Y)`, what remains unknown about X to somebody who sees Y
/// @param columnsGivenRows `H(Y | X)`
/// @param mutualInformation `I(X; Y)`
public record JointInformation(
        Unit unit,
        double rowEntropy,
        double columnEntropy,
        double jointEntropy,
        double rowsGivenColumns,
        double columnsGivenRows,
        double mutualInformation) {

    /// All of it, each by its own sum and not by subtraction.
    public static JointInformation of(JointDistribution<?, ?> joint, Unit unit) {
        Checks.present("joint", joint);
        return new JointInformation(
                Checks.present("unit", unit),
                Entropy.of(joint.rowMarginal(), unit),
                Entropy.of(joint.columnMarginal(), unit),
                Entropy.joint(joint, unit),
                Entropy.ofRowsGivenColumns(joint, unit),
                Entropy.ofColumnsGivenRows(joint, unit),
                MutualInformation.of(joint, unit));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, """
                H(X)    %12.6f %s
                H(Y)    %12.6f
                H(X,Y)  %12.6f
                H(X|Y)  %12.6f
                H(Y|X)  %12.6f
                I(X;Y)  %12.6f""",
                rowEntropy, unit, columnEntropy, jointEntropy, rowsGivenColumns, columnsGivenRows, mutualInformation);
    }
}
