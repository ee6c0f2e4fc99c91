package infogap.benchmarks;

import infogap.regression.Design;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.LeastSquaresAccumulator;
import infogap.regression.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.MillerUpdatingRegression;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/// Least squares with full inference on n = 1,000,000 rows and p = 10 columns with an intercept, against its peers, and
/// 10,000,000 × 5 streamed. The contestants take turns, each in a JVM of its own ([Rounds]); beside the median stands the first fit in a fresh JVM.
///
///     mvn -q test-compile exec:exec@benchmark -Dbenchmark=Regression -Dpython=/usr/bin/python3
///
/// The first fit takes about ten times the warm one. Measured in time of the thread, a first fit with all inference takes 0.12 s for 200 rows and 0.29 s for 1,000,000: 0.12 s
/// are classes that are loaded, verified and linked (0.025 s of them the first lambdas of any program, 0.025 s the tables of commons-math3's FastMath, which the first p-value
/// asks for), the rest runs before it is compiled. A cache of classes (JEP 514), as the notebooks' kernel has one, brings the two to 0.06 s and 0.15 s; nothing cheaper was found.
///
/// Reading the data once is there as the time below which nothing can go. With `-Dpython=`, statsmodels and numpy take turns in the same run,
/// as `src/bench/regression.py` calls them; `src/bench/regression.R` fits the same model with R, on its own.
public final class RegressionBenchmark {

    private static final int ROWS = 1_000_000;
    private static final int COLUMNS = 10;
    private static final int STREAMED_ROWS = 10_000_000;
    private static final int STREAMED_COLUMNS = 5;
    private static final int ROUNDS = 7;

    private RegressionBenchmark() {}

    /// Runs all comparisons and prints them.
    public static void main(String[] arguments) {
        Rounds.printMachine();
        try (PythonPeers peers = PythonPeers.start("regression.py")) {
            inMemory(peers.contestants());
        }
        stream();
    }

    private static void inMemory(List<Contestant> external) {
        double[][] columns = new double[COLUMNS][ROWS];
        double[] y = new double[ROWS];
        fill(columns, y, new SplittableRandom(20260101));
        List<Variable> variables = IntStream.range(0, COLUMNS)
                .mapToObj(k -> Variable.wrapping("x" + (k + 1), columns[k]))
                .toList();
        Design design = Design.of(variables);
        Variable response = Variable.wrapping("y", y);
        // whoever needs rows makes them when it first runs: the others' heaps do without
        AtomicReference<double[][]> made = new AtomicReference<>();
        Supplier<double[][]> rows = () -> made.updateAndGet(before -> before == null ? rows(columns) : before);
        Contestant ours = Job.of("infogap, fit and all inference", () -> inference(LeastSquares.fit(design, response).orThrow()));
        List<Contestant> contestants = new ArrayList<>(List.of(
                ours,
                Job.of("reading the data once", () -> read(columns, y)),
                Job.slow("commons-math3 OLSMultipleLinearRegression", () -> commonsMath(rows.get(), y)),
                Job.slow("commons-math3 MillerUpdatingRegression", () -> miller(rows.get(), y)),
                Job.slow("Smile OLS (QR)", () -> SmilePeer.fit(rows.get(), y))));
        contestants.addAll(external);
        Rounds.run(String.format(Locale.ROOT, "%,d rows, %d columns", ROWS, COLUMNS), ROUNDS, contestants).printRatiosTo(ours);
    }

    private static void fill(double[][] columns, double[] y, RandomGenerator random) {
        for (int i = 0; i < y.length; i++) {
            double sum = 1;
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = random.nextGaussian() + 0.5 * k;
                sum += (k + 1) * 0.1 * columns[k][i];
            }
            y[i] = sum + random.nextGaussian();
        }
    }

    private static double[][] rows(double[][] columns) {
        double[][] rows = new double[columns[0].length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < columns.length; k++) {
                rows[i][k] = columns[k][i];
            }
        }
        return rows;
    }

    private static double read(double[][] columns, double[] y) {
        List<double[]> all = new ArrayList<>(List.of(columns));
        all.add(y);
        return all.parallelStream().mapToDouble(RegressionBenchmark::sum).sum();
    }

    private static double sum(double[] values) {
        long bits = 0;
        for (double value : values) {
            bits += Double.doubleToRawLongBits(value);
        }
        return bits;
    }

    private static double inference(FittedModel model) {
        return Arrays.stream(model.standardErrors()).sum() + model.coefficients().getFirst().p() + model.rSquared() + model.adjustedRSquared()
                + model.fTest().orElseThrow().p() + model.logLikelihood() + model.conditionNumber()
                + model.varianceInflation().get("x1") + model.accuracy().coefficientDigits();
    }

    private static double commonsMath(double[][] rows, double[] y) {
        OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
        fit.newSampleData(y, rows);
        return Arrays.stream(fit.estimateRegressionParametersStandardErrors()).sum() + fit.calculateRSquared();
    }

    private static double miller(double[][] rows, double[] y) {
        MillerUpdatingRegression fit = new MillerUpdatingRegression(COLUMNS, true);
        fit.addObservations(rows, y);
        return Arrays.stream(fit.regress().getStdErrorOfEstimates()).sum();
    }

    private static void stream() {
        double[][] block = new double[STREAMED_COLUMNS][1 << 16];
        double[] y = new double[1 << 16];
        fill(block, y, new SplittableRandom(7));
        List<String> names = IntStream.rangeClosed(1, STREAMED_COLUMNS).mapToObj(k -> "x" + k).toList();
        int blocks = STREAMED_ROWS / y.length;
        Contestant streamed = Job.slow("infogap, in blocks, one thread", () -> {
            LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(names, "y");
            for (int b = 0; b < blocks; b++) {
                accumulator.addColumns(block, y);
            }
            return inference(accumulator.fit().orThrow());
        });
        Rounds.run(String.format(Locale.ROOT, "%,d rows, %d columns, streamed", blocks * y.length, STREAMED_COLUMNS), ROUNDS, List.of(streamed));
        if (OwnProcess.isServing()) {
            return;
        }
        Runtime runtime = Runtime.getRuntime();
        LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(names, "y");
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        for (int b = 0; b < blocks; b++) {
            accumulator.addColumns(block, y);
        }
        System.gc();
        long kept = runtime.totalMemory() - runtime.freeMemory() - before;
        System.out.printf(Locale.ROOT, "  memory kept after %d rows: %d kB more than before them%n", accumulator.rows(), Math.max(0, kept) / 1024);
    }
}
