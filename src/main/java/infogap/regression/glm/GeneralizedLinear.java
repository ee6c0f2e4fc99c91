package infogap.regression.glm;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.numeric.Fractions;
import infogap.regression.Design;
import infogap.regression.LeastSquares;
import infogap.regression.RankDeficient;
import infogap.regression.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Logistic (逻辑回归) and Poisson regression by maximum likelihood.
///
/// ```java
/// GeneralizedLinear fit = GeneralizedLinear.fit(Design.of(Variable.of("age", ages)), Observations.binary("bought", bought));
/// fit.orThrow().oddsRatios(0.95)
/// ```
///
/// A fit has one of three outcomes, and a `switch` over them is complete:
///
/// - [GeneralizedModel]: standard errors, tests, everything;
/// - [Separated]: no maximum exists, because a combination of the columns tells the classes apart; the combination is named;
/// - [DependentColumns]: some columns are combinations of others, which are named.
///
/// [#fitFirth] gives finite estimates also where the classes are separated.
public sealed interface GeneralizedLinear permits GeneralizedModel, Separated, DependentColumns {

    /// The columns' names, the constant first.
    List<String> names();

    /// The model with full inference.
    ///
    /// @throws IllegalStateException if the outcome is another, with the reason
    default GeneralizedModel orThrow() {
        if (this instanceof GeneralizedModel model) {
            return model;
        }
        throw new IllegalStateException("there is no inference from this fit:\n" + this);
    }

    /// The maximum-likelihood fit.
    ///
    /// @throws IllegalArgumentException if the lengths differ, there are fewer rows than columns, a column has the response's name, or a value is not finite
    static GeneralizedLinear fit(Design design, Observations observations) {
        Optional<GeneralizedLinear> dependent = dependent(design, observations);
        if (dependent.isPresent()) {
            return dependent.get();
        }
        GlmLikelihood likelihood = new GlmLikelihood(design, observations, false);
        Optional<Newton.Maximum> maximum = Newton.maximise(likelihood, start(design, observations));
        if (maximum.isPresent()) {
            return new GeneralizedModel(design, observations, likelihood, maximum.get(), false);
        }
        return separation(design, observations).orElseThrow(() ->
                new IllegalStateException("the likelihood has a maximum, because no combination of the columns separates the responses, but Newton's iteration did not reach it"));
    }

    /// Firth's estimate: the maximum of the likelihood times √det(XᵀWX), which is finite also where the classes are separated, and less biased in small
    /// samples.
    ///
    /// Source: G. Heinze and M. Schemper (2002), *A solution to the problem of separation in logistic regression*, Statistics in Medicine 21, 2409–2419.
    ///
    /// @throws IllegalArgumentException as [#fit]
    static GeneralizedLinear fitFirth(Design design, Observations observations) {
        Optional<GeneralizedLinear> dependent = dependent(design, observations);
        if (dependent.isPresent()) {
            return dependent.get();
        }
        GlmLikelihood likelihood = new GlmLikelihood(design, observations, true);
        // the information leaves out how the penalty bends, so that the steps shrink by a factor each and do not square
        return Newton.maximise(likelihood, start(design, observations), GeneralizedModel.FIRTH_STEPS, GeneralizedModel.FIRTH_STILL)
                .<GeneralizedLinear>map(maximum -> new GeneralizedModel(design, observations, likelihood, maximum, true))
                .orElseThrow(() -> new IllegalStateException("the penalised likelihood's maximum was not reached in " + GeneralizedModel.FIRTH_STEPS + " steps"));
    }

    private static Optional<GeneralizedLinear> dependent(Design design, Observations observations) {
        Checks.present("design", design);
        Checks.present("observations", observations);
        Checks.sameLength("design rows", design.rows(), observations.name(), observations.size());
        // any response tells which columns depend on each other
        Variable any = Variable.of(observations.name(), IntStream.range(0, design.rows()).mapToDouble(observations::value).toArray());
        return LeastSquares.fit(design, any) instanceof RankDeficient rank ? Optional.of(new DependentColumns(rank)) : Optional.empty();
    }

    private static DoubleDouble[] start(Design design, Observations observations) {
        DoubleDouble[] start = new DoubleDouble[design.columns()];
        Arrays.fill(start, DoubleDouble.ZERO);
        double mean = observations.mean();
        double link = observations.family().link(mean);
        if (design.hasIntercept() && Double.isFinite(link)) {
            start[0] = DoubleDouble.of(link);
        }
        return start;
    }

    /// A row with some successes and some failures, or with a count above 0, allows no change of its predictor; one with only one of them allows a change to one side.
    private static Optional<GeneralizedLinear> separation(Design design, Observations observations) {
        List<List<BigFraction>> atLeast = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        List<List<BigFraction>> fixed = new ArrayList<>();
        for (int i = 0; i < design.rows(); i++) {
            int row = i;
            double y = observations.value(i);
            boolean binomial = observations.family() == Family.BINOMIAL;
            boolean up = binomial && y == observations.trials(i);
            boolean down = y == 0;
            List<BigFraction> x = IntStream.range(0, design.columns())
                    .mapToObj(k -> Fractions.ofDecimal(design.precise(row, k).toBigDecimal()))
                    .toList();
            if (up || down) {
                atLeast.add(up ? x : x.stream().map(BigFraction::negate).toList());
                rows.add(i);
            } else {
                fixed.add(x);
            }
        }
        return Separation.find(atLeast, fixed).map(found -> new Separated(design.names(), observations.name(), design.rows(), found.complete(), found.direction(),
                IntStream.range(0, rows.size()).filter(k -> found.rises()[k]).mapToObj(rows::get).toList()));
    }
}
