/// Which model does a line such as `purchase ~ age + C(city)` mean, and what does it say about a table?
///
/// [infogap.table.formula.Formula] is read as R and patsy write formulas. Fitted on a table it gives a [infogap.table.formula.LinearFit], which
/// keeps its [infogap.table.formula.Encoder]: the levels, means and knots that the training table had, applied to every other table.
///
/// Sources: G. N. Wilkinson and C. E. Rogers (1973), *Symbolic description of factorial models for analysis of variance*, Applied Statistics 22, 392–399;
/// J. M. Chambers and T. J. Hastie (1992), *Statistical Models in S*, Wadsworth, ch. 2.
package infogap.table.formula;
