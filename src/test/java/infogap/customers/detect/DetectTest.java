package infogap.customers.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.bayes.RocCurve;
import infogap.table.prepare.Features;
import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.gap.Payoffs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DetectTest {

    private static final Method.Tree TREE = new Method.Tree(Method.Impurity.ENTROPY, 4, 5);
    private static final Method.Forest FOREST = new Method.Forest(60, 2, 8, 5, 11);
    private static final Payoffs<String, String> PAYOFFS = Payoffs.actOrNot(ConfusionMatrix.STATES, 100, 50);

    /// Positive iff x > 0.6, except for one in ten; y and z say nothing.
    private static final Features FEATURES = features(600, 1);
    private static final Label LABEL = label(FEATURES, 2);
    private static final Features HELD_OUT = features(600, 3);
    private static final Label HELD_OUT_LABEL = label(HELD_OUT, 4);

    @Test
    void bothMethodsDetectOnRowsThatTheyDidNotSee() {
        for (Method method : List.of(TREE, FOREST)) {
            Evaluation evaluation = Detector.fit(FEATURES, LABEL, method).evaluate(HELD_OUT, HELD_OUT_LABEL, 0.5);
            // the truth itself is right in nine of ten cases
            assertTrue(evaluation.confusion().accuracy() > 0.85, evaluation.toString());
            assertTrue(evaluation.confusion().accuracy() > evaluation.confusion().accuracyOfLargerClass() + 0.2);
            assertTrue(evaluation.roc().area() > 0.85);
        }
    }

    @Test
    void theTreesFirstSplitIsTheOneThatGivesMostBits() {
        SplitGain best = SplitGain.rank(FEATURES, LABEL, PAYOFFS, SplitGain.By.BITS).getFirst();
        assertEquals("x", best.feature());
        assertEquals(0.6, best.threshold(), 0.02);
        String tree = Detector.fit(FEATURES, LABEL, TREE).toString();
        assertTrue(tree.contains(String.format(Locale.ROOT, "2) x<=%.4f", best.threshold()).substring(0, 9)), tree);
    }

    @Test
    void splitsAreComparedOverAllThresholdsInBitsAndInMoney() {
        for (SplitGain.By by : SplitGain.By.values()) {
            for (SplitGain best : SplitGain.rank(FEATURES, LABEL, PAYOFFS, by)) {
                double[] x = FEATURES.column(best.feature());
                for (double threshold : x) {
                    ConfusionMatrix split = split(x, threshold);
                    if (split.truePositives() + split.falsePositives() > 0) {
                        double bits = split.gap(LogScore.bits()).closed();
                        double money = split.gap(PAYOFFS).closed();
                        assertTrue((by == SplitGain.By.BITS ? best.bits().closed() : best.payoff().closed())
                                >= (by == SplitGain.By.BITS ? bits : money) - 1e-12);
                    }
                }
            }
        }
    }

    @Test
    void aForestDependsOnItsSeedOnly() {
        double[] scores = Detector.fit(FEATURES, LABEL, FOREST).scores(HELD_OUT);
        assertArrayEquals(scores, Detector.fit(FEATURES, LABEL, FOREST).scores(HELD_OUT));
        Method.Forest other = new Method.Forest(60, 2, 8, 5, 12);
        assertFalse(Arrays.equals(scores, Detector.fit(FEATURES, LABEL, other).scores(HELD_OUT)));
    }

    @Test
    void onlyTheFeatureThatMattersIsMissedWhenShuffled() {
        Detector detector = Detector.fit(FEATURES, LABEL, FOREST);
        PermutationImportance importance = PermutationImportance.of(detector, HELD_OUT, HELD_OUT_LABEL, 5, 3);
        assertEquals("x", importance.features().getFirst().feature());
        assertTrue(importance.features().get(0).meanLoss() > 0.3);
        assertTrue(Math.abs(importance.features().get(1).meanLoss()) < 0.03, importance.toString());
        assertEquals(importance, PermutationImportance.of(detector, HELD_OUT, HELD_OUT_LABEL, 5, 3));
    }

    @Test
    void theConfusionMatrixByHand() {
        ConfusionMatrix matrix = ConfusionMatrix.of(
                new boolean[] {true, true, true, false, false, true}, new boolean[] {true, true, false, true, false, true});
        assertEquals(new ConfusionMatrix(3, 1, 1, 1), matrix);
        assertEquals(4.0 / 6, matrix.accuracy());
        assertEquals(4.0 / 6, matrix.accuracyOfLargerClass());
        assertEquals(OptionalDouble.of(0.75), matrix.precision());
        assertEquals(OptionalDouble.of(0.75), matrix.recall());
        assertEquals(OptionalDouble.of(0.75), matrix.f1());
        assertEquals(OptionalDouble.of(0.5), matrix.specificity());
    }

    @Test
    void theCallsAreAScreeningTest() {
        ConfusionMatrix matrix = new ConfusionMatrix(18, 8, 2, 72);
        assertEquals(matrix.recall().getAsDouble(), matrix.screening().sensitivity().value());
        assertEquals(matrix.precision().getAsDouble(), matrix.screening().positivePredictiveValue().value());
        assertEquals(matrix.specificity().getAsDouble(), matrix.screening().specificity().value());
        assertEquals(matrix.accuracy(), matrix.screening().accuracy().value());
    }

    @Test
    void figuresWithoutADenominatorAreEmptyAndNotZero() {
        ConfusionMatrix nothingCalled = new ConfusionMatrix(0, 0, 3, 7);
        assertEquals(OptionalDouble.empty(), nothingCalled.precision());
        assertEquals(OptionalDouble.of(0), nothingCalled.recall());
        assertEquals(OptionalDouble.empty(), new ConfusionMatrix(0, 0, 0, 7).f1());
        assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ConfusionMatrix(0, 1, 0, 7).gap(PAYOFFS));
    }

    @Test
    void theGapOfArticle004sScreening() {
        // prior 0.2, sensitivity 0.9, false-positive rate 0.1: 18 of 20 and 8 of 80; EVSI 14 of EVPI 20, 49.6 % of the bits (pinned)
        ConfusionMatrix screening = new ConfusionMatrix(18, 8, 2, 72);
        assertEquals(14, screening.gap(PAYOFFS).closed(), 1e-12);
        assertEquals(20, screening.gap(PAYOFFS).total(), 1e-12);
        assertEquals(0.49554904627884604, screening.gap(LogScore.bits()).shareClosed(), 1e-12);
    }

    @Test
    void theBestThresholdPaysWhatItsMessageIsWorth() {
        Evaluation evaluation = Detector.fit(FEATURES, LABEL, FOREST).evaluate(HELD_OUT, HELD_OUT_LABEL, 0.5);
        long positives = HELD_OUT_LABEL.positives();
        RocCurve.Choice best = evaluation.roc().bestThreshold(positives / 600.0, 100, 50);
        Evaluation there = Evaluation.of(HELD_OUT_LABEL, Detector.fit(FEATURES, LABEL, FOREST).scores(HELD_OUT), best.threshold());
        // with a message the best action is taken, so that its worth can only exceed acting on every call
        InformationGap<String, String, String> gap = there.confusion().gap(PAYOFFS);
        assertEquals(best.payoff(), gap.closed() + gap.valueWithoutMessage(), 1e-9);
        assertEquals(1.0 / 3, Evaluation.indifference(100, 50), 1e-15);
    }

    @Test
    void withoutALabelOrWithOneClassNothingIsFitted() {
        assertMessage("label must be given, but is null", () -> Detector.fit(FEATURES, null, TREE));
        assertMessage("label must have both classes, but fraud holds in none of the 600 rows",
                () -> Detector.fit(FEATURES, new Label("fraud", new boolean[600]), FOREST));
        assertMessage("rows and labels must have the same length, but have 600 and 2",
                () -> Detector.fit(FEATURES, new Label("fraud", new boolean[] {true, false}), TREE));
        assertThrows(IllegalArgumentException.class, () -> Detector.fit(FEATURES, LABEL, new Method.Forest(5, 4, 5, 5, 1)));
        assertThrows(IllegalArgumentException.class,
                () -> Detector.fit(FEATURES, LABEL, TREE).scores(Features.of(new double[][] {{1, 2, 3}})));
    }

    @Test
    void aLabelNamesItsTableColumnAndRow() {
        Table table = Table.create("hidden.csv", StringColumn.create("quality", "high", "low", "high"));
        assertEquals("hidden.csv, column 'quality' = 'high': 2 of 3 rows", Label.of(table, "quality", "high").toString());
        Table oneClass = Table.create("hidden.csv", StringColumn.create("quality", "high", "high", "high"));
        assertMessage("label must have both classes, but hidden.csv, column 'quality' = 'high' holds in all of the 3 rows",
                () -> Detector.fit(Features.of(new double[][] {{1}, {2}, {3}}), Label.of(oneClass, "quality", "high"), TREE));
        table.stringColumn("quality").setMissing(1);
        assertMessage("hidden.csv, row 2, column 'quality' must have a label, but is missing", () -> Label.of(table, "quality", "high"));
        assertMessage("hidden.csv must have a label column 'fraud', but has [quality]", () -> Label.of(table, "fraud", "yes"));
    }

    private static ConfusionMatrix split(double[] x, double threshold) {
        boolean[] called = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            called[i] = x[i] > threshold;
        }
        return ConfusionMatrix.of(LABEL.positive(), called);
    }

    private static Features features(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = random.doubles(3).toArray();
        }
        return new Features(List.of("x", "y", "z"), matrix);
    }

    private static Label label(Features features, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = features.column("x");
        boolean[] positive = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            positive[i] = x[i] > 0.6 ^ random.nextDouble() < 0.1;
        }
        return new Label("planted", positive);
    }

    private static void assertMessage(String expected, Executable call) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
