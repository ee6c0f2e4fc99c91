package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChecksTest {

    @Test
    void aRefusalNamesArgumentRangeAndValue() {
        assertRefused("prior must be a number in [0, 1], but is 1.5", () -> Checks.probability("prior", 1.5));
        assertRefused("prior must be a number in [0, 1], but is NaN", () -> Checks.probability("prior", Double.NaN));
        assertRefused("k must be a finite number above 0, but is 0", () -> Checks.positive("k", 0));
        assertRefused("k must be a finite number above 0, but is Infinity", () -> Checks.positive("k", Double.POSITIVE_INFINITY));
        assertRefused("cost must be a finite number of at least 0, but is -1", () -> Checks.nonNegative("cost", -1));
        assertRefused("x must be a finite number, but is NaN", () -> Checks.finite("x", Double.NaN));
        assertRefused("p must be a number strictly between 0 and 1, but is 1", () -> Checks.strictlyBetween("p", 1, 0, 1));
        assertRefused("rows must be an integer of at least 2, but is 1", () -> Checks.atLeast("rows", 1, 2));
        assertRefused("rows must be an integer of at least 2, but is 1", () -> Checks.atLeast("rows", 1L, 2L));
        assertRefused("name must be given, but is null", () -> Checks.present("name", null));
        assertRefused("name must be a text that is not blank, but is ' '", () -> Checks.text("name", " "));
        assertRefused("list must have at least one element, but is empty", () -> Checks.notEmpty("list", List.of()));
        assertRefused("list[1] must be given, but is null", () -> Checks.notEmpty("list", Arrays.asList("a", null)));
        assertRefused(
                "list must hold different elements, but 'a' stands at [0] and again at [2]",
                () -> Checks.distinct("list", List.of("a", "b", "a")));
        assertRefused("x[1] must be a finite number, but is NaN", () -> Checks.finite("x", new double[] {1, Double.NaN}));
        assertRefused("x must have at least one element, but is empty", () -> Checks.finite("x", new double[0]));
        assertRefused(
                "m must have rows of one length, but row 0 has 1 entries and row 1 has 2",
                () -> Checks.finiteMatrix("m", new double[][] {{1}, {1, 2}}));
        assertRefused("m must have at least one row, but is empty", () -> Checks.finiteMatrix("m", new double[0][]));
        assertRefused("x and y must have the same length, but have 1 and 2", () -> Checks.sameLength("x", 1, "y", 2));
    }

    @Test
    void whatIsRightComesBackAsACopy() {
        double[] values = {1, 2};
        double[][] matrix = {values};
        assertArrayEquals(values, Checks.finite("x", values), 0);
        assertNotSame(values, Checks.finite("x", values));
        assertNotSame(values, Checks.finiteMatrix("m", matrix)[0]);
        assertEquals(1, Checks.probability("p", 1), 0);
        assertEquals(List.of("a", "b"), Checks.distinct("list", List.of("a", "b")));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
