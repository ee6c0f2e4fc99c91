/// What does the side offer that does not know, and what does not knowing cost it?
///
/// One side (the principal, 委托人) offers a contract to another (the agent, 代理人) who knows more: its type, what it does, or what came of it. The contract must be
/// worth taking (participation) and must make what is meant for each worth choosing (incentives, 激励). Every result carries these inequalities with their
/// numbers ([Constraint]), says which bind, and splits what the asymmetry costs into a transfer and what is lost to both ([AsymmetryCost]).
///
/// - `infogap.contracts.screening` – the type is hidden: menus of quality or quantity, and prices by group where the type is seen.
/// - `infogap.contracts.insurance` – the risk is hidden: separating contracts of competing insurers, and a single insurer's.
/// - `infogap.contracts.effort` – the action is hidden: wages that induce it.
/// - `infogap.contracts.audit` – the outcome is hidden unless somebody pays to look.
/// - `infogap.contracts.credit` – the risk of a project is hidden, and the interest rate drives the safe away.
///
/// Source of the common frame: B. Salanié (2005), *The Economics of Contracts*, 2nd edition; J.-J. Laffont and D. Martimort (2002), *The Theory of Incentives*.
package infogap.contracts;
