package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import java.util.Arrays;

/// What a row counts for. The two kinds give the same coefficients and different standard errors, so that a fit must be told which it has.
///
/// [Frequency] says that a row stands for several equal ones: a fit is, in every number, the one to the rows written out, with Σf − p degrees
/// of freedom. [Precision] says that a row's error has variance σ²/w (an average of w measurements): a fit minimises Σ w e² over n rows with n − p degrees
/// of freedom, as `weights` of R's `lm` and of statsmodels' `WLS`.
///
/// ```java
/// LeastSquares counted = LeastSquares.fit(design, y, Weights.frequency(3, 1, 2, 1));
/// LeastSquares precise = LeastSquares.fit(design, y, Weights.precision(1, 1, 0.5, 2));
/// ```
public sealed interface Weights {

    /// How many rows have a weight.
    int size();

    /// Each row stands for this many equal ones.
    ///
    /// @throws IllegalArgumentException if there is none, or a count is below 1: a row that counts for nothing is to be left out
    static Weights frequency(long... counts) {
        return new Frequency(counts);
    }

    /// Each row's error has variance σ²/weight.
    ///
    /// @throws IllegalArgumentException if there is none, or a weight is not in [2⁻⁴⁰⁰, 2⁴⁰⁰]: a row of weight 0 is to be left out
    static Weights precision(double... weights) {
        return new Precision(weights);
    }

    /// The rows that are fitted, n: what standard errors divide by.
    long rows();

    /// √weight by which a row and its response are multiplied before the triangle is formed.
    DoubleDouble rootInTriangle(int row);

    /// √weight by which a residual becomes one of variance σ².
    DoubleDouble root(int row);

    /// How many equal rows this one stands for.
    long copies(int row);

    /// Σ ln w, which the likelihood of rows of different precision has beside that of equal ones.
    double logarithms();

    /// Counts of equal rows.
    record Frequency(long[] counts) implements Weights {

        /// @throws IllegalArgumentException if there is none, or a count is below 1
        public Frequency {
            counts = Checks.atLeast("counts", Checks.present("counts", counts).clone(), 1);
            Checks.atLeast("length of counts", counts.length, 1);
        }

        /// A copy.
        @Override
        public long[] counts() {
            return counts.clone();
        }

        @Override
        public int size() {
            return counts.length;
        }

        @Override
        public long rows() {
            return Arrays.stream(counts).reduce(0, Math::addExact);
        }

        @Override
        public DoubleDouble rootInTriangle(int row) {
            return DoubleDouble.of(counts[row]).squareRoot();
        }

        @Override
        public DoubleDouble root(int row) {
            return DoubleDouble.ONE;
        }

        @Override
        public long copies(int row) {
            return counts[row];
        }

        @Override
        public double logarithms() {
            return 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Frequency frequency && Arrays.equals(counts, frequency.counts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(counts);
        }

        /// `frequency weights, 120 rows in 12`
        @Override
        public String toString() {
            return "frequency weights, " + rows() + " rows in " + size();
        }
    }

    /// Inverse variances of the errors, up to a common factor.
    record Precision(double[] weights) implements Weights {

        /// @throws IllegalArgumentException if there is none, or a weight is not in [2⁻⁴⁰⁰, 2⁴⁰⁰]
        public Precision {
            weights = Checks.finite("weights", weights);
            for (int i = 0; i < weights.length; i++) {
                if (!(weights[i] >= 1 / Gram.LARGEST && weights[i] <= Gram.LARGEST)) {
                    throw Checks.refused("weights[" + i + "]", weights[i], "a number from 2^-400 to 2^400; a row of weight 0 is to be left out");
                }
            }
        }

        /// A copy.
        @Override
        public double[] weights() {
            return weights.clone();
        }

        @Override
        public int size() {
            return weights.length;
        }

        @Override
        public long rows() {
            return weights.length;
        }

        @Override
        public DoubleDouble rootInTriangle(int row) {
            return DoubleDouble.of(weights[row]).squareRoot();
        }

        @Override
        public DoubleDouble root(int row) {
            return rootInTriangle(row);
        }

        @Override
        public long copies(int row) {
            return 1;
        }

        @Override
        public double logarithms() {
            return Arrays.stream(weights).map(Math::log).sum();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Precision precision && Arrays.equals(weights, precision.weights);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(weights);
        }

        /// `precision weights`
        @Override
        public String toString() {
            return "precision weights";
        }
    }
}
