/// When does a costly signal (信号) tell the buyer who the seller is?
///
/// A seller is *honest* (诚实, high quality) with probability λ, the *honest share*, and *deceptive* (欺骗, low quality)
/// otherwise. A seller of type t may send a signal at the cost c_t ≥ 0. Buyers compete, so that they pay the expected value
/// v(μ) = v_L + μΔ, where μ is their belief that the seller is honest: μ₁ after the signal, μ₀ without it. A type gains
/// (μ₁ − μ₀)Δ − c_t by signalling. Written p and q are the probabilities with which the honest and the deceptive type signal.
///
/// - [SignalingGame] lists every perfect Bayesian equilibrium (完美贝叶斯均衡) at one Δ; [SignalingMarket] lists them as
///   exact intervals in Δ, with the inequality that empties a region.
/// - [ManyTypesGame] has any number of types, and all equilibria in which nobody mixes or one type does.
/// - [Refinement] says which of them survive the intuitive criterion, divinity, D1 and undefeatedness, with the inequality.
/// - [NoisySignal] is the arithmetic of a signal that nobody chooses; [InformationClosed] measures how much of the
///   information gap (信息差) an equilibrium closes.
/// - `infogap.signaling.finite` has any types, messages and replies; `infogap.signaling.continuous` has signals of any strength, `infogap.signaling.lemons` the market without signals.
///
/// Everything that is rational is an exact fraction: a `double` argument is read as the decimal that it prints.
///
/// Sources: M. Spence (1973), *Job market signaling*, Quarterly Journal of Economics 87, 355–374; A. Mas-Colell,
/// M. D. Whinston and J. R. Green (1995), *Microeconomic Theory*, chapter 13.
package infogap.signaling;
