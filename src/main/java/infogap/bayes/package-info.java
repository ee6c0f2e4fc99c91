/// What does a test result say about the one who was tested? Bayes' theorem (贝叶斯定理) for a two-valued state and the evidence about it.
///
/// Notation: the condition `H` has the prior (先验) `π = P(H)`; a result is positive with the sensitivity (灵敏度) `Se = P(+ | H)` when the
/// condition is present and with the false-positive rate `FPR = P(+ | ¬H)` when it is absent; specificity (特异度) `Sp = 1 − FPR`.
/// `PPV = P(H | +)`, `NPV = P(¬H | −)`, `LR+ = Se / FPR`, `LR− = (1 − Se) / (1 − FPR)`; odds of `H` after a result are the odds before
/// it times its likelihood ratio.
///
/// Rational quantities of [infogap.bayes.Screening] are computed in exact fractions; what is estimated from counts comes with an interval.
package infogap.bayes;
