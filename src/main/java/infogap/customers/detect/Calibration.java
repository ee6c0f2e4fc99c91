package infogap.customers.detect;

import infogap.bayes.ConfidenceInterval;
import infogap.bayes.IntervalMethod;
import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Whether estimates of a probability are right on average (校准): of the rows that were given about 30 %, are 30 % positive?
///
/// Rows are sorted by their estimate and cut into bins of equally many rows; rows with equal estimates stay together. With the mean estimate `f_k` and the
/// positive share `o_k` of bin k, of `n_k` of N rows, and the positive share `o` of all:
///
///     reliability = Σ n_k (f_k − o_k)² / N,   resolution = Σ n_k (o_k − o)² / N,   uncertainty = o (1 − o)
///     Brier score = Σ (f_i − y_i)² / N = reliability − resolution + uncertainty + what the bins hide
///
/// Source: A. H. Murphy (1973), *A New Vector Partition of the Probability Score*, Journal of Applied Meteorology 12, 595–600.
///
/// @param bins by rising estimate
/// @param brierScore the mean squared error of the estimates
/// @param reliability 0 when the mean estimate of each bin is its positive share
/// @param resolution how far the bins' shares differ: what the estimates tell apart
/// @param uncertainty the Brier score of knowing only the share of all
public record Calibration(List<Bin> bins, double brierScore, double reliability, double resolution, double uncertainty) {

    /// Rows with similar estimates.
    ///
    /// @param rows how many
    /// @param positives how many of them are positive
    /// @param meanEstimate the mean of their estimates
    /// @param interval a Wilson interval of 95 % for the positive share
    public record Bin(int rows, int positives, double meanEstimate, ConfidenceInterval interval) {

        /// `positives/rows`.
        public double positiveShare() {
            return (double) positives / rows;
        }
    }

    /// Keeps an immutable copy.
    public Calibration {
        bins = Checks.notEmpty("bins", bins);
    }

    /// Holds estimates against the truth, best of rows that were not trained on.
    ///
    /// @param label the truth
    /// @param estimates P(positive) for each row
    /// @param bins how many bins at most, at least 1; fewer where many estimates are equal
    /// @throws IllegalArgumentException if the lengths differ, an estimate is no probability, or there is no bin
    public static Calibration of(Label label, double[] estimates, int bins) {
        boolean[] positive = Checks.present("label", label).positive();
        Checks.probabilities("estimates", Checks.present("estimates", estimates));
        Checks.sameLength("estimates", estimates.length, "labels", positive.length);
        Checks.atLeast("bins", bins, 1);
        int[] order = IntStream.range(0, estimates.length).boxed()
                .sorted(Comparator.comparingDouble(i -> estimates[i])).mapToInt(Integer::intValue).toArray();
        List<Bin> made = new ArrayList<>();
        for (int from = 0, k = 1; from < order.length; k++) {
            int to = Math.max(from + 1, (int) ((long) order.length * k / bins));
            while (to < order.length && estimates[order[to]] == estimates[order[to - 1]]) {
                to++;
            }
            made.add(bin(Arrays.copyOfRange(order, from, to), positive, estimates));
            from = to;
        }
        double share = (double) label.positives() / positive.length;
        double brier = CompensatedSum.of(IntStream.range(0, positive.length)
                .mapToDouble(i -> estimates[i] - (positive[i] ? 1 : 0)).map(e -> e * e).toArray()) / positive.length;
        return new Calibration(made, brier,
                weighted(made, positive.length, bin -> bin.meanEstimate() - bin.positiveShare()),
                weighted(made, positive.length, bin -> bin.positiveShare() - share),
                share * (1 - share));
    }

    /// `Σ n_k |f_k − o_k| / N`: by how much an estimate is off, on average over bins.
    public double expectedError() {
        int rows = bins.stream().mapToInt(Bin::rows).sum();
        return CompensatedSum.of(bins.stream().mapToDouble(bin -> bin.rows() * Math.abs(bin.meanEstimate() - bin.positiveShare())).toArray()) / rows;
    }

    /// `1 − Brier score / uncertainty`: 0 for the share of all, 1 for knowing the truth, below 0 for worse than the share.
    ///
    /// @throws IllegalStateException if all rows are of one class, so that there is nothing to explain
    public double skill() {
        if (uncertainty == 0) {
            throw new IllegalStateException("all rows are of one class: there is no uncertainty to explain");
        }
        return 1 - brierScore / uncertainty;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%6s %14s %15s  %s", "rows", "mean estimate", "positive share", "95 % interval"));
        for (Bin bin : bins) {
            text.append(String.format(Locale.ROOT, "%n%6d %14.4f %15.4f  %.4f to %.4f",
                    bin.rows(), bin.meanEstimate(), bin.positiveShare(), bin.interval().low(), bin.interval().high()));
        }
        return text.append(String.format(Locale.ROOT, "%nBrier score %.4f = reliability %.4f − resolution %.4f + uncertainty %.4f, and %.4f inside the bins",
                brierScore, reliability, resolution, uncertainty, brierScore - reliability + resolution - uncertainty)).toString();
    }

    private static Bin bin(int[] rows, boolean[] positive, double[] estimates) {
        int positives = (int) Arrays.stream(rows).filter(i -> positive[i]).count();
        double mean = CompensatedSum.of(Arrays.stream(rows).mapToDouble(i -> estimates[i]).toArray()) / rows.length;
        return new Bin(rows.length, positives, mean, IntervalMethod.WILSON.interval(positives, rows.length, 0.95));
    }

    private static double weighted(List<Bin> bins, int rows, ToDoubleFunction<Bin> deviation) {
        return CompensatedSum.of(bins.stream().mapToDouble(bin -> bin.rows() * Math.pow(deviation.applyAsDouble(bin), 2)).toArray()) / rows;
    }
}
