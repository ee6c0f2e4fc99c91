package infogap.information;

import static infogap.information.EntropyEstimator.CHAO_SHEN;
import static infogap.information.EntropyEstimator.GRASSBERGER;
import static infogap.information.EntropyEstimator.JEFFREYS;
import static infogap.information.EntropyEstimator.LAPLACE;
import static infogap.information.EntropyEstimator.MILLER_MADOW;
import static infogap.information.EntropyEstimator.MINIMAX;
import static infogap.information.EntropyEstimator.PANZERI_TREVES;
import static infogap.information.EntropyEstimator.PERKS;
import static infogap.information.EntropyEstimator.PLUG_IN;
import static infogap.information.EntropyEstimator.SHRINKAGE;
import static infogap.information.Unit.BITS;
import static infogap.information.Unit.NATS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.probability.JointDistribution;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EstimatorPanelTest {

    private static final double RELATIVE = 4e-15;

    @Test
    void fourSingletonsAreUnidentified() {
        EstimatorPanel panel = EstimatorPanel.of(Tables.fourSingletons(), BITS);
        assertEquals(4, panel.observations());
        assertEquals(4, panel.singletons());
        assertEquals(new Estimate.Value(2), panel.of(PLUG_IN).mutualInformation());
        // 2 + 3/(8 ln 2) and 2 − 9/(8 ln 2)
        assertEquals(2.5410106403333614, panel.of(MILLER_MADOW).mutualInformation().orElseThrow(), RELATIVE);
        assertEquals(0.37696807899991613, panel.of(PANZERI_TREVES).mutualInformation().orElseThrow(), RELATIVE);
        assertEquals(0, EntropyEstimator.coverage(Tables.fourSingletons().cells()));
        Estimate.Undefined chaoShen = assertInstanceOf(Estimate.Undefined.class, panel.of(CHAO_SHEN).mutualInformation());
        assertTrue(chaoShen.reason().contains("coverage"), chaoShen.reason());
        assertThrows(IllegalStateException.class, chaoShen::orElseThrow);
        // λ = min(1, (3/4) / (3 · 3/16)) = 1: all the way to the uniform table, which is independent
        assertEquals(0, panel.of(SHRINKAGE).mutualInformation().orElseThrow());

        Verdict.Unidentified verdict = assertInstanceOf(Verdict.Unidentified.class, panel.verdict());
        assertEquals(Verdict.Reason.ALL_SINGLETONS, verdict.reason());
        assertEquals(new SmallestP(1, true), verdict.smallestP());
        assertEquals(0, verdict.lowest());
        // Grassberger's, (ln 4 − G(1)) / ln 2 with G(1) = −γ − ln 2; far above log₂ 4
        assertEquals(3 + 0.5772156649015329 / Math.log(2), verdict.highest(), RELATIVE);
        assertTrue(panel.toString().contains("UNIDENTIFIED: no pair of values was observed twice"), panel.toString());
    }

    @Test
    void estimatorsOfOneEntropyAgreeWithTheirFormulas() {
        // n = (4, 2, 1, 0), N = 7, K = 4, m = 3, f1 = 1
        long[] counts = {4, 2, 1, 0};
        double plugIn = 4 / 7.0 * Math.log(7 / 4.0) + 2 / 7.0 * Math.log(7 / 2.0) + 1 / 7.0 * Math.log(7);
        assertEquals(plugIn, nats(PLUG_IN, counts), RELATIVE);
        assertEquals(plugIn + 2 / 14.0, nats(MILLER_MADOW, counts), RELATIVE);
        assertEquals(plugIn + 2 / 14.0, nats(PANZERI_TREVES, counts), RELATIVE);
        // C = 6/7, p = C n / N = (24, 12, 6) / 49, each term divided by 1 − (1 − p)^7
        double chaoShen = 0;
        for (double p : new double[] {24 / 49.0, 12 / 49.0, 6 / 49.0}) {
            chaoShen -= p * Math.log(p) / (1 - Math.pow(1 - p, 7));
        }
        assertEquals(6 / 7.0, EntropyEstimator.coverage(counts), RELATIVE);
        assertEquals(chaoShen, nats(CHAO_SHEN, counts), RELATIVE);
        // Dirichlet: (n + a) / (7 + 4 a)
        assertEquals(entropy(4.5 / 9, 2.5 / 9, 1.5 / 9, 0.5 / 9), nats(JEFFREYS, counts), RELATIVE);
        assertEquals(entropy(5 / 11.0, 3 / 11.0, 2 / 11.0, 1 / 11.0), nats(LAPLACE, counts), RELATIVE);
        assertEquals(entropy(4.25 / 8, 2.25 / 8, 1.25 / 8, 0.25 / 8), nats(PERKS, counts), RELATIVE);
        double a = Math.sqrt(7) / 4;
        assertEquals(entropy((4 + a) / (7 + 4 * a), (2 + a) / (7 + 4 * a), (1 + a) / (7 + 4 * a), a / (7 + 4 * a)), nats(MINIMAX, counts), RELATIVE);
        // λ = (1 − 21/49) / (6 · (21/49 − 1/4)) = (28/49) / (6 · 35/196) = 8/15
        double lambda = 8 / 15.0;
        double rest = 1 - lambda;
        assertEquals(
                entropy(lambda / 4 + rest * 4 / 7, lambda / 4 + rest * 2 / 7, lambda / 4 + rest / 7, lambda / 4),
                nats(SHRINKAGE, counts), RELATIVE);
        // G(1) = −γ − ln 2, G(2) = G(1) + 2, G(3) = G(2), G(4) = G(2) + 2/3 (Grassberger's recurrence)
        double g1 = -0.5772156649015329 - Math.log(2);
        double g2 = g1 + 2;
        assertEquals(Math.log(7) - (4 * (g2 + 2 / 3.0) + 2 * g2 + g1) / 7, nats(GRASSBERGER, counts), RELATIVE);
    }

    @Test
    void aShrinkageWithNothingToHoldItBackGoesToTheTarget() {
        assertEquals(Math.log(3), nats(SHRINKAGE, new long[] {1, 0, 0}), RELATIVE);
        assertEquals(Math.log(2), nats(SHRINKAGE, new long[] {5, 5}), RELATIVE);
        assertEquals(0, nats(SHRINKAGE, new long[] {5}));
    }

    @Test
    void chaoShenIsUndefinedWithoutCoverageAndZeroForAConstant() {
        assertFalse(CHAO_SHEN.entropy(new long[] {1, 1, 1}, BITS).isDefined());
        assertEquals(0, nats(CHAO_SHEN, new long[] {9}));
    }

    @Test
    void frequencyEstimatorsAreCoherent() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 100; trial++) {
            EstimatorPanel panel = EstimatorPanel.of(Tables.random(2 + trial % 3, 2 + trial % 4, 8, random), NATS);
            for (EntropyEstimator estimator : new EntropyEstimator[] {PLUG_IN, SHRINKAGE, JEFFREYS, LAPLACE, PERKS, MINIMAX}) {
                EstimatorPanel.Row row = panel.of(estimator);
                double information = row.mutualInformation().orElseThrow();
                assertTrue(information >= 0, () -> estimator + " " + panel);
                assertEquals(
                        row.rowEntropy().orElseThrow() + row.columnEntropy().orElseThrow() - row.jointEntropy().orElseThrow(),
                        information, 1e-14, estimator.toString());
            }
        }
    }

    @Test
    void everyEstimatorConvergesToTheTruth() {
        double[][] truth = {{0.3, 0.1, 0.05}, {0.05, 0.2, 0.3}};
        JointDistribution<Integer, Integer> joint = JointDistribution.of(Tables.labels(2), Tables.labels(3), truth);
        SplittableRandom random = new SplittableRandom(4);
        int n = 400_000;
        int[] x = new int[n];
        int[] y = new int[n];
        for (int k = 0; k < n; k++) {
            double u = random.nextDouble();
            int cell = 0;
            while (cell < 5 && u >= truth[cell / 3][cell % 3]) {
                u -= truth[cell / 3][cell % 3];
                cell++;
            }
            x[k] = cell / 3;
            y[k] = cell % 3;
        }
        EstimatorPanel panel = EstimatorPanel.of(ContingencyTable.ofCodes(x, y), NATS);
        assertInstanceOf(Verdict.Identified.class, panel.verdict());
        double information = MutualInformation.of(joint, NATS);
        // the standard deviation of the information density over √n is 0.0009
        for (EstimatorPanel.Row row : panel.estimators()) {
            assertEquals(information, row.mutualInformation().orElseThrow(), 0.004, row.estimator().toString());
            assertEquals(Entropy.joint(joint, NATS), row.jointEntropy().orElseThrow(), 0.004, row.estimator().toString());
        }
    }

    @Test
    void aWeakDependenceInASmallSampleIsUnidentifiedBecauseTheEstimatorsDisagree() {
        EstimatorPanel panel = EstimatorPanel.of(Tables.of(new long[][] {{5, 4}, {4, 5}}), BITS);
        Verdict.Unidentified verdict = assertInstanceOf(Verdict.Unidentified.class, panel.verdict());
        assertEquals(Verdict.Reason.ESTIMATORS_DISAGREE, verdict.reason());
        assertTrue(verdict.highest() - verdict.lowest() > verdict.plugIn());
        // the most dependent table with margins 9, 9 | 9, 9 is diagonal, in two ways: 2 / C(18, 9)
        assertEquals(new SmallestP(2 / 48620.0, true), verdict.smallestP());
    }

    @Test
    void aConstantHasNoInformationAndThatIsIdentified() {
        EstimatorPanel panel = EstimatorPanel.of(Tables.of(new long[][] {{5, 4, 7}}), BITS);
        Verdict.Identified verdict = assertInstanceOf(Verdict.Identified.class, panel.verdict());
        assertEquals(0, verdict.plugIn());
    }

    private static double nats(EntropyEstimator estimator, long[] counts) {
        return estimator.entropy(counts, NATS).orElseThrow();
    }

    private static double entropy(double... p) {
        double sum = 0;
        for (double each : p) {
            sum -= each * Math.log(each);
        }
        return sum;
    }

    /// Exact independence in a large sample is known, not unidentified: the estimators differ by the bias 1/(2N) nats alone. The same table with five in a
    /// cell says nothing, since the bias is then a thirtieth of a bit and more.
    @Test
    void nothingInALargeSampleIsIdentified() {
        EstimatorPanel large = EstimatorPanel.of(Tables.of(new long[][] {{1_000_000, 1_000_000}, {1_000_000, 1_000_000}}), Unit.BITS);
        Verdict.Identified identified = assertInstanceOf(Verdict.Identified.class, large.verdict());
        assertTrue(identified.highest() - identified.lowest() < 1e-6, identified::toString);
        EstimatorPanel small = EstimatorPanel.of(Tables.of(new long[][] {{5, 5}, {5, 5}}), Unit.BITS);
        assertInstanceOf(Verdict.Unidentified.class, small.verdict());
    }
}
