package infogap.customers.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.table.prepare.Features;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OutOfBagTest {

    private static final Method.Forest FOREST = new Method.Forest(100, 2, 8, 5, 11);
    private static final String OTHER_ROWS = "features and label must be the rows that the forest was fitted to, but its trees remember other ones";

    private static final Features FEATURES = features(800, 1);
    private static final Label LABEL = label(FEATURES, 2);
    private static final Detector DETECTOR = Detector.fit(FEATURES, LABEL, FOREST);

    @Test
    void theEstimateAgreesWithRowsThatWereHeldOutAndNotWithTheTrainingRows() {
        Features heldOut = features(4000, 3);
        Evaluation out = OutOfBag.of(DETECTOR, FEATURES, LABEL, 0.5).evaluation();
        Evaluation held = DETECTOR.evaluate(heldOut, label(heldOut, 4), 0.5);
        Evaluation seen = DETECTOR.evaluate(FEATURES, LABEL, 0.5);
        // three standard errors of a share of 800 rows near 0.7
        double chance = 3 * Math.sqrt(0.7 * 0.3 / 800);
        assertEquals(held.confusion().accuracy(), out.confusion().accuracy(), chance);
        assertEquals(held.roc().area(), out.roc().area(), chance);
        assertTrue(seen.confusion().accuracy() > out.confusion().accuracy() + 0.05, seen + "\n" + out);
    }

    @Test
    void aLabelOfPureChanceIsNotDetected() {
        // a forest learns its training rows by heart; only rows that a tree has not seen tell that there is nothing to learn
        SplittableRandom random = new SplittableRandom(8);
        boolean[] coin = new boolean[800];
        IntStream.range(0, coin.length).forEach(i -> coin[i] = random.nextBoolean());
        Label label = new Label("coin", coin);
        Detector detector = Detector.fit(FEATURES, label, FOREST);
        assertTrue(detector.evaluate(FEATURES, label, 0.5).roc().area() > 0.9);
        // three standard deviations of the area of 400 against 400: √(801/(12·400·400))
        assertEquals(0.5, OutOfBag.of(detector, FEATURES, label, 0.5).evaluation().roc().area(), 3 * Math.sqrt(801 / (12.0 * 400 * 400)));
    }

    @Test
    void itDependsOnTheForestOnly() {
        OutOfBag first = OutOfBag.of(DETECTOR, FEATURES, LABEL, 0.5);
        OutOfBag again = OutOfBag.of(Detector.fit(FEATURES, LABEL, FOREST), FEATURES, LABEL, 0.5);
        assertEquals(first.evaluation().confusion(), again.evaluation().confusion());
        assertEquals(first.evaluation().roc().area(), again.evaluation().roc().area());
        assertEquals(800, first.rows());
        assertEquals(0, first.unjudged());
    }

    @Test
    void aSingleTreeLeavesOutAThirdOfTheRows() {
        Detector detector = Detector.fit(FEATURES, LABEL, new Method.Forest(1, 2, 8, 5, 11));
        OutOfBag out = OutOfBag.of(detector, FEATURES, LABEL, 0.5);
        assertEquals(800, out.rows() + out.unjudged());
        // (1 − 1/n)^n = e⁻¹ of 800, standard deviation below 10
        assertEquals(800 / Math.E, out.rows(), 30);
        assertTrue(out.toString().startsWith(out.rows() + " rows out of the bag, " + out.unjudged() + " in every bag"));
    }

    @Test
    void treesThatAreAllWrongOutOfTheBagAreStillAveraged() {
        // alternating labels: what a tree learns of its sample is wrong about the neighbours left out, each tree's accuracy there is 0
        Features line = new Features(List.of("x"), IntStream.rangeClosed(1, 8).mapToObj(x -> new double[] {x}).toArray(double[][]::new));
        Label alternating = new Label("odd", new boolean[] {true, false, true, false, true, false, true, false});
        Detector detector = Detector.fit(line, alternating, new Method.Forest(50, 1, 8, 1, 1));
        for (double score : detector.scores(line)) {
            assertTrue(score > 0 && score < 1, "score " + score);
        }
        assertEquals(8, OutOfBag.of(detector, line, alternating, 0.5).rows());
    }

    @Test
    void otherRowsAndOtherDetectorsAreRefused() {
        assertMessage(OTHER_ROWS, () -> OutOfBag.of(DETECTOR, features(800, 9), LABEL, 0.5));
        assertMessage(OTHER_ROWS, () -> OutOfBag.of(DETECTOR, features(700, 1), LABEL, 0.5));
        assertMessage(OTHER_ROWS, () -> OutOfBag.of(DETECTOR, FEATURES, label(FEATURES, 5), 0.5));
        Detector tree = Detector.fit(FEATURES, LABEL, new Method.Tree(Method.Impurity.GINI, 4, 5));
        assertMessage("detector must be a forest, but is decision tree, depth 4, leaves of at least 5 rows, gini", () -> OutOfBag.of(tree, FEATURES, LABEL, 0.5));
        assertMessage("columns must be [x, y, z] as in training, but are [x1]",
                () -> OutOfBag.of(DETECTOR, Features.of(new double[800][1]), LABEL, 0.5));
        assertThrows(IllegalArgumentException.class, () -> OutOfBag.of(DETECTOR, FEATURES, null, 0.5));
        assertThrows(IllegalArgumentException.class, () -> OutOfBag.of(DETECTOR, FEATURES, LABEL, Double.NaN));
    }

    private static Features features(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Features(List.of("x", "y", "z"), IntStream.range(0, rows).mapToObj(_ -> random.doubles(3).toArray()).toArray(double[][]::new));
    }

    /// Positive iff x + y > 1, except for a quarter.
    private static Label label(Features features, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = features.column("x");
        double[] y = features.column("y");
        boolean[] positive = new boolean[x.length];
        IntStream.range(0, x.length).forEach(i -> positive[i] = x[i] + y[i] > 1 ^ random.nextDouble() < 0.25);
        return new Label("planted", positive);
    }

    private static void assertMessage(String expected, Executable call) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
