package infogap.regression.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.customers.crm.CrmTruth;
import infogap.regression.Design;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.table.data.DataPackage;
import infogap.table.prepare.Features;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.FDistribution;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class LearningLoopTest {

    private static final List<String> NAMES = List.of("age", "income", "history");

    /// Rounding of a mean of squares.
    private static final double ROUNDING = 1e-12;

    /// One month of the invented shop.
    private record Month(double[][] rows, double[] next) {}

    private static final List<Month> MONTHS = months();

    private static List<Month> months() {
        DataPackage crm = DataPackage.read(Path.of("data/crm"));
        Table hidden = crm.table("hidden");
        Table outcomes = crm.table("outcomes");
        double[] age = Features.column(hidden, "true_age");
        double[] income = Features.column(hidden, "true_income");
        double[] history = Features.column(crm.table("customers"), "history");
        double[] next = Features.column(outcomes, "next_purchase");
        double[] month = Features.column(outcomes, "month");
        return IntStream.rangeClosed(1, CrmTruth.MONTHS).mapToObj(m -> {
            int[] of = IntStream.range(0, month.length).filter(i -> month[i] == m).toArray();
            return new Month(
                    Arrays.stream(of).mapToObj(i -> new double[] {age[i], income[i], history[i]}).toArray(double[][]::new),
                    Arrays.stream(of).mapToDouble(i -> next[i]).toArray());
        }).toList();
    }

    private static LearningLoop run(Forgetting forgetting, double falseAlarmRate) {
        LearningLoop loop = LearningLoop.of(NAMES, "next_purchase", forgetting, falseAlarmRate);
        for (Month month : MONTHS) {
            loop = loop.next(month.rows, month.next);
        }
        return loop;
    }

    private static LeastSquares scratch(int from, int to) {
        List<Month> some = MONTHS.subList(from - 1, to);
        return LeastSquares.fit(
                Design.ofRows(NAMES, some.stream().flatMap(month -> Arrays.stream(month.rows)).toArray(double[][]::new)),
                some.stream().flatMapToDouble(month -> Arrays.stream(month.next)).toArray());
    }

    private static void assertSameModel(LeastSquares expected, LeastSquares actual) {
        FittedModel one = expected.orThrow();
        FittedModel other = actual.orThrow();
        assertEquals(one.rows(), other.rows());
        for (int k = 0; k < one.estimates().length; k++) {
            // the digits that both fits state for the data as given
            double digits = Math.min(one.accuracy().arithmetic().get(k), other.accuracy().arithmetic().get(k));
            assertTrue(digits > 10, "digits " + digits);
            assertEquals(one.estimates()[k], other.estimates()[k], Math.abs(one.estimates()[k]) * 2 * Math.pow(10, -digits));
        }
    }

    @Test
    void theDriftIsFoundInItsMonthAndTheModelBeginsAnew() {
        LearningLoop loop = run(new Forgetting.Nothing(), 0.01);
        assertEquals(List.of(CrmTruth.DRIFT_MONTH), loop.retrained(), loop.toString());
        Step.Event.Retrained event = (Step.Event.Retrained) loop.steps().get(CrmTruth.DRIFT_MONTH - 1).event();
        assertEquals(2000, event.forgottenRows());
        assertTrue(event.reason().toString().endsWith(": drift"), event.reason().toString());
        FittedModel model = loop.model().orElseThrow().orThrow();
        assertEquals(CrmTruth.DRIFTED_AGE, model.coefficient("age").estimate(), 4 * model.coefficient("age").standardError());
    }

    @Test
    void theModelIsThatOfAFitFromScratchOnTheRememberedRows() {
        assertSameModel(scratch(1, 12), run(new Forgetting.Nothing(), 0).model().orElseThrow());
        assertSameModel(scratch(9, 12), run(new Forgetting.Nothing(), 0.01).model().orElseThrow());
        assertSameModel(scratch(10, 12), run(new Forgetting.Window(3), 0).model().orElseThrow());
    }

    @Test
    void everyRowIsPredictedByWhatWasKnownBeforeIt() {
        LearningLoop loop = run(new Forgetting.Window(2), 0);
        assertTrue(loop.steps().getFirst().meanSquaredError().isEmpty());
        double squares = 0;
        for (int m = 2; m <= 12; m++) {
            double[] b = scratch(Math.max(1, m - 2), m - 1).orThrow().estimates();
            Month month = MONTHS.get(m - 1);
            double error = IntStream.range(0, month.next.length)
                    .mapToDouble(i -> month.next[i] - b[0] - b[1] * month.rows[i][0] - b[2] * month.rows[i][1] - b[3] * month.rows[i][2])
                    .map(e -> e * e)
                    .average().orElseThrow();
            assertEquals(error, loop.steps().get(m - 1).meanSquaredError().orElseThrow(), error * 1e-9);
            squares += error * month.next.length;
        }
        assertEquals(squares / 2750, loop.prequentialError().orElseThrow(), squares / 2750 * 1e-9);
    }

    @Test
    void whoRetrainsErrsLessThanWhoRemembersAll() {
        double all = run(new Forgetting.Nothing(), 0).prequentialError().orElseThrow();
        double retrained = run(new Forgetting.Nothing(), 0.01).prequentialError().orElseThrow();
        assertTrue(retrained < all, retrained + " against " + all);
        // before the drift both are the same
        assertEquals(run(new Forgetting.Nothing(), 0).steps().get(7).meanSquaredError(), run(new Forgetting.Nothing(), 0.01).steps().get(7).meanSquaredError());
    }

    @Test
    void chowsTestIsTheTextbooks() {
        // y = x and y = x + 1 with errors ±1/2: sums of squares by hand, F from commons-math3's distribution
        double[][] x = {{1}, {2}, {3}, {4}, {5}, {6}};
        double[] first = {1.5, 1.5, 3.5, 3.5, 5.5, 5.5};
        double[] second = {2.5, 2.5, 4.5, 4.5, 6.5, 6.5};
        LearningLoop loop = LearningLoop.of(List.of("x"), "y", new Forgetting.Nothing(), 0.5).next(x, first).next(x, second);
        double apart = sse(x, first) + sse(x, second);
        double[][] both = Stream.concat(Arrays.stream(x), Arrays.stream(x)).toArray(double[][]::new);
        double together = sse(both, DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray());
        double f = (together - apart) / 2 / (apart / 8);
        DriftTest.Chow chow = (DriftTest.Chow) loop.steps().get(1).drift();
        assertEquals(f, chow.statistic(), ROUNDING * f);
        assertEquals(1 - new FDistribution(null, 2, 8).cumulativeProbability(f), chow.p(), 1e-9);
        assertEquals(0.25, chow.level());
    }

    private static double sse(double[][] x, double[] y) {
        return LeastSquares.fit(Design.ofRows(x), y).orThrow().sumOfSquaredErrors();
    }

    @Test
    void aBatchOfOneRowIsTestedByItsPrediction() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] x = IntStream.range(0, 50).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        double[] y = IntStream.range(0, 50).mapToDouble(i -> 2 * i + random.nextDouble()).toArray();
        LearningLoop before = LearningLoop.of(List.of("x"), "y", new Forgetting.Nothing(), 0.01).next(x, y);
        LearningLoop usual = before.next(new double[][] {{50}}, new double[] {100.5});
        LearningLoop strange = before.next(new double[][] {{50}}, new double[] {200});
        DriftTest.Chow chow = (DriftTest.Chow) usual.steps().get(1).drift();
        assertEquals(1, chow.numerator());
        // F is the square of the prediction error over its standard error: √(s²(1 + leverage))
        var prediction = ((FittedModel) before.model().orElseThrow()).predict(50);
        double s = ((FittedModel) before.model().orElseThrow()).residualStandardError();
        double t = (100.5 - prediction.fit()) / Math.sqrt(s * s + prediction.standardError() * prediction.standardError());
        assertEquals(t * t, chow.statistic(), 1e-9 * t * t + 1e-12);
        assertEquals(List.of(), usual.retrained());
        assertEquals(List.of(2), strange.retrained());
        assertTrue(strange.model().isEmpty(), "one row is not enough for a line");
    }

    /// 400 worlds in which nothing changes: at most the stated share may retrain, up to three standard errors.
    @Test
    void falseAlarmsStayBelowTheStatedRate() {
        double rate = 0.2;
        SplittableRandom random = new SplittableRandom(77);
        int alarms = 0;
        for (int world = 0; world < 400; world++) {
            LearningLoop loop = LearningLoop.of(List.of("x"), "y", new Forgetting.Nothing(), rate);
            for (int batch = 0; batch < 12; batch++) {
                double[][] x = IntStream.range(0, 10).mapToObj(_ -> new double[] {random.nextDouble()}).toArray(double[][]::new);
                double[] y = Arrays.stream(x).mapToDouble(row -> 1 + row[0] + random.nextGaussian()).toArray();
                loop = loop.next(x, y);
            }
            alarms += loop.retrained().isEmpty() ? 0 : 1;
        }
        assertTrue(alarms / 400.0 < rate + 3 * Math.sqrt(rate * (1 - rate) / 400), alarms + " of 400");
        // and the rate is used, not merely kept: the levels of eleven tests sum to 11/12 of it
        assertTrue(alarms / 400.0 > rate / 2, alarms + " of 400");
    }

    @Test
    void whatCannotBeTestedSaysWhy() {
        LearningLoop loop = LearningLoop.of(List.of("x"), "y", new Forgetting.Nothing(), 0.05);
        assertEquals("not tested: too little was learned before", loop.next(new double[][] {{1}}, new double[] {1}).steps().getFirst().drift().toString());
        LearningLoop exact = loop.next(new double[][] {{1}, {2}, {3}}, new double[] {1, 2, 3}).next(new double[][] {{4}, {5}, {7}}, new double[] {4, 5, 8});
        assertTrue(exact.steps().get(1).drift().toString().startsWith("not tested: there is no error variance"), exact.toString());
        assertThrows(IllegalArgumentException.class, () -> LearningLoop.of(List.of("x"), "y", new Forgetting.Nothing(), 1));
        assertThrows(IllegalArgumentException.class, () -> loop.next(new double[][] {{1}}, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> new Forgetting.Window(0));
    }
}
