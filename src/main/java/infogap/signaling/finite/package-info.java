/// Signalling games (信号博弈) with finitely many types, messages and replies, solved completely and exactly.
///
/// Nature draws a type `t` with probability `p(t)`; the sender (发送者) knows it and sends a message `m`; the receiver (接收者) sees the message and replies with
/// any of its actions `r`. A perfect Bayesian equilibrium (完美贝叶斯均衡) has the sender choose messages that are best against the replies, the receiver
/// replies that are best against its belief after *every* message, and beliefs that follow from Bayes' rule where a message is sent.
///
/// - [FiniteSignalingGame] is the game; [FiniteSignalingGame#pureEquilibria] and [FiniteSignalingGame#equilibria] are all of its equilibria, each with the set
///   of beliefs that supports it.
/// - [FiniteEquilibrium#verdict] says whether it survives a refinement, with the inequality that eliminates it.
/// - [GambitFile] reads and writes games in the format of Gambit.
/// - [CanonicalGames] are the examples of the literature.
///
/// `infogap.signaling` itself has the market of Spence, where buyers pay the expected value, in closed form.
package infogap.signaling.finite;
