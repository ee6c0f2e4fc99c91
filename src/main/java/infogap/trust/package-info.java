/// How does trust (信任) follow transparency (透明度) over time?
///
/// Transparency I(t) is the share of what matters that a firm discloses; trust T(t) is in [0, 1]. Evidence above the threshold
/// I_min builds trust, evidence below it destroys it, with sensitivity k. Written S(t) = k ∫₀ᵗ (I(u) − I_min) du, which for the
/// ramp I = I₀ + k′t is k[(I₀ − I_min)t + k′t²/2].
///
/// - [Transparency] is the input: constant, ramp, capped ramp, steps, piecewise linear, observed, or any function.
/// - [TrustModel] is the law: linear, logistic, asymmetric, reputation.
/// - [TrustFactors] adds what document 002 announces beside transparency: a decision bias D and the allocation of resources R.
/// - [infogap.trust.estimate.TrustEstimate] goes the other way: T₀, k and I_min from observed trust, or why they cannot be told.
/// - [TrustTrajectory] is the solution: values, level crossings, extrema, sensitivities, and whether it leaves [0, 1]. Closed
///   forms come first; the adaptive integrator is used where there is none, and as a cross-check.
/// - [TrustEnsemble] draws many trajectories at once: quantile bands and the distribution of a crossing time.
///
/// A trajectory that leaves [0, 1] says so; nothing is clamped.
package infogap.trust;
