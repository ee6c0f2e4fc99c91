package infogap.benchmarks;

import infogap.regression.FittedModel;
import infogap.spark.IncompleteRows;
import infogap.spark.LeastSquaresAggregator;
import infogap.spark.LoopbackCluster;
import infogap.spark.SparkLeastSquares;
import infogap.spark.SparkPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/// Least squares, pair counts and models by group on Spark against Spark's own, each contestant in a JVM of its own.
///
///     mvn -q -Pspark test-compile exec:exec@spark-benchmark
///     mvn -q -Pspark test-compile exec:exec@spark-benchmark -Dspark.benchmark=sizes
///
/// Stored rows are drawn once into `target/spark/benchmark` as Parquet; the rows of the scaling runs are generated while they are read. Only ratios mean something, and
/// only within one run.
public final class SparkBenchmark {

    private static final Path FOLDER = Path.of("target", "spark", "benchmark");
    private static final int ROWS = 8_000_000;
    private static final int REGRESSORS = 10;
    private static final int GROUPS = 10_000;
    private static final int ROUNDS = 5;
    private static final int PARTITIONS = 16;
    private static final long[] SIZES = {25_000_000, 50_000_000, 100_000_000, 200_000_000};
    private static final long ON_A_CLUSTER = 40_000_000;
    private static SparkSession session;
    private static Dataset<Row> stored;

    private SparkBenchmark() {}

    /// Runs the comparisons that the arguments name, or all, and prints them.
    public static void main(String[] arguments) throws IOException {
        Map<String, Runnable> comparisons = new LinkedHashMap<>();
        comparisons.put("fits", SparkBenchmark::fits);
        comparisons.put("pairs", SparkBenchmark::pairs);
        comparisons.put("groups", SparkBenchmark::groups);
        comparisons.put("sizes", SparkBenchmark::sizes);
        comparisons.put("executors", SparkBenchmark::executors);
        List<String> asked = Stream.of(arguments).filter(argument -> !argument.equals("all")).toList();
        if (!comparisons.keySet().containsAll(asked)) {
            throw new IllegalArgumentException("comparisons must be among all, " + String.join(", ", comparisons.keySet()) + ", but are " + asked);
        }
        Rounds.printMachine();
        if (!Files.exists(FOLDER.resolve("_SUCCESS"))) {
            draw();
        }
        comparisons.forEach((name, comparison) -> {
            if (asked.isEmpty() || asked.contains(name)) {
                comparison.run();
            }
        });
    }

    private static synchronized SparkSession spark() {
        if (session == null) {
            session = SparkSession.builder().master("local[2]").appName("benchmark").config("spark.ui.enabled", false)
                    .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.shuffle.partitions", 4).getOrCreate();
        }
        return session;
    }

    private static void draw() {
        List<String> columns = new ArrayList<>();
        columns.add("id % " + GROUPS + " AS g");
        columns.add("cast(id * 7919 % 100 as int) AS a");
        columns.add("cast((id * 104729 + id % 3) % 100 as int) AS b");
        IntStream.rangeClosed(1, REGRESSORS).forEach(k -> columns.add("randn(" + k + ") + 0.5 * " + k + " AS x" + k));
        Dataset<Row> rows = spark().range(0, ROWS, 1, PARTITIONS).selectExpr(columns.toArray(String[]::new));
        rows.withColumn("y", functions.expr("1 + " + String.join(" + ", IntStream.rangeClosed(1, REGRESSORS).mapToObj(k -> "0.1 * " + k + " * x" + k).toList())
                + " + randn(99)")).write().mode("overwrite").parquet(FOLDER.toString());
        spark().stop();
        session = null;
    }

    /// Opened once in each JVM: looking for the schema is no part of any contestant's work.
    private static synchronized Dataset<Row> stored() {
        if (stored == null) {
            stored = spark().read().parquet(FOLDER.toString());
        }
        return stored;
    }

    private static List<String> regressors(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(k -> "x" + k).toList();
    }

    private static double inference(Dataset<Row> rows, List<String> regressors) {
        FittedModel model = SparkLeastSquares.fit(rows, "y", regressors).orThrow();
        return model.standardErrors()[1] + model.coefficients().getFirst().p() + model.rSquared();
    }

    private static void fits() {
        Contestant ours = Job.engine("infogap, with all inference", () -> inference(stored(), regressors(REGRESSORS)));
        Contestant sums = Job.engine("SQL: the sums of the same columns", () -> sums(stored(), REGRESSORS));
        Contestant mllib = Job.engine("MLlib LinearRegression, normal, with standard errors", SparkBenchmark::mllib);
        Rounds rounds = Rounds.run(String.format(Locale.ROOT, "%,d rows of Parquet, %d regressors", ROWS, REGRESSORS), ROUNDS, List.of(ours, sums, mllib));
        rounds.printRatio(mllib, ours);
        rounds.printRatio(ours, sums);
    }

    private static double sums(Dataset<Row> rows, int regressors) {
        List<Column> sums = new ArrayList<>();
        regressors(regressors).forEach(name -> sums.add(functions.sum(name)));
        return rows.agg(functions.sum("y"), sums.toArray(Column[]::new)).first().getDouble(0);
    }

    private static double mllib() {
        Dataset<Row> vectors = new VectorAssembler().setInputCols(regressors(REGRESSORS).toArray(String[]::new)).setOutputCol("features").transform(stored());
        var model = new LinearRegression().setSolver("normal").setLabelCol("y").fit(vectors);
        return model.summary().coefficientStandardErrors()[0];
    }

    private static void pairs() {
        Contestant ours = Job.engine("infogap, a contingency table", () -> SparkPairs.table(stored(), "a", "b").total());
        Contestant theirs = Job.engine("Spark: groupBy(a, b).count()", () -> stored().groupBy("a", "b").count().collectAsList().size());
        Rounds.run(String.format(Locale.ROOT, "%,d pairs over 100 × 100", ROWS), ROUNDS, List.of(ours, theirs)).printRatio(ours, theirs);
    }

    private static void groups() {
        Contestant ours = Job.engine("infogap, a model of 3 regressors for each group", () -> stored().groupBy("g")
                .agg(LeastSquaresAggregator.of("y", regressors(3)).column().as("fit")).selectExpr("sum(fit.r_squared)").first().getDouble(0));
        Contestant means = Job.engine("SQL: regr_slope(y, x1) for each group", () -> stored().groupBy("g").agg(functions.expr("regr_slope(y, x1)").as("slope"))
                .selectExpr("sum(slope)").first().getDouble(0));
        Rounds.run(String.format(Locale.ROOT, "%,d groups of %,d rows", GROUPS, ROWS), ROUNDS, List.of(ours, means)).printRatio(ours, means);
    }

    private static Dataset<Row> generated(SparkSession spark, long rows) {
        return spark.range(0, rows, 1, (int) Math.max(8, rows / 2_500_000)).selectExpr("(id * 7919) % 1009 + 0.5D AS x1", "(id * 104729) % 997 / 3D AS x2",
                "(id * 7919) % 1009 * 0.25D - (id * 104729) % 997 + (id * 15485863) % 101 / 7D AS y");
    }

    /// Once each: the runs take seconds, and the memory that a JVM was given bounds them all.
    private static void sizes() {
        List<Contestant> contestants = new ArrayList<>();
        for (long size : SIZES) {
            contestants.add(Job.once(String.format(Locale.ROOT, "%,d rows", size), () -> inference(generated(spark(), size), regressors(2))));
        }
        Rounds rounds = Rounds.run("infogap, 2 regressors, rows generated while they are read", 1, contestants);
        contestants.subList(1, contestants.size()).forEach(larger -> rounds.printRatio(larger, contestants.getFirst()));
        if (!OwnProcess.isServing()) {
            System.out.printf(Locale.ROOT, "  each in a heap of at most %,d MB%n", Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static void executors() {
        Contestant one = Job.once("one executor", () -> onCluster(1, rows -> inference(rows, regressors(2))));
        Contestant two = Job.once("two executors", () -> onCluster(2, rows -> inference(rows, regressors(2))));
        Rounds.run(String.format(Locale.ROOT, "%,d generated rows on a standalone cluster of one-core workers", ON_A_CLUSTER), 2, List.of(one, two)).printRatio(one, two);
    }

    private static LoopbackCluster cluster;

    /// The cluster stays for the turns that follow.
    private static double onCluster(int workers, ToDoubleFunction<Dataset<Row>> work) {
        Supplier<SparkSession> started = () -> {
            try {
                Path folder = Files.createTempDirectory("cluster");
                cluster = new LoopbackCluster(folder, workers);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    session.stop();
                    cluster.close();
                    delete(folder);
                }));
                session = cluster.session(List.of());
                inference(generated(session, 1_000_000), regressors(2));
                return session;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("no cluster", e);
            }
        };
        return work.applyAsDouble(generated(cluster == null ? started.get() : session, ON_A_CLUSTER));
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.err.println(folder + " is left: " + e);
        }
    }
}
