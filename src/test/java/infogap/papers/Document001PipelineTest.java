package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.table.clean.Cleaning;
import infogap.table.clean.CleaningRule.DropMissing;
import infogap.table.clean.CleaningRule.EmptyOutliers;
import infogap.table.clean.CleaningRule.OutlierTest.Iqr;
import infogap.customers.crm.CrmTruth;
import infogap.table.data.DataPackage;
import infogap.customers.plausibility.Granularity;
import infogap.customers.plausibility.Granularity.Term;
import infogap.table.prepare.CrossValidation;
import infogap.table.prepare.Features;
import infogap.table.prepare.Learner;
import infogap.table.prepare.Split;
import infogap.table.prepare.Standardizer;
import infogap.regression.Coefficient;
import infogap.regression.Design;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tech.tablesaw.api.Table;

/// Article 001's pipeline (split 80/20, standardise, fit, predict) on the CRM data set, whose true coefficients are the article's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Document001PipelineTest {

    private static final Learner LEAST_SQUARES = (rows, targets) -> {
        FittedModel model = LeastSquares.fit(Design.ofRows(rows), targets).orThrow();
        return test -> Arrays.stream(test).mapToDouble(row -> model.predict(row).fit()).toArray();
    };

    private final Table customers = DataPackage.read(Path.of("data/crm")).table("customers");
    private final Split split = Split.random(customers.rowCount(), 0.2, 42);

    private final Cleaning cleaning = Cleaning.fit(
            split.train(customers),
            new DropMissing("age"),
            new EmptyOutliers("income", new Iqr(3)),
            new DropMissing("income"));
    private final Table train = cleaning.apply(split.train(customers)).table();
    private final Table test = cleaning.apply(split.test(customers)).table();

    @Test
    void theSplitIsEightyToTwenty() {
        assertEquals(600, split.test().length);
        assertEquals(2400, split.train().length);
    }

    @Test
    void theTrueCoefficientsComeBackWithinTheirErrors() {
        FittedModel model = LeastSquares.fit(design(train), purchase(train)).orThrow();
        List<String> names = model.names();
        for (int j = 0; j < names.size(); j++) {
            Coefficient coefficient = model.coefficient(names.get(j));
            assertEquals(CrmTruth.COEFFICIENTS.get(j), coefficient.estimate(), 4 * coefficient.standardError(), names.get(j));
        }
        assertEquals(CrmTruth.PURCHASE_NOISE, model.residualStandardError(), 0.6);
    }

    @Test
    void heldOutPurchasesArePredictedToWithinTheNoise() {
        Standardizer standardizer = Standardizer.fit(features(train));
        Learner.Predictor fitted = LEAST_SQUARES.fit(standardizer.apply(features(train)).rows(), purchase(train));
        double[] predicted = fitted.predict(standardizer.apply(features(test)).rows());
        double[] actual = purchase(test);
        double squares = IntStream.range(0, actual.length).mapToDouble(i -> Math.pow(actual[i] - predicted[i], 2)).sum();
        // the standard error of a root mean square over n rows is about σ/√(2n)
        assertEquals(10, Math.sqrt(squares / actual.length), 4 * 10 / Math.sqrt(2.0 * actual.length));
    }

    @Test
    void withoutTheCleaningTheSlipsSpoilTheFit() {
        Cleaning onlyComplete = Cleaning.fit(split.train(customers), new DropMissing("age"), new DropMissing("income"));
        Table dirty = onlyComplete.apply(split.train(customers)).table();
        FittedModel model = LeastSquares.fit(design(dirty), purchase(dirty)).orThrow();
        assertTrue(Math.abs(model.coefficient("income").estimate() - 0.3) > 0.2, model.coefficient("income").toString());
    }

    @Test
    void standardisingChangesNoLeastSquaresPrediction() {
        SplittableRandom random = new SplittableRandom(20);
        for (int trial = 0; trial < 100; trial++) {
            int columns = 1 + trial % 4;
            double[][] rows = rows(random, 30, columns);
            double[] targets = random.doubles(30, -100, 100).toArray();
            double[][] fresh = rows(random, 10, columns);
            double[] plain = LEAST_SQUARES.fit(rows, targets).predict(fresh);
            double[] scaled = LEAST_SQUARES.standardized().fit(rows, targets).predict(fresh);
            for (int i = 0; i < plain.length; i++) {
                assertEquals(plain[i], scaled[i], 1e-10 * (1 + Math.abs(plain[i])), "trial " + trial);
            }
        }
    }

    @Test
    void crossValidationAgreesWithTheHeldOutRows() {
        CrossValidation.Result result =
                CrossValidation.of(train.rowCount(), 5, 7).run(LEAST_SQUARES.standardized(), features(train).rows(), purchase(train));
        assertEquals(10, result.rootMeanSquaredError(), 4 * 10 / Math.sqrt(2.0 * train.rowCount()));
        assertTrue(result.rSquared() > 0.999);
    }

    @Test
    void moreFeaturesNeverRaiseTheTrainingErrorAndMayRaiseTheTestError() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] wide = rows(random, 200, 1);
        double[] targets = Arrays.stream(wide).mapToDouble(row -> 3 * row[0] + random.nextDouble() - 0.5).toArray();
        int[] trained = IntStream.range(0, 40).toArray();
        int[] heldOut = IntStream.range(40, 200).toArray();
        double firstTest = 0;
        double lastTraining = Double.POSITIVE_INFINITY;
        double lastTest = 0;
        for (int useless = 0; useless <= 30; useless += 5) {
            double training = squaredError(wide, targets, trained, trained);
            lastTest = squaredError(wide, targets, trained, heldOut) / heldOut.length;
            firstTest = useless == 0 ? lastTest : firstTest;
            assertTrue(training <= lastTraining * (1 + 1e-9), useless + " useless features");
            lastTraining = training;
            wide = Arrays.stream(wide)
                    .map(row -> DoubleStream.concat(Arrays.stream(row), random.doubles(5)).toArray())
                    .toArray(double[][]::new);
        }
        assertTrue(lastTest > 2 * firstTest, "from " + firstTest + " to " + lastTest);
    }

    @Test
    void theFivePrintedOutputsCannotComeFromTheArticlesModel() {
        Granularity model = Granularity.of(10, Term.of(0.5, 1), Term.of(0.3, 0.01), Term.of(0.2, 1));
        for (String printed : List.of("630.68115", "641.68115", "652.68115", "663.68115", "674.68115")) {
            assertFalse(model.test(printed).possible(), printed);
        }
        assertEquals(new Split.RowRange(21, 25), Split.rowsFor(5, 0.2));
    }

    private static double squaredError(double[][] rows, double[] targets, int[] train, int[] test) {
        Split split = new Split(train, test);
        double[] predicted = LEAST_SQUARES.fit(split.train(rows), split.train(targets)).predict(split.test(rows));
        double[] actual = split.test(targets);
        return IntStream.range(0, actual.length).mapToDouble(i -> Math.pow(actual[i] - predicted[i], 2)).sum();
    }

    private static double[][] rows(SplittableRandom random, int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(i -> IntStream.range(0, columns).mapToDouble(c -> Math.pow(10, 2 * c) * (5 + random.nextDouble())).toArray())
                .toArray(double[][]::new);
    }

    private static Features features(Table table) {
        return Features.of(table, "age", "income", "history");
    }

    private static Design design(Table table) {
        return Design.ofRows(features(table).names(), features(table).rows());
    }

    private static double[] purchase(Table table) {
        return Features.column(table, "purchase");
    }
}
