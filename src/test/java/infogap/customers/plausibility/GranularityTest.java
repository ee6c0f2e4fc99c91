package infogap.customers.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.customers.plausibility.Granularity.Term;
import infogap.numeric.Fractions;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GranularityTest {

    /// Article 001's coefficients; age and history in whole numbers, income in cents.
    private static final Granularity ARTICLE = Granularity.of(10, Term.of(0.5, 1), Term.of(0.3, 0.01), Term.of(0.2, 1));

    @Test
    void theArticlesModelTakesMultiplesOfOneThousandth() {
        // gcd(1/2, 3/1000, 1/5) = 1/1000
        assertEquals(Fractions.of("1/1000"), ARTICLE.granule());
        assertTrue(ARTICLE.allows(Fractions.of("7628/5")), "the model's own prediction for 30, 5000, 3");
    }

    @Test
    void noneOfTheFivePrintedOutputsIsAttainable() {
        for (String printed : List.of("630.68115", "641.68115", "652.68115", "663.68115", "674.68115")) {
            assertFalse(ARTICLE.test(printed).possible(), printed);
        }
        assertEquals("630.68115 is not attainable: between 630.681 and 630.682 there is nothing", ARTICLE.test("630.68115").toString());
    }

    @Test
    void aValuePrintedWithFewerDigitsIsGivenItsRounding() {
        assertTrue(ARTICLE.test("630.681").possible());
        assertTrue(ARTICLE.test("630.68").possible());
        // in whole yuan the model steps by gcd(1/2, 3/10, 1/5) = 1/10
        Granularity yuan = Granularity.of(10, Term.of(0.5, 1), Term.of(0.3, 1), Term.of(0.2, 1));
        assertEquals(Fractions.of("1/10"), yuan.granule());
        assertFalse(yuan.test("630.68").possible());
        assertTrue(yuan.test("630.7").possible());
        assertTrue(yuan.test("631").possible());
        assertTrue(yuan.test("-0.3").possible());
    }

    @Test
    void whatTheModelGivesIsAlwaysAttainable() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 500; trial++) {
            BigDecimal value = new BigDecimal("10")
                    .add(new BigDecimal("0.5").multiply(BigDecimal.valueOf(random.nextInt(120))))
                    .add(new BigDecimal("0.3").multiply(BigDecimal.valueOf(random.nextInt(2_000_000), 2)))
                    .add(new BigDecimal("0.2").multiply(BigDecimal.valueOf(random.nextInt(100))));
            assertTrue(ARTICLE.allows(Fractions.ofDecimal(value)), value.toString());
            assertTrue(ARTICLE.test(value.toPlainString()).possible(), value.toString());
        }
    }

    @Test
    void everyMultipleOfTheGranuleIsAttainedBySomeInputs() {
        // Bézout: 1/1000 = 0.3 · 67 cents − 0.2 · 1, so the granule is not too small
        assertEquals(Fractions.of("1/1000"),
                Fractions.of("0.3").multiply(Fractions.of("0.67")).subtract(Fractions.of("0.2")));
    }

    @Test
    void badTermsAndTextsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Term.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Term.of(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Granularity.of(10));
        assertThrows(IllegalArgumentException.class, () -> ARTICLE.test("about 630"));
    }
}
