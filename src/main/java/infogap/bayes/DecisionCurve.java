package infogap.bayes;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Net benefit of acting on predicted risks, by threshold probability: `NB(t) = TP/n − FP/n · t/(1−t)`, acting where the risk is at least `t`.
///
/// It is the payoff of the decision with a benefit of 1 and a loss of `t/(1−t)`; less the better of acting on everybody and on nobody it is
/// the value of the prediction as information, where the prediction is acted upon.
///
/// R's `dcurves` acts only where the risk is *above* `t`. The two differ where somebody's risk is exactly the threshold, by
/// [Point#atThreshold]: for risks that are a few rounded numbers at every such threshold, at `t = 0` for risks of 0. Acting at a risk of `t` brings such a
/// person an expected benefit of exactly 0, so that for calibrated risks both conventions have the same net benefit.
///
/// Source: A. J. Vickers and E. B. Elkin (2006), *Decision curve analysis*, Medical Decision Making 26, 565–574.
public final class DecisionCurve {

    private static final double[] PRINTED_THRESHOLDS = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5};

    private final double[] risks;
    private final boolean[] present;
    private final long cases;

    private DecisionCurve(double[] risks, boolean[] present) {
        this.risks = risks;
        this.present = present;
        long count = 0;
        for (boolean one : present) {
            count += one ? 1 : 0;
        }
        this.cases = count;
    }

    /// @throws IllegalArgumentException if nobody has the condition, a risk is outside [0, 1] or NaN, or the lengths differ
    public static DecisionCurve of(double[] risks, boolean[] present) {
        double[] checked = Checks.finite("risks", risks);
        for (int i = 0; i < checked.length; i++) {
            Checks.probability("risks[" + i + "]", checked[i]);
        }
        Checks.present("present", present);
        Checks.sameLength("risks", checked.length, "present", present.length);
        DecisionCurve curve = new DecisionCurve(checked, present.clone());
        Checks.atLeast("number of cases with the condition", curve.cases, 1);
        return curve;
    }

    /// A point of the curve.
    ///
    /// @param threshold the threshold probability
    /// @param netBenefit of acting on the prediction
    /// @param actOnAll net benefit of acting on everybody; on nobody it is 0
    /// @param standardized net benefit over the prevalence, at most 1
    /// @param atThreshold how many have exactly this risk, so that [#netBenefit] counts them as acted on and [#netBenefitAbove] does not
    /// @param netBenefitAbove of acting only where the risk is above the threshold, as R's `dcurves` does
    public record Point(
            double threshold, double netBenefit, double actOnAll, double standardized, long atThreshold, double netBenefitAbove) {

        /// What the prediction adds to the better of acting on everybody and on nobody.
        public double gain() {
            return netBenefit - Math.max(0, actOnAll);
        }
    }

    /// The test "risk at least `threshold`".
    ///
    /// @throws IllegalArgumentException if the threshold is not in [0, 1)
    public ScreeningCounts at(double threshold) {
        requireThreshold(threshold);
        long truePositives = 0;
        long falsePositives = 0;
        for (int i = 0; i < risks.length; i++) {
            if (risks[i] >= threshold) {
                truePositives += present[i] ? 1 : 0;
                falsePositives += present[i] ? 0 : 1;
            }
        }
        return new ScreeningCounts(truePositives, cases - truePositives, falsePositives, risks.length - cases - falsePositives);
    }

    /// Net benefit at a threshold probability.
    ///
    /// @throws IllegalArgumentException if the threshold is not in [0, 1)
    public Point point(double threshold) {
        ScreeningCounts counts = at(threshold);
        double odds = threshold / (1 - threshold);
        double n = risks.length;
        double netBenefit = (counts.truePositives() - counts.falsePositives() * odds) / n;
        double prevalence = cases / n;
        long tiedWithCondition = 0;
        long tied = 0;
        for (int i = 0; i < risks.length; i++) {
            if (risks[i] == threshold) {
                tied++;
                tiedWithCondition += present[i] ? 1 : 0;
            }
        }
        double above = (counts.truePositives() - tiedWithCondition - (counts.falsePositives() - (tied - tiedWithCondition)) * odds) / n;
        return new Point(threshold, netBenefit, prevalence - (1 - prevalence) * odds, netBenefit / prevalence, tied, above);
    }

    /// Points at these thresholds.
    ///
    /// @throws IllegalArgumentException if there is none, or one is not in [0, 1)
    public List<Point> points(double... thresholds) {
        List<Point> points = new ArrayList<>();
        for (double threshold : Checks.finite("thresholds", thresholds)) {
            points.add(point(threshold));
        }
        return List.copyOf(points);
    }

    /// By how much this prediction's net benefit exceeds another's for the same cases.
    ///
    /// @throws IllegalArgumentException if the cases differ or the threshold is not in [0, 1)
    public double advantageOver(DecisionCurve other, double threshold) {
        Checks.present("other", other);
        if (!Arrays.equals(present, other.present)) {
            throw new IllegalArgumentException("other must be about the same cases in the same order, but their conditions differ");
        }
        return point(threshold).netBenefit - other.point(threshold).netBenefit;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "net benefit for %d cases, %d with the condition%n%9s  %11s  %11s", risks.length, cases, "threshold", "prediction", "act on all"));
        for (Point point : points(PRINTED_THRESHOLDS)) {
            text.append(String.format(Locale.ROOT, "%n%9.2f  %11.6f  %11.6f", point.threshold, point.netBenefit, point.actOnAll));
            if (point.atThreshold > 0) {
                text.append(String.format(Locale.ROOT, "  (%d at the threshold; %.6f without them)", point.atThreshold, point.netBenefitAbove));
            }
        }
        return text.toString();
    }

    private static void requireThreshold(double threshold) {
        if (!(threshold >= 0 && threshold < 1)) {
            throw Checks.refused("threshold", threshold, "a number in [0, 1)");
        }
    }
}
