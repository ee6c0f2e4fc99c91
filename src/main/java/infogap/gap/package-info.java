/// What is it worth to know what the other side knows? The information gap (信息差) between two parties, in money, bits or squared error.
///
/// A decision problem gives each belief `m` the value `V(m) = max_a E_m u(a, θ)`, convex in `m`. When one side sees the message of `G` and the
/// other the finer message of `F`,
///
///     Gap(G→F) = E V(m_F) − E V(m_G) ≥ 0,      share closed = Gap(∅→G) / Gap(∅→F) in [0, 1].
///
/// Which `V` decides what is measured: the logarithmic score gives mutual information, with relative entropy as the piece of one
/// message; the quadratic score gives explained variance, `R²`, the Brier and Gini measures; payoffs give the expected value of sample
/// information (EVSI) and of perfect information (EVPI). The piece of one message is the Bregman divergence of `V`.
///
/// What a buyer who minds risk would pay is another figure than the expected value: [infogap.gap.BuyingPrice].
///
/// Where it does not hold: `Gap ≥ 0` is about one decision maker. In a market or a game, information can hurt everybody
/// (Hirshleifer 1971): [infogap.gap.RiskSharing] computes an example.
///
/// Sources: M. H. DeGroot (1962), *Uncertainty, information, and sequential experiments*, Annals of Mathematical Statistics 33, 404–419;
/// D. Blackwell (1953), *Equivalent comparisons of experiments*, ibid. 24, 265–272; T. Gneiting and A. E. Raftery (2007), *Strictly proper
/// scoring rules, prediction, and estimation*, JASA 102, 359–378; A. Frankel and E. Kamenica (2019), *Quantifying information and
/// uncertainty*, American Economic Review 109, 3650–3680.
package infogap.gap;
