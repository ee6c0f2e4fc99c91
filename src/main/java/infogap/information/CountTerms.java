package infogap.information;

import java.util.OptionalDouble;

/// The mutual information of a large table of counts, `Σ n_ij (ln n_ij − ln r_i − ln c_j + ln N) / N`. In millions of cells the same small
/// counts return again and again, so their logarithms are read from a table.
final class CountTerms {

    /// From here on the logarithms cost more than looking them up.
    static final int LARGE = 1 << 14;

    /// Each logarithm is off by up to 2e-15, and the offs need not cancel where the terms do: below this many nats they would show.
    private static final double LEAST = 0.25;

    private static final double[] SMALL = new double[1 << 12];

    static {
        for (int n = 1; n < SMALL.length; n++) {
            SMALL[n] = Math.log(n);
        }
    }

    private CountTerms() {}

    /// In nats, right to 13 digits; empty where it is too little for that.
    static OptionalDouble mutualInformation(ContingencyTable<?, ?> table) {
        long[] rowTotals = table.rowTotals();
        double[] columnLogs = logs(table.columnTotals());
        double logTotal = Math.log(table.total());
        double sum = Terms.rowSums(rowTotals.length, columnLogs.length, i -> {
            double fromRow = logTotal - log(rowTotals[i]);
            double terms = 0;
            for (int j = 0; j < columnLogs.length; j++) {
                long count = table.count(i, j);
                terms += count == 0 ? 0 : count * ((log(count) - columnLogs[j]) + fromRow);
            }
            return terms;
        });
        double nats = sum / table.total();
        return nats < LEAST ? OptionalDouble.empty() : OptionalDouble.of(nats);
    }

    private static double[] logs(long[] totals) {
        double[] logs = new double[totals.length];
        for (int j = 0; j < logs.length; j++) {
            logs[j] = log(totals[j]);
        }
        return logs;
    }

    private static double log(long n) {
        return n < SMALL.length ? SMALL[(int) n] : Math.log(n);
    }
}
