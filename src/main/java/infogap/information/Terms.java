package infogap.information;

import infogap.numeric.CompensatedSum;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The sums behind the measures, arranged so that nothing cancels that need not.
final class Terms {

    /// Below this share of the absolute terms the plain sum of the mutual information has lost digits to cancellation.
    private static final double CANCELLATION = 0.3;

    private static final double SERIES_BELOW = 0.25;

    /// From here on `1 + d` is `d`.
    private static final double LARGE_DEVIATION = 0x1p54;

    /// From here on the logarithms of the cells cost more than handing them to threads.
    private static final int PARALLEL_FROM = 1 << 14;

    private Terms() {}

    /// `Σ p ln(p/q) − p + q` in nats; +∞ when some `p > 0 = q`.
    static double divergence(double[] p, double[] q) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < p.length; i++) {
            if (q[i] > 0) {
                sum.add(divergenceTerm(p[i], q[i]));
            } else if (p[i] > 0) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum.value();
    }

    /// `p ln(p/q) − p + q` for `q > 0`.
    private static double divergenceTerm(double p, double q) {
        double deviation = (p - q) / q;
        if (deviation < LARGE_DEVIATION) {
            return q * excess(deviation);
        }
        // (1 + d) ln(1 + d) overflows before d does, and a q below the normal doubles may make d overflow, but not the logarithms
        double log = deviation < Double.POSITIVE_INFINITY ? Math.log1p(deviation) : Math.log(p) - Math.log(q);
        return p * log - p + q;
    }

    /// `φ(d) = (1 + d) ln(1 + d) − d ≥ 0` for `d ≥ −1`, with full relative accuracy near 0, where it is `d²/2`.
    static double excess(double d) {
        if (d <= -1) {
            return 1;
        }
        if (Math.abs(d) >= SERIES_BELOW) {
            return (1 + d) * Math.log1p(d) - d;
        }
        // Σ_{k≥2} (−d)^k / (k (k − 1)); from the smallest term up
        double sum = 0;
        for (int k = 28; k >= 2; k--) {
            sum = sum * -d + 1.0 / (k * (k - 1));
        }
        return d * d * sum;
    }

    /// The mutual information of a matrix of weights (probabilities or counts), whatever their total.
    ///
    /// Rows of a large matrix are summed in parallel, and the sums of the rows added in their order: the same on any number of threads.
    ///
    /// @param row the weights of a row; called from several threads
    static double mutualInformation(IntFunction<double[]> row, double[] rowTotals, double[] columnTotals, double total, Unit unit) {
        double[] absolute = new double[rowTotals.length];
        double sum = rowSums(rowTotals.length, columnTotals.length, i -> {
            double[] weights = row.apply(i);
            CompensatedSum terms = new CompensatedSum();
            for (int j = 0; j < columnTotals.length; j++) {
                if (weights[j] > 0) {
                    double term = weights[j] * logRatio(weights[j], total, rowTotals[i], columnTotals[j], unit);
                    terms.add(term);
                    absolute[i] += Math.abs(term);
                }
            }
            return terms.value();
        });
        return sum > CANCELLATION * CompensatedSum.of(absolute)
                ? sum / total
                : unit.fromNats(nearIndependence(row, rowTotals, columnTotals, total));
    }

    /// The same sum with the terms `q φ(p/q − 1)`, none negative: exact to the last digits however weak the dependence is.
    private static double nearIndependence(IntFunction<double[]> row, double[] rowTotals, double[] columnTotals, double total) {
        double sum = rowSums(rowTotals.length, columnTotals.length, i -> {
            double[] weights = row.apply(i);
            CompensatedSum terms = new CompensatedSum();
            for (int j = 0; j < columnTotals.length; j++) {
                double product = rowTotals[i] * columnTotals[j];
                if (product > 0) {
                    terms.add(product * excess(deviation(weights[j], total, rowTotals[i], columnTotals[j])));
                } else if (weights[j] > 0) {
                    // q φ(p/q − 1) = p ln(p/q) − p + q, where q underflows
                    terms.add(total * weights[j] * (logRatio(weights[j], total, rowTotals[i], columnTotals[j], Unit.NATS) - 1));
                }
            }
            return terms.value();
        });
        return sum / total / total;
    }

    static double rowSums(int rows, int columns, IntToDoubleFunction rowSum) {
        IntStream indices = IntStream.range(0, rows);
        boolean worthThreads = (long) rows * columns > PARALLEL_FROM;
        return CompensatedSum.of((worthThreads ? indices.parallel() : indices).mapToDouble(rowSum).toArray());
    }

    /// `p(x, y) / (p(x) p(y)) − 1`, right to its last digits when it is nearly 0.
    static double deviation(double weight, double total, double rowTotal, double columnTotal) {
        double product = rowTotal * columnTotal;
        double scaled = weight * total;
        // what the two products round away, so that their difference is right when they nearly agree
        double lost = Math.fma(weight, total, -scaled) - Math.fma(rowTotal, columnTotal, -product);
        return ((scaled - product) + lost) / product;
    }

    /// `log (p(x, y) / (p(x) p(y)))`.
    private static double logRatio(double weight, double total, double rowTotal, double columnTotal, Unit unit) {
        double ratio = (weight / rowTotal) * (total / columnTotal);
        return ratio > 0 && ratio < Double.POSITIVE_INFINITY
                ? unit.log(ratio)
                : unit.log(weight) - unit.log(rowTotal) + (unit.log(total) - unit.log(columnTotal));
    }
}
