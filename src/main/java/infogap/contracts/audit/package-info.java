/// When is it worth to look, and what keeps people honest when nobody does?
///
/// - [InspectionGame] – an auditor who may look and somebody who may cheat: how often both do, and what fine or reward deters.
/// - [CostlyVerification] – a borrower who alone sees what came of the money, and a lender who may pay to look: why the best contract is debt.
package infogap.contracts.audit;
