package infogap.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The moments at which dT/dt changes sign under a curve, which can only be asked for its values: looked for on grids of more and more points, until two
/// refinements have found no further one.
///
/// Each grid has twice the intervals of the one before and one more, so that a curve that vanishes at the points of one does not vanish at those of the
/// next.
///
/// @param turns in increasing order; the breakpoints are among them
/// @param completeness what may have been missed
record CurveTurns(List<Double> turns, Completeness completeness) {

    private static final int FIRST_INTERVALS = 4096;
    private static final int MOST_INTERVALS = 1 << 18;
    private static final int CONFIRMATIONS = 2;

    static CurveTurns find(TrustTrajectory trajectory, Transparency.Curve curve, double horizon) {
        List<CurveStretch> stretches = CurveStretch.until(horizon, curve);
        int before = -1;
        int confirmed = 0;
        for (int intervals = FIRST_INTERVALS; ; intervals = 2 * intervals + 1) {
            List<Grid> grids = new ArrayList<>(stretches.size());
            double width = 0;
            int changes = 0;
            double integral = 0;
            for (CurveStretch stretch : stretches) {
                Grid grid = Grid.of(trajectory.model(), stretch, (int) Math.ceil(intervals * (stretch.high() - stretch.low()) / horizon), integral);
                grids.add(grid);
                integral = grid.integrals[grid.integrals.length - 1];
                width = Math.max(width, (stretch.high() - stretch.low()) / (grid.times.length - 1));
                changes += grid.changes();
            }
            confirmed = changes == before ? confirmed + 1 : 0;
            before = changes;
            if (confirmed == CONFIRMATIONS || intervals > MOST_INTERVALS) {
                List<Double> turns = new ArrayList<>();
                grids.forEach(grid -> grid.addTurns(turns));
                return new CurveTurns(
                        turns, confirmed == CONFIRMATIONS ? new Completeness.UpTo(width) : new Completeness.Unresolved(width, changes));
            }
        }
    }

    /// The side of I at equally spaced times of a stretch.
    private static final class Grid {

        private final TrustModel model;
        private final CurveStretch stretch;
        private final double[] times;
        private final double[] sides;
        // of I from 0 to each time, where the side depends on it
        private final double[] integrals;

        private Grid(TrustModel model, CurveStretch stretch, int intervals) {
            this.model = model;
            this.stretch = stretch;
            this.times = new double[intervals + 1];
            this.sides = new double[intervals + 1];
            this.integrals = new double[model instanceof TrustModel.Reputation ? intervals + 1 : 1];
        }

        static Grid of(TrustModel model, CurveStretch stretch, int intervals, double integral) {
            Grid grid = new Grid(model, stretch, Math.max(1, intervals));
            double length = stretch.high() - stretch.low();
            for (int i = 0; i < grid.times.length; i++) {
                grid.times[i] = i + 1 == grid.times.length ? stretch.high() : stretch.low() + length * i / (grid.times.length - 1);
                if (i < grid.integrals.length) {
                    grid.integrals[i] = i == 0 ? integral : grid.integrals[i - 1] + stretch.integral(grid.times[i - 1], grid.times[i]);
                }
                grid.sides[i] = grid.side(i).applyAsDouble(grid.times[i]);
            }
            return grid;
        }

        /// The sign of dT/dt as a function of the time from the grid point at this index on.
        private DoubleUnaryOperator side(int index) {
            return switch (model) {
                case TrustModel.Threshold threshold -> t -> stretch.at(t) - threshold.threshold();
                case TrustModel.Reputation reputation -> t -> {
                    double integral = integrals[index] + (t == times[index] ? 0 : stretch.integral(times[index], t));
                    return reputation.rate(t, reputation.trust(t, integral), stretch.at(t));
                };
            };
        }

        int changes() {
            int changes = 0;
            for (int i = 1; i < sides.length; i++) {
                changes += sides[i - 1] == 0 || sides[i - 1] * sides[i] < 0 ? 1 : 0;
            }
            return changes;
        }

        void addTurns(List<Double> turns) {
            turns.add(stretch.low());
            for (int i = 1; i < sides.length; i++) {
                if (sides[i - 1] == 0) {
                    turns.add(times[i - 1]);
                } else if (sides[i - 1] * sides[i] < 0) {
                    turns.add(Math.nextUp(SignChange.lastOn(Math.signum(sides[i - 1]), side(i - 1), times[i - 1], times[i])));
                }
            }
        }
    }
}
