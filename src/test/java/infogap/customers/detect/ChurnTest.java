package infogap.customers.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.bayes.CostCurve;
import infogap.bayes.RocCurve;
import infogap.customers.crm.CrmTruth;
import infogap.gap.Payoffs;
import infogap.regression.Design;
import infogap.regression.glm.GeneralizedLinear;
import infogap.regression.glm.GeneralizedModel;
import infogap.regression.glm.Observations;
import infogap.table.clean.Cleaning;
import infogap.table.clean.CleaningRule;
import infogap.table.data.DataPackage;
import infogap.table.prepare.Features;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tech.tablesaw.api.Table;

/// Who will leave, from what the company's table shows: end to end on the invented shop, whose truth is known.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChurnTest {

    /// Keeping a customer who would leave brings 60, the call costs 20 whoever is called.
    private static final Payoffs<String, String> CALL =
            Payoffs.of(List.of("call", "let be"), ConfusionMatrix.STATES, new double[][] {{40, -20}, {0, 0}});

    private static final List<Method> METHODS = List.of(
            new Method.Tree(Method.Impurity.GINI, 4, 40),
            new Method.Forest(60, 2, 8, 20, 5),
            new Method.LogisticRegression(false),
            new Method.SupportVectorMachine(new Method.Kernel.Linear(), 1, 5));

    private final DataPackage crm = DataPackage.read(Path.of("data/crm"));
    private final Table customers = crm.table("customers");
    private final Table hidden = crm.table("hidden");
    private final Label left = Label.of(crm.table("outcomes"), "left", "true");
    private final Features features = features();
    private final List<DetectorTrial> trials = METHODS.stream().map(method -> DetectorTrial.of(features, left, method, 5, 3)).toList();

    private Features features() {
        Table filled = Cleaning.fit(customers, new CleaningRule.ImputeMedian("review_score")).apply(customers).table();
        return Features.of(filled, "history", "review_score", "price", "warranty_months").withIndicators(filled, "channel");
    }

    /// P(leaving) with everything that the generator knows; nobody can tell more.
    private double[] truth() {
        return IntStream.range(0, left.size())
                .mapToDouble(i -> CrmTruth.probabilityOfLeaving(
                        customers.intColumn("history").get(i),
                        customers.stringColumn("channel").get(i),
                        hidden.stringColumn("quality").get(i).equals("low") ? CrmTruth.Quality.LOW : CrmTruth.Quality.HIGH))
                .toArray();
    }

    @Test
    void everyMethodTellsMoreThanChanceAndLessThanTheTruth() {
        double best = RocCurve.of(truth(), left.positive()).area();
        for (DetectorTrial trial : trials) {
            RocCurve roc = trial.evaluation(0.5).roc();
            double threeStandardErrors = 3 * Math.sqrt(roc.areaVariance());
            assertTrue(roc.area() > 0.5 + threeStandardErrors, trial.toString());
            assertTrue(roc.area() < best + threeStandardErrors, trial + "\ntruth " + best);
        }
    }

    @Test
    void whatItIsWorthLiesBetweenNothingAndTheTruth() {
        for (DetectorTrial trial : trials) {
            var gap = trial.value(CALL);
            assertTrue(gap.closed() > 0 && gap.closed() < gap.total(), gap.toString());
            // following the calls blindly earns what they are worth where they are right, and never more
            assertTrue(trial.earned(CALL) <= gap.closed() + 1e-12, trial.earned(CALL) + " of " + gap.closed());
            // EVPI by hand: the better of calling all and none is left behind by calling just those who leave
            double share = (double) left.positives() / left.size();
            assertEquals(share * 40 - Math.max(0, share * 40 - (1 - share) * 20), gap.total(), 1e-12);
            // the cost curve at these prices is the same loss, normalised
            CostCurve costs = trial.costCurve();
            double at = CostCurve.probabilityCost(share, 40, 20);
            double earnedAtBest = costs.gain(at) * (share * 40 + (1 - share) * 20);
            assertTrue(earnedAtBest >= gap.closed() - 1e-9, earnedAtBest + " at the best threshold, " + gap.closed() + " at the stated one");
        }
    }

    @Test
    void theScoresAreProbabilities() {
        for (DetectorTrial trial : trials) {
            Calibration calibration = trial.calibration(10);
            // about 300 rows a bin: a share of 1/3 has the standard error 0.027
            assertTrue(calibration.expectedError() < 0.05, trial.method() + "\n" + calibration);
            assertTrue(calibration.skill() > 0, trial.method() + "\n" + calibration);
        }
    }

    @Test
    void noFoldKnowsItsOwnRowsAndEachHasItsShareOfPositives() {
        for (DetectorTrial trial : trials) {
            int[] tested = trial.folds().folds().stream().flatMapToInt(fold -> Arrays.stream(fold.test())).sorted().toArray();
            assertEquals(IntStream.range(0, left.size()).boxed().toList(), Arrays.stream(tested).boxed().toList());
            double share = (double) left.positives() / left.size();
            trial.folds().folds().forEach(fold -> {
                assertEquals(share * fold.test().length, left.at(fold.test()).positives(), 1);
                assertEquals(left.size(), fold.test().length + fold.train().length);
            });
            assertEquals(5, trial.evaluations(0.5).size());
        }
    }

    @Test
    void theSameSeedGivesTheSameScores() {
        Method machine = METHODS.getLast();
        Features some = features.at(IntStream.range(0, 400).toArray());
        Label truth = left.at(IntStream.range(0, 400).toArray());
        assertEquals(DetectorTrial.of(some, truth, machine, 3, 1), DetectorTrial.of(some, truth, machine, 3, 1));
    }

    @Test
    void logisticRegressionFindsTheTrueDependence() {
        // on what the generator used, the coefficients are its own to within four standard errors, and nobody scores better than the truth
        double[][] rows = IntStream.range(0, left.size())
                .mapToObj(i -> new double[] {
                    customers.intColumn("history").get(i),
                    hidden.stringColumn("quality").get(i).equals("low") ? 1 : 0,
                    customers.stringColumn("channel").get(i).equals("app") ? 1 : 0
                })
                .toArray(double[][]::new);
        Features known = new Features(List.of("history", "low", "app"), rows);
        GeneralizedModel model = GeneralizedLinear.fit(Design.ofRows(known.names(), rows), Observations.binary("left", left.indicators())).orThrow();
        for (int k = 0; k < 4; k++) {
            assertEquals(CrmTruth.LEAVING.get(k), model.estimates()[k], 4 * model.standardErrors()[k]);
        }
        Detector detector = Detector.fit(known, left, new Method.LogisticRegression(false));
        assertArrayEquals(model.fittedValues(), detector.scores(known), 1e-12);
    }

    @Test
    void classesThatAreToldApartNeedFirthsEstimate() {
        Features line = Features.of(new double[][] {{1}, {2}, {3}, {4}, {5}, {6}});
        Label step = new Label("step", new boolean[] {false, false, false, true, true, true});
        String message = assertThrows(IllegalArgumentException.class, () -> Detector.fit(line, step, new Method.LogisticRegression(false))).getMessage();
        assertTrue(message.contains("completely separated") && message.contains("Firth"), message);
        double[] scores = Detector.fit(line, step, new Method.LogisticRegression(true)).scores(line);
        assertTrue(scores[0] < 0.5 && scores[5] > 0.5 && scores[5] < 1, Arrays.toString(scores));
    }

    @Test
    void methodsStandInATableOfOneLineEach() {
        String table = DetectorTrial.table(trials, CALL);
        assertEquals(1 + METHODS.size(), table.lines().count(), table);
        assertTrue(table.contains("support vector machine, linear, cost 1.000"), table);
    }

    @Test
    void moreFoldsThanPositivesAndForeignPayoffsAreRefused() {
        Label two = new Label("two", new boolean[] {true, true, false, false, false});
        Features five = Features.of(new double[][] {{1}, {2}, {3}, {4}, {5}});
        assertEquals("folds must be at most the number of rows of each class, but is 3 and class positive has 2",
                assertThrows(IllegalArgumentException.class, () -> DetectorTrial.of(five, two, METHODS.getFirst(), 3, 1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> trials.getFirst().value(Payoffs.actOrNot(List.of("a", "b"), 1, 1)));
    }
}
