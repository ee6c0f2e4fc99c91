/// How much may a release say about one person? Differential privacy (差分隐私) as a cap on the information gap.
///
/// A release is `ε`-differentially private when no two neighbouring inputs make any message more than `e^ε` times as likely: `|log LR| ≤ ε` for every message,
/// whatever the prior. In expectation it tells at most `ε tanh(ε/2)` nats, which randomised response attains.
/// Releases compose (组合): about the same people their ε add up at worst, about different people the largest counts ([Composition]).
///
/// Sources: C. Dwork, F. McSherry, K. Nissim and A. Smith (2006), *Calibrating noise to sensitivity in private data analysis*, TCC 2006, 265–284; S. L. Warner
/// (1965), *Randomized response*, JASA 60, 63–69.
package infogap.gap.privacy;
