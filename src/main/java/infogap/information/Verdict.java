package infogap.information;

import java.util.Locale;

/// Can this sample say how large the mutual information is?
///
/// The rule is deliberately blunt: it refuses where no estimator could be trusted, and is no proof of accuracy where it accepts.
public sealed interface Verdict {

    /// Estimators that differ by less than this share of `min(H(X), H(Y))`, the most that the mutual information could be, agree that there is next to
    /// none, however their difference compares with an estimate near 0.
    double NEGLIGIBLE_SHARE = 0.001;

    /// The estimators lie closer together than the plug-in estimate is large, or than [#NEGLIGIBLE_SHARE] of what it could be.
    ///
    /// @param lowest the smallest estimate of `I(X; Y)` in the panel
    /// @param highest the largest
    /// @param plugIn the plug-in estimate
    record Identified(double lowest, double highest, double plugIn) implements Verdict {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "identified: the estimators lie in [%.6f, %.6f]", lowest, highest);
        }
    }

    /// The sample does not determine the mutual information.
    ///
    /// @param reason why not
    /// @param lowest the smallest defined estimate of `I(X; Y)` in the panel
    /// @param highest the largest defined estimate
    /// @param plugIn the plug-in estimate
    /// @param smallestP the smallest p-value that a permutation test of data with these margins could reach
    record Unidentified(Reason reason, double lowest, double highest, double plugIn, SmallestP smallestP) implements Verdict {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "UNIDENTIFIED: %s; the estimators lie in [%.6f, %.6f]; smallest attainable permutation p %s",
                    reason, lowest, highest, smallestP);
        }
    }

    /// Why a sample is refused.
    enum Reason {

        /// No pair was seen twice: every relabelling of the data would give the same counts.
        ALL_SINGLETONS("no pair of values was observed twice"),

        /// The corrections for small samples are as large as what they correct, and not negligible.
        ESTIMATORS_DISAGREE("the estimators differ by more than the plug-in estimate");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String toString() {
            return sentence;
        }
    }
}
