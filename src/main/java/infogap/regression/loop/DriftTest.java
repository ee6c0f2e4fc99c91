package infogap.regression.loop;

import infogap.numeric.Checks;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.special.Beta;

/// Does a batch follow the coefficients of the rows before it?
public sealed interface DriftTest {

    /// Whether the batch is said to follow others.
    boolean drift();

    /// Chow's test. With p columns, m rows before and n in the batch, and the sums of squared errors of the fits before, in the batch and in both:
    ///
    ///     F = ((SSE_both − SSE_before − SSE_batch) / p) / ((SSE_before + SSE_batch) / (m + n − 2p)) ~ F(p, m + n − 2p)
    ///
    /// and for a batch of at most p rows, which any coefficients of its own would fit, `F = ((SSE_both − SSE_before) / n) / (SSE_before / (m − p))`. Exact for
    /// independent normal errors of one variance.
    ///
    /// Source: G. C. Chow (1960), *Tests of Equality Between Sets of Coefficients in Two Linear Regressions*, Econometrica 28, 591–605.
    ///
    /// @param statistic F
    /// @param numerator its first degrees of freedom
    /// @param denominator its second
    /// @param p P(F ≥ statistic) when nothing has changed
    /// @param level drift is said when p is below it
    record Chow(double statistic, long numerator, long denominator, double p, double level) implements DriftTest {

        @Override
        public boolean drift() {
            return p < level;
        }

        /// `F(4, 492) = 12.3, p = 1.2e-9 (level 0.0018): drift`.
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "F(%d, %d) = %.4g, p = %.3g (level %.3g): %s",
                    numerator, denominator, statistic, p, level, drift() ? "drift" : "no drift found");
        }
    }

    /// No test is possible.
    ///
    /// @param reason why
    record NotTested(String reason) implements DriftTest {

        /// @throws IllegalArgumentException if there is no reason
        public NotTested {
            Checks.text("reason", reason);
        }

        @Override
        public boolean drift() {
            return false;
        }

        /// `not tested: nothing was learned before`.
        @Override
        public String toString() {
            return "not tested: " + reason;
        }
    }

    /// The test of a batch that was fitted together with what came before, and alone where it has rows enough.
    static DriftTest of(LeastSquares before, Optional<LeastSquares> batch, LeastSquares both, double level) {
        Checks.present("before", before);
        Checks.present("batch", batch);
        Checks.present("both", both);
        if (!(before instanceof FittedModel old) || !(both instanceof FittedModel joint)) {
            return new NotTested("there is no error variance before the batch, or none with it");
        }
        return batch.isPresent() && batch.get() instanceof FittedModel fresh ? ofFits(old, fresh, joint, level) : ofPredictions(old, joint, level);
    }

    private static DriftTest ofFits(FittedModel old, FittedModel fresh, FittedModel joint, double level) {
        double apart = old.sumOfSquaredErrors() + fresh.sumOfSquaredErrors();
        return chow(joint.sumOfSquaredErrors() - apart, joint.names().size(), apart, old.degreesOfFreedom() + fresh.degreesOfFreedom(), level);
    }

    /// The test of a batch too small for a fit of its own, by how badly it was predicted.
    private static DriftTest ofPredictions(FittedModel old, FittedModel joint, double level) {
        Checks.present("old", old);
        Checks.present("joint", joint);
        return chow(joint.sumOfSquaredErrors() - old.sumOfSquaredErrors(), joint.rows() - old.rows(),
                old.sumOfSquaredErrors(), old.degreesOfFreedom(), level);
    }

    private static Chow chow(double lost, long numerator, double left, long denominator, double level) {
        // rounding can take a difference of equal sums below zero
        double statistic = Math.max(0, lost) / numerator / (left / denominator);
        double p = Beta.regularizedBeta(denominator / (denominator + numerator * statistic), denominator / 2.0, numerator / 2.0);
        return new Chow(statistic, numerator, denominator, p, level);
    }
}
