package infogap.customers.crm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.table.data.DataPackage;
import infogap.table.prepare.Features;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrmDataTest {

    private static final Path FOLDER = Path.of("data/crm");

    private final Table customers = DataPackage.read(FOLDER).table("customers");
    private final Table hidden = DataPackage.read(FOLDER).table("hidden");

    @Test
    void theSetIsDrawnAgainByteForByte(@TempDir Path folder) throws Exception {
        CrmData.standard().writeTo(folder);
        Map<String, String> files = CrmData.standard().files();
        assertEquals(4, files.size());
        for (String file : files.keySet()) {
            assertArrayEquals(Files.readAllBytes(FOLDER.resolve(file)), Files.readAllBytes(folder.resolve(file)), file);
            assertArrayEquals(files.get(file).getBytes(StandardCharsets.UTF_8), Files.readAllBytes(FOLDER.resolve(file)), file);
        }
        assertEquals(CrmData.SEED, DataPackage.read(FOLDER).seed().orElseThrow());
    }

    @Test
    void anotherSeedGivesAnotherSet() {
        assertNotEquals(CrmData.generate(10, 1), CrmData.generate(10, 2));
    }

    @Test
    void theTwoFilesHoldTheSameCustomersAndStaySmall() throws Exception {
        assertEquals(CrmData.ROWS, customers.rowCount());
        assertEquals(customers.intColumn("customer_id").asList(), hidden.intColumn("customer_id").asList());
        assertTrue(Files.size(FOLDER.resolve("customers.csv")) + Files.size(FOLDER.resolve("hidden.csv")) < 400_000);
    }

    @Test
    void purchasesFollowTheTrueCoefficients() {
        double[] age = Features.column(hidden, "true_age");
        double[] income = Features.column(hidden, "true_income");
        double[] history = Features.column(customers, "history");
        double[] purchase = Features.column(customers, "purchase");
        double[] noise = IntStream.range(0, purchase.length)
                .mapToDouble(i -> purchase[i] - (10 + 0.5 * age[i] + 0.3 * income[i] + 0.2 * history[i]))
                .toArray();
        double mean = IntStream.range(0, noise.length).mapToDouble(i -> noise[i]).average().orElseThrow();
        double variance = IntStream.range(0, noise.length).mapToDouble(i -> noise[i] * noise[i]).average().orElseThrow();
        // four standard errors: σ/√n for the mean, σ²√(2/n) for the variance
        assertEquals(0, mean, 4 * 10 / Math.sqrt(3000));
        assertEquals(100, variance, 4 * 100 * Math.sqrt(2 / 3000.0));
    }

    @Test
    void gapsAndSlipsAreThereInTheSharesDescribed() {
        assertEquals(0.01 * 3000, customers.column("age").countMissing(), 20);
        assertEquals(0.03 * 3000, customers.column("income").countMissing(), 30);
        assertEquals(0.02 * 3000, customers.column("review_score").countMissing(), 30);
        double[] trueIncome = Features.column(hidden, "true_income");
        long slips = IntStream.range(0, 3000)
                .filter(i -> !customers.column("income").isMissing(i))
                .filter(i -> {
                    double shown = customers.doubleColumn("income").get(i);
                    assertTrue(shown == trueIncome[i] || Math.abs(shown - 100 * trueIncome[i]) < 1e-6, "row " + i);
                    return shown != trueIncome[i];
                })
                .count();
        assertTrue(slips >= 5 && slips <= 30, "incomes in fen: " + slips);
    }

    @Test
    void qualityHasItsShareAndThePosteriorIsCalibrated() {
        long high = hidden.stringColumn("quality").asList().stream().filter("high"::equals).count();
        assertEquals(0.6, high / 3000.0, 4 * Math.sqrt(0.24 / 3000));
        double posteriors = 0;
        double trueHigh = 0;
        int seen = 0;
        for (int i = 0; i < 3000; i++) {
            if (!customers.column("review_score").isMissing(i)) {
                posteriors += CrmTruth.posteriorHigh(
                        customers.doubleColumn("price").get(i),
                        customers.intColumn("warranty_months").get(i),
                        customers.doubleColumn("review_score").get(i));
                trueHigh += hidden.stringColumn("quality").get(i).equals("high") ? 1 : 0;
                seen++;
            }
        }
        // posteriors average to the share of the high
        assertEquals(trueHigh / seen, posteriors / seen, 4 * Math.sqrt(0.24 / seen));
    }

    @Test
    void nextPurchasesFollowTheTrueCoefficientsAndTheirDrift() {
        Table outcomes = DataPackage.read(FOLDER).table("outcomes");
        double[] age = Features.column(hidden, "true_age");
        double[] income = Features.column(hidden, "true_income");
        double[] history = Features.column(customers, "history");
        double[] next = Features.column(outcomes, "next_purchase");
        int[] month = outcomes.intColumn("month").asIntArray();
        double squares = 0;
        double late = 0;
        int lateRows = 0;
        for (int i = 0; i < next.length; i++) {
            double noise = next[i] - CrmTruth.expectedNextPurchase(month[i], age[i], income[i], history[i]);
            squares += noise * noise;
            if (month[i] >= CrmTruth.DRIFT_MONTH) {
                late += next[i] - (10 + 0.5 * age[i] + 0.3 * income[i] + 0.2 * history[i]) - (0.7 - 0.5) * age[i];
                lateRows++;
            }
        }
        assertEquals(1000, lateRows);
        // four standard errors: σ²√(2/n) for the variance, σ/√n for the mean
        assertEquals(100, squares / 3000, 4 * 100 * Math.sqrt(2 / 3000.0));
        assertEquals(0, late / lateRows, 4 * 10 / Math.sqrt(lateRows));
    }

    @Test
    void theProbabilityOfLeavingIsCalibrated() {
        Table outcomes = DataPackage.read(FOLDER).table("outcomes");
        double expected = 0;
        double variance = 0;
        int left = 0;
        for (int i = 0; i < 3000; i++) {
            double p = CrmTruth.probabilityOfLeaving(
                    customers.intColumn("history").get(i),
                    customers.stringColumn("channel").get(i),
                    hidden.stringColumn("quality").get(i).equals("low") ? CrmTruth.Quality.LOW : CrmTruth.Quality.HIGH);
            expected += p;
            variance += p * (1 - p);
            left += outcomes.booleanColumn("left").get(i) ? 1 : 0;
        }
        // the number who leave is a sum of independent trials
        assertEquals(expected, left, 4 * Math.sqrt(variance));
    }
}
