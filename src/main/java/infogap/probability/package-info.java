/// What does each side believe? Finite probability: distributions, joint distributions and channels.
///
/// Notation: states `θ` or `x` with probabilities `p(x)`; a channel `p(y | x)` says which message `y` a state `x` sends.
/// Information asymmetry (信息不对称) is two parties who see the same state through different channels.
package infogap.probability;
