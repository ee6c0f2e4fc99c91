package infogap.gap;

import infogap.numeric.Checks;
import infogap.probability.Distribution;
import java.util.List;

/// The action is a report of the whole belief, and the score is strictly proper: nobody expects to gain by reporting anything but what they
/// believe. Whoever knows the state reports it and loses nothing, so that `V(m)` is the negative [#uncertainty] of `m`.
///
/// Source: T. Gneiting and A. E. Raftery (2007), *Strictly proper scoring rules, prediction, and estimation*, Journal of the American Statistical
/// Association 102, 359–378.
///
/// @param <S> the type of the states
public sealed interface ScoringRule<S> extends DecisionProblem<Distribution<S>, S> permits LogScore, BrierScore {

    @Override
    default double value(Distribution<S> belief) {
        return -uncertainty(belief);
    }

    /// The belief itself, and nothing else.
    @Override
    default List<Distribution<S>> bestActions(Distribution<S> belief) {
        return List.of(Checks.present("belief", belief));
    }
}
