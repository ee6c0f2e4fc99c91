package infogap.spark;

import infogap.numeric.Checks;
import infogap.regression.LeastSquaresAccumulator;
import infogap.storage.AtomicFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// What `spark-submit` runs: a fit, or a query with this room's functions.
///
///     spark-submit --class infogap.spark.FitJob infogap.jar fit customers.parquet purchase age,income [checkpoint]
///     spark-submit --class infogap.spark.FitJob infogap.jar sql customers.parquet "SELECT … FROM data"
///
/// The file is Parquet, or CSV with a header if its name ends in `.csv`. `fit` leaves incomplete rows out and says how many. With a checkpoint the sums are
/// written to that file of the driver's; if it is there already, its rows are carried on.
public final class FitJob {

    private static final int SHOWN = 50;

    private FitJob() {}

    /// Runs the job.
    ///
    /// @throws IllegalArgumentException if the arguments are not as above, or the file does not hold what they name
    public static void main(String[] arguments) {
        SparkSession spark = SparkSession.builder().appName("infogap").getOrCreate();
        try {
            run(spark, List.of(arguments), System.out);
        } finally {
            spark.stop();
        }
    }

    static void run(SparkSession spark, List<String> arguments, PrintStream out) {
        boolean fits = arguments.size() >= 4 && arguments.size() <= 5 && arguments.getFirst().equals("fit");
        boolean asks = arguments.size() == 3 && arguments.getFirst().equals("sql");
        if (!fits && !asks) {
            throw new IllegalArgumentException("arguments must be 'fit FILE RESPONSE REGRESSOR,… [CHECKPOINT]' or 'sql FILE QUERY', but are " + arguments);
        }
        Dataset<Row> data = read(spark, arguments.get(1));
        if (asks) {
            SparkFunctions.register(spark);
            data.createOrReplaceTempView("data");
            Dataset<Row> found = spark.sql(arguments.get(2));
            out.println(String.join("\t", found.columns()));
            found.limit(SHOWN).collectAsList().forEach(row -> out.println(line(row)));
            return;
        }
        SparkLeastSquares pass = SparkLeastSquares.of(data, arguments.get(2), List.of(arguments.get(3).split(",")), IncompleteRows.SKIP);
        if (arguments.size() == 4) {
            out.print(pass);
            return;
        }
        Path checkpoint = Path.of(arguments.get(4));
        LeastSquaresAccumulator sums = Files.exists(checkpoint) ? LeastSquaresAccumulator.load(checkpoint).merge(pass.accumulator()) : pass.accumulator();
        AtomicFile.write(checkpoint, sums.toBytes());
        out.print(sums.fit());
        out.println("Rows: " + pass.rows() + "; " + sums.rows() + " in " + checkpoint);
    }

    private static Dataset<Row> read(SparkSession spark, String file) {
        return Checks.text("file", file).endsWith(".csv") ? spark.read().option("header", true).option("inferSchema", true).csv(file) : spark.read().parquet(file);
    }

    private static String line(Row row) {
        List<String> cells = new ArrayList<>();
        for (int k = 0; k < row.size(); k++) {
            Object cell = row.get(k);
            cells.add(cell instanceof scala.collection.Iterable<?> list ? list.mkString("[", ", ", "]") : String.valueOf(cell));
        }
        return String.join("\t", cells);
    }
}
