package infogap.customers.detect;

import infogap.numeric.Checks;
import smile.model.cart.SplitRule;

/// How a detector is fitted.
public sealed interface Method {

    /// What a split is to lower: the weighted impurity of its two sides.
    enum Impurity {
        /// `−Σ p log p`: the gain is the information that the split gives about the label.
        ENTROPY(SplitRule.ENTROPY),
        /// `1 − Σ p²`.
        GINI(SplitRule.GINI);

        private final SplitRule smile;

        Impurity(SplitRule smile) {
            this.smile = smile;
        }

        SplitRule smile() {
            return smile;
        }
    }

    /// One classification tree (决策树). Smile looks for thresholds only between neighbours whose labels differ, so that with many ties it
    /// can miss the best one; [SplitGain] looks at all.
    ///
    /// @param impurity what a split lowers
    /// @param depth the greatest depth, at least 2
    /// @param leaf the least number of training rows in a leaf, at least 1
    record Tree(Impurity impurity, int depth, int leaf) implements Method {
        /// @throws IllegalArgumentException if a number is out of its range
        public Tree {
            Checks.present("impurity", impurity);
            Checks.atLeast("depth", depth, 2);
            Checks.atLeast("leaf", leaf, 1);
        }
    }

    /// Many trees on bootstrap samples, each split choosing among some random features; their class shares are averaged (随机森林).
    ///
    /// @param trees the number of trees, at least 1
    /// @param features how many features each split may choose from, at least 1 and at most all
    /// @param depth the greatest depth, at least 2
    /// @param leaf the least number of training rows in a leaf, at least 1
    /// @param seed each tree's random numbers follow from it, whatever the number of threads
    record Forest(int trees, int features, int depth, int leaf, long seed) implements Method {
        /// @throws IllegalArgumentException if a number is out of its range
        public Forest {
            Checks.atLeast("trees", trees, 1);
            Checks.atLeast("features", features, 1);
            Checks.atLeast("depth", depth, 2);
            Checks.atLeast("leaf", leaf, 1);
        }
    }
}
