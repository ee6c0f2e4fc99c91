/// How much does one variable tell about another, and how sure can a sample make us?
///
/// Entropies, divergences and mutual information of finite distributions; estimators of the same quantities from samples, with
/// a verdict on whether the sample can answer at all; tests of independence that say which null they tested. Where the probabilities are
/// fractions, [infogap.information.RationalDistribution] and [infogap.information.RationalJoint] prove every digit that they print.
///
/// Continuous variables are in `infogap.information.neighbours`, what one series of events tells of another's next in `infogap.information.transfer`.
///
/// Notation: `X` is the row variable, `Y` the column variable, `p(x, y)` their joint distribution; `n(i, j)` are the cells of a
/// contingency table (列联表) with row totals `r(i)`, column totals `c(j)` and `N` observations. `0 log 0 = 0` throughout. The
/// unit of every quantity is an argument: [infogap.information.Unit].
///
/// Sources: C. E. Shannon (1948), *A mathematical theory of communication*, Bell System Technical Journal 27, 379–423 and
/// 623–656; T. M. Cover and J. A. Thomas (2006), *Elements of Information Theory*, 2nd ed., Wiley, chapter 2.
package infogap.information;
