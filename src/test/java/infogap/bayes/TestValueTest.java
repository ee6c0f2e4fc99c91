package infogap.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.gap.InformationGap;
import infogap.gap.Payoffs;
import infogap.numeric.Fractions;
import infogap.numeric.Ratio;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestValueTest {

    private static final Screening ARTICLE = Screening.of(0.2, 0.9, 0.1);

    @ParameterizedTest
    @CsvSource({"50, 14, 20, 7/10", "25, 16, 20, 4/5", "10, 26/5, 8, 13/20"})
    void theArticlesTestIsWorthThisMuch(double loss, String test, String truth, String share) {
        TestValue value = TestValue.of(ARTICLE, 100, loss);
        assertEquals(Fractions.of(test), value.valueOfTest());
        assertEquals(Fractions.of(truth), value.valueOfTruth());
        assertEquals(Fractions.of(share), value.share().fraction());
    }

    @Test
    void manyPeoplePayForEachTest() {
        assertEquals(Fractions.of("11000"), TestValue.of(ARTICLE, 100, 50).net(3, 1000));
        assertEquals(Fractions.of("-1"), TestValue.of(ARTICLE, 100, 50).net(15, 1));
        assertThrows(IllegalArgumentException.class, () -> TestValue.of(ARTICLE, 100, 50).net(-1, 1));
    }

    @Test
    void theTruthMayBeWorthNothing() {
        assertInstanceOf(Ratio.Undefined.class, TestValue.of(ARTICLE, 100, 0).share());
    }

    @Test
    void itIsTheInformationGapInFractions() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 200; i++) {
            Screening screening = Screening.of(random.nextDouble(), random.nextDouble(), random.nextDouble());
            double benefit = random.nextInt(0, 200);
            double loss = random.nextInt(0, 200);
            TestValue exact = TestValue.of(screening, benefit, loss);
            var gap = InformationGap.of(
                    screening.condition(), screening.channel(), Payoffs.actOrNot(List.of(Condition.values()), benefit, loss));
            assertEquals(Fractions.toDouble(exact.valueOfTest()), gap.valueOfMessage(), 1e-12);
            assertEquals(Fractions.toDouble(exact.valueOfTruth()), gap.valueOfPerfectInformation(), 1e-12);
        }
    }

    /// Net benefit at t is the payoff with benefit 1 and loss t/(1−t); where acting on the result is the best use of the test, what it adds to the better of
    /// all and none is its value as information.
    @Test
    void netBenefitIsTheValueOfInformation() {
        SplittableRandom random = new SplittableRandom(7);
        int used = 0;
        for (int i = 0; i < 300; i++) {
            ExactScreening test = new ExactScreening(percent(random), percent(random), percent(random));
            BigFraction t = percent(random);
            BigFraction odds = t.divide(BigFraction.ONE.subtract(t));
            BigFraction all = test.prior().subtract(BigFraction.ONE.subtract(test.prior()).multiply(odds));
            BigFraction withoutTest = max(BigFraction.ZERO, all);
            BigFraction gain = test.netBenefit(t).subtract(withoutTest);
            BigFraction opposite = all.subtract(test.netBenefit(t));
            BigFraction evsi = max(BigFraction.ZERO, test.netBenefit(t)).add(max(BigFraction.ZERO, opposite)).subtract(withoutTest);
            if (test.netBenefit(t).doubleValue() >= 0 && opposite.doubleValue() <= 0) {
                used++;
                assertEquals(evsi, gain);
            } else {
                assertTrue(evsi.compareTo(gain) > 0);
            }
        }
        assertTrue(used > 20, "used " + used);
    }

    @Test
    void theDecisionCurveOfCasesIsTheNetBenefitOfTheirCounts() {
        double[] risks = {0.9, 0.8, 0.6, 0.3, 0.2, 0.1};
        boolean[] present = {true, true, false, true, false, false};
        DecisionCurve curve = DecisionCurve.of(risks, present);
        // by hand at 0.5: TP 2, FP 1 of 6, odds 1
        assertEquals(1.0 / 6, curve.point(0.5).netBenefit(), 1e-16);
        assertEquals(0, curve.point(0.5).actOnAll(), 1e-16);
        assertEquals(1.0 / 3, curve.point(0.5).standardized(), 1e-15);
        assertEquals(1.0 / 6, curve.point(0.5).gain(), 1e-15);
        for (DecisionCurve.Point point : curve.points(0.05, 0.25, 0.5, 0.7)) {
            ScreeningCounts counts = curve.at(point.threshold());
            double expected = Fractions.toDouble(counts.screening().exact().netBenefit(Fractions.ofDecimal(point.threshold())));
            assertEquals(expected, point.netBenefit(), 1e-15);
        }
        DecisionCurve everybody = DecisionCurve.of(new double[] {1, 1, 1, 1, 1, 1}, present);
        assertEquals(1.0 / 6, curve.advantageOver(everybody, 0.5), 1e-15);
        assertEquals(everybody.point(0.3).actOnAll(), everybody.point(0.3).netBenefit(), 1e-15);
        assertTrue(curve.toString().startsWith("net benefit for 6 cases, 3 with the condition"), curve::toString);
        assertTrue(curve.toString().endsWith("     0.50     0.166667     0.000000"), curve::toString);
    }

    @Test
    void decisionCurvesNeedRisksAndThresholds() {
        boolean[] present = {true, false};
        assertThrows(IllegalArgumentException.class, () -> DecisionCurve.of(new double[] {0.5, 1.5}, present));
        assertThrows(IllegalArgumentException.class, () -> DecisionCurve.of(new double[] {0.5}, present));
        assertThrows(IllegalArgumentException.class, () -> DecisionCurve.of(new double[] {0.5, 0.6}, new boolean[2]));
        DecisionCurve curve = DecisionCurve.of(new double[] {0.5, 0.6}, present);
        assertThrows(IllegalArgumentException.class, () -> curve.point(1));
        assertThrows(IllegalArgumentException.class, () -> curve.point(Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> curve.advantageOver(DecisionCurve.of(new double[] {0.5, 0.6}, new boolean[] {false, true}), 0.5));
        assertThrows(IllegalArgumentException.class, () -> ARTICLE.exact().netBenefit(BigFraction.ONE));
        assertThrows(IllegalArgumentException.class, () -> TestValue.of(ARTICLE, Double.NaN, 1));
    }

    private static BigFraction percent(SplittableRandom random) {
        return Fractions.of(random.nextInt(1, 100), 100);
    }

    private static BigFraction max(BigFraction a, BigFraction b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /// Acting at risks of at least t and at risks above t, as R's dcurves 0.5 does, by counting: 0.5 is the risk of two, one with the condition.
    @Test
    void risksAtTheThresholdAreWhereConventionsDiffer() {
        DecisionCurve curve = DecisionCurve.of(new double[] {0.9, 0.5, 0.5, 0.1}, new boolean[] {true, true, false, false});
        DecisionCurve.Point tied = curve.point(0.5);
        assertEquals(2, tied.atThreshold());
        assertEquals((2 - 1) / 4.0, tied.netBenefit());
        assertEquals((1 - 0) / 4.0, tied.netBenefitAbove());
        DecisionCurve.Point between = curve.point(0.4);
        assertEquals(0, between.atThreshold());
        assertEquals(between.netBenefit(), between.netBenefitAbove());
        // calibrated: of those with risk t a share of t has the condition, and neither convention is better
        DecisionCurve calibrated = DecisionCurve.of(new double[] {0.25, 0.25, 0.25, 0.25, 0.9}, new boolean[] {true, false, false, false, true});
        assertEquals(calibrated.point(0.25).netBenefit(), calibrated.point(0.25).netBenefitAbove(), 1e-16);
        assertTrue(curve.toString().contains("2 at the threshold; 0.250000 without them"), curve::toString);
    }
}
