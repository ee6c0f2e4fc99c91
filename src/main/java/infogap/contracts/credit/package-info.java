/// Why a bank may not lend to everybody who would pay its rate.
///
/// [CreditMarket] has borrowers whose projects are mean-preserving spreads of each other: a higher rate drives the safe ones away, and what the bank expects falls.
package infogap.contracts.credit;
