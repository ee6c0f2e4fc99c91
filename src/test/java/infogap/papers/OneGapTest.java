package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import infogap.bayes.Condition;
import infogap.bayes.Result;
import infogap.bayes.Screening;
import infogap.table.prepare.Features;
import infogap.customers.segment.ProvenSegments;
import infogap.customers.segment.Segmentation;
import infogap.gap.InformationGap;
import infogap.gap.Payoffs;
import infogap.gap.SampleGap;
import infogap.information.MutualInformation;
import infogap.information.Unit;
import infogap.probability.JointDistribution;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.signaling.EquilibriumKind;
import infogap.signaling.NoisySignal;
import infogap.signaling.SignalingMarket;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The unifying result: the models' own measures are all the value of information in a decision, in that decision's unit.
class OneGapTest {

    /// Closed forms in doubles: a few units in the last place of sums of a few terms.
    private static final double ROUNDING = 1e-13;

    private static final Screening SCREENING = Screening.of(0.2, 0.9, 0.1);
    private static final double[][] CUSTOMERS = {{25, 1}, {32, 2}, {45, 3}, {22, 0}, {35, 1}};

    @Test
    void aScreeningsExpectedValueOfSampleInformation() {
        InformationGap<String, Condition, Result> gap = InformationGap.of(
                SCREENING.condition(), SCREENING.channel(), Payoffs.actOrNot(List.of(Condition.values()), 100, 50));
        // 0.26 · (100 · 9/13 − 50 · 4/13) = 14, and 0.2 · 100 = 20
        assertEquals(14, gap.closed(), ROUNDING * 14);
        assertEquals(20, gap.total(), ROUNDING * 20);
        // (H(prior) − H(prior | result)) / H(prior), and 1 − Σ p(r) Var(r) / Var = 256/481: exact computations
        assertEquals(0.49554904627884604, gap.inBits().shareClosed(), ROUNDING);
        assertEquals(256 / 481.0, gap.inBrierScore().shareClosed(), ROUNDING);
    }

    @Test
    void mutualInformationIsTheGapOfTheLogScore() {
        SplittableRandom random = new SplittableRandom(10);
        for (int round = 0; round < 200; round++) {
            Screening test = Screening.of(
                    0.01 + 0.98 * random.nextDouble(), 0.01 + 0.98 * random.nextDouble(), 0.01 + 0.98 * random.nextDouble());
            double bits = MutualInformation.of(JointDistribution.of(test.condition(), test.channel()), Unit.BITS);
            double gap = InformationGap.of(
                            test.condition(), test.channel(), Payoffs.actOrNot(List.of(Condition.values()), 1, 1))
                    .inBits()
                    .closed();
            assertEquals(bits, gap, ROUNDING, test.toString());
        }
    }

    @Test
    void aSeparatingEquilibriumClosesTheGapAndPoolingLeavesIt() {
        SignalingMarket market = SignalingMarket.of(0.6, 50, 100);
        assertEquals(1, share(market, 75, EquilibriumKind.SEPARATING), ROUNDING);
        assertEquals(0, share(market, 75, EquilibriumKind.POOLING_ON_NO_SIGNAL), ROUNDING);
        // 0.512458301444372 / 0.970950594454668638998, and 128/203
        assertEquals(0.527790295789656448, NoisySignal.of(0.6, 0.9, 0.1).information().bitsShare(), ROUNDING);
        assertEquals(128 / 203.0, NoisySignal.of(0.6, 0.9, 0.1).information().varianceShare().doubleValue(), ROUNDING);
    }

    @Test
    void oneMinusTheGapOfARegressionIsItsUnexplainedVariance() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 100; round++) {
            double[] x = random.doubles(20).toArray();
            double[] y = IntStream.range(0, 20).mapToDouble(i -> 2 * x[i] + random.nextDouble()).toArray();
            FittedModel line = LeastSquares.fit(x, y).orThrow();
            SampleGap gap = SampleGap.ofFit(y, line.fittedValues());
            assertEquals(line.rSquared(), gap.shareClosed(), ROUNDING);
            assertEquals(1 - line.rSquared(), gap.remaining() / gap.total(), ROUNDING);
        }
    }

    @Test
    void aClusteringsGapIsBetweenOverTotalSumOfSquares() {
        Segmentation best = ProvenSegments.enumerate(Features.of(CUSTOMERS), 3);
        SampleGap gap = SampleGap.ofGroups(CUSTOMERS, IntStream.of(best.labels()).boxed().toList());
        // SSE 10 of 332: 161/166, by enumerating all 25 partitions
        assertEquals(161 / 166.0, gap.shareClosed(), ROUNDING);
        assertEquals(best.between() / best.total(), gap.shareClosed(), ROUNDING);
    }

    private static double share(SignalingMarket market, double delta, EquilibriumKind kind) {
        return market.game(delta).equilibrium(kind).orElseThrow().information().bitsShare();
    }
}
