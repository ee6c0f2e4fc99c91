package infogap.papers;

import infogap.bayes.Result;
import infogap.bayes.Screening;
import infogap.claims.Finding;
import infogap.claims.Ledger;
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
        LEDGER.check("4-05", Fractions.of("0.2").add(Fractions.of("0.8"))).confirm();
    }

    @Test
    void theLawOfTotalProbabilityAgreesWithCounting() {
        SplittableRandom random = new SplittableRandom(44);
        List<Finding.Equation.Point> points = new ArrayList<>();
        for (int population = 1; population <= 20; population++) {
            int[][] customers = new int[2][2];
            for (int i = 0; i < 100; i++) {
                customers[random.nextInt(2)][random.nextInt(2)]++;
            }
            int high = customers[1][0] + customers[1][1];
            BigFraction formula = Fractions.of(customers[1][1], high)
                    .multiply(Fractions.of(high, 100))
                    .add(Fractions.of(customers[0][1], 100 - high).multiply(Fractions.of(100 - high, 100)));
            BigFraction counted = Fractions.of(customers[0][1] + customers[1][1], 100);
            points.add(new Finding.Equation.Point("population " + population, formula, counted));
        }
        LEDGER.check("4-06", new Finding.Equation(points)).confirm();
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
