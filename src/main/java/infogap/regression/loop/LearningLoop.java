package infogap.regression.loop;

import infogap.numeric.Checks;
import infogap.numeric.CompensatedSum;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.regression.LeastSquaresAccumulator;
import infogap.regression.PerfectFit;
import infogap.regression.RankDeficient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Least squares that goes on learning: each batch is predicted, tested for drift, and then learned.
///
///     LearningLoop loop = LearningLoop.of(List.of("age"), "purchase", new Forgetting.Nothing(), 0.01);
///     loop = loop.next(new double[][] {{25}, {32}, {45}}, new double[] {80, 95, 130});
///     loop.model();                      // what a fit from scratch on the remembered rows would be
///
/// The errors of the predictions are *prequential*: no row takes part in its own prediction, and every row is predicted once. The k-th test has the level
/// `α/(k(k + 1))`. These sum to α, so that the probability of ever retraining while nothing has changed is at most α, however many batches come. A batch that
/// drifts is the first of a new model: the rows before it follow other coefficients.
///
/// Values are immutable: [#next] returns another loop. Sources: A. P. Dawid (1984), *Present Position and Potential Developments: The Prequential Approach*,
/// Journal of the Royal Statistical Society A 147, 278–292; the test's is in [DriftTest.Chow].
public final class LearningLoop {

    private final List<String> regressors;
    private final String response;
    private final Forgetting forgetting;
    private final double falseAlarmRate;
    private final List<LeastSquaresAccumulator> remembered;
    private final List<Step> steps;
    private final int tests;

    private LearningLoop(List<String> regressors, String response, Forgetting forgetting, double falseAlarmRate,
            List<LeastSquaresAccumulator> remembered, List<Step> steps, int tests) {
        this.regressors = regressors;
        this.response = response;
        this.forgetting = forgetting;
        this.falseAlarmRate = falseAlarmRate;
        this.remembered = remembered;
        this.steps = steps;
        this.tests = tests;
    }

    /// A loop that has seen nothing yet.
    ///
    /// @param regressors the columns' names; a constant is added
    /// @param response the response's name
    /// @param forgetting which batches it still learns from
    /// @param falseAlarmRate α, the probability of ever retraining while nothing has changed; 0 for a loop that never does
    /// @throws IllegalArgumentException if a name is blank or repeats, there is no regressor, or the rate is not in [0, 1)
    public static LearningLoop of(List<String> regressors, String response, Forgetting forgetting, double falseAlarmRate) {
        LeastSquaresAccumulator.of(regressors, response);
        Checks.present("forgetting", forgetting);
        if (!(falseAlarmRate >= 0 && falseAlarmRate < 1)) {
            throw Checks.refused("falseAlarmRate", falseAlarmRate, "at least 0 and below 1");
        }
        return new LearningLoop(List.copyOf(regressors), response, forgetting, falseAlarmRate, List.of(), List.of(), 0);
    }

    /// The loop after one more batch.
    ///
    /// @param rows the batch's regressors, a row for each response
    /// @param responses what came back
    /// @throws IllegalArgumentException if the batch is empty, the lengths do not fit, or a number is not finite
    public LearningLoop next(double[][] rows, double[] responses) {
        double[][] x = Checks.finiteMatrix("rows", rows);
        double[] y = Checks.finite("responses", responses);
        Checks.sameLength("rows", x.length, "responses", y.length);
        LeastSquaresAccumulator batch = LeastSquaresAccumulator.of(regressors, response);
        batch.addRows(x, y);
        Optional<LeastSquares> before = model();
        OptionalDouble error = before.flatMap(model -> meanSquaredError(model, x, y)).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        DriftTest test = test(before, batch);
        int done = tests + (test instanceof DriftTest.Chow ? 1 : 0);
        List<LeastSquaresAccumulator> kept = test.drift() ? List.of(batch) : remember(batch);
        Step.Event event = test.drift() ? new Step.Event.Retrained(test, rows(remembered)) : new Step.Event.Learned();
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step(steps.size() + 1, y.length, error, test, event, rows(kept)));
        return new LearningLoop(regressors, response, forgetting, falseAlarmRate, kept, List.copyOf(all), done);
    }

    private DriftTest test(Optional<LeastSquares> before, LeastSquaresAccumulator batch) {
        if (falseAlarmRate == 0) {
            return new DriftTest.NotTested("the loop was told never to retrain");
        }
        if (before.isEmpty()) {
            return new DriftTest.NotTested("too little was learned before");
        }
        double level = falseAlarmRate / ((tests + 1.0) * (tests + 2.0));
        LeastSquares both = merged(remembered).merge(batch).fit();
        Optional<LeastSquares> alone = batch.rows() > regressors.size() + 1 ? Optional.of(batch.fit()) : Optional.empty();
        return DriftTest.of(before.get(), alone, both, level);
    }

    private List<LeastSquaresAccumulator> remember(LeastSquaresAccumulator batch) {
        List<LeastSquaresAccumulator> kept = new ArrayList<>(remembered);
        kept.add(batch);
        return switch (forgetting) {
            // one sum of all is enough where nothing is taken away again
            case Forgetting.Nothing _ -> List.of(merged(kept));
            case Forgetting.Window window -> List.copyOf(kept.subList(Math.max(0, kept.size() - window.batches()), kept.size()));
        };
    }

    /// The fit to the rows that are remembered; empty while they are fewer than the coefficients.
    public Optional<LeastSquares> model() {
        return rows(remembered) < regressors.size() + 1 ? Optional.empty() : Optional.of(merged(remembered).fit());
    }

    /// What each batch did, in order.
    public List<Step> steps() {
        return steps;
    }

    /// The batches at which the loop retrained, by their number from 1.
    public List<Integer> retrained() {
        return steps.stream().filter(step -> step.event() instanceof Step.Event.Retrained).map(Step::batch).toList();
    }

    /// The mean squared error over all rows that were predicted before they were learned; empty while there is none.
    public OptionalDouble prequentialError() {
        CompensatedSum squares = new CompensatedSum();
        long rows = 0;
        for (Step step : steps) {
            if (step.meanSquaredError().isPresent()) {
                squares.add(step.rows() * step.meanSquaredError().getAsDouble());
                rows += step.rows();
            }
        }
        return rows == 0 ? OptionalDouble.empty() : OptionalDouble.of(squares.value() / rows);
    }

    /// One line for each batch.
    @Override
    public String toString() {
        return "learns " + response + " from " + regressors + ", remembers " + forgetting
                + steps.stream().map(step -> "\n" + step).collect(Collectors.joining());
    }

    private static Optional<Double> meanSquaredError(LeastSquares model, double[][] rows, double[] responses) {
        double[] coefficients = switch (model) {
            case FittedModel fitted -> fitted.estimates();
            case PerfectFit perfect -> perfect.estimates().stream().mapToDouble(Double::doubleValue).toArray();
            // no coefficients, no prediction
            case RankDeficient _ -> new double[0];
        };
        if (coefficients.length == 0) {
            return Optional.empty();
        }
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < responses.length; i++) {
            CompensatedSum predicted = new CompensatedSum().add(coefficients[0]);
            for (int k = 0; k < rows[i].length; k++) {
                predicted.add(coefficients[k + 1] * rows[i][k]);
            }
            double error = responses[i] - predicted.value();
            squares.add(error * error);
        }
        return Optional.of(squares.value() / responses.length);
    }

    private LeastSquaresAccumulator merged(List<LeastSquaresAccumulator> parts) {
        return parts.stream().reduce(LeastSquaresAccumulator::merge).orElseGet(() -> LeastSquaresAccumulator.of(regressors, response));
    }

    private static long rows(List<LeastSquaresAccumulator> parts) {
        return parts.stream().mapToLong(LeastSquaresAccumulator::rows).sum();
    }
}
