package infogap.regression;

import infogap.numeric.Checks;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Ordinary least squares: the b that minimises ‖y − Xb‖², and what can be inferred from it.
///
/// A fit has one of three outcomes, and a `switch` over them is complete:
///
/// - [FittedModel]: standard errors, t, p, intervals, everything;
/// - [PerfectFit]: the residuals are zero to rounding or no degree of freedom is left, so that there is nothing to infer from;
/// - [RankDeficient]: some columns are combinations of others, which are named.
///
/// Cross products are summed in double-double arithmetic. Where the design is so ill-conditioned that this might cost a digit,
/// and for data with more than 53 bits, the fit is made by orthogonal triangularisation in the same arithmetic. Results do
/// not depend on the number of threads.
///
/// Source: G. A. F. Seber and A. J. Lee (2003), *Linear Regression Analysis*, 2nd ed., Wiley.
public sealed interface LeastSquares permits FittedModel, PerfectFit, RankDeficient {

    /// The columns' names, the constant first.
    List<String> names();

    /// The number of rows.
    long rows();

    /// The model with full inference.
    ///
    /// @throws IllegalStateException if the outcome is another, with the reason
    default FittedModel orThrow() {
        if (this instanceof FittedModel model) {
            return model;
        }
        throw new IllegalStateException("there is no inference from this fit:\n" + this);
    }

    /// The line y = b₀ + b₁x.
    ///
    /// @throws IllegalArgumentException if the lengths differ, there are fewer than two rows, or a value is not finite
    static LeastSquares fit(double[] x, double[] y) {
        return fit(Design.of(Variable.of("x", x)), Variable.of("y", y));
    }

    /// The response on the columns of a design.
    ///
    /// @throws IllegalArgumentException as [#fit(Design, Variable)]
    static LeastSquares fit(Design design, double[] y) {
        return fit(design, Variable.of("y", y));
    }

    /// The response on the columns of a design.
    ///
    /// @throws IllegalArgumentException if the lengths differ, there are fewer rows than columns, a column has the response's name,
    ///                                  a value is not finite or beyond 2⁴⁰⁰, or a column's largest one is below 2⁻⁴⁰⁰ and not 0
    static LeastSquares fit(Design design, Variable response) {
        return fit(design, response, Optional.empty());
    }

    /// The response on the columns of a design, each row counting for its weight; by orthogonal triangularisation.
    ///
    /// @throws IllegalArgumentException as [#fit(Design, Variable)], or if there is not one weight for each row
    static LeastSquares fit(Design design, Variable response, Weights weights) {
        return fit(design, response, Optional.of(Checks.present("weights", weights)));
    }

    private static LeastSquares fit(Design design, Variable response, Optional<Weights> weights) {
        Checks.present("design", design);
        Checks.present("response", response);
        weights.ifPresent(given -> Checks.sameLength("weights", given.size(), response.name(), response.size()));
        Checks.sameLength("design rows", design.rows(), response.name(), response.size());
        if (design.names().contains(response.name())) {
            throw new IllegalArgumentException("the response must not be among the columns, but '" + response.name() + "' is");
        }
        LeastSquaresAccumulator.enoughRows(design.rows(), design.columns());
        Solution.Problem problem = Solution.Problem.of(design, response, weights);
        Rows rows = new Rows(design, response, weights);
        if (weights.isEmpty() && !design.isExtended() && !response.isExtended()) {
            Gram gram = InMemory.gram(design, response);
            gram.requireMagnitude();
            Triangle triangle = Triangle.cholesky(gram, InMemory.DOUBTFUL_PIVOT);
            if (IntStream.range(0, design.columns()).allMatch(k -> triangle.at(k, k).toDouble() > 0)) {
                Solution solution = new Solution(problem, triangle, Solver.NORMAL_EQUATIONS, gram.error());
                if (InMemory.settled(solution)) {
                    return solution.outcome(rows);
                }
            }
        }
        InMemory.requireMagnitude(design, response);
        Triangle triangle = Householder.of(design, response, weights);
        double tolerance = design.variables().stream().allMatch(Variable::isExtended) ? Collinearity.EXTENDED : Collinearity.DOUBLES;
        Collinearity collinearity = Collinearity.of(triangle, tolerance);
        if (collinearity.isPresent()) {
            return collinearity.outcome(design.names(), response.name(), problem.rows());
        }
        double error = Householder.error(design.rows(), design.columns() + 1);
        return new Solution(problem, triangle, Solver.ORTHOGONAL, error).outcome(rows);
    }
}
