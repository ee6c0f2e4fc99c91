/// How strong must a signal be, if its strength can be chosen, to tell the types apart at least cost?
///
/// A seller of type i, worth v_i to buyers, chooses a level s ≥ 0 at the cost c_i(s), increasing in s. In the least-cost separating
/// outcome (Riley outcome) the lowest type does not signal, and each type signals just so much that no lower type imitates it; under single crossing the type
/// below decides: c_i(s_{i+1}) − c_i(s_i) = v_{i+1} − v_i. With two types that is c_D(s*) = Δ, plus c_D(0) if silence costs something, and every level up to
/// the one that the better type would just spend, c_H(s) = Δ, separates as well.
///
/// Source: J. G. Riley (1979), *Informational equilibrium*, Econometrica 47, 331–359.
package infogap.signaling.continuous;
