package infogap.regression.loop;

import infogap.numeric.Checks;

/// Which of the batches behind it a loop still learns from.
public sealed interface Forgetting {

    /// All since the last retraining.
    record Nothing() implements Forgetting {

        /// `all batches`.
        @Override
        public String toString() {
            return "all batches";
        }
    }

    /// The latest batches.
    ///
    /// @param batches how many, at least 1
    record Window(int batches) implements Forgetting {

        /// @throws IllegalArgumentException if there is no batch
        public Window {
            Checks.atLeast("batches", batches, 1);
        }

        /// `the latest 3 batches`.
        @Override
        public String toString() {
            return batches == 1 ? "the latest batch" : "the latest " + batches + " batches";
        }
    }
}
