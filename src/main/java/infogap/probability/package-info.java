/// What does each side believe? Finite probability: distributions, joint distributions and channels.
///
/// Notation: states `θ` or `x` with probabilities `p(x)`; a channel `p(y | x)` says which message `y` a state `x` sends.
/// Information asymmetry (信息不对称) is two parties who see the same state through different channels; one channel is a garbling of another when
/// noise alone makes it from the other, and then nobody who decides loses by seeing the other instead (Blackwell 1953).
///
/// Garblings are searched for by non-negative least squares, in double precision; what is found is verified by multiplication.
package infogap.probability;
