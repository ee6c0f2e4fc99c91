/// What can be said of a response that is a yes or no, a count or a class?
///
/// [infogap.regression.glm.GeneralizedLinear] fits logistic and Poisson regressions and [infogap.regression.glm.Multinomial] those of more classes than two, by
/// maximum likelihood: Newton's iteration, which is iteratively reweighted least squares for these families, on sums of 106 bits. Where no maximum exists,
/// because a combination of the columns separates the classes, that combination is found by an exact linear programme and named.
///
/// Source: P. McCullagh and J. A. Nelder (1989), *Generalized Linear Models*, 2nd ed., Chapman and Hall.
package infogap.regression.glm;
