package infogap.bayes;

import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;

/// What a score costs at its best threshold, whatever the prior and the prices of its two errors: the lower envelope of
///
///     cost(c) = (1 − sensitivity)·c + false-positive rate·(1 − c),   c = π C₁ / (π C₁ + (1 − π) C₀)
///
/// over all thresholds. `c` is the *probability cost* of a case with prior `π`, where missing the condition costs `C₁` and a false alarm `C₀`; the cost
/// is normalised, so that the dearer of "everybody" and "nobody", at its worst, costs 1. Acting on everybody costs `1 − c`, acting on nobody `c`: where
/// the curve lies below both, the score earns something.
///
///     CostCurve curve = CostCurve.of(RocCurve.of(scores, present));
///     curve.cost(CostCurve.probabilityCost(0.2, 100, 50));
///
/// The corners are fractions. The envelope is the ROC curve's convex hull seen from the other side.
///
/// Source: C. Drummond and R. C. Holte (2006), *Cost curves: An improved method for visualizing classifier performance*, Machine Learning 65, 95–130.
///
/// @param corners where the best threshold changes, by rising probability cost, from 0 to 1
/// @param choices the best points of the ROC curve between the corners: one fewer than there are corners
public record CostCurve(List<Corner> corners, List<RocCurve.Point> choices) {

    /// A corner of the envelope.
    ///
    /// @param probabilityCost `c`
    /// @param cost the normalised expected cost there
    public record Corner(BigFraction probabilityCost, BigFraction cost) {}

    /// Keeps immutable copies.
    ///
    /// @throws IllegalArgumentException if there is not one choice between two corners
    public CostCurve {
        corners = Checks.notEmpty("corners", corners);
        choices = Checks.notEmpty("choices", choices);
        Checks.sameLength("corners after the first", corners.size() - 1, "choices", choices.size());
    }

    /// The curve of a score.
    public static CostCurve of(RocCurve roc) {
        List<RocCurve.Point> hull = new ArrayList<>();
        for (RocCurve.Point point : Checks.present("roc", roc).points()) {
            while (hull.size() > 1 && !turnsRight(hull.get(hull.size() - 2), hull.getLast(), point)) {
                hull.removeLast();
            }
            hull.add(point);
        }
        List<Corner> corners = new ArrayList<>();
        corners.add(new Corner(BigFraction.ZERO, falseAlarms(hull.getFirst())));
        for (int i = 1; i < hull.size(); i++) {
            BigFraction rise = misses(hull.get(i - 1)).subtract(misses(hull.get(i)));
            BigFraction run = falseAlarms(hull.get(i)).subtract(falseAlarms(hull.get(i - 1)));
            BigFraction at = run.divide(run.add(rise));
            corners.add(new Corner(at, line(hull.get(i), at)));
        }
        corners.add(new Corner(BigFraction.ONE, misses(hull.getLast())));
        return new CostCurve(corners, hull);
    }

    /// `π C₁ / (π C₁ + (1 − π) C₀)`.
    ///
    /// @param prior `π`, in [0, 1]
    /// @param missCost `C₁`, what it costs not to act where the condition is present
    /// @param falseAlarmCost `C₀`, what it costs to act where it is absent
    /// @throws IllegalArgumentException if an argument is out of its range, or nothing can cost anything
    public static double probabilityCost(double prior, double missCost, double falseAlarmCost) {
        BigFraction pi = Fractions.ofDecimal(Checks.probability("prior", prior));
        BigFraction miss = pi.multiply(Fractions.ofDecimal(Checks.nonNegative("missCost", missCost)));
        BigFraction alarm = BigFraction.ONE.subtract(pi).multiply(Fractions.ofDecimal(Checks.nonNegative("falseAlarmCost", falseAlarmCost)));
        if (miss.add(alarm).equals(BigFraction.ZERO)) {
            throw new IllegalArgumentException("missCost and falseAlarmCost must not both be without weight, but at the prior " + prior
                    + " they are " + missCost + " and " + falseAlarmCost);
        }
        return Fractions.toDouble(miss.divide(miss.add(alarm)));
    }

    /// The least normalised expected cost at this probability cost.
    ///
    /// @throws IllegalArgumentException if it is outside [0, 1] or NaN
    public double cost(double probabilityCost) {
        return Fractions.toDouble(line(choice(probabilityCost), Fractions.ofDecimal(probabilityCost)));
    }

    /// The point of the ROC curve that costs least there; at a corner the one that acts on fewer.
    ///
    /// @throws IllegalArgumentException if the probability cost is outside [0, 1] or NaN
    public RocCurve.Point choice(double probabilityCost) {
        BigFraction at = Fractions.ofDecimal(Checks.probability("probabilityCost", probabilityCost));
        int i = 0;
        while (i < choices.size() - 1 && corners.get(i + 1).probabilityCost().compareTo(at) < 0) {
            i++;
        }
        return choices.get(i);
    }

    /// The cost of the better of acting on everybody and on nobody, less [#cost]: what the score earns there, at least 0.
    ///
    /// @throws IllegalArgumentException if the probability cost is outside [0, 1] or NaN
    public double gain(double probabilityCost) {
        BigFraction at = Fractions.ofDecimal(Checks.probability("probabilityCost", probabilityCost));
        BigFraction other = BigFraction.ONE.subtract(at);
        BigFraction trivial = at.compareTo(other) < 0 ? at : other;
        return Fractions.toDouble(trivial.subtract(line(choice(probabilityCost), at)));
    }

    /// The mean cost over all probability costs, each as likely: 1/4 for a score that knows nothing, 0 for one that separates.
    public BigFraction area() {
        BigFraction twice = BigFraction.ZERO;
        for (int i = 1; i < corners.size(); i++) {
            BigFraction width = corners.get(i).probabilityCost().subtract(corners.get(i - 1).probabilityCost());
            twice = twice.add(width.multiply(corners.get(i).cost().add(corners.get(i - 1).cost())));
        }
        return twice.divide(2);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-22s %12s %12s", "probability cost up to", "cost there", "act from"));
        for (int i = 0; i < choices.size(); i++) {
            Corner end = corners.get(i + 1);
            text.append(String.format(Locale.ROOT, "%n%-22.6g %12.6g %12.6g",
                    Fractions.toDouble(end.probabilityCost()), Fractions.toDouble(end.cost()), choices.get(i).threshold()));
        }
        return text.append(String.format(Locale.ROOT, "%nmean cost %.6g (1/4 knowing nothing)", Fractions.toDouble(area()))).toString();
    }

    private static boolean turnsRight(RocCurve.Point a, RocCurve.Point b, RocCurve.Point c) {
        BigFraction cross = falseAlarms(b).subtract(falseAlarms(a)).multiply(misses(a).subtract(misses(c)))
                .subtract(misses(a).subtract(misses(b)).multiply(falseAlarms(c).subtract(falseAlarms(a))));
        return cross.compareTo(BigFraction.ZERO) < 0;
    }

    private static BigFraction line(RocCurve.Point point, BigFraction at) {
        return misses(point).multiply(at).add(falseAlarms(point).multiply(BigFraction.ONE.subtract(at)));
    }

    private static BigFraction misses(RocCurve.Point point) {
        ScreeningCounts counts = point.counts();
        return new BigFraction(counts.falseNegatives()).divide(new BigFraction(counts.truePositives() + counts.falseNegatives()));
    }

    private static BigFraction falseAlarms(RocCurve.Point point) {
        ScreeningCounts counts = point.counts();
        return new BigFraction(counts.falsePositives()).divide(new BigFraction(counts.falsePositives() + counts.trueNegatives()));
    }
}
