package infogap.benchmarks;

import infogap.regression.FittedModel;
import infogap.table.data.TableGuess;
import infogap.table.formula.Formula;
import infogap.table.formula.StreamedFormula;
import infogap.table.stream.CsvRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tech.tablesaw.api.Table;

/// Fitting a CSV file of 1,000,000 rows and seven columns row by row, as `infogap fit --stream` does, against reading it into a table first, which at this size fits
/// into the heap. The contestants take turns, each in a JVM of its own ([Rounds]).
///
///     mvn -q test-compile exec:exec@benchmark -Dbenchmark=Stream
///
/// Twice: with decimals as a shop writes them, and with the 16 or 17 digits that a program writes. Reading the bytes is there as the time below which nothing can go.
public final class StreamBenchmark {

    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 5;
    private static final Formula FORMULA = Formula.of("purchase ~ age + income + visits + discount");

    private StreamBenchmark() {}

    /// Runs both comparisons and prints them.
    public static void main(String[] arguments) throws IOException {
        Rounds.printMachine();
        compare("decimals of a shop", 2);
        compare("17 digits", 17);
    }

    private static void compare(String what, int digits) throws IOException {
        Path file = Files.createTempFile("benchmark", ".csv");
        try {
            draw(file, digits);
            Contestant streamed = Job.slow("infogap, row by row", () -> {
                CsvRows rows = CsvRows.of(file);
                return told(rows.leastSquares(StreamedFormula.of(FORMULA, rows)).fit().orThrow());
            });
            List<Contestant> contestants = List.of(
                    streamed,
                    Job.slow("reading the bytes", () -> bytes(file)),
                    Job.slow("Tablesaw's reader, then infogap's fit", () -> told(FORMULA.fit(Table.read().csv(file.toFile())).model())),
                    Job.slow("infogap's checked table, then its fit", () -> told(FORMULA.fit(TableGuess.of(file).table()).model())));
            Rounds.run(String.format(Locale.ROOT, "%,d rows of CSV, %s, %d MB", ROWS, what, Files.size(file) / 1_000_000), ROUNDS, contestants).printRatiosTo(streamed);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double told(FittedModel model) {
        return model.summary().text().length() + model.estimates()[0];
    }

    private static double bytes(Path file) {
        byte[] buffer = new byte[1 << 16];
        long sum = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sum += count + buffer[0];
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum;
    }

    private static void draw(Path file, int digits) throws IOException {
        SplittableRandom random = new SplittableRandom(12);
        String[] channels = {"app", "store", "web"};
        try (var out = Files.newBufferedWriter(file)) {
            out.write("id,age,income,visits,channel,discount,purchase\n");
            for (int id = 1; id <= ROWS; id++) {
                int age = random.nextInt(18, 80);
                double income = random.nextDouble(15_000, 95_000);
                int visits = random.nextInt(40);
                double discount = random.nextDouble(30);
                double purchase = 105 * age + 0.004 * income + 12 * visits - 2 * discount + 300 * random.nextGaussian();
                out.write(id + "," + age + "," + text(income, digits) + "," + visits + "," + channels[random.nextInt(3)] + "," + text(discount, digits) + ","
                        + text(purchase, digits) + "\n");
            }
        }
    }

    private static String text(double value, int digits) {
        return Double.toString(digits == 2 ? Math.rint(100 * value) / 100 : value);
    }
}
