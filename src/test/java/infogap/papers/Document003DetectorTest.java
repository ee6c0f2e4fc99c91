package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.table.clean.Cleaning;
import infogap.table.clean.CleaningRule.ImputeMedian;
import infogap.customers.crm.CrmTruth;
import infogap.table.data.DataPackage;
import infogap.customers.detect.ConfusionMatrix;
import infogap.customers.detect.Detector;
import infogap.customers.detect.Evaluation;
import infogap.customers.detect.Label;
import infogap.customers.detect.Method;
import infogap.customers.detect.PermutationImportance;
import infogap.customers.detect.SplitGain;
import infogap.table.prepare.Features;
import infogap.table.prepare.Split;
import infogap.customers.service.Routing;
import infogap.gap.LogScore;
import infogap.gap.Payoffs;
import infogap.numeric.Fractions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tech.tablesaw.api.Table;

/// Article 003's detector made meaningful: the hidden quality of an offer is predicted from what the buyer sees, on rows joined by
/// their key, and judged on rows that the detector did not see. Buying brings 100 when the quality is high and costs 50 when it is low.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Document003DetectorTest {

    private static final Payoffs<String, String> BUYING = Payoffs.actOrNot(ConfusionMatrix.STATES, 100, 50);
    private static final double INDIFFERENT = Evaluation.indifference(100, 50);

    private final DataPackage crm = DataPackage.read(Path.of("data/crm"));
    private final Table joined = crm.table("customers").joinOn("customer_id").with(crm.table("hidden")).join();
    private final Split split = Split.random(joined.rowCount(), 0.2, 42);
    private final Cleaning cleaning = Cleaning.fit(split.train(joined), new ImputeMedian("review_score"));
    private final Table train = cleaning.apply(split.train(joined)).table();
    private final Table test = cleaning.apply(split.test(joined)).table();
    private final Label trainLabel = Label.of(train, "quality", "high");
    private final Label testLabel = Label.of(test, "quality", "high");
    private final Detector forest = Detector.fit(seen(train), trainLabel, new Method.Forest(200, 2, 10, 10, 42));

    @Test
    void theJoinKeepsEveryCustomerOnce() {
        assertEquals(3000, joined.rowCount());
        assertEquals(3000, joined.intColumn("customer_id").unique().size());
    }

    @Test
    void onHeldOutRowsItBeatsGuessingAndNotTheTruth() {
        Evaluation found = forest.evaluate(seen(test), testLabel, 0.5);
        Evaluation best = Evaluation.of(testLabel, truePosterior(), 0.5);
        assertTrue(found.confusion().accuracy() > found.confusion().accuracyOfLargerClass() + 0.15, found.toString());
        assertTrue(found.roc().area() > 0.85, found.toString());
        // Bayes' rule on the true distributions is the best there is, up to the chance of 600 rows
        assertTrue(found.roc().area() < best.roc().area() + 0.01, found.roc() + " against " + best.roc());
    }

    @Test
    void judgedOnItsOwnTrainingRowsItLooksTooGood() {
        double own = forest.evaluate(seen(train), trainLabel, 0.5).confusion().accuracy();
        double heldOut = forest.evaluate(seen(test), testLabel, 0.5).confusion().accuracy();
        assertTrue(own > heldOut + 0.02, own + " on its own rows, " + heldOut + " on others");
    }

    @Test
    void itClosesAPartOfTheGapInBitsAndInMoney() {
        ConfusionMatrix calls = forest.evaluate(seen(test), testLabel, INDIFFERENT).confusion();
        double bits = calls.gap(LogScore.bits()).shareClosed();
        double money = calls.gap(BUYING).shareClosed();
        assertTrue(bits > 0.2 && bits < 0.7, "share of the bits " + bits);
        assertTrue(money > 0.2 && money < 0.8, "share of the money " + money);
        // without a message everybody buys at 0.6 · 100 − 0.4 · 50 = 40 a case; what is left is the low-quality offers bought
        assertEquals(List.of("act"), calls.gap(BUYING).actionsWithoutMessage());
    }

    @Test
    void theSellersYearsAreFoundUselessAndTheReviewIsNot() {
        PermutationImportance importance = PermutationImportance.of(forest, seen(test), testLabel, 5, 1);
        assertEquals("review_score", importance.features().getFirst().feature());
        double years = importance.features().stream().filter(loss -> loss.feature().equals("seller_years")).findFirst().orElseThrow().meanLoss();
        assertTrue(Math.abs(years) < 0.01, importance.toString());
        SplitGain first = SplitGain.rank(seen(train), trainLabel, BUYING, SplitGain.By.BITS).getFirst();
        assertEquals("review_score", first.feature());
    }

    @Test
    void aThresholdForTheHumanFoundOnSomeRowsPaysOnOthers() {
        double[] estimates = forest.scores(seen(test));
        boolean[] truth = testLabel.positive();
        int half = estimates.length / 2;
        Routing first = Routing.of(Routing.cases(part(estimates, 0, half), part(truth, 0, half), BUYING, 8));
        Routing second = Routing.of(Routing.cases(part(estimates, half, estimates.length), part(truth, half, truth.length), BUYING, 8));
        double chosen = Fractions.toDouble(second.at(first.best().threshold()).payoff());
        double nobody = Fractions.toDouble(second.curve().getLast().payoff());
        double everybody = Fractions.toDouble(second.curve().getFirst().payoff());
        assertTrue(chosen > nobody && chosen > everybody, chosen + " against " + nobody + " and " + everybody);
    }

    @Test
    void aTreeDetectsTooAndSaysHow() {
        Detector tree = Detector.fit(seen(train), trainLabel, new Method.Tree(Method.Impurity.ENTROPY, 4, 30));
        assertTrue(tree.evaluate(seen(test), testLabel, 0.5).roc().area() > 0.8);
        assertTrue(tree.toString().contains("review_score<="), tree.toString());
    }

    private static Features seen(Table table) {
        return Features.of(table, "price", "warranty_months", "review_score", "seller_years");
    }

    private double[] truePosterior() {
        double[][] rows = seen(test).rows();
        return IntStream.range(0, rows.length)
                .mapToDouble(i -> CrmTruth.posteriorHigh(rows[i][0], (int) rows[i][1], rows[i][2]))
                .toArray();
    }

    private static double[] part(double[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    private static boolean[] part(boolean[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }
}
