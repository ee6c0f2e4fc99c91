/// Which wage makes somebody work whose effort nobody sees? Moral hazard (道德风险).
///
/// - [MoralHazard] – finitely many actions and outcomes, an agent averse to risk: the cheapest wages for each action by a convex programme in utilities.
/// - [LimitedLiability] – an agent neutral to risk who cannot be made to pay: the cheapest wages by a linear programme in exact fractions.
/// - [LinearContract] – constant risk aversion and normal noise: a salary and a share of the output, in closed form.
/// - [Multitask] – several tasks of which some are measured badly or not at all.
package infogap.contracts.effort;
