package infogap.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.regression.Design;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.LeastSquaresAccumulator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualPlotsTest {

    private static final double[] X = {1, 2, 3, 4, 5, 6};
    private static final double[] Y = {2, 1, 4, 3, 7, 5};

    @Test
    void threePlotsOfOneFit() {
        ResidualPlots plots = ResidualPlots.of(LeastSquares.fit(X, Y).orThrow());
        assertEquals(3, plots.all().size());
        assertNotNull(plots.mimeBundle().get("image/png"));
        assertEquals(plots.all().stream().mapToInt(plot -> plot.draw().image().getHeight()).sum(), plots.draw().image().getHeight());
        assertTrue(plots.mimeBundle().get("text/plain").toString().contains("What do the residuals say?"));
    }

    /// R 4.2.2: ppoints(4) and ppoints(12)[1:2].
    @Test
    void plottingPositionsAreRs() {
        assertArrayEquals(new double[] {0.14705882352941177, 0.38235294117647056, 0.61764705882352944, 0.8529411764705882}, ResidualPlots.positions(4), 1e-16);
        assertEquals(0.041666666666666664, ResidualPlots.positions(12)[0], 1e-17);
        assertEquals(0.125, ResidualPlots.positions(12)[1], 1e-16);
    }

    @Test
    void aRowThatDecidesAloneIsLeftOutWhereItHasNoResidual() {
        FittedModel model = LeastSquares.fit(Design.ofColumns(List.of("x", "last"), X, new double[] {0, 0, 0, 0, 0, 1}), Y).orThrow();
        assertEquals(List.of(5), model.influence().pinnedRows());
        assertNotNull(ResidualPlots.of(model).draw());
    }

    @Test
    void streamedRowsHaveNoResiduals() {
        LeastSquaresAccumulator accumulator = LeastSquaresAccumulator.of(List.of("x"), "y");
        accumulator.addColumns(new double[][] {X}, Y);
        FittedModel model = accumulator.fit().orThrow();
        assertThrows(IllegalStateException.class, () -> ResidualPlots.of(model));
    }
}
