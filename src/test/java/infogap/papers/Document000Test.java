package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Accounts;
import infogap.claims.Finding.Equation.Point;
import infogap.claims.Finding.Statement.Case;
import infogap.claims.Finding;
import infogap.claims.Influences;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.claims.Sources;
import infogap.gap.InformationGap;
import infogap.gap.LogScore;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import infogap.regression.Broadcasting;
import infogap.regression.Derivation;
import infogap.regression.Design;
import infogap.regression.Difference;
import infogap.regression.GradientDescent;
import infogap.regression.LeastSquares;
import infogap.regression.MeanSquaredError;
import infogap.regression.PerfectFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 000: the information gap as a difference, five points on y = 1.2x, and five predictions.
class Document000Test {

    private static final Ledger LEDGER = Ledger.find();
    private static final double[] X = {1, 2, 3, 4, 5};
    private static final double[] Y = {1.2, 2.4, 3.6, 4.8, 6.0};
    private static final Difference GAP = Difference.fromLine(0, 1.2, 6, 7, 8, 9, 10);
    private static final MeanSquaredError MSE = MeanSquaredError.of(X, Y);
    private static final BigFraction SLOPE = Fractions.of("1.2");

    @Test
    void theDefinitionsHold() {
        List<Case> pairs = new ArrayList<>();
        for (int need = -3; need <= 3; need++) {
            for (int prediction = -3; prediction <= 3; prediction++) {
                Difference one = new Difference(List.of(Fractions.of(need, 2)), List.of(Fractions.of(prediction, 2)));
                pairs.add(new Case(one.toString(), one.exact().getFirst().equals(BigFraction.ZERO) == (need == prediction)));
            }
        }
        confirm("0-01", new Finding.Statement(pairs));
        confirm("0-03", equation(i -> new Point(
                "x = " + GAP.regressors().get(i), GAP.exact().get(i), GAP.regressors().get(i).multiply(Fractions.of("-0.2")))));
        confirm("0-05", new Finding.Equation(IntStream.rangeClosed(0, 20).mapToObj(Document000Test::averageOfSquares).toList()));
        confirm("0-06", new Finding.Equation(IntStream.rangeClosed(0, 20).mapToObj(Document000Test::step).toList()));
    }

    @Test
    void theRuleForAGapMissesANegativeOne() {
        confirm("0-02", equation(i -> new Point(
                "D = " + Fractions.format(GAP.exact().get(i)),
                GAP.exact().get(i).compareTo(BigFraction.ZERO) > 0 ? BigFraction.ONE : BigFraction.ZERO,
                GAP.regressors().get(i).equals(GAP.predictions().get(i)) ? BigFraction.ZERO : BigFraction.ONE)));
    }

    @Test
    void minimisingDHasThreeReadings() {
        assertTrue(signedGap(1000).compareTo(signedGap(10)) < 0 && signedGap(10).compareTo(signedGap(2)) < 0, "falls for ever");
        BigFraction absolute = BigFraction.ONE.add(signedGap(1));
        assertEquals(BigFraction.ONE, absolute, "D = x - θx is zero at θ = 1");
        assertEquals(Fractions.of(6, 5), MSE.minimiser());
        confirm("0-04", Readings.of(
                Readings.givesNothing("signed", "no minimum"),
                Readings.gives("absolute", absolute),
                Readings.gives("squared error", MSE.minimiser())));
    }

    @Test
    void theFitIsPerfectAndDescentReachesItOnlyWithASmallStep() {
        LEDGER.check("0-08", Derivation.of(X, Y).coefficients().get(1)).confirm();
        PerfectFit fit = (PerfectFit) LeastSquares.fit(X, Y);
        assertEquals(1.2, fit.predict(1), Math.ulp(1.2));
        GradientDescent descent = GradientDescent.of(Design.ofColumns(List.of("x"), X), Y);
        // the limit 2/(12 + √136) is the article's own Hessian [[2, 6], [6, 22]]
        assertEquals(2 / (12 + Math.sqrt(136)), descent.largestStableStep(), 1e-15);
        confirm("0-07", new Readings(IntStream.of(20, 80, 85)
                .mapToObj(step -> {
                    double found = descent.run(step / 1000.0, 4000, 0, 0).last().theta().get(1);
                    assertEquals(step < 85, Math.abs(found - 1.2) < 1e-9, "step " + step);
                    return Readings.holds("step 0.0" + step, Math.abs(found - 1.2) < 1e-9, "slope " + found);
                })
                .toList()));
    }

    @Test
    void oneListingPrintsFiveNumbersAndTheOtherTwentyFive() {
        List<String> vector = GAP.exact().stream().map(Fractions::format).toList();
        confirm("0-09", new Finding.Text(vector.toString()));
        List<List<BigFraction>> matrix = GAP.broadcast();
        for (int i = 0; i < matrix.size(); i++) {
            assertEquals(GAP.exact().get(i), matrix.get(i).get(i), "the diagonal is the intended D");
        }
        confirm("0-12", Finding.Listing.ends(matrix.toString(), vector.toString()));
        confirm("0-13", Accounts.of(
                "shape of D",
                "5.2", Broadcasting.shape(List.of(5, 1), List.of(5)).toString(),
                "4.3", Broadcasting.shape(List.of(5), List.of(5)).toString()));
    }

    @Test
    void dIsNoError() {
        confirm("0-10", new Finding.Statement(cases(i -> GAP.exact().get(i).equals(trueValue(i).subtract(GAP.predictions().get(i))))));
        confirm("0-15", new Finding.Statement(cases(i -> GAP.exact().get(i).equals(GAP.predictions().get(i).subtract(trueValue(i))))));
        BigFraction best = MSE.minimiser();
        boolean errorFalls = MSE.at(best).compareTo(MSE.at(BigFraction.ONE)) < 0;
        boolean gapFalls = gapAt(best, 10).compareTo(gapAt(BigFraction.ONE, 10)) < 0;
        confirm("0-11", new Finding.Statement(List.of(new Case("from θ = 1 to 6/5", errorFalls && gapFalls))));
        confirm("0-17", new Finding.Statement(List.of(new Case("slopes 1 and 6/5", errorFalls == gapFalls))));
    }

    @Test
    void whatTheDocumentSaysOfItself() {
        List<String> defined = List.of("X", "y", "model", "X_test", "y_pred", "D");
        List<String> called = List.of("reshape", "fit", "predict");
        confirm("0-14", new Finding.Statement(List.of(
                new Case("true values", defined.contains("y_test")), new Case("an error measure", called.contains("mean_squared_error")))));
        confirm("0-16", new Finding.Missing(Finding.Missing.What.INPUTS, List.of("a printed result"), List.of()));
        confirm("0-18", new Finding.Missing(
                Finding.Missing.What.EVIDENCE, List.of("cross-validation", "evaluation on a test set", "feedback loop"), called));
        confirm("0-19", Influences.of(List.of("satisfaction → experience"), List.of("experience → satisfaction")));
        confirm("0-20", new Accounts(
                "3.3", Map.of("its interpretation", "hard", "its computation", "heavy"),
                "5.3", Map.of("its interpretation", "simple", "its computation", "efficient")));
        confirm("0-24", new Finding.Missing(Finding.Missing.What.INPUTS, List.of("the answer"), List.of("the heading")));
        confirm("0-26", new Finding.Missing(Finding.Missing.What.EVIDENCE, List.of("a measurement"), List.of()));
    }

    @Test
    void theListingFitsTheResponseAndNotTheGap() {
        double[] gaps = {-0.2, -0.4, -0.6, -0.8, -1};
        for (int i = 0; i < gaps.length; i++) {
            assertEquals(Fractions.ofDecimal(X[i]).subtract(Fractions.ofDecimal(Y[i])), Fractions.ofDecimal(gaps[i]), "D = x - y");
        }
        BigFraction ofGaps = Derivation.of(X, gaps).coefficients().get(1);
        assertEquals(Fractions.of(-1, 5), ofGaps);
        confirm("0-27", new Finding.Statement(List.of(new Case("one slope", ofGaps.equals(Derivation.of(X, Y).coefficients().get(1))))));
    }

    @Test
    void whoHasTheNeedHasNoGap() {
        Distribution<Integer> need = Distribution.uniform(List.of(1, 2, 3, 4, 5));
        double unknown = lacking(need, Channel.uninformative(need.states(), Distribution.uniform(List.of("-"))));
        double known = lacking(need, Channel.perfect(need.states()));
        assertEquals(Math.log(5) / Math.log(2), unknown, 1e-14);
        assertEquals(0, known, 1e-14);
        confirm("0-28", Accounts.of("bits of X", "as the need", Double.toString(unknown), "as an argument", Double.toString(known)));
    }

    @Test
    void whatTheDocumentCites() {
        assertEquals(BigFraction.ZERO, MSE.at(MSE.minimiser()));
        confirm("0-29", new Finding.Missing(Finding.Missing.What.EVIDENCE, List.of("a deep model that errs less than 0"), List.of()));
        confirm("0-30", Sources.find().of("0-30"));
        confirm("0-31", new Finding.Missing(
                Finding.Missing.What.EVIDENCE, List.of("journal, publisher and year of each of the five"), List.of("titles")));
    }

    private static double lacking(Distribution<Integer> need, Channel<Integer, ?> seen) {
        return InformationGap.of(need, seen, LogScore.bits()).remaining();
    }

    private static void confirm(String id, Finding finding) {
        LEDGER.check(id, finding).confirm();
    }

    private static BigFraction trueValue(int i) {
        return SLOPE.multiply(GAP.regressors().get(i));
    }

    private static BigFraction signedGap(double slope) {
        return Difference.fromLine(0, slope, 1).exact().getFirst();
    }

    private static BigFraction gapAt(BigFraction slope, double x) {
        return Difference.fromLine(0, Fractions.toDouble(slope), x).exact().getFirst().abs();
    }

    private static Finding.Equation equation(IntFunction<Point> point) {
        return new Finding.Equation(IntStream.range(0, 5).mapToObj(point).toList());
    }

    private static List<Case> cases(IntFunction<Boolean> holds) {
        return IntStream.range(0, 5).mapToObj(i -> new Case("x = " + GAP.regressors().get(i), holds.apply(i))).toList();
    }

    private static Point averageOfSquares(int tenths) {
        BigFraction theta = Fractions.of(tenths, 10);
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < X.length; i++) {
            BigFraction error = Fractions.ofDecimal(Y[i]).subtract(theta.multiply(Fractions.ofDecimal(X[i])));
            sum = sum.add(error.multiply(error));
        }
        return new Point("θ = " + Fractions.format(theta), sum.divide(X.length), MSE.at(theta));
    }

    /// For a parabola the symmetric difference quotient is the derivative.
    private static Point step(int tenths) {
        BigFraction eta = Fractions.of(1, 100);
        BigFraction theta = Fractions.of(tenths, 10);
        BigFraction slope = MSE.at(theta.add(BigFraction.ONE)).subtract(MSE.at(theta.subtract(BigFraction.ONE))).divide(2);
        return new Point(
                "θ = " + Fractions.format(theta),
                theta.subtract(eta.multiply(MSE.derivative(theta))),
                theta.subtract(eta.multiply(slope)));
    }
}
