package infogap.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Finding.Statement;
import infogap.claims.Ledger;
import infogap.claims.Readings;
import infogap.disclosure.DisclosureEquilibrium;
import infogap.disclosure.FiniteTalk;
import infogap.disclosure.Grade;
import infogap.disclosure.UniformDisclosure;
import infogap.disclosure.VerifiableDisclosure;
import infogap.gap.Payoffs;
import infogap.numeric.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What documents 002 and 004 say about disclosing, settled by the models of talk and of proof.
class DisclosureClaimsTest {

    private static final Ledger LEDGER = Ledger.find();
    private static final List<String> PRODUCTS = List.of("good", "plain", "bad");
    private static final List<String> CHOICES = List.of("full price", "discount", "leave");
    private static final double[][] CUSTOMER = {{4, -1, -4}, {2, 2, -1}, {0, 0, 0}};

    /// In no equilibrium is a proved quality paid less than silence is: value − cost ≥ price of silence.
    @Test
    void whatIsShownIsNeverCheaper() {
        SplittableRandom random = new SplittableRandom(13);
        List<Statement.Case> cases = new ArrayList<>();
        int dearer = 0;
        for (int number = 0; number < 1000; number++) {
            int count = random.nextInt(2, 6);
            List<Grade> grades = new ArrayList<>();
            int value = 10;
            for (int i = 0; i < count; i++) {
                value += random.nextInt(1, 20);
                grades.add(new Grade("grade " + value, Fractions.of(1, count), new BigFraction(value)));
            }
            VerifiableDisclosure market = VerifiableDisclosure.of(grades).withCost(random.nextInt(0, 15)).withInformed(random.nextInt(1, 11) / 10.0);
            for (DisclosureEquilibrium equilibrium : market.equilibria()) {
                for (Grade proved : equilibrium.silent().isEmpty() ? List.<Grade>of() : equilibrium.proved()) {
                    cases.add(new Statement.Case(proved + " against " + equilibrium.priceOfSilence(),
                            proved.value().compareTo(equilibrium.priceOfSilence()) < 0));
                    assertTrue(proved.value().subtract(market.cost()).compareTo(equilibrium.priceOfSilence()) >= 0);
                    dearer += proved.value().compareTo(equilibrium.priceOfSilence()) > 0 ? 1 : 0;
                }
            }
        }
        assertTrue(dearer > 1000, dearer + " dearer");
        // the same of uniform quality: the cheapest that is shown is worth the threshold
        for (double cost = 0; cost < 0.5; cost += 0.05) {
            UniformDisclosure market = new UniformDisclosure(cost, 0.8);
            assertTrue(market.threshold() >= market.priceOfSilence());
        }
        LEDGER.check("4-61", new Statement(cases)).confirm();
    }

    @Test
    void whetherSharingMovesExpectationsDependsOnWhatIsShared() {
        // log₂ 3 bits: everything
        double shown = VerifiableDisclosure.of(List.of(Grade.of("good", "1/3", "9"), Grade.of("plain", "1/3", "6"), Grade.of("bad", "1/3", "3")))
                .equilibria().getFirst().inBits().closed();
        assertEquals(Math.log(3) / Math.log(2), shown, 1e-12);
        double agreed = said(CUSTOMER);
        assertEquals(Math.log(3) / Math.log(2), agreed, 1e-12);
        double opposed = said(Arrays.stream(CUSTOMER).map(row -> Arrays.stream(row).map(v -> 0 - v).toArray()).toArray(double[][]::new));
        assertEquals(0, opposed, 1e-12);
        LEDGER.check("2-40", new Readings(List.of(
                Readings.holds("shown", shown > 0, shown + " bits"),
                Readings.holds("said by an ally", agreed > 0, agreed + " bits"),
                Readings.holds("said by an opponent", opposed > 0, opposed + " bits")))).confirm();
    }

    private static double said(double[][] interests) {
        return new FiniteTalk<>(Collections.nCopies(3, Fractions.of(1, 3)), Payoffs.of(CHOICES, PRODUCTS, interests), Payoffs.of(CHOICES, PRODUCTS, CUSTOMER))
                .mostInformative().inBits().closed();
    }
}
