/// What should somebody choose who does not know what will happen? Lotteries, utility (效用) and dominance between lotteries.
///
/// Notation: a lottery gives outcome `x_i` the probability `p_i`; its expected utility (期望效用) is `E u = Σ p_i u(x_i)`, its certainty
/// equivalent (确定性等价) the sure outcome of the same utility, `CE = u⁻¹(E u)`, its risk premium (风险溢价) `E x − CE`. Aversion to risk at `x` is
/// measured by Arrow and Pratt's `A = −u″/u′` and `R = wealth · A`, prudence by `−u‴/u″`.
/// Where a choice can be read in several ways, [Readings] says what each concludes.
///
/// Sources: J. W. Pratt (1964), *Risk aversion in the small and in the large*, Econometrica 32, 122–136; M. Rothschild and J. E. Stiglitz (1970),
/// *Increasing risk: I. A definition*, Journal of Economic Theory 2, 225–243; J. Hadar and W. R. Russell (1969), *Rules for ordering uncertain
/// prospects*, American Economic Review 59, 25–34.
package infogap.decision;
