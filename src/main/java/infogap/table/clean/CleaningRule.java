package infogap.table.clean;

import infogap.numeric.Checks;
import infogap.numeric.SampleQuantile;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/// One visible decision about missing or implausible values. A rule is fitted on training rows and then changes any rows in the
/// same way; it never changes the table that it is given.
public sealed interface CleaningRule {

    /// The column that the rule looks at.
    String column();

    /// Learns the rule's number from the training rows.
    ///
    /// @throws IllegalArgumentException if the column is not there, is no number where one is needed, or has no value to learn from
    FittedRule fit(Table training);

    /// Drops the rows in which the column is missing.
    ///
    /// @param column any column
    record DropMissing(String column) implements CleaningRule {
        @Override
        public FittedRule fit(Table training) {
            Columns.any(training, column);
            return new FittedRule(toString(), table -> FittedRule.dropping(table, Columns.missingRows(Columns.any(table, column))));
        }

        @Override
        public String toString() {
            return "drop rows without " + column;
        }
    }

    /// Fills missing numbers with the training median.
    ///
    /// @param column a numeric column
    record ImputeMedian(String column) implements CleaningRule {
        @Override
        public FittedRule fit(Table training) {
            double median = SampleQuantile.of(Columns.values(training, column), 0.5);
            return new FittedRule(this + " = " + Columns.text(median), table -> FittedRule.filling(table, column, median));
        }

        @Override
        public String toString() {
            return "fill missing " + column + " with the training median";
        }
    }

    /// Fills missing numbers with the training mean.
    ///
    /// @param column a numeric column
    record ImputeMean(String column) implements CleaningRule {
        @Override
        public FittedRule fit(Table training) {
            double mean = Columns.mean(Columns.values(training, column));
            return new FittedRule(this + " = " + Columns.text(mean), table -> FittedRule.filling(table, column, mean));
        }

        @Override
        public String toString() {
            return "fill missing " + column + " with the training mean";
        }
    }

    /// Moves numbers outside the training quantiles onto them.
    ///
    /// @param column a numeric column
    /// @param lower the lower quantile's level, in [0, 1]
    /// @param upper the upper quantile's level, in [lower, 1]
    record Winsorize(String column, double lower, double upper) implements CleaningRule {
        /// @throws IllegalArgumentException if a level is no probability or they are in the wrong order
        public Winsorize {
            Checks.probability("lower", lower);
            Checks.inRange("upper", upper, lower, 1);
        }

        @Override
        public FittedRule fit(Table training) {
            double[] values = Columns.values(training, column);
            Fence fence = new Fence(SampleQuantile.of(values, lower), SampleQuantile.of(values, upper));
            return new FittedRule(this + " " + fence, table -> FittedRule.replacing(table, column, fence::clamp));
        }

        @Override
        public String toString() {
            return "winsorise " + column + " at the training quantiles " + lower + " and " + upper;
        }
    }

    /// Adds a true/false column `<column>_outlier` and changes nothing else.
    ///
    /// @param column a numeric column
    /// @param test what counts as an outlier
    record FlagOutliers(String column, OutlierTest test) implements CleaningRule {
        @Override
        public FittedRule fit(Table training) {
            Fence fence = test.fence(column, Columns.values(training, column));
            return new FittedRule(this + " " + fence, table -> FittedRule.flagging(table, column, fence));
        }

        @Override
        public String toString() {
            return "flag " + column + " outside " + test;
        }
    }

    /// Drops the rows in which the column is an outlier; missing values stay.
    ///
    /// @param column a numeric column
    /// @param test what counts as an outlier
    record DropOutliers(String column, OutlierTest test) implements CleaningRule {
        @Override
        public FittedRule fit(Table training) {
            Fence fence = test.fence(column, Columns.values(training, column));
            return new FittedRule(
                    this + " " + fence, table -> FittedRule.dropping(table, fence.rowsOutside(Columns.numeric(table, column))));
        }

        @Override
        public String toString() {
            return "drop rows with " + column + " outside " + test;
        }
    }

    /// Empties the outlying cells, so that a following rule can fill them.
    ///
    /// @param column a numeric column
    /// @param test what counts as an outlier
    record EmptyOutliers(String column, OutlierTest test) implements CleaningRule {
        @Override
        public FittedRule fit(Table training) {
            Fence fence = test.fence(column, Columns.values(training, column));
            return new FittedRule(
                    this + " " + fence,
                    table -> FittedRule.replacing(table, column, value -> fence.holds(value) ? value : Double.NaN));
        }

        @Override
        public String toString() {
            return "empty " + column + " outside " + test;
        }
    }

    /// A test for outliers: learns from numbers the interval in which they are plausible.
    sealed interface OutlierTest {

        /// The interval of plausible values.
        ///
        /// @throws IllegalArgumentException if the spread of the values is zero, so that every other value would be an outlier
        Fence fence(String column, double[] values);

        /// Tukey's fences: `[Q1 − factor·IQR, Q3 + factor·IQR]`; his factor is 1.5.
        ///
        /// @param factor above 0
        record Iqr(double factor) implements OutlierTest {
            /// @throws IllegalArgumentException if the factor is not above 0
            public Iqr {
                Checks.positive("factor", factor);
            }

            @Override
            public Fence fence(String column, double[] values) {
                double first = SampleQuantile.of(values, 0.25);
                double third = SampleQuantile.of(values, 0.75);
                double reach = factor * Columns.spread(column, "interquartile range", values, third - first);
                return new Fence(first - reach, third + reach);
            }

            @Override
            public String toString() {
                return Columns.text(factor) + " interquartile ranges from the quartiles";
            }
        }

        /// Median ± cutoff · 1.4826 · MAD, where MAD is the median distance to the median and 1.4826 = 1/Φ⁻¹(3/4) makes it the
        /// standard deviation for a normal distribution.
        ///
        /// @param cutoff above 0; 3 is usual
        record Mad(double cutoff) implements OutlierTest {

            private static final double NORMAL_CONSISTENCY = 1.482602218505602;

            /// @throws IllegalArgumentException if the cutoff is not above 0
            public Mad {
                Checks.positive("cutoff", cutoff);
            }

            @Override
            public Fence fence(String column, double[] values) {
                double median = SampleQuantile.of(values, 0.5);
                double[] distances = values.clone();
                for (int i = 0; i < distances.length; i++) {
                    distances[i] = Math.abs(distances[i] - median);
                }
                double mad = Columns.spread(column, "median absolute deviation", values, SampleQuantile.of(distances, 0.5));
                double reach = cutoff * NORMAL_CONSISTENCY * mad;
                return new Fence(median - reach, median + reach);
            }

            @Override
            public String toString() {
                return Columns.text(cutoff) + " scaled MADs from the median";
            }
        }
    }

    /// A closed interval of plausible values.
    ///
    /// @param low the least plausible value
    /// @param high the greatest plausible value
    record Fence(double low, double high) {
        boolean holds(double value) {
            return value >= low && value <= high;
        }

        double clamp(double value) {
            return Math.clamp(value, low, high);
        }

        List<Integer> rowsOutside(NumericColumn<?> column) {
            return Columns.rows(column.size(), row -> !column.isMissing(row) && !holds(column.getDouble(row)));
        }

        @Override
        public String toString() {
            return "[" + Columns.text(low) + ", " + Columns.text(high) + "]";
        }
    }
}
