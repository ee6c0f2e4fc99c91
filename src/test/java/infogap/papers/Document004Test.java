package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import infogap.bayes.Result;
import infogap.bayes.Screening;
import infogap.claims.Coherence;
import infogap.claims.Finding;
import infogap.claims.Ledger;
import infogap.claims.Printed;
import infogap.claims.Readings;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Document 004, section 4.4: who is a high-value customer, given that the rule identified him?
class Document004Test {

    private static final Ledger LEDGER = Ledger.find();
    private static final Screening SCREENING = Screening.of(0.2, 0.9, 0.1);

    @Test
    void thePriorsSumToOne() {
        LEDGER.check("4-05", Coherence.ofExact(BigFraction.ONE, List.of(Fractions.of("0.2"), Fractions.of("0.8")))).confirm();
    }

    @Test
    void theFormulasAgreeWithCounting() {
        SplittableRandom random = new SplittableRandom(44);
        List<Finding.Equation.Point> total = new ArrayList<>();
        List<Finding.Equation.Point> bayes = new ArrayList<>();
        for (int population = 1; population <= 20; population++) {
            int[][] customers = {{1, 1}, {1, 1}};
            for (int i = 0; i < 96; i++) {
                customers[random.nextInt(2)][random.nextInt(2)]++;
            }
            int high = customers[1][0] + customers[1][1];
            int identified = customers[0][1] + customers[1][1];
            BigFraction both = Fractions.of(customers[1][1], high).multiply(Fractions.of(high, 100));
            BigFraction formula = both.add(Fractions.of(customers[0][1], 100 - high).multiply(Fractions.of(100 - high, 100)));
            String name = "population " + population;
            total.add(new Finding.Equation.Point(name, formula, Fractions.of(identified, 100)));
            bayes.add(new Finding.Equation.Point(
                    name, both.divide(Fractions.of(identified, 100)), Fractions.of(customers[1][1], identified)));
        }
        LEDGER.check("4-01", new Finding.Equation(bayes)).confirm();
        LEDGER.check("4-06", new Finding.Equation(total)).confirm();
    }

    @Test
    void theWordsHaveReadings() {
        Screening weaker = Screening.of(0.2, 0.5, 0.1);
        assertEquals(SCREENING.exact().prior(), weaker.exact().prior(), "a prior does not depend on the test");
        LEDGER.check("4-02", Readings.of(
                Readings.holds("P(A)", SCREENING.exact().prior().equals(weaker.exact().prior()), "1/5 and 1/5"),
                Readings.holds("P(B)", SCREENING.exact().positiveRate().equals(weaker.exact().positiveRate()), "13/50 and 9/50"))).confirm();
        BigFraction posterior = SCREENING.exact().posterior(Result.POSITIVE).fraction();
        LEDGER.check("4-03", Readings.of(
                Readings.gives("high-value", posterior), Readings.gives("knows more", BigFraction.ONE))).confirm();
        BigFraction judgedRightly = Screening.of(0.2, 0.9, 0.9).exact().posterior(Result.POSITIVE).fraction();
        assertEquals(SCREENING.exact().prior(), judgedRightly, "with equal rates the result says nothing");
        LEDGER.check("4-04", Readings.of(
                Readings.gives("false-positive rate", posterior), Readings.gives("specificity", judgedRightly))).confirm();
    }

    @Test
    void theShareOfIdentifiedCustomers() {
        LEDGER.check("4-07", SCREENING.exact().positiveRate()).confirm();
    }

    @Test
    void thePosteriorInheritsTheError() {
        BigFraction fromPrinted = SCREENING.exact().truePositives().divide(LEDGER.claim("4-07").printed().value());
        LEDGER.check("4-08", SCREENING.exact().posterior(Result.POSITIVE).fraction(), "4-07", fromPrinted).confirm();
    }

    @Test
    void theConclusionInheritsItOnceMore() {
        BigFraction fromPrinted = LEDGER.claim("4-08").printed().value();
        LEDGER.check("4-09", SCREENING.exact().posterior(Result.POSITIVE).fraction(), "4-08", fromPrinted).confirm();
    }
}
