package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.printed.Notation;
import infogap.numeric.Fractions;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers that are known within bounds, and lists of them, held against what is printed.
class QuantityTest {

    @Test
    void floatingNoiseIsNoAccusation() {
        // 2.85 / 10 is 0.28500000000000003 in binary, and the exact 0.285 rounds to 0.28 and to 0.29
        Finding noisy = new Finding.Value(2.85 / 10);
        assertEquals(Verdict.REPRODUCED, noisy.verdict(Printed.of("0.28")));
        assertEquals(Verdict.REPRODUCED, noisy.verdict(Printed.of("0.29")));
        assertTrue(noisy.remark(Printed.of("0.28")).contains("hangs on the last digits of floating point"), noisy.remark(Printed.of("0.28")));
        assertEquals("", new Finding.Value(0.28).remark(Printed.of("0.28")));
        assertEquals(Verdict.WRONG_ARITHMETIC, new Finding.Value(0.2851).verdict(Printed.of("0.28")));
        // the exact value has no noise, and half up excludes the end
        Printed halfUp = Printed.of("0.28", Notation.of("", "half up"));
        assertEquals(Verdict.WRONG_ARITHMETIC, new Finding.ExactValue(Fractions.of("0.285")).verdict(halfUp));
    }

    @Test
    void anUncertaintyIsTheSenders() {
        Finding simulated = new Finding.Value(0.2871, 0.003);
        assertEquals(Verdict.REPRODUCED, simulated.verdict(Printed.of("0.28")));
        assertTrue(simulated.remark(Printed.of("0.28")).startsWith("the verdict hangs on how exactly the value is known"), simulated.remark(Printed.of("0.28")));
        assertEquals("0.2871 ± 0.003", simulated.recomputed());
        assertThrows(IllegalArgumentException.class, () -> new Finding.Value(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Finding.Value(1, Double.NaN));
    }

    @Test
    void aNumberPrintedMorePreciselyThanItIsKnownIsRemarked() {
        // 0.6923 stands for a width of 0.0001; a simulation that is known to 0.01 supports two digits at most
        assertTrue(new Finding.Value(0.6923, 0.01).remark(Printed.of("0.6923")).contains("printed more precisely than it is known"));
        assertFalse(new Finding.Value(0.6923, 0.01).remark(Printed.of("0.7")).contains("more precisely"));
        // inputs 0.2 and 0.9 with one digit each leave the product anywhere from 0.1275 to 0.2375
        Finding product = Quantity.Enclosure.of(List.of(Printed.of("0.2"), Printed.of("0.9")), x -> x.get(0).multiply(x.get(1)));
        assertEquals("51/400 to 19/80", product.recomputed());
        assertTrue(product.remark(Printed.of("0.180")).contains("printed more precisely"), product.remark(Printed.of("0.180")));
    }

    @Test
    void roundedInputsLeaveARange() {
        Finding ratio = Quantity.Enclosure.of(List.of(Printed.of("3"), Printed.of("0.7")), x -> x.get(0).divide(x.get(1)));
        // 2.5/0.75 to 3.5/0.65
        assertEquals(List.of(Fractions.of("10/3")), ((Quantity) ratio).bounds().stream().map(b -> b.low().orElseThrow()).toList());
        assertEquals(Verdict.REPRODUCED, ratio.verdict(Printed.of("5.3")));
        assertEquals(Verdict.WRONG_ARITHMETIC, ratio.verdict(Printed.of("5.5")));
        assertTrue(ratio.remark(Printed.of("5.3")).contains("not for every value that the inputs' rounding allows"), ratio.remark(Printed.of("5.3")));
        assertThrows(IllegalArgumentException.class, () -> Quantity.Enclosure.of(List.of(Printed.of("p < .05")).subList(0, 0), x -> x.getFirst()));
        assertThrows(IllegalArgumentException.class, () -> Quantity.Enclosure.of(List.of(Printed.of("> 5")), x -> x.getFirst()));
        assertThrows(IllegalArgumentException.class, () -> Quantity.Enclosure.of(List.of(Printed.of("[1, 2]")), x -> x.getFirst()));
    }

    @Test
    void boundsAndNamesArePrintedToo() {
        BigFraction p = Fractions.of("0.03");
        assertEquals(Verdict.REPRODUCED, new Finding.ExactValue(p).verdict(Printed.of("p < .05")));
        assertEquals(Verdict.WRONG_ARITHMETIC, new Finding.ExactValue(p).verdict(Printed.of("p < .001")));
        assertEquals(Verdict.WRONG_ARITHMETIC, new Finding.ExactValue(p).verdict(Printed.of("n.s.")));
        assertEquals(Verdict.REPRODUCED, new Finding.Value(0.0001).verdict(Printed.of("p = .000")));
        assertEquals(Verdict.REPRODUCED, new Finding.ExactValue(Fractions.of("2.4")).verdict(Printed.of("2–3")));
        assertEquals(Verdict.REPRODUCED, new Finding.ExactValue(Fractions.of("3.12")).verdict(Printed.of("3.1 ± 0.2")));
        assertEquals(Verdict.REPRODUCED, Quantity.vector(3.12, 0.21).verdict(Printed.of("3.1 ± 0.2")));
        assertEquals(Verdict.WRONG_ARITHMETIC, Quantity.vector(3.12, 0.29).verdict(Printed.of("3.1 ± 0.2")));
        assertEquals(Verdict.REPRODUCED, Quantity.vector(1.22, 3.4).verdict(Printed.of("95 % CI [1.2, 3.4]")));
        assertThrows(IllegalArgumentException.class, () -> new Finding.Value(1.2).verdict(Printed.of("95 % CI [1.2, 3.4]")));
    }

    @ParameterizedTest(name = "{0} for the printed {1}: {2}")
    @CsvSource(delimiter = '|', value = {
        "[1,2] | [1, 2] | REPRODUCED",
        "[1.0, 2] | [1,2] | REPRODUCED",
        "[1/3, 2/3] | [0.33, 0.67] | REPRODUCED",
        "[1/3, 2/3] | 0.33; 0.67 | REPRODUCED",
        "[0.30000000000000004] | [3/10] | REPRODUCED",
        "[[1, 0], [0, 1]] | [1 0; 0 1] | REPRODUCED",
        "[1, 0, 0, 1] | [1 0; 0 1] | WRONG_ARITHMETIC",
        "[1, 3] | [1, 2] | WRONG_ARITHMETIC",
        "[1, 2, 3] | [1, 2] | WRONG_ARITHMETIC",
        "low, high | low,high | WRONG_ARITHMETIC",
        "0.5 | 50 % | REPRODUCED",
    })
    void numbersInAListAreNumbers(String recomputed, String printed, Verdict verdict) {
        assertEquals(verdict, new Finding.Text(recomputed).verdict(Printed.of(printed)));
    }

    @Test
    void vectorsAreComparedNumberByNumber() {
        Quantity thirds = Quantity.vector(List.of(Fractions.of("1/3"), Fractions.of("2/3")));
        assertEquals("[1/3, 2/3]", thirds.recomputed());
        assertEquals(Verdict.REPRODUCED, thirds.verdict(Printed.of("[0.33, 0.67]")));
        assertEquals(Verdict.WRONG_ARITHMETIC, thirds.verdict(Printed.of("[0.33, 0.66]")));
        assertEquals(Verdict.NOT_PRINTED, thirds.verdict(Printed.of("")));
        assertThrows(IllegalArgumentException.class, () -> thirds.verdict(Printed.of("[0.33, 0.67, 0]")));
        Quantity table = new Quantity.Vector(List.of(Quantity.vector(1, 0), Quantity.vector(0, 1)));
        assertEquals(Verdict.REPRODUCED, table.verdict(Printed.of("[[1, 0], [0, 1]]")));
        assertThrows(IllegalArgumentException.class, () -> table.verdict(Printed.of("[1, 0, 0, 1]")));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(delimiter = '|', value = {
        "0.30000000000000004 | 0.3 | true",
        "1.0 | 1 | true",
        "0.25 | 1/4 | true",
        "1/3 | 0.3333333333333333 | true",
        "1/4 | 1/3 | false",
        "9007199254740993 | 9007199254740992 | false",
        "0.3 | 0.3001 | false",
        "0.301 ± 0.002 | 0.299 ± 0.001 | true",
        "0.301 ± 0.001 | 0.29 ± 0.001 | false",
        "[1,2] | [1.0, 2] | true",
        "[1, 2] | [1, 3] | false",
        "low, high | low, high | true",
        "low, high | high, low | false",
        "p < 0.05 | p < 0.01 | false",
    })
    void twoNotebooksFoundTheSame(String one, String other, boolean same) {
        assertEquals(same, evidence(one).agreesWith(evidence(other)));
        assertEquals(same, evidence(other).agreesWith(evidence(one)));
    }

    private static Evidence evidence(String recomputed) {
        return new Evidence("1", recomputed, Verdict.REPRODUCED, new Origin.None(), "", List.of());
    }
}
