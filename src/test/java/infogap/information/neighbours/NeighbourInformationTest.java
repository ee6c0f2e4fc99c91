package infogap.information.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.information.Unit;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class NeighbourInformationTest {

    private static final double FEW_ROUNDINGS = 1e-12;

    /// Normal variables: −½ ln(1 − ρ²). The mean of twenty estimates from 1,000 points each is off by no more than 0.02 nats, which is three of its standard
    /// errors (one estimate scatters by about 0.03) plus the bias that the authors find (their figure 4: below 0.01).
    @Test
    void normalVariables() {
        SplittableRandom random = new SplittableRandom(101);
        for (double correlation : new double[] {0, 0.3, 0.6, 0.9}) {
            double first = 0;
            double second = 0;
            for (int sample = 0; sample < 20; sample++) {
                double[][] drawn = normal(random, 1000, correlation);
                NeighbourInformation information = NeighbourInformation.of(drawn[0], drawn[1], 4);
                first += information.firstNats() / 20;
                second += information.secondNats() / 20;
                assertEquals(0, information.repeated());
            }
            double truth = -0.5 * Math.log1p(-correlation * correlation);
            assertEquals(truth, first, 0.02);
            assertEquals(truth, second, 0.02);
        }
    }

    /// The formulas 8 and 9 of the article by sorting all distances, with no other idea in common.
    @Test
    void bothFormulasByDefinition() {
        SplittableRandom random = new SplittableRandom(102);
        for (int k = 1; k <= 5; k++) {
            double[][] drawn = normal(random, 60, 0.5);
            NeighbourInformation information = NeighbourInformation.of(drawn[0], drawn[1], k);
            double first = 0;
            double second = 0;
            for (int i = 0; i < 60; i++) {
                int point = i;
                double[] x = IntStream.range(0, 60).filter(j -> j != point).mapToDouble(j -> Math.abs(drawn[0][j] - drawn[0][point])).toArray();
                double[] y = IntStream.range(0, 60).filter(j -> j != point).mapToDouble(j -> Math.abs(drawn[1][j] - drawn[1][point])).toArray();
                int[] order = IntStream.range(0, 59).boxed().sorted((a, b) -> Double.compare(Math.max(x[a], y[a]), Math.max(x[b], y[b])))
                        .mapToInt(a -> a).toArray();
                double radius = Math.max(x[order[k - 1]], y[order[k - 1]]);
                double sideX = Arrays.stream(order).limit(k).mapToDouble(j -> x[j]).max().orElseThrow();
                double sideY = Arrays.stream(order).limit(k).mapToDouble(j -> y[j]).max().orElseThrow();
                first += Gamma.digamma(1 + Arrays.stream(x).filter(d -> d < radius).count()) + Gamma.digamma(1 + Arrays.stream(y).filter(d -> d < radius).count());
                second += Gamma.digamma(Arrays.stream(x).filter(d -> d <= sideX).count()) + Gamma.digamma(Arrays.stream(y).filter(d -> d <= sideY).count());
            }
            assertEquals(Gamma.digamma(k) + Gamma.digamma(60) - first / 60, information.firstNats(), FEW_ROUNDINGS);
            assertEquals(Gamma.digamma(k) - 1.0 / k + Gamma.digamma(60) - second / 60, information.secondNats(), FEW_ROUNDINGS);
        }
    }

    @Test
    void bothSidesAreAlikeAndUnitsAreUnits() {
        double[][] drawn = normal(new SplittableRandom(103), 200, 0.7);
        NeighbourInformation information = NeighbourInformation.of(drawn[0], drawn[1], 3);
        NeighbourInformation turned = NeighbourInformation.of(drawn[1], drawn[0], 3);
        assertEquals(information.firstNats(), turned.firstNats(), FEW_ROUNDINGS);
        assertEquals(information.secondNats(), turned.secondNats(), FEW_ROUNDINGS);
        assertEquals(information.firstNats() / Math.log(2), information.first(Unit.BITS), FEW_ROUNDINGS);
        // a second coordinate that is noise tells nothing more: the same truth, from vectors
        SplittableRandom random = new SplittableRandom(104);
        double[][] vectors = Arrays.stream(drawn[0]).mapToObj(x -> new double[] {x, random.nextDouble() * 1e-9}).toArray(double[][]::new);
        double[][] other = Arrays.stream(drawn[1]).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
        assertEquals(information.firstNats(), NeighbourInformation.of(vectors, other, 3).firstNats(), 1e-2);
    }

    @Test
    void repeatedValuesAreCounted() {
        NeighbourInformation information = NeighbourInformation.of(new double[] {1, 1, 2, 3}, new double[] {1, 2, 2, 2}, 1);
        assertEquals(3, information.repeated());
        assertTrue(Double.isFinite(information.firstNats()) && Double.isFinite(information.secondNats()));
        assertTrue(information.toString().endsWith("3 values are repetitions, which the estimators do not allow for"));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        double[] x = {1, 2, 3};
        assertThrows(IllegalArgumentException.class, () -> NeighbourInformation.of(x, new double[] {1, 2}, 1));
        assertThrows(IllegalArgumentException.class, () -> NeighbourInformation.of(x, x, 0));
        assertThrows(IllegalArgumentException.class, () -> NeighbourInformation.of(x, x, 3));
        assertThrows(IllegalArgumentException.class, () -> NeighbourInformation.of(x, new double[] {1, Double.NaN, 2}, 1));
    }

    private static double[][] normal(SplittableRandom random, int points, double correlation) {
        double[][] drawn = new double[2][points];
        for (int i = 0; i < points; i++) {
            drawn[0][i] = random.nextGaussian();
            drawn[1][i] = correlation * drawn[0][i] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }
        return drawn;
    }
}
