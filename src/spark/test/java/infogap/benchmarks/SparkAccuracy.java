package infogap.benchmarks;

import infogap.numeric.Fractions;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.PerfectFit;
import infogap.regression.RankDeficient;
import infogap.spark.IncompleteRows;
import infogap.spark.SparkLeastSquares;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.BigFractionField;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.ArrayFieldVector;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// What each way to fit a line to a dataset answers, beside the right answer, in one table.
///
///     mvn -q -Pspark test-compile exec:exec@spark-accuracy
///
/// Rows are the eleven linear sets of NIST, dealt at random into partitions, and sets that are hard in other ways. The right answer is exact: normal equations in
/// fractions, over the doubles that every contestant is given (powers of x are rounded to doubles first). A number in the table is how many
/// decimal digits of the worst coefficient are right, at most 16.
public final class SparkAccuracy {

    private static final double MOST = 16;
    private static final Map<String, Integer> DEGREES = Map.of("Norris", 1, "Pontius", 2, "Filip", 10, "Wampler1", 5, "Wampler2", 5, "Wampler3", 5,
            "Wampler4", 5, "Wampler5", 5);

    private final SparkSession spark;
    private final Connection duck;

    private SparkAccuracy(SparkSession spark, Connection duck) {
        this.spark = spark;
        this.duck = duck;
    }

    /// A set of rows: regressors, then the response; null stands for null.
    private record Problem(String name, boolean intercept, List<Double[]> rows) {

        int regressors() {
            return rows.getFirst().length - 1;
        }

        List<String> names() {
            return IntStream.rangeClosed(1, regressors()).mapToObj(k -> "x" + k).toList();
        }

        List<Double[]> complete() {
            return rows.stream().filter(row -> Arrays.stream(row).allMatch(value -> value != null && Double.isFinite(value))).toList();
        }
    }

    private interface Way {
        double[] coefficients(Problem problem) throws SQLException;
    }

    /// Prints the table.
    public static void main(String[] arguments) throws SQLException {
        SparkSession spark = SparkSession.builder().master("local[2]").appName("accuracy").config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").config("spark.sql.shuffle.partitions", 2).getOrCreate();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            new SparkAccuracy(spark, duck).table();
        } finally {
            spark.stop();
        }
    }

    /// The digits of this library's worst coefficient for each set that has an answer.
    public static Map<String, Double> digits(SparkSession spark) {
        SparkAccuracy accuracy = new SparkAccuracy(spark, null);
        Map<String, Double> digits = new LinkedHashMap<>();
        for (Problem problem : problems()) {
            double[] right = exact(problem);
            if (right != null) {
                digits.put(problem.name(), digits(right, accuracy.infogap(problem)));
            }
        }
        return digits;
    }

    private void table() {
        List<String> heads = List.of("infogap", "MLlib", "regr_slope", "DuckDB", "commons-math3");
        List<Way> ways = List.of(this::infogap, this::mllib, this::regrSlope, this::duckdb, SparkAccuracy::commonsMath);
        System.out.printf("%-28s %s%n", "digits of the worst coefficient", heads.stream().map(head -> String.format("%18s", head)).collect(Collectors.joining()));
        for (Problem problem : problems()) {
            double[] right = exact(problem);
            StringBuilder line = new StringBuilder(String.format("%-31s", problem.name()));
            for (Way way : ways) {
                line.append(String.format("%18s", answer(way, problem, right)));
            }
            System.out.println(line + "   right: " + (right == null ? "no coefficient: the columns are dependent" : shown(right)));
        }
    }

    private static String shown(double[] right) {
        String all = Arrays.stream(right).limit(2).mapToObj(value -> String.format(Locale.ROOT, "%.15g", value)).collect(Collectors.joining(", "));
        return right.length > 2 ? all + ", …" : all;
    }

    private static String answer(Way way, Problem problem, double[] right) {
        try {
            double[] found = way.coefficients(problem);
            if (found == null) {
                return "–";
            }
            if (Arrays.stream(found).anyMatch(Double::isNaN)) {
                return "NaN";
            }
            return right == null ? "a number" : String.format(Locale.ROOT, "%.1f", digits(right, found));
        } catch (Deficient e) {
            return "names them";
        } catch (Exception e) {
            // Spark throws checked exceptions that it does not declare
            return "refuses";
        }
    }

    private static double digits(double[] right, double[] found) {
        double worst = MOST;
        for (int k = 0; k < right.length; k++) {
            double error = Math.abs(found[k] - right[k]) / (right[k] == 0 ? 1 : Math.abs(right[k]));
            worst = Math.min(worst, error == 0 ? MOST : Math.clamp(-Math.log10(error), 0, MOST));
        }
        return worst;
    }

    private static final class Deficient extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (String set : List.of("Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley", "Wampler1", "Wampler2", "Wampler3", "Wampler4", "Wampler5")) {
            problems.add(new Problem("NIST " + set, !set.startsWith("NoInt"), nist(set)));
        }
        SplittableRandom random = new SplittableRandom(1);
        List<Double[]> far = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double x = 1e6 + random.nextGaussian();
            far.add(new Double[] {x, 3 - 2 * x + 0.1 * random.nextGaussian()});
        }
        problems.add(new Problem("mean/sd = 1e6", true, far));
        problems.add(new Problem("mean/sd = 1e6, 5 % null", true, spoiled(far, null)));
        problems.add(new Problem("mean/sd = 1e6, 5 % NaN", true, spoiled(far, Double.NaN)));
        problems.add(new Problem("collinear: x2 = 2·x1 − 7", true, far.stream().map(row -> new Double[] {row[0], 2 * row[0] - 7, row[1]}).toList()));
        problems.add(new Problem("a constant regressor", true, far.stream().map(row -> new Double[] {4.0, row[1]}).toList()));
        return problems;
    }

    private static List<Double[]> spoiled(List<Double[]> rows, Double by) {
        return IntStream.range(0, rows.size()).mapToObj(i -> i % 20 == 0 ? new Double[] {by, rows.get(i)[1]} : rows.get(i)).toList();
    }

    private static List<Double[]> nist(String set) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                SparkAccuracy.class.getResourceAsStream("/infogap/regression/nist/" + set + ".csv"), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> {
                double[] numbers = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
                Integer degree = DEGREES.get(set);
                Double[] row = new Double[degree == null ? numbers.length : degree + 1];
                for (int k = 0; k < row.length - 1; k++) {
                    row[k] = degree == null ? numbers[k + 1] : new BigDecimal(numbers[1]).pow(k + 1).doubleValue();
                }
                row[row.length - 1] = numbers[0];
                return row;
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Null where the columns are dependent.
    private static double[] exact(Problem problem) {
        int shift = problem.intercept() ? 1 : 0;
        int p = problem.regressors() + shift;
        BigDecimal[][] sums = new BigDecimal[p][p + 1];
        for (BigDecimal[] row : sums) {
            Arrays.fill(row, BigDecimal.ZERO);
        }
        for (Double[] row : problem.complete()) {
            BigDecimal[] x = new BigDecimal[p + 1];
            // every bit of the double
            Arrays.setAll(x, k -> k < shift ? BigDecimal.ONE : new BigDecimal(row[k - shift]));
            for (int j = 0; j < p; j++) {
                for (int k = 0; k <= p; k++) {
                    sums[j][k] = sums[j][k].add(x[j].multiply(x[k]));
                }
            }
        }
        BigFraction[][] gram = new BigFraction[p][p];
        BigFraction[] right = new BigFraction[p];
        for (int j = 0; j < p; j++) {
            BigDecimal[] row = sums[j];
            Arrays.setAll(gram[j], k -> Fractions.ofDecimal(row[k]));
            right[j] = Fractions.ofDecimal(row[p]);
        }
        FieldLUDecomposition<BigFraction> solved = new FieldLUDecomposition<>(new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), gram));
        return solved.getSolver().isNonSingular()
                ? Arrays.stream(solved.getSolver().solve(new ArrayFieldVector<>(BigFractionField.getInstance(), right)).toArray())
                        .mapToDouble(BigFraction::doubleValue).toArray()
                : null;
    }

    private Dataset<Row> dataset(Problem problem) {
        StructType schema = new StructType();
        for (String name : problem.names()) {
            schema = schema.add(name, DataTypes.DoubleType);
        }
        List<Row> rows = new ArrayList<>();
        problem.rows().forEach(row -> rows.add(RowFactory.create((Object[]) row)));
        Collections.shuffle(rows, new Random(problem.name().hashCode()));
        return spark.createDataFrame(JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, 5), schema.add("y", DataTypes.DoubleType));
    }

    private double[] infogap(Problem problem) {
        Dataset<Row> data = dataset(problem);
        LeastSquares fit = (problem.intercept() ? SparkLeastSquares.of(data, "y", problem.names(), IncompleteRows.SKIP)
                : SparkLeastSquares.withoutIntercept(data, "y", problem.names(), IncompleteRows.SKIP)).fit();
        return switch (fit) {
            case FittedModel model -> model.estimates();
            case PerfectFit perfect -> perfect.estimates().stream().mapToDouble(Double::doubleValue).toArray();
            case RankDeficient _ -> throw new Deficient();
        };
    }

    private double[] mllib(Problem problem) {
        Dataset<Row> vectors = new VectorAssembler().setInputCols(problem.names().toArray(String[]::new)).setOutputCol("features").transform(dataset(problem));
        LinearRegressionModel model = new LinearRegression().setSolver("normal").setLabelCol("y").setFitIntercept(problem.intercept()).fit(vectors);
        double[] slopes = model.coefficients().toArray();
        return problem.intercept() ? IntStream.rangeClosed(0, slopes.length).mapToDouble(k -> k == 0 ? model.intercept() : slopes[k - 1]).toArray() : slopes;
    }

    /// Only a line with an intercept.
    private double[] regrSlope(Problem problem) {
        if (problem.regressors() > 1 || !problem.intercept()) {
            return null;
        }
        Row found = dataset(problem).selectExpr("regr_intercept(y, x1)", "regr_slope(y, x1)").first();
        return new double[] {found.isNullAt(0) ? Double.NaN : found.getDouble(0), found.isNullAt(1) ? Double.NaN : found.getDouble(1)};
    }

    private double[] duckdb(Problem problem) throws SQLException {
        if (problem.regressors() > 1 || !problem.intercept()) {
            return null;
        }
        try (Statement statement = duck.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE t (x DOUBLE, y DOUBLE)");
        }
        try (PreparedStatement insert = duck.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
            for (Double[] row : problem.rows()) {
                insert.setObject(1, row[0]);
                insert.setObject(2, row[1]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = duck.createStatement(); ResultSet found = statement.executeQuery("SELECT regr_intercept(y, x), regr_slope(y, x) FROM t")) {
            found.next();
            double[] line = {found.getDouble(1), found.getDouble(2)};
            return found.getObject(1) == null ? new double[] {Double.NaN, Double.NaN} : line;
        }
    }

    private static double[] commonsMath(Problem problem) {
        // it has no notion of a missing value: null cannot be handed in at all
        double[][] x = problem.rows().stream().map(row -> Arrays.stream(row, 0, row.length - 1).mapToDouble(Double::doubleValue).toArray()).toArray(double[][]::new);
        double[] y = problem.rows().stream().mapToDouble(row -> row[row.length - 1]).toArray();
        OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
        fit.setNoIntercept(!problem.intercept());
        fit.newSampleData(y, x);
        return fit.estimateRegressionParameters();
    }
}
