package infogap.gap;

import infogap.probability.Distribution;
import java.util.List;

/// Something to decide when the state is not known: actions `a`, states `θ`, a payoff `u(a, θ)`.
///
/// It gives each belief `m` the value `V(m) = max_a E_m u(a, θ)`, a maximum of linear functions and so convex. [Payoffs] is a table of
/// finitely many actions; in a [ScoringRule] and in [SquaredError] the action is a report and the payoff a proper score.
///
/// @param <A> the type of the actions
/// @param <S> the type of the states
public sealed interface DecisionProblem<A, S> permits Payoffs, ScoringRule, SquaredError {

    /// `V(m) = max_a E_m u(a, θ)`.
    ///
    /// @throws IllegalArgumentException if the belief is not about the states of this problem
    double value(Distribution<S> belief);

    /// The actions that reach `V(m)`, more than one when they tie.
    ///
    /// @throws IllegalArgumentException if the belief is not about the states of this problem
    List<A> bestActions(Distribution<S> belief);

    /// What acting on another belief costs: `d(m, q) = V(m) − E_m u(a*(q), θ) ≥ 0`, the Bregman divergence of `V`. Where several actions tie at
    /// `q`, the first of [#bestActions] is taken (a subgradient of `V` at its kink).
    ///
    /// @throws IllegalArgumentException if a belief is not about the states of this problem
    double regret(Distribution<S> belief, Distribution<S> actedOn);

    /// What the truth is worth to somebody with this belief: `E_m max_a u(a, θ) − V(m) ≥ 0`, concave and 0 for a certain belief. Entropy for the
    /// logarithmic score, the Gini index for the Brier score, the variance for squared error, the EVPI for payoffs.
    ///
    /// @throws IllegalArgumentException if the belief is not about the states of this problem
    double uncertainty(Distribution<S> belief);

    /// What the numbers count: `bits`, `nats`, `Brier score`, `squared error` or `payoff`.
    String unit();
}
