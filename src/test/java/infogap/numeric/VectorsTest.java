package infogap.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class VectorsTest {

    @Test
    void theInnerProductSumsTheProducts() {
        assertEquals(1 * 4 + 2 * 5 + 3 * 6, Vectors.dot(new double[] {1, 2, 3}, new double[] {4, 5, 6}));
        assertEquals(0, Vectors.dot(new double[0], new double[0]));
    }

    @Test
    void refusesVectorsOfDifferentLengths() {
        String message = assertThrows(IllegalArgumentException.class, () -> Vectors.dot(new double[2], new double[3])).getMessage();
        assertEquals("x and y must have the same length, but have 2 and 3", message);
    }
}
