package infogap.papers;

import infogap.bayes.Result;
import infogap.bayes.Screening;
import infogap.claims.Ledger;
import infogap.customers.value.BetaGeometricNbd;
import infogap.customers.value.BuyingPattern;
import infogap.decision.Lottery;
import infogap.decision.Utility;
import infogap.decision.Valuation;
import infogap.gap.Payoffs;
import infogap.gap.Persuasion;
import infogap.information.Entropy;
import infogap.information.MutualInformation;
import infogap.information.Unit;
import infogap.probability.Distribution;
import infogap.probability.JointDistribution;
import infogap.regression.Derivation;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// The worked examples of the literature, each from its source's own inputs. The expected values are what the sources print.
class ClassicsTest {

    private static final Ledger LEDGER = Ledger.find();

    private final List<double[][]> anscombe = List.of(
            new double[][] {{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
                {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68}},
            new double[][] {{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
                {9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74}},
            new double[][] {{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
                {7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73}},
            new double[][] {{8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8},
                {6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89}});

    private final JointDistribution<Integer, Integer> joint = JointDistribution.of(List.of(1, 2, 3, 4), List.of(1, 2, 3, 4), new double[][] {
            {1.0 / 8, 1.0 / 16, 1.0 / 32, 1.0 / 32}, {1.0 / 16, 1.0 / 8, 1.0 / 32, 1.0 / 32},
            {1.0 / 16, 1.0 / 16, 1.0 / 16, 1.0 / 16}, {1.0 / 4, 0, 0, 0}});

    private final Persuasion<String> persuasion = Persuasion.of(Distribution.binary("guilty", "innocent", 0.3),
            Payoffs.of(List.of("convict", "acquit"), List.of("guilty", "innocent"), new double[][] {{1, 0}, {0, 1}}),
            Payoffs.of(List.of("convict", "acquit"), List.of("guilty", "innocent"), new double[][] {{1, 1}, {0, 0}}));

    @Test
    void eddysMammogram() {
        LEDGER.check("8-01", Screening.of(0.01, 0.792, 0.096).exact().posterior(Result.POSITIVE).fraction()).confirm();
    }

    @Test
    void thePhysiciansQuestion() {
        LEDGER.check("8-02", Screening.of(0.001, 1, 0.05).exact().posterior(Result.POSITIVE).fraction()).confirm();
    }

    @Test
    void theCabProblem() {
        LEDGER.check("8-03", Screening.of(0.15, 0.8, 0.2).exact().posterior(Result.POSITIVE).fraction()).confirm();
    }

    @Test
    void gigerenzersMammogram() {
        LEDGER.check("8-04", Screening.of(0.01, 0.8, 0.096).exact().posterior(Result.POSITIVE).fraction()).confirm();
    }

    @Test
    void shannonsChannelAndSource() {
        LEDGER.check("8-05", Entropy.of(Distribution.binary("wrong", "right", 0.01), Unit.BITS)).confirm();
        LEDGER.check("8-06", 1000 * (1 - Entropy.of(Distribution.binary("wrong", "right", 0.01), Unit.BITS))).confirm();
        LEDGER.check("8-07", Entropy.of(Distribution.of(List.of("A", "B", "C", "D"), 0.5, 0.25, 0.125, 0.125), Unit.BITS)).confirm();
    }

    @Test
    void anscombesQuartet() {
        LEDGER.check("8-08", Derivation.of(anscombe.get(0)[0], anscombe.get(0)[1]).coefficients().getFirst()).confirm();
        LEDGER.check("8-09", Derivation.of(anscombe.get(0)[0], anscombe.get(0)[1]).coefficients().getLast()).confirm();
        LEDGER.check("8-10", Derivation.of(anscombe.get(1)[0], anscombe.get(1)[1]).coefficients().getFirst()).confirm();
        LEDGER.check("8-11", Derivation.of(anscombe.get(1)[0], anscombe.get(1)[1]).coefficients().getLast()).confirm();
        LEDGER.check("8-12", Derivation.of(anscombe.get(2)[0], anscombe.get(2)[1]).coefficients().getFirst()).confirm();
        LEDGER.check("8-13", Derivation.of(anscombe.get(2)[0], anscombe.get(2)[1]).coefficients().getLast()).confirm();
        LEDGER.check("8-14", Derivation.of(anscombe.get(3)[0], anscombe.get(3)[1]).coefficients().getFirst()).confirm();
        LEDGER.check("8-15", Derivation.of(anscombe.get(3)[0], anscombe.get(3)[1]).coefficients().getLast()).confirm();
        LEDGER.check("8-16", ((FittedModel) LeastSquares.fit(anscombe.get(0)[0], anscombe.get(0)[1])).rSquared()).confirm();
        LEDGER.check("8-17", ((FittedModel) LeastSquares.fit(anscombe.get(0)[0], anscombe.get(0)[1])).coefficients().getLast().t()).confirm();
    }

    @Test
    void theProsecutor() {
        LEDGER.check("8-18", persuasion.value()).confirm();
        LEDGER.check("8-19", persuasion.probability(1, 0)).confirm();
        LEDGER.check("8-20", persuasion.probability(1, 1)).confirm();
    }

    @Test
    void coverAndThomasTable() {
        LEDGER.check("8-21", Entropy.of(joint.columnMarginal(), Unit.BITS)).confirm();
        LEDGER.check("8-22", Entropy.of(joint.rowMarginal(), Unit.BITS)).confirm();
        LEDGER.check("8-23", Entropy.ofColumnsGivenRows(joint, Unit.BITS)).confirm();
        LEDGER.check("8-24", Entropy.ofRowsGivenColumns(joint, Unit.BITS)).confirm();
        LEDGER.check("8-25", Entropy.joint(joint, Unit.BITS)).confirm();
        LEDGER.check("8-26", MutualInformation.of(joint, Unit.BITS)).confirm();
    }

    @Test
    void bernoullisGame() {
        LEDGER.check("8-27", petersburg(0)).confirm();
        LEDGER.check("8-28", petersburg(10)).confirm();
        LEDGER.check("8-29", petersburg(1000)).confirm();
    }

    @Test
    void theCustomerWhoBoughtTwice() {
        LEDGER.check("8-30", new BetaGeometricNbd(0.243, 4.414, 0.793, 2.426).expectedPurchases(39, new BuyingPattern(2, 30.43, 38.86))).confirm();
    }

    private static double petersburg(double wealth) {
        int tosses = 60;
        var outcomes = new ArrayList<BigFraction>();
        var probabilities = new ArrayList<BigFraction>();
        for (int k = 1; k <= tosses; k++) {
            outcomes.add(new BigFraction(BigInteger.TWO.pow(k - 1)));
            // the last outcome stands for itself and all after it, so that the probabilities sum to 1
            probabilities.add(new BigFraction(BigInteger.ONE, BigInteger.TWO.pow(Math.min(k, tosses - 1))));
        }
        return Valuation.of(Lottery.of(outcomes, probabilities), Utility.crra(1, wealth)).orThrow()
            .certaintyEquivalent();
    }
}
