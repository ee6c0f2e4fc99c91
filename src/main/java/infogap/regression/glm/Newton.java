package infogap.regression.glm;

import infogap.numeric.DoubleDouble;
import java.util.Arrays;
import java.util.Optional;

/// Newton's iteration for the maximum of a concave log-likelihood, in double-double arithmetic.
///
/// It has arrived when no linear predictor moves by more than [#STILL]; the step is taken nevertheless, which squares what is left.
/// Where the classes are separated each step moves some predictor by about 1, for ever: the iteration then ends without a maximum.
final class Newton {

    private static final double STILL = 1e-13;
    private static final int MOST_STEPS = 40;
    private static final int MOST_HALVINGS = 40;

    private Newton() {}

    /// A log-likelihood.
    interface Likelihood {

        /// Everything that a step needs at b.
        Point at(DoubleDouble[] b);

        /// The largest change of a linear predictor when b changes by `step`.
        double reach(DoubleDouble[] step);
    }

    /// The log-likelihood at a point with its gradient and the negative of its (expected) second derivatives.
    record Point(double logLikelihood, DoubleDouble[] score, DoubleDouble[][] information) {}

    /// The maximum and the information there.
    record Maximum(DoubleDouble[] b, PositiveDefinite information, double logLikelihood) {}

    /// Empty where there is no maximum within the steps.
    static Optional<Maximum> maximise(Likelihood likelihood, DoubleDouble[] start) {
        return maximise(likelihood, start, MOST_STEPS, STILL);
    }

    static Optional<Maximum> maximise(Likelihood likelihood, DoubleDouble[] start, int mostSteps, double still) {
        DoubleDouble[] b = start.clone();
        Point point = likelihood.at(b);
        for (int step = 1; step <= mostSteps; step++) {
            Optional<PositiveDefinite> information = PositiveDefinite.of(point.information);
            if (information.isEmpty()) {
                return Optional.empty();
            }
            DoubleDouble[] move = information.get().solve(point.score);
            double reach = likelihood.reach(move);
            if (reach <= still) {
                DoubleDouble[] last = sum(b, move, 1);
                Point end = likelihood.at(last);
                return PositiveDefinite.of(end.information).map(at -> new Maximum(last, at, end.logLikelihood));
            }
            double share = 1;
            DoubleDouble[] next = sum(b, move, share);
            Point nextPoint = likelihood.at(next);
            // near the maximum the likelihood is flat to rounding: only a real fall is one
            for (int halving = 0; halving < MOST_HALVINGS && !(nextPoint.logLikelihood >= point.logLikelihood - 1e-9 * Math.abs(point.logLikelihood)); halving++) {
                share /= 2;
                next = sum(b, move, share);
                nextPoint = likelihood.at(next);
            }
            b = next;
            point = nextPoint;
        }
        return Optional.empty();
    }

    private static DoubleDouble[] sum(DoubleDouble[] b, DoubleDouble[] move, double share) {
        DoubleDouble[] sum = new DoubleDouble[b.length];
        Arrays.setAll(sum, k -> b[k].plus(move[k].times(share)));
        return sum;
    }
}
