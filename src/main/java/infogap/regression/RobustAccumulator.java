package infogap.regression;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;

/// The second pass of a streamed fit, for standard errors that do not assume equal variances: it sees every row again.
///
///     RobustAccumulator second = RobustAccumulator.of(model, RobustCovariance.HC3);
///     second.add(new double[] {age, income}, purchase);            // every row
///     second.sum().coefficients(model);
///
/// Parts of the rows may be passed apart: their [SandwichSum]s merge. Filled by one thread at a time.
public final class RobustAccumulator {

    private final Solution solution;
    private final RobustCovariance kind;
    private final StreamedRow row;
    private final Sandwich sandwich;
    private long rows;

    private RobustAccumulator(FittedModel model, RobustCovariance kind) {
        this.solution = model.solution();
        this.kind = kind;
        this.row = new StreamedRow(solution);
        this.sandwich = new Sandwich(solution);
    }

    /// Before the first row.
    public static RobustAccumulator of(FittedModel model, RobustCovariance kind) {
        return new RobustAccumulator(Checks.present("model", model), Checks.present("kind", kind));
    }

    /// One row of the fit.
    ///
    /// @throws IllegalArgumentException if there is not one number for each regressor, or one is not finite
    /// @throws IllegalStateException if the kind divides by 1 − leverage, and the row has leverage 1
    public void add(double[] regressors, double response) {
        row.read(regressors, response);
        double leverage = 0;
        for (double entry : row.whitened) {
            leverage = Math.fma(entry, entry, leverage);
        }
        sandwich.add(row.whitened, kind.weightOf(row.residual, leverage, rows, solution.rows, solution.columns()));
        rows++;
    }

    /// What the rows so far add up to.
    public SandwichSum sum() {
        return new SandwichSum(rows, 0, sandwich.middle());
    }

    /// A row in the coordinates of a model.
    static final class StreamedRow {

        private final Solution solution;
        private final DoubleDouble[] x;
        final double[] whitened;
        double residual;

        StreamedRow(Solution solution) {
            this.solution = solution;
            this.x = new DoubleDouble[solution.columns()];
            this.whitened = new double[x.length];
        }

        void read(double[] regressors, double response) {
            int shift = solution.intercept ? 1 : 0;
            Checks.sameLength("regressors", Checks.present("regressors", regressors).length, "columns", x.length - shift);
            for (int k = 0; k < x.length; k++) {
                x[k] = k < shift ? DoubleDouble.ONE : DoubleDouble.of(Checks.finite("regressors", regressors[k - shift]));
            }
            residual = DoubleDouble.of(Checks.finite("response", response)).minus(solution.fitted(x)).toDouble();
            DoubleDouble[] z = solution.whiten(x);
            for (int k = 0; k < z.length; k++) {
                whitened[k] = z[k].toDouble();
            }
        }
    }
}
