package infogap.customers.detect;

import infogap.numeric.Checks;
import java.util.Locale;
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

        /// `decision tree, depth 4, leaves of at least 5 rows, gini`.
        @Override
        public String toString() {
            return "decision tree, depth " + depth + ", leaves of at least " + leaf + " rows, " + impurity.name().toLowerCase(Locale.ROOT);
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

        /// `random forest, 100 trees, depth 8, leaves of at least 5 rows`.
        @Override
        public String toString() {
            return "random forest, " + trees + " trees, depth " + depth + ", leaves of at least " + leaf + " rows";
        }
    }

    /// Logistic regression (逻辑回归): `logit P(positive) = b₀ + Σ b_j x_j`, by maximum likelihood or by Firth's penalised one.
    ///
    /// @param firth whether Firth's estimate is taken, which exists also where a combination of the features tells the classes apart
    record LogisticRegression(boolean firth) implements Method {

        /// `logistic regression`.
        @Override
        public String toString() {
            return firth ? "logistic regression, Firth's estimate" : "logistic regression";
        }
    }

    /// A support vector machine (支持向量机, SVM): the boundary with the widest margin, in the features themselves or in those of a kernel. Features are standardised
    /// on the training rows. Its decision value has no scale of its own; the estimate of P(positive) is a logistic curve through decision values of rows
    /// that the machine had not seen (Platt's scaling, with three inner folds).
    ///
    /// Sources: C. Cortes and V. Vapnik (1995), *Support-Vector Networks*, Machine Learning 20, 273–297; J. C. Platt (1999), *Probabilistic Outputs for Support
    /// Vector Machines*, in Advances in Large Margin Classifiers, MIT Press, 61–74.
    ///
    /// @param kernel what similarity means
    /// @param cost `C`, what a row on the wrong side of the margin costs, above 0: small for a wide margin, large for few errors in training
    /// @param seed the order in which rows are looked at, and the inner folds
    record SupportVectorMachine(Kernel kernel, double cost, long seed) implements Method {
        /// @throws IllegalArgumentException if the kernel is missing or the cost is not above 0
        public SupportVectorMachine {
            Checks.present("kernel", kernel);
            Checks.positive("cost", cost);
        }

        /// `support vector machine, linear, cost 1`.
        @Override
        public String toString() {
            return "support vector machine, " + kernel + ", cost " + String.format(Locale.ROOT, "%.4g", cost);
        }
    }

    /// The similarity of two standardised rows.
    sealed interface Kernel {

        /// `x·y`: the boundary is a plane.
        record Linear() implements Kernel {

            /// `linear`.
            @Override
            public String toString() {
                return "linear";
            }
        }

        /// `exp(−‖x − y‖²/(2 w²))`: the boundary bends at distances of about `w` standard deviations.
        ///
        /// @param width `w`, above 0; `√(p/2)` for p features is the usual start
        record Gaussian(double width) implements Kernel {
            /// @throws IllegalArgumentException if the width is not above 0
            public Gaussian {
                Checks.positive("width", width);
            }

            /// `gaussian of width 1.5`.
            @Override
            public String toString() {
                return "gaussian of width " + String.format(Locale.ROOT, "%.4g", width);
            }
        }
    }
}
